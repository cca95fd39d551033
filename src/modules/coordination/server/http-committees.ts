/* Committees over HTTP: read by who sits or reads, kept by their secretariat. A component leaves and returns by its letter, which the secretariat records. */
import { todayAt } from '../../../kernel/calendar.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { record } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Door, type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { CommandEnvelope } from '../../../platform/log/receipt.ts'
import * as words from '../contract.ts'
import { type CommitteeCommand, codeOf } from '../domain/committee.ts'
import { committeeAggregate } from './aggregates.ts'
import { type Reader, readAll, readBoard } from './answers.ts'
import type { CoordinationDoors } from './doors.ts'
import { ifNear } from './near.ts'
import { type CommitteeWorld, readCommittees } from './world.ts'

export const read = can('coordination.read')
export const keep = can('coordination.keep')
export const act = can('coordination.act')
export const committeeParams = record({ committee: words.CommitteeId })
export interface Sent {
  readonly door: Pick<Door, 'execute' | 'read'>
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
}
export const readerOf = (who: Who, tenant: string, now: string): Reader => ({
  ...{ tenant, today: todayAt(now), organisation: who.organisation, capabilities: who.capabilities },
})

export const committeeRoutes = (doors: CoordinationDoors): readonly Route[] => [
  readRoute({
    ...{ path: '/api/coordination/committees', allow: read, query: record({}), answer: words.Committees },
    summary: 'Committees with their health: quorum, meetings held of those planned, actions done by their day, who has left',
    read: async ({ tx, tenant, who, now }) => accepted(await readAll(tx, doors, readerOf(who, tenant, now))),
  }),
  readRoute({
    ...{ path: '/api/coordination/committees/:committee', allow: read, params: committeeParams, answer: words.CommitteeBoard },
    summary: 'One committee: what it rests on, components and seats, meetings, who owes what by when',
    read: async ({ tx, tenant, who, now, params: { committee: id } }) => {
      const found = await readBoard(tx, doors, { ...readerOf(who, tenant, now), id })
      return found === null ? refused('unknown-committee') : accepted(found)
    },
  }),
  writeRoute({
    ...{ path: '/api/coordination/committees', allow: keep, body: words.FoundCommittee },
    summary: 'Writes down a committee: legal act, mandate, components and seats, quorum, how often it meets',
    write: (sent) => run(doors, sent, { committee: sent.envelope.id, command: { type: 'found', ...sent.data } }),
  }),
  writeRoute({
    ...{ path: '/api/coordination/committees/:committee/revisions', allow: keep, params: committeeParams, body: words.ReviseCommittee },
    summary:
      'Writes a new version of a committee from a day on, with why: seats, quorum, frequency, officers, act; what stood before stays',
    write: (sent) => run(doors, sent, { committee: sent.params.committee, command: { type: 'revise', ...sent.data } }),
  }),
  writeRoute({
    ...{ path: '/api/coordination/committees/:committee/withdrawals', allow: keep, params: committeeParams, body: words.WithdrawComponent },
    summary: 'A component left by letter: the committee is impaired, and governor and ministry are told',
    write: (sent) => run(doors, sent, { committee: sent.params.committee, command: { type: 'withdraw', ...sent.data } }),
  }),
  writeRoute({
    ...{ path: '/api/coordination/committees/:committee/returns', allow: keep, params: committeeParams, body: words.ReturnComponent },
    summary: 'A component is back: the committee works again',
    write: (sent) => run(doors, sent, { committee: sent.params.committee, command: { type: 'return', ...sent.data } }),
  }),
]

interface Commanded {
  readonly committee: string
  readonly command: CommitteeCommand
}
const run = (doors: CoordinationDoors, sent: Sent, given: Commanded) =>
  ifNear(doors, sent, {
    where: given.command.type === 'found' ? { area: given.command.area } : { of: 'committee', id: given.committee },
    act: () => decide(doors, sent, given),
  })
const decide = (doors: CoordinationDoors, { door, who, tenant, envelope }: Sent, { committee, command }: Commanded) =>
  door.execute({
    ...{ aggregate: committeeAggregate, subject: committee, command, envelope, who },
    context: async (tx, _state, { now, today }) => {
      const world = await readCommittees(tx, tenant, { today })
      const open = world.meetings.find((one) => one.committee === committee && one.meeting.state === 'open')?.meeting.convened
      return {
        ...{ now, today, known: await isKnown(tx, doors, { tenant, command, world }) },
        isCodeTaken: command.type === 'found' && world.committees.some((one) => one.committee.founded.code === codeOf(command)),
        sitting: open === undefined ? null : { code: open.code, day: open.day },
      }
    },
  })
async function isKnown(
  tx: Tx,
  doors: CoordinationDoors,
  { tenant, command, world }: { readonly tenant: string; readonly command: CommitteeCommand; readonly world: CommitteeWorld },
): Promise<boolean> {
  if (command.type !== 'found' && command.type !== 'revise') return true
  const bodies = [...new Set(command.components.flatMap((one) => one.seats.flatMap((seat) => seat.organisation ?? [])))]
  if (bodies.length > 0 && (await doors.people.organisations(tx, bodies, tenant)).length < bodies.length) return false
  if (command.type === 'revise') return true
  const { area, parent, sites = [] } = command
  const areas = [...(await doors.places.listAreas(tx, 'province', tenant)), ...(await doors.places.listAreas(tx, 'territoire', tenant))]
  if (!areas.some((one) => one.code === area)) return false
  if (parent !== undefined && !world.committees.some((one) => one.id === parent)) return false
  const wanted = [...new Set(sites)]
  return wanted.length === 0 || (await doors.sites.briefs(tx, wanted, tenant)).length === wanted.length
}
