/*
The seats of this telephone as rows: enrolling, trying a PIN, destroying. A wrong PIN is counted before it is tried, so that ending the app in
between gives no free tries. Destroying takes the keys first and the rows after, because only the first is quick.
*/
import type { DevicePolicy } from '../../modules/field/contract.ts'
import { type LeaseClock, atContact, atOpening } from '../../modules/field/domain/lease.ts'
import { chosenPin, needsAfter } from '../../modules/field/domain/pin.ts'
import { toHex } from '../../modules/field/domain/rescue-file.ts'
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import {
  type Profile,
  type SeatRow,
  type Slot,
  emptyProfile,
  emptySlot,
  openProfile,
  openSlots,
  sealProfile,
  sealSlot,
  seatOf,
  withSlot,
} from './holders.ts'
import { type Bytes, type ForServer, type HolderKeys, type RescueKey, chance, holderKeys, newPhoneKey, sealForServer } from './keys.ts'
import type { Desk } from './from-desk.ts'
import { type ArgonCost, pinKey } from './pin-key.ts'
import { type PhoneDatabase, headsOf, orFull } from './sealed-dexie.ts'

/** What a telephone lends; tests lend their own. */
export interface PhoneParts {
  readonly database: PhoneDatabase
  readonly cost: ArgonCost
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly mark: (isFieldDevice: boolean) => void
  /** Asks the browser not to throw the database away when the flash is full. */
  readonly persist: () => Promise<unknown>
  /** Holds a name so that no other window has it, until the answer is called; null when another has it. */
  readonly alone?: (name: string) => Promise<(() => void) | null>
  /** What was typed here while this browser was a desk; null once the telephone is what screens write to. */
  readonly desk?: () => Desk | null
  /** What else the app left on this browser: caches, settings. */
  readonly forgetApp: () => Promise<void>
}

export interface NewSeat {
  readonly pin: string
  readonly profile: Profile
  readonly dataKey: Bytes
  readonly policy: DevicePolicy
  readonly rescueKey: RescueKey
  /** Of a restored holder: as it was on the other phone. */
  readonly before?: { readonly tag: string; readonly forServer: ForServer; readonly lease: LeaseClock | null }
}

/** A chosen PIN is an Outcome already; faults of the device are thrown. */
export async function addSeat(parts: PhoneParts, made: NewSeat): Promise<Outcome<SeatRow>> {
  const pin = chosenPin(made.pin)
  if (!pin.ok) return pin
  const { device, role } = made.profile.holder
  const tag = made.before?.tag ?? toHex(chance(16))
  const phoneKey = await newPhoneKey()
  const salt = chance(16)
  // Which of the two is the own one says nothing about it.
  const slot: Slot = (chance(1)[0] ?? 0) % 2 === 0 ? 0 : 1
  const ofPin = await pinKey(pin.value, salt, parts.cost)
  const keys = await holderKeys(made.dataKey)
  const row = {
    role,
    device,
    tag,
    policy: made.policy,
    wrongPins: 0,
    guesses: 0,
    lease: made.before?.lease ?? atContact(parts.now()),
    salt,
    cost: parts.cost,
    slots: withSlot([emptySlot(), emptySlot()], slot, await sealSlot(made.dataKey, ofPin, { tag, slot, phoneKey })),
    profiles: withSlot([emptyProfile(), emptyProfile()], slot, await sealProfile(made.profile, keys.profile, tag)),
    phoneKey,
    forServer: made.before?.forServer ?? (await sealForServer(made.dataKey, device, made.rescueKey)),
    rescueKey: made.rescueKey,
    ...(made.before === undefined ? {} : { restoredAt: parts.now() }),
  }
  const { seats } = parts.database
  const added = await orFull(
    parts.database.transaction('rw', seats, async () => {
      const taken = new Set(await seats.toCollection().primaryKeys())
      let seat = 1
      while (taken.has(seat)) seat++
      await seats.add({ ...row, seat })
      return { ...row, seat }
    }),
  )
  parts.mark(true)
  // Some browsers ask the person; the enrolment does not wait for the answer.
  parts.persist().catch(() => undefined)
  return accepted(added)
}

/** Changes a seat as it is now, not as it was read before. */
export async function changeSeat(parts: PhoneParts, seat: number, change: (row: SeatRow) => SeatRow): Promise<SeatRow | null> {
  const { seats } = parts.database
  const changing = parts.database.transaction('rw', seats, async () => {
    const row = await seats.get(seat)
    if (row === undefined) return null
    const changed = change(row)
    await seats.put(changed)
    return changed
  })
  return orFull(changing)
}

export interface OpenedSlot {
  readonly row: SeatRow
  readonly slot: Slot
  readonly dataKey: Bytes
  readonly keys: HolderKeys
  readonly profile: Profile
}
export async function tryPin(parts: PhoneParts, seat: number, pin: string): Promise<Outcome<OpenedSlot>> {
  const before = await parts.database.seats.get(seat)
  if (before === undefined) return refused('no-such-seat')
  if (seatOf(before).needs === 'rescue') return destroyed(parts, seat)
  const isClosed = seatOf(before).needs === 'network'
  const row = await changeSeat(parts, seat, (now) => ({ ...now, wrongPins: now.wrongPins + 1, guesses: now.guesses + 1 }))
  if (row === null) return refused('no-such-seat')
  const opened = isClosed ? null : await openedBy(row, pin)
  if (opened !== null) {
    const guesses = opened.profile.isDecoy ? before.guesses : 0
    const reset = await changeSeat(parts, seat, (now) => ({ ...now, wrongPins: 0, guesses, lease: atOpening(now.lease, parts.now()) }))
    return reset === null ? refused('no-such-seat') : accepted({ ...opened, row: reset })
  }
  const needs = needsAfter(row, row.policy)
  if (needs === 'rescue') return destroyed(parts, seat)
  if (needs === 'network') return refused('needs-network', { wrongPins: row.wrongPins })
  return refused('wrong-pin', { left: row.policy.pinTries > 0 ? row.policy.pinTries - row.wrongPins : null })
}

async function openedBy(row: SeatRow, pin: string): Promise<Omit<OpenedSlot, 'row'> | null> {
  const ofPin = await pinKey(pin, row.salt, row.cost)
  const opened = await openSlots(row, ofPin)
  ofPin.fill(0)
  if (opened === null) return null
  const keys = await holderKeys(opened.dataKey)
  const profile = await openProfile(row.profiles[opened.slot], keys.profile, row.tag)
  return profile === null ? null : { ...opened, keys, profile }
}

async function destroyed(parts: PhoneParts, seat: number): Promise<Outcome<never>> {
  const row = await destroyKeys(parts, seat, {})
  return refused(row?.isRevoked === true ? 'device-removed' : 'key-destroyed')
}

/** After this no PIN opens the rows any more; the server's rescue key still does. */
export const destroyKeys = (parts: PhoneParts, seat: number, why: { readonly isRevoked?: boolean }): Promise<SeatRow | null> =>
  changeSeat(parts, seat, (row) => ({ ...row, ...why, phoneKey: null, slots: [emptySlot(), emptySlot()] }))

/** Keys, then rows, then the seat; the last one out takes the mark of a telephone along. */
export async function destroyWhole(parts: PhoneParts, seat: number): Promise<void> {
  const row = await parts.database.seats.get(seat)
  if (row === undefined) return
  const { seats, rows, bodies } = parts.database
  await changeSeat(parts, seat, (now) => ({
    ...now,
    phoneKey: null,
    slots: [emptySlot(), emptySlot()],
    profiles: [emptyProfile(), emptyProfile()],
    forServer: { key: 'gone', ephemeral: '', iv: '', sealed: '' },
  }))
  await parts.database.transaction('rw', seats, rows, bodies, async () => {
    const seqs = await headsOf(parts.database, row.tag).primaryKeys()
    await bodies.bulkDelete(seqs)
    await rows.bulkDelete(seqs)
    await seats.delete(seat)
  })
  if ((await seats.count()) === 0) parts.mark(false)
}
