/* The text of a file as rows; `null`: not a table, with quotes that never close for example. */
import { BrokenCsv, csvRowsOf } from '../../kernel/csv.ts'

export function rowsOfCsv(text: string): readonly (readonly string[])[] | null {
  try {
    return csvRowsOf(text)
  } catch (error) {
    if (error instanceof BrokenCsv) return null
    throw error
  }
}
