/*
Parcels over HTTP: handing in and asking later. A parcel that was handed in is safe here from the moment of the answer, whatever
became of it; the answer says what did.
*/
import { anything, instant, json, keyed, listOf, looseRecord, mustParse, parse, record, text } from '../../../../kernel/schema.ts'
import type { Database } from '../../../../platform/database/connect.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute } from '../../../../platform/http/build-route.ts'
import { type Route, signedIn } from '../../../../platform/http/route.ts'
import type { DevicesDoor } from '../../../people/contract.ts'
import { AskStates, MOST_PARCELS, ParcelAnswer, ParcelAnswers, Receipt } from '../../contract.ts'
import { PATIENCE_MS, type ParcelDesk } from './parcel-desk.ts'
import { MOST_SENT_BYTES, readBody } from './read-body.ts'
import { type Received, receiveParcels } from './receive-parcels.ts'
import { type KnownParcel, findOwnParcels, findParcels } from './store-parcels.ts'

export interface ParcelParts {
  readonly database: Pick<Database, 'single'>
  readonly devices: DevicesDoor<Tx>
  readonly desk: ParcelDesk
}

const Sent = looseRecord({ parcels: listOf(anything(), MOST_PARCELS) })
const States = record({ answers: listOf(ParcelAnswer, 500), serverTime: instant() })
export const parcelRoutes = (parts: ParcelParts): readonly Route[] => [handInRoute(parts), statesRoute(parts)]

const handInRoute = ({ database, devices, desk }: ParcelParts): Route => ({
  ...rawRoute({
    method: 'POST',
    path: '/api/field/parcels',
    summary: `hands in at most ${MOST_PARCELS} signed commands of any enrolled telephone, as JSON or the same under gzip; answers for each in their order`,
    allow: signedIn,
    schemas: { answer: ParcelAnswers },
    answer: async ({ who, now, body }) => {
      const began = performance.now()
      const read = await readBody(body)
      if (!read.ok) return outcomeReply(read)
      const sent = parse(Sent, read.value)
      if (!sent.ok) return badInput(sent.faults)
      // Each statement by itself: what was kept before a crash is kept, and is known when it comes again.
      const received = await database.single((tx) => receiveParcels(tx, { devices, who, now }, sent.value.parcels))
      const kept = received.filter((one) => one.notValid === null).map((one) => one.id)
      await desk.settle(kept, PATIENCE_MS - (performance.now() - began))
      const known = new Map((await database.single((tx) => findParcels(tx, who.tenant, kept))).map((one) => [one.id, one]))
      const answers = received.flatMap((one) => answerFor(one, known.get(one.id)))
      return { status: 200, body: { answers, serverTime: now } }
    },
  }),
  takesBytes: MOST_SENT_BYTES,
})

const statesRoute = ({ database, desk }: ParcelParts): Route =>
  rawRoute({
    method: 'POST',
    path: '/api/field/parcels/states',
    summary: 'what became of parcels that one wrote or carried; unknown ones are left out',
    allow: signedIn,
    schemas: { body: AskStates, answer: States },
    answer: async ({ who, now, body }) => {
      const asked = parse(AskStates, body)
      if (!asked.ok) return badInput(asked.faults)
      await desk.settle([])
      const found = await database.single((tx) => findOwnParcels(tx, who.tenant, { ids: asked.value.ids, account: who.account }))
      return { status: 200, body: { answers: found.map(answerOf), serverTime: now } }
    },
  })

const answerFor = ({ id, notValid }: Received, known: KnownParcel | undefined): readonly ParcelAnswer[] => {
  if (notValid) return [mustParse(ParcelAnswer, { id, state: 'not-valid', refusal: notValid })]
  return known ? [answerOf(known)] : []
}

const Refusal = looseRecord({ code: text(100), facts: keyed(json()) })
function answerOf({ id, state, answer, missing }: KnownParcel): ParcelAnswer {
  if (state === 'taken') return mustParse(ParcelAnswer, { id, state, receipt: mustParse(Receipt, answer) })
  if (state === 'waiting') return mustParse(ParcelAnswer, { id, state, ...(missing.length > 0 ? { missing } : {}) })
  // A held one is a decision that somebody else can still make: kept, and not lost.
  const { code, facts } = mustParse(Refusal, answer)
  return mustParse(ParcelAnswer, { id, state: 'refused', refusal: { code, facts } })
}
