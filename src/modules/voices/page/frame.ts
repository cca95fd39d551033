/*
The frame of the pages for people without an account. Less than the other pages carry: an old telephone pays for every byte, and nothing of
it may come from elsewhere, run, or stay behind.
*/
import { type Html, escapeHtml, html } from '../../../platform/http/html.ts'
import type { VoiceLanguage } from '../contract.ts'
import { LANGUAGE_NAMES } from './words.ts'

const STYLE = `*{box-sizing:border-box}body{margin:0 auto;max-width:34em;padding:12px 14px 40px;font:17px/1.45 sans-serif;color:#1b2422;background:#fbfaf6}
h1{font-size:1.35em;margin:.4em 0}h2{font-size:1.05em;margin:1.4em 0 .3em}a{color:#0f5c5c}nav a,nav b{display:inline-block;padding:10px 10px 10px 0}
label{display:block;padding:9px 0}fieldset{border:0;padding:0;margin:1.2em 0 0}legend,.l{font-weight:700;padding:0}small{display:block;color:#5d6864}
input[type=text],textarea{width:100%;font:inherit;padding:10px;border:1px solid #8a938f;border-radius:4px;background:#fff;color:#1b2422}
textarea{height:7em}input[type=checkbox],input[type=radio]{width:22px;height:22px;margin:0 8px 0 0;vertical-align:middle}
button{font:inherit;padding:12px 20px;margin:14px 0 6px;border:0;border-radius:4px;background:#0f5c5c;color:#fff}button.p{background:#fff;color:#0f5c5c;border:1px solid #0f5c5c}
.code{font:700 1.5em/1.6 monospace;border:2px solid #1b2422;padding:8px 12px;margin:.4em 0;background:#fff;word-spacing:.2em}.n{border-left:4px solid #8a6400;padding:4px 12px;margin:14px 0}
@media print{nav,form,a{display:none}}`

/** What goes with every such page: kept nowhere, told to nobody, nothing fetched, forms only to this server. */
export const PAGE_HEADERS = {
  'cache-control': 'no-store, no-transform',
  pragma: 'no-cache',
  'referrer-policy': 'no-referrer',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'",
} as const

export interface VoicePage {
  readonly title: string
  readonly language: VoiceLanguage
  /** Where the links of the other languages go; '' leaves them out, after something was sent. */
  readonly path: string
  readonly body: Html
}
export function voicePage({ title, language, path, body }: VoicePage): string {
  const links = LANGUAGE_NAMES.map(([code, name]) =>
    code === language ? html`<b>${name}</b>` : html`<a href="${path}?l=${code}" lang="${code}">${name}</a>`,
  )
  const nav = path === '' ? html`` : html`<nav>${links}</nav>`
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>${nav.html}<main>${body.html}</main></body></html>`
}
