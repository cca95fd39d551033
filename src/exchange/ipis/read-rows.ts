/*
Lines to rows. A cell in quotes may hold a line break, so a row may be several lines; but a quote that was lost or invented
would swallow all that follows. Therefore a line that is a whole row by itself always ends a broken one: damage stays where it
is, and every other row is read. This file knows the shape of a row, not what its cells mean.
*/
import { CsvError, parse } from 'csv-parse/sync'
import type { Refusal } from '../../kernel/outcome.ts'
import { type Header, type IpisColumn, readHeader } from './columns.ts'
import { type Line, readLines } from './read-lines.ts'

/** A row that is reported and left out. `line` counts physical lines from 1 (the header); `problem` is a kebab-case code with words. */
export interface Damage {
  readonly line: number
  readonly column: string | null
  readonly problem: string
  readonly found?: string | number
}

export interface Row {
  readonly line: number
  /** Trimmed; absent (not asked) when empty or when the file has no such column. */
  readonly cell: (column: IpisColumn) => string | undefined
  /** All cells but the extract's own row number `FID`, which changes with every download: equal text means equal content. */
  readonly content: string
}

export type RowRead =
  | { readonly is: 'header'; readonly header: Header }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'row'; readonly row: Row }
  | { readonly is: 'damaged'; readonly damage: Damage }

/** More lines than any honest cell has line breaks: a lost quote is then given up. */
const MOST_LINES_OF_A_ROW = 20

type Cells =
  | { readonly ok: true; readonly cells: readonly string[] }
  | { readonly ok: false; readonly open: boolean; readonly index: number }

/** First the header or a refusal that ends the reading, then rows and damages in the order of the file. */
export async function* readRows(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<RowRead> {
  const lines = readLines(bytes)
  const first = await lines.next()
  const top = first.done ? null : cellsOf(first.value.text ?? '')
  const header = readHeader(top?.ok ? top.cells : [])
  if (!header.ok) {
    yield { is: 'refused', refusal: header.refusal }
    return
  }
  yield { is: 'header', header: header.value }
  let held: Line[] = []
  for await (const line of lines) {
    const alone = readAlone(line, header.value)
    if (held.length === 0) {
      if (alone.is === 'open') held = [line]
      else if (alone.is !== 'empty') yield alone
      continue
    }
    if (alone.is === 'row' || line.text === null || held.length >= MOST_LINES_OF_A_ROW) {
      yield openDamage(held, header.value)
      held = []
      if (alone.is === 'open') held = [line]
      else if (alone.is !== 'empty') yield alone
      continue
    }
    held = [...held, line]
    const joined = readJoined(held, header.value)
    if (joined.is === 'open') continue
    if (joined.is === 'damaged' && alone.is === 'open') {
      // The line that did not fit begins a row of its own: only what came before it is given up.
      yield openDamage(held.slice(0, -1), header.value)
      held = [line]
      continue
    }
    yield joined
    held = []
  }
  if (held.length > 0) yield openDamage(held, header.value)
}

type Attempt = Extract<RowRead, { is: 'row' | 'damaged' }> | { readonly is: 'open' } | { readonly is: 'empty' }

function readAlone(line: Line, header: Header): Attempt {
  if (line.text === null) return damaged({ line: line.number, column: null, problem: line.problem ?? 'not-utf-8' })
  if (line.text.trim() === '') return { is: 'empty' }
  return readText(line.text, line.number, header)
}

function readJoined(lines: readonly Line[], header: Header): Exclude<Attempt, { is: 'empty' }> {
  return readText(lines.map((line) => line.text ?? '').join('\n'), lines[0]?.number ?? 0, header)
}

function readText(text: string, line: number, header: Header): Exclude<Attempt, { is: 'empty' }> {
  const read = cellsOf(text)
  if (!read.ok) {
    if (read.open) return { is: 'open' }
    return damaged({ line, column: header.names[read.index] ?? null, problem: 'broken-quotes' })
  }
  if (read.cells.length !== header.names.length) {
    return damaged({ line, column: null, problem: 'wrong-number-of-columns', found: read.cells.length })
  }
  const control = read.cells.findIndex(hasControlCharacter)
  if (control >= 0) return damaged({ line, column: header.names[control] ?? null, problem: 'control-character' })
  return { is: 'row', row: rowOf(line, read.cells.map(clean), header) }
}

function rowOf(line: number, cells: readonly string[], header: Header): Row {
  const skip = header.places.get('FID')
  return {
    line,
    cell: (column) => cells[header.places.get(column) ?? -1] || undefined,
    content: cells.filter((_, index) => index !== skip).join('\u001f'),
  }
}

function openDamage(lines: readonly Line[], header: Header): RowRead {
  const read = cellsOf(lines[0]?.text ?? '')
  return damaged({ line: lines[0]?.number ?? 0, column: read.ok ? null : (header.names[read.index] ?? null), problem: 'broken-quotes' })
}

/** The cells of one record; `open` when a quote was opened and not closed, so that the next line may belong to it. */
function cellsOf(text: string): Cells {
  try {
    // No record delimiter that can occur: the text is one record, its line breaks belong to cells in quotes.
    const records = parse(text, { relax_column_count: true, record_delimiter: ['\u001e\u001e'] })
    return { ok: true, cells: records[0] ?? [] }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const index = typeof error['index'] === 'number' ? error['index'] : -1
    return { ok: false, open: error.code === 'CSV_QUOTE_NOT_CLOSED', index }
  }
}

const damaged = (damage: Damage): { readonly is: 'damaged'; readonly damage: Damage } => ({ is: 'damaged', damage })
const clean = (cell: string): string => cell.replaceAll(/\s+/g, ' ').trim()
// oxlint-disable-next-line no-control-regex
const hasControlCharacter = (cell: string): boolean => /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(cell)
