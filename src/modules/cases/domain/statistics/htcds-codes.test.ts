import { describe, expect, test } from 'vitest'
import { htcdsPicklists, keptMethods } from '../../../../exchange/htcds/picklists.ts'
import { asId } from '../../../../kernel/schema.ts'
import { adult, answer } from '../identification/example-facts.ts'
import { type AssessmentFacts, purposes, recorded } from '../identification/facts.ts'
import type { IndicatorCode } from '../identification/indicator-codes.ts'
import type { Screening } from '../screening/screening.ts'
import { htcdsOf, lastComplete, methodsOf } from './htcds-codes.ts'

const recordedBy = asId('account', '01979b9e-0000-7000-8000-000000000001')
const said = (yes: readonly IndicatorCode[], facts: Partial<AssessmentFacts> = {}): Screening['facts'][number] => {
  const { act, purpose, c182, armed, miningWork, ...more } = { ...adult, ...facts }
  const list = <Value>(one: { readonly answer: (typeof act)['answer']; readonly which: readonly Value[] }) => ({
    ...{ answer: one.answer, which: [...one.which] },
  })
  return {
    ...{ ...more, means: [...more.means], act: list(act), purpose: list(purpose), c182: list(c182), armed: list(armed) },
    miningWork: list(miningWork),
    answers: yes.map((code) => ({ ...answer(code, 'YES'), evidence: 'SELF', recordedBy, note: null })),
  }
}
const held = (facts: Screening['facts'], more: Partial<Screening> = {}): Screening => ({
  ...{ assessment: asId('assessment', crypto.randomUUID()), facts, fieldAnswers: [], opinion: null, version: 'adult', isComplete: true },
  ...{ minutes: 30, heldAt: '2026-11-20T08:00:00.000Z', rows: ['A3'], instrument: 'x', instrumentSha256: 'x' },
  ...{ by: recordedBy, at: '2026-11-20T09:00:00.000Z' },
  ...more,
})

test.each([
  ['D2.DEBT D5.DEBT', ['DebtBondage']],
  ['D5.WAGES D2.MONEY D4.WAGEMAN', ['TakesEarnings']],
  ['D2.THREAT D5.THREAT', ['PhysicalThreats']],
  ['D2.FAMVIOL D5.FAMVIOL', ['ThreatensChildrenFamily']],
  ['D2.DENOUNCE D5.DENOUNCE', ['ThreatsLawEnforcement']],
  ['D2.VIOLENCE D5.VIOLENCE', ['PhysicalAbuse']],
  ['D2.CONFINE D5.CONFINE', ['RestrictsMovement']],
  ['D2.DOCS D5.DOCS', ['WithholdsDocuments']],
  ['D1.JOB D1.EDU D1.MARRIAGE', ['FalsePromises']],
  ['D4.HOURS', ['ExcessiveWorkingHours']],
  ['D5.INFLUENCE D5.SHAME', ['PsychologicalAbuse']],
  ['D4.LIVING', []],
  ['D4.HAZARD D3.ECON D2.SHAME D6.ECON', []],
])('%s is written as %j', (codes, methods) => expect(methodsOf(codes.split(' '))).toEqual(methods))

test('violence that was sexual is that, and necessities are withheld only when it was on purpose', () => {
  expect(methodsOf(['D5.VIOLENCE', 'D2.VIOLENCE', 'D5.DEBT'], { sexual: true })).toEqual(['SexualAbuse', 'DebtBondage'])
  expect(methodsOf(['D4.LIVING'], { onPurpose: true })).toEqual(['WithholdsNecessities'])
})

describe('an interview in the words of the standard', () => {
  test('only what was answered yes is a method; mining is the industry of labour that was exploited', () => {
    const facts = said(['D5.DEBT', 'D4.HOURS'])
    const no = { ...facts, answers: [...facts.answers, { ...facts.answers[0]!, code: 'D5.DOCS' as const, answer: 'NO' as const }] }
    expect(htcdsOf(held([no], { tasks: ['digging', 'gold'], proposedBy: ['friend-or-neighbour', 'trader'] }))).toEqual({
      ...{ methodsOfControl: ['DebtBondage', 'ExcessiveWorkingHours'], exploitation: ['ForcedLabour'], sexualKinds: [] },
      ...{ labourIndustries: ['B_MiningAndQuarrying'], recruiterRelations: ['friend', 'other'] },
    })
    expect(htcdsOf(held([facts], { rows: ['A7'], tasks: ['digging'], proposedBy: ['nobody'] }))).toMatchObject({
      ...{ exploitation: [], labourIndustries: [], recruiterRelations: [] },
    })
  })
  test('a purpose that was named goes before the row, and sexual exploitation brings no labour of its own', () => {
    const facts = said(['D5.VIOLENCE'], { purpose: recorded('SEXUAL_EXPLOITATION') })
    expect(htcdsOf(held([facts, { ...facts, table: 'SEXUAL' }], { rows: ['A1'] }))).toMatchObject({
      ...{ methodsOfControl: ['SexualAbuse'], exploitation: ['SexualExploitation'], labourIndustries: [] },
    })
  })
  test('a child who digs is in mining, one in prostitution is counted as that', () => {
    const child = said([], { miningWork: recorded('UNDERGROUND'), c182: recorded('3B_PROSTITUTION') })
    expect(htcdsOf(held([child], { rows: ['C3', 'C4'], version: 'child' }))).toMatchObject({
      ...{ exploitation: ['ChildLabour', 'SexualExploitation'], labourIndustries: ['B_MiningAndQuarrying'], sexualKinds: ['Prostitution'] },
    })
  })
  test('every word is one of the standard’s', () => {
    const all = htcdsOf(
      held([said(['D5.DEBT'], { purpose: recorded(...purposes), c182: recorded('3B_PROSTITUTION', '3B_PORNOGRAPHY') })], {
        tasks: ['digging', 'household', 'driving'],
      }),
    )
    const known = (list: readonly string[], values: readonly string[]) => values.filter((one) => !list.includes(one))
    expect(known(htcdsPicklists.vic_TypeOfExploitation, all.exploitation)).toEqual([])
    expect(known(htcdsPicklists.vic_ForcedLabourIndustry, all.labourIndustries)).toEqual([])
    expect(known(htcdsPicklists.vic_TypeOfSexExploitation, all.sexualKinds)).toEqual([])
    const methods = methodsOf(['D1.JOB', 'D5.DEBT', 'D5.WAGES', 'D5.THREAT', 'D5.FAMVIOL', 'D5.DENOUNCE', 'D5.VIOLENCE', 'D5.CONFINE'])
    expect(known([...htcdsPicklists.vic_MethodsOfControl, ...keptMethods], methods)).toEqual([])
  })
  test('the last interview held to its end counts, whatever was begun after it', () => {
    const [first, second] = [held([said(['D5.DEBT'])]), held([said(['D5.DOCS'])], { heldAt: '2026-11-21T08:00:00.000Z' })]
    const begun = held([said(['D5.SHAME'])], { heldAt: '2026-11-22T08:00:00.000Z', isComplete: false })
    const map = new Map([second, first, begun].map((one) => [one.assessment, one] as const))
    expect(lastComplete(map)).toBe(second)
    expect(lastComplete(new Map([[begun.assessment, begun]]))).toBeUndefined()
  })
})
