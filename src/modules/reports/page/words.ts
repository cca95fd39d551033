/* Words and values of a report as text, for paper and workbook; the same keys as on the screen. */
import { type Language, type PhraseFacts, dateText, fillPhrase, numberText } from '../../../kernel/phrase.ts'
import type { CellUnit, CellValue } from '../contract.ts'
import { standingText } from '../domain/standing-text.ts'
import { reportEn } from '../words/report-en.ts'
import { reportFr } from '../words/report-fr.ts'

const words: { readonly [language in Language]: { readonly [key: string]: string } } = { fr: reportFr, en: reportEn }
export type Say = (key: string, facts?: PhraseFacts) => string
/** A key that has no words stands as it is: a code of a later version is shown, not hidden. */
export const sayIn =
  (language: Language): Say =>
  (key, facts = {}) =>
    fillPhrase(language, words[language][key] ?? key.replace(/^report\.word\./, ''), facts)

/** A cell by its column: the colours of sites stand as codes with their number of bags, `GREEN (6)`, and read as the reader calls them. */
export const cellValueText = (
  language: Language,
  value: CellValue,
  { key, unit }: { readonly key: string; readonly unit: CellUnit },
): string =>
  key === 'standing' && typeof value === 'string'
    ? standingText(value, (code) => sayIn(language)(`report.word.site-status.${code}`))
    : valueText(language, value, unit)

/** How a value reads; the unit is said with it. */
export function valueText(language: Language, value: CellValue, unit: CellUnit): string {
  if (value === null) return '–'
  if (typeof value === 'string') return unit === 'word' ? sayIn(language)(`report.word.${value}`) : unit === 'day' ? dateText(value) : value
  if (unit === 'grams') return `${numberText(language, value / 1_000)}\u00a0kg`
  if (unit === 'milligrams') return `${numberText(language, value / 1_000)}\u00a0g`
  if (unit === 'share') return `${numberText(language, value / 100)}\u00a0%`
  if (unit === 'percent') return `${numberText(language, value)}\u00a0%`
  if (unit === 'usd-cents') return `${numberText(language, value / 100)}\u00a0USD`
  return numberText(language, value)
}
