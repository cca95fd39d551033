/*
Decisions about an action that a meeting gave to a seat. It is done only with what shows it; the seat's own body reports, or the secretary for it. Overdue is no step:
it follows from the day, and so nobody can forget to say it.
*/
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, calendarDate, instant, listOf, orNull, record, text } from '../../../kernel/schema.ts'
import { DocumentRef } from '../../documents/contract.ts'
import { type ActionStatus, CommitteeId, MeetingId, SeatKey } from '../contract.ts'
import type { CancelAction, OpenAction, ReportAction } from '../contract-meetings.ts'
import { type Committee, seatsOf } from './committee.ts'
import type { Meeting } from './meeting.ts'
import { twoDigits } from './meeting.ts'
import { refusedWords } from './said.ts'
import { seatEver } from './versions.ts'

const by = { on: calendarDate(), at: instant(), body: orNull(text(60)) }
export const ActionOpened = record({
  committee: CommitteeId,
  meeting: MeetingId,
  number: text(40),
  item: text(120),
  decision: orNull(text(40)),
  text: text(600),
  owner: SeatKey,
  due: calendarDate(),
  ...by,
})
export const ActionReported = record({ words: text(800), files: listOf(DocumentRef, 6), ...by })
export const ActionCancelled = record({ reason: text(400), ...by })
export const actionKinds = {
  'committee-action.opened.v1': ActionOpened,
  'committee-action.reported.v1': ActionReported,
  'committee-action.done.v1': ActionReported,
  'committee-action.cancelled.v1': ActionCancelled,
} as const
type Kinds = typeof actionKinds
export type ActionEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
export type ActionCommand =
  | ({ readonly type: 'open'; readonly meeting: MeetingId } & Infer<typeof OpenAction>)
  | ({ readonly type: 'report' } & Infer<typeof ReportAction>)
  | ({ readonly type: 'cancel' } & Infer<typeof CancelAction>)
export interface ActionContext {
  readonly now: string
  readonly today: string
  readonly organisation: string | null
  readonly keeps: boolean
  readonly committee: Committee | null
  /** In which it is given, when one is opened. */
  readonly meeting: Meeting | null
  readonly inMeeting: number
  /** Every file named is kept here. */
  readonly areFilesKept: boolean
}
export interface Action {
  readonly opened: Infer<typeof ActionOpened>
  readonly state: 'OPEN' | 'IN_PROGRESS' | 'DONE' | 'CANCELLED'
  readonly doneOn: string | null
}
export type MaybeAction = Action | null
type Decided = Outcome<readonly ActionEvent[]>

export const isOver = ({ state }: Pick<Action, 'state'>): boolean => state === 'DONE' || state === 'CANCELLED'
export const isOverdue = (action: Action, today: string): boolean => !isOver(action) && action.opened.due < today
export const statusOf = (action: Action, today: string): ActionStatus => (isOverdue(action, today) ? 'OVERDUE' : action.state)

/** Done by its day or not; `null` while that is open, or was called off. */
export function onTimeOrNull(action: Action, today: string): boolean | null {
  if (action.state === 'CANCELLED') return null
  if (action.doneOn !== null) return action.doneOn <= action.opened.due
  return action.opened.due < today ? false : null
}

function decide(state: MaybeAction, command: ActionCommand, context: ActionContext): Decided {
  const act = { on: context.today, at: context.now, body: context.organisation }
  if (command.type === 'open') return state === null ? open(command, context) : refused('action-there')
  if (state === null || context.committee === null) return refused('unknown-action')
  if (isOver(state)) return refused('action-over')
  if (command.type === 'cancel') {
    const stop = refusedWords(command.reason)
    return stop ?? accepted([{ kind: 'committee-action.cancelled.v1', payload: { reason: command.reason, ...act } }])
  }
  const seat = seatEver(context.committee, state.opened.owner)
  const isOwn = context.organisation !== null && seat?.organisation === context.organisation
  if (!isOwn && !context.keeps) return refused('action-of-another-seat')
  const { as, words, files = [] } = command
  if (as === 'DONE' && files.length === 0) return refused('action-done-needs-evidence')
  if (!context.areFilesKept) return refused('unknown-evidence-file')
  const stop = refusedWords(words)
  if (stop) return stop
  return accepted([
    { kind: as === 'DONE' ? 'committee-action.done.v1' : 'committee-action.reported.v1', payload: { words, files, ...act } },
  ])
}
function open(
  { meeting: id, item, decision, text: said, owner, due }: Extract<ActionCommand, { type: 'open' }>,
  { now, today, organisation, committee, meeting, inMeeting }: ActionContext,
): Decided {
  if (meeting === null || committee === null) return refused('unknown-meeting')
  if (meeting.state !== 'open' && meeting.state !== 'closed') return refused('meeting-not-open')
  // What was agreed is written down until the minutes are approved, not after.
  if (meeting.approved !== null) return refused('minutes-locked')
  if (!meeting.items.some((one) => one.key === item)) return refused('no-such-item')
  if (decision !== undefined && !meeting.decisions.some((one) => one.number === decision)) return refused('no-such-decision')
  if (!seatsOf(committee).some((one) => one.key === owner)) return refused('no-such-committee-seat', { seat: owner })
  if (due < today) return refused('action-due-in-the-past')
  const stop = refusedWords(said)
  if (stop) return stop
  const number = `${meeting.convened.code}-A${twoDigits(inMeeting + 1)}`
  const act = { on: today, at: now, body: organisation }
  const payload = {
    committee: meeting.convened.committee,
    meeting: id,
    number,
    item,
    decision: decision ?? null,
    text: said,
    owner,
    due,
    ...act,
  }
  return accepted([{ kind: 'committee-action.opened.v1', payload }])
}
function evolve(state: MaybeAction, event: ActionEvent): MaybeAction {
  if (event.kind === 'committee-action.opened.v1') return { opened: event.payload, state: 'OPEN', doneOn: null }
  if (state === null) return null
  switch (event.kind) {
    case 'committee-action.reported.v1':
      return { ...state, state: 'IN_PROGRESS' }
    case 'committee-action.done.v1':
      return { ...state, state: 'DONE', doneOn: event.payload.on }
    case 'committee-action.cancelled.v1':
      return { ...state, state: 'CANCELLED' }
  }
}
export const actionDecider: Decider<MaybeAction, ActionCommand, ActionEvent, ActionContext> = { initial: null, decide, evolve }
