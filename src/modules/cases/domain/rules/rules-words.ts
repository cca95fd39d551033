/*
What the log keeps of rules that a body settled: values, a mark, a source and a reason in plain words, who proposed and who confirmed, and from which
day. Nothing here is about a person who is helped, so nothing is sealed.
*/
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Infer, calendarDate, exactly, instant, listOf, orNull, record, taggedBy, text } from '../../../../kernel/schema.ts'
import { AccountId } from '../../../people/contract.ts'
import { Change, Mark, ProposalId, RulesAs } from '../../contract-rules.ts'

const proposed = {
  ...{ changes: listOf(Change, 100), from: calendarDate() },
  /** V: read in the source; S: from a secondary source; U: not verified; D: decided by the body itself. */
  ...{ evidence: Mark, source: text(300).min(5, 'too-short'), reason: text(1000).min(10, 'too-short') },
}
export const RulesCommand = taggedBy('step', [
  record({ step: exactly('propose'), ...proposed }),
  record({ step: exactly('confirm'), proposal: ProposalId }),
  record({ step: exactly('decline'), proposal: ProposalId }),
])
export type RulesCommand = Infer<typeof RulesCommand>

const stamp = { by: AccountId, as: RulesAs, at: instant() }
export const RulesProposed = record({ proposal: ProposalId, ...proposed, ...stamp })
/** `inForceFrom`: the day that was proposed, or the first on which it can be. */
export const RulesConfirmed = record({ proposal: ProposalId, inForceFrom: calendarDate(), ...stamp })
export const RulesDeclined = record({ proposal: ProposalId, ...stamp })
export const rulesKinds = {
  'case-rules.proposed.v1': RulesProposed,
  'case-rules.confirmed.v1': RulesConfirmed,
  'case-rules.declined.v1': RulesDeclined,
} as const
export type RulesEvent = {
  [Kind in keyof typeof rulesKinds]: DomainEvent<Kind, Infer<(typeof rulesKinds)[Kind]>>
}[keyof typeof rulesKinds]

export const Decided = record({
  ...{ proposed: RulesProposed, confirmed: orNull(RulesConfirmed), declined: orNull(RulesDeclined) },
})
export type Decided = Readonly<Infer<typeof Decided>>
/** All that was ever proposed, oldest first; the newest may still wait. */
export const RulesHistory = listOf(Decided, 10_000)
