/*
One person's part of the telephone while it is open. The data key itself is not kept: only keys made from it that the browser does not give away, and the
device's key for signing, which goes when the part is closed.
*/
import { ed25519 } from '@noble/curves/ed25519.js'
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import type { DevicePolicy } from '../../modules/field/contract.ts'
import { atContact } from '../../modules/field/domain/lease.ts'
import { chosenPin } from '../../modules/field/domain/pin.ts'
import type { CertificateFacts } from '../../modules/certificates/domain/code/claims.ts'
import type { FileKeep, Keep } from '../device.ts'
import { emptyProfile, emptySlot, openSlots, otherSlot, sealProfile, sealSlot, withSlot } from './holders.ts'
import type { Profile, SeatRow, Slot } from './holders.ts'
import { type RescueKey, chance, fromUtf8, holderKeys, newPhoneKey } from './keys.ts'
import { makingRoom } from './make-room.ts'
import { MemoryStore } from './memory-store.ts'
import type { DeviceSigner, Holder } from './phone.ts'
import { pinKey } from './pin-key.ts'
import { type RescueFileMade, makeRescueFile } from './rescue-file.ts'
import { SealedDexie } from './sealed-dexie.ts'
import type { Change, SealedStore } from './sealed-store.ts'
import { type KeepInMemory, filesIn, openKeep } from './vault-keep.ts'
import { type OpenedSlot, type PhoneParts, changeSeat, destroyKeys, tryPin } from './vault-seats.ts'

export interface OpenVault {
  readonly holder: Holder
  readonly policy: DevicePolicy
  readonly store: SealedStore
  /** Signs the text as it is given: whoever asks puts `chanzo-parcel-v1\n` in front. */
  readonly signer: DeviceSigner
  /** The code of a provisional certificate, signed by the device; refuses facts of any other, and a block whose key is not this device's. */
  readonly sealProvisional: (asked: { readonly facts: CertificateFacts; readonly publicKey: string }) => Promise<Outcome<string>>
  /** When this part came from another telephone's rescue file: that one may have gone on since. */
  readonly restoredAt: number | null
  readonly keep: Keep
  readonly files: FileKeep
  /** Opened by a PIN given under duress: nothing is kept, nothing can be sent. The screens do not show it. */
  readonly isDecoy: boolean
  /** Told when something could not be written behind. */
  readonly onTrouble: (told: (error: unknown) => void) => () => void
  readonly changePin: (old: string, chosen: string) => Promise<Outcome<null>>
  /** A second PIN that opens an empty workspace; null takes it away. True deniability is not achieved: sizes on the flash can be seen. */
  readonly setDuressPin: (pin: string, duress: string | null) => Promise<Outcome<null>>
  /** After the server answered: begins the lease anew. The data key is sealed to a newer rescue key when the phone next opens. */
  readonly noteContact: (serverTime: string, policy: DevicePolicy, rescueKey?: RescueKey) => Promise<void>
  readonly setHolder: (change: Partial<Pick<Holder, 'language' | 'server' | 'role'>>) => Promise<void>
  /** With the PIN another telephone can open it too, by a code. */
  readonly rescueFile: (with_?: { readonly pin: string }) => Promise<Outcome<RescueFileMade>>
  /** The server said that this device was removed: no PIN opens this part any more once it is locked; its work stays rescuable. */
  readonly revoke: () => Promise<void>
  /** Resolves when what was written behind is on the flash: wait for it before the page is reloaded. */
  readonly settled: () => Promise<void>
  /** Forgets the keys; to be followed by reloading the page. */
  readonly close: () => Promise<void>
}

export async function openVault(parts: PhoneParts, made: OpenedSlot, onClose: () => void): Promise<OpenVault> {
  const { seat, tag } = made.row
  const troubled = new Set<(error: unknown) => void>()
  const sealed = new SealedDexie(parts.database, tag, made.keys)
  const inner: SealedStore = made.profile.isDecoy ? new MemoryStore() : makingRoom(sealed)
  if (made.profile.isDecoy) await inner.write([lastContact(made.row.lease.contactAt)])
  const keep = await openKeep(inner, (error) => troubled.forEach((tell) => tell(error)))
  const store = beside(inner, keep)
  const now: Now = { profile: made.profile, policy: made.row.policy }
  const settled = async () => {
    await keep.settled()
    await sealed.settled()
  }
  return {
    get holder() {
      return { ...now.profile.holder, seat }
    },
    get policy() {
      return now.policy
    },
    store,
    signer: { sign: (text) => signed(now.profile, text) },
    sealProvisional: async (asked) => {
      const { sealProvisional } = await import('./provisional-code.ts')
      return sealProvisional(unlocked(now.profile), asked)
    },
    restoredAt: made.row.restoredAt ?? null,
    keep,
    files: filesIn(store),
    isDecoy: made.profile.isDecoy,
    onTrouble: (told) => {
      troubled.add(told)
      return () => troubled.delete(told)
    },
    ...changing(parts, made, now),
    ...withPin({ parts, seat, slot: made.slot, now, settled }),
    revoke: async () => {
      if (!made.profile.isDecoy) await destroyKeys(parts, seat, { isRevoked: true })
    },
    settled,
    close: async () => {
      await settled()
      now.profile.deviceKey.fill(0)
      now.profile = { ...now.profile, deviceKey: new Uint8Array(0) }
      onClose()
    },
  }
}
/** An empty workspace says when the telephone last spoke with its server, as any other does: never having done so would tell. */
const lastContact = (at: number): Change => ({ box: 'setting', key: 'sync', put: { lastContactAt: new Date(at).toISOString() } })

interface Now {
  profile: Profile
  policy: DevicePolicy
}

const changing = (
  parts: PhoneParts,
  { row: { seat, tag }, slot, keys }: OpenedSlot,
  now: Now,
): Pick<OpenVault, 'noteContact' | 'setHolder'> => ({
  noteContact: async (_serverTime, policy, rescueKey) => {
    now.policy = policy
    await changeSeat(parts, seat, (row) => ({
      ...row,
      policy,
      lease: atContact(parts.now()),
      rescueKey: rescueKey === undefined || now.profile.isDecoy ? row.rescueKey : rescueKey,
    }))
  },
  setHolder: async (change) => {
    now.profile = { ...now.profile, holder: { ...now.profile.holder, ...change } }
    const put = await sealProfile(now.profile, keys.profile, tag)
    const { role } = now.profile.holder
    await changeSeat(parts, seat, (row) => ({ ...row, role, profiles: withSlot(row.profiles, slot, put) }))
  },
})

interface WithPin {
  readonly parts: PhoneParts
  readonly seat: number
  readonly slot: Slot
  readonly now: Now
  readonly settled: () => Promise<void>
}
function withPin({ parts, seat, slot, now, settled }: WithPin): Pick<OpenVault, 'changePin' | 'setDuressPin' | 'rescueFile'> {
  /** The right PIN, of this slot: the other one's is wrong here. */
  const own = async (pin: string): Promise<Outcome<OpenedSlot>> => {
    const tried = await tryPin(parts, seat, pin)
    return tried.ok && tried.value.slot !== slot ? refused('wrong-pin', { left: null }) : tried
  }
  return {
    changePin: async (old, chosen) => {
      const tried = await own(old)
      return tried.ok ? putPin(parts, tried.value, chosen) : tried
    },
    setDuressPin: async (pin, duress) => {
      const tried = await own(pin)
      // The empty workspace says yes and leaves the true part alone, which lies in the other slot.
      if (tried.ok && now.profile.isDecoy) return duress === null ? accepted(null) : withoutValue(chosenPin(duress))
      return tried.ok ? putDuress(parts, { opened: tried.value, profile: now.profile }, duress) : tried
    },
    rescueFile: async (with_) => {
      await settled()
      const row = await parts.database.seats.get(seat)
      if (row === undefined) return refused('no-such-seat')
      // A removed device does not go on elsewhere: its file is for the server.
      const tried = with_ === undefined || row.isRevoked === true ? null : await own(with_.pin)
      if (tried !== null && !tried.ok) return tried
      const forCode = tried === null ? null : { dataKey: tried.value.dataKey, profile: now.profile }
      // From the empty workspace goes an empty file.
      const shown = now.profile.isDecoy ? { ...row, tag: 'none' } : row
      const file = await makeRescueFile(parts.database, { seat: shown, madeAt: new Date(parts.now()).toISOString() }, forCode)
      forCode?.dataKey.fill(0)
      return accepted(file)
    },
  }
}

const withoutValue = (outcome: Outcome<unknown>): Outcome<null> => (outcome.ok ? accepted(null) : outcome)

function signed(profile: Profile, text: string): Uint8Array {
  return ed25519.sign(fromUtf8(text), unlocked(profile))
}
function unlocked({ deviceKey }: Profile): Uint8Array {
  if (deviceKey.length === 0) throw new Error('this part of the telephone is locked')
  return deviceKey
}

/** Changes of `kept` that are written with others are learned by the keep; what it still had to write goes before them. */
function beside(inner: SealedStore, keep: KeepInMemory): SealedStore {
  return {
    read: (box, key) => inner.read(box, key),
    readBytes: (box, key) => inner.readBytes(box, key),
    list: (box) => inner.list(box),
    keys: (box) => inner.keys(box),
    size: () => inner.size(),
    write: async (changes) => {
      if (changes.some(({ box }) => box === 'kept')) await keep.settled()
      await inner.write(changes)
      keep.learn(changes)
    },
  }
}

async function putPin(parts: PhoneParts, opened: OpenedSlot, chosen: string): Promise<Outcome<null>> {
  const pin = chosenPin(chosen)
  if (!pin.ok) return pin
  const { row, slot, dataKey } = opened
  if (row.phoneKey === null) return refused('key-destroyed')
  const ofPin = await pinKey(pin.value, row.salt, row.cost)
  const known = await openSlots(row, ofPin)
  // The PIN of the other slot: saying so would tell that there is one.
  if (known !== null && known.slot !== slot) return refused('pin-too-easy')
  const put = await sealSlot(dataKey, ofPin, { tag: row.tag, slot, phoneKey: row.phoneKey })
  await changeSeat(parts, row.seat, (now) => ({ ...now, slots: withSlot(now.slots, slot, put) }))
  dataKey.fill(0)
  return accepted(null)
}

async function putDuress(
  parts: PhoneParts,
  { opened, profile }: { readonly opened: OpenedSlot; readonly profile: Profile },
  duress: string | null,
): Promise<Outcome<null>> {
  const { row } = opened
  const other: Slot = otherSlot(opened.slot)
  opened.dataKey.fill(0)
  const put = (slot: Uint8Array<ArrayBuffer>, sealed: Uint8Array<ArrayBuffer>) =>
    changeSeat(parts, row.seat, (now) => ({
      ...now,
      slots: withSlot(now.slots, other, slot),
      profiles: withSlot(now.profiles, other, sealed),
    }))
  if (duress === null) {
    await put(emptySlot(), emptyProfile())
    return accepted(null)
  }
  const pin = chosenPin(duress)
  if (!pin.ok) return pin
  if (row.phoneKey === null) return refused('key-destroyed')
  const ofPin = await pinKey(pin.value, row.salt, row.cost)
  if ((await openSlots(row, ofPin))?.slot === opened.slot) return refused('duress-pin-same')
  const dataKey = chance(32)
  const keys = await holderKeys(dataKey)
  // A device and an account that no server knows.
  const nobody = { device: crypto.randomUUID(), account: crypto.randomUUID() }
  const decoy: Profile = { holder: { ...profile.holder, ...nobody }, deviceKey: chance(32), isDecoy: true }
  await put(
    await sealSlot(dataKey, ofPin, { tag: row.tag, slot: other, phoneKey: row.phoneKey }),
    await sealProfile(decoy, keys.profile, row.tag),
  )
  return accepted(null)
}

/** After a forgotten PIN: a new way in for a data key that the server opened. What the other slot holds stays, unless the keys were destroyed. */
export async function slotForNetwork(
  row: SeatRow,
  { dataKey, slot, pin }: { readonly dataKey: Uint8Array<ArrayBuffer>; readonly slot: Slot; readonly pin: string },
): Promise<{ readonly phoneKey: CryptoKey; readonly slots: SeatRow['slots'] }> {
  const phoneKey = row.phoneKey ?? (await newPhoneKey())
  const ofPin = await pinKey(pin, row.salt, row.cost)
  const before = row.phoneKey === null || (await openSlots(row, ofPin)) !== null ? ([emptySlot(), emptySlot()] as const) : row.slots
  return { phoneKey, slots: withSlot(before, slot, await sealSlot(dataKey, ofPin, { tag: row.tag, slot, phoneKey })) }
}
