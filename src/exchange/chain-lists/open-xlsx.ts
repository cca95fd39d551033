/*
Opens a workbook row by row: the archive is read at its ends, the first sheet as a stream of letters, so that 1,048,576 rows take the room of the words
that they share. What unfolds to more than a sheet can hold is refused before and while it unfolds. It reads the values that a spreadsheet kept, never a
formula, and no macro.
*/
import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import yauzl from 'yauzl'
import { dateFromDayNumber } from '../../kernel/calendar.ts'
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import type { OpenedList, SourceRow } from './open-rows.ts'
import { WordStore } from './word-store.ts'

/** D: a sheet of a million rows unfolds to some hundred megabytes. */
const MOST_UNFOLDED = 2_000_000_000
const MOST_OF_A_PART = 50_000_000
const MOST_PARTS = 5_000
const MOST_COLUMNS = 300
const MOST_CELL = 32_767

class TooLarge extends Error {}
interface Archive {
  readonly entries: ReadonlyMap<string, yauzl.Entry>
  readonly stream: (entry: yauzl.Entry) => Promise<Readable>
  readonly close: () => void
}

/** Refusals: `chain-list-not-text`, `chain-list-too-large`, `chain-list-empty`, `chain-list-one-column`, `chain-list-heading-twice`. */
export async function openXlsx(path: string): Promise<Outcome<OpenedList>> {
  try {
    const samples: SourceRow[] = []
    let sheet = ''
    for await (const row of rowsOf(path, (name) => (sheet = name))) {
      samples.push(row)
      if (samples.length > 50) break
    }
    const columns = (samples[0]?.cells ?? []).map((cell) => cell.trim().slice(0, 200))
    while (columns.at(-1) === '') columns.pop()
    if (columns.length === 0) return refused('chain-list-empty')
    if (columns.length < 2) return refused('chain-list-one-column', { found: columns[0] ?? '' })
    const twice = columns.find((name, at) => name !== '' && columns.indexOf(name) !== at)
    if (twice !== undefined) return refused('chain-list-heading-twice', { column: twice })
    const rows = (): AsyncIterable<SourceRow> => rowsOf(path, () => undefined)
    return accepted({ format: 'xlsx', encoding: null, separator: null, sheet, columns, samples: samples.slice(1), rows })
  } catch (error) {
    return error instanceof TooLarge ? refused('chain-list-too-large', { most: MOST_UNFOLDED }) : refused('chain-list-not-text')
  }
}

function openArchive(path: string): Promise<Archive> {
  return new Promise((done, failed) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error) return failed(error)
      const entries = new Map<string, yauzl.Entry>()
      let unfolded = 0
      zip.on('error', failed)
      zip.on('entry', (entry: yauzl.Entry) => {
        unfolded += entry.uncompressedSize
        entries.set(entry.fileName, entry)
        if (unfolded > MOST_UNFOLDED || entries.size > MOST_PARTS) {
          zip.close()
          return failed(new TooLarge())
        }
        zip.readEntry()
      })
      zip.on('end', () => done({ entries, stream: (entry) => streamOf(zip, entry), close: () => zip.close() }))
      zip.readEntry()
    })
  })
}
const streamOf = (zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> =>
  new Promise((done, failed) => zip.openReadStream(entry, (error, stream) => (error ? failed(error) : done(stream))))

interface Seen {
  readonly open: (name: string, attributes: { readonly [name: string]: string }) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}
const local = (name: string): string => name.slice(name.indexOf(':') + 1)

function parserOf({ open, close, text }: Seen): SaxesParser {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  // A workbook needs no document type; with one come entities that unfold without end.
  parser.on('doctype', () => {
    throw new TooLarge()
  })
  parser.on('opentag', ({ name, attributes }) => open(local(name), attributes))
  if (close) parser.on('closetag', ({ name }) => close(local(name)))
  if (text) parser.on('text', text)
  return parser
}

/** A small part of the workbook, whole. */
async function readPart({ entries, stream }: Archive, name: string, seen: Seen): Promise<void> {
  const entry = entries.get(name)
  if (!entry) return
  if (entry.uncompressedSize > MOST_OF_A_PART) throw new TooLarge()
  await feed(await stream(entry), parserOf(seen))
}
async function feed(source: Readable, parser: SaxesParser): Promise<void> {
  const decoder = new TextDecoder()
  for await (const chunk of source) parser.write(decoder.decode(chunk, { stream: true }))
  parser.close()
}

interface Book {
  readonly sheetName: string
  readonly sheet: yauzl.Entry
  readonly words: WordStore
  /** By the number of a cell's style: whether it shows a day. */
  readonly isDay: readonly boolean[]
  readonly from1904: boolean
}

async function readBook(archive: Archive): Promise<Book> {
  const [sheets, targets]: [{ name: string; id: string }[], Map<string, string>] = [[], new Map()]
  let from1904 = false
  await readPart(archive, 'xl/workbook.xml', {
    open: (name, given) => {
      if (name === 'sheet') sheets.push({ name: given['name'] ?? '', id: given['r:id'] ?? '' })
      if (name === 'workbookPr') from1904 = given['date1904'] === '1' || given['date1904'] === 'true'
    },
  })
  await readPart(archive, 'xl/_rels/workbook.xml.rels', {
    open: (name, given) => void (name === 'Relationship' && targets.set(given['Id'] ?? '', given['Target'] ?? '')),
  })
  const [first] = sheets
  const target = targets.get(first?.id ?? '') ?? 'worksheets/sheet1.xml'
  const sheet = archive.entries.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  if (!sheet) throw new Error('a workbook without sheets')
  return { sheetName: first?.name ?? '', sheet, words: await readWords(archive), isDay: await readStyles(archive), from1904 }
}

/** The words that cells share, packed: a million of them take the room of their letters. */
async function readWords({ entries, stream }: Archive): Promise<WordStore> {
  const words = new WordStore()
  const entry = entries.get('xl/sharedStrings.xml')
  if (!entry) return words
  let [word, inText, inSound] = ['', false, false]
  const parser = parserOf({
    open: (name) => {
      if (name === 'si') word = ''
      if (name === 't') inText = true
      // Readings of characters stand beside the word and are no part of it.
      if (name === 'rPh') inSound = true
    },
    close: (name) => {
      if (name === 't') inText = false
      if (name === 'rPh') inSound = false
      if (name === 'si') words.add(word.slice(0, MOST_CELL))
    },
    text: (text) => void (inText && !inSound && (word += text)),
  })
  await feed(await stream(entry), parser)
  return words
}

const DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])
async function readStyles(archive: Archive): Promise<readonly boolean[]> {
  const own = new Map<number, boolean>()
  const isDay: boolean[] = []
  let inCells = false
  await readPart(archive, 'xl/styles.xml', {
    open: (name, given) => {
      const format = Number(given['numFmtId'])
      if (name === 'numFmt') own.set(format, /[dy]/i.test((given['formatCode'] ?? '').replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')))
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) isDay.push(own.get(format) ?? DAY_FORMATS.has(format))
    },
    close: (name) => void (name === 'cellXfs' && (inCells = false)),
  })
  return isDay
}

async function* rowsOf(path: string, named: (sheet: string) => void): AsyncGenerator<SourceRow> {
  const archive = await openArchive(path)
  try {
    const book = await readBook(archive)
    named(book.sheetName)
    const reader = new SheetReader(book)
    const source = await archive.stream(book.sheet)
    const decoder = new TextDecoder()
    for await (const chunk of source) yield* reader.read(decoder.decode(chunk, { stream: true }))
  } finally {
    archive.close()
  }
}

/** Letters of a sheet in, whole rows out. */
class SheetReader {
  readonly #book: Book
  readonly #parser: SaxesParser
  #ready: SourceRow[] = []
  #cells: string[] = []
  #line = 0
  #column = 0
  #type = 'n'
  #style = -1
  #text = ''
  #inValue = false

  constructor(book: Book) {
    this.#book = book
    this.#parser = parserOf({
      open: (name, given) => this.#open(name, given),
      close: (name) => this.#close(name),
      text: (text) => void (this.#inValue && (this.#text += text)),
    })
  }

  read(letters: string): readonly SourceRow[] {
    this.#parser.write(letters)
    const ready = this.#ready
    this.#ready = []
    return ready
  }

  #open(name: string, given: { readonly [name: string]: string }): void {
    if (name === 'row') {
      this.#line = given['r'] === undefined ? this.#line + 1 : Number(given['r'])
      ;[this.#cells, this.#column] = [[], 0]
    } else if (name === 'c') {
      this.#column = given['r'] === undefined ? this.#column : columnOf(given['r'])
      ;[this.#type, this.#style, this.#text] = [given['t'] ?? 'n', Number(given['s'] ?? -1), '']
    } else if (name === 'v' || name === 't') this.#inValue = true
  }

  #close(name: string): void {
    if (name === 'v' || name === 't') this.#inValue = false
    else if (name === 'c') {
      if (this.#column < MOST_COLUMNS) {
        while (this.#cells.length < this.#column) this.#cells.push('')
        this.#cells[this.#column] = this.#value()
      }
      this.#column += 1
    } else if (name === 'row' && this.#cells.some((cell) => cell.trim() !== '')) this.#ready.push({ line: this.#line, cells: this.#cells })
  }

  #value(): string {
    const text = this.#text
    if (text === '' || this.#type === 'e') return ''
    if (this.#type === 's') return this.#book.words.at(Number(text))
    if (this.#type !== 'n') return text.slice(0, MOST_CELL)
    const value = Number(text)
    if (!Number.isFinite(value)) return text
    if (this.#book.isDay[this.#style] === true) return dayOf(value + (this.#book.from1904 ? 1_462 : 0))
    // As the spreadsheet shows it: 28.5, not the 28.499999999999996 that it keeps.
    return String(Number(value.toPrecision(12)))
  }
}

/** The number of a day in a spreadsheet; what is no day stays a number. */
const dayOf = (serial: number): string =>
  serial >= 61 && serial < 73_051 ? dateFromDayNumber(Math.floor(serial) - 25_569) : String(serial)

/** `BC12` is the 55th column, counted from 0. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
