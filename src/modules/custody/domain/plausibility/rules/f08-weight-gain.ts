/* F08: a second scale shows more than the first, beyond the range of the leg. */
import { grams, oneOf, record } from '../../../../../kernel/schema.ts'
import { weightGain } from '../mass-balance.ts'
import { weightRanges } from '../tolerances.ts'
import { defineRule, share, spokenBy } from './rule.ts'

export const f08 = defineRule({
  id: 'F08',
  family: 'weights',
  severities: ['A', 'C'],
  evidence: 'D',
  source: 'domain-section-14',
  evaluated: 'arrival',
  explanations: ['scale-not-checked', 'other-unit', 'typing-error', 'rain-on-the-road'],
  inputs: record({ leg: oneOf('mine-to-trader', 'trader-to-processor'), beforeGrams: grams(), afterGrams: grams() }),
  thresholds: {
    'mine-to-trader.gainWarn': share(weightRanges['mine-to-trader'].gainWarn),
    'mine-to-trader.gainCritical': share(weightRanges['mine-to-trader'].gainCritical),
    'trader-to-processor.gainWarn': share(weightRanges['trader-to-processor'].gainWarn),
    'trader-to-processor.gainCritical': share(weightRanges['trader-to-processor'].gainCritical),
  },
  speak: ({ leg, beforeGrams, afterGrams }, at) =>
    spokenBy(weightGain({ leg, beforeGrams, afterGrams }, { gainWarn: at(`${leg}.gainWarn`), gainCritical: at(`${leg}.gainCritical`) })),
})
