/* What every public page of sites shares: words, days, the mark of a status, the frame with its navigation and its date. */
import { fillPhrase } from '../../../kernel/phrase.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import { documentPage } from '../../../platform/http/document-page.ts'
import type { PublicDay, PublicRow } from '../domain/register/public-register.ts'
import { isOver } from '../domain/status/lapse.ts'
import { en } from '../words/en.ts'
import { type SiteWord, fr } from '../words/fr.ts'
import { pageEn } from '../words/page-en.ts'
import { type PageWord, pageFr } from '../words/page-fr.ts'

export type Language = 'fr' | 'en'
export type Say = (key: SiteWord | PageWord, facts?: { readonly [name: string]: string | number }) => string
export const shapes = { green: '●', yellow: '▲', red: '■', blue: '◆', none: '○' } as const

/** Words with their facts. */
export const speaker = (language: Language): Say => {
  const words: { readonly [Key in SiteWord | PageWord]: string } = language === 'fr' ? { ...fr, ...pageFr } : { ...en, ...pageEn }
  return (key, facts = {}) => fillPhrase(language, words[key], facts)
}

/** 21/11/2026 in French, 21-11-2026 in English: day, month, year in both. */
export const dayIn = (date: string, language: Language): string => {
  const [year, month, day] = date.split('-')
  return language === 'fr' ? `${day}/${month}/${year}` : `${day}-${month}-${year}`
}
export const momentIn = (at: string, language: Language): string => `${dayIn(at.slice(0, 10), language)} ${at.slice(11, 16)} UTC`

/** Shape, word and, once it ran out, since when: never colour alone. */
export function statusMark({ standing }: Pick<PublicRow, 'standing'>, say: Say): Html {
  const colour = say(`page.colour.${standing.shown}`)
  const over = isOver(standing) && standing.lapse !== null
  const days = standing.lapse?.days ?? 0
  const word = !over
    ? colour
    : days < 730
      ? say('page.lapsed-days', { colour, days })
      : say('page.lapsed-years', { colour, years: Math.floor(days / 365.25) })
  return html`<span class="status ${standing.shown}${over ? ' lapsed' : ''}">${shapes[standing.shown]} ${word}</span>`
}

const STYLE = `body{max-width:1100px}nav.register{display:flex;flex-wrap:wrap;gap:6px 18px;margin:0 0 12px}nav.register a{padding:10px 0}nav.register a[aria-current]{font-weight:700;color:inherit;text-decoration:none}
form.search{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:10px;align-items:end;margin:14px 0}form.search label{display:grid;gap:4px;font-size:14px;color:var(--muted)}form.search input,form.search select,form.search button{font:inherit;min-height:44px;width:100%;padding:6px 10px;border:1px solid var(--muted);border-radius:6px;background:var(--paper);color:var(--ink)}form.search button{background:var(--accent);color:var(--paper);border-color:var(--accent);font-weight:600}
td .status{white-space:nowrap}ul.files{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:10px}ul.files a{display:inline-block;padding:10px 16px;border:1.5px solid var(--accent);border-radius:6px;font-weight:600}p.pages{display:flex;gap:20px;align-items:center}p.pages a{padding:10px 0}
@media(max-width:640px){table.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}table.cards tr{display:block;border-bottom:1px solid var(--line);padding:8px 0}table.cards td{display:flex;gap:10px;border:0;padding:3px 0}table.cards td .status{white-space:normal}table.cards td::before{content:attr(data-label);flex:0 0 38%;color:var(--muted);font-size:14px}}
@media print{nav.register,form.search,p.pages{display:none}}`

export interface RegisterPage {
  readonly title: string
  readonly language: Language
  readonly body: Html
  readonly day: PublicDay
  /** Which part of the register it is. */
  readonly at: 'sites' | 'orders' | 'open-data' | null
}
/** The frame of the register's pages; every one says of when it is and where it comes from. */
export function registerPage({ title, language, body, day, at }: RegisterPage): Html {
  const say = speaker(language)
  const link = (part: 'sites' | 'orders' | 'open-data', address: string): Html =>
    html`<a href="${address}?language=${language}" ${at === part ? html` aria-current="page"` : null}>${say(`register.${part}`)}</a>`
  return documentPage({
    title,
    language,
    style: STYLE,
    body: html`<nav class="register" aria-label="${say('register.nav')}">
        ${link('sites', '/register')} ${link('orders', '/register/orders')} ${link('open-data', '/register/open-data')}
        <a href="/verify">${say('register.verify')}</a> <a href="/report?l=${language}">${say('register.report')}</a>
        <a href="/outcomes?language=${language}">${say('register.outcomes')}</a> <a href="/sign-in">${say('register.sign-in')}</a>
      </nav>
      ${body}`,
    footer: html`<p>${say('register.as-of', { day: dayIn(day.asOf, language), known: momentIn(day.knownAt, language) })}</p>`,
  })
}
