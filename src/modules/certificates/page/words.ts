/* The words of the public pages: the module's server words in the language that was asked for. */
import { type Language, type PhraseFacts, fillPhrase } from '../../../kernel/phrase.ts'
import { en } from '../words/en.ts'
import { fr } from '../words/fr.ts'

export type PageWord = keyof typeof fr
export type Say = (key: PageWord, facts?: PhraseFacts) => string

/** The sentence of a key with its facts, in one language. */
export const sayIn =
  (language: Language): Say =>
  (key, facts = {}) =>
    fillPhrase(language, language === 'fr' ? fr[key] : en[key], facts)
