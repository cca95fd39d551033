/*
A device: one phone or desk whose Ed25519 key signs for one account in one role, and for no other account. It comes in by a
one-time secret that an officer shows as a QR code, and goes out on a date, which may lie before today: a phone that was seized on
Tuesday signs nothing more from the moment the server learns of it. What arrived with its signature between Tuesday and that moment
stays in the log as it came, and still verifies; the date of the revocation tells a reader which entries to doubt.
*/
import type { Decider } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, base64, id, instant, oneOf, record, text } from '../../../kernel/schema.ts'
import { AccountId, type Territory } from '../contract.ts'
import { TerritorySchema } from './account.ts'

export const EnrolmentId = id('enrolment')
export type EnrolmentId = Infer<typeof EnrolmentId>
export const ENROLMENT_MINUTES = 10
export const REVOCATION_REASONS = ['lost', 'stolen', 'seized', 'replaced', 'person-left', 'key-leaked', 'office-locked'] as const

export const DeviceEnrolled = record({
  account: AccountId,
  role: text(40),
  territory: TerritorySchema,
  enrolment: EnrolmentId,
  /** Raw Ed25519 public key, 32 bytes. */
  publicKey: base64(),
  /** The account of the officer who made the enrolment; the actor of the event is the device's owner. */
  offeredBy: text(60),
})
export const DeviceRevoked = record({ reason: oneOf(...REVOCATION_REASONS), from: instant() })
export const deviceKinds = { 'device.enrolled.v1': DeviceEnrolled, 'device.revoked.v1': DeviceRevoked }

export type DeviceEvent =
  | { readonly kind: 'device.enrolled.v1'; readonly payload: Infer<typeof DeviceEnrolled> }
  | { readonly kind: 'device.revoked.v1'; readonly payload: Infer<typeof DeviceRevoked> }
export type DeviceCommand =
  | { readonly type: 'enrol'; readonly publicKey: string }
  | ({ readonly type: 'revoke' } & Infer<typeof DeviceRevoked>)

export interface DeviceState {
  readonly enrolled: boolean
  readonly revoked: boolean
}
/** What the one-time secret opens; `null` when nothing. */
export interface EnrolmentOffer {
  readonly id: EnrolmentId
  readonly account: AccountId
  readonly role: string
  readonly territory: Territory
  readonly offeredBy: string
  readonly expiresAt: string
  readonly used: boolean
  readonly accountOpen: boolean
  readonly roleHeld: boolean
}
export interface DeviceContext {
  readonly now: string
  readonly offer: EnrolmentOffer | null
  readonly keyKnown: boolean
  /** Whether the device is one's own, or one may enrol devices where its owner may act. */
  readonly mayRevoke: boolean
}

/** Refusals of enrolment: `enrolment-not-found`, `enrolment-used`, `enrolment-expired`, `account-closed`, `role-not-held`, `key-not-valid`, `key-already-enrolled`. */
export const deviceDecider: Decider<DeviceState, DeviceCommand, DeviceEvent, DeviceContext> = {
  initial: { enrolled: false, revoked: false },
  decide: (state, command, context): Outcome<readonly DeviceEvent[]> => {
    if (command.type === 'revoke') {
      if (!state.enrolled) return refused('unknown-device')
      if (!context.mayRevoke) return refused('not-your-device')
      if (state.revoked) return refused('device-already-revoked')
      if (command.from > context.now) return refused('date-in-future', { from: command.from })
      return accepted([{ kind: 'device.revoked.v1', payload: { reason: command.reason, from: command.from } }])
    }
    const { offer } = context
    if (!offer || state.enrolled) return refused('enrolment-not-found')
    if (offer.used) return refused('enrolment-used')
    if (offer.expiresAt <= context.now) return refused('enrolment-expired', { minutes: ENROLMENT_MINUTES })
    if (!offer.accountOpen) return refused('account-closed')
    if (!offer.roleHeld) return refused('role-not-held', { role: offer.role })
    if (!/^[A-Za-z0-9+/]{43}=$/.test(command.publicKey)) return refused('key-not-valid')
    if (context.keyKnown) return refused('key-already-enrolled')
    const { account, role, offeredBy, id: enrolment } = offer
    const territory = offer.territory === 'everywhere' ? offer.territory : [...offer.territory]
    return accepted([
      { kind: 'device.enrolled.v1', payload: { account, role, territory, enrolment, publicKey: command.publicKey, offeredBy } },
    ])
  },
  evolve: (state, event) => (event.kind === 'device.enrolled.v1' ? { ...state, enrolled: true } : { ...state, revoked: true }),
}

/** The text of the QR code: the phone splits it at the last colon, because an address holds colons itself. */
export const enrolmentText = (url: string, secret: string): string => `CHANZO-ENROL:1:${url}:${secret}`
/** The same as an address that any phone's camera opens. The secret stands behind `#`, which no browser sends and no server writes down. */
export const enrolmentLink = (url: string, secret: string): string => `${url.replace(/\/+$/, '')}/field/enrol#${secret}`
/** Either form, as a camera or a clipboard gives it. */
export function readEnrolmentText(scanned: string): { readonly url: string; readonly secret: string } | null {
  const found =
    /^CHANZO-ENROL:1:(https?:\/\/[^\s]+):([A-Za-z0-9_-]{20,})$/.exec(scanned.trim()) ??
    /^(https?:\/\/[^\s#]+)\/field\/enrol#([A-Za-z0-9_-]{20,})$/.exec(scanned.trim())
  return found?.[1] && found[2] ? { url: found[1], secret: found[2] } : null
}
