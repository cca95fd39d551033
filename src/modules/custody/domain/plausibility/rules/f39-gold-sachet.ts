/* F39: a gold sachet whose number stands twice, whose seal was broken, or whose weight at receipt is off. */
import { milligrams, orNull, record, text, yesOrNo } from '../../../../../kernel/schema.ts'
import { defineRule, isAboveShare, share, shareOf } from './rule.ts'

export const f39 = defineRule({
  id: 'F39',
  family: 'gold',
  severities: ['C', 'A'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'arrival',
  explanations: ['seal-opened-before-witnesses', 'scale-not-checked', 'typing-error'],
  inputs: record({
    serial: text(60),
    otherLot: orNull(text()),
    sealBroken: yesOrNo(),
    sentMilligrams: milligrams(),
    receivedMilligrams: orNull(milligrams()),
  }),
  thresholds: { deviation: share(50) },
  speak: ({ serial, otherLot, sealBroken, sentMilligrams, receivedMilligrams }, at) => {
    if (otherLot !== null) return { severity: 'C', facts: { serial, why: 'number-twice', otherLot } }
    if (sealBroken) return { severity: 'C', facts: { serial, why: 'seal' } }
    if (receivedMilligrams === null) return null
    const gap = Math.abs(receivedMilligrams - sentMilligrams)
    if (!isAboveShare(gap, sentMilligrams, at('deviation'))) return null
    return {
      severity: 'A',
      facts: { serial, why: 'weight', sentMilligrams, receivedMilligrams, gapHundredthsOfPercent: shareOf(gap, sentMilligrams) },
    }
  },
})
