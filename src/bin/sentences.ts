/*
Refusals as sentences for the terminal, from the same words as the screens. The terminal speaks the language of the machine when
it is French, otherwise English.
*/
import { refusalWords } from './words.ts'
import type { Refusal } from '../kernel/outcome.ts'

const french = /^fr/i.test(process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? '')

/** The sentence of a refusal with its facts filled in; the bare code when it has none. */
export function sentenceOf({ code, facts }: Refusal, language: 'fr' | 'en' = french ? 'fr' : 'en'): string {
  const sentence = refusalWords[language][`refusal.${code}`] ?? code
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const fact = facts[name]
    return fact === undefined ? whole : typeof fact === 'object' && fact !== null ? JSON.stringify(fact) : String(fact)
  })
}
