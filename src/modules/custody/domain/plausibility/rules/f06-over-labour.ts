/* F06: more on one day than the diggers counted there can dig at the upper end of the range for the mineral. Amounts in milligrams, so that gold is exact too. */
import { calendarDate, count, milligrams, oneOf, record, text } from '../../../../../kernel/schema.ts'
import { defineRule, gravest, isAboveShare, numberOf, share, shareOf } from './rule.ts'

const perDigger = (milligrams: number) => numberOf('milligrams-per-day', milligrams, [1, 1_000_000_000])

export const f06 = defineRule({
  id: 'F06',
  family: 'capacity',
  severities: ['W', 'A', 'C'],
  evidence: 'D',
  source: 'domain-section-14',
  evaluated: 'scan',
  explanations: ['more-diggers-came', 'stock-of-earlier-days', 'rich-vein', 'entered-in-one-go', 'ore-of-another-site'],
  inputs: record({
    site: text(),
    mineral: oneOf('Sn', 'Ta', 'W', 'Au'),
    day: calendarDate(),
    producedMilligrams: milligrams(),
    miners: count(),
  }),
  thresholds: {
    Sn: perDigger(3_000_000),
    Ta: perDigger(1_000_000),
    W: perDigger(2_000_000),
    Au: perDigger(500),
    warning: share(10_000),
    alert: share(15_000),
    critical: share(30_000),
  },
  speak: ({ mineral, day, producedMilligrams, miners }, at) => {
    const possibleMilligrams = miners * at(mineral)
    if (possibleMilligrams === 0) return null
    const above = (hundredths: number) => isAboveShare(producedMilligrams, possibleMilligrams, hundredths)
    const ratioHundredthsOfPercent = shareOf(producedMilligrams, possibleMilligrams)
    return gravest(
      [
        ['C', above(at('critical'))],
        ['A', above(at('alert'))],
        ['W', above(at('warning'))],
      ],
      {
        ...{ mineral, day, producedMilligrams, miners, possibleMilligrams, ratioHundredthsOfPercent },
      },
    )
  },
})
