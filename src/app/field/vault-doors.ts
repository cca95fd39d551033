/*
The doors of a shared telephone: who has a seat, how one comes in, how one gets out, and how unsent work leaves a phone that is broken or whose PIN is
forgotten. Nothing here asks the network; what only the server can open is handed to whoever speaks with it.
Fetched when a PIN was typed or somebody is enrolled: the lock itself needs vault.ts only.
*/
import { ed25519 } from '@noble/curves/ed25519.js'
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import type { DevicePolicy } from '../../modules/field/contract.ts'
import { atContact, daysOver } from '../../modules/field/domain/lease.ts'
import { chosenPin } from '../../modules/field/domain/pin.ts'
import { deviceFiles, deviceKeep, fieldHand, markFieldDevice } from '../device.ts'
import { takeFromDesk } from './from-desk.ts'
import { type Profile, type Seat, type SeatRow, openProfile, seatOf } from './holders.ts'
import { type Bytes, type ForServer, type RescueKey, chance, fromUtf8, holderKeys, sealForServer } from './keys.ts'
import { type OpenVault, openVault, slotForNetwork } from './open-vault.ts'
import type { DeviceSigner, Holder } from './phone.ts'
import { PHONE_COST } from './pin-key.ts'
import { type RescueFileMade, makeRescueFile } from './rescue-file.ts'
import { PhoneDatabase, putRows } from './sealed-dexie.ts'
import { unsentOf } from './unsent.ts'
import { type OpenedSlot, type PhoneParts, addSeat, changeSeat, destroyKeys, destroyWhole, tryPin } from './vault-seats.ts'

export interface Enrolment {
  readonly pin: string
  readonly holder: Omit<Holder, 'seat'>
  /** 32 bytes. */
  readonly devicePrivateKey: Bytes
  readonly rescueKey: RescueKey
  readonly policy: DevicePolicy
}
/** What the server says when it was spoken with. */
export interface Contact {
  readonly serverTime: string
  readonly policy: DevicePolicy
  readonly rescueKey?: RescueKey
}
export interface UnlockHelp {
  /** Asked when the lease is over: opens a session as this device, or answers with the server's refusal. */
  readonly renew?: (holder: Holder, signer: DeviceSigner) => Promise<Outcome<Contact>>
}
export interface Restored {
  readonly seat: Seat
  readonly added: number
  readonly known: number
  readonly unreadable: number
  readonly isCut: boolean
}

export interface Vaults {
  readonly listSeats: () => Promise<readonly Seat[]>
  readonly enrolHolder: (enrolment: Enrolment) => Promise<Outcome<Seat>>
  /** Refuses with `wrong-pin`, `needs-network`, `key-destroyed`, `lease-over`, `no-such-seat`. */
  readonly unlock: (seat: number, pin: string, help?: UnlockHelp) => Promise<Outcome<OpenVault>>
  /** For the server's `key-recovery`: the device, and its holder's key as it was sealed to the server. */
  readonly sealedForServer: (seat: number) => Promise<{ readonly device: string; readonly forServer: ForServer } | null>
  readonly openAfterNetwork: (seat: number, dataKey: Bytes, newPin: string) => Promise<Outcome<OpenVault>>
  /** From a locked phone: only the server opens it. */
  readonly rescueFileOf: (seat: number) => Promise<Outcome<RescueFileMade>>
  /** Puts the work in a file of another phone onto this one; again is once. */
  readonly restoreFrom: (file: Blob, code: string, newPin: string) => Promise<Outcome<Restored>>
  /** Signing out for good: only while open, and only when nothing is unsent. */
  readonly removeHolder: (seat: number) => Promise<Outcome<null>>
  /** Quick delete: this person's part, or everything of the app on this browser. Asks nothing. */
  readonly destroySeat: (seat: number, what: { readonly everything: boolean }) => Promise<void>
}

export function vaultsOn(parts: PhoneParts): Vaults {
  const open = new Map<number, OpenVault>()
  /** One window at a time: what a second one keeps in memory would overwrite the first one's. */
  const alone = async (seat: number, act: () => Promise<Outcome<OpenedSlot>>): Promise<Outcome<OpenVault>> => {
    const release = parts.alone === undefined ? () => undefined : await parts.alone(`chanzo-seat-${seat}`)
    if (release === null) return refused('open-elsewhere')
    try {
      const made = await act()
      if (made.ok) {
        const vault = await openVault(parts, made.value, () => {
          open.delete(seat)
          release()
        })
        open.set(seat, vault)
        const desk = vault.isDecoy ? null : (parts.desk?.() ?? null)
        // What could not be taken now is tried again at the next opening.
        if (desk !== null) await takeFromDesk(desk, vault.store).catch(() => undefined)
        return accepted(vault)
      }
      release()
      return made
    } catch (error) {
      release()
      throw error
    }
  }
  const row = (seat: number) => parts.database.seats.get(seat)
  return {
    listSeats: async () => (await parts.database.seats.orderBy('seat').toArray()).map(seatOf),
    enrolHolder: async ({ pin, holder, devicePrivateKey, rescueKey, policy }) => {
      const profile: Profile = { holder, deviceKey: devicePrivateKey, isDecoy: false }
      const added = await addSeat(parts, { pin, profile, dataKey: chance(32), policy, rescueKey })
      return added.ok ? accepted(seatOf(added.value)) : added
    },
    unlock: (seat, pin, help) => alone(seat, () => unlocked(parts, { seat, pin, help })),
    sealedForServer: async (seat) => {
      const found = await row(seat)
      return found === undefined ? null : { device: found.device, forServer: found.forServer }
    },
    openAfterNetwork: (seat, dataKey, newPin) => alone(seat, () => putAfterNetwork(parts, { seat, dataKey, newPin })),
    rescueFileOf: async (seat) => {
      const found = await row(seat)
      if (found === undefined) return refused('no-such-seat')
      await open.get(seat)?.settled()
      return accepted(await makeRescueFile(parts.database, { seat: found, madeAt: new Date(parts.now()).toISOString() }, null))
    },
    restoreFrom: (file, code, newPin) => restore(parts, { file, code, newPin }),
    removeHolder: async (seat) => {
      const vault = open.get(seat)
      if (vault === undefined) return refused('seat-locked')
      await vault.settled()
      const unsent = await unsentOf(vault)
      if (unsent.ready + unsent.photos + unsent.drafts + unsent.files > 0) return refused('unsent-work', { ...unsent })
      await vault.close()
      // Who was forced to open the empty workspace must not destroy work that was not sent: only its keys, and a supervisor can still rescue it.
      if (vault.isDecoy) await destroyKeys(parts, seat, {})
      else await destroyWhole(parts, seat)
      return accepted(null)
    },
    destroySeat: async (seat, { everything }) => {
      const seats = everything ? await parts.database.seats.toCollection().primaryKeys() : [seat]
      for (const one of seats) {
        await destroyWhole(parts, one)
        await open.get(one)?.close()
      }
      if (!everything) return
      await parts.database.delete()
      parts.mark(false)
      await parts.forgetApp()
    },
  }
}

async function unlocked(
  parts: PhoneParts,
  { seat, pin, help }: { readonly seat: number; readonly pin: string; readonly help: UnlockHelp | undefined },
): Promise<Outcome<OpenedSlot>> {
  const tried = await tryPin(parts, seat, pin)
  if (!tried.ok) return tried
  await sealAnew(parts, tried.value)
  const renewed = await renewedLease(parts, tried.value, help)
  return renewed.ok ? accepted({ ...tried.value, row: renewed.value }) : renewed
}

/** Seals the data key to a newer rescue key, because only now it is at hand; then it is forgotten. */
async function sealAnew(parts: PhoneParts, { row, dataKey, profile }: OpenedSlot): Promise<void> {
  const { seat, rescueKey, forServer, device } = row
  if (!profile.isDecoy && rescueKey.id !== forServer.key) {
    const anew = await sealForServer(dataKey, device, rescueKey)
    await changeSeat(parts, seat, (now) => ({ ...now, forServer: anew }))
  }
  dataKey.fill(0)
}

async function renewedLease(parts: PhoneParts, { row, profile }: OpenedSlot, help: UnlockHelp | undefined): Promise<Outcome<SeatRow>> {
  const days = daysOver(row.lease, row.policy.leaseDays)
  if (days === null) return accepted(row)
  if (help?.renew === undefined || profile.isDecoy) return refused('lease-over', { days })
  const contact = await help.renew(
    { ...profile.holder, seat: row.seat },
    { sign: (text) => ed25519.sign(fromUtf8(text), profile.deviceKey) },
  )
  if (!contact.ok && ['device-removed', 'office-locked-down'].includes(contact.refusal.code))
    await destroyKeys(parts, row.seat, { isRevoked: true })
  // No network is no news of the device: the lease is what stands in the way.
  if (!contact.ok) return ['offline', 'fault'].includes(contact.refusal.code) ? refused('lease-over', { days }) : contact
  const { policy, rescueKey } = contact.value
  const renewed = await changeSeat(parts, row.seat, (now) => ({
    ...now,
    policy,
    lease: atContact(parts.now()),
    rescueKey: rescueKey ?? now.rescueKey,
  }))
  return renewed === null ? refused('no-such-seat') : accepted(renewed)
}

async function putAfterNetwork(
  parts: PhoneParts,
  { seat, dataKey, newPin }: { readonly seat: number; readonly dataKey: Bytes; readonly newPin: string },
): Promise<Outcome<OpenedSlot>> {
  const row = await parts.database.seats.get(seat)
  if (row === undefined) return refused('no-such-seat')
  const pin = chosenPin(newPin)
  if (!pin.ok) return pin
  const keys = await holderKeys(dataKey)
  for (const slot of [0, 1] as const) {
    const profile = await openProfile(row.profiles[slot], keys.profile, row.tag)
    if (profile === null) continue
    const { phoneKey, slots } = await slotForNetwork(row, { dataKey, slot, pin: pin.value })
    const put = await changeSeat(parts, seat, (now) => ({
      ...now,
      phoneKey,
      slots,
      wrongPins: 0,
      guesses: 0,
      lease: atContact(parts.now()),
    }))
    if (put === null) return refused('no-such-seat')
    const opened = { row: put, slot, dataKey, keys, profile }
    await sealAnew(parts, opened)
    return accepted(opened)
  }
  return refused('wrong-data-key')
}

async function restore(
  parts: PhoneParts,
  { file, code, newPin }: { readonly file: Blob; readonly code: string; readonly newPin: string },
): Promise<Outcome<Restored>> {
  const { readRescueFile } = await import('./rescue-file-read.ts')
  const read = await readRescueFile(file, code)
  if (!read.ok) return read
  const { profile, dataKey, policy, rescueKey, forServer, lease, sealed, unreadable, isCut, tag } = read.value
  const before = await parts.database.seats.get({ tag })
  const added =
    before === undefined
      ? await addSeat(parts, { pin: newPin, profile, dataKey, policy, rescueKey, before: { tag, forServer, lease } })
      : accepted(before)
  dataKey.fill(0)
  if (!added.ok) return added
  let fresh = 0
  // Some at a time: a file with many photographs would make one transaction too large for a small phone. Repeating goes on where it ended.
  for (let at = 0; at < sealed.length; at += ROWS_AT_ONCE) fresh += await putRows(parts.database, sealed.slice(at, at + ROWS_AT_ONCE))
  return accepted({ seat: seatOf(added.value), added: fresh, known: sealed.length - fresh, unreadable, isCut })
}
const ROWS_AT_ONCE = 40

/** Held until it is let go or the page is gone. */
function holdAlone(name: string): Promise<(() => void) | null> {
  if (navigator.locks === undefined) return Promise.resolve(() => undefined)
  return new Promise((answer, failed) => {
    const held = (lock: Lock | null): Promise<void> | undefined => {
      if (lock !== null) return new Promise((release) => answer(release))
      answer(null)
      return undefined
    }
    navigator.locks.request(name, { ifAvailable: true }, held).catch(failed)
  })
}

async function forgetAnswers(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith('answers')) await caches.delete(name)
}

let here: Vaults | null = null
/** The seats of this telephone. */
export function vaults(): Vaults {
  here ??= vaultsOn({
    database: new PhoneDatabase({ name: 'chanzo-field' }),
    cost: PHONE_COST,
    now: () => Date.now(),
    mark: markFieldDevice,
    persist: async () => navigator.storage?.persist?.(),
    alone: holdAlone,
    desk: () => (fieldHand() === null ? { keep: deviceKeep(), files: deviceFiles(), forgetAnswers } : null),
    forgetApp: async () => {
      localStorage.clear()
      sessionStorage.clear()
      for (const name of await caches.keys()) await caches.delete(name)
      // Photographs of a desk, and the addresses that the service worker dated.
      for (const name of ['chanzo-forms', 'workbox-expiration']) indexedDB.deleteDatabase(name)
      for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister()
    },
  })
  return here
}
