/* F05: in thirty days a site gave more than its baseline month, by factors that may be set. */
import { calendarDate, grams, record, text } from '../../../../../kernel/schema.ts'
import { defineRule, gravest, isAboveShare, share, shareOf } from './rule.ts'

export const f05 = defineRule({
  id: 'F05',
  family: 'capacity',
  severities: ['W', 'A', 'C'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'scan',
  explanations: ['baseline-outdated', 'more-diggers-came', 'new-pit-opened', 'ore-of-another-site', 'typing-error'],
  inputs: record({ site: text(), from: calendarDate(), to: calendarDate(), producedGrams: grams(), baselineMonthlyGrams: grams() }),
  thresholds: { warning: share(12_000), alert: share(15_000), critical: share(20_000) },
  speak: ({ from, to, producedGrams, baselineMonthlyGrams }, at) => {
    if (baselineMonthlyGrams === 0) return null
    const above = (hundredths: number) => isAboveShare(producedGrams, baselineMonthlyGrams, hundredths)
    const ratioHundredthsOfPercent = shareOf(producedGrams, baselineMonthlyGrams)
    return gravest(
      [
        ['C', above(at('critical'))],
        ['A', above(at('alert'))],
        ['W', above(at('warning'))],
      ],
      {
        ...{ from, to, producedGrams, baselineMonthlyGrams, ratioHundredthsOfPercent },
      },
    )
  },
})
