/*
A table with its sums, made safe to show: small cells are withheld, and as many others as needed so that none of them can be worked out.
For each small cell the cheapest rectangle is sought whose other three corners, once withheld, leave it two possible values at least;
sums are given up last. Where nothing helps, the whole table is withheld and every cell bears the same mark: which of them were small would tell the rest
([[1, 1], [2, 2]] with a minimum of 3 is the only table with its marks). The same table always gives the same answer.
*/
import { type CellPlace, isHidden, type KnownCell, type KnownTable } from './derivable.ts'
import { type CellRule, floored, type ShownCount } from './disclosure-rules.ts'

/** Counts of people by row and column, all rows as long as each other. */
export type CountTable = readonly (readonly number[])[]
/** One row and one column more than the counts: the sums. */
export type SafeTable = readonly (readonly ShownCount[])[]

export function safeTable(counts: CountTable, rule: CellRule): SafeTable {
  const table = withSums(counts).map((row) => row.map((value) => ({ value, shown: value >= rule.least })))
  for (const place of placesOf(table)) protect(table, place, rule)
  const known = knownOf(table, rule)
  const told = placesOf(table).some((place) => !cellAt(table, place).shown && !isHidden(known, place))
  return table.map((row) => row.map((cell) => (told ? { withheld: 'complement' } : shownOf(cell, rule))))
}

/** A list with its sum, as a table of one line. */
export function safeList(counts: readonly number[], rule: CellRule): readonly ShownCount[] {
  return safeTable([counts], rule)[0] ?? []
}

interface Cell {
  readonly value: number
  shown: boolean
}
type Working = readonly (readonly Cell[])[]

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0)
export function withSums(counts: CountTable): CountTable {
  const rows = counts.map((row) => [...row, sum(row)])
  const width = rows[0]?.length ?? 1
  return [...rows, Array.from({ length: width }, (_, column) => sum(rows.map((row) => row[column] ?? 0)))]
}

const placesOf = (table: Working): readonly CellPlace[] => table.flatMap((cells, row) => cells.map((_, column) => ({ row, column })))
const NOTHING: Cell = { value: 0, shown: true }
const cellAt = (table: Working, { row, column }: CellPlace): Cell => table[row]?.[column] ?? NOTHING

const shownOf = ({ value, shown }: Cell, { least, floorTo }: CellRule): ShownCount => {
  if (value < least) return { withheld: 'below-minimum' }
  return shown ? { shown: floored(value, floorTo) } : { withheld: 'complement' }
}

/** What a reader who knows the rule knows of a cell. */
function known({ value, shown }: Cell, { least, floorTo }: CellRule): KnownCell {
  if (value < least) return { value, least: 0, most: least - 1 }
  if (!shown) return { value, least, most: Number.MAX_SAFE_INTEGER }
  const from = floored(value, floorTo)
  return { value, least: from, most: from + floorTo - 1 }
}
const knownOf = (table: Working, rule: CellRule): KnownTable => table.map((row) => row.map((cell) => known(cell, rule)))

/** Withholds the cheapest corners that hide this cell, when it is withheld and not hidden yet. */
function protect(table: Working, place: CellPlace, rule: CellRule): void {
  if (cellAt(table, place).shown || isHidden(knownOf(table, rule), place)) return
  const candidates = rectangles(table, place)
    .map((corners) => ({ corners, cost: costOf(table, corners) }))
    .toSorted((a, b) => a.cost - b.cost)
  const helping = candidates.find(({ corners }) => isHidden(knownOf(without(table, corners), rule), place))
  for (const corner of helping?.corners ?? []) cellAt(table, corner).shown = false
}

function rectangles(table: Working, { row, column }: CellPlace): readonly (readonly CellPlace[])[] {
  return placesOf(table).flatMap((other) =>
    other.row === row || other.column === column ? [] : [[{ row: other.row, column }, { row, column: other.column }, other]],
  )
}

const without = (table: Working, corners: readonly CellPlace[]): Working =>
  table.map((cells, row) =>
    cells.map((cell, column) => (corners.some((one) => one.row === row && one.column === column) ? { ...cell, shown: false } : cell)),
  )

/** People no longer told; a sum, which stands for all of its line, weighs more than any rectangle without one. */
function costOf(table: Working, corners: readonly CellPlace[]): number {
  const total = cellAt(table, { row: table.length - 1, column: (table[0]?.length ?? 1) - 1 }).value + 1
  return sum(
    corners.map((corner) => {
      const cell = cellAt(table, corner)
      if (!cell.shown) return 0
      const sums = Number(corner.row === table.length - 1) + Number(corner.column === (table[0]?.length ?? 1) - 1)
      return 1 + cell.value + sums * 4 * total
    }),
  )
}
