/*
The scorecard of mutual accountability as it travels: what one side promised the other, and how both rate it, each on its own. What the other side said is not in an
answer before both have said theirs or the time for it is over.
*/
import { type Id, type Infer, calendarDate, count, id, listOf, oneOf, orNull, record, text, whole, yesOrNo } from '../../kernel/schema.ts'
import { CommitteeId, CommitteeRules, SeatKey } from './contract.ts'

export const PromiseId = id('committee-promise')
export type PromiseId = Id<'committee-promise'>
export const Quarter = text(7).regex(/^\d{4}-Q[1-4]$/, 'not-a-quarter')
export const Score = whole().min(1).max(5)
export const MakePromise = record({
  holder: SeatKey,
  beneficiary: SeatKey,
  text: text(400),
  indicator: text(300),
  from: Quarter,
  until: Quarter,
})
export const GiveScore = record({ quarter: Quarter, score: Score, comment: text(400) })
export const Side = oneOf('holder', 'beneficiary')
export type Side = Infer<typeof Side>
const given = record({ side: Side, score: Score, comment: text(), on: calendarDate() })
export const QuarterShown = record({
  quarter: Quarter,
  state: oneOf('to-come', 'open', 'closed'),
  /** Last day on which a side may still rate it. */
  closesOn: calendarDate(),
  /** Own score always; the other's once both are in or the time is over. */
  scores: listOf(given),
  /** Sides that have rated, whether or not what they said is shown. */
  rated: listOf(Side),
  gap: orNull(count()),
  isWide: yesOrNo(),
})
export type QuarterShown = Infer<typeof QuarterShown>
export const PromiseShown = record({
  id: PromiseId,
  holder: text(),
  beneficiary: text(),
  text: text(),
  indicator: text(),
  from: Quarter,
  until: Quarter,
  /** What the reader's body is in it. */
  mine: orNull(Side),
  quarters: listOf(QuarterShown),
})
export type PromiseShown = Infer<typeof PromiseShown>
export const Scorecard = record({
  committee: CommitteeId,
  committeeCode: text(),
  committeeName: text(),
  seats: listOf(record({ key: SeatKey, title: text() })),
  promises: listOf(PromiseShown),
  asOf: calendarDate(),
  keeps: yesOrNo(),
  rules: CommitteeRules,
})
export type Scorecard = Infer<typeof Scorecard>
