/*
The counter at which parcels are handed in. It looks at one thing: did an enrolled device say this, for its own account, about something a telephone may
say later. What is proved is kept, whoever carries it and whatever the rules will say of it; what is not proved is not kept, because nobody
could be told to have said it. A parcel of a device that was removed (or of an account or role that is no more) is kept too, but held until somebody
who answers for that device hands it in: a thief may hold the phone, and a murdered inspector's last count may be in it.
*/
import { createHash } from 'node:crypto'
import type { Facts } from '../../../../kernel/outcome.ts'
import { looseRecord, parse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { verifySignature } from '../../../../platform/keys/signer.ts'
import type { DeviceBrief, DevicesDoor } from '../../../people/contract.ts'
import { Parcel, ParcelId, type ParcelText } from '../../contract.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import { causalOrder } from '../../domain/causal.ts'
import { parcelMessage, readParcel } from '../../domain/parcel.ts'
import { isTakenPath } from './paths.ts'
import { type NewParcel, keepParcels } from './store-parcels.ts'

export interface NotValid {
  readonly code: string
  readonly facts: Facts
}
export interface Received {
  readonly id: Infer<typeof ParcelId>
  readonly notValid: NotValid | null
}
interface Proved {
  readonly parcel: Parcel
  readonly said: ParcelText
  readonly device: DeviceBrief
}
interface Receiving {
  readonly devices: DevicesDoor<Tx>
  readonly who: Who
  readonly now: string
}

/** In the order in which they were sent; what has no readable id is left out. */
export async function receiveParcels(tx: Tx, { devices, who, now }: Receiving, sent: readonly unknown[]): Promise<readonly Received[]> {
  const read = sent.flatMap(readSent)
  const texts = read.flatMap(({ parcel }) => (parcel ? [parcel.device] : []))
  const briefs = new Map((await devices.byId(tx, who.tenant, [...new Set(texts)])).map((one) => [String(one.id), one]))
  const judged = read.map(({ id, parcel }) => ({
    id,
    result: parcel ? prove(parcel, briefs.get(parcel.device)) : no('parcel-not-understood'),
  }))
  const proved = judged.flatMap(({ result }) => ('code' in result ? [] : [result]))
  const mayRescue = await rescuable(tx, { devices, who, now }, proved)
  const rows = causalOrder(proved.map(({ said, ...rest }) => ({ id: said.id, after: said.after, said, ...rest }))).map((one) =>
    rowOf(one, mayRescue.has(one.device.id) ? who.account : null),
  )
  const before = await keepParcels(tx, who.tenant, rows, { account: who.account, device: who.device ?? null, at: now })
  return judged.map(({ id, result }) => ({ id, notValid: 'code' in result ? result : sameText(result.parcel, before.get(id)) }))
}

function readSent(sent: unknown): readonly { readonly id: Infer<typeof ParcelId>; readonly parcel: Parcel | null }[] {
  const named = parse(looseRecord({ id: ParcelId }), sent)
  if (!named.ok) return []
  const whole = parse(Parcel, sent)
  return [{ id: named.value.id, parcel: whole.ok ? whole.value : null }]
}

const no = (code: string, facts: Facts = {}): NotValid => ({ code, facts })

function prove(parcel: Parcel, device: DeviceBrief | undefined): Proved | NotValid {
  const said = wordsOf(parcel)
  if (!said || said.after.includes(said.id)) return no('parcel-not-understood')
  if (!device) return no('device-not-enrolled')
  const signature = Buffer.from(parcel.signature, 'base64')
  if (!verifySignature(Buffer.from(device.publicKey, 'base64'), Buffer.from(parcelMessage(parcel.text), 'utf8'), signature))
    return no('parcel-signature-not-valid')
  if (said.account !== device.account) return no('parcel-of-another-account')
  if (!isTakenPath(said.path)) return no('parcel-path-not-taken', { path: said.path.replaceAll(/[0-9a-f-]{36}/g, '…') })
  return { parcel, said, device }
}

function wordsOf(parcel: Parcel): ParcelText | null {
  try {
    return readParcel(parcel)
  } catch {
    // Half a character somewhere in it: no two programs print that alike.
    return null
  }
}

/** Devices that are shut, and whose work the sender may bring in all the same. */
async function rescuable(tx: Tx, { devices, who }: Receiving, proved: readonly Proved[]): Promise<ReadonlySet<string>> {
  if (!who.capabilities.has('field.rescue') || proved.every(({ device }) => device.shut === null)) return new Set()
  return new Set((await devices.seenBy(tx, who)).map((one) => String(one.id)))
}

function rowOf({ parcel, said, device }: Proved, rescuer: string | null): NewParcel {
  const isHeld = device.shut !== null && rescuer === null
  return {
    id: parcel.id,
    device: parcel.device,
    account: said.account,
    path: said.path,
    text: parcel.text,
    signature: parcel.signature,
    after: [...new Set(said.after)],
    state: isHeld ? 'held' : 'waiting',
    answer: isHeld ? { code: device.shut, facts: {} } : null,
    rescuedBy: device.shut === null ? null : rescuer,
  }
}

const sameText = (parcel: Parcel, before: string | undefined): NotValid | null =>
  before !== undefined && before !== createHash('sha256').update(parcel.text, 'utf8').digest('hex') ? no('parcel-id-taken') : null
