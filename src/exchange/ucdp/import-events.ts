/*
A file of events into the record: read, placed in its areas, compared with what stands, and recorded in chunks. A second import of a file changes nothing; an
import that was cut off is done again and records what is left, because the id of a chunk follows from what is in it. An event that an earlier
edition had of this country in the days of this file and that is missing now was withdrawn by its source, and is dropped. Memory: one country's events.
*/
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import { uuidV7 } from '../../kernel/ids.ts'
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import type { Position } from '../../kernel/schema.ts'
import {
  type ConflictEvent,
  type ConflictImport,
  type ConflictSource,
  type KnownAsked,
  ConflictSource as Sources,
  eventKey,
} from '../../modules/conflict/contract-events.ts'
import { type FileRead, countryNames, readEventsFile } from './read-file.ts'
import type { Damage } from './read-row.ts'

export interface ConflictDraft {
  readonly id: string
  readonly subject: string
  readonly kind: 'conflict-events.recorded.v1' | 'conflict-events.dropped.v1' | 'conflict-import.finished.v1'
  readonly payload: unknown
}
/** What the import needs of the house. */
export interface EventsDoor {
  readonly isFinished: (id: string) => Promise<boolean>
  readonly known: (asked: KnownAsked) => Promise<ReadonlyMap<string, string>>
  readonly locate: (at: Position) => Promise<{ readonly province: string | null; readonly territoire: string | null }>
  readonly record: (drafts: readonly ConflictDraft[]) => Promise<void>
}
export interface EventsImport {
  readonly open: () => AsyncIterable<string>
  readonly door: EventsDoor
  readonly dryRun: boolean
  /** ISO 3166-1. Refusal: `events-unknown-country`. */
  readonly country: string
  /** For files that do not say it row by row. */
  readonly source: ConflictSource
  /** As the source is cited. */
  readonly name: string
  /** An own file is kept to this house unless somebody says that its terms allow more. */
  readonly mayBeShared: boolean
  /** Days that the file tells of; without them from the first year of its events to the end of the last. */
  readonly covers: { readonly from: string; readonly until: string } | null
  readonly today: string
  readonly onProgress?: (done: number, total: number) => void
}
export interface EventsReport {
  readonly rows: number
  readonly events: number
  readonly added: number
  readonly changed: number
  readonly dropped: number
  readonly alreadyKnown: number
  readonly otherCountry: number
  readonly rowsRejected: number
  /** The first thousand, in the order of the file. */
  readonly rejected: readonly Damage[]
  readonly byPrecision: { readonly [precision: string]: number }
  readonly covers: readonly { readonly source: ConflictSource; readonly from: string; readonly until: string }[]
  readonly dryRun: boolean
}

const EVENTS_PER_CHUNK = 100
const KEYS_PER_CHUNK = 1000
const MOST_REJECTED_KEPT = 1000

/** Refusals: those of `readEventsFile`, `events-unknown-country`, `events-none`. */
export async function importEvents(asked: EventsImport): Promise<Outcome<EventsReport>> {
  if (!/^[A-Z]{2}$/.test(asked.country)) return refused('events-unknown-country', { country: asked.country })
  // Of another country only rows that name none are taken.
  const country = countryNames[asked.country] ?? []
  const hash = createHash('sha256')
  const read = await readEventsFile(hashed(asked.open(), hash), { source: asked.source, country })
  if (!read.ok) return read
  if (read.value.events.length === 0) return refused('events-none', { rejected: read.value.damaged.length })
  const placed = await placedEvents(read.value.events, asked)
  const sha256 = hash.digest('hex')
  const parts = Sources.options.flatMap((source): readonly Part[] => {
    const events = placed.filter((event) => event.source === source)
    const rejected = read.value.damaged.length
    return events.length === 0 ? [] : [{ source, events, rejected, sha256, covers: asked.covers ?? coveredBy(events, asked.today) }]
  })
  const done = { added: 0, changed: 0, dropped: 0, alreadyKnown: 0 }
  for (const part of parts) await importPart(part, asked, done)
  return accepted(reportOf(read.value, { placed, parts, done, dryRun: asked.dryRun }))
}

interface Part {
  readonly source: ConflictSource
  readonly events: readonly ConflictEvent[]
  /** Rows of the whole file that could not be read. */
  readonly rejected: number
  readonly sha256: string
  readonly covers: { readonly from: string; readonly until: string }
}
interface Done {
  added: number
  changed: number
  dropped: number
  alreadyKnown: number
}

async function importPart(part: Part, asked: EventsImport, done: Done): Promise<void> {
  const { door, dryRun } = asked
  const id = idFrom(`conflict-import/${asked.country}/${part.source}/${part.sha256}`)
  if (await door.isFinished(id)) {
    done.alreadyKnown += part.events.length
    return
  }
  const known = await door.known({ source: part.source, from: '0001-01-01', until: '9999-12-31', country: null })
  const fresh = part.events.filter((event) => known.get(eventKey(event)) !== canonicalJson(event))
  const inFile = new Set(part.events.map(eventKey))
  const inDays = await door.known({ source: part.source, ...part.covers, country: asked.country })
  const gone = [...inDays.keys()].filter((key) => !inFile.has(key))
  done.alreadyKnown += part.events.length - fresh.length
  done.changed += fresh.filter((event) => known.has(eventKey(event))).length
  done.added += fresh.filter((event) => !known.has(eventKey(event))).length
  done.dropped += gone.length
  if (dryRun) return
  const subject = `conflict-import:${id}`
  for (let at = 0; at < fresh.length; at += EVENTS_PER_CHUNK) {
    const payload = { events: fresh.slice(at, at + EVENTS_PER_CHUNK) }
    await door.record([{ id: idFrom(`${id}/${canonicalJson(payload)}`), subject, kind: 'conflict-events.recorded.v1', payload }])
    asked.onProgress?.(Math.min(at + EVENTS_PER_CHUNK, fresh.length), fresh.length)
  }
  for (let at = 0; at < gone.length; at += KEYS_PER_CHUNK) {
    const payload = { keys: gone.slice(at, at + KEYS_PER_CHUNK) }
    await door.record([{ id: idFrom(`${id}/${canonicalJson(payload)}`), subject, kind: 'conflict-events.dropped.v1', payload }])
  }
  const finished: ConflictImport = {
    ...{
      source: part.source,
      name: asked.name,
      sha256: part.sha256,
      country: asked.country,
      events: part.events.length,
      rejected: part.rejected,
    },
    ...{ coversFrom: part.covers.from, coversUntil: part.covers.until, mayBeShared: asked.mayBeShared },
  }
  await door.record([{ id: idFrom(`${id}/finished`), subject, kind: 'conflict-import.finished.v1', payload: finished }])
}

/** Areas of an event, no finer than its place is known. Codes that the file states stand; else where the point lies today. */
async function placedEvents(events: readonly ConflictEvent[], { door }: EventsImport): Promise<readonly ConflictEvent[]> {
  const placed: ConflictEvent[] = []
  for (const event of events) {
    const { precision, at, province, territoire } = event
    if (precision === 'country' || precision === 'line' || precision === 'sea') {
      placed.push({ ...event, province: null, territoire: null })
      continue
    }
    const found = at !== null && (province === null || territoire === null) ? await door.locate(at) : { province: null, territoire: null }
    placed.push({
      ...event,
      province: province ?? found.province,
      territoire: precision === 'province' ? null : (territoire ?? found.territoire),
    })
  }
  return placed
}

function coveredBy(events: readonly ConflictEvent[], today: string): Part['covers'] {
  const first = events.reduce((least, { from }) => (from < least ? from : least), today)
  const last = events.reduce((most, { until }) => (until > most ? until : most), first)
  const end = `${last.slice(0, 4)}-12-31`
  return { from: `${first.slice(0, 4)}-01-01`, until: end > today ? (last > today ? today : last) : end }
}

interface Counted {
  readonly placed: readonly ConflictEvent[]
  readonly parts: readonly Part[]
  readonly done: Done
  readonly dryRun: boolean
}
function reportOf({ rows, damaged, otherCountry }: FileRead, { placed, parts, done, dryRun }: Counted): EventsReport {
  const byPrecision: { [precision: string]: number } = {}
  for (const { precision } of placed) byPrecision[precision] = (byPrecision[precision] ?? 0) + 1
  return {
    ...{ rows, events: placed.length, ...done, otherCountry, rowsRejected: damaged.length, rejected: damaged.slice(0, MOST_REJECTED_KEPT) },
    ...{ byPrecision, covers: parts.map(({ source, covers }) => ({ source, ...covers })), dryRun },
  }
}

const idFrom = (text: string): string => uuidV7(0, createHash('sha256').update(text).digest())
async function* hashed(pieces: AsyncIterable<string>, hash: ReturnType<typeof createHash>): AsyncGenerator<string> {
  for await (const piece of pieces) {
    hash.update(piece)
    yield piece
  }
}
