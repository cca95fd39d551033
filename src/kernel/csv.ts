/*
Tables as text, read piece by piece and written line by line, the same on a device and on the server. A file may come in pieces of any size: no more of it is
held than one line. Excel writes `;` between cells where a comma is the decimal sign: the heading line says which it is. A quote that never closes
is a broken file. What a spreadsheet would run as a formula is written behind an apostrophe; a telephone's plus sign is no formula.
*/
type Cells = readonly string[]
const SEPARATORS = [',', ';', '\t'] as const

/** The file is no table: a quote never closes. */
export class BrokenCsv extends Error {}

interface Reading {
  cells: string[]
  cell: string
  quoted: boolean
  /** A quote inside quotes: the end of the cell, or the first half of a quote that is meant. */
  half: boolean
  separator: string
}

/** Empty lines are left out. */
export async function* csvRows(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Cells> {
  const state: Reading = { cells: [], cell: '', quoted: false, half: false, separator: '' }
  let waiting = ''
  for await (const piece of pieces) {
    if (state.separator !== '') {
      yield* readPiece(state, piece)
      continue
    }
    waiting += piece
    const end = waiting.search(/[\r\n]/)
    if (end < 0) continue
    yield* readPiece(state, begin(state, waiting, end))
  }
  if (state.separator === '') yield* readPiece(state, begin(state, waiting, waiting.length))
  if (state.quoted && !state.half) throw new BrokenCsv('a quote never closes')
  const last = endOfLine(state)
  if (last !== null) yield last
}

/** A whole text at once. */
export function csvRowsOf(text: string): readonly Cells[] {
  const state: Reading = { cells: [], cell: '', quoted: false, half: false, separator: '' }
  const end = text.search(/[\r\n]/)
  const rows = [...readPiece(state, begin(state, text, end < 0 ? text.length : end))]
  if (state.quoted && !state.half) throw new BrokenCsv('a quote never closes')
  const last = endOfLine(state)
  return last === null ? rows : [...rows, last]
}

function begin(state: Reading, text: string, end: number): string {
  const heading = text.slice(0, end)
  state.separator = SEPARATORS.toSorted((a, b) => heading.split(b).length - heading.split(a).length)[0] ?? ','
  return text.codePointAt(0) === 0xfeff ? text.slice(1) : text
}

function* readPiece(state: Reading, piece: string): Generator<Cells> {
  for (let at = 0; at < piece.length; at++) {
    const letter = piece[at] ?? ''
    if (state.quoted) {
      if (!state.half) {
        if (letter === '"') state.half = true
        else state.cell += letter
        continue
      }
      state.half = false
      if (letter === '"') {
        state.cell += '"'
        continue
      }
      state.quoted = false
    }
    if (letter === '"' && state.cell === '') state.quoted = true
    else if (letter === state.separator) {
      state.cells.push(state.cell)
      state.cell = ''
    } else if (letter === '\n' || letter === '\r') {
      const line = endOfLine(state)
      if (line !== null) yield line
    } else state.cell += letter
  }
}

function endOfLine(state: Reading): Cells | null {
  const cells = [...state.cells, state.cell]
  state.cells = []
  state.cell = ''
  return cells.length === 1 && cells[0] === '' ? null : cells
}

export const csvLine = (row: Cells): string => `${row.map(quoted).join(',')}\r\n`
export const csvOfRows = (rows: readonly Cells[]): string => rows.map(csvLine).join('')

const quoted = (cell: string): string => {
  const plain = /^[=@\t\r]|^[+-](?!\d+(?:\.\d+)?$)/.test(cell) ? `'${cell}` : cell
  return /[",;\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
