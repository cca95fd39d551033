/*
What the figures of gold say. F39 for a sachet on two scales, a broken seal, a number that stands twice; P10 and P11 for a melt. The ranges of
P10 and P11 are ours (D): mercury leaves an amalgam, so its loss says little, and fine gold is what must stay. A finding is about figures.
*/
import type { Finding } from '../../contract.ts'
import type { GoldForm } from '../../contract-gold.ts'
import { f39 } from '../plausibility/rules/f39-gold-sachet.ts'
import { findingOf, isAboveShare } from '../plausibility/rules/rule.ts'
import { shareLost } from './worth.ts'

/** Defaults (D), in hundredths of a percent. */
export const meltRanges = {
  lossAlert: { dust: 1_000, amalgam: 6_000, sponge: 1_500, nugget: 500, dore: 300 },
  gainAllowed: 10,
  fine: { warn: 200, alert: 500, critical: 1_000 },
} as const

const spoken = (inputs: Parameters<typeof f39.evaluate>[0]): Finding | null => {
  const verdict = f39.evaluate(inputs)
  return verdict && findingOf(verdict)
}

/** The same gold on two scales, more than half a percent apart. */
export const twoScales = (serial: string, sentMilligrams: number, receivedMilligrams: number): Finding | null =>
  spoken({ serial, otherLot: null, sealBroken: false, sentMilligrams, receivedMilligrams })
export const brokenSeal = (serial: string, isBroken: boolean): Finding | null =>
  isBroken ? spoken({ serial, otherLot: null, sealBroken: true, sentMilligrams: 0, receivedMilligrams: null }) : null
export const serialTwice = (serial: string, other: { readonly lot: string } | undefined): Finding | null =>
  other ? spoken({ serial, otherLot: other.lot, sealBroken: false, sentMilligrams: 0, receivedMilligrams: null }) : null

export interface MeltFigures {
  readonly inputMilligrams: number
  readonly outputMilligrams: number
  /** `null` where the fineness of an input is not known. */
  readonly inputFineMilligrams: number | null
  readonly outputFineMilligrams: number
  /** What was melted; a bar counts as doré. */
  readonly forms: readonly GoldForm[]
}
/** P10: a melt that gains, or loses more than what was melted usually does. */
export function meltLoss({ inputMilligrams, outputMilligrams, forms }: MeltFigures): Finding | null {
  const facts = { inputMilligrams, outputMilligrams, lossHundredthsOfPercent: shareLost(inputMilligrams, outputMilligrams) }
  const gain = outputMilligrams - inputMilligrams
  if (gain > 0)
    return isAboveShare(gain, inputMilligrams, meltRanges.gainAllowed)
      ? { rule: 'P10', severity: 'C', facts: { ...facts, why: 'gain' } }
      : null
  const allowed = Math.max(...(forms.length === 0 ? [meltRanges.lossAlert.dore] : forms.map((form) => meltRanges.lossAlert[form])))
  if (!isAboveShare(-gain, inputMilligrams, allowed)) return null
  return { rule: 'P10', severity: 'A', facts: { ...facts, why: 'loss', allowedHundredthsOfPercent: allowed } }
}
/** P11: the fine gold that came out is not the fine gold that went in. */
export function fineBalance({ inputFineMilligrams, outputFineMilligrams }: MeltFigures): Finding | null {
  if (inputFineMilligrams === null) return null
  const gap = Math.abs(outputFineMilligrams - inputFineMilligrams)
  const { warn, alert, critical } = meltRanges.fine
  const above = (limit: number) => isAboveShare(gap, inputFineMilligrams, limit)
  if (!above(warn)) return null
  const change = shareLost(inputFineMilligrams, outputFineMilligrams)
  const facts = { inputFineMilligrams, outputFineMilligrams, lossHundredthsOfPercent: change }
  return { rule: 'P11', severity: above(critical) ? 'C' : above(alert) ? 'A' : 'W', facts }
}
