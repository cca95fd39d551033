/* F15: one account tagged at two places, farther apart than one travels in the time between. */
import { count, record, text } from '../../../../../kernel/schema.ts'
import { defineRule, metres, numberOf } from './rule.ts'

export const f15 = defineRule({
  id: 'F15',
  family: 'place',
  severities: ['A'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'scan',
  explanations: ['account-shared', 'clock-of-the-phone', 'entered-in-one-go', 'site-chosen-wrongly'],
  inputs: record({
    account: text(),
    fromSite: text(),
    toSite: text(),
    fromAt: text(30),
    toAt: text(30),
    metres: count(),
    seconds: count(),
  }),
  thresholds: { metresPerHour: numberOf('metres-per-hour', 50_000, [1_000, 1_000_000]), leastMetres: metres(2_000) },
  speak: ({ fromSite, toSite, fromAt, toAt, metres: apart, seconds }, at) => {
    if (apart < at('leastMetres') || BigInt(apart) * 3_600n <= BigInt(at('metresPerHour')) * BigInt(seconds)) return null
    return { severity: 'A', facts: { fromSite, toSite, fromAt, toAt, metres: apart, minutes: Math.floor(seconds / 60) } }
  },
})
