/*
Gold as people type it, in whole numbers without passing through a fraction: grams with two or three decimals become milligrams, a fineness
of `920` or `916,7` becomes tenths. A fourth decimal is refused: no scale of a trading centre shows it. And back, as it is read.
*/
import { type Language, numberText } from '../../../../kernel/phrase.ts'

const digitsOf = (text: string, places: number, most: number): number | null => {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(/(g|‰)$/i, '')
  const found = /^(\d{1,7})(?:[.,](\d*))?$/.exec(plain)
  if (!found) return null
  const rest = (found[2] ?? '').replace(/0+$/, '')
  if (rest.length > places) return null
  const value = Number(`${found[1] ?? ''}${rest.padEnd(places, '0')}`)
  return value > 0 && value <= most ? value : null
}
/** At most a tonne; `null` while it is not a mass. */
export const milligramsOf = (text: string): number | null => digitsOf(text, 3, 1_000_000_000)
/** At most 1,000 ‰. */
export const finenessOf = (text: string): number | null => digitsOf(text, 1, 10_000)

export const gramsText = (language: Language, milligrams: number): string => `${numberText(language, milligrams / 1000, 3)}\u00a0g`
/** For a field that holds it. */
export function gramsTyped(language: Language, milligrams: number): string {
  const digits = String(milligrams).padStart(4, '0')
  const places = digits.slice(-3).replace(/0+$/, '')
  return digits.slice(0, -3) + (places === '' ? '' : (language === 'fr' ? ',' : '.') + places)
}
export const finenessText = (language: Language, tenths: number): string => `${numberText(language, tenths / 10, 1)}\u00a0‰`
export const shareText = (language: Language, hundredths: number): string => `${numberText(language, hundredths / 100, 1)}\u00a0%`
