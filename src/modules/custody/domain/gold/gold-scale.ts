/* One weighing of any lot: gold that is kept in milligrams is weighed in milligrams and held to half a percent (F39), all else in grams by its leg. */
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Finding, LotKind } from '../../contract.ts'
import { legOf } from '../lots/lot-state.ts'
import { weightChange } from '../plausibility/mass-balance.ts'
import { type WeightLimits, correctionTolerance } from '../plausibility/tolerances.ts'
import { isAboveShare } from '../plausibility/rules/rule.ts'
import { twoScales } from './gold-rules.ts'
import { gramsOfGold } from './worth.ts'

interface Scale {
  readonly massGrams: number
  readonly massMilligrams?: number | undefined
}
interface Weighed extends Scale {
  readonly number: string
  readonly kind: LotKind
  readonly isOpen?: boolean
  /** Numbers that hold where it comes from. */
  readonly limits?: WeightLimits | undefined
}
/** What the scale showed, in the lot's unit. Refusal: `gold-in-milligrams`. */
export function scaleOf(lot: Weighed, { massGrams, massMilligrams }: Scale): Outcome<{ massGrams: number; massMilligrams?: number }> {
  if (lot.massMilligrams === undefined) return accepted({ massGrams })
  if (massMilligrams === undefined) return refused('gold-in-milligrams', { number: lot.number })
  return accepted({ massGrams: gramsOfGold(massMilligrams), massMilligrams })
}

/** The same goods before and after. */
export function changeOf(lot: Weighed, before: Scale, after: Scale): Finding | null {
  if (before.massMilligrams === undefined || after.massMilligrams === undefined)
    return weightChange({ leg: legOf(lot.kind), set: lot.limits }, before.massGrams, after.massGrams)
  return twoScales(lot.number, before.massMilligrams, after.massMilligrams)
}

/** P09 in milligrams: more than a slip of the pen. */
export function goldCorrection(beforeMilligrams: number, massMilligrams: number): Finding | null {
  const limit = correctionTolerance.hundredthsOfPercent
  const changeMilligrams = massMilligrams - beforeMilligrams
  if (!isAboveShare(Math.abs(changeMilligrams), beforeMilligrams, limit)) return null
  return {
    rule: 'P09',
    severity: 'C',
    facts: { beforeGrams: beforeMilligrams / 1000, afterGrams: massMilligrams / 1000, allowedHundredthsOfPercent: limit },
  }
}
