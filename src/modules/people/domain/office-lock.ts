/*
An office in danger is shut in one action by one person; it opens again only when two persons say so, of whom one is the data protection officer.
Shutting is never refused for doubt: an alarm that was false costs a day, one that was not made costs people. Who is at fault is not asked here.
*/
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, oneOf, record, yesOrNo } from '../../../kernel/schema.ts'
import { AccountId } from '../contract.ts'

export const LOCK_REASONS = ['overrun', 'seized', 'threat', 'infiltrated', 'exercise'] as const
export const OfficeLockedDown = record({ reason: oneOf(...LOCK_REASONS), by: AccountId })
export const OfficeLiftAsked = record({ by: AccountId, isDataOfficer: yesOrNo() })
export const OfficeLifted = record({ by: AccountId })
export const officeKinds = {
  'office.locked-down.v1': OfficeLockedDown,
  'office.lift-asked.v1': OfficeLiftAsked,
  'office.lifted.v1': OfficeLifted,
}
export type OfficeEvent =
  | DomainEvent<'office.locked-down.v1', Infer<typeof OfficeLockedDown>>
  | DomainEvent<'office.lift-asked.v1', Infer<typeof OfficeLiftAsked>>
  | DomainEvent<'office.lifted.v1', Infer<typeof OfficeLifted>>

export type OfficeCommand = { readonly type: 'lock-down'; readonly reason: (typeof LOCK_REASONS)[number] } | { readonly type: 'lift' }
export interface OfficeState {
  readonly locked: boolean
  /** Who asked for it to be opened again; `null` while nobody did. */
  readonly asked: { readonly by: AccountId; readonly isDataOfficer: boolean } | null
}
export interface OfficeContext {
  readonly by: AccountId
  readonly isDataOfficer: boolean
  /** Whether the organisation is there, and is one that whoever asks may shut. */
  readonly known: boolean
  readonly mayLock: boolean
  /** The platform itself: shut, nobody could open anything again. */
  readonly isPlatform: boolean
}

const open: OfficeState = { locked: false, asked: null }

function decide(state: OfficeState, command: OfficeCommand, context: OfficeContext): Outcome<readonly OfficeEvent[]> {
  const { by, isDataOfficer } = context
  if (!context.known || !context.mayLock) return refused('unknown-organisation')
  if (command.type === 'lock-down') {
    if (context.isPlatform) return refused('office-is-the-platform')
    if (state.locked) return refused('office-locked-already')
    return accepted([{ kind: 'office.locked-down.v1', payload: { reason: command.reason, by } }])
  }
  if (!state.locked) return refused('office-not-locked')
  if (state.asked === null) return accepted([{ kind: 'office.lift-asked.v1', payload: { by, isDataOfficer } }])
  if (state.asked.by === by) return refused('office-lift-second-person')
  if (!state.asked.isDataOfficer && !isDataOfficer) return refused('office-lift-needs-data-officer')
  return accepted([{ kind: 'office.lifted.v1', payload: { by } }])
}

export const officeDecider: Decider<OfficeState, OfficeCommand, OfficeEvent, OfficeContext> = {
  initial: open,
  decide,
  evolve: (state, event) => {
    if (event.kind === 'office.locked-down.v1') return { locked: true, asked: null }
    if (event.kind === 'office.lifted.v1') return open
    return { ...state, asked: { by: event.payload.by, isDataOfficer: event.payload.isDataOfficer } }
  },
}
