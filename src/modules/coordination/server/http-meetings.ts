/*
Meetings over HTTP: convened, opened, noted and closed by the secretariat; minutes approved by who presides, in a later meeting. The agenda is built here from what is
open, when the meeting is convened, when the secretariat asks, and once more when it opens.
*/
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { record } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import { MeetingId } from '../contract.ts'
import * as words from '../contract-meetings.ts'
import { type Committee, sittingOf } from '../domain/committee.ts'
import type { MaybeMeeting, MeetingCommand, MeetingContext } from '../domain/meeting.ts'
import { quorumOf } from '../domain/quorum.ts'
import { asItSat, standingOn } from '../domain/versions.ts'
import { openItems } from './agenda.ts'
import { meetingAggregate } from './aggregates.ts'
import type { CoordinationDoors } from './doors.ts'
import { type Sent, committeeParams, keep, read, readerOf } from './http-committees.ts'
import { ifNear } from './near.ts'
import { readMeeting } from './read-meeting.ts'
import { type CommitteeWorld, readCommittees, todayOf } from './world.ts'

export const meetingParams = record({ meeting: MeetingId })
const at = '/api/coordination/meetings/:meeting'
const preside = can('coordination.preside')

export const meetingRoutes = (doors: CoordinationDoors): readonly Route[] => [
  readRoute({
    ...{ path: at, allow: read, params: meetingParams, answer: words.MeetingShown },
    summary: 'One meeting: agenda with why each item is there, attendance, quorum at this moment, decisions, actions, minutes',
    read: async ({ tx, tenant, who, now, params: { meeting: id } }) => {
      const found = await readMeeting(tx, doors, { ...readerOf(who, tenant, now), account: who.account, now, id })
      return found === null ? refused('unknown-meeting') : accepted(found)
    },
  }),
  writeRoute({
    ...{ path: '/api/coordination/committees/:committee/meetings', allow: keep, params: committeeParams, body: words.ConveneMeeting },
    summary:
      'Convenes a meeting at least seven days ahead, with what is open as its agenda; a shorter notice is for an extraordinary one, with why',
    write: (sent) =>
      run(doors, sent, { meeting: sent.envelope.id, command: { type: 'convene', committee: sent.params.committee, ...sent.data } }),
  }),
  ...agendaRoutes(doors),
  ...sittingRoutes(doors),
  ...minutesRoutes(doors),
]
const agendaRoutes = (doors: CoordinationDoors): readonly Route[] => [
  writeRoute({
    ...{ path: `${at}/refreshes`, allow: keep, params: meetingParams, body: words.RefreshAgenda },
    summary: 'Puts on the agenda what has opened since',
    write: (sent) => run(doors, sent, { meeting: sent.params.meeting, command: { type: 'refresh' } }),
  }),
  writeRoute({
    ...{ path: `${at}/items`, allow: keep, params: meetingParams, body: words.AddItem },
    summary: 'Adds an item in words, with why',
    write: (sent) => run(doors, sent, { meeting: sent.params.meeting, command: { type: 'add-item', key: sent.envelope.id, ...sent.data } }),
  }),
  writeRoute({
    ...{ path: `${at}/removals`, allow: keep, params: meetingParams, body: words.RemoveItem },
    summary: 'Takes an item off, with why; it stays to be seen',
    write: (sent) => run(doors, sent, { meeting: sent.params.meeting, command: { type: 'remove-item', ...sent.data } }),
  }),
  writeRoute({
    ...{ path: `${at}/orders`, allow: keep, params: meetingParams, body: words.OrderItems },
    summary: 'Puts the items in another order',
    write: (sent) => run(doors, sent, { meeting: sent.params.meeting, command: { type: 'order-items', ...sent.data } }),
  }),
]
const sittingRoutes = (doors: CoordinationDoors): readonly Route[] => [
  writeRoute({
    ...{ path: `${at}/openings`, allow: keep, params: meetingParams, body: words.OpenMeeting },
    summary: 'Opens the meeting with who is present, represented or excused, seat by seat',
    write: (sent) => run(doors, sent, { meeting: sent.params.meeting, command: { type: 'open', ...sent.data } }),
  }),
  writeRoute({
    ...{ path: `${at}/seats`, allow: keep, params: meetingParams, body: words.SeatNote },
    summary: 'A seat arrives or leaves while the meeting sits; the quorum may be lost by it',
    write: (sent) => run(doors, sent, { meeting: sent.params.meeting, command: { type: 'note-seat', ...sent.data } }),
  }),
  writeRoute({
    ...{ path: `${at}/decisions`, allow: keep, params: meetingParams, body: words.Decide },
    summary: 'A decision, recommendation or information on an item, numbered, while the quorum sits',
    write: (sent) => run(doors, sent, { meeting: sent.params.meeting, command: { type: 'decide', ...sent.data } }),
  }),
  writeRoute({
    ...{ path: `${at}/closings`, allow: keep, params: meetingParams, body: record({}) },
    summary: 'Closes the meeting',
    write: (sent) => run(doors, sent, { meeting: sent.params.meeting, command: { type: 'close' } }),
  }),
  writeRoute({
    ...{ path: `${at}/cancellations`, allow: keep, params: meetingParams, body: words.CancelMeeting },
    summary: 'Calls a meeting off before it opens, with why',
    write: (sent) => run(doors, sent, { meeting: sent.params.meeting, command: { type: 'cancel', ...sent.data } }),
  }),
]
const minutesRoutes = (doors: CoordinationDoors): readonly Route[] => [
  writeRoute({
    ...{ path: `${at}/minutes`, allow: keep, params: meetingParams, body: words.WriteMinutes },
    summary: 'Writes the draft of the minutes; a new draft takes the place of the one before until they are approved',
    write: (sent) => run(doors, sent, { meeting: sent.params.meeting, command: { type: 'write-minutes', ...sent.data } }),
  }),
  writeRoute({
    ...{ path: `${at}/approvals`, allow: preside, params: meetingParams, body: words.ApproveMinutes },
    summary: 'Approves the minutes in a later meeting that sits with its quorum: from then on they are locked under their hash',
    write: (sent) => run(doors, sent, { meeting: sent.params.meeting, command: { type: 'approve-minutes', in: sent.data.meeting } }),
  }),
  writeRoute({
    ...{ path: `${at}/notes`, allow: keep, params: meetingParams, body: words.CorrectMinutes },
    summary: 'Puts something right in locked minutes by a dated note',
    write: (sent) => run(doors, sent, { meeting: sent.params.meeting, command: { type: 'correct-minutes', ...sent.data } }),
  }),
]

const sha256 = (content: unknown): string => createHash('sha256').update(canonicalJson(content)).digest('hex')
interface Commanded {
  readonly meeting: string
  readonly command: MeetingCommand
}
const run = (doors: CoordinationDoors, sent: Sent, given: Commanded) =>
  ifNear(doors, sent, {
    where: given.command.type === 'convene' ? { of: 'committee', id: given.command.committee } : { of: 'meeting', id: given.meeting },
    act: () => decide(doors, sent, given),
  })
const decide = (doors: CoordinationDoors, { door, who, tenant, envelope }: Sent, { meeting, command }: Commanded) =>
  door.execute({
    ...{ aggregate: meetingAggregate, subject: meeting, command, envelope, who },
    context: async (tx, state, { now, today }) =>
      contextOf(tx, doors, { tenant, now, today, account: who.account ?? '', meeting, state, command }),
  })
interface Asked {
  readonly tenant: string
  readonly now: string
  readonly today: string
  readonly account: string
  readonly meeting: string
  readonly state: MaybeMeeting
  readonly command: MeetingCommand
}
const BUILDS: readonly MeetingCommand['type'][] = ['convene', 'refresh', 'open']
async function contextOf(tx: Tx, doors: CoordinationDoors, { state, command, ...asked }: Asked): Promise<MeetingContext> {
  const { tenant, now, today, account, meeting } = asked
  const world = await readCommittees(tx, tenant, { today })
  const id = command.type === 'convene' ? command.committee : state?.convened.committee
  const of = world.committees.find((one) => one.id === id)
  const here = of === undefined ? today : todayOf(of.committee, now)
  const year = command.type === 'convene' ? command.day.slice(0, 4) : ''
  const known = of !== undefined && BUILDS.includes(command.type)
  return {
    ...{ now, account, today: here, hash: sha256 },
    committee: of === undefined ? null : committeeOf(of.committee, { state, command }),
    inYear: world.meetings.filter((one) => one.committee === id && one.meeting.convened.day.startsWith(year)).length,
    open: known
      ? await openItems(tx, doors, {
          ...{ tenant, now, today: here, id: of.id, committee: of.committee, world },
          hasRedByArea: hasRedByArea(state),
        })
      : [],
    owed: world.actions.flatMap(({ action }) => (action.opened.meeting === meeting ? [action.opened.item] : [])),
    approving: command.type === 'approve-minutes' ? approvingOf(world, command.in) : null,
  }
}
const hasRedByArea = (state: MaybeMeeting): boolean => state?.items.some((one) => one.source === 'red-sites') ?? false
/** As it sits in the meeting; of one that is convened, as it will stand on its day. */
const committeeOf = (committee: Committee, { state, command }: Pick<Asked, 'state' | 'command'>): Committee =>
  command.type === 'convene' ? standingOn(committee, { day: command.day }) : state === null ? committee : asItSat(committee, state)
function approvingOf({ meetings, committees }: CommitteeWorld, id: string): MeetingContext['approving'] {
  const found = meetings.find((one) => one.id === id)
  const of = committees.find((one) => one.id === found?.committee)
  if (found === undefined || of === undefined) return null
  const { convened, state, attendance } = found.meeting
  return {
    committee: found.committee,
    code: convened.code,
    day: convened.day,
    state,
    quorum: quorumOf(sittingOf(asItSat(of.committee, found.meeting)), attendance).met,
  }
}
