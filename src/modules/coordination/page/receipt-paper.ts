/* The receipt of what a body paid into the fund of a committee, on A4 without script. */
import { type Language, dateText, numberText } from '../../../kernel/phrase.ts'
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import type { FundShown } from '../contract-fund.ts'
import { moneyText, sayIn } from './page-words.ts'

export type Contribution = FundShown['contributions'][number]
export function basisText(language: Language, basis: Contribution['basis']): string {
  const say = sayIn(language)
  if (basis.is === 'other') return basis.words
  return basis.is === 'lot'
    ? say('fund.basis.lot', { lots: basis.lots })
    : say('fund.basis.mass', { kg: numberText(language, basis.grams / 1000) })
}
export function receiptPaper(
  fund: FundShown,
  { contribution, language }: { readonly contribution: Contribution; readonly language: Language },
): Html {
  const say = sayIn(language)
  const { receipt, payerName, basis, amount, currency, on, reversed } = contribution
  const lines = [
    [say('page.payer'), payerName],
    [say('page.amount'), `${moneyText(language, amount)} ${currency}`],
    [say('page.basis'), basisText(language, basis)],
    [say('page.on'), dateText(on)],
  ]
  const body = html`<p class="small">${fund.committeeName} (${fund.committeeCode})</p>
    <h1>${say('page.receipt')} ${receipt}</h1>
    ${reversed === null ? '' : html`<p><strong>${say('page.reversed', { on: dateText(reversed.on), reason: reversed.reason })}</strong></p>`}
    <table>
      ${lines.map(
        ([name, value]) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${value}</td>
          </tr>`,
      )}
    </table>
    <p style="margin-top:60px">${say('page.rapporteur')} · ${say('page.sign')}</p>`
  return documentPage({ title: `${say('page.receipt')} ${receipt}`, language, body })
}
