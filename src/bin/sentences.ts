/*
Words for the terminal, from the same dictionaries as the screens. The terminal speaks French when the machine does, otherwise
English.
*/
import { fillPhrase } from '../kernel/phrase.ts'
import type { Facts, Refusal } from '../kernel/outcome.ts'
import { serverWords } from './words.ts'

/** An empty variable says nothing, as everywhere on such machines: the next one counts. */
export const speaksFrench = (env: { readonly [name: string]: string | undefined }): boolean =>
  /^fr/i.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '')
const french = speaksFrench(process.env)

/** A word with its facts filled in; the bare key when it has none. */
export const wordsOf = (key: string, facts: Facts, language: 'fr' | 'en' = french ? 'fr' : 'en'): string =>
  fillPhrase(language, serverWords[language][key] ?? key, facts)

export const sentenceOf = ({ code, facts }: Refusal): string => wordsOf(`refusal.${code}`, facts)
