/* F40: the gold of a cooperative in a period is more than its diggers can wash at the upper end of the range. */
import { calendarDate, count, milligrams, record, text } from '../../../../../kernel/schema.ts'
import { defineRule, gravest, numberOf } from './rule.ts'

export const f40 = defineRule({
  id: 'F40',
  family: 'gold',
  severities: ['A', 'C'],
  evidence: 'D',
  source: 'domain-section-14',
  evaluated: 'scan',
  explanations: ['nugget', 'more-diggers-came', 'stock-of-earlier-days', 'ore-of-another-site'],
  inputs: record({
    organisation: text(),
    from: calendarDate(),
    to: calendarDate(),
    days: count(),
    miners: count(),
    milligrams: milligrams(),
  }),
  thresholds: {
    alert: numberOf('milligrams-per-day', 500, [1, 1_000_000]),
    critical: numberOf('milligrams-per-day', 5_000, [1, 1_000_000]),
  },
  speak: ({ from, to, days, miners, milligrams: brought }, at) => {
    const diggerDays = miners * days
    if (diggerDays === 0) return null
    const facts = { from, to, days, miners, milligrams: brought, possibleMilligrams: diggerDays * at('alert') }
    return gravest(
      [
        ['C', brought > diggerDays * at('critical')],
        ['A', brought > diggerDays * at('alert')],
      ],
      facts,
    )
  },
})
