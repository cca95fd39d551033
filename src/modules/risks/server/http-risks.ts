/*
Risks over HTTP. Who oversees sees all; an exporter what concerns its own chain, and what it recorded itself. What is not seen does not exist.
*/
import { todayAt } from '../../../kernel/calendar.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { asId, listOf, maybe, mustParse, record, yesOrNo } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { drawnNumber } from '../../../platform/log/drawn-number.ts'
import { readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Door, type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import type { CommandEnvelope } from '../../../platform/log/receipt.ts'
import { OrganisationId } from '../../people/contract.ts'
import { SiteId } from '../../sites/contract.ts'
import {
  AdoptPlan,
  AnswerCase,
  AssignCase,
  CloseRisk,
  EndPlan,
  GradeRisk,
  LiftSuspension,
  ProposePlan,
  ReadIndicator,
  RecordRisk,
  RiskCode,
  RiskDetail,
  RiskId,
  RiskState,
  type RiskSubject,
  RiskSummary,
  StopByIncident,
  SuspendRisk,
} from '../contract.ts'
import { type RiskCommand, type RiskContext, type RiskStanding, riskDecider, routeName } from '../domain/risk.ts'
import { RiskActs, type RiskEvent, riskKinds } from '../domain/risk-events.ts'
import { readBy } from '../domain/standing.ts'
import { detailOf, summaryOf } from './answers.ts'
import { type RiskDoors, isConcerned, namesOf, readRisk, sightOf, subjectKey, subjectOf } from './doors.ts'
import { stopsByIncident, stopsShown } from './from-incidents.ts'
import { type RiskRow, listRiskNumbers, listRisks } from './store-risks.ts'

export const riskAggregate: Aggregate<RiskStanding, RiskCommand, RiskEvent, RiskContext> = {
  name: 'risk',
  decider: riskDecider,
  kinds: riskKinds,
}
const params = record({ risk: RiskId })
interface Seen {
  readonly tenant: string
  readonly who: Who
  readonly on: string
}

export async function risksSeen(
  tx: Tx,
  doors: RiskDoors,
  { tenant, who, on, ...asked }: Seen & { readonly id?: string; readonly code?: string },
): Promise<readonly RiskRow[]> {
  const subjects = await sightOf(tx, doors, { tenant, who, on })
  return listRisks(tx, tenant, { ...asked, ...(subjects === null ? {} : { subjects }) })
}

/** The subject exists, and who does not oversee names only what is in the own chain. */
async function isKnown(tx: Tx, doors: RiskDoors, { subject, ...asked }: Seen & { readonly subject: RiskSubject }): Promise<boolean> {
  const { tenant } = asked
  if (subject.kind === 'site' && (await doors.sites.briefs(tx, [subject.site], tenant)).length === 0) return false
  if (subject.kind === 'organisation' && (await doors.people.organisations(tx, [subject.organisation], tenant)).length === 0) return false
  const sight = await sightOf(tx, doors, asked)
  return sight === null || subject.kind === 'route' || sight.ids.includes(subjectKey(subject))
}

export async function riskFacts(
  tx: Tx,
  doors: RiskDoors,
  asked: Seen & { readonly risk: string; readonly subject: RiskSubject | null; readonly file?: string },
): Promise<RiskContext> {
  const { tenant, who, on, risk, subject, file } = asked
  const [row] = subject === null ? await risksSeen(tx, doors, { tenant, who, on, id: risk }) : []
  const about = subject ?? (row ? subjectOf(row) : null)
  const year = on.slice(0, 4)
  return {
    ...{ today: on, account: who.account, organisation: who.organisation },
    number: subject === null ? '' : `R-${year}-${drawnNumber(await listRiskNumbers(tx, tenant, year))}`,
    known: subject === null ? row !== undefined : await isKnown(tx, doors, { tenant, who, on, subject }),
    fileKept: file === undefined || (await doors.documents.kept(tx, tenant, [file])).length > 0,
    concerned: about !== null && (await isConcerned(tx, doors, { tenant, organisation: who.organisation, subject: about })),
  }
}

export const riskRoutes = (doors: RiskDoors): readonly Route[] => [
  listRoute(doors),
  oneRoute(doors),
  ...assessments(runWith(doors)),
  ...decisions(runWith(doors)),
  ...plans(runWith(doors)),
]

const listRoute = (doors: RiskDoors): Route =>
  readRoute({
    path: '/api/risks',
    allow: can('risks.read'),
    summary: 'Risks and flags as they stand today, newest first; by code, state, site or organisation',
    query: record({ code: maybe(RiskCode), state: maybe(RiskState), organisation: maybe(OrganisationId), site: maybe(SiteId) }),
    answer: record({ risks: listOf(RiskSummary), assesses: yesOrNo(), byIncident: listOf(StopByIncident) }),
    read: async ({ tx, tenant, who, query, now }) => {
      const on = todayAt(now)
      const subject = query.organisation ?? query.site
      const rows = (await risksSeen(tx, doors, { tenant, who, on, ...(query.code === undefined ? {} : { code: query.code }) })).filter(
        (row) => subject === undefined || row.subject === subject,
      )
      const nameOf = await namesOf(tx, doors, { tenant, subjects: rows.map(subjectOf) })
      const risks = rows.flatMap((row) => {
        const risk = readRisk(row, on)
        return risk === null ? [] : [summaryOf(row, risk, { subjectName: nameOf(subjectKey(subjectOf(row))), day: on })]
      })
      return accepted({
        risks: risks.filter((one) => query.state === undefined || one.state === query.state),
        assesses: who.capabilities.has('risks.assess'),
        byIncident: await incidentStops(tx, doors, { tenant, who, on, subject, code: query.code }),
      })
    },
  })

/** Within sight, as risks are: everything for who oversees, else what concerns the own chain. */
async function incidentStops(
  tx: Tx,
  doors: RiskDoors,
  { subject, code, ...asked }: Seen & { readonly subject: string | undefined; readonly code: RiskCode | undefined },
): Promise<StopByIncident[]> {
  const { tenant, who, on } = asked
  const sight = await sightOf(tx, doors, asked)
  const ids = new Set(sight?.ids)
  const stops = (await stopsByIncident(tx, doors, { tenant, about: 'everything', on })).filter(
    ({ subject: of, incident }) =>
      (sight === null || (of.kind === 'route' ? sight.routes.includes(routeName(of.route)) : ids.has(subjectKey(of)))) &&
      (subject === undefined || subjectKey(of) === subject) &&
      (code === undefined || incident.risks.some((one) => one === code)),
  )
  return stopsShown(tx, doors, { tenant, who, stops })
}

const oneRoute = (doors: RiskDoors): Route =>
  readRoute({
    path: '/api/risks/:risk',
    allow: can('risks.read'),
    summary: 'One risk: evidence, plan with its indicators and clock, questions and answers, everything that happened',
    params,
    answer: RiskDetail,
    read: async ({ tx, tenant, who, params: { risk: id }, now }) => {
      const on = todayAt(now)
      const [row] = await risksSeen(tx, doors, { tenant, who, on, id })
      const risk = row ? readRisk(row, on) : null
      if (!row || risk === null) return refused('unknown-risk')
      const subject = subjectOf(row)
      const concerned = await isConcerned(tx, doors, { tenant, organisation: who.organisation, subject })
      const bodies = bodiesOf(row)
      const nameOf = await namesOf(tx, doors, { tenant, subjects: [subject], bodies })
      const assess = who.capabilities.has('risks.assess')
      const lift = who.capabilities.has('risks.lift') && !concerned && risk.suspended !== null && !risk.suspendedBy.includes(who.account)
      const running = risk.plans.at(-1)
      const succeed = assess && !concerned && !(running && readBy(running).includes(who.account))
      const may = { assess, decide: assess && !concerned, lift, succeed }
      const stops = await stopsByIncident(tx, doors, { tenant, about: [subject], on })
      const byIncident = await stopsShown(tx, doors, { tenant, who, stops })
      return accepted(detailOf(row, risk, { day: on, concerned, nameOf, subjectName: nameOf(subjectKey(subject)), may, byIncident }))
    },
  })
const bodiesOf = (row: RiskRow): readonly (string | null)[] => [...new Set(mustParse(RiskActs, row.acts).map((act) => act.payload.body))]

interface Sent {
  readonly door: Door
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
}
type Run = ReturnType<typeof runWith>
export const runWith =
  (doors: RiskDoors) =>
  ({ door, who, tenant, envelope }: Sent, risk: string, command: RiskCommand) =>
    door.execute({
      aggregate: riskAggregate,
      subject: risk,
      command,
      envelope,
      who,
      context: (tx, _state, { today }) =>
        riskFacts(tx, doors, {
          ...{ tenant, who, on: today, risk, subject: command.type === 'record' ? command.subject : null },
          ...(command.type === 'read-indicator' && command.file ? { file: command.file.sha256 } : {}),
        }),
    })

const assess = can('risks.assess')
const assessments = (run: Run): readonly Route[] => [
  writeRoute({
    path: '/api/risks',
    allow: assess,
    summary: 'Records a risk of Annex II or a red flag about a body, a site or a road; one that stops does so at once',
    body: RecordRisk,
    write: (sent) => run(sent, sent.envelope.id, { type: 'record', ...sent.data }),
  }),
  writeRoute({
    path: '/api/risks/:risk/grades',
    allow: assess,
    summary: 'The evidence is graded anew, with why',
    params,
    body: GradeRisk,
    write: (sent) => run(sent, sent.params.risk, { type: 'grade', ...sent.data }),
  }),
  writeRoute({
    path: '/api/risks/:risk/case-owners',
    allow: assess,
    summary: 'Says which body or function answers the questions of a red flag, and until when',
    params,
    body: AssignCase,
    write: (sent) => run(sent, sent.params.risk, { type: 'assign-case', ...sent.data }),
  }),
  writeRoute({
    path: '/api/risks/:risk/case-answers',
    allow: assess,
    summary: 'Answers one question of a red flag; an earlier answer stays',
    params,
    body: AnswerCase,
    write: (sent) => run(sent, sent.params.risk, { type: 'answer-case', ...sent.data }),
  }),
]

const decisions = (run: Run): readonly Route[] => [
  writeRoute({
    path: '/api/risks/:risk/suspensions',
    allow: assess,
    summary: 'Suspends trade with what the risk is about',
    params,
    body: SuspendRisk,
    write: (sent) => run(sent, sent.params.risk, { type: 'suspend', ...sent.data }),
  }),
  writeRoute({
    path: '/api/risks/:risk/lifted-suspensions',
    allow: can('risks.lift'),
    summary: 'Lifts a suspension; another person than the one who brought it about, with a reason',
    params,
    body: LiftSuspension,
    write: (sent) => run(sent, sent.params.risk, { type: 'lift', ...sent.data }),
  }),
  writeRoute({
    path: '/api/risks/:risk/closings',
    allow: assess,
    summary: 'Closes a risk or a case whose questions are answered',
    params,
    body: CloseRisk,
    write: (sent) => run(sent, sent.params.risk, { type: 'close', ...sent.data }),
  }),
]

const plans = (run: Run): readonly Route[] => [
  writeRoute({
    path: '/api/risks/:risk/plans',
    allow: assess,
    summary: 'Proposes a plan with measures, partners and indicators that can be measured',
    params,
    body: ProposePlan,
    write: (sent) => run(sent, sent.params.risk, { type: 'propose-plan', plan: asId('plan', sent.envelope.id), ...sent.data }),
  }),
  writeRoute({
    path: '/api/risks/:risk/plan-adoptions',
    allow: assess,
    summary: 'The plan is adopted; its clock of six months begins',
    params,
    body: AdoptPlan,
    write: (sent) => run(sent, sent.params.risk, { type: 'adopt-plan', ...sent.data }),
  }),
  writeRoute({
    path: '/api/risks/:risk/plan-readings',
    allow: assess,
    summary: 'Reads an indicator of the plan, with what shows it and how well that is known',
    params,
    body: ReadIndicator,
    write: (sent) => run(sent, sent.params.risk, { type: 'read-indicator', ...sent.data }),
  }),
  ...(['plan-successes', 'plan-failures'] as const).map((what) =>
    writeRoute({
      path: `/api/risks/:risk/${what}`,
      allow: assess,
      summary:
        what === 'plan-successes'
          ? 'The plan reached its targets within its clock; another person than who read them last says so'
          : 'The plan failed; trade is suspended',
      params,
      body: EndPlan,
      write: (sent) => run(sent, sent.params.risk, { type: what === 'plan-successes' ? 'plan-succeeds' : 'plan-fails', ...sent.data }),
    }),
  ),
]
