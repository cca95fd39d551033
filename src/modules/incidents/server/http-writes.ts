/*
Routes that write. A decision that stops or frees lots does so in the same transaction through custody: all of it, or nothing. The reason that
custody keeps names the number of a public incident and no more, because whoever holds the lot reads it; of any other not even the number.
*/
import { randomBytes } from 'node:crypto'
import { uuidV7 } from '../../../kernel/ids.ts'
import type { Outcome } from '../../../kernel/outcome.ts'
import { type Infer, type Schema, asId, record, text } from '../../../kernel/schema.ts'
import { writeRoute } from '../../../platform/http/build-route.ts'
import { type Allow, type Door, type Route, can, signedIn } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { CommandEnvelope, Receipt } from '../../../platform/log/receipt.ts'
import type { LotId } from '../../custody/contract.ts'
import { IncidentId } from '../contract.ts'
import * as words from '../contract-report.ts'
import type { IncidentCommand } from '../domain/incident-commands.ts'
import { type IncidentDoors, incidentAggregate, incidentRuleAggregate } from './doors.ts'
import { incidentFacts, lotIds } from './facts.ts'
import { findForDecision, listIncidentLots } from './store-reads.ts'

interface Asked {
  readonly door: Door
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
  readonly now: string
}
interface About {
  readonly incident: string
  readonly command: IncidentCommand
}
const params = record({ incident: IncidentId })
const actionParams = record({ incident: IncidentId, action: text(60) })

/** One command about one file, with the facts that it needs. */
export const decideIncident = (
  doors: IncidentDoors,
  { door, who, tenant, envelope }: Omit<Asked, 'door' | 'now'> & { readonly door: Pick<Door, 'execute'> },
  { incident, command }: About,
): Promise<Outcome<Receipt>> =>
  door.execute({
    ...{ aggregate: incidentAggregate, subject: incident, command, envelope, who },
    context: (tx, file, moment) => incidentFacts({ tx, tenant, doors, who, moment }, file, { incident, command }),
  })

/** `SK-2022-0002`: what the reasons of custody begin with, however often the file was opened. */
const baseOf = (number: string): string => number.slice(0, number.lastIndexOf('-'))
const HOLD = 'Incident'
/** Whoever holds the lot may be a body that the file names, and to it there is no such number. */
export const holdReason = ({ number, confidentiality }: { readonly number: string; readonly confidentiality: string }): string =>
  confidentiality === 'public' ? `${HOLD} ${baseOf(number)}` : `${HOLD}, dossier non public`
/** What else keeps a lot: it stays where it is, and the file goes on. */
const KEPT_OTHERWISE: readonly string[] = [
  'held-by-hit',
  'held-by-incident',
  'held-by-kept-incident',
  'held-by-source',
  'not-in-quarantine',
]

interface Goods {
  readonly act: 'hold' | 'free'
  readonly reason: string
  readonly lots: readonly LotId[]
}
/** The lots that the command will stop or free, if it is taken. */
async function goodsOf(doors: IncidentDoors, { door, tenant }: Asked, { incident, command }: About): Promise<Goods | null> {
  return door.read(async (tx) => {
    const row = await findForDecision(tx, tenant, incident)
    if (!row) return null
    const known = await listIncidentLots(tx, tenant, incident)
    const confirmed = row.concludedAs === 'confirmed' && ['confirmed', 'actions-agreed', 'mitigating'].includes(row.state)
    const named =
      command.type === 'name-lots' && confirmed
        ? lotIds(command.lots)
        : (command.type === 'conclude' && command.as === 'confirmed') || command.type === 'hold-lots'
          ? lotIds(known.map((one) => one.lot))
          : []
    if (command.type === 'free-lots') {
      const mine = await doors.holds.lots(tx, tenant, lotIds(known.flatMap((one) => (one.held ? [one.lot] : []))))
      const lots = mine.filter((lot) => lot.because?.startsWith(HOLD) === true).map((lot) => lot.lot)
      return { act: 'free', reason: holdReason(row), lots }
    }
    // What stands already, or was a mistake, stays as it is: the open file keeps it from being freed.
    const lots = (await doors.holds.lots(tx, tenant, named)).filter((lot) => lot.because === null && lot.state !== 'voided')
    return { act: 'hold', reason: holdReason(row), lots: lots.map((lot) => lot.lot) }
  })
}

async function decideWithGoods(doors: IncidentDoors, asked: Asked, about: About): Promise<Outcome<Receipt>> {
  const goods = await goodsOf(doors, asked, about)
  if (goods === null || goods.lots.length === 0) return decideIncident(doors, asked, about)
  const { door, who, tenant, envelope, now } = asked
  const acts = goods.lots.map((lot) => ({ lot, command: asId('command', uuidV7(Date.parse(now), randomBytes(10))) }))
  return door.together({ who, commands: [envelope.id, ...acts.map((one) => one.command)] }, async (inside) => {
    const act = goods.act === 'hold' ? doors.holds.hold : doors.holds.free
    const go = async (): Promise<Outcome<Receipt> | null> => {
      for (const { lot, command } of acts) {
        const done = await act({ door: inside, who, tenant, envelope: { id: command } }, lot, goods.reason)
        if (!done.ok && !(goods.act === 'free' && KEPT_OTHERWISE.includes(done.refusal.code))) return done
      }
      return null
    }
    const decided = await decideIncident(doors, { door: inside, who, tenant, envelope }, about)
    return decided.ok ? ((await go()) ?? decided) : decided
  })
}

interface Described<Body extends Schema<unknown>> {
  readonly thing: string
  readonly allow: Allow
  readonly summary: string
  readonly body: Body
  readonly command: (data: Infer<Body>) => IncidentCommand
  readonly goods?: true
}
const route =
  (doors: IncidentDoors) =>
  <Body extends Schema<unknown>>({ thing, allow, summary, body, command, goods }: Described<Body>): Route =>
    writeRoute({
      path: `/api/incidents/:incident/${thing}`,
      ...{ allow, summary, params, body },
      write: ({ data, params: { incident }, ...asked }) =>
        (goods ? decideWithGoods : decideIncident)(doors, asked, { incident, command: command(data) }),
    })

export function writeRoutes(doors: IncidentDoors): readonly Route[] {
  return [
    writeRoute({
      path: '/api/incidents',
      allow: can('incidents.report'),
      summary: 'Reports an incident: what was seen, when, where; always kept. The id of the command is the id of the incident',
      body: words.ReportIncident,
      write: ({ data, ...asked }) => decideIncident(doors, asked, { incident: asked.envelope.id, command: { type: 'report', ...data } }),
    }),
    ...fileRoutes(doors),
    ...goodsRoutes(doors),
    ...actionRoutes(doors),
    ...outcomeRoutes(doors),
    writeRoute({
      path: '/api/incident-rules',
      allow: can('incidents.configure'),
      summary: 'Chooses a number of the rules of incidents for the whole programme, with a reason',
      body: words.ChangeIncidentRule,
      write: ({ data, door, who, tenant, envelope }) =>
        door.execute({
          ...{ aggregate: incidentRuleAggregate, subject: tenant, command: data, envelope, who },
          context: () => Promise.resolve(null),
        }),
    }),
  ]
}
const handle = can('incidents.handle')

function fileRoutes(doors: IncidentDoors): readonly Route[] {
  const at = route(doors)
  return [
    at({
      ...{ thing: 'descriptions', allow: handle, body: words.DescribeIncident },
      summary: 'Puts right what the file says: category, risks, severity, who is named, who may read it; with a reason',
      command: (data) => ({ type: 'describe', ...data }),
    }),
    at({
      ...{ thing: 'take-ups', allow: handle, body: words.TakeUp, summary: 'Takes a report up' },
      command: (data) => ({ type: 'take-up', ...data }),
    }),
    at({
      ...{ thing: 'verifications', allow: handle, body: words.BeginVerification, summary: 'Begins to verify' },
      command: (data) => ({ type: 'begin-verification', ...data }),
    }),
    at({
      ...{ thing: 'conclusions', allow: handle, body: words.ConcludeVerification, goods: true as const },
      summary: 'Ends the verification: confirmed, which stops the lots concerned, or unfounded',
      command: (data) => ({ type: 'conclude', ...data }),
    }),
    at({
      ...{
        thing: 'escalations',
        allow: handle,
        body: words.Escalate,
        summary: 'Passes it to a higher committee or to the ministry, with a reason',
      },
      command: (data) => ({ type: 'escalate', ...data }),
    }),
    at({
      ...{
        thing: 'resolutions',
        allow: handle,
        body: words.Resolve,
        summary: 'All actions are done: what was decided, in words that can be public',
      },
      command: (data) => ({ type: 'resolve', ...data }),
    }),
    at({
      ...{ thing: 'closings', allow: handle, body: words.CloseIncident, summary: 'Closes; of severity 1 a second person' },
      command: (data) => ({ type: 'close', ...data }),
    }),
    at({
      ...{
        thing: 'reopenings',
        allow: handle,
        body: words.ReopenIncident,
        summary: 'Opens it again, with a reason; what was told is taken back',
      },
      command: (data) => ({ type: 'reopen', ...data }),
    }),
  ]
}

function goodsRoutes(doors: IncidentDoors): readonly Route[] {
  const at = route(doors)
  return [
    at({
      ...{ thing: 'lots', allow: handle, body: words.NameLots, goods: true as const },
      summary: 'Names lots concerned; those of a confirmed incident are stopped',
      command: (data) => ({ type: 'name-lots', ...data }),
    }),
    at({
      ...{ thing: 'holds', allow: handle, body: words.HoldLots, goods: true as const },
      summary: 'Stops the lots concerned: of severity 1 on reasonable suspicion, of others once confirmed',
      command: (data) => ({ type: 'hold-lots', ...data }),
    }),
    at({
      ...{ thing: 'releases', allow: handle, body: words.FreeLots, goods: true as const },
      summary: 'A second person frees the lots of an incident that is over',
      command: (data) => ({ type: 'free-lots', ...data }),
    }),
  ]
}

function actionRoutes(doors: IncidentDoors): readonly Route[] {
  return [
    route(doors)({
      ...{ thing: 'actions', allow: handle, body: record({ ...words.AgreeAction.shape, id: text(60) }) },
      summary: 'Writes an action that was agreed, with the body that owns it and its day',
      command: ({ id, ...data }) => ({ type: 'agree-action', action: id, ...data }),
    }),
    writeRoute({
      path: '/api/incidents/:incident/actions/:action/reports',
      ...{ allow: signedIn, params: actionParams, body: words.FinishAction },
      summary: 'The body that owns an action, or who handles the incident, says that it is done and what shows it',
      write: ({ data, params: { incident, action }, ...asked }) =>
        decideIncident(doors, asked, { incident, command: { type: 'finish-action', action, ...data } }),
    }),
    writeRoute({
      path: '/api/incidents/:incident/actions/:action/checks',
      ...{ allow: handle, params: actionParams, body: words.CheckAction },
      summary: 'Another body saw that what a named body says it did was done, or was not',
      write: ({ data, params: { incident, action }, ...asked }) =>
        decideIncident(doors, asked, { incident, command: { type: 'check-action', action, ...data } }),
    }),
    writeRoute({
      path: '/api/incidents/:incident/actions/:action/withdrawals',
      ...{ allow: handle, params: actionParams, body: words.DropAction },
      summary: 'Takes an action back, with a reason',
      write: ({ data, params: { incident, action }, ...asked }) =>
        decideIncident(doors, asked, { incident, command: { type: 'drop-action', action, ...data } }),
    }),
  ]
}

function outcomeRoutes(doors: IncidentDoors): readonly Route[] {
  const at = route(doors)
  return [
    at({
      ...{ thing: 'outcomes', allow: can('incidents.publish'), body: words.PublishOutcome },
      summary: 'Tells everybody what came of a closed incident, after the safe delay and no finer than allowed',
      command: (data) => ({ type: 'publish', ...data }),
    }),
    at({
      ...{ thing: 'outcome-withdrawals', allow: can('incidents.publish'), body: words.WithdrawOutcome },
      summary: 'Takes back what was told, with a reason',
      command: (data) => ({ type: 'withdraw', ...data }),
    }),
  ]
}
