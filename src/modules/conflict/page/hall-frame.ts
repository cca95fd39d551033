/*
The frame of the pages that telephones of a hall open, over a network without internet and without TLS: no script, no picture, nothing that a browser needs a safe
address for. One style for all, small enough for the oldest telephone in the room.
*/
import { type Html, escapeHtml, html } from '../../../platform/http/html.ts'
import { codesEn } from '../words/codes-en.ts'
import { codesFr } from '../words/codes-fr.ts'
import { en } from '../words/en.ts'
import { fr } from '../words/fr.ts'
import { hallEn } from './hall-words-en.ts'
import { type HallKey, hallFr } from './hall-words-fr.ts'
import { hallCodesSw, hallRefusalsSw, hallSw } from './hall-words-sw.ts'

export const HALL_LANGUAGES = [
  ['fr', 'Français'],
  ['sw', 'Kiswahili'],
  ['en', 'English'],
] as const
export type HallLanguage = (typeof HALL_LANGUAGES)[number][0]
const mapOf = (...words: readonly object[]): ReadonlyMap<string, string> =>
  new Map<string, string>(words.flatMap((one) => Object.entries<string>({ ...one })))
const OWN: { readonly [Language in HallLanguage]: { readonly [Key in HallKey]: string } } = { fr: hallFr, en: hallEn, sw: hallSw }
// What has no word in Swahili is said in French.
const CODES = { fr: mapOf(codesFr), en: mapOf(codesEn), sw: mapOf(codesFr, hallCodesSw) } as const
const REFUSALS = { fr: mapOf(fr), en: mapOf(en), sw: mapOf(fr, hallRefusalsSw) } as const

export interface HallWords {
  readonly language: HallLanguage
  readonly t: (key: HallKey, facts?: { readonly [name: string]: string | number }) => string
  /** `code.<list>.<value>`. */
  readonly code: (list: string, value: string) => string
  readonly refusal: (code: string, facts: { readonly [name: string]: unknown }) => string
}
const filled = (words: string, facts: { readonly [name: string]: unknown }): string =>
  words.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = facts[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  })
/** In French no sign that has a space before it begins a line. */
const spaced = (language: HallLanguage, text: string): string =>
  language === 'fr' ? text.replaceAll(/ (?=[:;?!»])/g, '\u00a0').replaceAll('« ', '«\u00a0') : text
export const hallWords = (language: HallLanguage): HallWords => ({
  language,
  t: (key, facts = {}) => spaced(language, filled(OWN[language][key], facts)),
  code: (list, value) => CODES[language].get(`code.${list}.${value}`) ?? value,
  refusal: (code, facts) => spaced(language, filled(REFUSALS[language].get(`refusal.${code}`) ?? code, facts)),
})

const STYLE = `*{box-sizing:border-box}body{margin:0 auto;max-width:40em;padding:10px 14px 48px;font:17px/1.45 "Noto Sans",sans-serif;color:#1b2422;background:#fbfaf6}
h1{font-size:1.3em;margin:.3em 0}h2{font-size:1.1em;margin:1.3em 0 .3em}a{color:#0f5c5c}nav{display:flex;flex-wrap:wrap;gap:6px;margin:8px 0}
nav a,nav b{display:inline-flex;align-items:center;min-height:44px;padding:6px 14px;border:1px solid #0f5c5c;border-radius:6px;text-decoration:none}nav b{background:#0f5c5c;color:#fff}
label{display:block;padding:8px 0}fieldset{border:0;padding:0;margin:1.1em 0 0}legend,.l{font-weight:700;padding:0;display:block}small{display:block;color:#56615d}
input[type=text],input[type=number],textarea,select{width:100%;min-height:44px;font:inherit;padding:9px;border:1px solid #8a938f;border-radius:4px;background:#fff;color:#1b2422}
textarea{height:5.5em}input[type=checkbox],input[type=radio]{width:22px;height:22px;margin:0 8px 0 0;vertical-align:middle}.pair{display:grid;grid-template-columns:1fr 1fr;gap:8px;align-items:end}.pair label{padding:4px 0}
.lang{margin-top:2.2em;padding-top:12px;border-top:1px solid #dedbd1}button{font:inherit;min-height:44px;padding:10px 20px;margin:12px 8px 6px 0;border:0;border-radius:4px;background:#0f5c5c;color:#fff}button.p{background:#fff;color:#0f5c5c;border:1px solid #0f5c5c}
.n{border-left:4px solid #8a6400;padding:4px 12px;margin:12px 0}.ok{border-left:4px solid #0f5c5c;padding:4px 12px;margin:12px 0}.e{border-left:4px solid #a8231c;padding:4px 12px;margin:12px 0}
article{border:1px solid #dedbd1;border-radius:6px;background:#fff;padding:8px 12px;margin:10px 0}ul.tree{list-style:none;padding-left:14px;border-left:2px solid #dedbd1}:focus-visible{outline:3px solid #d9822b;outline-offset:2px}`

/** Nothing fetched, no script; forms go to this server alone. */
export const HALL_HEADERS = {
  'cache-control': 'no-store, no-transform',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'",
} as const

export function hallPage(
  words: HallWords,
  {
    heading,
    body,
    step = null,
    refreshes = false,
  }: {
    readonly heading: string
    readonly body: Html
    /** The page that stays open when another language is chosen. */
    readonly step?: string | null
    readonly refreshes?: boolean
  },
): string {
  const to = (language: string): string => (step === null ? `?l=${language}` : `?t=${step}&l=${language}`)
  const languages = html`<nav class="lang" aria-label="Langue · Lugha · Language">
    ${HALL_LANGUAGES.map(([language, name]) =>
      language === words.language
        ? html`<b lang="${language}" aria-current="true">${name}</b>`
        : html`<a href="${to(language)}" lang="${language}" hreflang="${language}">${name}</a>`,
    )}
  </nav>`
  const refresh = refreshes ? '<meta http-equiv="refresh" content="15">' : ''
  return `<!doctype html><html lang="${words.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">${refresh}<title>${escapeHtml(heading)}</title><style>${STYLE}</style></head><body><main>${body.html}</main>${languages.html}</body></html>`
}
