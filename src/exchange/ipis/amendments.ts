/*
What a corrected spelling does to visits that the log holds: the old observation is voided with a reason that names the spelling,
and the row is observed again with its meaning of today, as the next version of the same observation. Nothing is overwritten, and
whatever a person decided stands: a visit that somebody voided is not revived, a mineral that somebody corrected is not touched.
Pure: the history of the sites goes in, events come out. Ids follow from the row, so a broken import is simply done again.
*/
import { startOf } from '../../kernel/calendar.ts'
import { type Infer, type Position, listOf, looseRecord, maybe, mustParse, text } from '../../kernel/schema.ts'
import { LocatedPosition, type PositionOrigin } from '../../modules/places/contract.ts'
import { Mineral, amendmentKinds } from '../../modules/sites/contract.ts'
import { registrationIdOf, siteAmendmentIdOf, versionIdOf, voidIdOf } from './ids.ts'
import { type Change, changesBetween, meaningsIn, reasonOf } from './meanings.ts'
import { oneWord } from './payload-parts.ts'
import type { ImportedObservation } from './row-to-observations.ts'

/** An event that a site's stream holds. */
export interface PastEvent {
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly payload: unknown
}
export interface History {
  readonly byId: ReadonlyMap<string, PastEvent>
  readonly voided: ReadonlySet<string>
  readonly bySubject: ReadonlyMap<string, readonly PastEvent[]>
}
/** `events` in the order in which each site's stream has them. */
export function readHistory(events: readonly PastEvent[]): History {
  const voids = events.filter((one) => one.kind === amendmentKinds.factVoided)
  return {
    byId: new Map(events.map((one) => [one.id, one])),
    voided: new Set(voids.map((one) => mustParse(looseRecord({ fact: text() }), one.payload).fact)),
    bySubject: Map.groupBy(events, (one) => one.subject),
  }
}

export interface ReadRow {
  readonly observations: readonly ImportedObservation[]
  /** As written, in the order of the row. */
  readonly services: readonly string[]
}
export interface Amendment {
  readonly events: readonly ImportedObservation[]
  readonly changes: readonly Change[]
}

/** Voids and new versions of the row's observations whose meaning changed; empty where none did. */
export function amendRow({ observations, services }: ReadRow, history: History, today: string): Amendment {
  const events: ImportedObservation[] = []
  const all: Change[] = []
  for (const one of observations) {
    let version = 0
    while (history.byId.has(versionIdOf(one, version + 1))) version += 1
    const standing = history.byId.get(versionIdOf(one, version))
    if (!standing || history.voided.has(standing.id)) continue
    const changes = changesBetween(meaningsIn(standing.payload, services), meaningsIn(one.payload, services))
    if (changes.length === 0) continue
    all.push(...changes)
    events.push(
      {
        id: voidIdOf(standing.id, one.happenedAt),
        subject: one.subject,
        kind: amendmentKinds.factVoided,
        happenedAt: startOf(today),
        payload: { fact: standing.id, reason: reasonOf(changes) },
      },
      { ...one, id: versionIdOf(one, version + 1) },
    )
  }
  return { events, changes: all }
}

export interface AmendedSite {
  readonly pcode: string
  readonly subject: string
  /** What its rows in this file say today. */
  readonly minerals: ReadonlySet<Mineral>
  readonly rows: readonly { readonly at: Position; readonly changes: readonly Change[] }[]
}

/**
The register follows its visits: minerals that a corrected word brings are added, those that it no longer means are taken away
unless another row of the file says them, and the kind of position is mended where it came from such a word. At most one event.
*/
export function amendSite(site: AmendedSite, history: History, today: string): readonly ImportedObservation[] {
  const register = registerOf(site, history)
  const { minerals, position } = {
    minerals: register.minerals && mendMinerals(register.minerals, site),
    position: register.position && mendPosition(register.position, site),
  }
  if (!minerals && !position) return []
  const kinds: readonly string[] = [...(minerals ? ['mineral'] : []), ...(position ? ['location-origin'] : [])]
  const reason = reasonOf(site.rows.flatMap((row) => row.changes.filter((one) => kinds.includes(one.kind))))
  const payload = { reason, ...(minerals ? { minerals } : {}), ...(position ? { position } : {}) }
  return [{ id: register.nextId, subject: site.subject, kind: amendmentKinds.corrected, happenedAt: startOf(today), payload }]
}

const Registered = looseRecord({ minerals: maybe(listOf(Mineral, 5)), position: maybe(LocatedPosition) })
type Located = Infer<typeof LocatedPosition>
interface Register {
  /** Absent where a person had the last word. */
  readonly minerals: readonly Mineral[] | undefined
  readonly position: Located | undefined
  readonly nextId: string
}

function registerOf({ pcode, subject }: AmendedSite, history: History): Register {
  const own = new Set([registrationIdOf(pcode)])
  let next = 1
  for (; history.byId.has(siteAmendmentIdOf(pcode, next)); next += 1) own.add(siteAmendmentIdOf(pcode, next))
  const words = (history.bySubject.get(subject) ?? [])
    .filter((one) => own.has(one.id) || one.kind === amendmentKinds.corrected)
    .map((one) => ({ isOwn: own.has(one.id), ...mustParse(Registered, one.payload) }))
  const minerals = words.findLast((one) => one.minerals !== undefined)
  const position = words.findLast((one) => one.position !== undefined)
  return {
    minerals: minerals?.isOwn ? minerals.minerals : undefined,
    position: position?.isOwn ? position.position : undefined,
    nextId: siteAmendmentIdOf(pcode, next),
  }
}

function mendMinerals(known: readonly Mineral[], site: AmendedSite): readonly Mineral[] | undefined {
  const changes = site.rows.flatMap((row) => row.changes).filter((one) => one.kind === 'mineral')
  const gone = lettersOf(changes.map((one) => one.was)).filter((one) => !site.minerals.has(one))
  const come = lettersOf(changes.map((one) => one.now))
  const mended = [...new Set([...known.filter((one) => !gone.includes(one)), ...come])].sort()
  return mended.join() === known.toSorted().join() ? undefined : mended
}
const lettersOf = (meanings: readonly string[]): readonly Mineral[] =>
  meanings.flatMap((meaning) => meaning.split('+')).flatMap((letter) => oneWord(Mineral, letter) ?? [])

function mendPosition(known: Located, site: AmendedSite): Located | undefined {
  for (const { at, changes } of site.rows) {
    if (at.latitude !== known.at.latitude || at.longitude !== known.at.longitude) continue
    const change = changes.find((one) => one.kind === 'location-origin' && one.was === known.origin)
    const origin: PositionOrigin | undefined = change && oneWord(LocatedPosition.shape.origin, change.now)
    if (origin) return { at: known.at, origin }
  }
  return undefined
}
