/* A report to a donor on A4: what was reached beside what was expected, texts, money, number and hash; drawn from its description alone, without script. */
import { type Language, dateText } from '../../../kernel/phrase.ts'
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import { type DonorReportDocument, type ReportIndicator, type ReportResult, totalsOf } from '../contract-reports.ts'
import { moneyText, saidIn, sayIn, shareText, toldText, valueText } from './words.ts'

export interface DonorReportSheet {
  readonly document: DonorReportDocument
  /** `null`: a draft. */
  readonly sha256: string | null
  readonly supersededBy: string | null
}
const STYLE = `.draft{color:var(--red);font-weight:700;border:2px solid currentColor;padding:6px 12px;display:inline-block}.gap{color:var(--red);font-weight:600}
.hash{font-family:ui-monospace,monospace;font-size:12px;word-break:break-all}td.n,th.n{text-align:right;white-space:nowrap}.said{white-space:pre-wrap;border-left:3px solid var(--accent);padding:2px 12px}
table.figures{font-size:13px}table.figures td,table.figures th{padding:5px 8px 5px 0}h3{font-size:16px;margin:1.2em 0 .3em}.wide{overflow-x:auto}.wide td{overflow-wrap:normal}.swipe{display:none;font-size:14px}
table.head th{width:34%}@media (max-width:700px){.swipe{display:block}.wide table.figures{width:max-content;min-width:100%}.wide td:first-child,.wide th:first-child{position:sticky;left:0;background:var(--paper);max-width:11em;overflow-wrap:anywhere}}
@media print{.swipe{display:none}.wide{overflow:visible}table.figures{font-size:10.5px;width:100%}table.results{table-layout:fixed}table.results th:first-child{width:24%}table.results th:nth-child(8){width:17%}
table.results td,table.results th{white-space:normal;vertical-align:top}h2,h3,.of{break-after:avoid}h3{margin-top:1.6em}tr,.said{break-inside:avoid}.said{font-size:13px}.gap{color:#000}}
.total td{font-weight:700;border-top:2px solid currentColor}`
/** At the foot of every sheet: what it is, and which of how many. */
const footOf = (foot: string): string =>
  `@page{margin:16mm 14mm 18mm;@bottom-left{content:"${foot.replaceAll(/[^\w\s·-]/g, '')}";font-size:9px}@bottom-right{content:counter(page) " / " counter(pages);font-size:9px}}`

export function donorReportPage({ document, sha256, supersededBy }: DonorReportSheet, language: Language): Html {
  const say = sayIn(language)
  const { number, version, supersedes, code, title, donor, implementer, from, until, madeOn, gaps, results, texts } = document
  const row = (key: string, value: string): Html =>
    html`<tr>
      <th scope="row">${say(key)}</th>
      <td>${value}</td>
    </tr>`
  const named = number === null ? null : supersedes === null ? number : `${number} (${say('version', { version, number: supersedes })})`
  const body = html`<h1>${say('title')}</h1>
    ${sha256 === null ? html`<p class="draft">${say('draft')}</p>` : null}
    ${supersededBy === null ? null : html`<p class="note">${say('superseded', { number: supersededBy })}</p>`}
    <table class="head">
      ${named === null ? null : row('number', named)}${row('project', `${code} · ${saidIn(language, title)}`)}${row('donor', donor)}
      ${row('implementer', implementer)}${row('period', say('period-of', { from, until }))}${row('made', dateText(madeOn))}
    </table>
    <p class="note">${gaps === 0 ? say('no-gap') : say('gaps', { n: gaps })}</p>
    <h2>${say('results')}</h2>
    ${results.map((one) => resultHtml(one, language))} ${activitiesHtml(document, language)}${moneyHtml(document, language)}
    ${texts
      .filter(({ section }) => section !== 'activities')
      .map(
        ({ section, text }) =>
          html`<h2>${say(`section.${section}`)}</h2>
            ${said(text, language)}`,
      )}
    <p class="small">${say('rule', { asks: document.asksAbove / 10, least: document.least })}</p>
    ${
      sha256 === null
        ? null
        : html`<p class="small">${say('hash')}</p>
            <p class="hash">${sha256}</p>`
    }`
  const titled = number === null ? say('title') : `${say('title')} ${number}`
  return documentPage({
    title: titled,
    language,
    body,
    style: `${STYLE}${footOf([document.code, number ?? ''].filter((one) => one !== '').join(' · '))}`,
    footer: html`${say('mark')}`,
  })
}
const said = (text: string | null, language: Language): Html =>
  text === null ? html`<p class="gap">▲ ${sayIn(language)('nothing-written')}</p>` : html`<p class="said">${text}</p>`

export const COLUMNS = ['indicator', 'baseline', 'in-period', 'late', 'cumulative', 'expected', 'deviation', 'target', 'of-target'] as const
function resultHtml({ level, code, statement, narrative, indicators }: ReportResult, language: Language): Html {
  const say = sayIn(language)
  return html`<section>
    <h3>${say(`level.${level}`)} ${code} · ${saidIn(language, statement)}</h3>
    ${said(narrative, language)}
    ${
      indicators.length === 0
        ? null
        : html`<p class="swipe">↔ ${say('swipe')}</p>
            <div class="wide" tabindex="0" role="region" aria-label="${code}">
              <table class="figures results">
                <thead>
                  <tr>
                    ${COLUMNS.map((one, at) => html`<th scope="col" class="${at === 0 ? '' : 'n'}">${say(one)}</th>`)}
                  </tr>
                </thead>
                <tbody>
                  ${indicators.map(
                    (one) =>
                      html`<tr>
                        ${cellsOf(one, language).map((cell, at) => html`<td class="${at === 0 ? '' : 'n'}">${cell}</td>`)}
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>
            ${indicators.map((one) => remarks(one, language))}`
    }
  </section>`
}
export function cellsOf(one: ReportIndicator, language: Language): readonly string[] {
  const say = sayIn(language)
  const { unit } = one
  const late = one.late.map(({ period, told }) => say('late-of', { period, n: toldText(language, told, unit) })).join(' ; ')
  return [
    `${one.code} ${saidIn(language, one.statement)}`,
    valueText(language, one.baseline, unit),
    toldText(language, one.inPeriod, unit),
    late === '' ? '–' : late,
    toldText(language, one.cumulative, unit),
    valueText(language, one.expected, unit),
    shareText(language, one.deviation),
    `${valueText(language, one.target, unit)} (${dateText(one.targetOn)})`,
    shareText(language, one.ofTarget),
  ]
}
export function remarksOf(one: ReportIndicator, language: Language): readonly string[] {
  const say = sayIn(language)
  const { code, unit } = one
  const text = (told: Parameters<typeof toldText>[1]): string => toldText(language, told, unit)
  return one.restated.map(({ period, on, reason, before, now }) =>
    say('restated', { code, period, on, reason, before: text(before), now: text(now) }),
  )
}
function remarks(one: ReportIndicator, language: Language): Html {
  const say = sayIn(language)
  return html`${remarksOf(one, language).map((line) => html`<p class="small">${line}</p>`)}
  ${
    one.needsReason || one.reason !== null
      ? html`<p class="small of">${say('reason-of', { code: one.code })}</p>
          ${said(one.reason, language)}`
      : null
  }`
}
function activitiesHtml({ activities, texts }: DonorReportDocument, language: Language): Html {
  const say = sayIn(language)
  return html`<h2>${say('section.activities')}</h2>
    ${said(texts.find(({ section }) => section === 'activities')?.text ?? null, language)}
    ${
      activities.length === 0
        ? null
        : html`<table class="figures">
            <thead>
              <tr>
                <th>${say('activity')}</th>
                <th>${say('days')}</th>
                <th>${say('status')}</th>
              </tr>
            </thead>
            <tbody>
              ${activities.map(
                (one) =>
                  html`<tr>
                    <td>${one.code} ${saidIn(language, one.title)}</td>
                    <td>${dateText(one.startsOn)} – ${dateText(one.endsOn)}</td>
                    <td>${say(`status.${one.status}`)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }`
}
function moneyHtml({ money }: DonorReportDocument, language: Language): Html {
  const say = sayIn(language)
  const heads = ['line', 'budget', 'spent-period', 'spent-until', 'left'] as const
  return html`<h2>${say('money')}</h2>
    <div class="wide" tabindex="0" role="region" aria-label="${say('money')}">
      <table class="figures">
        <thead>
          <tr>
            ${heads.map((one, at) => html`<th class="${at === 0 ? '' : 'n'}">${say(one)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${money.map(
            ({ code, title, currency, budget, inPeriod, until }) =>
              html`<tr>
                <td>${code} ${saidIn(language, title)}</td>
                ${[budget, inPeriod, until, budget - until].map((cents) => html`<td class="n">${moneyText(language, cents, currency)}</td>`)}
              </tr>`,
          )}
          ${totalsOf(money).map(
            ({ currency, budget, inPeriod, until }) =>
              html`<tr class="total">
                <td>${say('total', { currency })}</td>
                ${[budget, inPeriod, until, budget - until].map((cents) => html`<td class="n">${moneyText(language, cents, currency)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`
}
