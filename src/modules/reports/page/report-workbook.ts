/* The same description as a workbook: a sheet with every line, and one for each table. Numbers are numbers in the unit that the heading says; texts are text. */
import type { Language } from '../../../kernel/phrase.ts'
import { type Cell, type Sheet, writeXlsx } from '../../../kernel/write-xlsx.ts'
import type { CellUnit, CellValue, ReportDocument, ReportTable } from '../contract.ts'
import { cellValueText, sayIn, valueText } from './words.ts'

const SUFFIX: { readonly [Unit in CellUnit]?: string } = {
  grams: ' (kg)',
  milligrams: ' (g)',
  share: ' (%)',
  percent: ' (%)',
  'usd-cents': ' (USD)',
}
function cellOf(language: Language, value: CellValue, unit: CellUnit): Cell {
  if (value === null || typeof value === 'string') return value === null ? null : unit === 'day' ? value : valueText(language, value, unit)
  if (unit === 'grams' || unit === 'milligrams') return value / 1_000
  return unit === 'share' || unit === 'usd-cents' ? value / 100 : value
}

export function reportWorkbook(
  { document, sha256 }: { readonly document: ReportDocument; readonly sha256: string | null },
  language: Language,
): Uint8Array<ArrayBuffer> {
  const say = sayIn(language)
  const used = new Set<string>()
  /** A sheet's name has 31 letters and is there once. */
  const named = (name: string): string => {
    const short = name.slice(0, 31)
    const one = used.has(short.toLowerCase()) ? `${short.slice(0, 27)} ${used.size}` : short
    used.add(one.toLowerCase())
    return one
  }
  const summary: Sheet = {
    name: named(say('report.print.summary')),
    rows: [...headRows(document, sha256, language), ...lineRows(document, language)],
  }
  const tables = document.sections.flatMap(({ tables }) =>
    tables.map((table) => ({ name: named(say(`report.table.${table.key}`)), rows: tableRows(table, language) })),
  )
  return writeXlsx([summary, ...tables])
}

function headRows(document: ReportDocument, sha256: string | null, language: Language): readonly (readonly Cell[])[] {
  const say = sayIn(language)
  const { kind, number, author, subjectName, period, madeOn, gaps } = document
  return [
    [say(`report.kind.${kind}`), sha256 === null ? say('report.print.draft') : number],
    [say('report.print.by'), author],
    [say('report.print.about'), subjectName],
    [say('report.print.period'), say('report.print.period-of', { ...period })],
    [say('report.print.made'), madeOn],
    [gaps === 0 ? say('report.print.no-gap') : say('report.print.gaps', { n: gaps })],
    ...(sha256 === null ? [] : [[say('report.print.hash'), sha256]]),
    [],
  ]
}
function lineRows({ sections }: ReportDocument, language: Language): readonly (readonly Cell[])[] {
  const say = sayIn(language)
  const fromOf = (from: readonly string[]): string => from.map((one) => say(`report.from.${one}`)).join(', ')
  return sections.flatMap(({ key, lines, written }) => [
    [say(`report.section.${key}`), say('report.print.value'), '', say('report.print.source-of'), ''],
    ...(written === null ? [] : [['', written.text ?? say('report.print.nothing-written')]]),
    ...lines.map((line): readonly Cell[] => [
      say(`report.line.${line.key}`, line.facts),
      line.state === 'gap'
        ? say('report.print.gap-who', { who: say(`report.who.${line.who ?? ''}`) })
        : line.state === 'none'
          ? say('report.print.none')
          : cellOf(language, line.value, line.unit),
      typeof line.value === 'number' ? (SUFFIX[line.unit] ?? '').trim() : '',
      say('report.print.source', { from: fromOf(line.source.from), n: line.source.count }),
      line.mark,
    ]),
    [],
  ])
}
function tableRows({ columns, rows }: ReportTable, language: Language): readonly (readonly Cell[])[] {
  const say = sayIn(language)
  return [
    columns.map(({ key, unit }) => `${say(`report.column.${key}`)}${SUFFIX[unit] ?? ''}`),
    ...rows.map((row) =>
      columns.map((column, at): Cell => {
        const value = row[at] ?? null
        if (value === null && column.asked) return say('report.print.gap')
        return column.key === 'standing' ? cellValueText(language, value, column) : cellOf(language, value, column.unit)
      }),
    ),
  ]
}
