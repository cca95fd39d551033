/* F25: after a site turned red, was held or was taken, a neighbour on the same axis or within a radius gives twice as much. */
import { calendarDate, count, grams, oneOf, record, text, yesOrNo } from '../../../../../kernel/schema.ts'
import { days, defineRule, metres, share } from './rule.ts'

export const f25 = defineRule({
  id: 'F25',
  family: 'capacity',
  severities: ['A'],
  evidence: 'D',
  source: 'our-default',
  case: { name: 'numbi-ore', evidence: 'V' },
  evaluated: 'scan',
  explanations: ['people-moved', 'new-pit-opened', 'season-ended'],
  inputs: record({
    site: text(),
    change: oneOf('red', 'hold', 'armed-group'),
    changedOn: calendarDate(),
    neighbour: text(),
    metres: count(),
    sameAxis: yesOrNo(),
    beforeGrams: grams(),
    afterGrams: grams(),
  }),
  thresholds: { radius: metres(25_000), factor: share(20_000), days: days(60) },
  speak: ({ site, change, changedOn, neighbour, metres: apart, sameAxis, beforeGrams, afterGrams }, at) => {
    const near = sameAxis || apart <= at('radius')
    const doubled = afterGrams > 0 && BigInt(afterGrams) * 10_000n >= BigInt(beforeGrams) * BigInt(at('factor'))
    if (!near || !doubled) return null
    return { severity: 'A', facts: { site, change, changedOn, neighbour, metres: apart, beforeGrams, afterGrams, days: at('days') } }
  },
})
