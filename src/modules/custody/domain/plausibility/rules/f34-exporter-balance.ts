/* F34: the balance of an exporter does not close, on the dry basis: opening + in − out − loss is not the closing stock. */
import { grams, record, text } from '../../../../../kernel/schema.ts'
import { defineRule, gravest, isAboveShare, share, shareOf } from './rule.ts'

export const f34 = defineRule({
  id: 'F34',
  family: 'balance',
  severities: ['W', 'A'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'scan',
  explanations: ['loss-not-yet-booked', 'wet-then-dry', 'period-cut', 'records-missing'],
  inputs: record({
    organisation: text(),
    period: text(40),
    openingGrams: grams(),
    inGrams: grams(),
    outGrams: grams(),
    lossGrams: grams(),
    closingGrams: grams(),
  }),
  thresholds: { warning: share(200), alert: share(500) },
  speak: ({ period, openingGrams, inGrams, outGrams, lossGrams, closingGrams }, at) => {
    const expectedGrams = openingGrams + inGrams - outGrams - lossGrams
    const gapGrams = closingGrams - expectedGrams
    const base = openingGrams + inGrams
    const above = (hundredths: number) => isAboveShare(Math.abs(gapGrams), base, hundredths)
    return gravest(
      [
        ['A', above(at('alert'))],
        ['W', above(at('warning'))],
      ],
      {
        ...{
          period,
          openingGrams,
          inGrams,
          outGrams,
          lossGrams,
          closingGrams,
          expectedGrams,
          gapGrams,
          gapHundredthsOfPercent: shareOf(gapGrams, base),
        },
      },
    )
  },
})
