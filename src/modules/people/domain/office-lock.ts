/*
An office in danger is shut in one action by one person who is of it, runs the platform, or sends people there; anybody else's alarm needs a second
person. It opens again only when two persons say so, of whom one is the data protection officer. An exercise is written down and shuts nothing.
Shutting is never refused for doubt: an alarm that was false costs a day, one that was not made costs people. Who is at fault is not asked here.
*/
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, oneOf, record, yesOrNo } from '../../../kernel/schema.ts'
import { AccountId } from '../contract.ts'

export const LOCK_REASONS = ['overrun', 'seized', 'threat', 'infiltrated', 'exercise'] as const
export const OfficeLockedDown = record({ reason: oneOf(...LOCK_REASONS), by: AccountId })
export const OfficeLiftAsked = record({ by: AccountId, isDataOfficer: yesOrNo() })
/** Asked for by somebody who may not shut this office alone. */
export const OfficeLockAsked = record({ reason: oneOf(...LOCK_REASONS), by: AccountId })
export const OfficeDrilled = record({ by: AccountId })
export const OfficeLifted = record({ by: AccountId })
export const officeKinds = {
  'office.locked-down.v1': OfficeLockedDown,
  'office.lock-asked.v1': OfficeLockAsked,
  'office.drilled.v1': OfficeDrilled,
  'office.lift-asked.v1': OfficeLiftAsked,
  'office.lifted.v1': OfficeLifted,
}
export type OfficeEvent =
  | DomainEvent<'office.locked-down.v1', Infer<typeof OfficeLockedDown>>
  | DomainEvent<'office.lock-asked.v1', Infer<typeof OfficeLockAsked>>
  | DomainEvent<'office.drilled.v1', Infer<typeof OfficeDrilled>>
  | DomainEvent<'office.lift-asked.v1', Infer<typeof OfficeLiftAsked>>
  | DomainEvent<'office.lifted.v1', Infer<typeof OfficeLifted>>

type OfficeReason = (typeof LOCK_REASONS)[number]
export type LockReach = 'alone' | 'with-another' | 'none'
export type OfficeCommand = { readonly type: 'lock-down'; readonly reason: OfficeReason } | { readonly type: 'lift' }
export interface OfficeState {
  readonly locked: boolean
  /** Who asked for it to be shut; `null` while nobody did who needs another person for it. */
  readonly lockAskedBy: AccountId | null
  /** Who asked for it to be opened again; `null` while nobody did. */
  readonly asked: { readonly by: AccountId; readonly isDataOfficer: boolean } | null
}
export interface OfficeContext {
  readonly by: AccountId
  readonly isDataOfficer: boolean
  readonly known: boolean
  /** Whether whoever asks may shut it: alone, with another person, or not at all. */
  readonly reach: LockReach
  /** The platform itself: shut, nobody could open anything again. */
  readonly isPlatform: boolean
}

const open: OfficeState = { locked: false, lockAskedBy: null, asked: null }

function decide(state: OfficeState, command: OfficeCommand, context: OfficeContext): Outcome<readonly OfficeEvent[]> {
  const { by, isDataOfficer } = context
  if (!context.known || context.reach === 'none') return refused('unknown-organisation')
  if (command.type === 'lock-down') return lock(state, command.reason, context)
  if (!state.locked) return refused('office-not-locked')
  if (state.asked === null) return accepted([{ kind: 'office.lift-asked.v1', payload: { by, isDataOfficer } }])
  if (state.asked.by === by) return refused('office-lift-second-person')
  if (!state.asked.isDataOfficer && !isDataOfficer) return refused('office-lift-needs-data-officer')
  return accepted([{ kind: 'office.lifted.v1', payload: { by } }])
}

function lock(state: OfficeState, reason: OfficeReason, { by, reach, isPlatform }: OfficeContext): Outcome<readonly OfficeEvent[]> {
  if (isPlatform) return refused('office-is-the-platform')
  if (state.locked) return refused('office-locked-already')
  if (reason === 'exercise') return accepted([{ kind: 'office.drilled.v1', payload: { by } }])
  if (reach === 'alone' || (state.lockAskedBy !== null && state.lockAskedBy !== by))
    return accepted([{ kind: 'office.locked-down.v1', payload: { reason, by } }])
  if (state.lockAskedBy === by) return refused('office-lock-second-person')
  return accepted([{ kind: 'office.lock-asked.v1', payload: { reason, by } }])
}

export const officeDecider: Decider<OfficeState, OfficeCommand, OfficeEvent, OfficeContext> = {
  initial: open,
  decide,
  evolve: (state, event) => {
    if (event.kind === 'office.locked-down.v1') return { ...open, locked: true }
    if (event.kind === 'office.drilled.v1') return state
    if (event.kind === 'office.lock-asked.v1') return { ...state, lockAskedBy: event.payload.by }
    if (event.kind === 'office.lifted.v1') return open
    return { ...state, asked: { by: event.payload.by, isDataOfficer: event.payload.isDataOfficer } }
  },
}
