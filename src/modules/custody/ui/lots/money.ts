/* Prices as people type them, to whole hundredths of a currency, without passing through a fraction; and back. Comma and point both part the hundredths. */
import { numberText } from '../../../../kernel/phrase.ts'

/** `12,5` → 1250; `null` while it is not an amount. */
export function hundredthsOf(text: string): number | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '')
  const found = /^(\d{1,10})(?:[.,](\d{0,2}))?$/.exec(plain)
  return found ? Number(`${found[1] ?? ''}${(found[2] ?? '').padEnd(2, '0')}`) : null
}

export const moneyText = (language: 'fr' | 'en', hundredths: number, currency: string): string =>
  `${numberText(language, hundredths / 100, 2)} ${currency}`

/** A percentage as typed, to hundredths: `4,25` → 425. */
export function hundredthsOfPercent(text: string): number | null {
  const value = hundredthsOf(text.replace('%', ''))
  return value !== null && value <= 10_000 ? value : null
}
/** A grade as typed: `63,25` → 63.25; at most four places and 100. */
export function gradeOf(text: string): number | null {
  const plain = text.trim().replace('%', '').replace(',', '.').trim()
  const value = /^\d{1,3}(\.\d{1,4})?$/.test(plain) ? Number(plain) : null
  return value !== null && value <= 100 ? value : null
}
