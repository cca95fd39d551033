/* Stays as the house that keeps the beds asks and answers: a code, a room, days. Why somebody stays is in no field. */
import { type Infer, calendarDate, count, instant, listOf, oneOf, orNull, record, text, yesOrNo } from '../../kernel/schema.ts'
import { Room } from './contract-directory.ts'

const share = orNull(count())
export const BedNightsWire = record({ occupied: count(), available: count(), share })
export const StayRow = record({
  stay: text(60),
  subject: text(40),
  room: text(40),
  placedWith: oneOf('women', 'men', 'girls', 'boys'),
  family: orNull(text(40)),
  since: calendarDate(),
  leftOn: orNull(calendarDate()),
  nights: count(),
  /** Longer than the rule allows without somebody looking at it. */
  isReviewDue: yesOrNo(),
})
export type StayRow = Readonly<Infer<typeof StayRow>>
export const StaysAnswer = record({
  stays: listOf(StayRow, 5000),
  rooms: listOf(record({ ...Room.shape, occupied: count() }), 200),
  tonight: BedNightsWire,
  month: record({ ...BedNightsWire.shape, of: text(7) }),
  alert: orNull(oneOf('full', 'nearly-full')),
  /** Accepted referrals of this body that have no bed yet. */
  waiting: listOf(record({ referral: text(60), subject: text(40) }), 500),
  rules: record({ nearlyFullPercent: count(), reviewAfterDays: count(), mark: oneOf('V', 'S', 'U', 'D') }),
  asOf: instant(),
})
export type StaysAnswer = Readonly<Infer<typeof StaysAnswer>>
