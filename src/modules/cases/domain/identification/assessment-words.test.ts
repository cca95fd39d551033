import { expect, test } from 'vitest'
import { parse } from '../../../../kernel/schema.ts'
import { assess } from './assess.ts'
import { GivenFacts } from './assessment-words.ts'
import { adult, answer, at } from './example-facts.ts'
import { recorded } from './facts.ts'

const full = {
  ...adult,
  answers: [
    {
      ...answer('D5.DEBT', 'YES'),
      ...{ evidence: 'SELF', recordedBy: '01900000-0000-7000-8000-000000000001', note: { vault: 'narrative', id: 'n1' } },
    },
  ],
}
const faults = (input: unknown): readonly string[] => {
  const found = parse(GivenFacts, input)
  return found.ok ? [] : found.faults.map((fault) => `${fault.path} ${fault.problem}`)
}

test('facts that arrive are facts that the engine reads', () => {
  const found = parse(GivenFacts, full)
  expect(found.ok && assess(found.value, at).findingRule).toBe('A0')
})
test.each<[string, unknown, readonly string[]]>([
  ['a name typed beside the code', { ...full, name: 'canary' }, [' unknown-field:name']],
  [
    'words instead of a place in a vault',
    { ...full, answers: [{ ...full.answers[0], note: 'canary' }] },
    ['answers.0.note expected-object'],
  ],
  ['a birth date instead of months', { ...full, age: { kind: 'BIRTH_DATE', birthDate: '2010-01-01' } }, ['age.kind invalid-union']],
  ['an unknown indicator', { ...full, answers: [{ ...full.answers[0], code: 'D7.OTHER' }] }, ['answers.0.code not-in-the-list']],
  ['an act without saying which', { ...full, act: { answer: 'YES', which: [] } }, ['act yes-without-saying-which']],
  ['an act named and denied', { ...full, act: { ...recorded('RECEIPT'), answer: 'NO' } }, ['act yes-without-saying-which']],
  [
    'an estimate that runs backwards',
    { ...full, age: { kind: 'ESTIMATE', fromYears: 20, toYears: 15, disputed: false } },
    ['age estimate-runs-backwards'],
  ],
])('refused: %s', (_, input, expected) => {
  expect(faults(input)).toEqual(expected)
})
