/* A table that Kobo wrote: commas or semicolons, with or without the mark of UTF-8, line breaks and quotes inside cells. */
import { CsvError, parse } from 'csv-parse/sync'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'

export interface KoboTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
}
const MOST_ROWS = 200_000
const SEPARATORS = [';', ',', '\t'] as const

/** Refusals: `submissions-not-text`, `submissions-table-damaged` {line}, `submissions-too-large` {most}. */
export function readKoboTable(name: string, bytes: Uint8Array): Outcome<KoboTable> {
  const text = decode(bytes)
  if (text.includes('\u0000') || text.trim() === '') return refused('submissions-not-text')
  const read = split(text, separatorOf(text))
  if (!read.ok) return read
  const [heading = [], ...rows] = read.value
  if (rows.length > MOST_ROWS) return refused('submissions-too-large', { most: MOST_ROWS })
  return accepted({ name, columns: heading.map((one) => one.trim()), rows: rows.map((cells, at) => ({ row: at + 1, cells })) })
}
function split(text: string, delimiter: string): Outcome<string[][]> {
  try {
    return accepted(parse(text, { delimiter, bom: true, relaxColumnCount: true, skipEmptyLines: true }))
  } catch (error) {
    if (error instanceof CsvError) return refused('submissions-table-damaged', { line: Number(error['lines'] ?? 0) })
    throw error
  }
}
/** The one that the heading holds most of, outside its quotes. */
function separatorOf(text: string): string {
  const heading = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '')
  const counts = SEPARATORS.map((one) => ({ one, count: heading.split(one).length }))
  return counts.toSorted((a, b) => b.count - a.count)[0]?.one ?? ','
}
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
