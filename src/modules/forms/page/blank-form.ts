/*
A form on paper, empty, to be filled in by hand where no phone goes: every question with room to write, boxes to tick, units and conditions in
words, on A4 with page numbers. It says which version it is and its hash, so that what is entered later is entered into the same questions.
*/
import { dateText } from '../../../kernel/phrase.ts'
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import type { FormVersionBrief, Outline, OutlineRow } from '../domain/answers.ts'
import { type Sayer, sayerOf } from '../domain/say-formula.ts'
import { wordingFor } from '../domain/wording.ts'
import { sayIn } from './words.ts'

export interface BlankForm {
  readonly version: FormVersionBrief
  readonly isCurrent: boolean
  readonly outline: Outline
}

const STYLE = `main{font-size:14px}.head{border-bottom:2px solid var(--ink);padding-bottom:6px}.head h1{margin:0;font-size:22px}.top{display:grid;grid-template-columns:2fr 2fr 1fr 1fr;gap:10px;margin:10px 0}
.blank{border-bottom:1px solid var(--ink);min-height:26px;font-size:12px;color:var(--muted)}h2{border:1px solid var(--ink);padding:4px 8px;margin:16px 0 6px;break-after:avoid}h3{font-size:14px;margin:10px 0 4px;break-after:avoid}
.q{break-inside:avoid;padding:5px 0 7px;border-bottom:1px dotted var(--line)}.q b{font-weight:600}.q .why{font-size:12px;color:var(--muted);margin:1px 0}.name{font:11px ui-monospace,monospace;color:var(--muted);float:right;margin-left:8px}
.boxes{display:flex;flex-wrap:wrap;gap:4px 16px;margin-top:4px}.box::before{content:"";display:inline-block;width:11px;height:11px;border:1.2px solid var(--ink);margin-right:6px;vertical-align:-1px}
.line{border-bottom:1px solid var(--ink);height:22px;margin-top:2px}.short{display:inline-block;border-bottom:1px solid var(--ink);min-width:110px;height:20px;margin-right:6px}.turn{border-left:3px solid var(--line);padding-left:10px;margin:6px 0}
.signs{display:grid;grid-template-columns:1fr 1fr;gap:12px;break-inside:avoid}.signs div{border:1px solid var(--ink);min-height:64px}
@media print{body{font-size:12px}main{font-size:12px}@page{size:A4;margin:14mm 14mm 16mm;@bottom-right{content:counter(page) " / " counter(pages);font:10px sans-serif}}}`

const SILENT = new Set(['calculate', 'start', 'end', 'today', 'deviceid', 'imei', 'uri:deviceid', 'simserial', 'phonenumber'])
const PRINTED_TURNS = [1, 2]

export function blankFormPage({ version, isCurrent, outline }: BlankForm, language: 'fr' | 'en'): Html {
  const say = sayIn(language)
  const printing = printingOf(outline, language)
  const footline = `${version.form} · ${say('version')} ${version.version} · ${say('hash')} ${version.sha256.slice(0, 16)}`
  const body = html`<div class="head">
      <h1>${version.title}</h1>
      <div class="small">${footline} · ${say('published')} ${dateText(version.publishedAt.slice(0, 10))}</div>
      ${isCurrent ? null : html`<p class="note">${say('specimenOld')}</p>`}
    </div>
    <div class="top">${(['site', 'mission', 'day', 'sheet'] as const).map((word) => html`<div class="blank">${say(word)}</div>`)}</div>
    <p class="small">${say('how')}</p>
    ${printRows(outline.rows, printing)}
    <h2>${say('signatures')}</h2>
    <div class="signs">
      <div></div>
      <div></div>
      <div></div>
      <div></div>
    </div>`
  return documentPage({ title: `${version.title} ${version.version}`, language, body, footer: html`${footline}`, style: STYLE })
}

export const unprintablePage = (title: string, language: 'fr' | 'en'): Html =>
  documentPage({
    title,
    language,
    body: html`<h1>${title}</h1>
      <p>${sayIn(language)('gone')}</p>`,
  })

interface Printing {
  readonly say: ReturnType<typeof sayIn>
  readonly word: (wordings: OutlineRow['labels']) => string
  readonly sayer: Sayer
  readonly choices: (list: string) => readonly string[]
}

function printingOf(outline: Outline, language: 'fr' | 'en'): Printing {
  const word = (wordings: OutlineRow['labels']): string => wordingFor(wordings, language, outline.defaultLanguage)
  const lists = new Map(outline.lists.map((list) => [list.name, list.choices.map((choice) => word(choice.labels) || choice.name)]))
  return {
    say: sayIn(language),
    word,
    sayer: sayerOf(outline, language),
    choices: (list) => lists.get(list) ?? [],
  }
}

/** Rows of one depth with what is under each. */
function printRows(rows: readonly OutlineRow[], printing: Printing): readonly Html[] {
  const printed: Html[] = []
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]
    if (row === undefined) continue
    const under = rows.slice(at + 1)
    const end = under.findIndex((one) => one.depth <= row.depth)
    const inside = row.kind === 'question' ? [] : end < 0 ? under : under.slice(0, end)
    at += inside.length
    if (row.kind === 'question') {
      if (!SILENT.has(row.type)) printed.push(printQuestion(row, printing))
    } else printed.push(printSection(row, inside, printing))
  }
  return printed
}

function printSection(row: OutlineRow, inside: readonly OutlineRow[], printing: Printing): Html {
  const { say, word } = printing
  const title = word(row.labels)
  const heading = title === '' ? null : row.depth === 0 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`
  const condition = row.relevant === null ? null : html`<p class="why">${say('onlyIf')} ${printing.sayer.formula(row.relevant)}</p>`
  if (row.kind === 'group') return html`${heading}${condition}${printRows(inside, printing)}`
  const turns = PRINTED_TURNS.map((turn) => html`<div class="turn"><b>${say('turn')} ${turn}</b>${printRows(inside, printing)}</div>`)
  return html`${heading}${condition}
    <p class="small">${say('repeated')}</p>
    ${turns}`
}

function printQuestion(row: OutlineRow, printing: Printing): Html {
  const { say, word, sayer } = printing
  const hint = word(row.hints)
  const label = sayer.text(word(row.labels))
  const must = row.required === 'true()' ? html` <span class="why">(${say('required')})</span>` : null
  return html`<div class="q">
    <span class="name">${row.name}</span><b>${label}</b>${must}
    ${row.relevant === null ? null : html`<div class="why">${say('onlyIf')} ${sayer.formula(row.relevant)}</div>`}
    ${hint === '' ? null : html`<div class="why">${hint}</div>`} ${row.type === 'note' ? null : printRoom(row, printing)}
  </div>`
}

function printRoom(row: OutlineRow, { say, choices }: Printing): Html {
  if (row.list !== null) {
    const several = row.type === 'select_multiple' ? html`<span class="why">${say('several')}</span>` : null
    return html`<div class="boxes">${choices(row.list).map((choice) => html`<span class="box">${choice}</span>`)}${several}</div>`
  }
  const unit = row.unit === null ? null : html`<span class="small">${row.unit}</span>`
  if (row.type === 'integer' || row.type === 'decimal') return html`<div><span class="short"></span>${unit}</div>`
  if (row.type === 'date' || row.type === 'datetime')
    return html`<div>…… / …… / …………${row.type === 'date' ? null : html` ${say('time')} …… : ……`}</div>`
  if (row.type === 'time') return html`<div>…… : ……</div>`
  if (row.type === 'image' || row.type === 'audio' || row.type === 'video')
    return html`<div>${say('photo')} <span class="short"></span></div>`
  if (row.type === 'geopoint')
    return html`<div>
      ${(['latitude', 'longitude', 'altitude', 'accuracy'] as const).map((part) => html`${say(part)} <span class="short"></span>`)}
    </div>`
  if (row.type === 'acknowledge') return html`<div class="boxes"><span class="box"></span></div>`
  return html`<div class="line"></div>
    ${unit}
    <div class="line"></div>`
}
