/*
Going home, and only by one's own wish: nobody travels who did not ask, whose journey was judged unsafe, or, being a child, whose family nobody
saw and of whom nobody established what is best. Up to the day of travel the wish may change, and then it simply ends.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted } from '../../../../kernel/outcome.ts'
import { type Infer, calendarDate, exactly, instant, maybe, oneOf, record, taggedBy, yesOrNo } from '../../../../kernel/schema.ts'
import { SubjectCode } from '../codes.ts'
import { AccountId } from '../../../people/contract.ts'
import { type Guard, type Machine, take } from '../machine.ts'
import { SealedRef } from '../sealed-ref.ts'

export const ReturnState = oneOf(
  ...(['requested', 'counselled', 'risk-assessed', 'docs', 'travel', 'received', 'reintegration', 'cancelled'] as const),
)
export type ReturnState = Infer<typeof ReturnState>
const details = {
  request: { step: exactly('request'), subject: SubjectCode, isOwnWish: yesOrNo(), isChild: yesOrNo() },
  counsel: { step: exactly('counsel'), isStillWished: yesOrNo() },
  assess: { step: exactly('assess-risk'), finding: oneOf('safe', 'safe-with-measures', 'not-safe'), reasons: maybe(SealedRef) },
  family: { step: exactly('assess-family'), finding: oneOf('suitable', 'not-suitable'), reasons: maybe(SealedRef) },
  docs: { step: exactly('prepare-documents') },
  travel: { step: exactly('depart'), on: calendarDate(), isStillWished: yesOrNo() },
  receive: { step: exactly('receive'), on: calendarDate() },
  reintegrate: { step: exactly('begin-reintegration') },
  /** Ours: what is voluntary can be taken back. */
  cancel: { step: exactly('cancel'), reason: oneOf('own-wish', 'not-safe', 'other') },
}
const stamp = { to: ReturnState, by: AccountId, at: instant() }
export const ReturnCommand = taggedBy('step', [
  ...([record(details.request), record(details.counsel), record(details.assess), record(details.family), record(details.docs)] as const),
  ...([record(details.travel), record(details.receive), record(details.reintegrate), record(details.cancel)] as const),
])
export type ReturnCommand = Infer<typeof ReturnCommand>
export const ReturnMoved = taggedBy('step', [
  ...([
    record({ ...details.request, ...stamp }),
    record({ ...details.counsel, ...stamp }),
    record({ ...details.assess, ...stamp }),
  ] as const),
  ...([record({ ...details.family, ...stamp }), record({ ...details.docs, ...stamp }), record({ ...details.travel, ...stamp })] as const),
  ...([
    record({ ...details.receive, ...stamp }),
    record({ ...details.reintegrate, ...stamp }),
    record({ ...details.cancel, ...stamp }),
  ] as const),
])
export const returnKinds = { 'return.moved.v1': ReturnMoved } as const
export type ReturnEvent = DomainEvent<'return.moved.v1', Infer<typeof ReturnMoved>>

export interface Return {
  readonly state: ReturnState | null
  readonly isChild: boolean
  readonly risk: 'safe' | 'safe-with-measures' | 'not-safe' | null
  readonly family: 'suitable' | 'not-suitable' | null
}
export interface ReturnKnown {
  readonly isWished: boolean
  readonly isJourneySafe: boolean
  readonly isFamilySeen: boolean
  readonly isBestFound: boolean
}
const wished: Guard<ReturnKnown> = { code: 'return-only-by-own-wish', holds: (known) => known.isWished }
const safe: Guard<ReturnKnown> = { code: 'return-not-safe', holds: (known) => known.isJourneySafe }
const family: Guard<ReturnKnown> = { code: 'family-assessment-first', holds: (known) => known.isFamilySeen }
// Ours (D): going home cannot be undone for a child; an assessment that found no trigger, or a panel's determination, comes before the road.
const best: Guard<ReturnKnown> = { code: 'best-interests-before-return', holds: (known) => known.isBestFound }
export const returnMachine: Machine<ReturnState, ReturnCommand['step'], ReturnKnown> = {
  ...{ name: 'return', evidence: 'D', source: 'own table', states: ReturnState.options },
  names: [
    ...(['request', 'counsel', 'assess-risk', 'assess-family', 'prepare-documents', 'depart', 'receive'] as const),
    ...(['begin-reintegration', 'cancel'] as const),
  ],
  steps: [
    { step: 'request', from: [null], to: 'requested', guards: [wished] },
    { step: 'counsel', from: ['requested'], to: 'counselled', guards: [wished] },
    { step: 'assess-risk', from: ['counselled'], to: 'risk-assessed' },
    // Ours: the family is seen while the journey is prepared; a road that was unsafe is looked at again.
    { step: 'assess-family', from: ['risk-assessed'], to: 'risk-assessed' },
    { step: 'assess-family', from: ['docs'], to: 'docs' },
    { step: 'assess-risk', from: ['risk-assessed'], to: 'risk-assessed' },
    { step: 'assess-risk', from: ['docs'], to: 'docs' },
    { step: 'prepare-documents', from: ['risk-assessed'], to: 'docs', guards: [safe] },
    { step: 'depart', from: ['docs'], to: 'travel', guards: [wished, safe, family, best] },
    { step: 'receive', from: ['travel'], to: 'received' },
    { step: 'begin-reintegration', from: ['received'], to: 'reintegration' },
    { step: 'cancel', from: ['requested', 'counselled', 'risk-assessed', 'docs'], to: 'cancelled' },
  ],
}
export interface ReturnContext {
  readonly by: AccountId
  readonly at: string
  /** As the file has it now; whose age is not known counts as a child. */
  readonly isChild: boolean
  /** What is best for the child was assessed, and determined where it must be. */
  readonly isBestFound: boolean
}
function isWished(command: ReturnCommand): boolean {
  if (command.step === 'request') return command.isOwnWish
  return command.step === 'counsel' || command.step === 'depart' ? command.isStillWished : true
}
function decide(state: Return, command: ReturnCommand, { by, at, isChild, isBestFound }: ReturnContext): Outcome<readonly ReturnEvent[]> {
  const ofChild = state.isChild || isChild
  const known: ReturnKnown = {
    isWished: isWished(command),
    isJourneySafe: state.risk !== null && state.risk !== 'not-safe',
    isFamilySeen: !ofChild || state.family === 'suitable',
    isBestFound: !ofChild || isBestFound,
  }
  const moved = take(returnMachine, { at: state.state, before: null }, { step: command.step, known })
  return moved.ok ? accepted([{ kind: 'return.moved.v1', payload: { ...command, to: moved.value, by, at } }]) : moved
}
function evolve(state: Return, { payload }: ReturnEvent): Return {
  const next = { ...state, state: payload.to }
  if (payload.step === 'request') return { ...next, isChild: payload.isChild }
  if (payload.step === 'assess-risk') return { ...next, risk: payload.finding }
  return payload.step === 'assess-family' ? { ...next, family: payload.finding } : next
}
export const returnDecider: Decider<Return, ReturnCommand, ReturnEvent, ReturnContext> = {
  ...{ initial: { state: null, isChild: false, risk: null, family: null }, decide, evolve },
}
