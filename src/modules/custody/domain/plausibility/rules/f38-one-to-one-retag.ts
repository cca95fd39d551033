/* F38: on one sheet many trader tags stand for exactly one mine tag of the same weight. */
import { count, record, text } from '../../../../../kernel/schema.ts'
import { defineRule, isAboveShare, part, shareOf, times } from './rule.ts'

export const f38 = defineRule({
  id: 'F38',
  family: 'patterns',
  severities: ['W'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'scan',
  explanations: ['one-bag-per-sale', 'standard-bags'],
  inputs: record({ sheet: text(80), traderTags: count(), oneToOne: count() }),
  thresholds: { share: part(3_000), least: times(2) },
  speak: ({ traderTags, oneToOne }, at) => {
    if (oneToOne < at('least') || !isAboveShare(oneToOne, traderTags, at('share'))) return null
    return { severity: 'W', facts: { traderTags, oneToOne, sameHundredthsOfPercent: shareOf(oneToOne, traderTags) } }
  },
})
