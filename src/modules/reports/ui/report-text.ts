/* How keys and values of a report read on the screen; the words are the same as on paper. */
import { dateText, numberText } from '../../../kernel/phrase.ts'
import { wordOr } from '../../../app/words.ts'
import { standingText } from '../domain/standing-text.ts'
import type { CellUnit, CellValue } from '../contract.ts'

export const said = (kind: string, key: string, facts: { readonly [name: string]: unknown } = {}): string =>
  wordOr(`report.${kind}.${key}`, key, facts)

export function cellText(language: 'fr' | 'en', value: CellValue, unit: CellUnit): string {
  if (value === null) return '–'
  if (typeof value === 'string') return unit === 'word' ? said('word', value) : unit === 'day' ? dateText(value) : value
  if (unit === 'grams') return `${numberText(language, value / 1_000)}\u00a0kg`
  if (unit === 'milligrams') return `${numberText(language, value / 1_000)}\u00a0g`
  if (unit === 'share') return `${numberText(language, value / 100)}\u00a0%`
  if (unit === 'percent') return `${numberText(language, value)}\u00a0%`
  return unit === 'usd-cents' ? `${numberText(language, value / 100)}\u00a0USD` : numberText(language, value)
}
/** A cell by its column; colours of sites stand as codes in the frozen text. */
export const columnText = (
  language: 'fr' | 'en',
  value: CellValue,
  { key, unit }: { readonly key: string; readonly unit: CellUnit },
): string =>
  key === 'standing' && typeof value === 'string'
    ? standingText(value, (code) => said('word', `site-status.${code}`))
    : cellText(language, value, unit)
export const isNumber = (unit: CellUnit): boolean => unit !== 'text' && unit !== 'word' && unit !== 'day'
