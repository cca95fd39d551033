/*
How many people share an attribute, two, three: every combination of at most three that at least k people have, rounded down to a
multiple of k. A rarer combination is not told, and neither is any that contains it, so that what is told is closed downwards.
Rows are grouped by the attributes chosen so far (a counting sort), and only groups of k or more are divided further; besides the
coded table this takes a few numbers per row, whatever the number of combinations, which are handed out one by one.
k protects one release. Two releases of a growing table are guarded by release-guard.ts.
*/
import type { CodedTable } from './coded-columns.ts'
import { floored } from './disclosure-rules.ts'

export interface Aggregate {
  /** Ascending places of columns, and the value of each. */
  readonly columns: readonly number[]
  readonly values: readonly string[]
  readonly count: number
}
export interface Counting {
  readonly k: number
  /** Most attributes together: 1 to 3. */
  readonly length: number
}
/** Rows ordered by group; group g is order[starts[g]] up to order[starts[g + 1]]. */
interface Groups {
  readonly columns: readonly number[]
  /** By column chosen and group: the value that its rows share. */
  readonly codes: readonly Uint16Array[]
  readonly order: Uint32Array
  readonly starts: Uint32Array
}

/** Every combination of at least k people, rounded down. */
export function* kAggregates(table: CodedTable, { k, length }: Counting): Generator<Aggregate> {
  for (const found of combinations(table, { k, length }, 'frequent')) yield { ...found, count: floored(found.count, k) }
}

/**
 * Combinations that fewer than k people have, with their true count: none is found exactly when the rows themselves may be told. Of
 * those that contain each other only one is sure to be named.
 */
export const rareCombinations = (table: CodedTable, counting: Counting): Generator<Aggregate> => combinations(table, counting, 'rare')

type Wanted = 'frequent' | 'rare'

function* combinations(table: CodedTable, { k, length }: Counting, wanted: Wanted): Generator<Aggregate> {
  const least = Math.max(1, Math.floor(k))
  const tally = new Uint32Array(Math.max(1, ...table.values.map((values) => values.length)))
  const order = new Uint32Array(table.rows)
  for (let row = 0; row < table.rows; row++) order[row] = row
  const rooms = Array.from({ length: Math.max(0, length - 1) }, () => new Uint32Array(table.rows))
  const whole = { columns: [], codes: [], order, starts: Uint32Array.of(0, table.rows) }
  yield* divide(table, whole, { least, length, wanted, tally, rooms })
}

interface Work {
  readonly least: number
  readonly length: number
  readonly wanted: Wanted
  /** All zero between two groups. */
  readonly tally: Uint32Array
  /** By depth, used again and again. */
  readonly rooms: readonly Uint32Array[]
}

function* divide(table: CodedTable, groups: Groups, work: Work): Generator<Aggregate> {
  const depth = groups.columns.length + 1
  for (let column = (groups.columns.at(-1) ?? -1) + 1; column < table.columns.length; column++) {
    const counted = countWithin(table, { groups, column }, work)
    for (let at = 0; at < counted.count.length; at++) {
      const count = counted.count[at] ?? 0
      if (count >= work.least === (work.wanted === 'frequent')) yield named(table, { groups, column, counted, at })
    }
    if (depth < work.length && column < table.columns.length - 1) {
      const divided = regroup(table, { groups, column, counted }, work)
      if (divided.starts.length > 1) yield* divide(table, divided, work)
    }
  }
}

interface Step {
  readonly groups: Groups
  readonly column: number
}
/** One line for each pair of a group and a value that occurs. */
interface Counted {
  readonly group: Uint32Array
  readonly code: Uint16Array
  readonly count: Uint32Array
}

function countWithin(table: CodedTable, { groups, column }: Step, { tally, least, wanted }: Work): Counted {
  const codes = table.codes[column] ?? new Uint16Array(0)
  const width = table.values[column]?.length ?? 1
  const { order, starts } = groups
  const group: number[] = []
  const code: number[] = []
  const count: number[] = []
  // Rare pairs matter only to who asked for them; a table of a million people has many.
  const floor = wanted === 'rare' ? 1 : least
  const note = (g: number, value: number): void => {
    const seen = tally[value] ?? 0
    tally[value] = 0
    if (value === 0 || seen < floor) return
    group.push(g)
    code.push(value)
    count.push(seen)
  }
  for (let g = 0; g + 1 < starts.length; g++) {
    const from = starts[g] ?? 0
    const to = starts[g + 1] ?? 0
    for (let at = from; at < to; at++) {
      const value = codes[order[at] ?? 0] ?? 0
      tally[value] = (tally[value] ?? 0) + 1
    }
    // Whichever is shorter: all values of the column, or all rows of the group.
    if (width <= to - from) for (let value = 0; value < width; value++) note(g, value)
    else for (let at = from; at < to; at++) note(g, codes[order[at] ?? 0] ?? 0)
  }
  return { group: Uint32Array.from(group), code: Uint16Array.from(code), count: Uint32Array.from(count) }
}

interface Division extends Step {
  readonly counted: Counted
}
/** The rows of every pair that enough people share, pair by pair; all others are left out. */
function regroup(table: CodedTable, { groups, column, counted }: Division, { least, tally, rooms }: Work): Groups {
  const codes = table.codes[column] ?? new Uint16Array(0)
  const order = rooms[groups.columns.length] ?? new Uint32Array(0)
  const kept: number[] = []
  for (let at = 0; at < counted.count.length; at++) if ((counted.count[at] ?? 0) >= least) kept.push(at)
  const starts = new Uint32Array(kept.length + 1)
  kept.forEach((at, index) => (starts[index + 1] = (starts[index] ?? 0) + (counted.count[at] ?? 0)))
  let from = 0
  while (from < kept.length) {
    const group = counted.group[kept[from] ?? 0] ?? 0
    let to = from
    // While its rows are laid, the tally holds for each value the next free place plus one.
    for (; to < kept.length && counted.group[kept[to] ?? 0] === group; to++) tally[counted.code[kept[to] ?? 0] ?? 0] = (starts[to] ?? 0) + 1
    layRows({ codes, tally, order }, groups.order.subarray(groups.starts[group], groups.starts[group + 1]))
    for (; from < to; from++) tally[counted.code[kept[from] ?? 0] ?? 0] = 0
  }
  const above = groups.codes.map((one) => Uint16Array.from(kept, (at) => one[counted.group[at] ?? 0] ?? 0))
  const own = Uint16Array.from(kept, (at) => counted.code[at] ?? 0)
  return { columns: [...groups.columns, column], codes: [...above, own], order, starts }
}

interface Laying {
  readonly codes: Uint16Array
  readonly tally: Uint32Array
  readonly order: Uint32Array
}
function layRows({ codes, tally, order }: Laying, rows: Uint32Array): void {
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    const value = codes[row] ?? 0
    const place = tally[value] ?? 0
    if (place === 0) continue
    order[place - 1] = row
    tally[value] = place + 1
  }
}

interface Line extends Division {
  readonly at: number
}
function named(table: CodedTable, { groups, column, counted, at }: Line): Aggregate {
  const group = counted.group[at] ?? 0
  const columns = [...groups.columns, column]
  const codes = [...groups.codes.map((one) => one[group] ?? 0), counted.code[at] ?? 0]
  return { columns, values: columns.map((one, index) => table.values[one]?.[codes[index] ?? 0] ?? ''), count: counted.count[at] ?? 0 }
}
