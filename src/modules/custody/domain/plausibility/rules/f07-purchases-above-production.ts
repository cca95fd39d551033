/* F07: in one month more was bought from a group of sites than was produced there. The share is of what was bought, as in the Kalimbi figures of 2017. */
import { grams, record, text } from '../../../../../kernel/schema.ts'
import { defineRule, gravest, isAboveShare, part, shareOf } from './rule.ts'

export const f07 = defineRule({
  id: 'F07',
  family: 'balance',
  severities: ['W', 'A', 'C'],
  evidence: 'D',
  source: 'our-default',
  case: { name: 'kalimbi-2017', evidence: 'V' },
  evaluated: 'scan',
  explanations: ['sold-outside-cooperative', 'ore-of-another-site', 'stock-of-earlier-days', 'records-missing', 'period-cut'],
  inputs: record({ group: text(), month: text(7), boughtGrams: grams(), producedGrams: grams() }),
  thresholds: { warning: part(500), alert: part(1_000), critical: part(2_500) },
  speak: ({ group, month, boughtGrams, producedGrams }, at) => {
    const gapGrams = boughtGrams - producedGrams
    const above = (hundredths: number) => isAboveShare(gapGrams, boughtGrams, hundredths)
    const gapHundredthsOfPercent = shareOf(gapGrams, boughtGrams)
    return gravest(
      [
        ['C', above(at('critical'))],
        ['A', above(at('alert'))],
        ['W', above(at('warning'))],
      ],
      {
        ...{ group, month, boughtGrams, producedGrams, gapGrams, gapHundredthsOfPercent },
      },
    )
  },
})
