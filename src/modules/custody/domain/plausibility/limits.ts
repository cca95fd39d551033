/* The numbers that hold for weights where goods come from: what was set for the nearest group of sites, else the defaults. */
import { type WeightLimits, combinationExcess, weightRanges } from './tolerances.ts'
import { type PlaceOfSite, type SetThresholds, effectiveThresholds } from './thresholds.ts'

export const limitedRules = ['F08', 'F09', 'F23'] as const

export function limitsAt(changes: readonly SetThresholds[], place: PlaceOfSite): WeightLimits {
  const [gain, loss, excess] = limitedRules.map((rule) => effectiveThresholds(changes, rule, place).values)
  const legOf = (leg: keyof typeof weightRanges) => {
    const range = weightRanges[leg]
    return {
      gainWarn: gain?.[`${leg}.gainWarn`] ?? range.gainWarn,
      gainCritical: gain?.[`${leg}.gainCritical`] ?? range.gainCritical,
      lossWarn: loss?.[`${leg}.lossWarn`] ?? range.lossWarn,
      lossCritical: loss?.[`${leg}.lossCritical`] ?? range.lossCritical,
    }
  }
  const legs = { 'mine-to-trader': legOf('mine-to-trader'), 'trader-to-processor': legOf('trader-to-processor') }
  return { legs, excess: excess?.['excess'] ?? combinationExcess.hundredthsOfPercent }
}

/** Of goods from several sites only what all of them have in common: numbers of one site do not hold for ore of another. */
export function commonPlace(sites: readonly (PlaceOfSite | undefined)[]): PlaceOfSite {
  const [first] = sites
  const common = (of: keyof PlaceOfSite): string | null => (first && sites.every((one) => one && one[of] === first[of]) ? first[of] : null)
  return { site: common('site'), territoireCode: common('territoireCode'), provinceCode: common('provinceCode') }
}
