/*
The balance of a trader's month per mineral: opening stock + bought + other entries − sold − other exits ± weighing differences = closing stock, exactly.
It is made lot by lot: what a lot's purchases and sales do not explain is a weighing difference while the lot is where they say it is, and another entry
or exit when it is not (bought and not yet received, lost in processing, taken back). It refuses to round and to leave a remainder without a line.
*/
import type { HeldLot } from '../../custody/contract-trades.ts'
import type { MonthMovement, RegisterEntry } from '../contract.ts'

type Moved = Pick<RegisterEntry, 'direction' | 'lot' | 'mineral' | 'massGrams' | 'massMilligrams'>
type Amount = (one: { readonly grams: number; readonly milligrams: number | null }) => number
interface Lines {
  readonly opening: number
  readonly otherIn: number
  readonly otherOut: number
  readonly difference: number
  readonly closing: number
}

/** One mineral's lots and entries; milligrams are `null` where no lot is weighed in them. */
export function movementOf(lots: readonly HeldLot[], entries: readonly Moved[]): MonthMovement & { readonly closing: Closing } {
  const grams = linesOf(lots, entries, (one) => one.grams)
  const fine = [...lots.flatMap((one) => [one.opening.milligrams, one.closing.milligrams]), ...entries.map((one) => one.massMilligrams)]
  const milligrams = fine.some((one) => one !== null) ? linesOf(lots, entries, (one) => one.milligrams ?? one.grams * 1000) : null
  return {
    openingGrams: grams.opening,
    openingMilligrams: milligrams?.opening ?? null,
    otherInGrams: grams.otherIn,
    otherInMilligrams: milligrams?.otherIn ?? null,
    otherOutGrams: grams.otherOut,
    otherOutMilligrams: milligrams?.otherOut ?? null,
    differenceGrams: grams.difference,
    differenceMilligrams: milligrams?.difference ?? null,
    closing: { grams: grams.closing, milligrams: milligrams?.closing ?? null },
  }
}
export interface Closing {
  readonly grams: number
  readonly milligrams: number | null
}

function linesOf(lots: readonly HeldLot[], entries: readonly Moved[], amount: Amount): Lines {
  const byLot = Map.groupBy(entries, (one) => String(one.lot))
  const known = new Map(lots.map((one) => [String(one.lot), one]))
  const rests: { readonly rest: number; readonly explained: boolean }[] = []
  for (const lot of new Set([...known.keys(), ...byLot.keys()])) rests.push(restOf(known.get(lot), byLot.get(lot) ?? [], amount))
  const made = sum(lots.map((one) => amount(one.formed) - amount(one.drawn)))
  const other = [made, ...rests.filter((one) => !one.explained).map((one) => one.rest)]
  return {
    opening: sum(lots.map((one) => amount(one.opening))),
    otherIn: sum(other.map((one) => Math.max(0, one))),
    otherOut: sum(other.map((one) => Math.max(0, -one))),
    difference: sum(rests.filter((one) => one.explained).map((one) => one.rest)),
    closing: sum(lots.map((one) => amount(one.closing))),
  }
}

/** What is left of one lot after its entries and the lots made of it, and whether it is in the hands in which those leave it. */
function restOf(
  lot: HeldLot | undefined,
  entries: readonly Moved[],
  amount: Amount,
): { readonly rest: number; readonly explained: boolean } {
  const of = (direction: Moved['direction']): readonly Moved[] => entries.filter((one) => one.direction === direction)
  const moved = (direction: Moved['direction']): number =>
    sum(of(direction).map((one) => amount({ grams: one.massGrams, milligrams: one.massMilligrams })))
  const flow = moved('in') - moved('out')
  if (!lot) return { rest: -flow, explained: of('in').length === of('out').length }
  const rest = amount(lot.closing) - amount(lot.opening) - flow - amount(lot.formed) + amount(lot.drawn)
  const expected = Number(lot.heldBefore) + Number(lot.madeHere) + of('in').length - of('out').length
  return { rest, explained: expected === Number(lot.heldAfter) }
}
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
