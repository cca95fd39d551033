/*
Reads an IPIS file twice: once to learn what the whole file says of each site and how long it is, once to record. Recording
goes in chunks of rows, one transaction each; ids follow from the file, so a second import changes nothing and an import that
was killed is simply done again. A crash between two chunks leaves whole chunks; a crash between a chunk and its line in the
ledger leaves rows that the next import finds known and writes into the ledger.
A row whose words were given other meanings since it was recorded is amended (amendments.ts). The ledger remembers the meanings,
and forgets them before it amends: a row of unknown meanings is compared with the log itself.
It knows no database: what it needs of one is the `ImportDoor`.
*/
import { type Outcome, accepted } from '../../kernel/outcome.ts'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import type { Mineral } from '../../modules/sites/contract.ts'
import { type AmendedSite, type PastEvent, amendRow, amendSite, readHistory } from './amendments.ts'
import { contentHashOf } from './ids.ts'
import { type Damage, type Row, type RowRead, readRows } from './read-rows.ts'
import { servicesWritten } from './read-observed.ts'
import { type Visit, readVisit } from './read-visit.ts'
import {
  type ImportedObservation,
  type Mapped,
  type RowClass,
  classOf,
  flagColumns,
  mineralsOf,
  rowToObservations,
  siteToObservation,
} from './row-to-observations.ts'
import { type SpellingBook, type UnknownSpelling, openSpellingBook } from './spelling-book.ts'
import type { Spelling } from './spellings.ts'

/** A visit in the ledger: hash of its row, and what its spellings meant when it was recorded (canonical JSON of `Lookups`); `null`: in doubt. */
export interface RememberedVisit {
  readonly content: string
  readonly mapping: string | null
}
/** What the import needs of the house. All may be asked with some hundred items at once. */
export interface ImportDoor {
  /** Which of these event ids the log holds. */
  readonly known: (eventIds: readonly string[]) => Promise<ReadonlySet<string>>
  /** Records in one transaction; an event that the log holds is passed over. */
  readonly record: (observations: readonly ImportedObservation[]) => Promise<void>
  /** The ledger: each visit that was imported before, by vid. */
  readonly remembered: (vids: readonly string[]) => Promise<ReadonlyMap<string, RememberedVisit>>
  /** A visit that the ledger has keeps its first content; its mapping is replaced. */
  readonly remember: (rows: readonly { readonly vid: string; readonly content: string; readonly mapping: string }[]) => Promise<void>
  /** Forgets the mapping of these visits: they are about to be amended. */
  readonly doubt: (vids: readonly string[]) => Promise<void>
  /** What these streams hold, each in its own order: registrations, observations, corrections, voids. */
  readonly historyOf: (subjects: readonly string[]) => Promise<readonly PastEvent[]>
}

export interface ImportRequest {
  /** Opens the file from its beginning; called twice. */
  readonly open: () => AsyncIterable<Uint8Array>
  readonly door: ImportDoor
  readonly dryRun: boolean
  /** No visit may be later than this day. */
  readonly today: string
  readonly corrections: readonly Spelling[]
  /** Milliseconds that only grow, for the rate. */
  readonly elapsed: () => number
  readonly onProgress?: (progress: Progress) => void
  readonly rowsPerChunk?: number
}
export interface Progress {
  readonly done: number
  readonly total: number
  readonly perSecond: number
}

/** Words are defined in README.md: visits + rowsRejected + doublesInFile = rows of the file. */
export interface ImportReport {
  readonly visits: number
  readonly sites: number
  readonly rowsRejected: number
  readonly alreadyKnown: number
  /** Visits of the log whose words mean something else since a spelling was corrected. */
  readonly amended: number
  readonly doublesInFile: number
  readonly byClass: { readonly [Class in RowClass]: number }
  readonly observationsAdded: number
  readonly dryRun: boolean
  /** The first thousand, in the order of the file. */
  readonly rejected: readonly Damage[]
  readonly unknownSpellings: readonly UnknownSpelling[]
  readonly columnsAbsent: readonly string[]
  readonly seconds: number
}

const ROWS_PER_CHUNK = 500
const MOST_REJECTED_KEPT = 1000

interface SiteFacts {
  firstDate: string
  readonly minerals: Set<Mineral>
}
interface FirstReading {
  readonly rows: number
  readonly sites: ReadonlyMap<string, SiteFacts>
  readonly columnsAbsent: readonly string[]
}

/** Refusals are those of the header (columns.ts); a damaged row never ends the import. */
export async function importIpis(request: ImportRequest): Promise<Outcome<ImportReport>> {
  const first = await readOnce(request)
  if (!first.ok) return first
  const run = new Run(request, first.value)
  for await (const read of readRows(request.open())) await run.take(read)
  return accepted(await run.finish())
}

async function readOnce({ open, today, corrections }: ImportRequest): Promise<Outcome<FirstReading>> {
  const book = openSpellingBook(corrections)
  const sites = new Map<string, SiteFacts>()
  let rows = 0
  let columnsAbsent: readonly string[] = []
  for await (const read of readRows(open())) {
    if (read.is === 'refused') return { ok: false, refusal: read.refusal }
    if (read.is === 'header') columnsAbsent = read.header.absent
    else rows += 1
    if (read.is !== 'row') continue
    const found = readVisit(read.row, flagColumns, today)
    if (found.ok) noteSite(sites, found.visit, book)
  }
  return accepted({ rows, sites, columnsAbsent })
}

function noteSite(sites: Map<string, SiteFacts>, visit: Visit, book: SpellingBook): void {
  const site = sites.get(visit.pcode) ?? { firstDate: visit.date, minerals: new Set<Mineral>() }
  if (visit.date < site.firstDate) site.firstDate = visit.date
  for (const mineral of mineralsOf(visit, book)) site.minerals.add(mineral)
  sites.set(visit.pcode, site)
}

interface Ready {
  readonly line: number
  readonly vid: string
  readonly content: string
  readonly mapping: string
  readonly pcode: string
  readonly at: Visit['at']
  readonly services: readonly string[]
  readonly rowClass: RowClass
  /** The registration of its site: recorded with the first row of the site that is taken. */
  readonly registration: readonly ImportedObservation[]
  readonly observations: readonly ImportedObservation[]
}

/** The second reading: what was taken, what was rejected, and the chunk that is being filled. */
class Run {
  readonly #request: ImportRequest
  readonly #first: FirstReading
  readonly #book: SpellingBook
  /** Apart, so that a place is not counted once more for its register entry. */
  readonly #siteBook: SpellingBook
  readonly #startedAt: number
  readonly #lineOfVisit = new Map<string, { readonly line: number; readonly content: string }>()
  readonly #sites = new Set<string>()
  readonly #rejected: Damage[] = []
  readonly #byClass = { field: 0, 'off-site': 0, 'desk-qualification': 0, 'desk-traceability': 0 }
  #chunk: Ready[] = []
  #counts = { visits: 0, rowsRejected: 0, alreadyKnown: 0, amended: 0, doublesInFile: 0, observationsAdded: 0 }
  #done = 0

  constructor(request: ImportRequest, first: FirstReading) {
    this.#request = request
    this.#first = first
    this.#book = openSpellingBook(request.corrections)
    this.#siteBook = openSpellingBook(request.corrections)
    this.#startedAt = request.elapsed()
  }

  async take(read: RowRead): Promise<void> {
    if (read.is === 'damaged') this.#reject(read.damage)
    if (read.is === 'row') this.#takeRow(read.row)
    if (read.is === 'damaged' || read.is === 'row') this.#done += 1
    if (this.#chunk.length >= (this.#request.rowsPerChunk ?? ROWS_PER_CHUNK)) await this.#flush()
  }

  async finish(): Promise<ImportReport> {
    await this.#flush()
    return {
      ...this.#counts,
      sites: this.#sites.size,
      byClass: { ...this.#byClass },
      dryRun: this.#request.dryRun,
      rejected: this.#rejected.toSorted((a, b) => a.line - b.line),
      unknownSpellings: this.#book.unknown(),
      columnsAbsent: this.#first.columnsAbsent,
      seconds: this.#seconds(),
    }
  }

  #takeRow(row: Row): void {
    const found = readVisit(row, flagColumns, this.#request.today)
    if (!found.ok) return this.#reject(found.damage)
    const { visit } = found
    const content = contentHashOf(row.content)
    const before = this.#lineOfVisit.get(visit.vid)
    if (before && before.content !== content) {
      return this.#reject({ line: row.line, column: 'vid', problem: 'visit-number-twice', found: before.line })
    }
    if (before) {
      this.#counts.doublesInFile += 1
      return
    }
    this.#book.takeLookups()
    const mapped = rowToObservations(visit, this.#book)
    const lookups = this.#book.takeLookups()
    const site = this.#siteOf(visit)
    const misfit = [mapped, site].find((one) => !one.ok)
    if (misfit && !misfit.ok) return this.#reject({ line: row.line, column: misfit.column, problem: misfit.problem })
    if (!mapped.ok || !site.ok) return
    this.#lineOfVisit.set(visit.vid, { line: row.line, content })
    const { vid, pcode, at } = visit
    this.#chunk.push({
      line: row.line,
      vid,
      content,
      mapping: canonicalJson(lookups),
      pcode,
      at,
      services: servicesWritten(visit),
      rowClass: classOf(visit),
      registration: site.observations,
      observations: mapped.observations,
    })
  }

  #siteOf(visit: Visit): Mapped {
    const facts = this.#first.sites.get(visit.pcode)
    const minerals = facts ? [...facts.minerals].sort() : mineralsOf(visit, this.#siteBook)
    return siteToObservation(visit, { firstDate: facts?.firstDate ?? visit.date, minerals }, this.#siteBook)
  }

  /** A crash before `record` leaves nothing of the chunk, one after it leaves all of it. */
  async #flush(): Promise<void> {
    const chunk = this.#chunk
    this.#chunk = []
    const { door, dryRun } = this.#request
    const earlier = await door.remembered(chunk.map((row) => row.vid))
    const same = chunk.filter((row) => {
      const content = earlier.get(row.vid)?.content
      if (content === undefined || content === row.content) return true
      this.#reject({ line: row.line, column: 'vid', problem: 'visit-changed-since-import' })
      return false
    })
    const observations = same.flatMap((row) => [...this.#registrationOnce(row), ...row.observations])
    const known = await door.known(observations.map((one) => one.id))
    const otherwise = same.filter((row) => earlier.get(row.vid)?.mapping !== row.mapping)
    const { events: amendments, vids: amended } = await this.#amend(
      otherwise.filter((row) => row.observations.some((one) => known.has(one.id))),
    )
    const news = [...observations.filter((one) => !known.has(one.id)), ...amendments]
    if (!dryRun && amended.length > 0) await door.doubt(amended)
    if (!dryRun && news.length > 0) await door.record(news)
    if (!dryRun && otherwise.length > 0) await door.remember(otherwise.map(({ vid, content, mapping }) => ({ vid, content, mapping })))
    this.#counts.amended += amended.length
    for (const row of same) {
      this.#counts.visits += 1
      this.#byClass[row.rowClass] += 1
      if (row.observations.every((one) => known.has(one.id))) this.#counts.alreadyKnown += 1
    }
    if (!dryRun) this.#counts.observationsAdded += news.length
    const seconds = this.#seconds()
    this.#request.onProgress?.({ done: this.#done, total: this.#first.rows, perSecond: seconds > 0 ? Math.round(this.#done / seconds) : 0 })
  }

  /** Rows that the log holds and whose words may mean something else than when they were recorded. */
  async #amend(rows: readonly Ready[]): Promise<{ readonly events: readonly ImportedObservation[]; readonly vids: readonly string[] }> {
    if (rows.length === 0) return { events: [], vids: [] }
    const { door, today } = this.#request
    const history = readHistory(await door.historyOf([...new Set(rows.flatMap((row) => row.observations.map((one) => one.subject)))]))
    const read = rows.map((row) => ({ row, ...amendRow(row, history, today) })).filter((one) => one.events.length > 0)
    const sites = [...Map.groupBy(read, (one) => one.row.pcode)].flatMap(([pcode, all]): readonly AmendedSite[] => {
      const subject = all[0]?.events[0]?.subject
      const minerals = this.#first.sites.get(pcode)?.minerals ?? new Set()
      return subject === undefined ? [] : [{ pcode, subject, minerals, rows: all.map(({ row, changes }) => ({ at: row.at, changes })) }]
    })
    const events = [...read.flatMap((one) => one.events), ...sites.flatMap((site) => amendSite(site, history, today))]
    return { events, vids: read.map((one) => one.row.vid) }
  }

  #registrationOnce(row: Ready): readonly ImportedObservation[] {
    if (this.#sites.has(row.pcode)) return []
    this.#sites.add(row.pcode)
    return row.registration
  }

  #reject(damage: Damage): void {
    this.#counts.rowsRejected += 1
    if (this.#rejected.length < MOST_REJECTED_KEPT) this.#rejected.push(damage)
  }

  #seconds(): number {
    return Math.round(this.#request.elapsed() - this.#startedAt) / 1000
  }
}
