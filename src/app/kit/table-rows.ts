/*
What a table shows of its rows: filter, order, export. Pure, so that what is exported is provably what is shown. Words are
compared without accents and case, the way people type names of places.
*/
export type CellValue = string | number | null

export interface ColumnRule<Row> {
  readonly key: string
  /** What the column sorts by and writes into an export; a date as YYYY-MM-DD. */
  readonly value: (row: Row) => CellValue
}

export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()

/** Rows in which every word of `text` is found in some column. */
export function filterRows<Row>(rows: readonly Row[], columns: readonly ColumnRule<Row>[], text: string): readonly Row[] {
  const parts = foldText(text).split(/\s+/).filter(Boolean)
  if (parts.length === 0) return rows
  return rows.filter((row) => {
    const whole = foldText(columns.map((column) => String(column.value(row) ?? '')).join(' '))
    return parts.every((part) => whole.includes(part))
  })
}

/** `key` ascending, `-key` descending; rows without a value come last either way. */
export function sortRows<Row>(rows: readonly Row[], columns: readonly ColumnRule<Row>[], order: string): readonly Row[] {
  const down = order.startsWith('-')
  const column = columns.find((one) => one.key === (down ? order.slice(1) : order))
  if (!column) return rows
  return rows
    .map((row) => ({ row, value: column.value(row) }))
    .sort((a, b) =>
      a.value === null || b.value === null
        ? Number(a.value === null) - Number(b.value === null)
        : compare(a.value, b.value) * (down ? -1 : 1),
    )
    .map(({ row }) => row)
}

/** RFC 4180 with a byte order mark; a text that a spreadsheet would run as a formula is kept as text. */
export function csvOf<Row>(rows: readonly Row[], columns: readonly (ColumnRule<Row> & { readonly header: string })[]): string {
  const lines = [columns.map((column) => csvCell(column.header)), ...rows.map((row) => columns.map((column) => csvCell(column.value(row))))]
  return `\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`
}

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'fr', { numeric: true, sensitivity: 'base' })

function csvCell(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
