/*
Custody said in EPCIS: which act becomes which events (the table stands in the README). It takes entries of the log as they are and
knows no table; positions, prices and names never pass. A correction is said as EPCIS wants it: the first event again, declared wrong,
and the right one beside it.
*/
import type { CustodyFact, ExportContext } from './custody-facts.ts'
import {
  certificateIssued,
  certificateRevoked,
  lotAssayed,
  lotQuarantined,
  lotReleased,
  lotSeized,
  lotVoided,
  seizureLifted,
} from './from-custody-care.ts'
import { goldMelted, sachetReopened, sachetSealed } from './from-custody-gold.ts'
import { bagRegistered, lotsCombined, lotsProcessed } from './from-custody-forming.ts'
import {
  legRecorded,
  lotHandedOver,
  lotPacked,
  lotReceived,
  lotReturned,
  lotSent,
  lotStored,
  purchaseRecorded,
} from './from-custody-moving.ts'
import { type Telling, amountIn, frame, goods, lotIn, said, weighed } from './from-custody-parts.ts'
import { type Json, type JsonObject, objectsOf } from './json.ts'
import { contextOf, ours } from './own-words.ts'
import { atOffset } from './times.ts'

type Tell = (telling: Telling) => readonly JsonObject[]
const tellers: ReadonlyMap<string, Tell> = new Map([
  ['lot.bag-registered.v1', bagRegistered],
  ['lot.combined.v1', lotsCombined],
  ['processing.recorded.v1', lotsProcessed],
  ['purchase.recorded.v1', purchaseRecorded],
  ['lot.sent.v1', lotSent],
  ['lot.leg-recorded.v1', legRecorded],
  ['lot.received.v1', lotReceived],
  ['lot.rejected.v1', lotReturned],
  ['lot.taken-back.v1', lotReturned],
  ['lot.handed-over.v1', lotHandedOver],
  ['lot.stored.v1', lotStored],
  ['lot.left-depot.v1', lotStored],
  ['lot.packed.v1', lotPacked],
  ['lot.quarantined.v1', lotQuarantined],
  ['lot.released.v1', lotReleased],
  ['lot.seized.v1', lotSeized],
  ['lot.seizure-lifted.v1', seizureLifted],
  ['lot.assayed.v1', lotAssayed],
  ['lot.voided.v1', lotVoided],
  ['gold.sachet-sealed.v1', sachetSealed],
  ['gold.reopened.v1', sachetReopened],
  ['gold.melted.v1', goldMelted],
  ['lot.mass-corrected.v1', massCorrected],
  ['certificate.issued.v1', certificateIssued],
  ['certificate.revoked.v1', certificateRevoked],
])

/** Kinds of the log that become EPCIS events. */
export const exportedKinds: readonly string[] = [...tellers.keys()]

/** The `@context` of what we export. */
export const exportContext = (base: string): Json => contextOf(base)

/** EPCIS events (without `eventID`: the caller gives the hash; a declared error has it) of one fact of custody; none where EPCIS has no word for it. */
export const eventsFromCustody = (fact: CustodyFact, context: ExportContext): readonly JsonObject[] =>
  tellers.get(fact.kind)?.({ fact, context }) ?? []

const goldOfLots: ReadonlySet<string> = new Set(['gold.sachet-sealed.v1', 'gold.reopened.v1'])
/** The lot for whose sake somebody may see the events of a fact. */
export const lotOfFact = (fact: CustodyFact): string | null => lotsOfFact(fact)[0] ?? null

/** That one, and the others that came out of the same act or were sold with it: the events name them all. */
export function lotsOfFact(fact: CustodyFact): readonly string[] {
  if (fact.kind.startsWith('lot.') || goldOfLots.has(fact.kind)) return [fact.subject]
  if (fact.kind === 'certificate.issued.v1') return [said(fact.payload, 'lot')].filter((lot) => lot !== '')
  const lots = objectsOf(fact.payload[fact.kind === 'processing.recorded.v1' || fact.kind === 'gold.melted.v1' ? 'outputs' : 'lots'])
  return lots.map((one) => said(one, 'lot')).filter((lot) => lot !== '')
}

function massCorrected(telling: Telling): readonly JsonObject[] {
  const { fact, context } = telling
  const before = massEventBefore(telling)
  const lot = lotIn(context, fact.subject)
  const amount = amountIn(fact.payload, lot.mineral)
  if (before === null || context.eventIdOf === undefined) {
    const alone = { ...frame(telling, 'ObjectEvent', 'correct-mass'), action: 'OBSERVE', bizStep: 'inspecting' }
    return [{ ...alone, ...goods(context, lot, amount), ...weighed(telling, amount), ...ours({ reason: fact.payload['reason'] }) }]
  }
  const eventID = context.eventIdOf(before)
  const corrected = { ...withMass(before, telling), ...ours({ act: 'correct-mass', corrects: eventID, reason: fact.payload['reason'] }) }
  const declarationTime = atOffset(fact.learnedAt, context.timeZoneOffset)
  const errorDeclaration = { declarationTime, reason: 'incorrect_data', correctiveEventIDs: [context.eventIdOf(corrected)] }
  return [{ ...before, eventID, errorDeclaration }, corrected]
}

/** The event that last said the mass which is corrected now: the first one, or the correction before. */
function massEventBefore({ fact, context }: Telling): JsonObject | null {
  let last: JsonObject | null = null
  for (const earlier of context.historyOf?.(fact.subject) ?? []) {
    if (earlier.id === fact.id) break
    if (earlier.kind === 'lot.bag-registered.v1' || earlier.kind === 'lot.combined.v1')
      last = eventsFromCustody(earlier, context)[0] ?? null
    if (earlier.kind === 'lot.mass-corrected.v1') last = eventsFromCustody(earlier, context).at(-1) ?? null
  }
  return last
}

/** The same event with another mass of the lot. */
function withMass(event: JsonObject, telling: Telling): JsonObject {
  const { fact, context } = telling
  const amount = amountIn(fact.payload, lotIn(context, fact.subject).mineral)
  const list = event['type'] === 'TransformationEvent' ? 'outputQuantityList' : 'quantityList'
  const quantities = objectsOf(event[list]).map((one) => ({ ...one, ...amount }))
  const sensors = event['sensorElementList'] === undefined ? {} : weighed(telling, amount)
  return { ...event, [list]: quantities, ...sensors }
}
