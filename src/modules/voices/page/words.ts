import type { VoiceLanguage } from '../contract.ts'
import { pageEn } from './words-en.ts'
import { type PageKey, type PageWords, pageFr } from './words-fr.ts'
import { pageLn } from './words-ln.ts'
import { pageSw } from './words-sw.ts'

const WORDS: { readonly [Language in VoiceLanguage]: PageWords } = { fr: pageFr, en: pageEn, sw: pageSw, ln: pageLn }
export const LANGUAGE_NAMES: readonly (readonly [VoiceLanguage, string])[] = [
  ['fr', 'Français'],
  ['sw', 'Kiswahili'],
  ['ln', 'Lingála'],
  ['en', 'English'],
]

/** A word with its facts filled in: `{code}`. */
export const say =
  (language: VoiceLanguage) =>
  (key: PageKey, facts: { readonly [name: string]: string | number } = {}): string =>
    WORDS[language][key].replace(/\{(\w+)\}/g, (_all, name: string) => String(facts[name] ?? ''))

/** What an address or a form says; else the languages of the browser in their order; else French. */
export function languageAsked(asked: string | undefined, accepts: string | undefined): VoiceLanguage {
  const wanted = [asked ?? '', ...(accepts ?? '').split(',').map((one) => one.trim().slice(0, 2).toLowerCase())]
  for (const one of wanted) {
    const found = LANGUAGE_NAMES.find(([code]) => code === one)
    if (found) return found[0]
  }
  return 'fr'
}

const MONTHS: { readonly [Language in VoiceLanguage]: readonly string[] } = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
  sw: 'Januari Februari Machi Aprili Mei Juni Julai Agosti Septemba Oktoba Novemba Desemba'.split(' '),
  ln: 'yanwáli febwáli mársi apríli máyi yúni yúli augústo sɛtɛ́mbɛ ɔkɔtɔ́bɛ novɛ́mbɛ dɛsɛ́mbɛ'.split(' '),
}
/** A day as people write it: `22 novembre 2026`. */
export function dayText(language: VoiceLanguage, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(date)} ${MONTHS[language][Number(month) - 1] ?? month} ${year}`
}
