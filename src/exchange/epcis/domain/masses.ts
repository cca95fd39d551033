/*
Masses between whole grams (gold: milligrams) and the units of EPCIS (UN/ECE Recommendation 20). Done on the decimal digits, so that
nothing is rounded: three decimals of a kilogram are its grams.
*/
import { plainNumber } from './plain-number.ts'

export interface Amount {
  readonly quantity: number
  readonly uom: 'KGM' | 'GRM'
}
/** Thousandths of a whole: exact, because the nearest number prints as the same three decimals. */
export const kilograms = (grams: number): Amount => ({ quantity: grams / 1000, uom: 'KGM' })
export const gramsOfGold = (milligrams: number): Amount => ({ quantity: milligrams / 1000, uom: 'GRM' })

/** How many places the decimal point moves to give milligrams. */
const placesByUnit: ReadonlyMap<string, number> = new Map([
  ['TNE', 9],
  ['DTN', 8],
  ['KGM', 6],
  ['GRM', 3],
  ['MGM', 0],
])

/** Whole milligrams; `null` for an unknown unit, a negative mass or anything finer. */
export function milligramsOf(quantity: number, uom: string): number | null {
  const places = placesByUnit.get(uom)
  const text = plainNumber(String(quantity))
  if (places === undefined || text === null || text.startsWith('-')) return null
  const [whole = '', part = ''] = text.split('.')
  if (part.length > places) return null
  const milligrams = Number(whole + part.padEnd(places, '0'))
  return Number.isSafeInteger(milligrams) ? milligrams : null
}
