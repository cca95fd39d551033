/*
Decisions about a meeting. An ordinary one is convened seven days ahead; it decides only while its quorum sits, and what it decided before the quorum was lost stands.
Minutes are approved in a later meeting, by who presides and did not write them; then they are locked under their hash, and what is put right later is a dated note.
*/
import { addDays, daysBetween } from '../../../kernel/calendar.ts'
import type { Decider } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { Infer } from '../../../kernel/schema.ts'
import { type CommitteeId, type MeetingId, type MeetingState } from '../contract.ts'
import type * as words from '../contract-meetings.ts'
import { type AgendaItem, type SeatState } from '../contract-meetings.ts'
import { ITEMS_IN_AN_EVENT, ITEMS_IN_ORDER, agendaChanges, grown } from './agenda-changes.ts'
import { type Committee, seatsOf, sittingOf } from './committee.ts'
import type * as facts from './meeting-events.ts'
import type { MeetingEvent } from './meeting-events.ts'
import { type Attendance, type Quorum, quorumOf } from './quorum.ts'
import { committeeRules } from './rules.ts'
import { refusedWords } from './said.ts'

type With<Type extends string, Said> = { readonly type: Type } & Said
export type MeetingCommand =
  | With<'convene', { readonly committee: CommitteeId } & Infer<typeof words.ConveneMeeting>>
  | With<'refresh', object>
  | With<'add-item', { readonly key: string } & Infer<typeof words.AddItem>>
  | With<'remove-item', Infer<typeof words.RemoveItem>>
  | With<'order-items', Infer<typeof words.OrderItems>>
  | With<'open', Infer<typeof words.OpenMeeting>>
  | With<'note-seat', Infer<typeof words.SeatNote>>
  | With<'decide', Infer<typeof words.Decide>>
  | With<'close', object>
  | With<'cancel', Infer<typeof words.CancelMeeting>>
  | With<'write-minutes', Infer<typeof words.WriteMinutes>>
  | With<'approve-minutes', { readonly in: MeetingId }>
  | With<'correct-minutes', Infer<typeof words.CorrectMinutes>>
export interface MeetingContext {
  readonly now: string
  readonly today: string
  readonly account: string
  /** As it stands at this moment. */
  readonly committee: Committee | null
  /** Meetings of the committee in the year, this one left out. */
  readonly inYear: number
  /** What is open now, by those who know it. */
  readonly open: readonly AgendaItem[]
  /** Items of this meeting on which an action was given. */
  readonly owed: readonly string[]
  /** The meeting in which minutes are approved. */
  readonly approving: {
    readonly committee: string
    readonly code: string
    readonly day: string
    readonly state: MeetingState
    readonly quorum: boolean
  } | null
  readonly hash: (content: unknown) => string
}
export interface Meeting {
  readonly convened: Infer<typeof facts.MeetingConvened>
  readonly items: readonly (AgendaItem & { readonly why: string | null })[]
  readonly removed: readonly { readonly item: Meeting['items'][number]; readonly reason: string }[]
  readonly state: MeetingState
  readonly attendance: Attendance
  /** Since it opened without a break; `null` before. */
  readonly quorumKept: boolean | null
  readonly lostAt: string | null
  readonly openedAt: string | null
  readonly closedAt: string | null
  readonly decisions: readonly Infer<typeof facts.Decided>[]
  readonly minutes: Infer<typeof facts.MinutesWritten> | null
  readonly approved: Infer<typeof facts.MinutesApproved> | null
  readonly notes: readonly Infer<typeof facts.MinutesNoted>[]
}
export type MaybeMeeting = Meeting | null
type Answer = Outcome<readonly MeetingEvent[]>
type Said<Type extends MeetingCommand['type']> = Extract<MeetingCommand, { readonly type: Type }>

function decide(state: MaybeMeeting, command: MeetingCommand, context: MeetingContext): Answer {
  if (command.type === 'convene') return state === null ? convene(command, context) : refused('meeting-there')
  if (state === null || context.committee === null) return refused('unknown-meeting')
  if (state.state === 'cancelled') return refused('meeting-cancelled')
  const known = { state, committee: context.committee, context }
  switch (command.type) {
    case 'refresh':
    case 'add-item':
    case 'remove-item':
    case 'order-items':
      return state.state === 'closed' ? refused('meeting-closed') : changeAgenda(known, command)
    case 'open':
    case 'note-seat':
    case 'close':
    case 'cancel':
      return state.state === 'closed' ? refused('meeting-closed') : sit(known, command)
    case 'decide':
      return state.state === 'closed' ? refused('meeting-closed') : settle(known, command)
    case 'write-minutes':
    case 'approve-minutes':
    case 'correct-minutes':
      return keepMinutes(known, command)
  }
}
interface Known {
  readonly state: Meeting
  readonly committee: Committee
  readonly context: MeetingContext
}

function convene(command: Said<'convene'>, { committee, today, now, inYear, open }: MeetingContext): Answer {
  if (committee === null) return refused('unknown-committee')
  const { kind, day, time, place, reason } = command
  if (day < today) return refused('meeting-in-the-past')
  if (kind === 'EXTRA' && reason === undefined) return refused('extra-meeting-needs-reason')
  const first = addDays(today, committeeRules.noticeDays)
  if (kind === 'ORD' && daysBetween(today, day) < committeeRules.noticeDays)
    return refused('meeting-notice-too-short', { days: committeeRules.noticeDays, first })
  const stop = refusedWords(place, reason)
  if (stop) return stop
  const code = `${committee.founded.code}-${day.slice(0, 4)}-${twoDigits(inYear + 1)}`
  const payload = {
    committee: command.committee,
    code,
    kind,
    day,
    time,
    place,
    reason: reason ?? null,
    convokedOn: today,
    items: open.slice(0, ITEMS_IN_AN_EVENT),
    at: now,
  }
  return accepted([{ kind: 'committee-meeting.convened.v1', payload }, ...grown(open.slice(ITEMS_IN_AN_EVENT), now)])
}
export const twoDigits = (n: number): string => String(n).padStart(2, '0')

function changeAgenda({ state, context }: Known, command: Said<'refresh' | 'add-item' | 'remove-item' | 'order-items'>): Answer {
  const at = context.now
  if (command.type === 'refresh') return accepted(agendaChanges(state, context))
  if (command.type === 'add-item') {
    const stop = refusedWords(command.title, command.why)
    if (stop) return stop
    const item = { key: `own:${command.key}`, source: 'own' as const, ref: null, site: null, label: command.title, day: null, n: null }
    return accepted([{ kind: 'committee-meeting.item-added.v1', payload: { item, why: command.why, at } }])
  }
  if (command.type === 'remove-item') {
    if (!state.items.some((one) => one.key === command.item)) return refused('no-such-item')
    if (state.decisions.some((one) => one.item === command.item)) return refused('item-decided-already')
    const stop = refusedWords(command.reason)
    if (stop) return stop
    return accepted([{ kind: 'committee-meeting.item-removed.v1', payload: { item: command.item, reason: command.reason, at } }])
  }
  const keys = state.items.map((one) => one.key)
  const named = new Set(command.items)
  if (named.size !== command.items.length || command.items.length !== Math.min(keys.length, ITEMS_IN_ORDER))
    return refused('order-of-other-items')
  if (command.items.some((key) => !keys.includes(key))) return refused('order-of-other-items')
  return accepted([{ kind: 'committee-meeting.items-ordered.v1', payload: { items: command.items, at } }])
}

const quorumNow = (committee: Committee, attendance: Attendance): Quorum => quorumOf(sittingOf(committee), attendance)
function sit({ state, committee, context }: Known, command: Said<'open' | 'note-seat' | 'close' | 'cancel'>): Answer {
  const { now: at, today } = context
  if (command.type === 'cancel') {
    if (state.state === 'open') return refused('meeting-open-already')
    const stop = refusedWords(command.reason)
    return stop ?? accepted([{ kind: 'committee-meeting.cancelled.v1', payload: { reason: command.reason, at } }])
  }
  const seats = seatsOf(committee).map((one) => one.key)
  if (command.type === 'open') {
    if (state.state === 'open') return refused('meeting-open-already')
    if (today < state.convened.day) return refused('meeting-not-yet', { day: state.convened.day })
    const stranger = command.attendance.find((one) => !seats.includes(one.seat))
    if (stranger !== undefined) return refused('no-such-committee-seat', { seat: stranger.seat })
    if (command.attendance.some((one) => one.is === 'left')) return refused('seat-left-before-it-came')
    const { met } = quorumNow(committee, Object.fromEntries(command.attendance.map(({ seat, is }) => [seat, is])))
    return accepted([
      ...agendaChanges(state, context),
      { kind: 'committee-meeting.opened.v1', payload: { attendance: command.attendance, quorum: met, at } },
    ])
  }
  if (state.state !== 'open') return refused('meeting-not-open')
  if (command.type === 'close') {
    const { met } = quorumNow(committee, state.attendance)
    const payload = { on: today, quorum: met, decisions: state.decisions.length, at }
    return accepted([{ kind: 'committee-meeting.closed.v1', payload }])
  }
  const { seat, is } = command
  if (!seats.includes(seat)) return refused('no-such-committee-seat', { seat })
  const before = state.attendance[seat]
  if (is === 'left' && before !== 'present' && before !== 'represented') return refused('seat-left-before-it-came')
  const { met } = quorumNow(committee, { ...state.attendance, [seat]: is })
  return accepted([{ kind: 'committee-meeting.seat-noted.v1', payload: { seat, is, quorum: met, at } }])
}

function settle({ state, committee, context }: Known, { type: _decide, ...said }: Said<'decide'>): Answer {
  if (state.state !== 'open') return refused('meeting-not-open')
  if (!state.items.some((one) => one.key === said.item)) return refused('no-such-item')
  const { met, missing } = quorumNow(committee, state.attendance)
  if (!met) return refused('no-quorum', { missing: [...missing] })
  const stop = refusedWords(said.text, said.dissent)
  if (stop) return stop
  const { vote } = said
  // Who has left by letter has no vote either, whoever came.
  const here = committee.components.filter((one) => !committee.withdrawn.some(({ component }) => component === one.key))
  const sitting = seatsOf({ components: here }).filter((one) => one.voting && isSitting(state.attendance[one.key])).length
  if (vote && vote.for + vote.against + vote.abstained > sitting) return refused('more-votes-than-seats', { seats: sitting })
  if (vote && said.kind !== 'INFORMATION' && vote.for <= vote.against) return refused('vote-does-not-carry')
  const number = `${state.convened.code}-D${twoDigits(state.decisions.length + 1)}`
  const payload = { ...said, number, vote: vote ?? null, dissent: said.dissent ?? null, at: context.now }
  return accepted([{ kind: 'committee-meeting.decided.v1', payload }])
}
const isSitting = (state: SeatState | undefined): boolean => state === 'present' || state === 'represented'

/** What the hash of locked minutes is of: everything a reader of the paper reads. */
export const minutesContent = ({ convened, attendance, items, decisions, minutes }: Meeting) => ({
  ...{ code: convened.code, day: convened.day, place: convened.place, attendance },
  items: items.map(({ key, label }) => ({ key, label })),
  decisions: decisions.map(({ number, kind, text, vote, dissent }) => ({ number, kind, text, vote, dissent })),
  text: minutes?.text ?? '',
})
function keepMinutes({ state, context }: Known, command: Said<'write-minutes' | 'approve-minutes' | 'correct-minutes'>): Answer {
  const { now: at, today, account, approving } = context
  if (command.type === 'write-minutes') {
    if (state.state !== 'closed') return refused('minutes-before-the-end')
    if (state.approved !== null) return refused('minutes-locked')
    const stop = refusedWords(command.text)
    return stop ?? accepted([{ kind: 'committee-meeting.minutes-written.v1', payload: { text: command.text, by: account, at } }])
  }
  if (command.type === 'correct-minutes') {
    if (state.approved === null) return refused('minutes-not-locked')
    const stop = refusedWords(command.text)
    return stop ?? accepted([{ kind: 'committee-meeting.minutes-noted.v1', payload: { text: command.text, on: today, at } }])
  }
  if (state.minutes === null) return refused('no-minutes-yet')
  if (state.approved !== null) return refused('minutes-locked')
  if (state.minutes.by === account) return refused('second-person-for-minutes')
  if (approving === null || approving.committee !== state.convened.committee || approving.day <= state.convened.day)
    return refused('minutes-need-the-next-meeting')
  if (approving.state !== 'open' || !approving.quorum) return refused('minutes-need-an-open-meeting')
  const payload = { in: command.in, code: approving.code, on: today, by: account, sha256: context.hash(minutesContent(state)), at }
  return accepted([{ kind: 'committee-meeting.minutes-approved.v1', payload }])
}

const started = (convened: Meeting['convened']): Meeting => ({
  ...{
    convened,
    items: convened.items.map((one) => ({ ...one, why: null })),
    removed: [],
    state: 'convened',
    attendance: {},
    quorumKept: null,
  },
  ...{ lostAt: null, openedAt: null, closedAt: null, decisions: [], minutes: null, approved: null, notes: [] },
})
const withQuorum = (
  state: Meeting,
  { quorum, at }: { readonly quorum: boolean; readonly at: string },
): Pick<Meeting, 'quorumKept' | 'lostAt'> => ({
  ...{ quorumKept: (state.quorumKept ?? true) && quorum, lostAt: state.lostAt ?? (quorum ? null : at) },
})
const withNow = (item: Meeting['items'][number], now: AgendaItem | undefined): Meeting['items'][number] =>
  now === undefined ? item : { ...now, why: item.why }
function evolve(state: MaybeMeeting, event: MeetingEvent): MaybeMeeting {
  if (event.kind === 'committee-meeting.convened.v1') return started(event.payload)
  if (state === null) return null
  switch (event.kind) {
    case 'committee-meeting.agenda-grew.v1':
      return { ...state, items: [...state.items, ...event.payload.items.map((one) => ({ ...one, why: null }))] }
    case 'committee-meeting.items-updated.v1': {
      const now = new Map(event.payload.items.map((one) => [one.key, one]))
      return { ...state, items: state.items.map((one) => withNow(one, now.get(one.key))) }
    }
    case 'committee-meeting.item-added.v1':
      return { ...state, items: [...state.items, { ...event.payload.item, why: event.payload.why }] }
    case 'committee-meeting.item-removed.v1': {
      const { item, reason } = event.payload
      const gone = state.items.flatMap((one) => (one.key === item ? [{ item: one, reason }] : []))
      return { ...state, items: state.items.filter((one) => one.key !== item), removed: [...state.removed, ...gone] }
    }
    case 'committee-meeting.items-ordered.v1': {
      // What the order does not name comes after it, as it stands.
      const order = new Map(event.payload.items.map((key, place) => [key, place]))
      const placeOf = ({ key }: AgendaItem): number => order.get(key) ?? order.size
      return { ...state, items: state.items.toSorted((a, b) => placeOf(a) - placeOf(b)) }
    }
    case 'committee-meeting.opened.v1': {
      const attendance = Object.fromEntries(event.payload.attendance.map(({ seat, is }) => [seat, is]))
      return { ...state, state: 'open', attendance, openedAt: event.payload.at, ...withQuorum(state, event.payload) }
    }
    case 'committee-meeting.seat-noted.v1': {
      const { seat, is } = event.payload
      return { ...state, attendance: { ...state.attendance, [seat]: is }, ...withQuorum(state, event.payload) }
    }
    default:
      return evolveLater(state, event)
  }
}
type Later = Exclude<
  MeetingEvent,
  {
    kind: `committee-meeting.${'convened' | 'agenda-grew' | 'items-updated' | 'item-added' | 'item-removed' | 'items-ordered' | 'opened' | 'seat-noted'}.v1`
  }
>
function evolveLater(state: Meeting, event: Later): Meeting {
  switch (event.kind) {
    case 'committee-meeting.decided.v1':
      return { ...state, decisions: [...state.decisions, event.payload] }
    case 'committee-meeting.closed.v1':
      return { ...state, state: 'closed', closedAt: event.payload.at, ...withQuorum(state, event.payload) }
    case 'committee-meeting.cancelled.v1':
      return { ...state, state: 'cancelled' }
    case 'committee-meeting.minutes-written.v1':
      return { ...state, minutes: event.payload }
    case 'committee-meeting.minutes-approved.v1':
      return { ...state, approved: event.payload }
    case 'committee-meeting.minutes-noted.v1':
      return { ...state, notes: [...state.notes, event.payload] }
  }
}
export const meetingDecider: Decider<MaybeMeeting, MeetingCommand, MeetingEvent, MeetingContext> = { initial: null, decide, evolve }
