/*
A report on A4, from its one description: figures with source and mark, gaps in plain sight, tables, texts, number and hash. It is drawn from the
frozen text when there is one and knows nothing of the record.
*/
import { type Language, dateText } from '../../../kernel/phrase.ts'
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import type { CellUnit, ReportDocument, ReportLine, ReportSection, ReportTable } from '../contract.ts'
import { reportLinks } from './report-links.ts'
import { cellValueText, sayIn, valueText } from './words.ts'

export interface ReportSheet {
  readonly document: ReportDocument
  /** `null`: a draft. */
  readonly sha256: string | null
  readonly supersededBy: string | null
  /** The number under which its files lie; `null` where none are offered: on paper and for a draft. */
  readonly links: string | null
}
const STYLE = `.draft{color:var(--red);font-weight:700;border:2px solid currentColor;padding:6px 12px;display:inline-block}.gap{color:var(--red);font-weight:600}.gap::before{content:"▲ "}
.hash{font-family:ui-monospace,monospace;font-size:12px;word-break:break-all}td.n,th.n{text-align:right;white-space:nowrap}.wide{overflow-x:auto;background:linear-gradient(90deg,var(--paper) 30%,transparent),linear-gradient(270deg,var(--paper) 30%,transparent) 100% 0,linear-gradient(90deg,color-mix(in srgb,var(--ink) 35%,transparent),transparent),linear-gradient(270deg,color-mix(in srgb,var(--ink) 35%,transparent),transparent) 100% 0;background-repeat:no-repeat;background-size:48px 100%,48px 100%,14px 100%,14px 100%;background-attachment:local,local,scroll,scroll}.swipe{display:none;font-size:14px;margin:.2em 0}.links a{display:inline-block;padding:8px 0}.wide td{overflow-wrap:normal}table.figures{font-size:13px}table.figures td,table.figures th{padding:5px 8px 5px 0}
.said{white-space:pre-wrap;border-left:3px solid var(--accent);padding:2px 12px}.facts td:first-child{width:46%}h3{font-size:15px;margin:1em 0 .3em}
@media (max-width:700px){.swipe{display:block}.wide table.figures{width:max-content;min-width:100%}.wide td:first-child,.wide th:first-child{position:sticky;left:0;background:var(--paper);max-width:9em;overflow-wrap:anywhere}}
@media print{.links,.swipe{display:none}.wide{overflow:visible;background:none}table.figures{font-size:9.5px}section{break-inside:auto}h2,h3{break-after:avoid}tr{break-inside:avoid}.note{border-color:#000}.gap{color:#000}}`

export function reportPage({ document, sha256, supersededBy, links }: ReportSheet, language: Language): Html {
  const say = sayIn(language)
  const { kind, number, version, supersedes, author, subjectName, period, madeOn, gaps } = document
  const title = say(`report.kind.${kind}`)
  const row = (key: string, value: string): Html =>
    html`<tr>
      <th scope="row">${say(`report.print.${key}`)}</th>
      <td>${value}</td>
    </tr>`
  const body = html`<h1>${title}</h1>
    ${sha256 === null ? html`<p class="draft">${say('report.print.draft')}</p>` : null}
    ${supersededBy === null ? null : html`<p class="note">${say('report.print.superseded', { number: supersededBy })}</p>`}
    ${
      links === null
        ? null
        : html`<p class="links">
            ${reportLinks(links, language)} · <a href="/reports/released?language=${language}">${say('report.print.released')}</a>
          </p>`
    }
    <table>
      ${number === null ? null : row('number', supersedes === null ? number : `${number} (${say('report.print.version', { version, number: supersedes })})`)}
      ${row('by', author)}${subjectName === null ? null : row('about', subjectName)}
      ${row('period', say('report.print.period-of', { ...period }))}${row('made', dateText(madeOn))}
    </table>
    <p class="note">${gaps === 0 ? say('report.print.no-gap') : say('report.print.gaps', { n: gaps })}</p>
    ${document.sections.map((section) => sectionHtml(section, language))}
    ${
      sha256 === null
        ? null
        : html`<p class="small">${say('report.print.hash')}</p>
            <p class="hash">${sha256}</p>`
    }`
  return documentPage({
    title: number === null ? title : `${title} ${number}`,
    language,
    body,
    style: STYLE,
    footer: html`${say('report.print.mark')}`,
  })
}

function sectionHtml({ key, lines, tables, written }: ReportSection, language: Language): Html {
  const say = sayIn(language)
  return html`<section>
    <h2>${say(`report.section.${key}`)}</h2>
    ${written === null ? null : written.text === null ? html`<p class="gap">${say('report.print.nothing-written')}</p>` : html`<p class="said">${written.text}</p>`}
    ${
      lines.length === 0
        ? null
        : html`<table class="facts">
            ${lines.map((line) => lineHtml(line, language))}
          </table>`
    }
    ${tables.map((table) => tableHtml(table, language))}
  </section>`
}

function lineHtml({ key, facts, value, unit, source, mark, state, who }: ReportLine, language: Language): Html {
  const say = sayIn(language)
  const from = source.from.map((one) => say(`report.from.${one}`)).join(', ')
  const shown =
    state === 'gap'
      ? html`<span class="gap">${say('report.print.gap-who', { who: say(`report.who.${who ?? ''}`) })}</span>`
      : state === 'none'
        ? say('report.print.none')
        : valueText(language, value, unit)
  return html`<tr>
    <td>${say(`report.line.${key}`, facts)}</td>
    <td>${shown}<br /><span class="small">${say('report.print.source', { from, n: source.count })} · ${mark}</span></td>
  </tr>`
}

const isNumber = (unit: CellUnit): boolean => unit !== 'text' && unit !== 'word' && unit !== 'day'
function tableHtml({ key, columns, rows, source, mark }: ReportTable, language: Language): Html {
  const say = sayIn(language)
  const from = source.from.map((one) => say(`report.from.${one}`)).join(', ')
  return html`<h3>${say(`report.table.${key}`)}</h3>
    ${
      rows.length === 0
        ? html`<p class="small">${say('report.table.empty')}</p>`
        : html`${columns.length > 3 ? html`<p class="swipe">↔ ${say('report.print.swipe', { n: columns.length })}</p>` : null}
            <div class="wide" tabindex="0" role="region" aria-label="${say(`report.table.${key}`)}">
              <table class="figures">
                <thead>
                  <tr>
                    ${columns.map((one) => html`<th ${isNumber(one.unit) ? html`class="n"` : null}>${say(`report.column.${one.key}`)}</th>`)}
                  </tr>
                </thead>
                <tbody>
                  ${rows.map(
                    (row) =>
                      html`<tr>
                        ${columns.map((column, at) => {
                          const { unit, asked } = column
                          const value = row[at] ?? null
                          const shown =
                            value === null && asked
                              ? html`<span class="gap">${say('report.print.gap')}</span>`
                              : cellValueText(language, value, column)
                          return html`<td ${isNumber(unit) ? html`class="n"` : null}>${shown}</td>`
                        })}
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
    }
    <p class="small">${say('report.print.source-of')} : ${from} · ${mark}</p>`
}
