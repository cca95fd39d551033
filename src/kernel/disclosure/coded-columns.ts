/*
Rows of people's attributes as columns of small numbers, so that a million rows of twenty attributes take forty megabytes and are
counted without a single string. Rows come as a stream and are not kept. An empty attribute is 0 and is never counted: that something
is unknown is no attribute. A column with more values than a person could share with others is an identifier, and is refused here.
*/
export interface CodedTable {
  readonly columns: readonly string[]
  readonly rows: number
  /** By column and code; code 0 is the empty attribute. */
  readonly values: readonly (readonly string[])[]
  /** By column and row. */
  readonly codes: readonly Uint16Array[]
}
export interface CodingProblem {
  readonly row: number
  readonly field: string
  readonly problem: 'too-many-values' | 'row-of-other-length'
}
export type AttributeRow = readonly (string | null)[]
export type CodedOrNot = { readonly table: CodedTable } | { readonly problem: CodingProblem }

/** D: what two bytes can name, the empty attribute apart. */
export const MOST_VALUES = 65_535
const FIRST_ROOM = 1024

class Column {
  readonly values: string[] = ['']
  private readonly known = new Map<string, number>()
  private codes = new Uint16Array(FIRST_ROOM)
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
  /** `false`: one value too many. */
  put(row: number, value: string | null): boolean {
    if (row >= this.codes.length) {
      const wider = new Uint16Array(this.codes.length * 2)
      wider.set(this.codes)
      this.codes = wider
    }
    if (value === null || value === '') return true
    let code = this.known.get(value)
    if (code === undefined) {
      code = this.values.length
      if (code > MOST_VALUES) return false
      this.known.set(value, code)
      this.values.push(value)
    }
    this.codes[row] = code
    return true
  }
  upTo(rows: number): Uint16Array {
    return this.codes.subarray(0, rows)
  }
}

/** Reads the stream once; the first problem ends it, because a table that is only partly counted would lie. */
export async function codeColumns(
  columns: readonly string[],
  rows: AsyncIterable<AttributeRow> | Iterable<AttributeRow>,
): Promise<CodedOrNot> {
  const coded = columns.map((name) => new Column(name))
  let at = 0
  for await (const row of rows) {
    if (row.length !== coded.length) return { problem: { row: at, field: '', problem: 'row-of-other-length' } }
    for (let index = 0; index < coded.length; index++) {
      const column = coded[index]
      if (column !== undefined && !column.put(at, row[index] ?? null))
        return { problem: { row: at, field: column.name, problem: 'too-many-values' } }
    }
    at += 1
  }
  return {
    table: { columns, rows: at, values: coded.map((one) => one.values), codes: coded.map((one) => one.upTo(at)) },
  }
}
