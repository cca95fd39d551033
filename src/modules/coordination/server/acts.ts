/* Steps as they lie in the rows, parsed by the schema of each kind. What no schema knows is refused: a row that cannot be read is a fault, not an empty answer. */
import { type Infer, type Schema, exactly, instant, listOf, record, taggedBy } from '../../../kernel/schema.ts'
import * as action from '../domain/action.ts'
import * as committee from '../domain/committee.ts'
import * as fund from '../domain/fund.ts'
import * as meeting from '../domain/meeting-events.ts'
import * as promise from '../domain/promise.ts'

const act = <const Kind extends string, S extends Schema<unknown>>(kind: Kind, payload: S) =>
  record({ kind: exactly(kind), payload, learnedAt: instant() })

export const CommitteeActs = listOf(
  taggedBy('kind', [
    act('committee.founded.v1', committee.CommitteeFounded),
    act('committee.revised.v1', committee.CommitteeRevisedOnce),
    act('committee.revised.v2', committee.CommitteeRevised),
    act('committee.component-withdrew.v1', committee.ComponentWithdrew),
    act('committee.component-returned.v1', committee.ComponentReturned),
  ]),
)
export const MeetingActs = listOf(
  taggedBy('kind', [
    act('committee-meeting.convened.v1', meeting.MeetingConvened),
    act('committee-meeting.agenda-grew.v1', meeting.AgendaGrew),
    act('committee-meeting.items-updated.v1', meeting.ItemsUpdated),
    act('committee-meeting.item-added.v1', meeting.ItemAdded),
    act('committee-meeting.item-removed.v1', meeting.ItemRemoved),
    act('committee-meeting.items-ordered.v1', meeting.ItemsOrdered),
    act('committee-meeting.opened.v1', meeting.MeetingOpened),
    act('committee-meeting.seat-noted.v1', meeting.SeatNoted),
    act('committee-meeting.decided.v1', meeting.Decided),
    act('committee-meeting.closed.v1', meeting.MeetingClosed),
    act('committee-meeting.cancelled.v1', meeting.MeetingCancelled),
    act('committee-meeting.minutes-written.v1', meeting.MinutesWritten),
    act('committee-meeting.minutes-approved.v1', meeting.MinutesApproved),
    act('committee-meeting.minutes-noted.v1', meeting.MinutesNoted),
  ]),
)
export const ActionActs = listOf(
  taggedBy('kind', [
    act('committee-action.opened.v1', action.ActionOpened),
    act('committee-action.reported.v1', action.ActionReported),
    act('committee-action.done.v1', action.ActionReported),
    act('committee-action.cancelled.v1', action.ActionCancelled),
  ]),
)
export type ActionAct = Infer<typeof ActionActs>[number]
export const FundActs = listOf(
  taggedBy('kind', [
    act('committee-fund.received.v1', fund.FundReceived),
    act('committee-fund.project-started.v1', fund.FundProjectStarted),
    act('committee-fund.project-moved.v1', fund.FundProjectMoved),
    act('committee-fund.spent.v1', fund.FundSpent),
    act('committee-fund.reversed.v1', fund.FundReversed),
  ]),
)
export const PromiseActs = listOf(
  taggedBy('kind', [act('committee-promise.made.v1', promise.PromiseMade), act('committee-promise.rated.v1', promise.PromiseRated)]),
)
