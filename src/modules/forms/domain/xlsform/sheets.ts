/*
A form as tables of cells, which is how field teams write it: the sheets survey, choices and settings of an XLSForm, each with its header in
the first row. Row numbers are those that a person sees in the workbook, so blank rows are kept. It knows no file format.
*/
export type Sheet = readonly (readonly string[])[]
export interface FormSheets {
  readonly survey: Sheet
  readonly choices: Sheet
  readonly settings: Sheet
}
export type SheetName = keyof FormSheets
export const sheetNames = ['survey', 'choices', 'settings'] as const

/** As pyxform reads a sheet: it ends at 60 blank rows in a row, and its header at 20 blank cells in a row. */
const BLANK_ROWS = 60
const BLANK_COLUMNS = 20

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

export interface ReadRow {
  /** As in the workbook: the header is row 1. */
  readonly row: number
  readonly cells: readonly string[]
}
export interface ReadSheet {
  readonly header: readonly string[]
  readonly rows: readonly ReadRow[]
  /** The first row below the end that holds something, which is not read. */
  readonly ignoredRow: number | null
}

export function readSheet(sheet: Sheet): ReadSheet {
  const header = headerOf(sheet[0] ?? [])
  const rows: ReadRow[] = []
  let blank = 0
  for (let at = 1; at < sheet.length; at++) {
    const cells = (sheet[at] ?? []).slice(0, header.length)
    if (isBlank(cells)) blank++
    else if (blank >= BLANK_ROWS) return { header, rows, ignoredRow: at + 1 }
    else {
      blank = 0
      rows.push({ row: at + 1, cells })
    }
  }
  return { header, rows, ignoredRow: null }
}

function headerOf(cells: readonly string[]): readonly string[] {
  let blank = 0
  for (const [index, cell] of cells.entries()) {
    blank = cell.trim() === '' ? blank + 1 : 0
    if (blank >= BLANK_COLUMNS) return cells.slice(0, index + 1)
  }
  return cells
}

/** Typographic quotes become plain ones, runs of blanks one blank: what a spreadsheet changes behind one's back does not change the form. */
export const cleanCell = (cell: string, collapse = true): string => {
  const plain = cell
    .trim()
    .replaceAll(/[\u2018\u2019]/gu, "'")
    .replaceAll(/[\u201C\u201D]/gu, '"')
  return collapse ? plain.replaceAll(/ {2,}/g, ' ') : plain
}
