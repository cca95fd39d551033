/* One way to open both kinds of file: by its first bytes. */
export interface SourceRow {
  /** Line of the file, or row of the sheet, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}
export interface OpenedList {
  readonly format: 'csv' | 'xlsx'
  readonly encoding: string | null
  readonly separator: string | null
  readonly sheet: string | null
  readonly columns: readonly string[]
  /** The first rows under the headings. */
  readonly samples: readonly SourceRow[]
  /** All rows with the headings in front, from the start each time it is called. */
  readonly rows: () => AsyncIterable<SourceRow>
}
