/*
The public page of outcomes: readable without script, on an old telephone and on paper, in the four languages of the page of reports. It shows
sentences, and the rules behind them.
*/
import { dateText, fillPhrase } from '../../../kernel/phrase.ts'
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import type { PublishedOutcome } from '../contract-report.ts'
import { everySentence, figures } from './outcome-sentence.ts'
import { OUTCOME_LANGUAGES, type OutcomeLanguage, outcomeWords } from './outcome-words.ts'

interface Shown {
  readonly outcomes: readonly PublishedOutcome[]
  /** What the address says, and what the browser prefers where it says nothing of ours. */
  readonly asked: string | undefined
  readonly preferred: 'fr' | 'en'
  readonly days: number
  readonly sites: number
}
const STYLE = '.outcomes{list-style:none;padding:0}.outcomes li{border-top:1px solid var(--line);padding:12px 0}.outcomes p{margin:0 0 4px}'
const PATH = '/outcomes'

export function outcomesPage({ outcomes, asked, preferred, days, sites }: Shown): Html {
  const language: OutcomeLanguage = OUTCOME_LANGUAGES.find(([code]) => code === asked)?.[0] ?? preferred
  const say = outcomeWords(language)
  const fill = (words: string, facts: object): string => fillPhrase(figures(language), words, { ...facts })
  const line = (outcome: PublishedOutcome): Html =>
    html`<li>
      <p>${everySentence(outcome)[language]}</p>
      <p class="small">${fill(say['outcome.published'], { day: dateText(outcome.publishedOn) })}</p>
    </li>`
  const list =
    outcomes.length === 0
      ? html`<p class="note">${say['outcome.none']} ${fill(say['outcome.none.do'], { days })}</p>`
      : html`<ul class="outcomes">
          ${outcomes.map(line)}
        </ul>`
  const links = OUTCOME_LANGUAGES.filter(([code]) => code !== language).map(
    ([code, name]) => html`<a href="${PATH}?language=${code}" hreflang="${code}" lang="${code}">${name}</a> `,
  )
  return documentPage({
    ...{ title: say['outcome.title'], language: figures(language), further: { language, links: html`${links}` }, style: STYLE },
    body: html`<h1>${say['outcome.title']}</h1>
      <p>${say['outcome.lead']}</p>
      ${list}
      <p><a href="/report/follow?l=${language}">${say['outcome.ask']}</a></p>
      <p><a href="/report?l=${language}">${say['outcome.report']}</a></p>`,
    footer: html`<p>${fill(say['outcome.rule'], { days, sites })}</p>`,
  })
}
