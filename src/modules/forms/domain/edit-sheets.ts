/*
Editing a form on the screen: wordings, hints, what is required, choices and their order. It changes cells of the tables and nothing else, so that
whatever the screen does not show stays as the author wrote it. Names and formulas are not edited here: answers and conditions hang on them.
*/
import type { FormSheets, Sheet, SheetName } from './xlsform/sheets.ts'

export interface WordingColumn {
  readonly index: number
  /** '' for a wording in no particular language. */
  readonly language: string
}

const headerOf = (sheet: Sheet): readonly string[] => (sheet[0] ?? []).map((cell) => cell.trim())

export function columnOf(sheet: Sheet, name: string): number | null {
  const found = headerOf(sheet).findIndex((cell) => cell.toLowerCase() === name || cell.toLowerCase().replaceAll(' ', '_') === name)
  return found < 0 ? null : found
}

/** The columns of `label`, `hint` … by language, in their order. */
export function wordingColumns(sheet: Sheet, name: string): readonly WordingColumn[] {
  return headerOf(sheet).flatMap((cell, index) => {
    const [first = '', ...rest] = cell.split(/::?/).map((part) => part.trim())
    return first.toLowerCase() === name ? [{ index, language: rest.join('::') }] : []
  })
}

export const cellAt = (sheet: Sheet, row: number, column: number | null): string =>
  column === null ? '' : (sheet[row - 1]?.[column] ?? '')

export interface CellPlace {
  readonly sheet: SheetName
  /** As in the workbook: the header is row 1. */
  readonly row: number
  readonly column: number
}

export function withCell(sheets: FormSheets, { sheet, row, column }: CellPlace, value: string): FormSheets {
  const changed = sheets[sheet].map((cells, index) => {
    if (index !== row - 1) return cells
    const wide = [...cells, ...Array.from({ length: Math.max(0, column + 1 - cells.length) }, () => '')]
    return wide.map((cell, at) => (at === column ? value : cell))
  })
  return { ...sheets, [sheet]: changed }
}

/** A column that is not there yet is added at the end. */
export function withColumn(sheets: FormSheets, sheet: SheetName, name: string): { readonly sheets: FormSheets; readonly column: number } {
  const found = headerOf(sheets[sheet]).indexOf(name)
  if (found >= 0) return { sheets, column: found }
  const column = sheets[sheet][0]?.length ?? 0
  return { column, sheets: withCell(sheets[sheet].length === 0 ? { ...sheets, [sheet]: [[]] } : sheets, { sheet, row: 1, column }, name) }
}

export interface ChoiceRow {
  readonly row: number
  readonly name: string
  readonly labels: readonly string[]
}

export function listNames(sheets: FormSheets): readonly string[] {
  const column = columnOf(sheets.choices, 'list_name')
  return [
    ...new Set(
      sheets.choices
        .slice(1)
        .map((cells) => (column === null ? '' : (cells[column] ?? '')))
        .filter((name) => name !== ''),
    ),
  ]
}

export function choicesOf(sheets: FormSheets, list: string): readonly ChoiceRow[] {
  const { choices } = sheets
  const columns = wordingColumns(choices, 'label')
  const [inList, name] = [columnOf(choices, 'list_name'), columnOf(choices, 'name')]
  return choices.flatMap((_cells, index) =>
    index > 0 && cellAt(choices, index + 1, inList) === list
      ? [
          {
            row: index + 1,
            name: cellAt(choices, index + 1, name),
            labels: columns.map((column) => cellAt(choices, index + 1, column.index)),
          },
        ]
      : [],
  )
}

/** Swaps a choice with its neighbour in the list; at the end of the list nothing changes. */
export function moveChoice(sheets: FormSheets, list: string, { row, by }: { readonly row: number; readonly by: 1 | -1 }): FormSheets {
  const rows = choicesOf(sheets, list).map((choice) => choice.row)
  const other = rows[rows.indexOf(row) + by]
  if (!rows.includes(row) || other === undefined) return sheets
  const swapped = sheets.choices.map((cells, index) => {
    if (index === row - 1) return sheets.choices[other - 1] ?? cells
    return index === other - 1 ? (sheets.choices[row - 1] ?? cells) : cells
  })
  return { ...sheets, choices: swapped }
}

/** A new last choice of the list; `labels` in the order of the label columns. */
export function addChoice(
  sheets: FormSheets,
  list: string,
  added: { readonly name: string; readonly labels: readonly string[] },
): FormSheets {
  const { choices } = sheets
  const last = choicesOf(sheets, list).at(-1)?.row ?? choices.length
  const columns = wordingColumns(choices, 'label')
  const cells = (choices[0] ?? []).map((_header, index) => {
    if (index === columnOf(choices, 'list_name')) return list
    if (index === columnOf(choices, 'name')) return added.name
    const label = columns.findIndex((column) => column.index === index)
    return label < 0 ? '' : (added.labels[label] ?? '')
  })
  return { ...sheets, choices: [...choices.slice(0, last), cells, ...choices.slice(last)] }
}

export function withVersion(sheets: FormSheets, version: string): FormSheets {
  const { sheets: widened, column } = withColumn(sheets, 'settings', 'version')
  const filled = widened.settings.length < 2 ? { ...widened, settings: [...widened.settings, []] } : widened
  return withCell(filled, { sheet: 'settings', row: 2, column }, version)
}

/** The day and a number, as field teams count: `2026112101`; one that no published version has. */
export function nextVersion(today: string, published: readonly string[]): string {
  const day = today.replaceAll('-', '')
  const numbers = published.filter((one) => one.startsWith(day) && /^\d{10}$/.test(one)).map((one) => Number(one.slice(8)))
  return `${day}${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`
}

/** Blanks around a cell go, as they would in a workbook; the server takes no cell that is only blanks. */
export const trimmedSheets = (sheets: FormSheets): FormSheets => {
  const trim = (sheet: Sheet): Sheet => sheet.map((cells) => cells.map((cell) => cell.trim()))
  return { survey: trim(sheets.survey), choices: trim(sheets.choices), settings: trim(sheets.settings) }
}

export interface EditableRow {
  readonly row: number
  readonly name: string
  readonly type: string
}
export interface EditableSection {
  /** The row that opens it; 0 for what stands outside every section. */
  readonly row: number
  readonly rows: readonly EditableRow[]
}

const SILENT = new Set(['start', 'end', 'today', 'deviceid', 'imei', 'uri:deviceid', 'simserial', 'phonenumber', 'calculate'])

/** The rows that have wordings, by the outermost section that they stand in. */
export function sectionsOf(sheets: FormSheets): readonly EditableSection[] {
  const { survey } = sheets
  const [typeColumn, nameColumn] = [columnOf(survey, 'type'), columnOf(survey, 'name')]
  const sections = new Map<number, EditableRow[]>()
  let depth = 0
  let section = 0
  for (let row = 2; row <= survey.length; row++) {
    const type = cellAt(survey, row, typeColumn).trim()
    if (/^end[ _](group|repeat|loop)$/i.test(type)) depth = Math.max(0, depth - 1)
    if (type === '' || /^end[ _]/i.test(type)) continue
    if (depth === 0) section = /^begin[ _]/i.test(type) ? row : 0
    if (!SILENT.has(type)) sections.set(section, [...(sections.get(section) ?? []), { row, type, name: cellAt(survey, row, nameColumn) }])
    if (/^begin[ _]/i.test(type)) depth++
  }
  const named = [...sections].map(([row, rows]) => ({ row, rows }))
  return [...named.filter((one) => one.row > 0), ...named.filter((one) => one.row === 0)]
}
