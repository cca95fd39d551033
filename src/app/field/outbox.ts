/*
The outbox of one person on one telephone. A command is signed and in the box in one write, or it is nowhere; it leaves the box only when the
server has said that it took it. What was handed over by a colleague's phone lies beside one's own and travels the same way. It refuses to
judge: whether a signature is good, and whether a decision is made, is the server's to say.
*/
import { headsOf } from '../../modules/field/domain/causal.ts'
import { MOST_AFTER, MOST_TEXT, parcelMessage, parcelText, readParcel } from '../../modules/field/domain/parcel.ts'
import type { Parcel } from '../../modules/field/contract.ts'
import { type Entry, type OutboxRow, type Said, notSaid, readRow } from './outbox-entry.ts'
import type { DeviceSigner, Holder, Outbox, OutboxItem } from './phone.ts'
import type { PhotoBox } from './photo-box.ts'
import { openShelf } from './outbox-shelf.ts'
import { DeviceFull, type SealedStore } from './sealed-store.ts'

export interface OutboxParts {
  readonly store: SealedStore
  readonly holder: Pick<Holder, 'device' | 'account'>
  readonly signer: DeviceSigner
  readonly photos: PhotoBox
  /** What a command to a path is about; null for a path that no part of this version knows. */
  readonly subjectOf: (path: string, commandId: string) => string | null
  readonly now: () => string
  readonly changed: () => void
}
/** What the sync needs beside what screens see. */
export interface OutboxCore extends Outbox {
  /** In causal order. */
  readonly entries: () => readonly Entry[]
  /** As they were signed; reads them from the store. */
  readonly parcels: (ids: readonly string[]) => Promise<readonly Parcel[]>
  readonly sending: (ids: readonly string[], are: boolean) => void
  /** One write for all that the server said. */
  readonly settle: (said: ReadonlyMap<string, Partial<Said>>) => Promise<void>
}

export async function openOutbox(parts: OutboxParts): Promise<OutboxCore> {
  const { store, photos, changed } = parts
  const shelf = await openShelf({ store, now: parts.now })
  const sending = new Set<string>()
  /** A command whose photographs are still only here is not over: forgotten, nobody would be told that something is left to send. */
  const forget = (before: string): Promise<void> =>
    shelf.forget(before, ({ files }) => files.every((file) => !photos.isWaiting(file.sha256)))
  const itemOf = (entry: Entry): OutboxItem => ({
    ...shown(entry, { isSending: sending.has(entry.id), photos }),
    waitsFor: lostFor(entry, shelf.get),
  })
  /** One change after the other: heads must be those of the moment, and memory must follow what is written. */
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(act: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(act, act).then((result) => {
      changed()
      return result
    })
    last = turn.catch(() => undefined)
    return turn
  }
  return {
    entries: shelf.inOrder,
    items: async () => shelf.inOrder().map(itemOf),
    parcels: async (ids) => parcelsIn(await Promise.all(ids.map(shelf.read))),
    sending: (ids, are) => {
      for (const id of ids) {
        if (are) sending.add(id)
        else sending.delete(id)
      }
      changed()
    },
    add: (command) =>
      inTurn(async () => {
        const known = shelf.get(command.id)
        if (known !== undefined) return itemOf(known)
        await shelf.put([signed(parts, command, headsHere(shelf.inOrder(), command.subject))], command.consumes)
        return itemOf(mustBe(shelf.get(command.id)))
      }),
    parcelsOf: async (subject) => {
      const about = shelf.inOrder().filter((one) => one.subject === subject && !isDead(one))
      return parcelsIn(await Promise.all(about.map(({ id }) => shelf.read(id))))
    },
    takeOver: (parcels) =>
      inTurn(async () => {
        const fresh = new Map<string, OutboxRow>()
        const count = { known: 0, damaged: 0 }
        for (const parcel of parcels) {
          const row = carried(parts, parcel)
          if (row === null) count.damaged++
          else if (fresh.has(parcel.id) || isKnown(shelf.get(parcel.id))) count.known++
          else fresh.set(parcel.id, row)
        }
        await shelf.put([...fresh.values()])
        return { added: fresh.size, ...count }
      }),
    settle: (said) =>
      inTurn(() =>
        withRoom(
          () => shelf.alter(said),
          () => forget(parts.now()),
        ),
      ),
    dismiss: (id) =>
      inTurn(async () => {
        const entry = shelf.get(id)
        if (entry !== undefined && isDead(entry)) await shelf.alter(new Map([[id, { isDismissed: true }]]))
      }),
    forgetSent: (before) => inTurn(() => forget(before)),
  }
}

/** A copy that the server found damaged makes room for a good one. */
const isKnown = (entry: Entry | undefined): boolean => entry !== undefined && (entry.mine || entry.state !== 'not-valid')
const parcelsIn = (rows: readonly (OutboxRow | null)[]): readonly Parcel[] => rows.flatMap((row) => (row === null ? [] : [row.parcel]))
function mustBe<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a parcel that was just written is not there')
  return value
}

/** When the phone is full, what the server has long had makes room for what it just said. */
async function withRoom(act: () => Promise<void>, makeRoom: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof DeviceFull)) throw error
    await makeRoom()
    await act()
  }
}

/** The server will never apply it, so nothing may wait for it. */
const isDead = ({ state }: Said): boolean => state === 'refused' || state === 'not-valid'

/** Those that the server misses and that this telephone cannot bring: they are not here, or the server found them damaged. */
const lostFor = ({ state, missing = [] }: Entry, get: (id: string) => Entry | undefined): number =>
  state !== 'kept' ? 0 : missing.filter((id) => (get(id)?.state ?? 'not-valid') === 'not-valid').length

/** What is known here about the subject: the newest, if somebody handed over more than a text may name. */
function headsHere(entries: readonly Entry[], subject: string): readonly string[] {
  const about = entries.filter((one) => one.subject === subject)
  const dead = new Set(about.filter(isDead).map((one) => one.id))
  return headsOf(about.filter((one) => !dead.has(one.id))).slice(-MOST_AFTER)
}

function signed({ holder, signer, now }: OutboxParts, command: Parameters<Outbox['add']>[0], after: readonly string[]): OutboxRow {
  const { id, path, subject, data, files, happenedAt = now() } = command
  const text = parcelText({ id, device: holder.device, account: holder.account, path, happenedAt, after, data })
  if (text.length > MOST_TEXT) throw new Error('a command that is too long for a parcel')
  const parcel: unknown = { id, device: holder.device, text, signature: base64(signer.sign(parcelMessage(text))) }
  const row = readRow({ ...notSaid, parcel, subject, mine: true, files })
  if (row === null || readParcel(row.parcel) === null) throw new Error('a command that no parcel can carry')
  return row
}

/** Null when it is damaged. Its photographs travel by the phone that took them. */
function carried({ holder, subjectOf }: OutboxParts, parcel: Parcel): OutboxRow | null {
  const text = readParcel(parcel)
  if (text === null) return null
  const subject = subjectOf(text.path, text.id) ?? `path:${text.path}`
  return readRow({ ...notSaid, parcel, subject, mine: parcel.device === holder.device, files: [] })
}

function shown(entry: Entry, { isSending, photos }: { readonly isSending: boolean; readonly photos: PhotoBox }): OutboxItem {
  const { id, path, subject, data, account, happenedAt, mine, state, receipt, refusal, isDismissed, files } = entry
  const sent = files.filter((file) => !photos.isWaiting(file.sha256)).length
  return {
    ...{ id, path, subject, data, account, happenedAt, mine, receipt, refusal, isDismissed },
    state: isSending ? 'sending' : state,
    photos: { of: files.length, sent },
  }
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
