/* F24: a province in a month, or a country in a quarter, exports more than it produced and had in stock. The share is of production and stock, as in the national coltan figures. */
import { grams, record, text } from '../../../../../kernel/schema.ts'
import { defineRule, gravest, isAboveShare, share, shareOf } from './rule.ts'

export const f24 = defineRule({
  id: 'F24',
  family: 'balance',
  severities: ['W', 'A', 'C'],
  evidence: 'D',
  source: 'our-default',
  case: { name: 'coltan-2024', evidence: 'V' },
  evaluated: 'scan',
  explanations: ['records-missing', 'stock-of-earlier-days', 'period-cut', 'ore-of-another-site', 'other-unit'],
  inputs: record({
    area: text(80),
    period: text(40),
    mineral: text(20),
    exportedGrams: grams(),
    producedGrams: grams(),
    openingGrams: grams(),
  }),
  thresholds: { warning: share(500), alert: share(2_000), critical: share(5_000) },
  speak: ({ area, period, mineral, exportedGrams, producedGrams, openingGrams }, at) => {
    const supplyGrams = producedGrams + openingGrams
    const gapGrams = exportedGrams - supplyGrams
    const above = (hundredths: number) => isAboveShare(gapGrams, supplyGrams, hundredths)
    const gapHundredthsOfPercent = shareOf(gapGrams, supplyGrams)
    return gravest(
      [
        ['C', above(at('critical'))],
        ['A', above(at('alert'))],
        ['W', above(at('warning'))],
      ],
      {
        ...{ area, period, mineral, exportedGrams, producedGrams, openingGrams, gapGrams, gapHundredthsOfPercent },
      },
    )
  },
})
