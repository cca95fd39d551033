/*
A spreadsheet as rows of text: CSV in the letters that it came in, or the first sheet of a workbook. What unfolds to more than a directory can hold is
refused before anything reads it; of a workbook the kept values are read, never a formula.
*/
import { read, utils } from '@e965/xlsx'
import yauzl from 'yauzl'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'

/** D. */
const MOST_UNFOLDED = 20_000_000
export const MOST_ROWS = 2_000

/** Refusals: `directory-list-empty`, `directory-list-not-read`, `directory-list-too-long`. */
export async function openSheet(bytes: Uint8Array): Promise<Outcome<readonly (readonly string[])[]>> {
  const buffer = Buffer.from(bytes)
  const isWorkbook = buffer[0] === 0x50 && buffer[1] === 0x4b
  if (isWorkbook && !(await unfoldsWithin(buffer))) return refused('directory-list-not-read')
  if (!isWorkbook && (buffer.includes(0) || (buffer[0] === 0xd0 && buffer[1] === 0xcf))) return refused('directory-list-not-read')
  const table = rowsOf(buffer, isWorkbook)
  if (table === null) return refused('directory-list-not-read')
  if (table.length < 2) return refused('directory-list-empty')
  return table.length > MOST_ROWS + 1 ? refused('directory-list-too-long', { most: MOST_ROWS }) : accepted(table)
}

function rowsOf(buffer: Buffer, isWorkbook: boolean): readonly (readonly string[])[] | null {
  try {
    const book = isWorkbook
      ? read(buffer, { type: 'buffer', dense: true, cellFormula: false, cellDates: true, sheetRows: MOST_ROWS + 5 })
      : read(lettersOf(buffer), { type: 'string', raw: true, dense: true, sheetRows: MOST_ROWS + 5 })
    const sheet = book.Sheets[book.SheetNames[0] ?? '']
    if (!sheet) return null
    const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: false, dateNF: 'yyyy-mm-dd', defval: '', blankrows: true })
    return rows.map((row) => row.map((cell) => String(cell ?? '')))
  } catch {
    return null
  }
}
function lettersOf(buffer: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer)
  } catch {
    return new TextDecoder('windows-1252').decode(buffer)
  }
}

/** Every part is unfolded and counted once; the archive's own figures are not believed. */
function unfoldsWithin(buffer: Buffer): Promise<boolean> {
  return new Promise((done) => {
    yauzl.fromBuffer(buffer, { lazyEntries: true }, (error, zip) => {
      if (error) return done(false)
      let unfolded = 0
      zip.on('error', () => done(false))
      zip.on('end', () => done(true))
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (fault, stream) => {
          if (fault) return done(false)
          stream.on('error', () => done(false))
          stream.on('data', (piece: Buffer) => {
            unfolded += piece.length
            if (unfolded > MOST_UNFOLDED) {
              stream.destroy()
              done(false)
            }
          })
          stream.on('end', () => zip.readEntry())
        })
      })
      zip.readEntry()
    })
  })
}
