/*
Parcels on their way: in causal order, in batches whose size suits a bad link, two requests at once when they do not depend on each other. What
the server says of each is written before the next goes; an answer that was lost means sending again, which the server takes as once.
*/
import { nextToGo, withPredecessors } from '../../modules/field/domain/causal.ts'
import type { Entry, Said } from './outbox-entry.ts'
import type { OutboxCore } from './outbox.ts'
import type { Session } from './session.ts'
import { type Heard, SyncTrouble, isOk, isRecord, readRefusal, refusalIn } from './session-wire.ts'

export interface ParcelRound {
  readonly outbox: OutboxCore
  readonly session: Pick<Session, 'ask' | 'post'>
  /** The parcels that one tapped; else all. */
  readonly only: readonly string[] | null
  readonly told: (done: number, of: number) => void
  readonly pace: Pace
}
/** How much smaller packing made the last requests: texts of forms pack well, signatures do not. */
export interface Pace {
  packed: number
}

const PATH = '/api/field/parcels'
const MOST_PARCELS = 100
const MOST_STATES = 500
const LANES = 2
/** Of one request as it travels; on 500 kbit/s about three seconds. */
const BYTES_ON_THE_WAY = 170_000
/** Of one request before it is packed: what a server unpacks at once has a limit. */
const MOST_UNPACKED = 1_500_000

/** Sends all that may go; true when some parcel could not be sent for a fault of its own. Throws `SyncTrouble` when the round is over. */
export async function sendParcels(round: ParcelRound): Promise<boolean> {
  const { outbox, told } = round
  const flying = new Set<string>()
  const tried = new Set<string>()
  const over: { error: unknown } = { error: null }
  let faulty = false
  const land = landing()
  const lane = async (): Promise<void> => {
    while (over.error === null) {
      const order = toGo(outbox.entries(), round.only, tried)
      told(tried.size - flying.size, order.length + tried.size)
      const batch = nextToGo(order, {
        isFlying: (id) => flying.has(id),
        isDone: (id) => tried.has(id),
        mostItems: MOST_PARCELS,
        mostBytes: canPack() ? Math.min(MOST_UNPACKED, BYTES_ON_THE_WAY * round.pace.packed) : BYTES_ON_THE_WAY,
      })
      if (batch.length === 0 && flying.size === 0) return
      if (batch.length === 0) {
        await land.next()
        continue
      }
      const ids = batch.map((one) => one.id)
      for (const id of ids) {
        flying.add(id)
        tried.add(id)
      }
      try {
        faulty = (await sendBatch(round, ids)) || faulty
      } catch (error) {
        over.error ??= error
      }
      for (const id of ids) flying.delete(id)
      land.tell()
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  if (over.error !== null) throw over.error
  return faulty
}

function toGo(entries: readonly Entry[], only: readonly string[] | null, tried: ReadonlySet<string>): readonly Entry[] {
  const asked = only === null ? entries : withPredecessors(entries, only)
  return asked.filter((one) => {
    if (tried.has(one.id) || one.isDismissed) return false
    return one.state === 'ready' || (one.state === 'not-valid' && only?.includes(one.id) === true)
  })
}

/** A request that the server cannot take is halved, so that one parcel never stands in the way of others. True when one was at fault. */
async function sendBatch(round: ParcelRound, ids: readonly string[]): Promise<boolean> {
  const { outbox, session } = round
  outbox.sending(ids, true)
  try {
    const parcels = await outbox.parcels(ids)
    if (parcels.length === 0) return true
    const heard = await posted(session, round.pace, JSON.stringify({ parcels }))
    if (isOk(heard)) {
      await settleAnswers(outbox, heard.body)
      return false
    }
    const code = refusalIn(heard.body)?.code
    if (heard.status === 429 || heard.status === 403) throw new SyncTrouble(code ?? 'fault')
  } finally {
    outbox.sending(ids, false)
  }
  if (ids.length === 1) return true
  const middle = ids.length >> 1
  const first = await sendBatch(round, ids.slice(0, middle))
  return (await sendBatch(round, ids.slice(middle))) || first
}

const canPack = (): boolean => typeof CompressionStream === 'function'

async function posted(session: Pick<Session, 'ask'>, pace: Pace, text: string): Promise<Heard> {
  const plain = { method: 'POST' as const, path: PATH, headers: { 'content-type': 'application/json' }, body: text }
  if (!canPack() || text.length < 1000) return session.ask(plain)
  const body = await gzip(text)
  pace.packed = Math.max(1, 0.5 * pace.packed + 0.5 * (text.length / body.length))
  const heard = await session.ask({ ...plain, headers: { 'content-type': 'application/gzip', accept: 'application/json' }, body })
  // A server that does not unpack.
  return heard.status === 415 ? session.ask(plain) : heard
}

async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packing = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(packing).arrayBuffer())
}

/**
 * Asks what became of those that the server keeps, and of those that it refused, for a supervisor may have brought in the work of a device that was
 * removed. What it does not know (a server that was restored) is sent again.
 */
export async function askStates({ outbox, session, only }: Omit<ParcelRound, 'told' | 'pace'>): Promise<boolean> {
  const kept = outbox.entries().filter((one) => {
    const isOpen = one.state === 'kept' || (one.state === 'refused' && !one.isDismissed)
    return isOpen && (only === null || only.includes(one.id))
  })
  let isForgotten = false
  for (let at = 0; at < kept.length; at += MOST_STATES) {
    const ids = kept.slice(at, at + MOST_STATES).map((one) => one.id)
    const body = await session.post(`${PATH}/states`, { ids })
    const known = await settleAnswers(outbox, body)
    const forgotten = isRecord(body) && Array.isArray(body['answers']) ? ids.filter((id) => !known.has(id)) : []
    if (forgotten.length > 0) await outbox.settle(new Map(forgotten.map((id) => [id, { state: 'ready' as const }])))
    isForgotten ||= forgotten.length > 0
  }
  return isForgotten
}

/** Writes what was said; gives the ids of which something was said. A word of a later server changes nothing here. */
async function settleAnswers(outbox: OutboxCore, body: unknown): Promise<ReadonlySet<string>> {
  const answers = isRecord(body) && Array.isArray(body['answers']) ? body['answers'].filter(isRecord) : []
  const states = new Map(outbox.entries().map((one) => [one.id, one.state]))
  const waits = new Map(outbox.entries().map((one) => [one.id, one.missing]))
  const said = new Map<string, Partial<Said>>()
  const heard = new Set<string>()
  for (const answer of answers) {
    const { id } = answer
    if (typeof id !== 'string' || !states.has(id)) continue
    heard.add(id)
    const what = saidIn(answer)
    const missing = missingIn(answer)
    const isNews = what?.state !== states.get(id) || String(missing) !== String(waits.get(id) ?? [])
    if (what !== null && (what.state === 'taken' || isNews)) said.set(id, { ...what, missing })
    // The server once had it and has it no more; it is still here.
    for (const lost of missing)
      if (states.get(lost) === 'taken' || states.get(lost) === 'kept') said.set(lost, { state: 'ready', receipt: null })
  }
  if (said.size > 0) await outbox.settle(said)
  return heard
}

const missingIn = (answer: { readonly [name: string]: unknown }): readonly string[] =>
  answer['state'] === 'waiting' && Array.isArray(answer['missing']) ? answer['missing'].map(String).toSorted() : []

function saidIn(answer: { readonly [name: string]: unknown }): Partial<Said> | null {
  switch (answer['state']) {
    case 'taken':
      return { state: 'taken', receipt: receiptIn(answer['receipt']), refusal: null }
    case 'refused':
      return { state: 'refused', refusal: readRefusal(answer['refusal']) }
    case 'not-valid':
      return { state: 'not-valid', refusal: readRefusal(answer['refusal']) }
    case 'waiting':
      return { state: 'kept', refusal: readRefusal(answer['refusal']) }
    default:
      return null
  }
}
function receiptIn(value: unknown): Said['receipt'] {
  if (!isRecord(value) || typeof value['learnedAt'] !== 'string') return null
  const events = Array.isArray(value['events']) ? value['events'].filter(isRecord) : []
  const position = events.at(-1)?.['position']
  return { learnedAt: value['learnedAt'], position: typeof position === 'number' ? position : 0 }
}

/** Lets a lane that has nothing to send wait for the other's answer. */
function landing(): { readonly next: () => Promise<void>; readonly tell: () => void } {
  let waiting: (() => void)[] = []
  return {
    next: () => new Promise((done) => waiting.push(done)),
    tell: () => {
      const now = waiting
      waiting = []
      for (const one of now) one()
    },
  }
}
