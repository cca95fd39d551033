import { expect, test } from 'vitest'
import { incidentRuleDecider } from './incident-rules.ts'

test.each([
  ['publicDelayDays', 29, 30],
  ['leastSites', 1, 2],
  ['verifyDays1', 0, 1],
] as const)('%s is not set to %i', (rule, value, least) => {
  const decide = (chosen: number) => incidentRuleDecider.decide(null, { rule, value: chosen, reason: 'x' }, null)
  expect(decide(value)).toMatchObject({ ok: false, refusal: { code: 'incident-rule-out-of-bounds', facts: { least } } })
  expect(decide(least).ok).toBe(true)
})
