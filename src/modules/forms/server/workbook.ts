/*
Workbooks in and out: .xlsx and .xls to tables of text as a person sees them, and tables to an .xlsx. Only values are read: no formula is
computed, no macro, no link, no picture is looked at. A packed workbook that would unfold to more than fits is refused before it is opened.
*/
import { inflateRawSync } from 'node:zlib'
import { type WorkSheet, read, utils, write } from '@e965/xlsx'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type FormSheets, sheetNames } from '../domain/xlsform/sheets.ts'

export const MOST_OF_WORKBOOK = 1_900_000
const MOST_UNFOLDED = 60_000_000
const MOST_ROWS = 20_000
const MOST_COLUMNS = 500
const MOST_CELLS = 200_000
const MOST_OF_CELL = 8000

export function readWorkbook(bytes: Uint8Array): Outcome<FormSheets> {
  if (!isWorkbook(bytes)) return refused('not-a-workbook')
  if (unfoldedSize(bytes) > MOST_UNFOLDED) return refused('workbook-too-large')
  const sheets = sheetsIn(bytes)
  if (sheets === null) return refused('not-a-workbook')
  const survey = sheets.get('survey')
  if (survey === undefined) return refused('workbook-without-survey', { sheets: [...sheets.keys()].slice(0, 20) })
  const tables = sheetNames.map((name) => [name, tableOf(sheets.get(name))] as const)
  if (tables.some(([, table]) => table === null)) return refused('workbook-too-large')
  const table = (wanted: string): string[][] => tables.find(([name]) => name === wanted)?.[1] ?? []
  return accepted({ survey: table('survey'), choices: table('choices'), settings: table('settings') })
}

function sheetsIn(bytes: Uint8Array): ReadonlyMap<string, WorkSheet> | null {
  try {
    const book = read(bytes, { type: 'array', cellFormula: false, cellHTML: false, cellStyles: false, bookVBA: false })
    return new Map(
      book.SheetNames.flatMap((name) => {
        const sheet = book.Sheets[name]
        return sheet === undefined ? [] : [[name.trim().toLowerCase(), sheet] as const]
      }),
    )
  } catch {
    return null
  }
}

/** A ZIP (.xlsx) or a compound file (.xls). */
const isWorkbook = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03) ||
  (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0)

/** What the parts of a ZIP unfold to, added up: tried, because what they say of themselves need not be true. */
function unfoldedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let total = 0
  for (let at = 0; at + 46 <= bytes.length && total <= MOST_UNFOLDED; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue
    total += Math.max(
      view.getUint32(at + 24, true),
      unfoldedAt(bytes, view, { at: view.getUint32(at + 42, true), most: MOST_UNFOLDED - total }),
    )
  }
  return total
}

/** Of the part whose own head stands at `at`; what is packed in no way, or damaged, is no larger than the file. */
function unfoldedAt(bytes: Uint8Array, view: DataView, { at, most }: { readonly at: number; readonly most: number }): number {
  if (at + 30 > bytes.length || most < 1 || view.getUint16(at + 8, true) !== 8) return 0
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  try {
    return inflateRawSync(bytes.subarray(start), { maxOutputLength: most }).length
  } catch (error) {
    return error instanceof RangeError ? most + 1 : 0
  }
}

/** Null when it is larger than any form. */
function tableOf(sheet: WorkSheet | undefined): string[][] | null {
  const table: string[][] = []
  if (sheet === undefined) return table
  let cells = 0
  for (const [address, cell] of Object.entries(sheet)) {
    if (address.startsWith('!') || typeof cell !== 'object' || cell === null || !('v' in cell)) continue
    const value = textOf(cell)
    if (value === '') continue
    const { r, c } = utils.decode_cell(address)
    if (r >= MOST_ROWS || c >= MOST_COLUMNS) return null
    while (table.length <= r) table.push([])
    const row = table[r] ?? []
    // The empty cells before it count: one far cell in every row would be a table of millions.
    cells += Math.max(1, c + 1 - row.length)
    if (cells > MOST_CELLS) return null
    while (row.length < c) row.push('')
    row[c] = value.slice(0, MOST_OF_CELL)
  }
  return table.map((row) => Array.from(row, (value) => value ?? ''))
}

function textOf(cell: { readonly t?: unknown; readonly v?: unknown; readonly w?: unknown }): string {
  const { t, v, w } = cell
  if (t === 'b') return v === true ? 'TRUE' : 'FALSE'
  if (t === 'd' || v instanceof Date) return typeof w === 'string' ? w : ''
  if (t === 'e' || v === null || v === undefined) return ''
  return typeof v === 'string' || typeof v === 'number' ? String(v).trim() : ''
}

export function writeWorkbook(sheets: FormSheets): Uint8Array {
  const book = utils.book_new()
  for (const name of sheetNames) {
    const sheet = utils.aoa_to_sheet(sheets[name].map((row) => row.map((cell) => (cell === '' ? null : cell))))
    sheet['!cols'] = (sheets[name][0] ?? []).map((header) => ({ wch: /label|hint|message/.test(header) ? 44 : 18 }))
    utils.book_append_sheet(book, sheet, name)
  }
  const written: unknown = write(book, { type: 'buffer', bookType: 'xlsx', compression: true })
  if (written instanceof Uint8Array) return written
  throw new Error('the workbook was not written as bytes')
}
