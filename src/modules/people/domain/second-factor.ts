/*
The second factor of accounts that open files. It is demanded of every organisation; an organisation may do without only on a server that is a
demonstration, and that is a fact with its day and author. Who lost it gets it taken off by two persons of two sides: the administrator, who knows no
file, and somebody of the own body, who knows the person. It refuses to know what a code looks like: that is the business of sign-in.
*/
import { daysBetween, todayAt } from '../../../kernel/calendar.ts'
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { Evidence } from '../../../kernel/rulebook.ts'
import { type Infer, instant, oneOf, record, text } from '../../../kernel/schema.ts'
import { AccountId } from '../contract.ts'

/** Hours after which who opens files signs in anew, days that an asked reset waits for the second person, days that a reset stays marked, days for which a voice has its role. */
export const FACTOR_RULES = { sessionHours: 12, askDays: 7, markDays: 90, voiceDays: 7 } as const
export const FACTOR_EVIDENCE: Evidence = 'D'

export const FactorWaived = record({ by: text(60) })
export const FactorDemanded = record({ by: text(60) })
export const factorPolicyKinds = { 'second-factor.waived.v1': FactorWaived, 'second-factor.demanded.v1': FactorDemanded }
export type FactorPolicyEvent =
  | DomainEvent<'second-factor.waived.v1', Infer<typeof FactorWaived>>
  | DomainEvent<'second-factor.demanded.v1', Infer<typeof FactorDemanded>>
export interface FactorPolicyCommand {
  readonly type: 'waive' | 'demand'
}
export interface FactorPolicyContext {
  readonly by: string
  readonly known: boolean
  readonly isDemonstration: boolean
}
export const factorPolicyDecider: Decider<{ readonly waived: boolean }, FactorPolicyCommand, FactorPolicyEvent, FactorPolicyContext> = {
  initial: { waived: false },
  decide: ({ waived }, { type }, { by, known, isDemonstration }): Outcome<readonly FactorPolicyEvent[]> => {
    if (!known) return refused('unknown-organisation')
    if (type === 'waive' && !isDemonstration) return refused('second-factor-only-in-demonstration')
    if (waived === (type === 'waive')) return refused('second-factor-as-asked')
    return accepted([{ kind: type === 'waive' ? 'second-factor.waived.v1' : 'second-factor.demanded.v1', payload: { by } }])
  },
  evolve: (_state, event) => ({ waived: event.kind === 'second-factor.waived.v1' }),
}

export const FactorSide = oneOf('administrator', 'own-body')
export type FactorSide = Infer<typeof FactorSide>
export const FactorResetAsked = record({ by: AccountId, side: FactorSide, at: instant() })
export const FactorReset = record({ by: AccountId, askedBy: AccountId })
export const FactorResetWithdrawn = record({ by: AccountId })
export const factorResetKinds = {
  'factor-reset.asked.v1': FactorResetAsked,
  'factor-reset.withdrawn.v1': FactorResetWithdrawn,
  'factor-reset.done.v1': FactorReset,
}
export type FactorResetEvent =
  | DomainEvent<'factor-reset.asked.v1', Infer<typeof FactorResetAsked>>
  | DomainEvent<'factor-reset.withdrawn.v1', Infer<typeof FactorResetWithdrawn>>
  | DomainEvent<'factor-reset.done.v1', Infer<typeof FactorReset>>
export interface FactorResetState {
  readonly asked: Infer<typeof FactorResetAsked> | null
}
export interface FactorResetContext {
  readonly by: AccountId
  /** On which side whoever asks stands; `null`: on none, so the account is unknown to them. */
  readonly side: FactorSide | null
  readonly isSelf: boolean
  /** An open account that opens files. */
  readonly concerned: boolean
  readonly isEnrolled: boolean
  readonly at: string
  /** Of who asks now and, by what gives them a voice: since when, and by whom it was given. */
  readonly voice: FactorVoice
  /** The same of who asked first; `null`: nobody did. */
  readonly firstVoice: FactorVoice | null
}
export interface FactorVoice {
  /** The newest of their roles: one person must not make themselves a second voice for the occasion. */
  readonly since: string | null
  readonly grantedBy: readonly string[]
}
export const isAskOver = (askedAt: string, now: string): boolean => daysBetween(todayAt(askedAt), todayAt(now)) > FACTOR_RULES.askDays

const isYoung = ({ since }: FactorVoice, now: string): boolean =>
  since === null || daysBetween(todayAt(since), todayAt(now)) < FACTOR_RULES.voiceDays

export interface FactorResetCommand {
  readonly type: 'reset' | 'withdraw'
}
export const factorResetDecider: Decider<FactorResetState, FactorResetCommand, FactorResetEvent, FactorResetContext> = {
  initial: { asked: null },
  decide: (
    { asked },
    { type },
    { by, side, isSelf, concerned, isEnrolled, at, voice, firstVoice },
  ): Outcome<readonly FactorResetEvent[]> => {
    if (!concerned || side === null) return refused('unknown-account')
    if (isSelf) return refused('not-to-yourself')
    // Both sides may: that it was asked for by mistake, or by the wrong person, is safe to say.
    if (type === 'withdraw')
      return asked === null || isAskOver(asked.at, at)
        ? refused('factor-reset-none-asked')
        : accepted([{ kind: 'factor-reset.withdrawn.v1', payload: { by } }])
    if (!isEnrolled) return refused('factor-reset-nothing')
    if (isYoung(voice, at)) return refused('factor-reset-voice-too-new', { days: FACTOR_RULES.voiceDays })
    if (asked === null || isAskOver(asked.at, at)) return accepted([{ kind: 'factor-reset.asked.v1', payload: { by, side, at } }])
    if (asked.by === by) return refused('factor-reset-second-person')
    if (asked.side === side) return refused('factor-reset-other-side')
    if (voice.grantedBy.includes(asked.by) || firstVoice?.grantedBy.includes(by)) return refused('factor-reset-voice-of-other')
    return accepted([{ kind: 'factor-reset.done.v1', payload: { by, askedBy: asked.by } }])
  },
  evolve: (_state, event) => ({ asked: event.kind === 'factor-reset.asked.v1' ? event.payload : null }),
}

/** `none`: opens no file. `waived`: would have to, on a demonstration that does without. */
export const FactorRule = oneOf('none', 'demanded', 'waived')
export type FactorRule = Infer<typeof FactorRule>
