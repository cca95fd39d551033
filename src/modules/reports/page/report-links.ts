/* Where a released report leads: its files, its proof in the public ledger, the list of all. Nothing here is printed. */
import type { Language } from '../../../kernel/phrase.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import { sayIn } from './words.ts'

export const addressOf = (number: string): string => `/reports/released/${encodeURIComponent(number)}`
export function reportLinks(number: string, language: Language): Html {
  const say = sayIn(language)
  const at = addressOf(number)
  return html`<a href="${at}/print?language=${language}">${say('report.print.paper')}</a> ·
    <a href="${at}/xlsx?language=${language}" rel="nofollow">XLSX</a> · <a href="${at}/json" rel="nofollow">JSON</a> ·
    <a href="/ledger/entry?number=${encodeURIComponent(number)}&amp;kind=report-released&amp;language=${language}"
      >${say('report.print.ledger')}</a
    >`
}
