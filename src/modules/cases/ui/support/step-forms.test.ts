import { expect, test } from 'vitest'
import { sealed } from '../../domain/case/case-story.ts'
import { grantMachine } from '../../domain/livelihood/grant.ts'
import { DIMENSIONS } from '../../domain/livelihood/reintegration.ts'
import { ReintegrationQuestion } from '../../domain/livelihood/reintegration-words.ts'
import { mediationMachine } from '../../domain/livelihood/debt-mediation.ts'
import { returnMachine } from '../../domain/livelihood/return.ts'
import { hasName } from './support-labels.ts'
import {
  type StepField,
  askOf,
  daysOf,
  debtForms,
  grantForms,
  isSealed,
  knownFor,
  returnForms,
  startOf,
  supportCommands,
} from './step-forms.ts'

const person = { subject: 'K7-4QX2-9D', isChild: false }
const filled = (fields: readonly StepField[]) => ({
  typed: {
    ...startOf(fields, '2026-11-22'),
    ...Object.fromEntries(fields.filter((one) => one.kind === 'money').map((one) => [one.key, '12,50'])),
  },
  refs: new Map(fields.filter(isSealed).map((one) => [one.key, sealed])),
})

test.each(grantMachine.names)('the form of a grant’s step %s gives a command', (step) => {
  const fields = grantForms[step]
  expect(askOf(supportCommands.grant, { step, fields, known: knownFor('grant', step, person), ...filled(fields) })).toMatchObject({
    ok: true,
    value: { step },
  })
})
test.each(returnMachine.names)('the form of a way home’s step %s gives a command', (step) => {
  const fields = returnForms[step]
  expect(askOf(supportCommands.return, { step, fields, known: knownFor('return', step, person), ...filled(fields) })).toMatchObject({
    ok: true,
    value: { step },
  })
})
test.each(mediationMachine.names.filter((step) => step !== 'calculate'))('the form of a debt’s step %s gives a command', (step) => {
  const fields = debtForms[step]
  expect(askOf(supportCommands.debt, { step, fields, known: knownFor('debt', step, person), ...filled(fields) })).toMatchObject({
    ok: true,
    value: { step },
  })
})
test('amounts are cents, and what cannot be read is refused', () => {
  const fields = debtForms.propose
  const read = askOf(supportCommands.debt, { step: 'propose', fields, known: {}, ...filled(fields) })
  expect(read).toMatchObject({ value: { offerCents: 1250, isPersonWilling: false } })
  const typed = { ...filled(fields).typed, offerCents: 'beaucoup' }
  expect(askOf(supportCommands.debt, { step: 'propose', fields, known: {}, typed, refs: new Map() })).toMatchObject({
    refusal: { code: 'support-form-not-read' },
  })
})
test('a receipt goes along sealed; a day is asked for each instalment, and for none where nobody said one', () => {
  const deliver = { step: 'deliver', fields: grantForms.deliver, known: {} }
  expect(askOf(supportCommands.grant, { ...deliver, ...filled(grantForms.deliver) })).toMatchObject({ value: { receipts: [sealed] } })
  expect(askOf(supportCommands.grant, { ...deliver, ...filled(grantForms.deliver), refs: new Map() })).toMatchObject({
    value: { receipts: [] },
  })
  const fields = grantForms['write-business-plan']
  const plan = (more: { readonly [key: string]: string }) =>
    askOf(supportCommands.grant, {
      step: 'write-business-plan',
      fields,
      known: {},
      ...filled(fields),
      typed: { ...filled(fields).typed, ...more },
    })
  expect(plan({ tranches: '2', trancheDays: '2026-12-01,2027-01-01' })).toMatchObject({
    value: { trancheDays: ['2026-12-01', '2027-01-01'] },
  })
  expect(plan({ tranches: '2' })).not.toHaveProperty('value.trancheDays')
  expect(plan({ tranches: '2', trancheDays: '2026-12-01' })).toMatchObject({ refusal: { code: 'support-form-not-read' } })
  expect(daysOf('', 'deux')).toEqual([])
})
test('in kind is where a grant begins; a plan in money without a note is for the decider to refuse', () => {
  expect(startOf(grantForms['write-business-plan'], '2026-11-22')['isInKind']).toBe('yes')
})

test('every state, step, field and choice has a name in both languages', () => {
  const forms = [grantForms, returnForms, debtForms].flatMap((one) => Object.values(one)).flat()
  const codes = [
    ...[grantMachine, returnMachine, mediationMachine].flatMap((one) => [...one.states, ...one.names]),
    ...forms.flatMap((one) => [one.key, ...(one.options ?? [])]),
    ...[...DIMENSIONS, ...ReintegrationQuestion.options],
  ]
  const plain = ['CDF', 'USD', 'MNT', '1', '3', '6', '12']
  expect(codes.filter((code) => !hasName(code) && !plain.includes(code))).toEqual([])
})
