/*
Numbers as people type them: money to whole cents by moving digits, and a measured value with comma or point. Neither guesses:
text that could mean two things is refused.
*/
const plainOf = (text: string): string => text.replaceAll(/[\s\u00a0\u202f]/g, '')

/** `1 234,5` → 123450 cents; null for anything else, also for a third place after the comma. */
export function centsOf(text: string): number | null {
  const found = /^(\d{1,12})(?:[.,](\d{0,2}))?$/.exec(plainOf(text))
  return found ? Number(`${found[1] ?? ''}${(found[2] ?? '').padEnd(2, '0')}`) : null
}

/** What a field shows for cents that it holds: `1234,50`. */
export const centsText = (language: 'fr' | 'en', cents: number): string =>
  `${Math.floor(cents / 100)}${language === 'fr' ? ',' : '.'}${String(cents % 100).padStart(2, '0')}`

/** `65,2` → 65.2; null for anything that is not a decimal number. */
export function decimalOf(text: string): number | null {
  const plain = plainOf(text)
  return /^\d{1,9}([.,]\d{1,9})?$/.test(plain) ? Number(plain.replace(',', '.')) : null
}

/** `cd, RW` → ['CD', 'RW']; null when one is not a code of two letters (or `0`, an unknown source). */
export function countriesOf(text: string): readonly string[] | null {
  const codes = text
    .split(/[\s,;→>-]+/)
    .filter(Boolean)
    .map((code) => code.toUpperCase())
  return codes.every((code) => /^([A-Z]{2}|0)$/.test(code)) ? codes : null
}
