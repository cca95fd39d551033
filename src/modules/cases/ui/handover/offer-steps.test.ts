import { expect, test } from 'vitest'
import { firstRules } from '../../domain/rules/protection-rules.ts'
import { answerBy } from './offer-steps.ts'

const now = '2026-11-22T09:00:00.000Z'
const whole = { file: { ratings: [{ level: 'low' as const, at: now }] } }
const lengths = firstRules.clocks.clocks['referral-answered'].lengths
const withDays = (value: number) => ({
  clocks: {
    ...firstRules.clocks,
    clocks: {
      ...firstRules.clocks.clocks,
      'referral-answered': {
        ...firstRules.clocks.clocks['referral-answered'],
        lengths: { ...lengths, low: [{ unit: 'days' as const, value }] },
      },
    },
  },
})

test('an answer is awaited by the time that the body settled for that risk, and never longer than an offer stands', () => {
  expect(answerBy({ whole, now, rules: withDays(3) })).toBe('2026-11-25T09:00:00.000Z')
  expect(answerBy({ whole, now, rules: withDays(5) })).toBe('2026-11-27T09:00:00.000Z')
  expect(answerBy({ whole, now, rules: withDays(30) })).toBe('2026-12-06T09:00:00.000Z')
})
