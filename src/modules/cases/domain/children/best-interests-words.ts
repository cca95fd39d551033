/* The words of the best-interests procedure. What a child said and why something was decided lie in the vault; that the child was heard stands here. */
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Infer, calendarDate, exactly, instant, listOf, oneOf, record, taggedBy, yesOrNo } from '../../../../kernel/schema.ts'
import { ListCode, SubjectCode } from '../codes.ts'
import { AccountId } from '../../../people/contract.ts'
import { SealedRef } from '../sealed-ref.ts'

export const BestInterestsState = oneOf(
  ...(['bia-due', 'bia-done', 'no-bid', 'bid-due', 'bid-panel-scheduled', 'bid-decided', 'implemented', 'review-due'] as const),
)
export type BestInterestsState = Infer<typeof BestInterestsState>
export const BidTrigger = oneOf(
  ...(['durable-solution-unaccompanied', 'exceptional-temporary-care', 'separation-from-parents', 'testimony-by-child'] as const),
  ...(['relocation-to-another-province', 'return-to-community-with-armed-group'] as const),
)
export type BidTrigger = Infer<typeof BidTrigger>
export const Discipline = oneOf('child-protection', 'health', 'mental-health', 'legal', 'education', 'community', 'authority')
/** What a panel may have chosen (D), and what it says of going home: yes, no, or nothing, because it was asked something else. */
export const bidOptions = {
  ...({ 'return-to-family': 'for', 'return-to-community': 'for' } as const),
  ...({ 'stay-with-family': 'against', 'kinship-care': 'against', 'foster-care': 'against', 'residential-care': 'against' } as const),
  ...({ 'independent-living': 'against', relocation: 'against', 'other-question': 'neither' } as const),
} as const
export type BidOption = keyof typeof bidOptions
/** Any other code was written before there was a list, and allows nothing. */
export const isBidOption = (code: string): code is BidOption => Object.hasOwn(bidOptions, code)
const Member = record({ account: AccountId, discipline: Discipline, isUndertakingSigned: yesOrNo(), isVoting: yesOrNo() })
export type PanelMember = Readonly<Infer<typeof Member>>

const details = {
  open: { step: exactly('open'), subject: SubjectCode, caseworker: AccountId },
  assess: {
    step: exactly('complete-assessment'),
    form: oneOf('short', 'comprehensive'),
    triggers: listOf(BidTrigger, 6),
    assessment: SealedRef,
  },
  none: { step: exactly('need-no-determination') },
  need: { step: exactly('need-determination') },
  schedule: { step: exactly('schedule-panel'), on: calendarDate(), members: listOf(Member, 12) },
  decide: {
    ...{ step: exactly('decide'), on: calendarDate(), option: ListCode, reasons: SealedRef, areChildViewsHeard: yesOrNo() },
    voters: listOf(AccountId, 12),
  },
  implement: { step: exactly('implement'), on: calendarDate(), reviewOn: calendarDate() },
  review: { step: exactly('fall-due') },
  again: { step: exactly('begin-review') },
}
const stamp = { to: BestInterestsState, by: AccountId, at: instant() }
export const BestInterestsCommand = taggedBy('step', [
  ...([record(details.open), record(details.assess), record(details.none), record(details.need), record(details.schedule)] as const),
  ...([record(details.decide), record(details.implement), record(details.review), record(details.again)] as const),
])
export type BestInterestsCommand = Infer<typeof BestInterestsCommand>
export const BestInterestsMoved = taggedBy('step', [
  ...([record({ ...details.open, ...stamp }), record({ ...details.assess, ...stamp }), record({ ...details.none, ...stamp })] as const),
  ...([record({ ...details.need, ...stamp }), record({ ...details.schedule, ...stamp }), record({ ...details.decide, ...stamp })] as const),
  ...([
    record({ ...details.implement, ...stamp }),
    record({ ...details.review, ...stamp }),
    record({ ...details.again, ...stamp }),
  ] as const),
])
export const bestInterestsKinds = { 'best-interests.moved.v1': BestInterestsMoved } as const
export type BestInterestsEvent = DomainEvent<'best-interests.moved.v1', Infer<typeof BestInterestsMoved>>
