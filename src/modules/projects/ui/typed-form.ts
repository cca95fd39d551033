/*
What was typed into the form of a value, as the server takes it; `null` while it is not complete. Persons by sex and age stand in one small table whose sums are both divisions and the
whole; other divisions stand line by line. Nothing is guessed: what was left empty in a table counts as nobody, an empty table divides nothing.
*/
import type { PlanIndicator } from '../contract.ts'

export const SEXES = ['women', 'men', 'unknown'] as const
export const AGES = ['under-18', '18-plus', 'unknown'] as const
const TABLED: { readonly [by: string]: readonly string[] } = { sex: SEXES, age: AGES }

export interface PartLine {
  readonly by: string
  readonly key: string
  readonly number: string
}
export interface TypedText {
  readonly numerator: string
  readonly denominator: string
  /** By `women/under-18` where both are asked, else by `women`. */
  readonly cells: { readonly [cell: string]: string }
  readonly lines: readonly PartLine[]
  readonly what: string
}
export const NOTHING_TYPED: TypedText = { numerator: '', denominator: '', cells: {}, lines: [], what: '' }
interface TypedPart {
  readonly by: string
  readonly key: string
  readonly numerator: number
}
export interface TypedValue {
  readonly numerator: number
  readonly denominator?: number
  readonly parts: readonly TypedPart[]
}
/** French and English write decimals differently; thousands may be parted by blanks. */
export function numberIn(text: string): number | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** Rows and columns of the table of a value; without columns it is a list. */
export interface TableShape {
  readonly rows: { readonly by: string; readonly keys: readonly string[] } | null
  readonly columns: { readonly by: string; readonly keys: readonly string[] } | null
  /** Divisions that stand line by line. */
  readonly others: readonly string[]
}
export function shapeOf({ source, unit }: Pick<PlanIndicator, 'source' | 'unit'>): TableShape {
  if (unit !== 'number' || source.kind !== 'manual') return { rows: null, columns: null, others: [] }
  const [first, second] = ['sex', 'age'].filter((by) => source.by.includes(by)).map((by) => ({ by, keys: TABLED[by] ?? [] }))
  return { rows: first ?? null, columns: second ?? null, others: source.by.filter((by) => TABLED[by] === undefined) }
}
export const cellKey = (row: string, column: string | null): string => (column === null ? row : `${row}/${column}`)

export interface TableSums {
  readonly total: number
  readonly byRow: { readonly [key: string]: number }
  readonly byColumn: { readonly [key: string]: number }
}
/** `null`: something that stands there is no whole number of persons; `'empty'`: nothing stands there. */
export function sumsOf({ rows, columns }: TableShape, cells: TypedText['cells']): TableSums | 'empty' | null {
  if (rows === null) return 'empty'
  const byRow: { [key: string]: number } = {}
  const byColumn: { [key: string]: number } = {}
  let [total, isEmpty] = [0, true]
  for (const row of rows.keys)
    for (const column of columns?.keys ?? [null]) {
      const text = (cells[cellKey(row, column)] ?? '').trim()
      const number = text === '' ? 0 : numberIn(text)
      if (number === null || number < 0 || !Number.isInteger(number)) return null
      isEmpty &&= text === ''
      total += number
      byRow[row] = (byRow[row] ?? 0) + number
      if (column !== null) byColumn[column] = (byColumn[column] ?? 0) + number
    }
  return isEmpty ? 'empty' : { total, byRow, byColumn }
}

export function typedOf(form: TypedText, indicator: Pick<PlanIndicator, 'unit' | 'source'>): TypedValue | null {
  const { unit } = indicator
  const shape = shapeOf(indicator)
  const sums = sumsOf(shape, form.cells)
  if (sums === null) return null
  const [above, below] = [sums === 'empty' ? numberIn(form.numerator) : sums.total, numberIn(form.denominator)]
  if (above === null || (unit !== 'number' && below === null)) return null
  const written = form.lines.filter(({ key, number }) => key.trim() !== '' || number.trim() !== '')
  const lines = written.flatMap(({ by, key, number }): readonly TypedPart[] => {
    const numerator = numberIn(number)
    return key.trim() === '' || numerator === null ? [] : [{ by, key: key.trim(), numerator }]
  })
  if (lines.length !== written.length) return null
  const parts = [...(sums === 'empty' ? [] : tabled(shape, sums)), ...lines]
  return { numerator: above, ...(unit === 'number' || below === null ? {} : { denominator: below }), parts }
}
/** Nobody of whom sex or age is unknown is no part. */
function tabled({ rows, columns }: TableShape, { byRow, byColumn }: TableSums): readonly TypedPart[] {
  const of = (by: string, keys: readonly string[], sums: TableSums['byRow']): readonly TypedPart[] =>
    keys.flatMap((key) => {
      const numerator = sums[key] ?? 0
      return key === 'unknown' && numerator === 0 ? [] : [{ by, key, numerator }]
    })
  return [...(rows === null ? [] : of(rows.by, rows.keys, byRow)), ...(columns === null ? [] : of(columns.by, columns.keys, byColumn))]
}
