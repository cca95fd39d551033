/* F36: a new site gives in its first three months more than three times its baseline for that time, or more than nine in ten similar sites gave. */
import { calendarDate, grams, listOf, orNull, record, text } from '../../../../../kernel/schema.ts'
import { defineRule, isAboveShare, months, share, times } from './rule.ts'

export const f36 = defineRule({
  id: 'F36',
  family: 'capacity',
  severities: ['A'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'scan',
  explanations: ['rich-vein', 'more-diggers-came', 'baseline-outdated', 'stock-of-earlier-days'],
  inputs: record({
    site: text(),
    firstOn: calendarDate(),
    producedGrams: grams(),
    baselineMonthlyGrams: orNull(grams()),
    similarGrams: listOf(grams(), 10_000),
  }),
  thresholds: { factor: share(30_000), months: months(3), percentile: share(9_000), leastSites: times(10) },
  speak: ({ firstOn, producedGrams, baselineMonthlyGrams, similarGrams }, at) => {
    const months = at('months')
    const baselineGrams = baselineMonthlyGrams === null ? null : baselineMonthlyGrams * months
    if (baselineGrams !== null && baselineGrams > 0 && isAboveShare(producedGrams, baselineGrams, at('factor')))
      return { severity: 'A', facts: { firstOn, months, producedGrams, baselineGrams, why: 'baseline' } }
    if (similarGrams.length < at('leastSites')) return null
    const below = similarGrams.filter((one) => one < producedGrams).length
    if (!isAboveShare(below, similarGrams.length, at('percentile'))) return null
    return { severity: 'A', facts: { firstOn, months, producedGrams, below, sites: similarGrams.length, why: 'similar-sites' } }
  },
})
