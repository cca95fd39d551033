/*
The keys that sign certificates, one after the other. A retired key stays in the list of keys with its last day, so that old paper stays verifiable. A
stolen one is revoked from a day on: the thief may write any date, so what counts is not the day in the code but whether the log had the certificate
before that day. With the key that signs now, the one that waits takes its place in the same decision: a thief must not go on signing until somebody has
found two buttons, and the issuer never stands without a key.
*/
import type { Decider } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, calendarDate, maybe, record, text } from '../../../../kernel/schema.ts'
import type { RevokeKey } from '../../contract-issuing.ts'

/** The keys of a tenant are one subject. */
export const ISSUER_KEYS = '00000000-0000-7000-8000-0000000000ce'

export const KeyAdded = record({ publicKey: text(64), validFrom: calendarDate(), reason: text(400), follows: maybe(text(64)) })
/** `validUntil`: the last day on which it may have signed. */
export const KeyRetired = record({ publicKey: text(64), validFrom: calendarDate(), validUntil: calendarDate() })
export const KeyRevoked = record({ publicKey: text(64), since: calendarDate(), on: calendarDate(), reason: text(400) })
export const keyKinds = {
  'issuer-key.added.v1': KeyAdded,
  'issuer-key.retired.v1': KeyRetired,
  'issuer-key.revoked.v1': KeyRevoked,
} as const
type Kinds = typeof keyKinds
export type KeyEvent = { [Kind in keyof Kinds]: { readonly kind: Kind; readonly payload: Infer<Kinds[Kind]> } }[keyof Kinds]

export type KeyCommand =
  | { readonly kind: 'rotate'; readonly data: { readonly reason: string } }
  | { readonly kind: 'revoke'; readonly data: Infer<typeof RevokeKey> }
export interface KeyContext {
  readonly today: string
  /** The key that signs now, and since when it does. */
  readonly current: { readonly publicKey: string; readonly validFrom: string }
  /** The key that waits to take its place. */
  readonly waiting: string
  /** Keys that ever signed a certificate here. */
  readonly used: readonly string[]
}
export interface KeyState {
  readonly known: readonly string[]
  /** Key to the first day on which it may have been in other hands. */
  readonly revoked: ReadonlyMap<string, string>
}

function change(
  { known }: KeyState,
  reason: string,
  { today, current, waiting }: Pick<KeyContext, 'today' | 'current' | 'waiting'>,
): Outcome<readonly KeyEvent[]> {
  if (waiting === current.publicKey || known.includes(waiting)) return refused('key-already-known')
  return accepted([
    { kind: 'issuer-key.retired.v1', payload: { ...current, validUntil: today } },
    { kind: 'issuer-key.added.v1', payload: { publicKey: waiting, validFrom: today, reason, follows: current.publicKey } },
  ])
}

export const keyDecider: Decider<KeyState, KeyCommand, KeyEvent, KeyContext> = {
  initial: { known: [], revoked: new Map() },
  decide: (state, command, { today, current, waiting, used }) => {
    if (command.kind === 'rotate') return change(state, command.data.reason, { today, current, waiting })
    const { publicKey, since, reason } = command.data
    const isCurrent = publicKey === current.publicKey
    if (!isCurrent && !state.known.includes(publicKey) && !used.includes(publicKey)) return refused('unknown-key')
    // A theft found to be earlier takes more away; one found to be later gives nothing back, because what stood between was refused at borders by then.
    const before = state.revoked.get(publicKey)
    if (before !== undefined && since >= before) return refused('key-already-revoked', { since: before })
    if (since > today) return refused('revocation-in-the-future', { on: since })
    const revoked: KeyEvent = { kind: 'issuer-key.revoked.v1', payload: { publicKey, since, on: today, reason } }
    if (!isCurrent) return accepted([revoked])
    const changed = change(state, reason, { today, current, waiting })
    return changed.ok ? accepted([...changed.value, revoked]) : changed
  },
  evolve: (state, event) => {
    const { publicKey } = event.payload
    if (event.kind === 'issuer-key.revoked.v1') return { ...state, revoked: new Map([...state.revoked, [publicKey, event.payload.since]]) }
    return state.known.includes(publicKey) ? state : { ...state, known: [...state.known, publicKey] }
  },
}
