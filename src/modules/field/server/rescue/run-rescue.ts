/*
Brings in what a rescue file holds: signed commands through the same counter as every parcel, unfinished forms into their history, photographs among the
documents. Photographs go first, so that a command that names one finds it. Everything is known by an id or a hash of its own, so the same file again, or
the phone that came back to life, adds nothing.
Commands are proved by their signature, whoever brings them. Drafts and photographs are not signed, and who knows the server's public key can make a
file: so what a bearer brings stands under the bearer's own name, as if it had come by the bearer's own telephone.
*/
import type { Outcome } from '../../../../kernel/outcome.ts'
import { type Infer, looseRecord, parse, text } from '../../../../kernel/schema.ts'
import type { Database } from '../../../../platform/database/connect.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { DeviceBrief, DevicesDoor } from '../../../people/contract.ts'
import type { FieldSitesDoor } from '../../../sites/contract-field.ts'
import { MOST_PARCELS, type Parcel, type Rescued } from '../../contract.ts'
import { parcelInRow } from '../../domain/parcel.ts'
import { CARRIED_BOX, type CarriedPiece, carriedFiles } from '../../domain/carried-file.ts'
import type { OpenRow } from '../../domain/rescue-file.ts'
import { causalOrder } from '../../domain/causal.ts'
import { keepRevision } from '../drafts/keep-revision.ts'
import type { ParcelDesk } from '../parcels/parcel-desk.ts'
import { receiveParcels } from '../parcels/receive-parcels.ts'
import { findParcels } from '../parcels/store-parcels.ts'
import { type OpenRescue, openInParts } from './open-rescue.ts'
import { draftsIn } from './rescued-drafts.ts'

export interface SentFile {
  readonly tenant: string
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly by: string
  readonly at: string
}
export interface RescueParts {
  readonly database: Pick<Database, 'read' | 'transaction'>
  readonly devices: DevicesDoor<Tx>
  readonly sites: Pick<FieldSitesDoor<Tx>, 'speaksFor'>
  readonly desk: ParcelDesk
  readonly keepSent: (file: SentFile) => Promise<Outcome<{ readonly isNew: boolean }>>
}
/** The `bearer` is a colleague who answers for nothing: only carries. */
export type RescueHand = 'owner' | 'supervisor' | 'bearer'
export interface Rescuing {
  readonly who: Who
  readonly device: DeviceBrief
  readonly now: string
  readonly hand: RescueHand
  /** Hands in a file that the telephone carried for another; absent where none is looked for. */
  readonly carried: ((file: Uint8Array) => Promise<Outcome<Infer<typeof Rescued>>>) | undefined
}
type Count = { -readonly [Name in keyof Infer<typeof Rescued>]: number }

/** A supervisor waits longer for an answer than a telephone may. */
const PATIENCE_MS = 60_000

export async function runRescue(
  parts: RescueParts,
  rescuing: Rescuing,
  { file, dataKey }: { readonly file: OpenRescue; readonly dataKey: Uint8Array<ArrayBuffer> },
): Promise<Infer<typeof Rescued>> {
  const counted: Count = { taken: 0, before: 0, waiting: 0, refused: 0, drafts: 0, photos: 0, unreadable: file.lost }
  const texts: OpenRow[] = []
  const pieces: CarriedPiece[] = []
  for await (const { rows, unreadable } of openInParts(file.rows, dataKey)) {
    counted.unreadable += unreadable
    for (const row of rows)
      if (row.bytes && row.box === CARRIED_BOX) pieces.push({ key: row.key, bytes: row.bytes })
      else if (row.bytes) await keepPhoto(parts, rescuing, { bytes: row.bytes, counted })
      else texts.push(row)
  }
  await handInParcels(parts, rescuing, { texts, counted })
  await keepDrafts(parts, rescuing, { texts, counted })
  for (const inside of carriedFiles(pieces)) {
    const outcome = await rescuing.carried?.(inside)
    if (outcome?.ok) for (const name of NUMBERS) counted[name] += outcome.value[name]
    else counted.unreadable += 1
  }
  return counted
}
const NUMBERS = ['taken', 'before', 'waiting', 'refused', 'drafts', 'photos', 'unreadable'] as const

interface Taking {
  readonly texts: readonly OpenRow[]
  readonly counted: Count
}

async function keepPhoto(
  { keepSent }: RescueParts,
  { who, device, now, hand }: Rescuing,
  { bytes, counted }: { readonly bytes: Uint8Array; readonly counted: Count },
): Promise<void> {
  const kept = await keepSent({
    tenant: who.tenant,
    bytes,
    mediaType: kindOf(bytes),
    by: hand === 'bearer' ? who.account : device.account,
    at: now,
  })
  if (!kept.ok) counted.unreadable += 1
  else if (kept.value.isNew) counted.photos += 1
}
/** By their first bytes; what they are is checked by whoever keeps them. */
const kindOf = (bytes: Uint8Array): string => (bytes[0] === 0x89 ? 'image/png' : bytes[0] === 0x25 ? 'application/pdf' : 'image/jpeg')

async function handInParcels(parts: RescueParts, { who, now }: Rescuing, { texts, counted }: Taking): Promise<void> {
  const found = new Map<string, Parcel>()
  for (const row of texts) {
    if (row.box !== 'outbox' && row.box !== 'sent') continue
    const parcel = parcelInRow(row.value)
    if (parcel) found.set(parcel.id, parcel)
    else counted.unreadable += 1
  }
  const parcels = causalOrder([...found.values()].map((parcel) => ({ id: parcel.id, after: afterIn(parcel), parcel })))
  for (let at = 0; at < parcels.length; at += MOST_PARCELS) {
    const some = parcels.slice(at, at + MOST_PARCELS).map((one) => one.parcel)
    const ids = some.map((one) => one.id)
    const here = await parts.database.read((tx) => findParcels(tx, who.tenant, ids))
    const before = new Set(here.filter((one) => one.state !== 'held').map((one) => one.id))
    const received = await parts.database.transaction((tx) => receiveParcels(tx, { devices: parts.devices, who, now }, some))
    const kept = received.filter((one) => one.notValid === null).map((one) => String(one.id))
    counted.unreadable += received.length - kept.length
    await parts.desk.settle(kept, PATIENCE_MS)
    for (const { id, state } of await parts.database.read((tx) => findParcels(tx, who.tenant, kept)))
      counted[before.has(id) ? 'before' : state === 'held' ? 'waiting' : state] += 1
  }
}
function afterIn(parcel: Parcel): readonly string[] {
  const words = parse(looseRecord({ after: text(40).array() }), jsonIn(parcel.text))
  return words.ok ? words.value.after : []
}
function jsonIn(said: string): unknown {
  try {
    return JSON.parse(said)
  } catch {
    return null
  }
}

/** As their author's: a supervisor who is of no team brings them in all the same. A bearer's as the bearer's. */
async function keepDrafts(
  { database, sites }: RescueParts,
  { who, device, now, hand }: Rescuing,
  { texts, counted }: Taking,
): Promise<void> {
  const by =
    hand === 'bearer'
      ? { account: who.account, organisation: who.organisation, device: who.device ?? null }
      : { account: device.account, organisation: device.organisation, device: device.id }
  for (const revision of draftsIn(texts)) {
    const kept = await database.transaction((tx) => keepRevision(tx, who.tenant, { sites, by, revision, now }))
    if (kept === 'kept') counted.drafts += 1
    else if (kept !== 'known') counted.unreadable += 1
  }
}
