/*
The counter at which parcels are handed in. It looks at one thing: did an enrolled device say this, for its own account, about something a telephone may
say later. What is proved is kept, whoever carries it and whatever the rules will say of it; what is not proved is not kept, because nobody
could be told to have said it. A parcel of a device that was removed (or of an account or role that is no more) is kept too, but held until somebody
who answers for that device hands it in: a thief may hold the phone, and a murdered inspector's last count may be in it.

What several people handed in at the same moment is kept by one statement and one commit; each is judged and answered for itself.
*/
import { type Infer, asId, looseRecord, parse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { DeviceBrief, DevicesDoor } from '../../../people/contract.ts'
import { Parcel, ParcelId } from '../../contract.ts'
import { isParcel } from '../../domain/parcel.ts'
import { type NotValid, type Packet, type Said, type Verdict, no, provePacket, sha256, signedMessage } from './prove.ts'
import type { Prove } from './prover.ts'
import { type KeptBundle, type KeptParcel, type KnownParcel, findParcels, keepGroup } from './store-parcels.ts'

export interface Received {
  readonly id: Infer<typeof ParcelId>
  readonly notValid: NotValid | null
  /** Kept just now, and as what; `before` when it was here already. */
  readonly kept: 'waiting' | 'held' | 'before' | null
}
/** What one person handed in. */
export interface Handed {
  readonly who: Who
  readonly now: string
  readonly packets: readonly Packet[]
}
interface Counter {
  readonly devices: DevicesDoor<Tx>
  readonly prove: Prove
}

const proveHere: Prove = (jobs) => Promise.resolve(jobs.map(provePacket))

/** In the order in which they were sent; what has no readable id is left out. */
export async function receiveParcels(
  tx: Tx,
  { devices, who, now }: { readonly devices: DevicesDoor<Tx>; readonly who: Who; readonly now: string },
  sent: readonly unknown[],
): Promise<readonly Received[]> {
  const [received = []] = await receiveGroup(tx, { devices, prove: proveHere }, [{ who, now, packets: sent.flatMap(readSent) }])
  return received
}

export function readSent(sent: unknown): readonly Packet[] {
  // The shape that every telephone sends, seen without the schema library, which costs as much as all the rest.
  if (isParcel(sent) && Object.keys(sent).length === 4) return [packetOf(sent)]
  const named = parse(looseRecord({ id: ParcelId }), sent)
  if (!named.ok) return []
  const whole = parse(Parcel, sent)
  if (whole.ok) return [packetOf(whole.value)]
  return [{ device: null, parcels: [{ id: named.value.id, text: '' }], signature: '', isBundle: false }]
}
const packetOf = ({ id, device, text, signature }: Parcel): Packet => ({ device, parcels: [{ id, text }], signature, isBundle: false })

interface Judged {
  readonly id: string
  readonly text: string
  readonly packet: Packet
  readonly device: DeviceBrief | undefined
  readonly verdict: Verdict
}

/** All of one tenant, and no id in two of them: the answers of each, in its order. */
export async function receiveGroup(
  tx: Tx,
  { devices, prove }: Counter,
  handed: readonly Handed[],
): Promise<readonly (readonly Received[])[]> {
  const tenant = handed[0]?.who.tenant ?? ''
  const named = new Set(handed.flatMap(({ packets }) => packets.flatMap(({ device }) => (device === null ? [] : [device]))))
  const briefs = new Map((await devices.byId(tx, tenant, [...named])).map((one) => [String(one.id), one]))
  const briefOf = ({ device }: Packet): DeviceBrief | undefined => (device === null ? undefined : briefs.get(device))
  const jobs = handed.flatMap(({ packets }) => packets.map((packet) => ({ packet, key: keyOf(briefOf(packet)) })))
  const verdicts = await prove(jobs)
  let at = 0
  const judged = handed.map(({ packets }) =>
    packets.flatMap((packet): readonly Judged[] => {
      const said = verdicts[at++] ?? []
      return packet.parcels.map(({ id, text }, n) => ({
        ...{ id, text, packet, device: briefOf(packet), verdict: said[n] ?? no('parcel-not-understood') },
      }))
    }),
  )
  const rows = (await Promise.all(handed.map((one, n) => rowsOf(tx, { devices, handed: one }, judged[n] ?? [])))).flat()
  const known = await keep(tx, tenant, rows)
  return judged.map((all) => all.map((one) => receivedOf(one, known)))
}

const keyOf = (brief: DeviceBrief | undefined) => (brief ? { account: String(brief.account), publicKey: brief.publicKey } : null)

interface Kept {
  readonly rows: ReadonlyMap<string, KeptParcel>
  readonly fresh: ReadonlySet<string>
  readonly before: ReadonlyMap<string, KnownParcel>
}
interface Row {
  readonly parcel: KeptParcel
  readonly bundle: KeptBundle | null
}
async function keep(tx: Tx, tenant: string, made: readonly Row[]): Promise<Kept> {
  const rows = new Map<string, KeptParcel>()
  const bundles = new Map<string, KeptBundle>()
  for (const { parcel, bundle } of made) {
    // The first text under an id is the one that is kept.
    if (rows.has(parcel.id)) continue
    rows.set(parcel.id, parcel)
    if (bundle) bundles.set(bundle.sha256, bundle)
  }
  const fresh = await keepGroup(tx, tenant, { parcels: [...rows.values()], bundles: [...bundles.values()] })
  // Kept before, or by somebody else at the same moment: by now it is there.
  const others = [...rows.keys()].filter((id) => !fresh.has(id))
  return { rows, fresh, before: new Map((await findParcels(tx, tenant, others)).map((one) => [one.id, one])) }
}

function receivedOf({ id: said, text, verdict }: Judged, { rows, fresh, before }: Kept): Received {
  const id = asId('command', said)
  if ('notValid' in verdict) return { id, notValid: verdict.notValid, kept: null }
  const row = rows.get(id)
  const isOther = fresh.has(id) ? row?.text !== text : before.get(id)?.digest !== sha256(text)
  if (isOther) return { id, notValid: { code: 'parcel-id-taken', facts: {} }, kept: null }
  return { id, notValid: null, kept: fresh.has(id) ? (row?.state ?? null) : 'before' }
}

/** Devices that are shut, and whose work the sender may bring in all the same. */
async function rescuable(tx: Tx, devices: DevicesDoor<Tx>, { who, isAnyShut }: { readonly who: Who; readonly isAnyShut: boolean }) {
  if (!isAnyShut || !who.capabilities.has('field.rescue')) return new Set<string>()
  return new Set((await devices.seenBy(tx, who)).map((one) => String(one.id)))
}

async function rowsOf(
  tx: Tx,
  { devices, handed: { who, now } }: { readonly devices: DevicesDoor<Tx>; readonly handed: Handed },
  judged: readonly Judged[],
): Promise<readonly Row[]> {
  const isAnyShut = judged.some(({ verdict, device }) => 'said' in verdict && device !== undefined && device.shut !== null)
  const mayRescue = await rescuable(tx, devices, { who, isAnyShut })
  const carrier = { carriedByAccount: who.account, carriedByDevice: who.device ?? null, receivedAt: now }
  const bundles = new Map<Packet, KeptBundle | null>()
  return judged.flatMap((one) => {
    if (!('said' in one.verdict) || !one.device) return []
    const known = bundles.get(one.packet)
    const bundle = known === undefined ? bundleOf(one.packet) : known
    bundles.set(one.packet, bundle)
    const rescuer = mayRescue.has(one.device.id) ? who.account : null
    return [{ bundle, parcel: { ...rowOf(one, { said: one.verdict.said, device: one.device, rescuer, bundle }), ...carrier } }]
  })
}

function bundleOf(packet: Packet): KeptBundle | null {
  const message = packet.isBundle ? signedMessage(packet) : null
  return message === null || packet.device === null
    ? null
    : { sha256: sha256(message), device: packet.device, message, signature: packet.signature }
}

interface Proved {
  readonly said: Said
  readonly device: DeviceBrief
  readonly rescuer: string | null
  readonly bundle: KeptBundle | null
}
function rowOf({ id, text, packet }: Judged, { said, device, rescuer, bundle }: Proved) {
  const isHeld = device.shut !== null && rescuer === null
  return {
    ...{ id, text, signature: packet.signature, bundle: bundle?.sha256 ?? null },
    device: String(device.id),
    account: said.account,
    path: said.path,
    after: [...new Set(said.after)],
    state: isHeld ? ('held' as const) : ('waiting' as const),
    answer: isHeld ? { code: device.shut, facts: {} } : null,
    rescuedBy: device.shut === null ? null : rescuer,
  }
}
