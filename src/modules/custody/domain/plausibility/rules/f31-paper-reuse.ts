/* F31: one transport paper on more than one trip, after its last day, or with more on the truck than it says. */
import { calendarDate, count, grams, orNull, record, text } from '../../../../../kernel/schema.ts'
import { defineRule, isAboveShare, share } from './rule.ts'

export const f31 = defineRule({
  id: 'F31',
  family: 'parties',
  severities: ['C'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'scan',
  explanations: ['paper-split-over-two-trucks', 'paper-renewed', 'typing-error'],
  inputs: record({
    paper: text(60),
    on: calendarDate(),
    trips: count(),
    validUntil: orNull(calendarDate()),
    statedGrams: orNull(grams()),
    carriedGrams: grams(),
  }),
  thresholds: { margin: share(0) },
  speak: ({ paper, on, trips, validUntil, statedGrams, carriedGrams }, at) => {
    const facts = { paper, on, trips, carriedGrams }
    if (trips > 1) return { severity: 'C', facts: { ...facts, why: 'trips' } }
    if (validUntil !== null && on > validUntil) return { severity: 'C', facts: { ...facts, why: 'expired', validUntil } }
    if (statedGrams === null || carriedGrams <= statedGrams || !isAboveShare(carriedGrams - statedGrams, statedGrams, at('margin')))
      return null
    return { severity: 'C', facts: { ...facts, why: 'above-stated', statedGrams } }
  },
})
