/*
Reads a list that somebody saved from a spreadsheet: which letters (UTF-8, UTF-16, the Windows letters of older programs), which
separator (comma, semicolon, tab), quotes and line ends. A spreadsheet tells none of this, so it is found out and said back. A row
that does not fit is reported with its line; the others are read. It knows nothing of sites.
*/
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'

export interface TableRow {
  /** Physical line of the file on which the row begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}
export interface Table {
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252'
  readonly separator: ',' | ';' | '\t' | '|'
  readonly columns: readonly string[]
  /** Tags of the humanitarian exchange language under the headings, where there are any. */
  readonly tags: readonly string[] | null
  readonly rows: readonly TableRow[]
  /** Rows with another number of cells than the heading. */
  readonly uneven: readonly { readonly line: number; readonly cells: number }[]
}

export const MOST_ROWS = 20_000
const MOST_COLUMNS = 300
const SEPARATORS = [';', ',', '\t', '|'] as const

/** Refusals: `list-empty`, `list-is-a-workbook`, `list-not-text`, `list-quote-open` {line}, `list-too-long`, `list-heading-twice` {column}, `list-one-column`. */
export function readTable(bytes: Uint8Array): Outcome<Table> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return refused('list-is-a-workbook')
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return refused('list-is-a-workbook')
  const { text, encoding } = decode(bytes)
  if (text.trim() === '') return refused('list-empty')
  if (text.includes('\u0000')) return refused('list-not-text')
  const separator = separatorOf(text)
  const parsed = split(text, separator)
  if (!parsed.ok) return parsed
  const [heading, ...others] = parsed.value.filter((row) => row.cells.some((cell) => cell.trim() !== ''))
  if (!heading) return refused('list-empty')
  const columns = heading.cells.map((cell) => cell.trim())
  while (columns.at(-1) === '') columns.pop()
  if (columns.length < 2) return refused('list-one-column', { found: (columns[0] ?? '').slice(0, 80) })
  if (columns.length > MOST_COLUMNS || others.length > MOST_ROWS) return refused('list-too-long', { rows: others.length, most: MOST_ROWS })
  const twice = columns.find((name, at) => name !== '' && columns.indexOf(name) !== at)
  if (twice !== undefined) return refused('list-heading-twice', { column: twice })
  const tags = others[0] && isTagRow(others[0].cells) ? others[0].cells.map((cell) => cell.trim().toLowerCase()) : null
  const body = (tags ? others.slice(1) : others).map(({ line, cells }) => ({ line, cells: trimmedTo(cells, columns.length) }))
  const uneven = body.filter(({ cells }) => cells.length !== columns.length)
  return accepted({
    encoding,
    separator,
    columns,
    tags,
    rows: body.filter(({ cells }) => cells.length === columns.length),
    uneven: uneven.map(({ line, cells }) => ({ line, cells: cells.length })),
  })
}

/** Spreadsheets add empty cells at the end of a row, or leave them out. */
function trimmedTo(cells: readonly string[], wanted: number): readonly string[] {
  const kept = [...cells]
  while (kept.length > wanted && kept.at(-1)?.trim() === '') kept.pop()
  return kept.length < wanted && kept.length > wanted / 2 ? [...kept, ...Array.from({ length: wanted - kept.length }, () => '')] : kept
}

const isTagRow = (cells: readonly string[]): boolean => {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return filled.length > 0 && filled.every((cell) => /^#[a-z][a-z0-9_]*(\s*\+\s*[a-z][a-z0-9_]*)*$/i.test(cell))
}

function decode(bytes: Uint8Array): Pick<Table, 'encoding'> & { readonly text: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
  }
}

/** The one that gives the first lines the same, largest number of cells. */
function separatorOf(text: string): Table['separator'] {
  const start = text.slice(0, 20_000)
  let best: { separator: Table['separator']; score: number } = { separator: ',', score: 0 }
  for (const separator of SEPARATORS) {
    const parsed = split(start, separator, true)
    const sizes = parsed.ok ? parsed.value.slice(0, 20).map((row) => row.cells.length) : []
    const first = sizes[0] ?? 0
    const even = sizes.filter((size) => size === first).length / Math.max(1, sizes.length)
    const score = first < 2 ? 0 : first * even
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

function split(text: string, separator: string, isPart = false): Outcome<readonly TableRow[]> {
  const rows: TableRow[] = []
  let [cells, cell, line, startedOn]: [string[], string, number, number] = [[], '', 1, 1]
  let quotedSince: number | null = null
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? ''
    if (quotedSince !== null) {
      if (letter === '\n') line += 1
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quotedSince = null
    } else if (letter === '"' && cell.trim() === '') [cell, quotedSince] = ['', line]
    else if (letter === separator) {
      cells.push(cell)
      cell = ''
    } else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[at + 1] === '\n') at += 1
      // Blank lines are no rows; who sends more rows than are taken is told before millions of them are kept.
      if (cells.length > 0 || cell.trim() !== '') rows.push({ line: startedOn, cells: [...cells, cell] })
      if (rows.length > MOST_ROWS + 2) return refused('list-too-long', { rows: rows.length + linesFrom(text, at), most: MOST_ROWS })
      line += 1
      ;[cells, cell, startedOn] = [[], '', line]
    } else cell += letter
  }
  if (quotedSince !== null && !isPart) return refused('list-quote-open', { line: quotedSince })
  if (!isPart && (cell !== '' || cells.length > 0)) rows.push({ line: startedOn, cells: [...cells, cell] })
  return accepted(rows)
}

function linesFrom(text: string, start: number): number {
  let lines = 0
  for (let at = text.indexOf('\n', start); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}
