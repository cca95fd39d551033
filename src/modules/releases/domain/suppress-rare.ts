/*
Rows that may leave: values are blanked until every combination of at most `length` values is shared by k rows. A row gives up first the value that stands in
most of its rare combinations; blanking makes others rare, so it is done again until nothing is. The same rows always give the same answer.
It knows no column by name: which columns may leave at all is said by who writes the rows.
*/
export interface Blanking {
  readonly k: number
  readonly length: number
}
type Row = readonly (string | null)[]
export interface Blanked {
  readonly rows: readonly Row[]
  /** By column: how many values were blanked. */
  readonly blanked: readonly number[]
}

export function suppressRare(rows: readonly Row[], { k, length }: Blanking): Blanked {
  const width = rows[0]?.length ?? 0
  const blanked = Array.from({ length: width }, () => 0)
  const coded = codesOf(rows, width)
  for (let size = 1; size <= Math.min(length, width);) {
    const counts = countsOf(coded, size)
    let gaveUp = false
    for (const row of coded) gaveUp = giveUp(row, { counts, k, size, blanked }) || gaveUp
    // What was blanked may have made a shorter combination rare.
    size = gaveUp ? 1 : size + 1
  }
  const kept = rows.map((row, at) => row.map((value, column) => ((coded[at]?.[column] ?? 0) === 0 ? null : value)))
  return { rows: kept, blanked }
}

/** A number for each value of each column, all different; 0 is the empty one. */
function codesOf(rows: readonly Row[], width: number): number[][] {
  const known = Array.from({ length: width }, () => new Map<string, number>())
  let next = 1
  return rows.map((row) =>
    row.map((value, column) => {
      if (value === null || value === '') return 0
      const code = known[column]?.get(value) ?? next++
      known[column]?.set(value, code)
      return code
    }),
  )
}

/** Every combination of that many values of a row, with the columns in which they stand. */
function* combinations(row: readonly number[], size: number): Generator<{ readonly key: string; readonly columns: readonly number[] }> {
  const filled = row.flatMap((code, column) => (code === 0 ? [] : [column]))
  const chosen: number[] = []
  function* grow(from: number): Generator<{ readonly key: string; readonly columns: readonly number[] }> {
    if (chosen.length === size) {
      yield { key: chosen.map((column) => row[column]).join(','), columns: [...chosen] }
      return
    }
    for (let at = from; at < filled.length; at++) {
      chosen.push(filled[at] ?? 0)
      yield* grow(at + 1)
      chosen.pop()
    }
  }
  yield* grow(0)
}

function countsOf(rows: readonly (readonly number[])[], size: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) for (const { key } of combinations(row, size)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

interface Pass {
  readonly counts: ReadonlyMap<string, number>
  readonly k: number
  readonly size: number
  readonly blanked: number[]
}
/** Blanks in this row until none of its combinations of that size is rare; whether it did. */
function giveUp(row: number[], { counts, k, size, blanked }: Pass): boolean {
  let gave = false
  for (;;) {
    const weight = row.map(() => 0)
    for (const { key, columns } of combinations(row, size))
      if ((counts.get(key) ?? 0) < k) for (const column of columns) weight[column] = (weight[column] ?? 0) + 1
    const most = Math.max(0, ...weight)
    if (most === 0) return gave
    const column = weight.lastIndexOf(most)
    row[column] = 0
    blanked[column] = (blanked[column] ?? 0) + 1
    gave = true
  }
}
