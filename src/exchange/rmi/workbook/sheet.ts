/*
One sheet of a workbook as its own text: cells are found by position and replaced in place, so that every other letter of the sheet stays: formulas,
validations, formats, what a later program wrote there. A cell with a formula is never touched.
*/
import { SaxesParser } from 'saxes'
import { NotAWorkbook } from './zip.ts'

export interface Cell {
  readonly reference: string
  readonly row: number
  readonly column: number
  readonly from: number
  readonly until: number
  readonly style: string | null
  readonly hasFormula: boolean
  /** As kept: a text, the number of a shared text, a number. */
  readonly raw: string
  readonly type: string
}
interface Row {
  readonly number: number
  readonly from: number
  /** Behind the opening tag. */
  readonly open: number
  until: number
  readonly isEmpty: boolean
  readonly cells: Cell[]
}
export interface Sheet {
  readonly text: string
  readonly rows: readonly Row[]
  readonly cells: ReadonlyMap<string, Cell>
  /** Where rows stand. */
  readonly data: { readonly from: number; readonly open: number; readonly until: number; readonly isEmpty: boolean }
  /** `x:` where the sheet names its words so. */
  readonly prefix: string
}

const MOST_CELLS = 400_000
const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Parsers of a whole part: no document type, and with it no entities of one's own. */
export function walk(
  text: string,
  seen: {
    readonly open: (
      name: string,
      given: { readonly [name: string]: string },
      at: { readonly from: number; readonly until: number; readonly isEmpty: boolean },
    ) => void
    readonly close?: (name: string, until: number) => void
    readonly text?: (text: string) => void
  },
): void {
  const parser = new SaxesParser()
  parser.on('error', () => {
    throw new NotAWorkbook()
  })
  parser.on('doctype', () => {
    throw new NotAWorkbook()
  })
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    const until = parser.position
    // No attribute may hold this letter, so the last one before the end is the tag's own.
    seen.open(name, attributes, { from: text.lastIndexOf('<', until - 1), until, isEmpty: isSelfClosing })
  })
  parser.on('closetag', ({ name }) => seen.close?.(name, parser.position))
  parser.on('text', (said) => seen.text?.(said))
  parser.write(text).close()
}

interface Reading {
  data: Sheet['data'] | null
  prefix: string
  cell: Cell | null
  isValue: boolean
  column: number
}
export function readSheet(text: string): Sheet {
  const rows: Row[] = []
  const cells = new Map<string, Cell>()
  const state: Reading = { data: null, prefix: '', cell: null, isValue: false, column: 0 }
  walk(text, {
    open: (name, given, at) => {
      const word = local(name)
      if (word === 'sheetData') [state.data, state.prefix] = [{ ...at, open: at.until }, name.slice(0, -word.length)]
      if (state.data === null) return
      if (word === 'row') {
        rows.push({
          number: Number(given['r'] ?? (rows.at(-1)?.number ?? 0) + 1),
          from: at.from,
          open: at.until,
          until: at.until,
          isEmpty: at.isEmpty,
          cells: [],
        })
        state.column = 0
      }
      const row = rows.at(-1)
      if (word === 'c' && row !== undefined) {
        if (cells.size > MOST_CELLS) throw new NotAWorkbook()
        const reference = given['r'] ?? `${columnName(state.column)}${row.number}`
        const column = columnOf(reference)
        state.cell = {
          reference,
          row: row.number,
          column,
          from: at.from,
          until: at.until,
          style: given['s'] ?? null,
          hasFormula: false,
          raw: '',
          type: given['t'] ?? 'n',
        }
        state.column = column + 1
      }
      if (word === 'f' && state.cell !== null) state.cell = { ...state.cell, hasFormula: true }
      if ((word === 'v' || word === 't') && state.cell !== null) state.isValue = true
    },
    text: (said) => {
      if (state.isValue && state.cell !== null) state.cell = { ...state.cell, raw: state.cell.raw + said }
    },
    close: (name, until) => {
      const word = local(name)
      if (word === 'v' || word === 't') state.isValue = false
      const row = rows.at(-1)
      if (word === 'c' && state.cell !== null && row !== undefined) {
        const cell = { ...state.cell, until }
        cells.set(cell.reference, cell)
        row.cells.push(cell)
        state.cell = null
      }
      if (word === 'row' && row !== undefined) row.until = until
      if (word === 'sheetData' && state.data !== null) state.data = { ...state.data, until }
    },
  })
  if (state.data === null) throw new NotAWorkbook()
  return { text, rows, cells, data: state.data, prefix: state.prefix }
}

export type Value = { readonly text: string } | { readonly number: number }
export interface Edit {
  readonly reference: string
  readonly value: Value
}

/** The sheet's text with the cells written. Edits of cells with formulas must have been taken out before. */
export function writeCells(sheet: Sheet, edits: readonly Edit[]): string {
  const pieces: { readonly from: number; readonly until: number; readonly text: string }[] = []
  const { prefix, data } = sheet
  const byRow = Map.groupBy(edits, ({ reference }) => Number(reference.replaceAll(/\D/g, '')))
  const newRows: { readonly at: number; readonly number: number; readonly text: string }[] = []
  for (const [number, wanted] of byRow) {
    const row = sheet.rows.find((one) => one.number === number)
    const sorted = wanted.toSorted((a, b) => columnOf(a.reference) - columnOf(b.reference))
    if (row === undefined) {
      const next = sheet.rows.find((one) => one.number > number)
      const at = next?.from ?? (data.isEmpty ? data.open : endOfContent(sheet.text, data.until))
      newRows.push({
        at,
        number,
        text: `<${prefix}row r="${number}">${sorted.map((edit) => cellXml(prefix, edit, null)).join('')}</${prefix}row>`,
      })
      continue
    }
    const added = new Map<number, string>()
    for (const edit of sorted) {
      const known = row.cells.find(({ reference }) => reference === edit.reference)
      if (known) pieces.push({ from: known.from, until: known.until, text: cellXml(prefix, edit, known.style) })
      else {
        const next = row.cells.find(({ column }) => column > columnOf(edit.reference))
        const at = next?.from ?? (row.isEmpty ? row.open : endOfContent(sheet.text, row.until))
        added.set(at, (added.get(at) ?? '') + cellXml(prefix, edit, null))
      }
    }
    const inside = [...added].map(([at, text]) => ({ from: at, until: at, text }))
    if (row.isEmpty && inside.length > 0)
      pieces.push({
        from: row.from,
        until: row.until,
        text: `${opened(sheet.text.slice(row.from, row.open))}${inside[0]?.text ?? ''}</${prefix}row>`,
      })
    else pieces.push(...inside)
  }
  for (const [at, group] of Map.groupBy(newRows, (one) => one.at)) {
    const text = group
      .toSorted((a, b) => a.number - b.number)
      .map((one) => one.text)
      .join('')
    if (data.isEmpty)
      pieces.push({
        from: data.from,
        until: data.until,
        text: `${opened(sheet.text.slice(data.from, data.open))}${text}</${prefix}sheetData>`,
      })
    else pieces.push({ from: at, until: at, text })
  }
  return spliced(sheet.text, pieces)
}

/** Before the closing tag that ends there. */
const endOfContent = (text: string, until: number): number => text.lastIndexOf('<', until - 1)
const opened = (tag: string): string => tag.replace(/\s*\/>$/, '>')
function spliced(text: string, pieces: readonly { readonly from: number; readonly until: number; readonly text: string }[]): string {
  let [made, at] = ['', 0]
  // What is put before a cell stands before what replaces it.
  for (const piece of pieces.toSorted((a, b) => a.from - b.from || a.until - b.until)) {
    made += text.slice(at, piece.from) + piece.text
    at = piece.until
  }
  return made + text.slice(at)
}

function cellXml(prefix: string, { reference, value }: Edit, style: string | null): string {
  const head = `<${prefix}c r="${reference}"${style === null ? '' : ` s="${style}"`}`
  if ('number' in value) return `${head}><${prefix}v>${value.number}</${prefix}v></${prefix}c>`
  return `${head} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escaped(value.text)}</${prefix}t></${prefix}is></${prefix}c>`
}
const escaped = (text: string): string =>
  Array.from(text)
    .filter((letter) => letter >= ' ' || letter === '\n' || letter === '\t')
    .join('')
    .slice(0, 32_000)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

export function columnOf(reference: string): number {
  let column = 0
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
export const columnName = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26)
