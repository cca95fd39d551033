/*
The words on screen: `t(key, facts)`. The chosen language is kept on the device and written on <html lang>; each language is
its own file, fetched when chosen. A missing key is a type error; a refusal without a sentence shows its code.
*/
import { useSyncExternalStore } from 'react'
import { fillPhrase, type Language, type PhraseFacts } from '../kernel/phrase.ts'
import type { Dictionary, WordKey } from './words-fr.ts'

export type { Language } from '../kernel/phrase.ts'
export type { WordKey } from './words-fr.ts'
export type Translate = (key: WordKey, facts?: PhraseFacts) => string
export const languages = [
  { code: 'fr', name: 'Français' },
  { code: 'en', name: 'English' },
] as const

const place = 'chanzo.language'
const listeners = new Set<() => void>()
let words: Dictionary | undefined
let refusals: { readonly [key: string]: string } = {}
let current: { readonly language: Language; readonly t: Translate } = wordsOf('fr')

/** Loads the language chosen before, else the browser's, else French. Must end before the first drawing. */
export const startWords = (): Promise<void> => chooseLanguage(keptLanguage() ?? (navigator.language.startsWith('en') ? 'en' : 'fr'))

export async function chooseLanguage(language: Language): Promise<void> {
  words = await load(language)
  current = wordsOf(language)
  document.documentElement.lang = language
  localStorage.setItem(place, language)
  for (const listener of listeners) listener()
  // A refusal comes after an act, so its sentences may come after the first drawing.
  void loadRefusals(language).then((sentences) => (refusals = sentences))
}

/** The words inside a component: draws again when the language changes. */
export const useWords = (): { readonly language: Language; readonly t: Translate } => useSyncExternalStore(subscribe, () => current)

/** The words outside components (titles, exports). */
export const t: Translate = (key, facts) => current.t(key, facts)
export const currentLanguage = (): Language => current.language

/** The sentence of a refusal code with its facts; says the code itself where no module has a sentence. */
export function refusalText(code: string, facts: PhraseFacts = {}): string {
  const sentence = sentenceAt(`refusal.${code}`)
  return sentence === undefined ? t('refusal.unknown', { code }) : fillPhrase(current.language, sentence, facts)
}

/** A word whose key is put together from data (a role, a criterion); `otherwise` where the dictionary has none. */
export function wordOr(key: string, otherwise: string, facts: PhraseFacts = {}): string {
  const sentence = sentenceAt(key)
  return sentence === undefined ? otherwise : fillPhrase(current.language, sentence, facts)
}

function wordsOf(language: Language): { readonly language: Language; readonly t: Translate } {
  return { language, t: (key, facts) => (words ? fillPhrase(language, words[key], facts) : '') }
}
/** By a key made from data: the screens' words first, then the modules' own. */
function sentenceAt(key: string): string | undefined {
  const own: { readonly [key: string]: string } = words ?? {}
  return own[key] ?? refusals[key]
}
const loadRefusals = async (language: Language): Promise<typeof refusals> =>
  (language === 'en' ? await import('./refusals-en.ts') : await import('./refusals-fr.ts')).refusals
async function load(language: Language): Promise<Dictionary> {
  if (language === 'en') return (await import('./words-en.ts')).dictionaryEn
  return (await import('./words-fr.ts')).dictionaryFr
}
function keptLanguage(): Language | undefined {
  const kept = localStorage.getItem(place)
  return kept === 'fr' || kept === 'en' ? kept : undefined
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
