/* The words of the public pages: the module's server words in the language that was asked for. */
import { type Language, type PhraseFacts, fillPhrase } from '../../../kernel/phrase.ts'
import { checks } from '../domain/checks.ts'
import { en } from '../words/en.ts'
import { fr } from '../words/fr.ts'

export type PageWord = keyof typeof fr
export type Say = (key: PageWord, facts?: PhraseFacts) => string

/** The sentence of a key with its facts, in one language. */
export const sayIn =
  (language: Language): Say =>
  (key, facts = {}) =>
    fillPhrase(language, language === 'fr' ? fr[key] : en[key], facts)

const isWord = (key: string): key is PageWord => key in fr

/** A check with its number and its title, so that a reader knows what nobody could verify: `11 · No serious incident …`. */
export function checkTitle(language: Language, number: number): string {
  const key = `check.${checks.find((check) => check.number === number)?.id ?? ''}`
  return isWord(key) ? `${number} · ${sayIn(language)(key)}` : String(number)
}
