import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Answer, type AnswerToWeigh, answerValues, answersThatCount, phases } from './answers.ts'

const given = (answer: Answer, observedOn: string, phase: AnswerToWeigh['phase'] = 'Exploitation'): AnswerToWeigh => ({
  ...{ code: 'D5.DEBT', answer, observedOn, phase },
})
const counts = (...all: readonly AnswerToWeigh[]) => answersThatCount(all).get('D5.DEBT')

test.each<[string, Answer | undefined, readonly AnswerToWeigh[]]>([
  ['nobody asked', undefined, []],
  ['the newest of yes and no', 'NO', [given('YES', '2026-11-01'), given('NO', '2026-11-02')]],
  ['on one day, yes', 'YES', [given('NO', '2026-11-01'), given('YES', '2026-11-01')]],
  ['a later “not asked” takes nothing back', 'YES', [given('YES', '2026-11-01'), given('NOT_ASKED', '2026-11-02')]],
  ['a later refusal to answer takes nothing back', 'NO', [given('NO', '2026-11-01'), given('DECLINED', '2026-11-02')]],
  ['declined once is not asked again', 'DECLINED', [given('DECLINED', '2026-11-01'), given('UNKNOWN', '2026-11-02')]],
  ['declined, then answered', 'YES', [given('DECLINED', '2026-11-01'), given('YES', '2026-11-02')]],
  ['yes in any phase', 'YES', [given('YES', '2026-11-01', 'Transit'), given('NO', '2026-11-09')]],
  ['no in one phase, open in another', 'UNKNOWN', [given('NO', '2026-11-01', 'Transit'), given('UNKNOWN', '2026-11-01')]],
  ['no in one phase, never asked in another', 'NO', [given('NO', '2026-11-01', 'Transit'), given('NOT_ASKED', '2026-11-01')]],
])('%s', (_, expected, all) => {
  expect(counts(...all)).toBe(expected)
  expect(counts(...all.toReversed())).toBe(expected)
})

test('whatever the order they come in', () => {
  const one = fc.record({
    ...{ code: fc.constantFrom('D5.DEBT', 'D5.DOCS'), answer: fc.constantFrom(...answerValues), phase: fc.constantFrom(...phases) },
    observedOn: fc.constantFrom('2026-11-01', '2026-11-02', '2026-11-03'),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 8 }), fc.nat({ max: 7 }), (all, from) => {
      const turned = [...all.slice(from), ...all.slice(0, from)].toReversed()
      for (const code of ['D5.DEBT', 'D5.DOCS'] as const) expect(answersThatCount(turned).get(code)).toBe(answersThatCount(all).get(code))
    }),
    { numRuns: 500 },
  )
})
