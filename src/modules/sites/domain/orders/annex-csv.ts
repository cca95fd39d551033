/*
The annex as a table from elsewhere: a CSV with a heading row, separated by comma, semicolon or tabulator. Columns are found by their
headings in French or English; a heading that nobody knows is named and nothing is taken over half-way. Whether a site is known is not
decided here: every row is kept with what was written in it.
*/
import type { DraftLine } from './order-draft.ts'

export type CsvColumn = 'key' | 'colour' | 'reason' | 'quantity' | 'foundOn' | 'stockReason'
const headings: { readonly [heading: string]: CsvColumn } = {
  site: 'key',
  nom: 'key',
  name: 'key',
  'cle nationale': 'key',
  'national key': 'key',
  'national id': 'key',
  nationalid: 'key',
  code: 'key',
  icglr: 'key',
  cirgl: 'key',
  'id icglr': 'key',
  'identifiant cirgl': 'key',
  icglrid: 'key',
  'icglr id': 'key',
  'nom du site': 'key',
  couleur: 'colour',
  statut: 'colour',
  colour: 'colour',
  color: 'colour',
  status: 'colour',
  decide: 'colour',
  decided: 'colour',
  motif: 'reason',
  raison: 'reason',
  reason: 'reason',
  'raison de l ecart': 'reason',
  'quantite kg': 'quantity',
  quantite: 'quantity',
  'quantity kg': 'quantity',
  quantity: 'quantity',
  kg: 'quantity',
  'trouve le': 'foundOn',
  'found on': 'foundOn',
  constate: 'foundOn',
  'motif du stock': 'stockReason',
  'stock reason': 'stockReason',
}
const colours: { readonly [word: string]: DraftLine['colour'] } = {
  vert: 'green',
  green: 'green',
  '1': 'green',
  jaune: 'yellow',
  yellow: 'yellow',
  '2': 'yellow',
  rouge: 'red',
  red: 'red',
  '3': 'red',
}
export type CsvProblem =
  | { readonly code: 'nothing' }
  | { readonly code: 'no-site-column'; readonly headings: string }
  | { readonly code: 'unknown-column'; readonly headings: string }
  | { readonly code: 'unclosed-quote'; readonly row: number }
  | { readonly code: 'no-colour'; readonly row: number; readonly written: string }
  | { readonly code: 'no-site'; readonly row: number }
  | { readonly code: 'not-a-quantity'; readonly row: number; readonly written: string }
  | { readonly code: 'not-a-day'; readonly row: number; readonly written: string }
export type CsvAnnex =
  | { readonly ok: true; readonly lines: readonly DraftLine[] }
  | { readonly ok: false; readonly problems: readonly CsvProblem[] }

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** `fallback`: the colour of a row without one, where the kind of order leaves only one. Rows count from 1 without the heading. */
export function readAnnexCsv(text: string, fallback: DraftLine['colour'] | null): CsvAnnex {
  const cells = cellsOf(text.replace(/^\uFEFF/, ''))
  if (typeof cells === 'number') return { ok: false, problems: [{ code: 'unclosed-quote', row: cells }] }
  const [head, ...rows] = cells.filter((row) => row.some((cell) => cell.trim() !== ''))
  if (head === undefined || rows.length === 0) return { ok: false, problems: [{ code: 'nothing' }] }
  const columns = head.map((cell) => headings[plain(cell)] ?? null)
  const strange = head.filter((cell, at) => columns[at] === null && cell.trim() !== '')
  if (!columns.includes('key')) return { ok: false, problems: [{ code: 'no-site-column', headings: head.join(', ') }] }
  if (strange.length > 0) return { ok: false, problems: [{ code: 'unknown-column', headings: strange.join(', ') }] }
  const problems: CsvProblem[] = []
  const lines = rows.flatMap((row, at) => {
    const line = lineOf({ columns, row, number: at + 1, fallback }, problems)
    return line === null ? [] : [line]
  })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, lines }
}

interface Given {
  readonly columns: readonly (CsvColumn | null)[]
  readonly row: readonly string[]
  readonly number: number
  readonly fallback: DraftLine['colour'] | null
}
function lineOf({ columns, row, number, fallback }: Given, problems: CsvProblem[]): DraftLine | null {
  const said = (column: CsvColumn): string =>
    columns.flatMap((one, at) => (one === column ? [row[at]?.trim() ?? ''] : [])).find((cell) => cell !== '') ?? ''
  const [key, written, reason, quantity, foundOn, stockReason] = [
    said('key'),
    said('colour'),
    said('reason'),
    said('quantity'),
    said('foundOn'),
    said('stockReason'),
  ]
  const colour = written === '' ? fallback : (colours[plain(written)] ?? null)
  if (key === '') problems.push({ code: 'no-site', row: number })
  if (colour === null) problems.push({ code: 'no-colour', row: number, written })
  const kilograms = quantity === '' ? null : Number(quantity.replace(/\s/g, '').replace(',', '.'))
  if (kilograms !== null && !(kilograms > 0)) problems.push({ code: 'not-a-quantity', row: number, written: quantity })
  if (foundOn !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(foundOn)) problems.push({ code: 'not-a-day', row: number, written: foundOn })
  if (key === '' || colour === null) return null
  return {
    key: key.slice(0, 160),
    colour,
    ...(reason === '' ? {} : { deviationReason: reason }),
    ...(kilograms === null ? {} : { quantityGrams: Math.round(kilograms * 1000) }),
    ...(foundOn === '' ? {} : { foundOn }),
    ...(stockReason === '' ? {} : { stockReason }),
  }
}

/** Rows of cells; a number is the row in which a quote was never closed. Quotes may hold separators and line ends. */
function cellsOf(text: string): readonly (readonly string[])[] | number {
  const separator = separatorOf(text.split('\n', 1)[0] ?? '')
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const endCell = () => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at)
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at++
      } else quoted = false
    } else if (letter === '"' && cell.trim() === '') {
      cell = ''
      quoted = true
    } else if (letter === separator) endCell()
    else if (letter === '\n') {
      endCell()
      rows.push([])
    } else if (letter !== '\r') cell += letter
  }
  if (quoted) return rows.length - 1
  endCell()
  return rows
}
const separatorOf = (head: string): string =>
  ['\t', ';', ','].reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best), ',')
