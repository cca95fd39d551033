/*
That somebody looked is a fact like any other: of which cases, at what, for which purpose. The subject is the account that looked, so that one look
at a list is one fact. Never what was seen, and never refused: who may look is asked before.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import { type Infer, listOf, oneOf, orNull, record } from '../../../../kernel/schema.ts'
import { CaseId } from '../case/case-words.ts'

export const ViewOf = oneOf(
  ...(['list', 'file', 'identity', 'narrative', 'witness', 'perpetrator', 'evidence', 'package', 'board', 'views', 'refused'] as const),
  ...(['printed', 'subject-access', 'carried', 'transferred', 'attachment', 'attachment-saved'] as const),
)
export type ViewOf = Infer<typeof ViewOf>
export const Viewed = record({
  cases: listOf(CaseId, 2000),
  what: ViewOf,
  purpose: orNull(oneOf('case-work', 'supervision', 'referral', 'protection-of-data', 'justice', 'recovery', 'subject-access')),
})
export type Viewed = Readonly<Infer<typeof Viewed>>
export const viewKinds = { 'case.viewed.v1': Viewed } as const
export type ViewEvent = DomainEvent<'case.viewed.v1', Viewed>
export const viewDecider: Decider<null, Viewed, ViewEvent, null> = {
  initial: null,
  decide: (_state, viewed) => accepted([{ kind: 'case.viewed.v1', payload: viewed }]),
  evolve: (state) => state,
}
