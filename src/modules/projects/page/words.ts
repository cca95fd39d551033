/* Words and numbers of a report as text, the same for paper, text document and workbook. */
import { type Language, type PhraseFacts, fillPhrase, numberText } from '../../../kernel/phrase.ts'
import type { Said } from '../contract.ts'
import type { ToldNumber } from '../contract-values.ts'
import { donorReportEn } from '../words/donor-report-en.ts'
import { donorReportFr } from '../words/donor-report-fr.ts'

const words: { readonly [language in Language]: { readonly [key: string]: string } } = { fr: donorReportFr, en: donorReportEn }
export type Say = (key: string, facts?: PhraseFacts) => string
export const sayIn =
  (language: Language): Say =>
  (key, facts = {}) =>
    fillPhrase(language, words[language][`donor-report.${key}`] ?? key, facts)

export const saidIn = (language: Language, { fr, en }: Said): string => (language === 'en' ? (en ?? fr) : fr)
const SIGN: { readonly [unit: string]: string } = { percent: '\u00a0%' }
export const unitText = (unit: string): string => SIGN[unit] ?? ''
export function toldText(language: Language, told: ToldNumber | null, unit: string): string {
  const say = sayIn(language)
  if (told === null) return say('no-value')
  if (told.state !== 'shown' || told.value === null) return say(told.state)
  return `${numberText(language, told.value)}${unitText(unit)}`
}
export const valueText = (language: Language, value: number | null, unit: string): string =>
  value === null ? '–' : `${numberText(language, value)}${unitText(unit)}`
/** Tenths of a percent. */
export const shareText = (language: Language, tenths: number | null): string =>
  tenths === null ? sayIn(language)('not-applicable') : `${numberText(language, tenths / 10)}\u00a0%`
export const moneyText = (language: Language, cents: number, currency: string): string =>
  `${numberText(language, cents / 100, 2)}\u00a0${currency}`
