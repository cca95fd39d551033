/*
The ranges of the domain specification, section 14, as data: every figure carries its evidence mark, and almost all are D (our
own proposal), so none of them may be called law. Ratios are whole hundredths of a percent, so that the arithmetic over grams
stays in whole numbers: 10,000 is all of it.
*/
import type { Evidence, Rule } from '../../../../kernel/rulebook.ts'
import type { AssayElement } from '../../contract.ts'

export interface WeightRange extends Rule {
  /** Loss below which nothing is said, and the loss beyond which the change is critical. */
  readonly lossWarn: number
  readonly lossCritical: number
  readonly gainWarn: number
  readonly gainCritical: number
}

const section14 = 'domain specification, section 14'
const ours = (id: string, evidence: Evidence = 'D'): Rule => ({ id, evidence, source: section14 })

/** Change of weight between two scales, by leg, in hundredths of a percent of the weight before. */
export const weightRanges = {
  /** A bag on its way from the pit to the trader, and bags emptied into a trader's lot. */
  'mine-to-trader': { ...ours('weight-mine-trader'), lossWarn: 600, lossCritical: 2_000, gainWarn: 100, gainCritical: 300 },
  /** After the trader, cleaning takes more away. */
  'trader-to-processor': { ...ours('weight-trader-processor'), lossWarn: 1_500, lossCritical: 3_500, gainWarn: 100, gainCritical: 300 },
} as const satisfies { readonly [leg: string]: WeightRange }
export type Leg = keyof typeof weightRanges
export type LegLimits = Omit<WeightRange, keyof Rule>
/** The numbers that hold for goods of a place; who has none set uses those above. */
export interface WeightLimits {
  readonly legs: { readonly [L in Leg]: LegLimits }
  /** What a lot may weigh beyond its inputs. */
  readonly excess: number
}

/** A lot may weigh this much more than its inputs (rule F23: factor 1.01). */
export const combinationExcess = { ...ours('combination-excess'), hundredthsOfPercent: 100 } as const

/** A mass may be corrected by this much, in hundredths of a percent of the mass before, without a second person (rule P09). */
export const correctionTolerance = { id: 'correction', evidence: 'D', source: 'our own default', hundredthsOfPercent: 100 } as const

/** Net mass of one tagged 3T bag in grams; warned outside the first pair, critical at or below zero and above the limit. */
export const bagMass = { ...ours('bag-mass'), warnBelow: 5_000, warnAbove: 60_000, criticalAbove: 100_000 } as const

export interface GradeRange extends Rule {
  readonly unit: 'percent' | 'per-mille'
  readonly warnBelow: number
  readonly warnAbove: number
  /** No mineral can hold more. */
  readonly criticalAbove: number
}
/** Grades by element; an element that is not listed has no range, which is not the same as being in range. */
export const gradeRanges: { readonly [Element in AssayElement]?: GradeRange } = {
  Sn: { ...ours('grade-tin'), unit: 'percent', warnBelow: 45, warnAbove: 74, criticalAbove: 78.8 },
  Ta2O5: { ...ours('grade-tantalum', 'S'), unit: 'percent', warnBelow: 10, warnAbove: 45, criticalAbove: 86 },
  WO3: { ...ours('grade-tungsten', 'U'), unit: 'percent', warnBelow: 50, warnAbove: 72, criticalAbove: 76.6 },
  Au: { ...ours('grade-dore', 'V'), unit: 'per-mille', warnBelow: 850, warnAbove: 980, criticalAbove: 999.9 },
  moisture: { ...ours('moisture', 'U'), unit: 'percent', warnBelow: 0, warnAbove: 8, criticalAbove: 25 },
}
