/*
What a change of weight says. Grams in, a finding or nothing out; every comparison is made by multiplying, never by dividing,
so that a gram at the edge falls on the same side on every machine. It refuses to know lots, tags and persons.
*/
import type { Finding } from '../../contract.ts'
import { type Leg, type WeightLimits, combinationExcess, correctionTolerance, weightRanges } from './tolerances.ts'

const ALL = 10_000

/** The same goods on two scales. */
export interface TwoScales {
  readonly leg: Leg
  readonly beforeGrams: number
  readonly afterGrams: number
}
const factsOf = ({ leg, beforeGrams, afterGrams }: TwoScales, allowedHundredthsOfPercent: number) => ({
  ...{ leg, beforeGrams, afterGrams, changeGrams: afterGrams - beforeGrams, allowedHundredthsOfPercent },
})

/** A leg with the numbers that hold where the goods come from. */
export interface LegAt {
  readonly leg: Leg
  readonly set: WeightLimits | undefined
}

/** F08: more than the range allows. Limits in hundredths of a percent. */
export function weightGain(scales: TwoScales, limits: { readonly gainWarn: number; readonly gainCritical: number }): Finding | null {
  const { beforeGrams, afterGrams } = scales
  if (!exceeds(afterGrams, beforeGrams, limits.gainWarn)) return null
  const severity = exceeds(afterGrams, beforeGrams, limits.gainCritical) ? 'C' : 'A'
  return { rule: 'F08', severity, facts: factsOf(scales, limits.gainWarn) }
}

/** F09: less than the range allows. */
export function weightLoss(scales: TwoScales, limits: { readonly lossWarn: number; readonly lossCritical: number }): Finding | null {
  const { beforeGrams, afterGrams } = scales
  if (!fallsShort(afterGrams, beforeGrams, limits.lossWarn)) return null
  const severity = fallsShort(afterGrams, beforeGrams, limits.lossCritical) ? 'C' : 'A'
  return { rule: 'F09', severity, facts: factsOf(scales, limits.lossWarn) }
}

/** F08 or F09 with the ranges of the leg, or those set where the goods come from: the same goods cannot gain and lose at once. */
export function weightChange(at: Leg | LegAt, beforeGrams: number, afterGrams: number): Finding | null {
  const { leg, set } = typeof at === 'string' ? { leg: at, set: undefined } : at
  const scales = { leg, beforeGrams, afterGrams }
  const range = set?.legs[leg] ?? weightRanges[leg]
  return weightGain(scales, range) ?? weightLoss(scales, range)
}

/** F23: a lot weighs more than 1.01 times what went into it. Critical, because the surplus has no origin. */
export function combinationFinding(
  inputGrams: number,
  massGrams: number,
  allowed: number = combinationExcess.hundredthsOfPercent,
): Finding | null {
  if (!exceeds(massGrams, inputGrams, allowed)) return null
  return {
    rule: 'F23',
    severity: 'C',
    facts: { inputGrams, massGrams, excessGrams: massGrams - inputGrams, allowedHundredthsOfPercent: allowed },
  }
}

/** P09: a correction changes more than a slip of the pen does; a second person must say that it is right. */
export function correctionFinding(beforeGrams: number, massGrams: number): Finding | null {
  const limit = correctionTolerance.hundredthsOfPercent
  if (!exceeds(massGrams, beforeGrams, limit) && !fallsShort(massGrams, beforeGrams, limit)) return null
  const facts = { beforeGrams, afterGrams: massGrams, changeGrams: massGrams - beforeGrams, allowedHundredthsOfPercent: limit }
  return { rule: 'P09', severity: 'C', facts }
}

/** F22: more was drawn from a lot than it holds. */
export function doubleSpendFinding(lot: string, massGrams: number, drawnGrams: number): Finding | null {
  if (drawnGrams <= massGrams) return null
  return { rule: 'F22', severity: 'C', facts: { lot, massGrams, drawnGrams, missingGrams: drawnGrams - massGrams } }
}

const exceeds = (after: number, before: number, hundredths: number): boolean => after * ALL > before * (ALL + hundredths)
const fallsShort = (after: number, before: number, hundredths: number): boolean => after * ALL < before * (ALL - hundredths)
