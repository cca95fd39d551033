import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type SafetyAnswers, firstSafetyRules, graver, isSafetyDone, rateRisk } from './risk.ts'

const NOW = '2026-11-22T09:00:00.000Z'
const none: SafetyAnswers = {
  ...({ whereaboutsKnown: 'no', threatened: 'no', acuteMedical: 'no', childExploited: 'no', sexualViolence: 'no' } as const),
  ...({ witnessStatement: 'no', shelterExitForced: 'no', exploitationEnded: 'no', debtCollector: 'no' } as const),
  ...({ dependantsAtRisk: 'no', unstableHousing: 'no' } as const),
}
const rate = (changes: Partial<SafetyAnswers>) => rateRisk({ answers: { ...none, ...changes }, now: NOW, rules: firstSafetyRules })

test.each([
  'whereaboutsKnown',
  'threatened',
  'acuteMedical',
  'childExploited',
  'sexualViolence',
  'witnessStatement',
  'shelterExitForced',
] as const)('%s alone is high', (sign) => expect(rate({ [sign]: 'yes' })).toMatchObject({ level: 'high', because: [sign] }))
test.each(['exploitationEnded', 'debtCollector', 'dependantsAtRisk', 'unstableHousing'] as const)('%s alone is medium', (sign) =>
  expect(rate({ [sign]: 'yes' })).toMatchObject({ level: 'medium', because: [sign] }),
)
test('nothing is low', () => expect(rate({})).toEqual({ level: 'low', because: [], atMost: 'low', unanswered: [] }))

test.each([
  ['a threat fourteen days ago', { threatened: 'yes', lastThreatAt: '2026-11-08T09:00:00.000Z' }, 'high'],
  ['a threat a moment earlier', { threatened: 'yes', lastThreatAt: '2026-11-08T08:59:59.999Z' }, 'low'],
  ['violence five days ago', { sexualViolence: 'yes', sexualViolenceAt: '2026-11-17T09:00:00.000Z' }, 'high'],
  ['violence a moment earlier', { sexualViolence: 'yes', sexualViolenceAt: '2026-11-17T08:59:59.999Z' }, 'low'],
  ['exploitation that ended ninety days ago', { exploitationEnded: 'yes', exploitationEndedAt: '2026-08-24T09:00:00.000Z' }, 'low'],
  ['exploitation that ended a moment later', { exploitationEnded: 'yes', exploitationEndedAt: '2026-08-24T09:00:00.001Z' }, 'medium'],
] as const)('%s', (_what, changes, level) => expect(rate(changes).level).toBe(level))

test('what nobody asked says how high it could be', () => {
  expect(rate({ acuteMedical: 'not-asked' })).toEqual({ level: 'low', because: [], atMost: 'high', unanswered: ['acuteMedical'] })
  expect(rate({ debtCollector: 'declined' })).toMatchObject({ level: 'low', atMost: 'medium' })
  expect([isSafetyDone({ ...none, threatened: 'not-asked' }), isSafetyDone({ ...none, threatened: 'unknown' })]).toEqual([false, true])
})

test('one more yes never lowers the level, and the level never lies above what it could be', () => {
  const answer = fc.constantFrom('yes', 'no', 'unknown', 'not-asked', 'declined')
  const keys = fc.constantFrom('whereaboutsKnown', 'threatened', 'debtCollector', 'unstableHousing')
  fc.assert(
    fc.property(fc.dictionary(keys, answer), keys, (some, sign) => {
      const before = rate(some)
      const after = rate({ ...some, [sign]: 'yes' })
      expect(graver(before.level, after.level)).toBe(after.level)
      expect(graver(before.level, before.atMost)).toBe(before.atMost)
    }),
  )
})
