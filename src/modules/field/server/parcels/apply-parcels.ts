/*
Applies kept parcels: each through the very route that the screen would have asked, as its author, once its predecessors are applied. A decision of the
route is final, a refusal too; what is only a fault of today (a clash, a clock, a server in trouble) leaves the parcel waiting. The id of
the command makes a second application give the first answer, so a server that was killed in the middle does no harm.

A few dozen are applied in one transaction of the log, each decided for itself. Where one of them meets a fault, none of them was applied, and each is
asked for alone: one bad parcel cannot hold up the others.
*/
import { json, keyed, looseRecord, parse, record, text } from '../../../../kernel/schema.ts'
import type { Database } from '../../../../platform/database/connect.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Dispatch, DispatchTogether } from '../../../../platform/http/dispatch.ts'
import type { Reply } from '../../../../platform/http/route.ts'
import type { DeviceBrief, DevicesDoor } from '../../../people/contract.ts'
import { Receipt } from '../../contract.ts'
import { causalOrder } from '../../domain/causal.ts'
import { readParcelText } from '../../domain/parcel.ts'
import * as store from './store-parcels.ts'

export interface ApplyParts {
  readonly database: Pick<Database, 'read' | 'transaction'>
  readonly tenant: string
  readonly clock: () => string
  readonly devices: DevicesDoor<Tx>
  readonly dispatch: Dispatch
  readonly dispatchTogether: DispatchTogether
  /** A fault that left a parcel waiting. */
  readonly report: (error: unknown) => void
}

/** Those of the ids that can be applied now. Gives what waited for them and may be applied next. */
export async function applyParcels(parts: ApplyParts, ids: readonly string[]): Promise<readonly string[]> {
  const { database, tenant } = parts
  const mine = await database.transaction((tx) => claimReady(tx, parts, ids))
  if (mine.length === 0) return []
  const { applied, stuck } = await applyAll(parts, mine)
  return database.transaction(async (tx) => {
    await store.settleParcels(tx, tenant, applied, parts.clock())
    const left = mine.map(({ parcel }) => parcel.id).filter((id) => stuck.has(id))
    await store.releaseParcels(tx, tenant, left)
    const final = applied.filter((one) => one.state === 'taken' || one.state === 'refused').map((one) => one.id)
    return final.length === 0 ? [] : store.findWaitingFor(tx, tenant, final)
  })
}

interface Done {
  readonly applied: readonly store.AppliedParcel[]
  readonly stuck: ReadonlySet<string>
}
async function applyAll(parts: ApplyParts, mine: readonly Mine[]): Promise<Done> {
  const alone = (): Promise<Done> => applyEach(parts, mine, parts.dispatch)
  if (mine.length === 1) return alone()
  try {
    const ids = mine.map(({ parcel }) => parcel.id)
    return await parts.dispatchTogether(ids, async (dispatch) => {
      const done = await applyEach({ ...parts, report: undo }, mine, dispatch)
      // A server in trouble may be in the middle of one thing: nothing of it is kept.
      if (done.applied.some((one) => one.state === 'waiting')) throw new Undone()
      return done
    })
  } catch (error) {
    if (!(error instanceof Undone)) parts.report(error)
    return alone()
  }
}
class Undone extends Error {}
const undo = (): never => {
  throw new Undone()
}

async function applyEach(parts: ApplyParts, mine: readonly Mine[], dispatch: Dispatch): Promise<Done> {
  const applied: store.AppliedParcel[] = []
  const stuck = new Set<string>()
  for (const { parcel, device } of mine) {
    if (parcel.blocked.some((id) => stuck.has(id))) {
      stuck.add(parcel.id)
      continue
    }
    const done = await applyOne({ ...parts, dispatch }, parcel, device)
    applied.push(done)
    if (done.state === 'waiting' || done.state === 'held') stuck.add(parcel.id)
  }
  return { applied, stuck }
}

interface Mine {
  readonly parcel: store.ReadyParcel
  readonly device: DeviceBrief
}
/** In causal order: what is applied, or comes after nothing but what is applied here before it. */
async function claimReady(tx: Tx, { tenant, devices }: ApplyParts, ids: readonly string[]): Promise<readonly Mine[]> {
  const free = causalOrder(await store.findFree(tx, tenant, ids))
  const ready = withoutBlocked(free)
  if (ready.length === 0) return []
  const claimed = await store.claimParcels(
    tx,
    tenant,
    ready.map((one) => one.id),
  )
  const mine = withoutBlocked(ready.filter((one) => claimed.has(one.id)))
  const lost = ready.filter((one) => claimed.has(one.id) && !mine.includes(one)).map((one) => one.id)
  if (lost.length > 0) await store.releaseParcels(tx, tenant, lost)
  const briefs = new Map((await devices.byId(tx, tenant, [...new Set(mine.map((one) => one.device))])).map((one) => [String(one.id), one]))
  return mine.flatMap((parcel) => {
    const device = briefs.get(parcel.device)
    return device ? [{ parcel, device }] : []
  })
}

function withoutBlocked(ordered: readonly store.ReadyParcel[]): readonly store.ReadyParcel[] {
  const before = new Set<string>()
  return ordered.filter((one) => {
    const isReady = one.blocked.every((id) => before.has(id))
    if (isReady) before.add(one.id)
    return isReady
  })
}

async function applyOne(parts: ApplyParts, parcel: store.ReadyParcel, device: DeviceBrief): Promise<store.AppliedParcel> {
  const { id } = parcel
  // It came while all was well; since then the device was removed, so somebody must answer for it.
  if (device.shut !== null && !parcel.isRescued) return { id, state: 'held', answer: { code: device.shut, facts: {} } }
  const said = readParcelText(parcel.text)
  // It was read when it was kept: a fault of ours, and no reason to hold up the others that came with it.
  if (said === null) {
    parts.report(new Error('a kept parcel cannot be read'))
    return { id, state: 'waiting', answer: null }
  }
  const { account, organisation, role, capabilities, territory, language } = device
  const who = { tenant: parts.tenant, account, organisation, roles: [role], capabilities, territory, language, device: device.id }
  const happenedAt = within(said.happenedAt, device.enrolledAt, parcel.receivedAt)
  try {
    const reply = await parts.dispatch({ who, method: 'POST', url: said.path, body: { id, happenedAt, data: said.data }, isKept: true })
    return outcomeOf(id, reply)
  } catch (error) {
    parts.report(error)
    return { id, state: 'waiting', answer: null }
  }
}

/** A clock that is years off says a day that cannot be: nothing happened before the phone was enrolled, or after its word arrived. */
const within = (said: string, from: string, to: string): string => (said > to ? to : said < from ? (from < to ? from : to) : said)

const RefusalSaid = looseRecord({ refusal: record({ code: text(100), facts: keyed(json()) }) })

/** What is missing before the route was asked, and is made good by its owner: the work waits for it and is not lost. */
const OF_TODAY: ReadonlySet<string> = new Set(['no-such-route', 'second-factor-needed', 'undertaking-needed'])

function outcomeOf(id: string, reply: Reply): store.AppliedParcel {
  if (reply.status >= 200 && reply.status < 300) {
    const receipt = parse(Receipt, reply.body)
    if (receipt.ok) return { id, state: 'taken', answer: receipt.value }
  }
  const said = parse(RefusalSaid, reply.body)
  // A route that is not there yet, a server in trouble: tomorrow's server may take it.
  const passes = reply.status >= 500 || !said.ok || OF_TODAY.has(said.value.refusal.code)
  return passes ? { id, state: 'waiting', answer: null } : { id, state: 'refused', answer: said.value.refusal }
}
