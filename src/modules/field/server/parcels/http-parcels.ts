/*
Parcels over HTTP: handing in and asking later. A parcel that was handed in is safe here from the moment of the answer, whatever
became of it; the answer says what did.
*/
import {
  type Fault,
  anything,
  instant,
  json,
  keyed,
  listOf,
  looseRecord,
  mustParse,
  parse,
  record,
  text,
} from '../../../../kernel/schema.ts'
import type { Database } from '../../../../platform/database/connect.ts'
import { badInput, outcomeReply, rawRoute } from '../../../../platform/http/build-route.ts'
import { type Reply, type Route, signedIn } from '../../../../platform/http/route.ts'
import { AskStates, Bundle, MOST_PARCELS, ParcelAnswer, ParcelAnswers, Receipt } from '../../contract.ts'
import { MOST_BUNDLED } from '../../domain/bundle.ts'
import { COME_AGAIN_SECONDS, type Intake } from './intake.ts'
import { PATIENCE_MS, type ParcelDesk } from './parcel-desk.ts'
import { MOST_SENT_BYTES, readBody } from './read-body.ts'
import type { Packet } from './prove.ts'
import { type Received, readSent } from './receive-parcels.ts'
import { type KnownParcel, findOwnParcels, findParcels } from './store-parcels.ts'

export interface ParcelParts {
  readonly database: Pick<Database, 'single'>
  readonly intake: Intake
  readonly desk: ParcelDesk
}

const Sent = looseRecord({ parcels: listOf(anything(), MOST_PARCELS) })
const States = record({ answers: listOf(ParcelAnswer, 500), serverTime: instant() })
export const parcelRoutes = (parts: ParcelParts): readonly Route[] => [
  takingRoute(parts, {
    path: '/api/field/parcels',
    summary: `hands in at most ${MOST_PARCELS} signed commands of any enrolled telephone, as JSON or the same under gzip; answers for each in their order, with Prefer: respond-async (202) as soon as they are on the disc`,
    packetsOf: (body) => {
      const sent = parse(Sent, body)
      return sent.ok ? { ok: true, packets: sent.value.parcels.flatMap(readSent) } : sent
    },
  }),
  takingRoute(parts, {
    path: '/api/field/bundles',
    summary: `hands in at most ${MOST_BUNDLED} commands of one enrolled telephone under one signature; otherwise as parcels`,
    packetsOf: (body) => {
      const sent = parse(Bundle, body)
      return sent.ok ? { ok: true, packets: [{ ...sent.value, isBundle: true }] } : sent
    },
  }),
  statesRoute(parts),
]

interface Taking {
  readonly path: string
  readonly summary: string
  readonly packetsOf: (
    body: unknown,
  ) => { readonly ok: true; readonly packets: readonly Packet[] } | { readonly ok: false; readonly faults: readonly Fault[] }
}
const takingRoute = ({ database, intake, desk }: ParcelParts, { path, summary, packetsOf }: Taking): Route => ({
  ...rawRoute({
    method: 'POST',
    path,
    summary,
    allow: signedIn,
    schemas: { answer: ParcelAnswers },
    answer: async ({ who, now, body, headers }) => {
      const began = performance.now()
      const read = await readBody(body)
      if (!read.ok) return outcomeReply(read)
      const sent = packetsOf(read.value)
      if (!sent.ok) return badInput(sent.faults)
      const received = await intake.receive({ who, now, packets: sent.packets })
      if (received === 'busy') return comeAgain
      const isHasty = prefersAsync(headers['prefer'])
      const kept = received.filter((one) => one.notValid === null).map((one) => one.id)
      // It is on the disc: that is what a hasty one asks. What was here before is looked up, for it may have been applied.
      await desk.settle(kept, isHasty ? 0 : PATIENCE_MS - (performance.now() - began))
      const asked = isHasty ? received.filter((one) => one.kept === 'before' || one.kept === 'held').map((one) => one.id) : kept
      const known = new Map((await database.single((tx) => findParcels(tx, who.tenant, asked))).map((one) => [one.id, one]))
      const answers = received.flatMap((one) => answerFor(one, known.get(one.id)))
      const applied = isHasty ? { status: 202, headers: { 'preference-applied': 'respond-async' } } : { status: 200 }
      return { ...applied, body: { answers, serverTime: now } }
    },
  }),
  takesBytes: MOST_SENT_BYTES,
})

const prefersAsync = (prefer: string | undefined): boolean =>
  prefer !== undefined && prefer.split(',').some((one) => one.trim().toLowerCase() === 'respond-async')
const comeAgain: Reply = {
  status: 503,
  headers: { 'retry-after': String(COME_AGAIN_SECONDS) },
  body: { refusal: { code: 'busy-keeping', facts: { seconds: COME_AGAIN_SECONDS } } },
}

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

const answerFor = ({ id, notValid, kept }: Received, known: KnownParcel | undefined): readonly ParcelAnswer[] => {
  if (notValid) return [mustParse(ParcelAnswer, { id, state: 'not-valid', refusal: notValid })]
  if (!known && kept === 'waiting') return [{ id, state: 'waiting' }]
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
