/* F42: goods of a site without the right to produce, and on the same day the same weight from a green site, bought by one trader. */
import { calendarDate, grams, oneOf, record, text } from '../../../../../kernel/schema.ts'
import { defineRule, isAboveShare, share } from './rule.ts'

export const f42 = defineRule({
  id: 'F42',
  family: 'patterns',
  severities: ['A'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'scan',
  explanations: ['honest-coincidence', 'site-chosen-wrongly', 'order-not-yet-known'],
  inputs: record({
    trader: text(),
    on: calendarDate(),
    fromSite: text(),
    fromStatus: oneOf('NONE', 'RED'),
    fromGrams: grams(),
    greenSite: text(),
    greenGrams: grams(),
  }),
  thresholds: { margin: share(100) },
  speak: ({ on, fromSite, fromStatus, fromGrams, greenSite, greenGrams }, at) => {
    const gap = Math.abs(fromGrams - greenGrams)
    if (fromGrams === 0 || isAboveShare(gap, fromGrams, at('margin'))) return null
    return { severity: 'A', facts: { on, fromSite, fromStatus, fromGrams, greenSite, greenGrams } }
  },
})
