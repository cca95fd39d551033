/*
The end of what is known about a person: keys are destroyed, never rows, so the chain stays whole and the ciphertext means nothing. What remains is
a list of codes chosen by name here; a field that is not in it does not remain. A legal hold stops everything, the person's own wish included, and
who asked for a hold does not lift it alone.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import {
  type Infer,
  calendarDate,
  count,
  exactly,
  id,
  instant,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  taggedBy,
  text,
  yesOrNo,
} from '../../../../kernel/schema.ts'
import { AccountId } from '../../../people/contract.ts'
import { CaseState, CaseType, ClosureReason } from '../case/case-words.ts'
import { ServiceType } from '../referral/referral-words.ts'
import { SealedRef, Vault } from '../sealed-ref.ts'

export const HoldId = id('legal-hold')
/** One key of one vault; evidence of consent has keys of its own because it is kept a year longer. */
export const KeyGeneration = record({ vault: Vault, holds: oneOf('person', 'consent-evidence'), generation: text(80) })
export type KeyGeneration = Readonly<Infer<typeof KeyGeneration>>
const Quarter = text(7)
/** All that remains. A quarter instead of a day, a province instead of a place. */
export const AnonymousFacts = record({
  ...{ type: CaseType, endedAs: CaseState, ageBand: text(20), gender: text(40), provinceCode: orNull(text(12)) },
  ...{
    openedIn: Quarter,
    closedIn: orNull(Quarter),
    closureReason: orNull(ClosureReason),
    services: listOf(ServiceType, 40),
    referrals: count(),
    /** Whether the person still agreed to be counted outside of this house when the file ended. */
    mayLeave: maybe(yesOrNo()),
  },
})
export type AnonymousFacts = Readonly<Infer<typeof AnonymousFacts>>

const stamp = { by: AccountId, at: instant() }
const place = {
  hold: HoldId,
  ground: oneOf('investigation', 'trial', 'complaint-about-us', 'audit'),
  reason: maybe(SealedRef),
  until: orNull(calendarDate()),
}
export const RetentionCommand = taggedBy('step', [
  record({ step: exactly('place-hold'), ...place }),
  record({ step: exactly('lift-hold'), hold: HoldId }),
  record({ step: exactly('choose-erasure'), choice: oneOf('erase', 'seal') }),
  record({ step: exactly('shred') }),
  record({ step: exactly('destroy-consent-evidence') }),
  record({ step: exactly('destroy-witness-key') }),
])
export type RetentionCommand = Infer<typeof RetentionCommand>
const shredded = { generations: listOf(KeyGeneration, 200), ...stamp }
export const retentionKinds = {
  'case-hold.placed.v1': record({ ...place, ...stamp }),
  'case-hold.lifted.v1': record({ hold: HoldId, ...stamp }),
  'case-erasure.chosen.v1': record({ choice: oneOf('erase', 'seal'), ...stamp }),
  'case.shredded.v1': record({ ...shredded, because: oneOf('schedule', 'own-wish'), facts: AnonymousFacts }),
  'case-consent-evidence.destroyed.v1': record(shredded),
  'witness-key.destroyed.v1': record(shredded),
} as const
type Kinds = typeof retentionKinds
export type RetentionEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]

export interface Retention {
  readonly holds: ReadonlyMap<string, { readonly by: string; readonly until: string | null; readonly isLifted: boolean }>
  readonly choice: 'erase' | 'seal' | null
  /** Who wrote down what the person chose: another carries it out. */
  readonly choiceBy: string | null
  readonly isShredded: boolean
  readonly isEvidenceDestroyed: boolean
  readonly isWitnessDestroyed: boolean
}
export interface RetentionContext {
  readonly by: AccountId
  readonly at: string
  readonly today: string
  readonly mayHold: boolean
  readonly caseState: CaseState
  /** By the schedule; `null`: nothing is due while things are as they are. */
  readonly caseDueOn: string | null
  readonly evidenceDueOn: string | null
  readonly witnessDueOn: string | null
  readonly generations: readonly KeyGeneration[]
  readonly facts: AnonymousFacts
}
/** A hold with a day ends with that day. */
export const isHeld = ({ holds }: Pick<Retention, 'holds'>, today: string): boolean =>
  [...holds.values()].some((one) => !one.isLifted && (one.until === null || one.until >= today))
export const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

function decide(state: Retention, command: RetentionCommand, context: RetentionContext): Outcome<readonly RetentionEvent[]> {
  const stamped = { by: context.by, at: context.at }
  switch (command.step) {
    case 'place-hold':
    case 'lift-hold':
      return decideHold(state, command, context)
    case 'choose-erasure':
      if (context.caseState !== 'consent-withdrawn') return refused('erasure-only-after-withdrawal')
      if (state.isShredded) return refused('already-shredded')
      if (command.choice === 'erase' && isHeld(state, context.today)) return refused('legal-hold')
      return accepted([{ kind: 'case-erasure.chosen.v1', payload: { choice: command.choice, ...stamped } }])
    case 'shred':
      return shred(state, context)
    case 'destroy-consent-evidence':
    case 'destroy-witness-key':
      return destroy(state, command.step, context)
  }
}
function destroy(
  state: Retention,
  step: 'destroy-consent-evidence' | 'destroy-witness-key',
  { by, at, today, ...context }: RetentionContext,
): Outcome<readonly RetentionEvent[]> {
  const isEvidence = step === 'destroy-consent-evidence'
  const due = isEvidence ? context.evidenceDueOn : context.witnessDueOn
  if (isEvidence ? state.isEvidenceDestroyed : state.isWitnessDestroyed) return refused('already-shredded')
  if (isHeld(state, today)) return refused('legal-hold')
  if (due === null || due > today) return refused('retention-not-over', { from: due })
  const generations = context.generations.filter((one) => (isEvidence ? one.holds === 'consent-evidence' : one.vault === 'witness'))
  const kind = isEvidence ? 'case-consent-evidence.destroyed.v1' : 'witness-key.destroyed.v1'
  return accepted([{ kind, payload: { generations, by, at } }])
}
type Hold = Extract<RetentionCommand, { step: 'place-hold' | 'lift-hold' }>
function decideHold(state: Retention, command: Hold, { by, at, mayHold }: RetentionContext): Outcome<readonly RetentionEvent[]> {
  if (!mayHold) return refused('legal-hold-not-yours')
  const known = state.holds.get(command.hold)
  if (command.step === 'place-hold') {
    const { step: _step, ...placed } = command
    if (state.isShredded) return refused('already-shredded')
    return known ? refused('legal-hold-already-placed') : accepted([{ kind: 'case-hold.placed.v1', payload: { ...placed, by, at } }])
  }
  if (!known || known.isLifted) return refused('unknown-legal-hold')
  return known.by === by
    ? refused('legal-hold-lifted-by-another-person')
    : accepted([{ kind: 'case-hold.lifted.v1', payload: { hold: command.hold, by, at } }])
}
/** States in which nobody works on it any more. */
export const OVER: readonly CaseState[] = ['not-eligible', 'closed', 'archived', 'consent-withdrawn', 'transferred']
function shred(state: Retention, context: RetentionContext): Outcome<readonly RetentionEvent[]> {
  const { by, at, today, caseState, caseDueOn, facts } = context
  if (state.isShredded) return refused('already-shredded')
  if (!OVER.includes(caseState)) return refused('case-still-worked-on', { state: caseState })
  if (isHeld(state, today)) return refused('legal-hold')
  const isWished = caseState === 'consent-withdrawn' && state.choice === 'erase'
  if (!isWished && (caseDueOn === null || caseDueOn > today)) return refused('retention-not-over', { from: caseDueOn })
  if (isWished && state.choiceBy === by) return refused('erasure-by-another-person')
  const generations = context.generations.filter((one) => one.holds === 'person' && one.vault !== 'witness')
  return accepted([{ kind: 'case.shredded.v1', payload: { generations, facts, because: isWished ? 'own-wish' : 'schedule', by, at } }])
}

function evolve(state: Retention, { kind, payload }: RetentionEvent): Retention {
  switch (kind) {
    case 'case-hold.placed.v1':
      return { ...state, holds: new Map([...state.holds, [payload.hold, { by: payload.by, until: payload.until, isLifted: false }]]) }
    case 'case-hold.lifted.v1':
      return {
        ...state,
        holds: new Map([...state.holds].map(([hold, one]) => [hold, hold === payload.hold ? { ...one, isLifted: true } : one])),
      }
    case 'case-erasure.chosen.v1':
      return { ...state, choice: payload.choice, choiceBy: payload.by }
    case 'case.shredded.v1':
      return { ...state, isShredded: true }
    case 'case-consent-evidence.destroyed.v1':
      return { ...state, isEvidenceDestroyed: true }
    case 'witness-key.destroyed.v1':
      return { ...state, isWitnessDestroyed: true }
  }
}
export const retentionDecider: Decider<Retention, RetentionCommand, RetentionEvent, RetentionContext> = {
  ...{
    initial: { holds: new Map(), choice: null, choiceBy: null, isShredded: false, isEvidenceDestroyed: false, isWitnessDestroyed: false },
    decide,
    evolve,
  },
}
