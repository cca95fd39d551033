/* F19: a site holds more unused tags than so many months of its baseline would fill. */
import { count, grams, record, text } from '../../../../../kernel/schema.ts'
import { defineRule, months } from './rule.ts'

export const f19 = defineRule({
  id: 'F19',
  family: 'tags',
  severities: ['W'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'scan',
  explanations: ['season-ended', 'baseline-outdated', 'batch-record-late'],
  inputs: record({ site: text(), unusedTags: count(), medianBagGrams: grams(), baselineMonthlyGrams: grams() }),
  thresholds: { months: months(2) },
  speak: ({ unusedTags, medianBagGrams, baselineMonthlyGrams }, at) => {
    const allowedMonths = at('months')
    if (medianBagGrams === 0 || BigInt(unusedTags) * BigInt(medianBagGrams) <= BigInt(allowedMonths) * BigInt(baselineMonthlyGrams))
      return null
    return { severity: 'W', facts: { unusedTags, medianBagGrams, baselineMonthlyGrams, allowedMonths } }
  },
})
