/*
The words on screen: `t(key, facts)`. The chosen language is kept on the device and written on <html lang>. Words lie on shelves, so that a
telephone does not carry the office's and a desk's home page opens without them; a screen's shelf is fetched together with the screen. A missing key is a
type error; a word that is asked before its shelf came is drawn as soon as it is there. A refusal without a sentence shows its code.
*/
import { useSyncExternalStore } from 'react'
import { dateText, fillPhrase, type Language, type PhraseFacts } from '../kernel/phrase.ts'
import type { WordKey } from './words-fr.ts'

export type { Language } from '../kernel/phrase.ts'
export type { WordKey } from './words-fr.ts'
export type Translate = (key: WordKey, facts?: PhraseFacts) => string
/** Who needs the words of the field or of a desk's home page needs the first ones too; who needs the office's needs all. */
export type WordShelf = 'first' | 'field' | 'home' | 'count' | 'office'
/** In which every word exists: letters too are written in these. */
export const wholeLanguages = [
  { code: 'fr', name: 'Français' },
  { code: 'en', name: 'English' },
] as const
export const languages = [
  ...wholeLanguages,
  // In part, proposed: what it lacks is said in English.
  { code: 'mn', name: 'Монгол (санал; бусад нь English)' },
] as const
/** What somebody may choose; `Language` is what every word exists in. */
export type ShownLanguage = (typeof languages)[number]['code']

interface Sentences {
  readonly [key: string]: string
}

/** `language`: numbers, dates and whatever a partial language lacks are said in it. */
interface Words {
  readonly language: Language
  readonly shown: ShownLanguage
  readonly t: Translate
}

const place = 'chanzo.language'
const listeners = new Set<() => void>()
const order = ['first', 'field', 'home', 'count', 'office'] as const
const isPartOf = (shelf: WordShelf, needed: WordShelf): boolean => shelf === 'first' || shelf === needed || needed === 'office'
const shelves: { readonly [Code in Language]: { readonly [Shelf in WordShelf | 'refusals']: () => Promise<Sentences> } } = {
  fr: {
    first: async () => (await import('./words/first-fr.ts')).firstFr,
    field: async () => (await import('./words/field-fr.ts')).fieldFr,
    home: async () => (await import('./words/home-fr.ts')).homeFr,
    count: async () => (await import('./words/count-fr.ts')).countFr,
    office: async () => (await import('./words/office-fr.ts')).officeFr,
    refusals: async () => (await import('./refusals-fr.ts')).refusals,
  },
  en: {
    first: async () => (await import('./words/first-en.ts')).firstEn,
    field: async () => (await import('./words/field-en.ts')).fieldEn,
    home: async () => (await import('./words/home-en.ts')).homeEn,
    count: async () => (await import('./words/count-en.ts')).countEn,
    office: async () => (await import('./words/office-en.ts')).officeEn,
    refusals: async () => (await import('./refusals-en.ts')).refusals,
  },
}

let target: Language = 'fr'
let shown: ShownLanguage = 'fr'
/** Words of a partial language; empty for a whole one. */
let partial: Sentences = {}
let wanted: readonly WordShelf[] = ['first']
/** What was filled last: nothing is put together twice. */
let filled: { readonly language: Language; readonly shelves: readonly WordShelf[] } | undefined
let words: Sentences = {}
let refusals: { readonly language: Language; readonly sentences: Sentences } | undefined
let current: Words = wordsOf('fr')

/** Loads the language chosen before, else the browser's, else French. Must end before the first drawing. */
export function startWords(shelf: WordShelf): Promise<void> {
  want(shelf)
  return chooseLanguage(keptLanguage() ?? (navigator.language.startsWith('en') ? 'en' : 'fr'))
}

export async function chooseLanguage(chosen: ShownLanguage): Promise<void> {
  const language = chosen === 'mn' ? 'en' : chosen
  ;[target, shown] = [language, chosen]
  const part = chosen === 'mn' ? (await import('./words/partial-mn.ts')).partialMn : {}
  await fill()
  if (shown !== chosen) return
  partial = part
  const knewRefusals = refusals !== undefined
  current = wordsOf(language)
  document.documentElement.lang = chosen
  localStorage.setItem(place, chosen)
  tell()
  // A refusal comes after an act, so its sentences may come after the first drawing; a home page and a telephone take them with the first refusal.
  if (knewRefusals || wanted.includes('office')) void needRefusals()
}

/** Ends when the words of a shelf are there; at once when they already are. */
export async function needWords(shelf: WordShelf): Promise<void> {
  want(shelf)
  await fill()
  if (shelf === 'field' || shelf === 'office') void needRefusals()
}
function want(needed: WordShelf): void {
  const more = order.filter((shelf) => wanted.includes(shelf) || isPartOf(shelf, needed))
  if (more.length > wanted.length) wanted = more
}

/** Ends when the sentences of refusals are there, or cannot be had: what brings a refusal waits for this before it shows it. */
export async function needRefusals(): Promise<void> {
  const language = target
  if (refusals?.language === language) return
  const sentences = await shelves[language].refusals().catch(() => null)
  if (sentences === null || language !== target) return
  refusals = { language, sentences }
  drawMissed()
}

const shownNow = (): typeof current => current
/** The words inside a component: draws again when the language changes; a test may draw it to text. */
export const useWords = (): Words => useSyncExternalStore(subscribe, shownNow, shownNow)

/** The words outside components (titles, exports). */
export const t: Translate = (key, facts) => current.t(key, facts)
/** A day as the language chosen writes it: Mongolian begins with the year, `2026.11.21`. */
export const dayText = (date: string): string => (shown === 'mn' ? date.replaceAll('-', '.') : dateText(date))
const daysIn = (facts: PhraseFacts = {}): PhraseFacts =>
  shown === 'mn' ? Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, isDay(fact) ? dayText(fact) : fact])) : facts
const isDay = (fact: unknown): fact is string => typeof fact === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(fact)
export const currentLanguage = (): Language => current.language

/** The sentence of a refusal code with its facts; says the code itself where no module has a sentence. */
export function refusalText(code: string, facts: PhraseFacts = {}): string {
  const sentence = sentenceAt(`refusal.${code}`)
  if (sentence !== undefined) return fillPhrase(current.language, sentence, daysIn(facts))
  if (refusals?.language === current.language) return t('refusal.unknown', { code })
  miss('refusals')
  return t('app.loading')
}

/** A word whose key is put together from data (a role, a criterion); `otherwise` where the dictionary has none. */
export function wordOr(key: string, otherwise: string, facts: PhraseFacts = {}): string {
  const sentence = sentenceAt(key)
  if (sentence !== undefined) return fillPhrase(current.language, sentence, facts)
  if (!filled?.shelves.includes('office')) miss('office')
  else if (refusals?.language !== current.language) miss('refusals')
  return otherwise
}

function wordsOf(language: Language): Words {
  return {
    language,
    shown,
    t: (key, facts) => {
      const sentence = partial[key] ?? words[key]
      if (sentence !== undefined) return fillPhrase(language, sentence, daysIn(facts))
      if (!filled?.shelves.includes('office')) miss('office')
      return ''
    },
  }
}

/** Something was drawn without its word: it is fetched, and then drawn again. */
let missed = false
function miss(what: 'office' | 'refusals'): void {
  if (filled === undefined) return
  missed = true
  void (what === 'office' ? needWords('office') : needRefusals()).catch(() => undefined)
}
function drawMissed(): void {
  if (!missed) return
  missed = false
  current = wordsOf(current.language)
  tell()
}
const tell = (): void => {
  for (const listener of listeners) listener()
}

async function fill(): Promise<void> {
  const [language, now] = [target, wanted]
  if (filled?.language === language && filled.shelves === now) return undefined
  const taken = await Promise.all(now.map((shelf) => shelves[language][shelf]()))
  // Meanwhile another language was chosen, or more was wanted.
  if (language !== target || now !== wanted) return fill()
  words = taken.reduceRight<Sentences>((all, shelf) => ({ ...all, ...shelf }), {})
  filled = { language, shelves: now }
  if (language === current.language) drawMissed()
  return undefined
}
/** By a key made from data: the screens' words first, then the modules' own. */
const sentenceAt = (key: string): string | undefined =>
  partial[key] ?? words[key] ?? (refusals?.language === current.language ? refusals.sentences[key] : undefined)

function keptLanguage(): ShownLanguage | undefined {
  const kept = localStorage.getItem(place)
  return languages.find(({ code }) => code === kept)?.code
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
