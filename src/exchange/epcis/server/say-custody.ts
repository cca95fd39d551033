/*
Says the log of custody in EPCIS: entries since the last time, in their order. It is done when somebody asks and by the rounds of
`serve`, never while custody writes, so that a scale in the field waits for none of it.
*/
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { type StoredEvent, subjectId } from '../../../platform/log/event.ts'
import { loadAfter, loadSubject } from '../../../platform/log/store.ts'
import type { LotBrief } from '../../../modules/custody/contract-exchange.ts'
import type { CustodyFact, ExportContext } from '../domain/custody-facts.ts'
import { eventsFromCustody, exportContext, exportedKinds, lotsOfFact } from '../domain/from-custody.ts'
import type { JsonObject } from '../domain/json.ts'
import { idFrom, nameEvent, rowOf } from './event-rows.ts'
import { SEQUENCE_STEP } from './projection.ts'
import type { Custody } from './sight.ts'
import { insertEvent, moveCustodyPlace, takeCustodyPlace } from './store-events.ts'

/** One more whenever our export says something else of the same entries. */
const EDITION = 2
const AT_ONCE = 500
/** Of the places with the register of sites in this house (D): both Congolese times are written as the eastern one. */
const OFFSET = '+02:00'

export interface Saying {
  readonly database: Database
  readonly custody: Custody
  readonly baseUrl: string
  readonly tenant: string
}

/** True when nothing is left; it stops after `most` milliseconds by the given clock. */
export async function sayCustody(saying: Saying, until: () => boolean = () => false): Promise<boolean> {
  for (;;) {
    const done = await saying.database.transaction((tx) => sayNext(tx, saying))
    if (done) return true
    if (until()) return false
  }
}

async function sayNext(tx: Tx, saying: Saying): Promise<boolean> {
  const { tenant } = saying
  const place = await takeCustodyPlace(tx, tenant, EDITION)
  const entries = await loadAfter(tx, tenant, place, AT_ONCE)
  const told = entries.filter((one) => exportedKinds.includes(one.kind))
  if (told.length > 0) {
    const context = await contextOf(tx, saying, told)
    for (const entry of told) await sayOne(tx, saying, { entry, context })
  }
  const last = entries.at(-1)
  if (last) await moveCustodyPlace(tx, tenant, last.position)
  return entries.length < AT_ONCE
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
async function contextOf(tx: Tx, { custody, tenant, baseUrl }: Saying, entries: readonly StoredEvent[]): Promise<ExportContext> {
  const base = baseUrl.replace(/\/$/, '')
  const histories = await historiesOf(tx, tenant, entries)
  const told = [...entries.map(factOf), ...[...histories.values()].flat()]
  const named = told.flatMap((one) => [one.subject, ...(JSON.stringify(one.payload).match(UUID) ?? [])])
  const briefs = new Map<string, LotBrief>(
    (await custody.briefs(tx, tenant, [...new Set(named.filter((one) => one.length === 36))])).map((brief) => [brief.lot, brief]),
  )
  return {
    base,
    timeZoneOffset: OFFSET,
    lotOf: (lot) => briefs.get(lot) ?? null,
    siteOf: (lot) => briefs.get(lot)?.site ?? null,
    historyOf: (subject) => histories.get(subject) ?? [],
    eventIdOf: (event) => nameEvent(tenant, event, exportContext(base)).hash,
  }
}

/** A correction and a revocation say which event they correct, so they need what stood before. */
const BACKWARD = ['lot.mass-corrected.v1', 'certificate.revoked.v1']
async function historiesOf(tx: Tx, tenant: string, entries: readonly StoredEvent[]): Promise<ReadonlyMap<string, readonly CustodyFact[]>> {
  const subjects = new Set(entries.filter((one) => BACKWARD.includes(one.kind)).map((one) => one.subject))
  const found = new Map<string, readonly CustodyFact[]>()
  for (const subject of subjects) found.set(subjectId(subject), (await loadSubject(tx, tenant, subject)).map(factOf))
  return found
}
const factOf = (entry: StoredEvent): CustodyFact => ({
  ...{ id: entry.id, kind: entry.kind, subject: subjectId(entry.subject), happenedAt: entry.happenedAt, learnedAt: entry.learnedAt },
  payload: payloadOf(entry.payload),
})

async function sayOne(
  tx: Tx,
  { tenant, baseUrl }: Saying,
  { entry, context }: { readonly entry: StoredEvent; readonly context: ExportContext },
): Promise<void> {
  const fact = factOf(entry)
  const [lot = null, ...moreLots] = lotsOfFact(fact)
  const words = exportContext(baseUrl.replace(/\/$/, ''))
  const events = eventsFromCustody(fact, context)
  for (const [at, content] of events.entries()) {
    const { eventId, hash } = nameEvent(tenant, content, words)
    const row = rowOf({
      ...{ id: at === 0 ? entry.id : idFrom(0, `epcis/custody/${entry.id}/${at}`), origin: entry.id, capture: null, eventId, hash },
      ...{ sequence: entry.position * SEQUENCE_STEP + at, recordTime: entry.learnedAt, account: entry.actor.account, organisation: null },
      ...{ lot, moreLots, content: { ...content, eventID: eventId }, context: words },
    })
    await insertEvent(tx, tenant, 'custody', row)
  }
}
const payloadOf = (payload: unknown): JsonObject => JSON.parse(JSON.stringify(payload ?? {}))
