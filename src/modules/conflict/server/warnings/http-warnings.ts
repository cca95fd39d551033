/*
Early warnings over HTTP. Everybody who may warn is heard, traders and cooperatives too; who sorts does so within the own territory. What somebody may not see
does not exist for them.
*/
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { mustParse, record } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Door, type Route, can, canOneOf } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import { drawnNumber } from '../../../../platform/log/drawn-number.ts'
import type { CommandEnvelope } from '../../../../platform/log/receipt.ts'
import { OrganisationId } from '../../../people/contract.ts'
import { WarningId } from '../../contract-ids.ts'
import * as words from '../../contract-warnings.ts'
import { isWarnedParty } from '../../domain/warnings/party.ts'
import { type MaybeWarning, type WarningCommand, type WarningContext, warningDecider } from '../../domain/warnings/warning.ts'
import { type WarningEvent, warningKinds } from '../../domain/warnings/warning-events.ts'
import { wallClock, zoneOfPlace } from '../../domain/warnings/zones.ts'
import { openIncident } from './open-incident.ts'
import { readList, readOne, readZones } from './read-warnings.ts'
import { type WarningDoors, isPartyTo, readWarning, viewOfWarning, warningSight } from './sight-warnings.ts'
import { listWarningNumbers, listWarnings } from './store-warnings.ts'

export const warningAggregate: Aggregate<MaybeWarning, WarningCommand, WarningEvent, WarningContext> = {
  ...{ name: 'warning', decider: warningDecider, kinds: warningKinds },
}
const params = record({ warning: WarningId })
const readers = canOneOf('conflict.warn', 'conflict.triage', 'conflict.read')
const triage = can('conflict.triage')

export const warningRoutes = (doors: WarningDoors): readonly Route[] => [...reads(doors), ...writes(runWith(doors)), incidentRoute(doors)]

const reads = (doors: WarningDoors): readonly Route[] => [
  readRoute({
    path: '/api/conflict/warnings',
    allow: readers,
    summary: 'Early warnings: those one sorts or answers by their clocks, those one sent, and counts by territoire and type for committees',
    query: record({}),
    answer: words.WarningList,
    read: async ({ tx, tenant, who, now }) => accepted(await readList(tx, doors, { tenant, asker: who, now })),
  }),
  readRoute({
    path: '/api/conflict/warning-zones',
    allow: can('conflict.read'),
    summary: 'Which zones to look at first: a score by severity and age, never without the counts that it rests on',
    query: record({}),
    answer: words.ZoneScores,
    read: async ({ tx, tenant, who, now }) => accepted(await readZones(tx, doors, { tenant, asker: who, now })),
  }),
  readRoute({
    path: '/api/conflict/warnings/:warning',
    allow: readers,
    summary: 'One warning: its course, who answers it and what was done; for who sent it, how far it is and what they are told',
    params,
    answer: words.WarningAnswer,
    read: async ({ tx, tenant, who, params: { warning: id }, now }) => {
      const found = await readOne(tx, doors, { tenant, asker: who, now, id })
      return found === null ? refused('unknown-warning') : accepted(found)
    },
  }),
]

interface Sent {
  readonly door: Pick<Door, 'execute'>
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
}
type RunWarning = ReturnType<typeof runWith>
const runWith =
  (doors: WarningDoors) =>
  ({ door, who, tenant, envelope }: Sent, warning: string, command: WarningCommand) =>
    door.execute({
      ...{ aggregate: warningAggregate, subject: warning, command, envelope, who },
      context: async (tx, state, { now }) => ({
        ...(await factsFor(tx, doors, { who, tenant, now, warning, state, command })),
        writtenAt: envelope.happenedAt ?? null,
      }),
    })

interface Deciding {
  readonly who: Who
  readonly tenant: string
  readonly now: string
  readonly warning: string
  readonly state: MaybeWarning
  readonly command: WarningCommand
}
async function factsFor(
  tx: Tx,
  doors: WarningDoors,
  { who, tenant, now, warning, state, command }: Deciding,
): Promise<Omit<WarningContext, 'writtenAt'>> {
  const organisation = who.organisation === null ? null : mustParse(OrganisationId, who.organisation)
  const sight = await warningSight(tx, doors, { tenant, asker: who })
  const [row] = state === null ? [] : await listWarnings(tx, tenant, { id: warning })
  const [known] = row ? readWarning(row) : []
  const view = known ? viewOfWarning(sight, known) : 'nothing'
  const asked = command.type === 'share' ? command.responders : []
  const bodies = asked.length === 0 ? [] : await doors.people.organisations(tx, asked, tenant)
  const isNew = command.type === 'receive'
  const year = now.slice(0, 4)
  const zone = zoneOfPlace(state?.received.territoire ?? '')
  return {
    ...{ now, today: wallClock(now, zone).day, account: who.account, organisation },
    number: isNew ? `W-${year}-${drawnNumber(await listWarningNumbers(tx, tenant, year))}` : '',
    place: await placeAsked(tx, doors, { tenant, command }),
    known: ['sorts', 'cleared', 'responds', 'own'].includes(view),
    triages: view === 'sorts',
    party: known ? isPartyTo(sight, known.warning) : false,
    bodies: bodies.map((one) => one.id),
    incidentNumber: state?.incident ? await doors.incidents().numberOf(tx, tenant, state.incident) : null,
    partyBodies: state === null ? [] : bodies.filter((one) => isWarnedParty(one, state.received)).map((one) => one.id),
  }
}
async function placeAsked(
  tx: Tx,
  doors: WarningDoors,
  { tenant, command }: { readonly tenant: string; readonly command: WarningCommand },
): Promise<WarningContext['place']> {
  if (command.type === 'settle') return placeOf(tx, doors, { tenant, report: { territoire: command.to.territoire } })
  return command.type === 'receive' ? placeOf(tx, doors, { tenant, report: command.report }) : null
}
/** A site lies where the register says; a territoire is one of the register of areas. */
export async function placeOf(
  tx: Tx,
  { places, sites }: Pick<WarningDoors, 'places' | 'sites'>,
  { tenant, report }: { readonly tenant: string; readonly report: Pick<words.ReportWarning, 'territoire' | 'site'> },
): Promise<WarningContext['place']> {
  const [brief] = report.site === undefined ? [] : await sites.briefs(tx, [report.site], tenant)
  if (report.site !== undefined && !brief) return null
  const code = brief?.territoireCode ?? report.territoire
  const area = (await places.listAreas(tx, 'territoire', tenant)).find((one) => one.code === code)
  return area ? { province: area.parent ?? null, territoire: area.code, site: brief?.id ?? null } : null
}

const writes = (run: RunWarning): readonly Route[] => [
  writeRoute({
    ...{ path: '/api/conflict/warnings', allow: can('conflict.warn'), body: words.ReportWarning },
    summary:
      'Warns of what happened or is about to; always kept, with a clock by its severity; nobody’s name, only what kind of person warned',
    write: (sent) => run(sent, sent.envelope.id, { type: 'receive', report: sent.data }),
  }),
  writeRoute({
    ...{ path: '/api/conflict/warnings/:warning/assessments', allow: triage, params, body: words.AssessWarning },
    summary: 'Says that it was verified, could not be, or is false and why',
    write: (sent) => run(sent, sent.params.warning, { type: 'assess', ...sent.data }),
  }),
  writeRoute({
    ...{ path: '/api/conflict/warnings/:warning/severities', allow: triage, params, body: words.GradeWarning },
    summary: 'Changes the severity; the clock counts again from the receipt',
    write: (sent) => run(sent, sent.params.warning, { type: 'grade', ...sent.data }),
  }),
  writeRoute({
    ...{ path: '/api/conflict/warnings/:warning/settlements', allow: triage, params, body: words.SettleWarning },
    summary: 'Says what a text message did not: what it is, how grave, where',
    write: (sent) => run(sent, sent.params.warning, { type: 'settle', to: sent.data }),
  }),
  writeRoute({
    ...{ path: '/api/conflict/warnings/:warning/shares', allow: triage, params, body: words.ShareWarning },
    summary: 'Shares it with named bodies that are to respond; none that has a part in it',
    write: (sent) => run(sent, sent.params.warning, { type: 'share', ...sent.data }),
  }),
  writeRoute({
    ...{ path: '/api/conflict/warnings/:warning/acknowledgements', allow: readers, params, body: words.AcknowledgeWarning },
    summary: 'A body says that it has taken note; who sorts may write it down for one without an account',
    write: (sent) => run(sent, sent.params.warning, { type: 'acknowledge', ...sent.data }),
  }),
  writeRoute({
    ...{ path: '/api/conflict/warnings/:warning/responses', allow: readers, params, body: words.RespondWarning },
    summary: 'A body says what it did and on which day',
    write: (sent) => run(sent, sent.params.warning, { type: 'respond', ...sent.data }),
  }),
  writeRoute({
    ...{ path: '/api/conflict/warnings/:warning/closings', allow: triage, params, body: words.CloseWarning },
    summary: 'Closes it with what who warned was told, or that nobody can be told',
    write: (sent) => run(sent, sent.params.warning, { type: 'close', ...sent.data }),
  }),
]
const incidentRoute = (doors: WarningDoors): Route =>
  writeRoute({
    ...{ path: '/api/conflict/warnings/:warning/incidents', allow: triage, params, body: words.OpenWarningIncident },
    summary:
      'Opens an incident from a verified warning, restricted, with the number of the warning in it; of two who ask at once one is refused',
    write: ({ params: { warning }, ...sent }) =>
      openIncident(doors, {
        ...{ ...sent, warning },
        announce: (incident) => runWith(doors)(sent, warning, { type: 'open-incident', incident }),
        takeBack: (envelope, incident, code) =>
          runWith(doors)({ ...sent, envelope }, warning, { type: 'incident-refused', incident, code }),
      }),
  })
