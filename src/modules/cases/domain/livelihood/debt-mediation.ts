/*
Settling a debt with a lender, in steps (ours, D: the text names the service and not its way). First what is owed at fair prices, then whether it
is safe to speak to the creditor at all, then an offer that never lies above the fair balance: a programme that pays more buys people free
and makes the next debt dearer. The person may stop at any moment and is never brought before the creditor against their wish.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted } from '../../../../kernel/outcome.ts'
import { type Infer, count, exactly, instant, maybe, oneOf, record, taggedBy, whole, yesOrNo } from '../../../../kernel/schema.ts'
import { SubjectCode } from '../codes.ts'
import { AccountId } from '../../../people/contract.ts'
import { type Guard, type Machine, take } from '../machine.ts'
import { SealedRef } from '../sealed-ref.ts'

export const MediationState = oneOf('requested', 'calculated', 'safety-checked', 'proposed', 'agreed', 'refused', 'settled', 'stopped')
export type MediationState = Infer<typeof MediationState>
const details = {
  request: { step: exactly('request'), subject: SubjectCode, isOwnWish: yesOrNo() },
  /** Negative: the creditor owes the person. */
  calculate: {
    step: exactly('calculate'),
    worksheet: SealedRef,
    fairBalanceCents: whole(),
    claimedCents: count(),
    currency: oneOf('CDF', 'USD', 'MNT'),
  },
  check: { step: exactly('check-safety'), finding: oneOf('safe-to-meet', 'only-through-mediator', 'not-safe'), reasons: maybe(SealedRef) },
  propose: { step: exactly('propose'), offerCents: count(), through: oneOf('meeting', 'mediator'), isPersonWilling: yesOrNo() },
  agree: { step: exactly('agree'), amountCents: count(), paper: maybe(SealedRef) },
  refuse: { step: exactly('refuse'), next: oneOf('legal-aid', 'new-offer', 'none') },
  settle: {
    step: exactly('settle'),
    paidBy: oneOf('person', 'programme', 'nobody'),
    areDocumentsReturned: yesOrNo(),
    receipt: maybe(SealedRef),
  },
  stop: { step: exactly('stop'), reason: oneOf('own-wish', 'not-safe', 'creditor-unreachable', 'other') },
}
const stamp = { to: MediationState, by: AccountId, at: instant() }
export const MediationCommand = taggedBy('step', [
  ...([record(details.request), record(details.calculate), record(details.check), record(details.propose)] as const),
  ...([record(details.agree), record(details.refuse), record(details.settle), record(details.stop)] as const),
])
export type MediationCommand = Infer<typeof MediationCommand>
export const MediationMoved = taggedBy('step', [
  ...([
    record({ ...details.request, ...stamp }),
    record({ ...details.calculate, ...stamp }),
    record({ ...details.check, ...stamp }),
  ] as const),
  ...([record({ ...details.propose, ...stamp }), record({ ...details.agree, ...stamp }), record({ ...details.refuse, ...stamp })] as const),
  ...([record({ ...details.settle, ...stamp }), record({ ...details.stop, ...stamp })] as const),
])
export const mediationKinds = { 'debt-mediation.moved.v1': MediationMoved } as const
export type MediationEvent = DomainEvent<'debt-mediation.moved.v1', Infer<typeof MediationMoved>>

export interface Mediation {
  readonly state: MediationState | null
  readonly fairBalanceCents: number
  readonly safety: 'safe-to-meet' | 'only-through-mediator' | 'not-safe' | null
}
export interface MediationKnown {
  readonly isWished: boolean
  readonly isSafe: boolean
  readonly isWayAllowed: boolean
  readonly isFair: boolean
}
const wished: Guard<MediationKnown> = { code: 'mediation-only-by-own-wish', holds: (known) => known.isWished }
const safe: Guard<MediationKnown> = { code: 'mediation-not-safe', holds: (known) => known.isSafe }
const way: Guard<MediationKnown> = { code: 'mediation-through-mediator-only', holds: (known) => known.isWayAllowed }
const fair: Guard<MediationKnown> = { code: 'mediation-above-fair-balance', holds: (known) => known.isFair }
export const mediationMachine: Machine<MediationState, MediationCommand['step'], MediationKnown> = {
  ...{
    name: 'debt-mediation',
    evidence: 'D',
    source: 'proposal; the service is named, its steps are ours',
    states: MediationState.options,
  },
  names: ['request', 'calculate', 'check-safety', 'propose', 'agree', 'refuse', 'settle', 'stop'],
  steps: [
    { step: 'request', from: [null], to: 'requested', guards: [wished] },
    { step: 'calculate', from: ['requested'], to: 'calculated' },
    { step: 'check-safety', from: ['calculated'], to: 'safety-checked' },
    { step: 'propose', from: ['safety-checked', 'refused'], to: 'proposed', guards: [wished, safe, way, fair] },
    { step: 'agree', from: ['proposed'], to: 'agreed', guards: [fair] },
    { step: 'refuse', from: ['proposed'], to: 'refused' },
    { step: 'settle', from: ['agreed'], to: 'settled' },
    { step: 'stop', from: ['requested', 'calculated', 'safety-checked', 'proposed', 'agreed', 'refused'], to: 'stopped' },
  ],
}
type Context = { readonly by: AccountId; readonly at: string }
function amountOf(command: MediationCommand): number {
  if (command.step === 'propose') return command.offerCents
  return command.step === 'agree' ? command.amountCents : 0
}
function decide(state: Mediation, command: MediationCommand, { by, at }: Context): Outcome<readonly MediationEvent[]> {
  const known: MediationKnown = {
    isWished: command.step === 'request' ? command.isOwnWish : command.step !== 'propose' || command.isPersonWilling,
    isSafe: state.safety !== null && state.safety !== 'not-safe',
    isWayAllowed: command.step !== 'propose' || command.through === 'mediator' || state.safety === 'safe-to-meet',
    isFair: amountOf(command) <= Math.max(0, state.fairBalanceCents),
  }
  const moved = take(mediationMachine, { at: state.state, before: null }, { step: command.step, known })
  return moved.ok ? accepted([{ kind: 'debt-mediation.moved.v1', payload: { ...command, to: moved.value, by, at } }]) : moved
}
function evolve(state: Mediation, { payload }: MediationEvent): Mediation {
  const next = { ...state, state: payload.to }
  if (payload.step === 'calculate') return { ...next, fairBalanceCents: payload.fairBalanceCents }
  return payload.step === 'check-safety' ? { ...next, safety: payload.finding } : next
}
export const mediationDecider: Decider<Mediation, MediationCommand, MediationEvent, Context> = {
  ...{ initial: { state: null, fairBalanceCents: 0, safety: null }, decide, evolve },
}
