/*
Whether a withheld cell of a table can be worked out from what is shown. Rows and columns are knots, a cell is a line between two; what
may grow and shrink without changing any sum runs in a circle. A cell through which no circle runs has only one possible value. Margins
are cells of one more row and column, with the opposite sign. Numbers are whole and never negative, and the reader is taken to know the
rule, so that a cell withheld as too small is known to lie under the minimum. Rounded cells are known up to their rounding.
*/
export interface KnownCell {
  /** What it really is. */
  readonly value: number
  /** What the reader knows at least and at most about it. */
  readonly least: number
  readonly most: number
}
/** All rows as long as each other; the last row and the last column are the margins. */
export type KnownTable = readonly (readonly KnownCell[])[]
export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** Whether the cell has at least two values that fit everything else that is known. */
export const isHidden = (table: KnownTable, place: CellPlace): boolean => moves(table, place, 'up') || moves(table, place, 'down')

type Way = 'up' | 'down'

/** Whether the cell's line, run forwards (its signed value grows) or backwards, closes to a circle. */
function moves(table: KnownTable, { row, column }: CellPlace, way: Way): boolean {
  const own = table[row]?.[column]
  if (own === undefined || !mayRun(own, isMargin(table, { row, column }), way)) return false
  const width = table[0]?.length ?? 0
  // Knots: rows first, then columns. Forwards a line runs from its row to its column.
  const [from, to] = way === 'up' ? [table.length + column, row] : [row, table.length + column]
  const seen = new Set([from])
  const open = [from]
  for (let knot = open.pop(); knot !== undefined; knot = open.pop()) {
    if (knot === to) return true
    for (const next of neighbours(table, { knot, width, without: { row, column } })) {
      if (seen.has(next)) continue
      seen.add(next)
      open.push(next)
    }
  }
  return false
}

interface Standing {
  readonly knot: number
  readonly width: number
  readonly without: CellPlace
}
function neighbours(table: KnownTable, { knot, width, without }: Standing): readonly number[] {
  const runs = (row: number, column: number, way: Way): boolean => {
    const cell = table[row]?.[column]
    return cell !== undefined && !(row === without.row && column === without.column) && mayRun(cell, isMargin(table, { row, column }), way)
  }
  if (knot < table.length)
    return Array.from({ length: width }, (_, column) => column).flatMap((column) =>
      runs(knot, column, 'up') ? [table.length + column] : [],
    )
  return table.flatMap((_, row) => (runs(row, knot - table.length, 'down') ? [row] : []))
}

const mayRun = ({ value, least, most }: KnownCell, margin: boolean, way: Way): boolean =>
  (way === 'up') === margin ? value > least : value < most

/** A sum counts against the cells of its line; the grand total, which is both, counts like a cell. */
const isMargin = (table: KnownTable, { row, column }: CellPlace): boolean =>
  (row === table.length - 1) !== (column === (table[0]?.length ?? 0) - 1)
