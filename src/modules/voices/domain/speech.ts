/*
Which language a short message is written in, by the words that are in nearly every one; French where nothing tells. And what is said to the
service itself rather than told to it: a language alone, stop, a greeting, a call for help.
*/
import type { VoiceLanguage } from '../contract.ts'
import { plain } from './conflict.ts'

/** A first word that says it, as posters may print it: `SWAHILI …`, `EN …`. */
const KEYWORDS: { readonly [word: string]: VoiceLanguage } = {
  ...{ fr: 'fr', francais: 'fr', french: 'fr', kifaransa: 'fr', en: 'en', english: 'en', anglais: 'en', kiingereza: 'en' },
  ...{ sw: 'sw', swahili: 'sw', kiswahili: 'sw', ln: 'ln', lingala: 'ln' },
}
const words = (said: string): ReadonlySet<string> => new Set(said.split(' '))
const TELLING: { readonly [Language in VoiceLanguage]: ReadonlySet<string> } = {
  fr: words('le la les des est une un dans pour avec nous ils elles sont pas que qui du au chez par sur et ont prennent agents barriere'),
  en: words('the is are they and we with for not of at there people was were have take takes from our at to'),
  sw: words(
    'na ya wa kwa ni katika sisi wao pesa watu anachukua wanachukua hapa kuna bila mgodi watoto habari tena wamerudi leo jana kila mfuko askari duka wakala yetu wetu mtu anataka wanataka njiani',
  ),
  ln: words(
    'bazali bato ya na mpe biso bango awa mbongo bana bazo mosala te kasi oyo mabe lobi benga ngai bazongi nzela basoda bakamati libanda',
  ),
}
/** Endings and beginnings of verbs that only one of them has. */
const SHAPED: { readonly [Language in VoiceLanguage]?: RegExp } = {
  sw: /^(ana|wana|wame|ame|wali|ali|tuna|nina|ina|zina)[a-z]{3,}$/,
  ln: /^(bazo|nazo|azo|tozo|baza|bako)[a-z]{2,}$/,
}
const LANGUAGES = ['fr', 'en', 'sw', 'ln'] as const

export interface Spoken {
  readonly language: VoiceLanguage
  readonly text: string
  /** `said`: by its own first word; `likely`: by the words; `unknown`: nothing tells. */
  readonly by: 'said' | 'likely' | 'unknown'
}
export function languageOfMessage(message: string): Spoken {
  const text = message.trim()
  const [first = ''] = text.split(/\s+/)
  const said = KEYWORDS[plain(first).replace(/[^a-z]/g, '')]
  if (said !== undefined) return { language: said, text: text.slice(first.length).trim(), by: 'said' }
  const all = plain(message).split(/[^a-z]+/)
  const hits = (language: VoiceLanguage): number =>
    all.reduce((sum, word) => sum + (TELLING[language].has(word) ? 1 : 0) + (SHAPED[language]?.test(word) ? 2 : 0), 0)
  const [best = 'fr'] = LANGUAGES.toSorted((a, b) => hits(b) - hits(a))
  return hits(best) === 0 ? { language: 'fr', text, by: 'unknown' } : { language: best, text, by: 'likely' }
}

const STOP = words('stop arret arreter arretez fin unsubscribe acha simama koma tika telema')
const HELLO = words(
  'bonjour bonsoir salut hello hi hey jambo habari mambo hujambo mbote help aide aidez sos info infos menu msaada usaidizi lisungi test ok oui merci asante matondo thanks thank you svp ?',
)
/** Short words to the service: nothing that anybody could look into. */
export function saidToService(message: string): 'stop' | 'hello' | null {
  const all = plain(message)
    .replace(/[!.,;:]/g, ' ')
    .trim()
    .split(/\s+/)
  if (all.length === 0 || all.length > 3) return null
  if (all.every((word) => STOP.has(word))) return 'stop'
  return all.every((word) => HELLO.has(word) || /^\?+$/.test(word)) ? 'hello' : null
}
