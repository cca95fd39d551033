/*
Who has a part of this telephone, as it lies there: a seat with its number and role, two slots of the same look in which a data key may be, and the
same key sealed to the server. A slot opens with a PIN on this phone only: the key of the PIN and a key that the browser does not give away are
both needed. An unused slot holds chance and cannot be told from a used one.
It refuses to know names, and what is in the rows.
*/
import type { DevicePolicy } from '../../modules/field/contract.ts'
import type { LeaseClock } from '../../modules/field/domain/lease.ts'
import { type Needs, needsAfter } from '../../modules/field/domain/pin.ts'
import { boundTo } from '../../modules/field/domain/rescue-file.ts'
import {
  type Bytes,
  type ForServer,
  type RescueKey,
  chance,
  fromBase64,
  fromUtf8,
  joined,
  open,
  seal,
  sealingKey,
  toBase64,
  toUtf8,
} from './keys.ts'
import type { Holder } from './phone.ts'
import type { ArgonCost } from './pin-key.ts'

export interface SeatRow {
  readonly seat: number
  readonly role: string
  /** A locked phone must be able to name itself to its server. */
  readonly device: string
  /** Says which rows are this holder's; chance. */
  readonly tag: string
  readonly policy: DevicePolicy
  readonly wrongPins: number
  readonly guesses: number
  readonly lease: LeaseClock
  readonly salt: Bytes
  readonly cost: ArgonCost
  readonly slots: readonly [Bytes, Bytes]
  readonly profiles: readonly [Bytes, Bytes]
  /** Does not leave the browser; null once it was destroyed. */
  readonly phoneKey: CryptoKey | null
  /** The server said that the device was removed: its keys were destroyed, and no file goes on on another telephone. */
  readonly isRevoked?: boolean
  /** When this seat was made from a rescue file; absent on the telephone that was enrolled. */
  readonly restoredAt?: number
  readonly forServer: ForServer
  /** The server's newest rescue key; the data key is sealed to it at the next opening. */
  readonly rescueKey: RescueKey
}
export type Slot = 0 | 1

export interface Seat {
  readonly seat: number
  readonly role: string
  readonly wrongPins: number
  readonly needs: Needs
  /** Needs the rescue because the device was removed, and not because of wrong PINs. */
  readonly isRevoked: boolean
}
export const seatOf = (row: SeatRow): Seat => ({
  seat: row.seat,
  role: row.role,
  wrongPins: row.wrongPins,
  needs: row.phoneKey === null ? 'rescue' : needsAfter(row, row.policy),
  isRevoked: row.isRevoked === true,
})

/** What opens with the data key: who it is, and the key with which the device signs. */
export interface Profile {
  readonly holder: Omit<Holder, 'seat'>
  readonly deviceKey: Bytes
  /** The empty workspace of a PIN given under duress: nothing it does is kept or sent. */
  readonly isDecoy: boolean
}
const PROFILE_BYTES = 1024
const slotBound = (tag: string, slot: Slot): string => `chanzo-slot-v1\n${tag}\n${slot}`
/** As long as a data key under two seals. */
const SLOT_BYTES = 32 + 28 + 28

export const emptySlot = (): Bytes => chance(SLOT_BYTES)
export const emptyProfile = (): Bytes => chance(PROFILE_BYTES + 28)

export interface SlotPlace {
  readonly tag: string
  readonly slot: Slot
  readonly phoneKey: CryptoKey
}
export async function sealSlot(dataKey: Bytes, ofPin: Bytes, place: SlotPlace): Promise<Bytes> {
  const bound = slotBound(place.tag, place.slot)
  return seal(place.phoneKey, await seal(await sealingKey(ofPin), dataKey, bound), bound)
}

/** The slot that this PIN opens, with its data key. Both are tried always, so that one takes as long as the other. */
export async function openSlots(row: SeatRow, ofPin: Bytes): Promise<{ readonly slot: Slot; readonly dataKey: Bytes } | null> {
  if (row.phoneKey === null) return null
  const key = await sealingKey(ofPin)
  const slots = [0, 1] as const
  const opened = await Promise.all(
    slots.map(async (slot) => {
      const bound = slotBound(row.tag, slot)
      const inner = row.phoneKey === null ? null : await open(row.phoneKey, row.slots[slot], bound)
      const dataKey = inner === null ? null : await open(key, inner, bound)
      return dataKey === null ? null : { slot, dataKey }
    }),
  )
  return opened.find((one) => one !== null) ?? null
}

/** The pair with one of the two put anew. */
export const withSlot = (pair: readonly [Bytes, Bytes], slot: Slot, put: Bytes): readonly [Bytes, Bytes] =>
  slot === 0 ? [put, pair[1]] : [pair[0], put]
export const otherSlot = (slot: Slot): Slot => (slot === 0 ? 1 : 0)

export async function sealProfile(profile: Profile, key: CryptoKey, tag: string): Promise<Bytes> {
  const said = fromUtf8(profileText(profile))
  if (said.length > PROFILE_BYTES) throw new Error('the profile of a holder is too long')
  return seal(key, joined(said, new Uint8Array(PROFILE_BYTES - said.length).fill(32)), boundTo.profile(tag))
}
export async function openProfile(sealed: Bytes, key: CryptoKey, tag: string): Promise<Profile | null> {
  const plain = await open(key, sealed, boundTo.profile(tag))
  return plain === null ? null : readProfile(toUtf8(plain))
}

export const profileText = ({ holder, deviceKey, isDecoy }: Profile): string =>
  JSON.stringify({ ...holder, deviceKey: toBase64(deviceKey), isDecoy })
export function readProfile(text: string): Profile | null {
  const said: unknown = JSON.parse(text)
  if (typeof said !== 'object' || said === null) return null
  const { device, account, role, server, language, deviceKey, isDecoy }: { readonly [name: string]: unknown } = { ...said }
  if (typeof device !== 'string' || typeof account !== 'string' || typeof role !== 'string') return null
  if (typeof server !== 'string' || typeof deviceKey !== 'string') return null
  return {
    holder: { device, account, role, server, language: language === 'en' ? 'en' : 'fr' },
    deviceKey: fromBase64(deviceKey),
    isDecoy: isDecoy === true,
  }
}
