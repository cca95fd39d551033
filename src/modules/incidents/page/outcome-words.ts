/*
The words of outcomes in every language of the grievance desk: who reported in Swahili or Lingala reads in it what came of it. Offices write
French and English; the two others have these fixed words alone, of which every sentence is made.
*/
import { en } from '../words/en.ts'
import { fr } from '../words/fr.ts'
import { outcomeLn } from './outcome-words-ln.ts'
import { outcomeSw } from './outcome-words-sw.ts'

export type OutcomeLanguage = 'fr' | 'en' | 'sw' | 'ln'
type Key = Extract<keyof typeof fr, `outcome.${string}` | `incident.category.${string}` | `incident.decided.${string}`>
export type OutcomeWords = { readonly [One in Key]: string }

const WORDS: { readonly [Language in OutcomeLanguage]: OutcomeWords } = { fr, en, sw: outcomeSw, ln: outcomeLn }
export const outcomeWords = (language: OutcomeLanguage): OutcomeWords => WORDS[language]
/** As on the page of reports. */
export const OUTCOME_LANGUAGES: readonly (readonly [OutcomeLanguage, string])[] = [
  ['fr', 'Français'],
  ['sw', 'Kiswahili'],
  ['ln', 'Lingála'],
  ['en', 'English'],
]
const MONTHS: { readonly [Language in OutcomeLanguage]: readonly string[] } = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
  sw: 'Januari Februari Machi Aprili Mei Juni Julai Agosti Septemba Oktoba Novemba Desemba'.split(' '),
  ln: 'yanwáli febwáli mársi apríli máyi yúni yúli augústo sɛtɛ́mbɛ ɔkɔtɔ́bɛ novɛ́mbɛ dɛsɛ́mbɛ'.split(' '),
}
export const monthText = (language: OutcomeLanguage, month: string): string =>
  `${MONTHS[language][Number(month.slice(5, 7)) - 1] ?? month} ${month.slice(0, 4)}`
