/* Which language a short message is written in, by the words that are in nearly every one; French where nothing tells. */
import type { VoiceLanguage } from '../contract.ts'
import { plain } from './conflict.ts'

/** A first word that says it, as posters may print it: `SWAHILI …`, `EN …`. */
const KEYWORDS: { readonly [word: string]: VoiceLanguage } = {
  ...{ fr: 'fr', francais: 'fr', en: 'en', english: 'en', anglais: 'en' },
  ...{ sw: 'sw', swahili: 'sw', kiswahili: 'sw', ln: 'ln', lingala: 'ln' },
}
const TELLING: { readonly [Language in VoiceLanguage]: ReadonlySet<string> } = {
  fr: new Set('le la les des est une dans pour avec nous ils sont pas que du au chez'.split(' ')),
  en: new Set('the is are they and we with for not of at there people was have'.split(' ')),
  sw: new Set('na ya wa kwa ni katika sisi wao pesa watu wanachukua hapa kuna bila mgodi watoto habari'.split(' ')),
  ln: new Set('bazali bato na ya mpe biso bango awa mbongo bana bazo mosala te kasi oyo mabe'.split(' ')),
}
const LANGUAGES = ['fr', 'en', 'sw', 'ln'] as const

export function languageOfMessage(message: string): { readonly language: VoiceLanguage; readonly text: string } {
  const [first = '', ...others] = message.trim().split(/\s+/)
  const said = KEYWORDS[plain(first).replace(/[^a-z]/g, '')]
  if (said !== undefined && others.length > 0) return { language: said, text: message.trim().slice(first.length).trim() }
  const words = plain(message).split(/[^a-z]+/)
  const hits = (language: VoiceLanguage): number => words.filter((word) => TELLING[language].has(word)).length
  const best = LANGUAGES.toSorted((a, b) => hits(b) - hits(a))[0] ?? 'fr'
  return { language: hits(best) === 0 ? 'fr' : best, text: message.trim() }
}
