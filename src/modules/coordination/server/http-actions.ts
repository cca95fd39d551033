/* Actions over HTTP: given in a meeting by the secretariat, reported by the body of the seat that owes them, with the papers that show it. */
import { todayAt } from '../../../kernel/calendar.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { parse, record, text } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute, readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, canOneOf } from '../../../platform/http/route.ts'
import { ActionId, Actions, ActionsKept } from '../contract.ts'
import * as words from '../contract-meetings.ts'
import type { ActionCommand, ActionContext, MaybeAction } from '../domain/action.ts'
import { actionAggregate } from './aggregates.ts'
import { keeps } from './answers.ts'
import type { CoordinationDoors } from './doors.ts'
import { type Sent, keep, read, readerOf } from './http-committees.ts'
import { meetingParams } from './http-meetings.ts'
import { ifNear, isNear } from './near.ts'
import { ActionsAsked, readActions, readKept } from './read-actions.ts'
import { readCommittees, todayOf } from './world.ts'

const actionParams = record({ action: ActionId })
const fileParams = record({ action: ActionId, sha256: text(64).regex(/^[0-9a-f]{64}$/, 'not-a-hash') })
const reports = canOneOf('coordination.act', 'coordination.keep')

export const actionRoutes = (doors: CoordinationDoors): readonly Route[] => [
  readRoute({
    ...{ path: '/api/coordination/actions', allow: read, query: ActionsAsked, answer: Actions },
    summary: 'Actions of all committees: who owes what by when, what is overdue, how often it came back, who has it now',
    read: async ({ tx, tenant, who, now, query: asked }) =>
      accepted(await readActions(tx, doors, { ...readerOf(who, tenant, now), mine: false, asked })),
  }),
  readRoute({
    ...{ path: '/api/coordination/my-actions', allow: read, query: ActionsAsked, answer: Actions },
    summary: 'Actions that the own body owes',
    read: async ({ tx, tenant, who, now, query: asked }) =>
      accepted(await readActions(tx, doors, { ...readerOf(who, tenant, now), mine: true, asked })),
  }),
  readRoute({
    ...{ path: '/api/coordination/actions-kept', allow: reports, query: record({}), answer: ActionsKept },
    summary:
      'Actions by the quarter of their day: done by it, late, overdue, open; of the committees in which the own body sits, or of all that are kept',
    read: async ({ tx, tenant, who, now }) => accepted(await readKept(tx, readerOf(who, tenant, now))),
  }),
  writeRoute({
    ...{ path: '/api/coordination/meetings/:meeting/actions', allow: keep, params: meetingParams, body: words.OpenAction },
    summary: 'Gives an action on an item to a seat, with a day',
    write: (sent) => run(doors, sent, { action: sent.envelope.id, command: { type: 'open', meeting: sent.params.meeting, ...sent.data } }),
  }),
  writeRoute({
    ...{ path: '/api/coordination/actions/:action/reports', allow: reports, params: actionParams, body: words.ReportAction },
    summary: 'How far an action is; done with what shows it',
    write: (sent) => run(doors, sent, { action: sent.params.action, command: { type: 'report', ...sent.data } }),
  }),
  writeRoute({
    ...{ path: '/api/coordination/actions/:action/cancellations', allow: keep, params: actionParams, body: words.CancelAction },
    summary: 'Takes an action back, with why',
    write: (sent) => run(doors, sent, { action: sent.params.action, command: { type: 'cancel', ...sent.data } }),
  }),
  rawRoute({
    ...{ method: 'GET', path: '/api/coordination/actions/:action/files/:sha256', allow: read, schemas: { params: fileParams } },
    summary: 'A paper that shows that an action was done',
    answer: (incoming) => fileOf(doors, incoming),
  }),
]

interface Commanded {
  readonly action: string
  readonly command: ActionCommand
}
/** A report is given by the body of the seat, wherever it works; for another it is by who keeps the committee there. */
const run = (doors: CoordinationDoors, sent: Sent, given: Commanded) =>
  given.command.type === 'report'
    ? decide(doors, sent, given)
    : ifNear(doors, sent, {
        where: given.command.type === 'open' ? { of: 'meeting', id: given.command.meeting } : { of: 'action', id: given.action },
        act: () => decide(doors, sent, given),
      })
const decide = (doors: CoordinationDoors, { door, who, tenant, envelope }: Sent, { action, command }: Commanded) =>
  door.execute({
    ...{ aggregate: actionAggregate, subject: action, command, envelope, who },
    context: async (tx, state, { now, today }) => ({
      ...{ now, organisation: who.organisation },
      keeps: keeps(who) && (await isNear(tx, doors, { tenant, territory: who.territory, of: 'action', id: action })),
      ...(await knownFor(tx, doors, { tenant, now, today, state, command })),
    }),
  })
async function knownFor(
  tx: Tx,
  doors: CoordinationDoors,
  {
    tenant,
    now,
    today,
    state,
    command,
  }: {
    readonly tenant: string
    readonly now: string
    readonly today: string
    readonly state: MaybeAction
    readonly command: ActionCommand
  },
): Promise<Pick<ActionContext, 'committee' | 'meeting' | 'inMeeting' | 'areFilesKept' | 'today'>> {
  const world = await readCommittees(tx, tenant, { today })
  const id = command.type === 'open' ? command.meeting : state?.opened.meeting
  const meeting = world.meetings.find((one) => one.id === id)
  const committee = world.committees.find((one) => one.id === meeting?.committee)?.committee ?? null
  const hashes = [...new Set(command.type === 'report' ? (command.files ?? []).map((one) => one.sha256) : [])]
  return {
    meeting: meeting?.meeting ?? null,
    ...{ committee, today: committee === null ? today : todayOf(committee, now) },
    inMeeting: world.actions.filter((one) => one.action.opened.meeting === id).length,
    areFilesKept: hashes.length === 0 || (await doors.documents.kept(tx, tenant, hashes)).length === hashes.length,
  }
}

async function fileOf({ documents }: CoordinationDoors, { params, door, tenant, now }: Incoming): Promise<Reply> {
  const asked = parse(fileParams, params)
  if (!asked.ok) return badInput(asked.faults)
  const { action, sha256 } = asked.value
  const found = await door.read(async (tx) => {
    const known = (await readCommittees(tx, tenant, { today: todayAt(now) })).actions.find((one) => one.id === action)
    const isOfIt = known?.acts.some((one) => 'files' in one.payload && one.payload.files.some((file) => file.sha256 === sha256))
    return isOfIt === true ? documents.content(tx, tenant, sha256) : null
  })
  if (found === null) return outcomeReply(refused('unknown-evidence-file'))
  return { status: 200, body: found.content, contentType: found.mediaType, headers: { 'cache-control': 'private, no-store' } }
}
