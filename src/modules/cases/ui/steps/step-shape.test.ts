import { describe, expect, test } from 'vitest'
import { noTrack } from '../../domain/justice/justice-track.ts'
import { bestInterestsDecider } from '../../domain/children/best-interests.ts'
import { bestInterestsSteps } from '../children/children-steps.ts'
import { identificationSteps } from '../identification/identification-steps.ts'
import { justiceSteps } from '../justice/justice-steps.ts'
import { measureSteps, threatStep } from '../witness/witness-steps.ts'
import { type StepShape, commandOf, placeOf } from './step-shape.ts'

const id = '01a00000-0000-7000-8000-000000000001'
/** What somebody fills in who fills in everything, as the form tries it before anything is sealed. */
const filled = (step: StepShape) =>
  Object.fromEntries(
    step.fields.map((field) => [
      field.name,
      field.kind === 'select'
        ? (field.options[0]?.value ?? id)
        : placeOf(field, field.kind === 'date' ? '2026-05-02' : field.kind === 'count' ? '12' : field.kind === 'check' ? true : '1'),
    ]),
  )
const bodies = [{ value: id, label: { fr: 'Parquet', en: 'Prosecution' } }]

describe('a form makes a command that the server reads', () => {
  test('every step of a complaint, from the first to the last', () => {
    for (const state of [
      null,
      'complaint-filed',
      'investigation',
      'prosecution-referred',
      'charged',
      'trial',
      'verdict',
      'sentence',
      'final',
    ] as const)
      for (const step of justiceSteps({ track: { ...noTrack, state }, thing: id, subject: 'AA-2345-BB', bodies }))
        expect(commandOf(step, filled(step)), step.key).not.toBeNull()
  })
  test('how an offence was qualified is asked and cannot be left out', () => {
    const [charge] = justiceSteps({ track: { ...noTrack, state: 'prosecution-referred' }, thing: id, subject: 'AA-2345-BB', bodies })
    if (!charge) throw new Error('no step')
    expect(commandOf(charge, { ...filled(charge), qualifiedAs: undefined })).toBeNull()
  })
  test('threat and measures of a witness', () => {
    for (const step of [threatStep, ...measureSteps(id, null), ...measureSteps(id, 'proposed'), ...measureSteps(id, 'in-place')])
      expect(commandOf(step, filled(step)), step.key).not.toBeNull()
  })
  test('the best-interests procedure, with its panel of three', () => {
    for (const state of [null, 'bia-due', 'bia-done', 'bid-due', 'bid-panel-scheduled', 'bid-decided'] as const) {
      const asked = {
        state: { ...bestInterestsDecider.initial, state },
        thing: id,
        subject: 'AA-2345-BB',
        caseworker: id,
        me: 'another',
        people: bodies,
      }
      for (const step of bestInterestsSteps(asked)) expect(commandOf(step, filled(step)), step.key).not.toBeNull()
    }
  })
  test('who presumed is not offered to review; another qualified person is', () => {
    const asked = { step: 'PRESUMED', isPresumer: true, mayReview: true, assessment: id } as const
    expect(identificationSteps(asked).map((step) => step.key)).toEqual(['note-determination'])
    const offered = identificationSteps({ ...asked, isPresumer: false })
    expect(offered.map((step) => step.key)).toEqual(['review', 'note-determination'])
    for (const step of offered) expect(commandOf(step, filled(step)), step.key).not.toBeNull()
  })
})
