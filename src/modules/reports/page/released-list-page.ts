/* Every report that was released for everybody: what it is, by whom, about when, which version counts. It knows nothing of drafts and of what was not published. */
import { type Language, dateText } from '../../../kernel/phrase.ts'
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import { addressOf, reportLinks } from './report-links.ts'
import { sayIn } from './words.ts'

export interface ReleasedEntry {
  readonly number: string
  readonly kind: string
  readonly author: string
  readonly from: string
  readonly until: string
  readonly on: string
  readonly gaps: number
  readonly supersededBy: string | null
}
const STYLE = `ul.released{list-style:none;padding:0}ul.released>li{border-bottom:1px solid var(--line);padding:14px 0}ul.released a{display:inline-block;padding:6px 0}`
export function releasedListPage(entries: readonly ReleasedEntry[], language: Language): Html {
  const say = sayIn(language)
  const title = say('report.print.released')
  const body = html`<h1>${title}</h1>
    <p>${say('report.print.released.explain')}</p>
    ${
      entries.length === 0
        ? html`<p class="note">${say('report.print.released.none')}</p>`
        : html`<ul class="released">
            ${entries.map((one) => entryHtml(one, language))}
          </ul>`
    }`
  return documentPage({ title, language, body, style: STYLE, footer: html`<a href="/ledger">${say('report.print.ledger.all')}</a>` })
}
function entryHtml({ number, kind, author, from, until, on, gaps, supersededBy }: ReleasedEntry, language: Language): Html {
  const say = sayIn(language)
  return html`<li>
    <a href="${addressOf(number)}?language=${language}"><strong>${say(`report.kind.${kind}`)} ${number}</strong></a
    ><br />
    ${author} · ${say('report.print.period-of', { from, until })} · ${say('report.print.released.on', { on: dateText(on) })} ·
    ${say('report.print.released.gaps', { n: gaps })}
    ${supersededBy === null ? null : html`<br /><strong>${say('report.print.superseded', { number: supersededBy })}</strong>`}<br />
    ${reportLinks(number, language)}
  </li>`
}
