/* The public page of outcomes: readable without script, on an old telephone and on paper. It shows sentences, and the rules behind them. */
import { dateText, fillPhrase, type Language } from '../../../kernel/phrase.ts'
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import type { PublishedOutcome } from '../contract-report.ts'
import { en } from '../words/en.ts'
import { fr } from '../words/fr.ts'

interface Shown {
  readonly outcomes: readonly PublishedOutcome[]
  readonly language: Language
  readonly days: number
  readonly sites: number
}
const STYLE = '.outcomes{list-style:none;padding:0}.outcomes li{border-top:1px solid var(--line);padding:12px 0}.outcomes p{margin:0 0 4px}'

export function outcomesPage({ outcomes, language, days, sites }: Shown): Html {
  const say = language === 'fr' ? fr : en
  const line = ({ sentence, publishedOn }: PublishedOutcome): Html =>
    html`<li>
      <p>${sentence[language]}</p>
      <p class="small">${fillPhrase(language, say['outcome.published'], { day: dateText(publishedOn) })}</p>
    </li>`
  const list =
    outcomes.length === 0
      ? html`<p class="note">${say['outcome.none']} ${fillPhrase(language, say['outcome.none.do'], { days })}</p>`
      : html`<ul class="outcomes">
          ${outcomes.map(line)}
        </ul>`
  return documentPage({
    ...{ title: say['outcome.title'], language, style: STYLE },
    body: html`<h1>${say['outcome.title']}</h1>
      <p>${say['outcome.lead']}</p>
      ${list}
      <p><a href="/report/follow?l=${language}">${say['outcome.ask']}</a></p>
      <p><a href="/report?l=${language}">${say['outcome.report']}</a></p>`,
    footer: html`<p>${fillPhrase(language, say['outcome.rule'], { days, sites })}</p>`,
  })
}
