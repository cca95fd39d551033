/*
A file of events: CSV with a heading, read piece by piece so that the world file of some hundred megabytes needs no more memory than what is kept of
it, or GeoJSON as a whole. Rows of other countries are counted and left out; a damaged row, and a second one of the same number, is named and the rest goes on.
*/
import { BrokenCsv, csvRows } from '../../kernel/csv.ts'
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import { type ConflictEvent, type ConflictSource, eventKey } from '../../modules/conflict/contract-events.ts'
import { settledPrecisions } from './precision.ts'
import { type Cells, type Damage, type ReadEvent, readEvent } from './read-row.ts'

export interface FileRead {
  readonly events: readonly ConflictEvent[]
  readonly damaged: readonly Damage[]
  /** Whole and well, but of another country. */
  readonly otherCountry: number
  /** Rows of the file: events + damaged + otherCountry. */
  readonly rows: number
}
export interface FileAsked {
  /** What a file holds that does not say it row by row. */
  readonly source: ConflictSource
  /** Names of the country in such files; a row without a country is taken. */
  readonly country: readonly string[]
}
/** As UCDP and ACLED write them. */
export const countryNames: { readonly [code: string]: readonly string[] } = {
  CD: ['DR Congo (Zaire)', 'Democratic Republic of Congo'],
  MN: ['Mongolia'],
}

const WANTED: readonly (readonly string[])[] = [
  ['id', 'side_a', 'best'],
  ['event_id_cnty', 'event_date', 'actor1'],
]

/** Refusals: `events-not-a-table`, `events-unknown-columns`, `events-broken-quotes`, `events-not-geojson`. */
export async function readEventsFile(pieces: AsyncIterable<string>, asked: FileAsked): Promise<Outcome<FileRead>> {
  const [beginning, whole] = await peek(pieces)
  if (beginning.trimStart().startsWith('{')) return readGeojson(await joined(whole), asked)
  const reading = new Reading(asked)
  let heading: Heading | null = null
  let columns = 0
  let line = 0
  try {
    for await (const cells of csvRows(whole)) {
      line += 1
      if (heading === null) {
        heading = new Map(cells.map((cell, index) => [cell.trim().toLowerCase(), index]))
        columns = cells.length
        const known = heading
        if (!WANTED.some((set) => set.every((one) => known.has(one)))) return refused('events-unknown-columns')
        continue
      }
      if (cells.length === columns) reading.take(cellsOf(heading, cells), line)
      else reading.damage({ line, column: null, problem: 'wrong-number-of-columns' })
    }
  } catch (fault) {
    if (fault instanceof BrokenCsv) return refused('events-broken-quotes', { row: line + 1 })
    throw fault
  }
  return heading === null ? refused('events-not-a-table') : accepted(reading.end())
}

function readGeojson(text: string, asked: FileAsked): Outcome<FileRead> {
  const features = featuresOf(text)
  if (!features) return refused('events-not-geojson')
  const reading = new Reading(asked)
  features.forEach((feature, at) => reading.take(featureCells(feature), at + 1))
  return accepted(reading.end())
}

class Reading {
  readonly #asked: FileAsked
  readonly #read: ReadEvent[] = []
  readonly #damaged: Damage[] = []
  readonly #seen = new Set<string>()
  #otherCountry = 0
  constructor(asked: FileAsked) {
    this.#asked = asked
  }
  damage(one: Damage): void {
    this.#damaged.push(one)
  }
  take(cell: Cells, line: number): void {
    const found = readEvent(cell, { line, source: this.#asked.source })
    if (!found.ok) return this.damage(found.damage)
    const { country, event } = found.read
    if (country !== null && !this.#asked.country.includes(country)) {
      this.#otherCountry += 1
      return
    }
    if (this.#seen.has(eventKey(event))) return this.damage({ line, column: 'id', problem: 'twice-in-the-file' })
    this.#seen.add(eventKey(event))
    this.#read.push(found.read)
  }
  end(): FileRead {
    const settled = settledPrecisions(this.#read)
    const events = this.#read.map(({ event }, at): ConflictEvent => ({ ...event, precision: settled[at] ?? 'unstated' }))
    const [damaged, otherCountry] = [this.#damaged, this.#otherCountry]
    return { events, damaged, otherCountry, rows: events.length + damaged.length + otherCountry }
  }
}

/** Where each column stands. */
type Heading = ReadonlyMap<string, number>
const cellsOf =
  (heading: Heading, cells: readonly string[]): Cells =>
  (column) =>
    (cells[heading.get(column) ?? -1] ?? '').trim()

const isObject = (value: unknown): value is { readonly [name: string]: unknown } => typeof value === 'object' && value !== null
function featuresOf(text: string): readonly unknown[] | null {
  try {
    const found: unknown = JSON.parse(text)
    const features = isObject(found) ? found['features'] : null
    return Array.isArray(features) ? features : null
  } catch (fault) {
    if (fault instanceof SyntaxError) return null
    throw fault
  }
}
function featureCells(feature: unknown): Cells {
  const properties = isObject(feature) && isObject(feature['properties']) ? feature['properties'] : {}
  const geometry = isObject(feature) && isObject(feature['geometry']) ? feature['geometry'] : {}
  const coordinates: readonly unknown[] =
    geometry['type'] === 'Point' && Array.isArray(geometry['coordinates']) ? geometry['coordinates'] : []
  const point: { readonly [column: string]: unknown } = { longitude: coordinates[0], latitude: coordinates[1] }
  return (column) => {
    const value = properties[column] ?? point[column]
    return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
  }
}

/** The first piece that says anything, and the file as it was. */
async function peek(pieces: AsyncIterable<string>): Promise<readonly [string, AsyncIterable<string>]> {
  const reader = pieces[Symbol.asyncIterator]()
  let beginning = ''
  while (beginning.trim() === '') {
    const next = await reader.next()
    if (next.done) break
    beginning += next.value
  }
  const start = beginning
  return [
    start,
    (async function* () {
      yield start.codePointAt(0) === 0xfeff ? start.slice(1) : start
      for (let next = await reader.next(); !next.done; next = await reader.next()) yield next.value
    })(),
  ]
}
async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}
