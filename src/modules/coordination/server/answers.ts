/* Committees and actions as answers say them: health in numbers with their parts, seats by function and body, what is overdue first. No person is in any of them. */
import { daysBetween } from '../../../kernel/calendar.ts'
import { mustParse } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { OrganisationId } from '../../people/contract.ts'
import type { ActionLine, CommitteeBoard, CommitteeLine, Committees, ComponentShown, MeetingLine } from '../contract.ts'
import { isOver, isOverdue, onTimeOrNull, statusOf } from '../domain/action.ts'
import { type Committee, seatsOf } from '../domain/committee.ts'
import { carriedOver, escalationOf } from '../domain/escalation.ts'
import { functionalityOf } from '../domain/functionality.ts'
import { committeeRules } from '../domain/rules.ts'
import { seatEver } from '../domain/versions.ts'
import type { CoordinationDoors } from './doors.ts'
import { legalOf, officersOf, versionsOf } from './read-versions.ts'
import { type CommitteeWorld, type KnownAction, type KnownCommittee, type KnownMeeting, laddersOf, readCommittees } from './world.ts'

export interface Reader {
  readonly tenant: string
  readonly today: string
  readonly organisation: string | null
  readonly capabilities: ReadonlySet<string>
}
export interface Named {
  readonly bodyOf: (id: string | null) => string | null
  readonly areaOf: (code: string) => string
}
export const keeps = ({ capabilities }: Pick<Reader, 'capabilities'>): boolean => capabilities.has('coordination.keep')

/** Names of every body that sits, reported or paid, and of areas. */
export async function namesOf(
  tx: Tx,
  { people, places }: CoordinationDoors,
  { tenant, world, more = [] }: { readonly tenant: string; readonly world: CommitteeWorld; readonly more?: readonly string[] },
): Promise<Named> {
  const ids = new Set<string>(more)
  for (const { committee } of world.committees)
    for (const { organisation } of committee.versions.flatMap(seatsOf)) if (organisation !== null) ids.add(organisation)
  for (const { acts } of world.actions) for (const { payload } of acts) if (payload.body !== null) ids.add(payload.body)
  const asked = [...ids].map((one) => mustParse(OrganisationId, one))
  const bodies = new Map((asked.length === 0 ? [] : await people.organisations(tx, asked, tenant)).map(({ id, name }) => [`${id}`, name]))
  const areas = [...(await places.listAreas(tx, 'province', tenant)), ...(await places.listAreas(tx, 'territoire', tenant))]
  const names = new Map(areas.map(({ code, name }) => [code, name]))
  return { bodyOf: (id) => (id === null ? null : (bodies.get(id) ?? '–')), areaOf: (code) => names.get(code) ?? code }
}

export const meetingLine = ({ id, meeting }: KnownMeeting): MeetingLine => {
  const { code, kind, day, time, place } = meeting.convened
  return {
    ...{ id, code, kind, day, time, place, state: meeting.state, quorumKept: meeting.quorumKept, decisions: meeting.decisions.length },
    minutes: meeting.approved !== null ? 'locked' : meeting.minutes === null ? 'none' : 'draft',
  }
}
const placeOf = ({ id, meeting }: KnownMeeting) => ({ id, code: meeting.convened.code, day: meeting.convened.day })

export function lineOf(
  { id, committee }: KnownCommittee,
  world: CommitteeWorld,
  { today, names }: { today: string; names: Named },
): CommitteeLine {
  const meetings = world.meetings
    .filter((one) => one.committee === id)
    .toSorted((a, b) => (a.meeting.convened.day < b.meeting.convened.day ? -1 : 1))
  const actions = world.actions.filter((one) => one.committee === id).map((one) => one.action)
  const next = meetings.find(({ meeting }) => meeting.state === 'convened' || meeting.state === 'open')
  const last = meetings.findLast(({ meeting }) => meeting.state === 'closed')
  const { code, level, name, area } = committee.founded
  return {
    ...{ id, code, level, name, area, areaName: names.areaOf(area), isImpaired: committee.withdrawn.length > 0 },
    withdrawals: committee.withdrawn.map(({ component, letterOn, reason }) => ({
      ...{ component, on: letterOn, reason, days: Math.max(0, daysBetween(letterOn, today)) },
      name: committee.components.find((one) => one.key === component)?.name ?? component,
      // From the day of the letter (D): both, at once.
      escalatedTo: ['governor', 'ministry'],
    })),
    index: functionalityOf({ committee, actions, today, meetings: meetings.map((one) => one.meeting) }),
    ...{ nextMeeting: next ? placeOf(next) : null, lastMeeting: last ? placeOf(last) : null },
    actionsOpen: actions.filter((one) => !isOver(one)).length,
    actionsOverdue: actions.filter((one) => isOverdue(one, today)).length,
  }
}

const asOf = {
  'committee-action.opened.v1': 'OPEN',
  'committee-action.reported.v1': 'IN_PROGRESS',
  'committee-action.done.v1': 'DONE',
} as const
function stepOf({ kind, payload }: KnownAction['acts'][number], names: Named): ActionLine['steps'][number] {
  const by = { on: payload.on, bodyName: names.bodyOf(payload.body) }
  if (kind === 'committee-action.cancelled.v1') return { ...by, as: 'CANCELLED', words: payload.reason, files: [] }
  if (kind === 'committee-action.opened.v1') return { ...by, as: 'OPEN', words: null, files: [] }
  return { ...by, as: asOf[kind], words: payload.words, files: payload.files }
}
interface ActionReader {
  readonly reader: Reader
  readonly names: Named
  /** Of a list: each ladder is made once. */
  readonly ladder?: ReturnType<typeof laddersOf>
}
export function actionLine(
  { id, committee, action, acts }: KnownAction,
  world: CommitteeWorld,
  { reader, names, ladder: ladders = laddersOf(world) }: ActionReader,
): ActionLine {
  const found = world.committees.find((one) => one.id === committee)?.committee
  const seat = found && seatEver(found, action.opened.owner)
  const ladder = ladders(committee)
  const { number, text, owner, due, on } = action.opened
  return {
    ...{ id, number, committee: action.opened.committee, committeeCode: found?.founded.code ?? '–', text, owner, due, openedOn: on },
    ...{ ownerTitle: seat?.title ?? owner, ownerBody: names.bodyOf(seat?.organisation ?? null) },
    isMine: reader.organisation !== null && seat?.organisation === reader.organisation,
    ...{ status: statusOf(action, reader.today), doneOn: action.doneOn, isOnTime: onTimeOrNull(action, reader.today) },
    carriedOver: carriedOver(id, ladder),
    escalation: escalationOf({ id, action, ladder, today: reader.today }),
    steps: acts.map((one) => stepOf(one, names)),
  }
}
/** Of what is over: a board shows the newest and says how many there are. */
const OVER_ON_A_BOARD = 50
const RANK: { readonly [Status in ActionLine['status']]: number } = { OVERDUE: 0, IN_PROGRESS: 1, OPEN: 1, DONE: 2, CANCELLED: 3 }
type Urgent = Pick<ActionLine, 'status' | 'due'>
export const urgentFirst = (a: Urgent, b: Urgent): number => RANK[a.status] - RANK[b.status] || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)

export const componentsOf = (committee: Committee, { reader, names }: { reader: Reader; names: Named }): readonly ComponentShown[] =>
  committee.components.map(({ key, kind, name, seats }) => ({
    ...{ key, kind, name, isWithdrawn: committee.withdrawn.some((one) => one.component === key) },
    seats: seats.map((seat) => ({
      ...seat,
      organisationName: names.bodyOf(seat.organisation),
      isMine: reader.organisation !== null && seat.organisation === reader.organisation,
    })),
  }))

export async function readAll(tx: Tx, doors: CoordinationDoors, reader: Reader): Promise<Committees> {
  const world = await readCommittees(tx, reader.tenant, reader)
  const names = await namesOf(tx, doors, { tenant: reader.tenant, world })
  const committees = world.committees.map((one) => lineOf(one, world, { today: reader.today, names }))
  return { committees: committees.toSorted((a, b) => a.code.localeCompare(b.code)), keeps: keeps(reader), rules: committeeRules }
}
const isRunning = ({ meeting }: KnownMeeting): boolean => meeting.state === 'convened' || meeting.state === 'open'
/** All that are not over yet, and the newest of the others. */
function newestOf(meetings: readonly KnownMeeting[]): readonly KnownMeeting[] {
  const byDay = meetings.toSorted((a, b) => (a.meeting.convened.day > b.meeting.convened.day ? -1 : 1))
  const over = new Set(byDay.filter((one) => !isRunning(one)).slice(0, OVER_ON_A_BOARD))
  return byDay.filter((one) => isRunning(one) || over.has(one))
}
/** All that are open, and those that were settled last. */
function mostUrgent(actions: readonly KnownAction[], today: string): readonly KnownAction[] {
  const settled = actions.filter((one) => isOver(one.action)).toSorted((a, b) => (settledAt(a) > settledAt(b) ? -1 : 1))
  return [...actions.filter((one) => !isOver(one.action)), ...settled.slice(0, OVER_ON_A_BOARD)]
    .map((one) => ({ one, status: statusOf(one.action, today), due: one.action.opened.due }))
    .toSorted(urgentFirst)
    .map(({ one }) => one)
}
const settledAt = ({ acts }: KnownAction): string => acts.at(-1)?.learnedAt ?? ''
export async function readBoard(
  tx: Tx,
  doors: CoordinationDoors,
  { id, ...reader }: Reader & { readonly id: string },
): Promise<CommitteeBoard | null> {
  const world = await readCommittees(tx, reader.tenant, reader)
  const known = world.committees.find((one) => one.id === id)
  if (known === undefined) return null
  const names = await namesOf(tx, doors, { tenant: reader.tenant, world })
  const { committee } = known
  const { mandate, parent } = committee.founded
  const above = world.committees.find((one) => one.id === parent)
  const ladder = laddersOf(world)
  const mine = world.actions.filter((one) => one.committee === id)
  const onTime = mine.map((one) => onTimeOrNull(one.action, reader.today))
  const held = world.meetings.filter((one) => one.committee === id)
  return {
    line: lineOf(known, world, { today: reader.today, names }),
    ...{ legal: legalOf(committee), officers: officersOf(committee), ...versionsOf(committee, { today: reader.today, names }) },
    ...{ mandate, meetingsPerYear: committee.meetingsPerYear, quorum: committee.quorum },
    components: [...componentsOf(committee, { reader, names })],
    parent: above === undefined ? null : { id: above.id, code: above.committee.founded.code, name: above.committee.founded.name },
    meetings: newestOf(held).map(meetingLine),
    meetingsTotal: held.length,
    actions: mostUrgent(mine, reader.today).map((one) => actionLine(one, world, { reader, names, ladder })),
    actionsTotal: mine.length,
    kept: { onTime: onTime.filter((one) => one === true).length, late: onTime.filter((one) => one === false).length },
    ...{ keeps: keeps(reader), presides: reader.capabilities.has('coordination.preside'), rules: committeeRules },
  }
}
