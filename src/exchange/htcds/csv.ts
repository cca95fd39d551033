/* Rows as a file and back. Excel writes `;` between cells where a comma is the decimal sign: the heading line says which it is. */
import { CsvError, parse } from 'csv-parse/sync'

type Rows = readonly (readonly string[])[]
const SEPARATORS = [',', ';', '\t'] as const

/** `null`: not a table, with quotes that never close for example. */
export function rowsOfCsv(text: string): Rows | null {
  const heading = text.slice(0, text.search(/[\r\n]|$/))
  const delimiter = SEPARATORS.toSorted((a, b) => heading.split(b).length - heading.split(a).length)[0] ?? ','
  try {
    const rows: string[][] = parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true })
    return rows
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}

export const csvOfRows = (rows: Rows): string => rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')

/** What a spreadsheet would run as a formula is written behind an apostrophe; a telephone's plus sign is no formula. */
const quoted = (cell: string): string => {
  const plain = /^[=@\t\r]|^[+-](?!\d+(?:\.\d+)?$)/.test(cell) ? `'${cell}` : cell
  return /[",;\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
