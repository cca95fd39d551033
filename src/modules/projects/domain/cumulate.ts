/*
What stands from the beginning until the end of a period. Of what adds up it is made of what was told already: the cumulative figure before, this period, what came late, and what was
restated since; so it tells nothing that those did not. Of unique persons it is asked anew over all of the time, and moves only when ten persons or more lie between.
*/
import type { Cumulates, IndicatorUnit } from '../contract.ts'
import type { LatePart, ToldNumber } from '../contract-values.ts'
import { floored } from '../../../kernel/disclosure/disclosure-rules.ts'
import { LEAST, NOT_APPLICABLE, RULE, WITHHELD, mostOf, plainNumber } from './tell.ts'

/** How an indicator adds up: means and shares of persons do not, whatever was wished. */
export const cumulatesAs = (
  wished: Cumulates,
  { unit, touchesPersons }: { readonly unit: IndicatorUnit; readonly touchesPersons: boolean },
): Cumulates => (wished === 'sum' && unit !== 'number' && touchesPersons ? 'latest' : wished)

export interface Added {
  readonly unit: IndicatorUnit
  /** The cumulative figure of the newest locked period; `null`: this is the first. */
  readonly before: ToldNumber | null
  readonly own: ToldNumber
  readonly late: readonly LatePart[]
  /** Restated since the cumulative figure before was locked: what stood there and what stands now. */
  readonly restated: readonly { readonly before: ToldNumber; readonly now: ToldNumber }[]
}
/** What is withheld adds nothing; where nothing was told at all, nothing is. */
export function sumOf({ unit, before, own, late, restated }: Added): ToldNumber {
  const plus = [...(before === null ? [] : [before]), own, ...late.map(({ told }) => told), ...restated.map(({ now }) => now)]
  if (plus.every(({ state }) => state === 'withheld')) return WITHHELD
  if (plus.every(({ state }) => state !== 'shown')) return NOT_APPLICABLE
  const minus = restated.map((one) => one.before)
  const add = (of: (one: ToldNumber) => number | null): number =>
    plus.reduce((sum, one) => sum + (of(one) ?? 0), 0) - minus.reduce((sum, one) => sum + (of(one) ?? 0), 0)
  return plainNumber(unit, {
    numerator: Number(add((one) => one.numerator).toPrecision(12)),
    denominator: unit === 'number' ? null : add((one) => one.denominator),
  })
}

/**
 * Unique persons of all of the time, told so low that every quarter that is withheld, and every late record that waits untold, could still be nobody. Without that a sum that is
 * larger than what the told quarters can hold would say that there were one to nine in the others.
 */
export function spanWithin(
  told: ToldNumber,
  { quarters, late }: { readonly quarters: readonly ToldNumber[]; readonly late: readonly ToldNumber[] },
): ToldNumber {
  if (told.value === null) return told
  const isWithheld = quarters.some(({ value }) => value === null)
  const most = [...quarters, ...late].reduce((sum, one) => sum + mostOf(one), 0) - (isWithheld ? LEAST - 1 : 0)
  const cap = floored(Math.max(0, most), RULE.floorTo)
  if (told.value <= cap) return told
  return cap < LEAST ? WITHHELD : { ...told, value: cap, numerator: cap }
}
