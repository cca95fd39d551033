/* Missions and inspections over HTTP. The id of a new thing is the id of the command that made it. */
import { todayAt } from '../../../../kernel/calendar.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import { calendarDate, exactly, maybe, oneOf, record, text } from '../../../../kernel/schema.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import { InspectionId, MissionId, SiteId } from '../../contract.ts'
import { InspectionOpened, inspectionKinds } from '../../domain/missions/inspection-words.ts'
import { MissionPlan, missionKinds } from '../../domain/missions/mission.ts'
import { InspectionList, InspectionPage, MissionList, MissionPage } from '../../domain/missions/mission-answers.ts'
import { Proposals, TeamRulesShown } from '../../domain/missions/proposal-answers.ts'
import { dated, pageOf, paged, questionOf } from '../questions.ts'
import type { SitesDoors } from '../register/place-of-site.ts'
import { publishedTeamRulesOn, teamRulesShown } from './published-team-rules.ts'
import { readProposals } from './read-proposals.ts'
import { answerRoutes } from './http-answers.ts'
import { paperRoutes } from './http-papers.ts'
import { executeInspection, executeMission } from './execute.ts'
import { readInspection } from './read-inspection.ts'
import { readInspectionList, readMission, readMissionList } from './read-missions.ts'

export const missionRoutes = (doors: SitesDoors): readonly Route[] => [
  ...missionReads(doors),
  ...missionPlans(doors),
  ...missionSteps(doors),
  ...paperRoutes(doors),
  ...inspections(doors),
  ...answerRoutes(doors),
  ...signing(doors),
]

const missionParams = record({ mission: MissionId })
function missionReads(doors: SitesDoors): readonly Route[] {
  const allow = can('sites.plan-mission')
  return [
    readRoute({
      path: '/api/missions',
      allow: can('sites.read'),
      summary: 'Missions, newest first',
      query: record({ phase: maybe(oneOf('planned', 'in-field', 'closed', 'cancelled')) }),
      answer: MissionList,
      read: async ({ tx, tenant, who, now, query }) => accepted(await readMissionList(tx, tenant, { doors, who, now, phase: query.phase })),
    }),
    readRoute({
      path: '/api/missions/proposals',
      allow,
      summary: 'Sites proposed for a mission, ranked, each with its reasons',
      query: record({ ...dated, ...paged, province: maybe(text(12)), territoire: maybe(text(12)) }),
      answer: Proposals,
      read: async ({ tx, tenant, who, now, query }) => {
        const { province, territoire } = query
        return accepted(
          await readProposals(tx, tenant, { who, question: questionOf(query, now), province, territoire, page: pageOf(query) }),
        )
      },
    }),
    readRoute({
      path: '/api/missions/team-rules',
      allow: can('sites.read'),
      summary: 'Which bodies sit in the team of a mission, by kind: data with its marks and sources',
      query: record({ on: maybe(calendarDate()) }),
      answer: TeamRulesShown,
      read: async ({ query, now }) => accepted(teamRulesShown(publishedTeamRulesOn(query.on ?? todayAt(now)))),
    }),
    readRoute({
      path: '/api/missions/:mission',
      allow: can('sites.read'),
      summary: 'One mission with its sites, members and inspections',
      params: missionParams,
      answer: MissionPage,
      read: ({ tx, tenant, who, now, params: { mission } }) => readMission(tx, tenant, { doors, who, now, mission }),
    }),
  ]
}

function missionPlans(doors: SitesDoors): readonly Route[] {
  const allow = can('sites.plan-mission')
  return [
    writeRoute({
      path: '/api/missions',
      allow,
      summary: 'A mission is planned: sites, members by body, legal basis',
      body: MissionPlan,
      write: ({ data, ...asked }) => executeMission(doors, asked, { id: asked.envelope.id, command: { say: 'plan', mission: data } }),
    }),
    writeRoute({
      path: '/api/missions/:mission/change',
      allow,
      summary: 'The plan is changed before the team leaves, with the reason; the new plan is told whole',
      params: missionParams,
      body: record({ mission: MissionPlan, reason: text(1000) }),
      write: ({ data, params: { mission }, ...asked }) =>
        executeMission(doors, asked, { id: mission, command: { say: 'change', ...data } }),
    }),
  ]
}

function missionSteps(doors: SitesDoors): readonly Route[] {
  const allow = can('sites.plan-mission')
  return [
    writeRoute({
      path: '/api/missions/:mission/start',
      allow,
      summary: 'The team leaves',
      params: missionParams,
      body: missionKinds['mission.started.v1'],
      write: ({ data, params: { mission }, ...asked }) => executeMission(doors, asked, { id: mission, command: { say: 'start', ...data } }),
    }),
    writeRoute({
      path: '/api/missions/:mission/close',
      allow,
      summary: 'The team is back and every inspection is submitted',
      params: missionParams,
      body: missionKinds['mission.closed.v1'],
      write: ({ data, params: { mission }, ...asked }) => executeMission(doors, asked, { id: mission, command: { say: 'close', ...data } }),
    }),
    writeRoute({
      path: '/api/missions/:mission/cancel',
      allow,
      summary: 'A planned mission does not take place',
      params: missionParams,
      body: missionKinds['mission.cancelled.v1'],
      write: ({ data, params: { mission }, ...asked }) =>
        executeMission(doors, asked, { id: mission, command: { say: 'cancel', ...data } }),
    }),
  ]
}

const inspectionParams = record({ inspection: InspectionId })
function inspections(doors: SitesDoors): readonly Route[] {
  const allow = can('sites.inspect')
  const { site, mission, date, onSite, notVisitedReason, purpose, members, form, cause } = InspectionOpened.shape
  const said = inspectionKinds['inspection.findings-recorded.v1'].shape
  const dissent = inspectionKinds['inspection.dissented.v1'].shape
  return [
    readRoute({
      path: '/api/inspections',
      allow: can('sites.read'),
      summary: 'Inspections, newest first',
      query: record({
        phase: maybe(oneOf('draft', 'team-signed', 'submitted', 'accepted', 'returned', 'abandoned')),
        site: maybe(SiteId),
        mission: maybe(MissionId),
      }),
      answer: InspectionList,
      read: async ({ tx, tenant, query }) => accepted(await readInspectionList(tx, tenant, query)),
    }),
    readRoute({
      path: '/api/inspections/:inspection',
      allow: can('sites.read'),
      summary: 'One inspection: answers, evidence, dissent, signatures, proposal',
      params: inspectionParams,
      answer: InspectionPage,
      read: ({ tx, tenant, who, now, params: { inspection } }) => readInspection(tx, tenant, { doors, who, now, inspection }),
    }),
    writeRoute({
      path: '/api/inspections',
      allow,
      summary: 'A team opens the form of one site',
      body: record({
        site,
        mission,
        date,
        onSite,
        notVisitedReason,
        purpose,
        members: maybe(members),
        form,
        cause,
        carried: maybe(exactly(true)),
      }),
      write: ({ data, ...asked }) => executeInspection(doors, asked, { id: asked.envelope.id, command: { say: 'open', ...data } }),
    }),
    writeRoute({
      path: '/api/inspections/:inspection/findings',
      allow,
      summary: 'Answers to criteria, by a member body: always kept, marked late after the signature',
      params: inspectionParams,
      body: record({ by: said.by, findings: said.findings }),
      write: ({ data, params, ...asked }) =>
        executeInspection(doors, asked, { id: params.inspection, command: { say: 'record-findings', ...data } }),
    }),
    writeRoute({
      path: '/api/inspections/:inspection/dissents',
      allow,
      summary: 'A member disagrees on a criterion',
      params: inspectionParams,
      body: record({ by: dissent.by, criterion: dissent.criterion, reason: dissent.reason }),
      write: ({ data, params, ...asked }) =>
        executeInspection(doors, asked, { id: params.inspection, command: { say: 'dissent', ...data } }),
    }),
  ]
}

function signing(doors: SitesDoors): readonly Route[] {
  const { body } = inspectionKinds['inspection.signed.v1'].shape
  return [
    writeRoute({
      path: '/api/inspections/:inspection/signatures',
      allow: can('sites.inspect'),
      summary: 'A member body signs the complete form',
      params: inspectionParams,
      body: record({ body }),
      write: ({ data, params, ...asked }) => executeInspection(doors, asked, { id: params.inspection, command: { say: 'sign', ...data } }),
    }),
    writeRoute({
      path: '/api/inspections/:inspection/submission',
      allow: can('sites.inspect'),
      summary: 'The signed form goes to the reviewer',
      params: inspectionParams,
      body: record({}),
      write: ({ params, ...asked }) => executeInspection(doors, asked, { id: params.inspection, command: { say: 'submit' } }),
    }),
    writeRoute({
      path: '/api/inspections/:inspection/acceptance',
      allow: can('sites.review'),
      summary: 'The reviewer accepts the inspection as the ground of an order',
      params: inspectionParams,
      body: record({ reason: maybe(text(2000)) }),
      write: ({ data, params, ...asked }) =>
        executeInspection(doors, asked, { id: params.inspection, command: { say: 'accept', ...data } }),
    }),
    writeRoute({
      path: '/api/inspections/:inspection/return',
      allow: can('sites.review'),
      summary: 'The reviewer sends the inspection back to the team, with the reason',
      params: inspectionParams,
      body: record({ reason: text(2000) }),
      write: ({ data, params, ...asked }) =>
        executeInspection(doors, asked, { id: params.inspection, command: { say: 'return', ...data } }),
    }),
  ]
}
