/* What can happen to a meeting, as facts: one for each step from the convocation to the note that corrects its minutes. */
import type { DomainEvent } from '../../../kernel/decider.ts'
import { type Infer, calendarDate, count, instant, listOf, orNull, record, text, yesOrNo } from '../../../kernel/schema.ts'
import { CommitteeId, MeetingId } from '../contract.ts'
import { AgendaItem, DecisionKind, MeetingKind, SeatNote, Vote } from '../contract-meetings.ts'

const at = { at: instant() }
export const MeetingConvened = record({
  committee: CommitteeId,
  code: text(40),
  kind: MeetingKind,
  day: calendarDate(),
  time: text(5),
  place: text(160),
  reason: orNull(text(400)),
  convokedOn: calendarDate(),
  items: listOf(AgendaItem, 500),
  ...at,
})
export const AgendaGrew = record({ items: listOf(AgendaItem, 500), ...at })
/** How many there are by now, of items that nobody has dealt with yet. */
export const ItemsUpdated = record({ items: listOf(AgendaItem, 500), ...at })
export const ItemAdded = record({ item: AgendaItem, why: text(400), ...at })
export const ItemRemoved = record({ item: text(120), reason: text(400), ...at })
export const ItemsOrdered = record({ items: listOf(text(120), 500), ...at })
export const MeetingOpened = record({ attendance: listOf(SeatNote, 600), quorum: yesOrNo(), ...at })
/** `quorum`: as it was once this was noted. */
export const SeatNoted = record({ ...SeatNote.shape, quorum: yesOrNo(), ...at })
export const Decided = record({
  item: text(120),
  number: text(40),
  kind: DecisionKind,
  text: text(1200),
  vote: orNull(Vote),
  dissent: orNull(text(600)),
  isPublic: yesOrNo(),
  ...at,
})
export const MeetingClosed = record({ on: calendarDate(), quorum: yesOrNo(), decisions: count(), ...at })
export const MeetingCancelled = record({ reason: text(400), ...at })
/** `by`: the account that wrote, which is not the one that approves. */
export const MinutesWritten = record({ text: text(20_000), by: text(60), ...at })
export const MinutesApproved = record({ in: MeetingId, code: text(40), on: calendarDate(), by: text(60), sha256: text(64), ...at })
export const MinutesNoted = record({ text: text(1200), on: calendarDate(), ...at })
export const meetingKinds = {
  'committee-meeting.convened.v1': MeetingConvened,
  'committee-meeting.agenda-grew.v1': AgendaGrew,
  'committee-meeting.items-updated.v1': ItemsUpdated,
  'committee-meeting.item-added.v1': ItemAdded,
  'committee-meeting.item-removed.v1': ItemRemoved,
  'committee-meeting.items-ordered.v1': ItemsOrdered,
  'committee-meeting.opened.v1': MeetingOpened,
  'committee-meeting.seat-noted.v1': SeatNoted,
  'committee-meeting.decided.v1': Decided,
  'committee-meeting.closed.v1': MeetingClosed,
  'committee-meeting.cancelled.v1': MeetingCancelled,
  'committee-meeting.minutes-written.v1': MinutesWritten,
  'committee-meeting.minutes-approved.v1': MinutesApproved,
  'committee-meeting.minutes-noted.v1': MinutesNoted,
} as const
type Kinds = typeof meetingKinds
export type MeetingEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
