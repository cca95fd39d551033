/* F09: a second scale shows less than the first, beyond the range of the leg. */
import { grams, oneOf, record } from '../../../../../kernel/schema.ts'
import { weightLoss } from '../mass-balance.ts'
import { weightRanges } from '../tolerances.ts'
import { defineRule, share, spokenBy } from './rule.ts'

export const f09 = defineRule({
  id: 'F09',
  family: 'weights',
  severities: ['A', 'C'],
  evidence: 'D',
  source: 'domain-section-14',
  evaluated: 'arrival',
  explanations: ['cleaning-on-the-way', 'wet-then-dry', 'spill', 'scale-not-checked', 'typing-error'],
  inputs: record({ leg: oneOf('mine-to-trader', 'trader-to-processor'), beforeGrams: grams(), afterGrams: grams() }),
  thresholds: {
    'mine-to-trader.lossWarn': share(weightRanges['mine-to-trader'].lossWarn),
    'mine-to-trader.lossCritical': share(weightRanges['mine-to-trader'].lossCritical),
    'trader-to-processor.lossWarn': share(weightRanges['trader-to-processor'].lossWarn),
    'trader-to-processor.lossCritical': share(weightRanges['trader-to-processor'].lossCritical),
  },
  speak: ({ leg, beforeGrams, afterGrams }, at) =>
    spokenBy(weightLoss({ leg, beforeGrams, afterGrams }, { lossWarn: at(`${leg}.lossWarn`), lossCritical: at(`${leg}.lossCritical`) })),
})
