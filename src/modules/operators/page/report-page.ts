/* The monthly report on one A4 sheet, with the fields that the mining code asks for. It names bodies and functions; people sign by hand. */
import { dateText, numberText } from '../../../kernel/phrase.ts'
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import type { FiledReport, MineralMonth, MonthFigures } from '../contract.ts'
import { sayIn } from './words.ts'

export interface ReportSheet {
  readonly figures: MonthFigures
  /** `null` before it is filed. */
  readonly filed: FiledReport | null
}
const STYLE = `.signs{display:grid;grid-template-columns:1fr 1fr;gap:16px;margin:18px 0}.signs div{border:1px solid var(--line);min-height:84px;padding:6px 8px;font-size:13px}
.hash{font-family:ui-monospace,monospace;font-size:11px;word-break:break-all}td.n,th.n{text-align:right}.wide{overflow-x:auto}.draft{color:var(--red);font-weight:700}@media print{.wide{overflow:visible}table.figures{font-size:11px}}`

type Money = MonthFigures['turnover']
const moneyText = (language: 'fr' | 'en', money: Money): string =>
  money.length === 0 ? '–' : money.map(({ currency, amountCents }) => `${numberText(language, amountCents / 100)} ${currency}`).join(' + ')
/** Gold by its milligrams, everything else by its grams. */
export const amountText = (language: 'fr' | 'en', grams: number, milligrams: number | null): string =>
  milligrams === null ? `${numberText(language, grams / 1000)} kg` : `${numberText(language, milligrams / 1000)} g`

export function reportPage({ figures, filed }: ReportSheet, language: 'fr' | 'en'): Html {
  const say = sayIn(language)
  const missing = say('report.unknown')
  const silent = figures.minerals.reduce((sum, one) => sum + one.withoutPrice, 0)
  const late = filed === null ? '' : filed.lateDays > 0 ? say('report.late', { days: filed.lateDays }) : say('report.in-time')
  const body = html`<h1>${say('report.title')}</h1>
    ${filed === null ? html`<p class="draft">${say('report.draft')}</p>` : html`<p>${say('report.filed', { on: dateText(filed.filedOn), version: filed.version })}, ${late}</p>`}
    <p class="small">${say('report.to')}</p>
    <table>
      <tr>
        <th scope="row">${say('report.trader')}</th>
        <td>${figures.organisationName}</td>
      </tr>
      <tr>
        <th scope="row">${say('report.address')}</th>
        <td>${figures.address ?? missing}</td>
      </tr>
      <tr>
        <th scope="row">${say('report.month')}</th>
        <td>${figures.month}</td>
      </tr>
      <tr>
        <th scope="row">${say('report.purchases')}</th>
        <td>${numberText(language, figures.purchases)}</td>
      </tr>
      <tr>
        <th scope="row">${say('report.sales')}</th>
        <td>${numberText(language, figures.sales)}</td>
      </tr>
      <tr>
        <th scope="row">${say('report.turnover')}</th>
        <td>${moneyText(language, figures.turnover)}</td>
      </tr>
    </table>
    <div class="wide">${figures.minerals.length === 0 ? html`<p>${say('report.none')}</p>` : mineralTable(figures.minerals, language)}</div>
    ${balanceTable(figures.minerals, language)}
    ${silent > 0 ? html`<p class="note">${say('report.without-price', { n: silent })}</p>` : null}
    ${filed?.correctionReason ? html`<p>${say('report.correction')} : ${filed.correctionReason}</p>` : null}
    <div class="signs">
      <div>${say('report.signature')}</div>
      <div>${say('report.receipt')}</div>
    </div>
    ${
      filed === null
        ? null
        : html`<p class="small">${say('report.hash')}</p>
            <p class="hash">${filed.hash}</p>`
    }`
  return documentPage({
    title: `${say('report.title')} ${figures.month}`,
    language,
    body,
    style: STYLE,
    footer: html`${say('report.rule')}`,
  })
}

function mineralTable(minerals: readonly MineralMonth[], language: 'fr' | 'en'): Html {
  const say = sayIn(language)
  return html`<table class="figures">
    <thead>
      <tr>
        <th>${say('report.mineral')}</th>
        <th class="n">${say('report.bought')}</th>
        <th class="n">${say('report.quality')}</th>
        <th class="n">${say('report.paid')}</th>
        <th class="n">${say('report.sold')}</th>
        <th class="n">${say('report.received')}</th>
        <th class="n">${say('report.stock')}</th>
      </tr>
    </thead>
    <tbody>
      ${minerals.map((one) => {
        const quality = one.boughtQuality
        return html`<tr>
          <td>${say(`mineral.${one.mineral}`)}</td>
          <td class="n">${amountText(language, one.boughtGrams, one.boughtMilligrams)}</td>
          <td class="n">
            ${quality === null ? say('report.unknown') : `${numberText(language, quality.value)} ${quality.unit === 'percent' ? '%' : '‰'} ${quality.element}`}
          </td>
          <td class="n">${moneyText(language, one.paid)}</td>
          <td class="n">${amountText(language, one.soldGrams, one.soldMilligrams)}</td>
          <td class="n">${moneyText(language, one.received)}</td>
          <td class="n">${amountText(language, one.closingStockGrams, one.closingStockMilligrams)}</td>
        </tr>`
      })}
    </tbody>
  </table>`
}

/** Reports that were filed before the balance was made have none. */
function balanceTable(minerals: readonly MineralMonth[], language: 'fr' | 'en'): Html | null {
  const say = sayIn(language)
  const rows = minerals.flatMap(({ movement, ...one }) => (movement === undefined ? [] : [{ ...one, movement }]))
  if (rows.length === 0) return null
  const cell = (grams: number, milligrams: number | null): Html => html`<td class="n">${amountText(language, grams, milligrams)}</td>`
  return html`<h2>${say('report.balance')}</h2>
    <div class="wide">
      <table class="figures">
        <thead>
          <tr>
            <th>${say('report.mineral')}</th>
            <th class="n">${say('report.opening')}</th>
            <th class="n">+ ${say('report.bought')}</th>
            <th class="n">+ ${say('report.other-in')}</th>
            <th class="n">− ${say('report.sold')}</th>
            <th class="n">− ${say('report.other-out')}</th>
            <th class="n">± ${say('report.difference')}</th>
            <th class="n">= ${say('report.stock')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ movement, ...one }) =>
              html`<tr>
                <td>${say(`mineral.${one.mineral}`)}</td>
                ${cell(movement.openingGrams, movement.openingMilligrams)} ${cell(one.boughtGrams, one.boughtMilligrams)}
                ${cell(movement.otherInGrams, movement.otherInMilligrams)} ${cell(one.soldGrams, one.soldMilligrams)}
                ${cell(movement.otherOutGrams, movement.otherOutMilligrams)}
                ${cell(movement.differenceGrams, movement.differenceMilligrams)} ${cell(one.closingStockGrams, one.closingStockMilligrams)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="small">${say('report.balance.note')}</p>`
}
