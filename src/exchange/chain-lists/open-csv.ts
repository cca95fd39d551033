/*
Opens a list saved from a spreadsheet: which letters, which separator, which headings; then row by row as a stream, so that a million rows take no
more room than a few. What a row means is said elsewhere.
*/
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { parse } from 'csv-parse'
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import type { OpenedList, SourceRow } from './open-rows.ts'

const HEAD_BYTES = 262_144
const SEPARATORS = [';', ',', '\t', '|'] as const
const MOST_COLUMNS = 300
const MOST_RECORD_BYTES = 1_000_000

/** Refusals: `chain-list-empty`, `chain-list-broken`, `chain-list-one-column`, `chain-list-not-text`, `chain-list-heading-twice`. */
export async function openCsv(path: string): Promise<Outcome<OpenedList>> {
  const head = await firstBytes(path)
  const encoding = encodingOf(head)
  const text = new TextDecoder(encoding).decode(head)
  if (text.trim() === '') return refused('chain-list-empty')
  if (text.includes('\u0000')) return refused('chain-list-not-text')
  const separator = separatorOf(text)
  const rows = (): AsyncIterable<SourceRow> => rowsOf(path, encoding, separator)
  const samples: SourceRow[] = []
  try {
    for await (const row of rows()) {
      samples.push(row)
      if (samples.length > 50) break
    }
  } catch {
    return refused('chain-list-broken', { line: samples.at(-1)?.line ?? 0 })
  }
  const columns = (samples[0]?.cells ?? []).map((cell) => cell.trim().slice(0, 200))
  while (columns.at(-1) === '') columns.pop()
  if (columns.length < 2 || columns.length > MOST_COLUMNS)
    return refused('chain-list-one-column', { found: (columns[0] ?? '').slice(0, 80) })
  const twice = columns.find((name, at) => name !== '' && columns.indexOf(name) !== at)
  if (twice !== undefined) return refused('chain-list-heading-twice', { column: twice })
  return accepted({ format: 'csv', encoding, separator, sheet: null, columns, samples: samples.slice(1), rows })
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    const head = buffer.subarray(0, bytesRead)
    // A letter of several bytes may be cut at the end of the piece: only whole lines are looked at.
    const end = bytesRead === HEAD_BYTES ? head.lastIndexOf(10) + 1 : bytesRead
    return head.subarray(0, end === 0 ? bytesRead : end)
  } finally {
    await file.close()
  }
}

function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** The one that gives the first lines the same, largest number of cells. */
function separatorOf(text: string): string {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
  const scored = SEPARATORS.map((separator) => {
    const sizes = lines.map((line) => line.replaceAll(/"[^"]*"/g, '').split(separator).length)
    const first = sizes[0] ?? 0
    return { separator, score: first < 2 ? 0 : (first * sizes.filter((size) => size === first).length) / sizes.length }
  })
  return scored.toSorted((one, other) => other.score - one.score)[0]?.separator ?? ','
}

async function* rowsOf(path: string, encoding: string, separator: string): AsyncGenerator<SourceRow> {
  const decoder = new TextDecoder(encoding)
  const letters = new Transform({
    decodeStrings: false,
    transform: (chunk: Uint8Array, _encoding, done) => done(null, Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8')),
    flush: (done) => done(null, Buffer.from(decoder.decode(), 'utf8')),
  })
  const parser = parse({
    ...{ delimiter: separator, bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
    max_record_size: MOST_RECORD_BYTES,
  })
  const file = createReadStream(path, { highWaterMark: 262_144 })
  file.on('error', (error) => letters.destroy(error))
  letters.on('error', (error) => parser.destroy(error))
  file.pipe(letters).pipe(parser)
  try {
    for await (const read of parser) {
      const row = rowIn(read)
      if (row !== null) yield row
    }
  } finally {
    file.destroy()
  }
}

/** `info.lines`: the line of the file on which the record ends. */
function rowIn(read: unknown): SourceRow | null {
  if (typeof read !== 'object' || read === null || !('record' in read) || !('info' in read)) return null
  const { record, info } = read
  if (!Array.isArray(record) || typeof info !== 'object' || info === null || !('lines' in info)) return null
  const cells = record.map((cell) => String(cell))
  return cells.every((cell) => cell.trim() === '') ? null : { line: Number(info.lines), cells }
}
