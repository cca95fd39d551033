/*
Decisions about a session. What was seen in the hall (who was there, what a sheet says) is taken as it comes and may be said again; a certificate is for who was there
for four fifths of the half-days, once, after the session was closed. It refuses days and tests that the session does not have, and never asks for a name.
*/
import type { Decider } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { HandInSheet, SettleSheet } from '../../contract-sheets.ts'
import type {
  Described,
  FollowUp,
  MarkAttendance,
  PlanSession,
  Practice,
  RevocationReason,
  TakeTests,
  TraineeId,
  TrainingModule,
} from '../../contract-training.ts'
import { followUpDay, followUpEarliest, isTrained, scoreTenths } from './rules.ts'
import type { SessionEvent } from './session-events.ts'
import { type HandedIn, type SheetState, composeAnew, handIn, noSheets, onSheet, settle } from './sheets.ts'

export type SessionCommand =
  | { readonly type: 'plan'; readonly session: PlanSession }
  | { readonly type: 'enrol'; readonly participants: readonly (Described & { readonly person: TraineeId | null })[] }
  | ({ readonly type: 'attend' } & Infer<typeof MarkAttendance>)
  | ({ readonly type: 'test' } & TakeTests)
  | { readonly type: 'hand-in'; readonly said: HandInSheet; readonly from: HandedIn }
  | { readonly type: 'settle'; readonly said: SettleSheet }
  | { readonly type: 'compose'; readonly items: HandInSheet['items'] }
  | { readonly type: 'close' }
  | { readonly type: 'cancel'; readonly reason: string }
  | { readonly type: 'certify'; readonly badges: readonly number[] | null }
  | { readonly type: 'revoke'; readonly badge: number; readonly reason: RevocationReason }
  | ({ readonly type: 'follow-up' } & FollowUp)
  /** `isNaming`: a name is given beside, and the pseudonym may be the one that stands. */
  | { readonly type: 'link'; readonly badge: number; readonly person: TraineeId; readonly isNaming: boolean }
  | { readonly type: 'withdraw' | 'erase'; readonly badge: number; readonly reason: string }

export interface SessionContext {
  readonly now: string
  readonly today: string
  readonly isNear: boolean
  /** For a new session: what was drawn, found and looked up. */
  readonly number: string
  readonly curriculum: {
    readonly title: { readonly fr: string; readonly en: string | null }
    readonly modules: readonly TrainingModule[]
  } | null
  /** Right options of the items, in their order; `null` where one of them is unknown or retired. */
  readonly right: readonly number[] | null
  readonly arePlacesKnown: boolean
  readonly codeOf: (badge: number) => string
}
export interface Participant {
  readonly described: Described & { readonly person: TraineeId | null }
  readonly attendance: readonly (boolean | null)[]
  /** Of an imported one only the sum is known. */
  readonly present: number
  readonly certificate: { readonly number: string; readonly code: string; readonly isRevoked: boolean } | null
  readonly practice: Practice | null
  readonly isErased: boolean
}
export interface Session extends SheetState {
  readonly number: string
  readonly place: { readonly province: string; readonly territoire: string | null }
  readonly halfDays: readonly { readonly on: string }[]
  readonly halfDayCount: number
  readonly firstDay: string
  readonly lastDay: string
  readonly state: 'planned' | 'closed' | 'cancelled' | 'imported'
  readonly participants: ReadonlyMap<number, Participant>
}
export type MaybeSession = Session | null
type Decided = Outcome<readonly SessionEvent[]>

export const daysOf = (halfDays: readonly { readonly on: string }[]): { readonly firstDay: string; readonly lastDay: string } => {
  const days = halfDays.map(({ on }) => on).toSorted()
  return { firstDay: days[0] ?? '', lastDay: days.at(-1) ?? '' }
}

function decide(state: MaybeSession, command: SessionCommand, context: SessionContext): Decided {
  if (command.type === 'plan') return plan(state, command.session, context)
  if (state === null || !context.isNear) return refused('unknown-training-session')
  if (state.state === 'cancelled') return refused('training-session-cancelled')
  switch (command.type) {
    case 'enrol':
      return enrol(state, command.participants)
    case 'attend':
      return attend(state, command.marks, context)
    case 'test':
      return test(state, command)
    case 'hand-in':
      return handIn(state, command.said, command.from)
    case 'settle':
      return settle(state, command.said)
    case 'compose':
      return composeAnew(state, { items: command.items, right: context.right })
    case 'close':
    case 'cancel':
      return end(state, command, context)
    case 'certify':
      return certify(state, command.badges, context)
    case 'revoke':
      return revoke(state, command, context)
    case 'follow-up':
      return followUp(state, command, context)
    default:
      return aboutOne(state, command)
  }
}

/** Refusals: `training-session-there`, `unknown-curriculum`, `unknown-training-place`, `outside-your-territory`, `half-day-twice`, `test-items-unknown`. */
function plan(state: MaybeSession, session: PlanSession, context: SessionContext): Decided {
  if (state !== null) return refused('training-session-there')
  const { curriculum, right } = context
  if (curriculum === null) return refused('unknown-curriculum')
  if (!context.arePlacesKnown) return refused('unknown-training-place')
  if (!context.isNear) return refused('outside-your-territory')
  if (right === null || new Set(session.items).size < session.items.length) return refused('test-items-unknown')
  if (new Set(session.halfDays.map(({ on, part }) => `${on}${part}`)).size < session.halfDays.length) return refused('half-day-twice')
  const halfDays = session.halfDays.toSorted((a, b) => (`${a.on}${a.part}` < `${b.on}${b.part}` ? -1 : 1))
  const payload = { ...session, halfDays, number: context.number, ...curriculum, modules: [...curriculum.modules], right: [...right] }
  return accepted([{ kind: 'training-session.planned.v1', payload }])
}

/** Refusals: `training-session-imported`, `training-session-over`, `badge-given-twice`. */
function enrol(state: Session, participants: readonly (Described & { readonly person: TraineeId | null })[]): Decided {
  if (state.state === 'imported') return refused('training-session-imported')
  if (state.state !== 'planned') return refused('training-session-over')
  const badges = participants.map(({ badge }) => badge)
  const taken = badges.find((badge, at) => state.participants.has(badge) || badges.indexOf(badge) !== at)
  if (taken !== undefined) return refused('badge-given-twice', { badge: taken })
  return accepted([{ kind: 'training-session.enrolled.v1', payload: { participants: participants.map((each) => ({ ...each })) } }])
}

/** Refusals: `training-session-imported`, `unknown-badge`, `no-such-half-day`, `half-day-to-come`. */
function attend(state: Session, marks: Infer<typeof MarkAttendance>['marks'], { today }: SessionContext): Decided {
  if (state.state === 'imported') return refused('training-session-imported')
  for (const { badge, halfDay } of marks) {
    if (!state.participants.has(badge)) return refused('unknown-badge', { badge })
    const day = state.halfDays[halfDay]
    if (day === undefined) return refused('no-such-half-day')
    if (day.on > today) return refused('half-day-to-come', { day: day.on })
  }
  return accepted([{ kind: 'training-session.attended.v1', payload: { marks } }])
}

/** Refusals: `training-session-imported`, `session-without-test`, `unknown-badge`, `answers-do-not-fit`. */
function test(state: Session, { when, sheets }: TakeTests): Decided {
  if (state.state === 'imported') return refused('training-session-imported')
  if (state.right.length === 0) return refused('session-without-test')
  const scored: { badge: number; answers: (number | null)[]; scoreTenths: number }[] = []
  for (const { badge, answers } of sheets) {
    if (!state.participants.has(badge)) return refused('unknown-badge', { badge })
    const score = answers.length === state.right.length ? scoreTenths(answers, state.right) : null
    if (score === null) return refused('answers-do-not-fit', { badge })
    scored.push({ badge, answers, scoreTenths: score })
  }
  return accepted([{ kind: 'training-session.tested.v1', payload: { when, sheets: scored } }])
}

/** Refusals: `training-session-over`, `training-session-not-over`, `training-session-was-held`. */
function end(state: Session, command: Extract<SessionCommand, { readonly type: 'close' | 'cancel' }>, { today }: SessionContext): Decided {
  if (state.state !== 'planned') return refused('training-session-over')
  if (command.type === 'close') {
    if (state.lastDay > today) return refused('training-session-not-over', { day: state.lastDay })
    return accepted([{ kind: 'training-session.closed.v1', payload: {} }])
  }
  if ([...state.participants.values()].some(({ present }) => present > 0)) return refused('training-session-was-held')
  return accepted([{ kind: 'training-session.cancelled.v1', payload: { reason: command.reason } }])
}

/** Refusals: `certificates-after-closing`, `unknown-badge`, `not-trained`, `certificate-given`, `nobody-to-certify`. */
function certify(state: Session, asked: readonly number[] | null, { today, codeOf }: SessionContext): Decided {
  if (state.state !== 'closed') return refused('certificates-after-closing')
  const stands = (badge: number) => state.participants.get(badge)?.certificate?.isRevoked === false
  const trained = (badge: number) => isTrained(state.participants.get(badge)?.present ?? 0, state.halfDayCount)
  const badges = asked ?? [...state.participants.keys()].filter((badge) => trained(badge) && !stands(badge))
  if (badges.length === 0) return refused('nobody-to-certify')
  for (const badge of new Set(badges)) {
    if (!state.participants.has(badge)) return refused('unknown-badge', { badge })
    if (!trained(badge)) return refused('not-trained', { badge })
    if (stands(badge)) return refused('certificate-given', { badge })
  }
  const certificates = [...new Set(badges)].map((badge) => ({
    ...{ badge, number: `${state.number}/${String(badge).padStart(2, '0')}`, code: codeOf(badge) },
  }))
  return accepted([{ kind: 'training-session.certified.v1', payload: { on: today, certificates } }])
}
/** Refusals: `unknown-badge`, `no-certificate-to-revoke`. */
function revoke(
  state: Session,
  { badge, reason }: { readonly badge: number; readonly reason: RevocationReason },
  { today }: SessionContext,
): Decided {
  const held = state.participants.get(badge)
  if (!held) return refused('unknown-badge', { badge })
  if (held.certificate === null || held.certificate.isRevoked) return refused('no-certificate-to-revoke')
  const payload = { badge, code: held.certificate.code, reason, on: today }
  return accepted([{ kind: 'training-session.certificate-revoked.v1', payload }])
}

/** Refusals: `unknown-badge`, `follow-up-of-trained`, `follow-up-day-not-valid`, `follow-up-too-early`. */
function followUp(state: Session, { type: _type, ...said }: { readonly type: 'follow-up' } & FollowUp, { today }: SessionContext): Decided {
  const asked = state.participants.get(said.badge)
  if (!asked) return refused('unknown-badge', { badge: said.badge })
  if (!isTrained(asked.present, state.halfDayCount)) return refused('follow-up-of-trained', { badge: said.badge })
  if (said.on > today || said.on <= state.lastDay) return refused('follow-up-day-not-valid')
  const from = followUpDay(state.lastDay)
  // A month earlier is still a look at practice half a year later; sooner it is not.
  if (said.on < followUpEarliest(state.lastDay)) return refused('follow-up-too-early', { day: from })
  return accepted([{ kind: 'training-session.followed-up.v1', payload: said }])
}

/** Refusals: `unknown-badge`, `person-is-linked`, `trainee-already-erased`, `participant-was-there`. */
function aboutOne(state: Session, command: Extract<SessionCommand, { readonly type: 'link' | 'withdraw' | 'erase' }>): Decided {
  const { badge } = command
  const held = state.participants.get(badge)
  if (!held) return refused('unknown-badge', { badge })
  if (command.type === 'link') {
    if (held.isErased) return refused('trainee-already-erased')
    if (held.described.person === command.person && !command.isNaming) return refused('person-is-linked')
    return accepted([{ kind: 'training-session.linked.v1', payload: { badge, person: command.person } }])
  }
  const { reason } = command
  if (command.type === 'erase')
    return held.isErased
      ? refused('trainee-already-erased')
      : accepted([{ kind: 'training-session.person-erased.v1', payload: { badge, reason } }])
  if (held.present > 0 || held.certificate !== null) return refused('participant-was-there', { badge })
  return accepted([{ kind: 'training-session.withdrawn.v1', payload: { badge, reason } }])
}

const blank = { present: 0, certificate: null, practice: null, isErased: false } as const
const change = (state: Session, badge: number, how: (one: Participant) => Participant): Session => {
  const held = state.participants.get(badge)
  return held === undefined ? state : { ...state, participants: new Map(state.participants).set(badge, how(held)) }
}

function evolve(state: MaybeSession, event: SessionEvent): MaybeSession {
  if (event.kind === 'training-session.planned.v1') {
    const { number, province, territoire, halfDays, items, right } = event.payload
    return {
      ...{ number, place: { province, territoire }, halfDays, halfDayCount: halfDays.length, ...daysOf(halfDays), items, right },
      ...{ state: 'planned', participants: new Map(), ...noSheets },
    }
  }
  if (event.kind === 'training-session.imported.v1') return imported(state, event.payload)
  return state === null ? null : onward(state, event)
}
function imported(
  state: MaybeSession,
  { session, participants }: Extract<SessionEvent, { readonly kind: 'training-session.imported.v1' }>['payload'],
): Session {
  const { number, province, territoire, firstDay, lastDay, halfDays } = session
  const held = new Map(state?.participants)
  for (const { present, preTenths: _pre, postTenths: _post, practice, followedOn: _on, ...described } of participants)
    held.set(described.badge, { ...blank, described, attendance: [], present, practice })
  return {
    ...{ number, place: { province, territoire }, halfDays: [], halfDayCount: halfDays, firstDay, lastDay },
    ...{ state: 'imported', participants: held, items: [], right: [], ...noSheets },
  }
}

type Onward = Exclude<SessionEvent, { readonly kind: 'training-session.planned.v1' | 'training-session.imported.v1' }>
function onward(state: Session, event: Onward): Session {
  switch (event.kind) {
    case 'training-session.enrolled.v1': {
      const held = new Map(state.participants)
      for (const described of event.payload.participants)
        held.set(described.badge, { ...blank, described, attendance: state.halfDays.map(() => null) })
      return { ...state, participants: held }
    }
    case 'training-session.attended.v1':
      return event.payload.marks.reduce((before, mark) => change(before, mark.badge, (held) => marked(held, mark)), state)
    case 'training-session.tested.v1':
    case 'training-session.sheet-handed-in.v1':
    case 'training-session.sheet-settled.v1':
    case 'training-session.test-composed.v1':
      return onSheet(state, event)
    case 'training-session.closed.v1':
      return { ...state, state: 'closed' }
    case 'training-session.cancelled.v1':
      return { ...state, state: 'cancelled' }
    case 'training-session.certified.v1':
      return event.payload.certificates.reduce(
        (before, { badge, number, code }) =>
          change(before, badge, (held) => ({ ...held, certificate: { number, code, isRevoked: false } })),
        state,
      )
    case 'training-session.withdrawn.v1': {
      const left = new Map(state.participants)
      left.delete(event.payload.badge)
      return { ...state, participants: left }
    }
    default:
      return change(state, event.payload.badge, (held) => onPerson(held, event))
  }
}
type OfPerson = Extract<Onward, { readonly payload: { readonly badge: number } }>
function onPerson(held: Participant, event: OfPerson): Participant {
  if (event.kind === 'training-session.followed-up.v1') return { ...held, practice: event.payload.practice }
  if (event.kind === 'training-session.linked.v1') return { ...held, described: { ...held.described, person: event.payload.person } }
  if (event.kind === 'training-session.person-erased.v1') return { ...held, isErased: true }
  return held.certificate === null ? held : { ...held, certificate: { ...held.certificate, isRevoked: true } }
}
export function marked(held: Participant, { halfDay, present }: { readonly halfDay: number; readonly present: boolean }): Participant {
  const attendance = held.attendance.map((before, at) => (at === halfDay ? present : before))
  return { ...held, attendance, present: attendance.filter((there) => there === true).length }
}

export const sessionDecider: Decider<MaybeSession, SessionCommand, SessionEvent, SessionContext> = { initial: null, decide, evolve }
