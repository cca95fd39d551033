/*
The telephone as its screens see it: one person's open part of it, with the shelves, the outbox and the way to the server. How it is sealed,
sent and kept is the business of the files beside this one.
*/
import type { DevicePolicy, Parcel, QualitySignal } from '../../modules/field/contract.ts'
import type { WaitingCommand } from './offline-part.ts'
import type { CarriedFiles } from './carried-files.ts'
import type { Change, SealedStore } from './sealed-store.ts'

/** Who holds this part of the phone; nothing of it can be read while the phone is locked. */
export interface Holder {
  /** Number of the seat on this phone, 1, 2, 3 …: all that the lock screen shows, with the role. */
  readonly seat: number
  readonly device: string
  readonly account: string
  readonly role: string
  /** Address of the server. */
  readonly server: string
  readonly language: 'fr' | 'en'
}

/** Signs as the device of this holder; the key leaves memory when the phone is locked. */
export interface DeviceSigner {
  readonly sign: (text: string) => Uint8Array
}

/** Where a thing stands on its way. `ready`: only here. `kept`: the server has it and waits for others. `taken`, `refused`: the server's word. */
export type OnItsWay = 'ready' | 'sending' | 'kept' | 'taken' | 'refused' | 'not-valid'
export interface OutboxItem extends WaitingCommand {
  readonly state: OnItsWay
  readonly receipt: { readonly learnedAt: string; readonly position: number } | null
  readonly refusal: { readonly code: string; readonly facts: { readonly [name: string]: unknown } } | null
  readonly photos: { readonly of: number; readonly sent: number }
  /** How many that must come before it the server does not have and will not get from here: somebody must bring them, or let go of them. */
  readonly waitsFor?: number
  /** Refused, and the person has seen why: it lies among the sent ones, with the reason. */
  readonly isDismissed: boolean
}

export interface Outbox {
  /** One write: the parcel is signed and in the box, or nothing happened (`DeviceFull`). Answers with its id. */
  readonly add: (command: {
    readonly id: string
    readonly path: string
    readonly subject: string
    readonly data: unknown
    readonly files: readonly { readonly sha256: string; readonly bytes: number }[]
    /** When it differs from now. */
    readonly happenedAt?: string
    /** What leaves the phone's drafts in the same write. */
    readonly consumes?: readonly Change[]
  }) => Promise<OutboxItem>
  /** All that is here, in causal order; what the server took stays until `forgetSent`. */
  readonly items: () => Promise<readonly OutboxItem[]>
  /** Everything about a subject, signed as it was, for another phone. */
  readonly parcelsOf: (subject: string) => Promise<readonly Parcel[]>
  /** Takes parcels of another phone; twice is once. Refuses, by its code, what is damaged. */
  readonly takeOver: (parcels: readonly Parcel[]) => Promise<{ readonly added: number; readonly known: number; readonly damaged: number }>
  readonly forgetSent: (before: string) => Promise<void>
  /** The person has seen why the server refused it (or cannot read it): it goes to the sent ones and is never sent again. */
  readonly dismiss: (id: string) => Promise<void>
}

export interface SyncState {
  readonly phase: 'idle' | 'signing-in' | 'parcels' | 'photos' | 'files' | 'drafts' | 'pull'
  /** Of the phase: how much of how much. */
  readonly done: number
  readonly of: number
  readonly unsent: number
  /** Safe with the server, which has not said yet what became of them. */
  readonly awaited: number
  readonly lastContactAt: string | null
  /** `offline`, `device-removed`, `account-closed`, `device-full`, `fault`; null when the last round went through. */
  readonly trouble: string | null
  /** Device clock minus server clock, as last seen. */
  readonly clockOffsetSeconds: number | null
}
export interface Sync {
  /** Runs one round; while one runs, one more after it. `only`: the parcels that one tapped, with their predecessors. Never throws for the network. */
  readonly run: (only?: readonly string[]) => Promise<SyncState>
  readonly state: () => SyncState
  readonly listen: (told: () => void) => () => void
}

/** What the phone carries into the field. */
export interface Carried {
  readonly missions: readonly string[]
  readonly areas: readonly string[]
}

export interface Phone {
  readonly holder: Holder
  readonly policy: DevicePolicy
  readonly store: SealedStore
  readonly outbox: Outbox
  /** Rescue files of colleagues on their way. */
  readonly files: CarriedFiles
  readonly sync: Sync
  readonly carried: () => Promise<Carried>
  readonly carry: (what: Carried) => Promise<void>
  /** Now, by the server's clock as far as it is known. */
  readonly now: () => string
  /** Signs of the clock, for what is recorded now. */
  readonly clockSignals: () => readonly QualitySignal[]
  /** Forgets every key: by reloading the page, so that nothing stays in memory. */
  readonly lock: () => void
}

let open: Phone | null = null
const told = new Set<() => void>()
export const openPhone = (): Phone | null => open
export function setOpenPhone(phone: Phone | null): void {
  open = phone
  for (const one of told) one()
}
export const listenToPhone = (listener: () => void): (() => void) => {
  told.add(listener)
  return () => told.delete(listener)
}
