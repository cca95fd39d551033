/* Projects over HTTP: the list, one with its plan, its versions, what may be measured; opening, revising, writing down what was spent. */
import { todayAt } from '../../../kernel/calendar.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { mustParse, record } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Route, can, canOneOf } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import {
  type MeasureLine,
  MeasureList,
  type OneSpending,
  OpenProject,
  ProjectAnswer,
  ProjectId,
  type ProjectLine,
  ProjectList,
  ReverseSpending,
  ReviseHead,
  RevisePlan,
  Spend,
} from '../contract.ts'
import { periodsOf } from '../domain/periods.ts'
import {
  type MaybeProject,
  type ProjectCommand,
  type ProjectContext,
  type ProjectEvent,
  actsIn,
  carries,
  projectDecider,
  projectKinds,
} from '../domain/project.ts'
import { startersFor } from '../domain/starters.ts'
import type { ProjectHouse } from './house.ts'
import { cumulatesIn } from './make-value.ts'
import { type KnownProject, findKnown, readProject, valuesOf } from './read-project.ts'
import * as store from './store.ts'

export const projectAggregate: Aggregate<MaybeProject, ProjectCommand, ProjectEvent, ProjectContext> = {
  ...{ name: 'project', decider: projectDecider, kinds: projectKinds },
}
export const projectParams = record({ project: ProjectId })
/** Drafts too, or only what was locked. */
export const readers = canOneOf('projects.read', 'projects.locked-read')

export const projectRoutes = (house: ProjectHouse): readonly Route[] => [...reads(house), ...writes(house)]

const reads = (house: ProjectHouse): readonly Route[] => [
  readRoute({
    path: '/api/projects',
    allow: readers,
    summary: 'Projects with how many of their values are locked and when the next report is due',
    answer: ProjectList,
    read: async ({ tx, tenant, who, now }) => {
      const projects = (await store.listProjects(tx, tenant)).map(readProject)
      const values = await valuesOf(
        tx,
        tenant,
        projects.map(({ id }) => id),
      )
      return accepted({
        projects: projects.map((one) => lineOf(one, values, todayAt(now))),
        mayWrite: who.capabilities.has('projects.write'),
      })
    },
  }),
  readRoute({
    path: '/api/projects/:project',
    allow: readers,
    summary: 'One project: what is to change, by what it is measured, activities, budget with what was spent, reports due',
    params: projectParams,
    answer: ProjectAnswer,
    read: async ({ tx, tenant, who, params, now }) => {
      const found = await findKnown(tx, tenant, params.project)
      if (found === null) return refused('unknown-project')
      const spendings = await store.listSpendings(tx, tenant, found.id)
      return accepted({
        ...{ id: mustParse(ProjectId, found.id), opened: found.opened, heads: [...found.heads], plan: found.plan, version: found.version },
        ...{ revisedAt: found.revisedAt, reason: found.reason, spending: spendingOf(found, spendings) },
        spendings: spendings.map((one) => ({ ...one, reversed: reversedIn(found, one) })),
        periods: begun(found, todayAt(now)),
        ...mayIn(found, who),
        mayName: who.capabilities.has('projects.write') && carries(found, who.organisation),
      })
    },
  }),
  readRoute({
    path: '/api/project-measures',
    allow: can('projects.write'),
    summary:
      'What the record can be asked for, by which module and version; indicators that a new project is offered; provinces and territoires',
    answer: MeasureList,
    read: async ({ tx, tenant }) =>
      accepted({
        ...{ measures: measureLines(house), starters: [...startersFor(house.measures())] },
        areas: (await listAreas(house, tx, tenant)).map(({ code, name, parent = null }) => ({ code, name, parent })),
      }),
  }),
]
/** What an account may do in a project: by its rights, and by who it acts for. */
export const mayIn = (project: KnownProject, { capabilities, organisation }: Pick<Who, 'capabilities' | 'organisation'>) => ({
  mayWrite: capabilities.has('projects.write') && actsIn(project, organisation),
  mayApprove: capabilities.has('projects.approve') && actsIn(project, organisation),
})
export const begun = ({ opened }: KnownProject, today: string) =>
  periodsOf(opened).flatMap((one) => (one.from <= today ? [{ ...one, isOver: one.until < today }] : []))
const measureLines = (house: ProjectHouse): MeasureLine[] =>
  house
    .measures()
    .map(({ id, version, unit, divides, touchesPersons, addsUp }) => ({ id, version, unit, divides: [...divides], touchesPersons, addsUp }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))

function lineOf(project: KnownProject, values: Awaited<ReturnType<typeof valuesOf>>, today: string): ProjectLine {
  const { opened, plan } = project
  const over = begun(project, today).filter(({ isOver }) => isOver)
  const locked = plan.indicators.map(({ id }) => [...(values.get(id)?.values() ?? [])].filter(({ status }) => status === 'locked').length)
  return {
    ...{ id: mustParse(ProjectId, project.id), code: opened.code, title: opened.title, donor: opened.donor },
    ...{ startsOn: opened.startsOn, endsOn: opened.endsOn, indicators: plan.indicators.length },
    ...{ locked: locked.reduce((sum, one) => sum + one, 0), expected: plan.indicators.length * over.length },
    nextDue:
      plan.due
        .map(({ dueOn }) => dueOn)
        .filter((day) => day >= today)
        .toSorted()[0] ?? null,
  }
}
const reversedIn = ({ reversals }: KnownProject, { number }: store.OneSpendingRow): OneSpending['reversed'] => {
  const found = reversals.find((one) => one.number === number)
  return found === undefined ? null : { reason: found.reason, at: found.at }
}
const spendingOf = (project: KnownProject, spent: readonly store.OneSpendingRow[]) =>
  project.plan.budget.map((line) => {
    const of = spent.filter((one) => one.line === line.code && reversedIn(project, one) === null)
    const byPeriod = [...Map.groupBy(of, ({ period }) => period)]
      .map(([period, group]) => ({ period, cents: group.reduce((sum, one) => sum + one.cents, 0) }))
      .toSorted((a, b) => (a.period < b.period ? -1 : 1))
    return { ...line, spent: of.reduce((sum, one) => sum + one.cents, 0), byPeriod }
  })

const writes = (house: ProjectHouse): readonly Route[] => [
  writeRoute({
    ...{ path: '/api/projects', allow: can('projects.write'), body: OpenProject },
    summary: 'Opens a project: donor, days, who implements it; its plan is written afterwards',
    write: ({ door, who, tenant, envelope, data, now }) =>
      door.execute({
        ...{ aggregate: projectAggregate, subject: envelope.id, command: { type: 'open', project: data }, envelope, who },
        context: (tx) => nothingKnown(tx, { tenant, who, now }),
      }),
  }),
  writeRoute({
    ...{ path: '/api/projects/:project/plans', allow: can('projects.write'), params: projectParams, body: RevisePlan },
    summary: 'Writes the whole plan anew on the version that was read, with the reason; earlier versions stay',
    write: ({ door, who, tenant, envelope, params, data }) =>
      door.execute({
        ...{ aggregate: projectAggregate, subject: params.project, command: { type: 'revise', ...data }, envelope, who },
        context: async (tx, _state, { now }) => ({
          ...NOTHING,
          ...{ now, account: who.account, organisation: who.organisation, codes: [] },
          areas: new Set((await listAreas(house, tx, tenant)).map(({ code }) => code)),
          spent: new Set((await store.listSpendings(tx, tenant, params.project)).map(({ line }) => line)),
          measures: new Set(house.measures().map(({ id }) => id)),
          cumulates: (one) => cumulatesIn(house, one),
          valued: new Set((await valuesOf(tx, tenant, [params.project])).keys()),
        }),
      }),
  }),
  writeRoute({
    ...{ path: '/api/projects/:project/heads', allow: can('projects.write'), params: projectParams, body: ReviseHead },
    summary:
      'Revises donor, title, days or who implements, with the reason; earlier heads stay, locked values and frozen reports keep theirs',
    write: ({ door, who, tenant, envelope, params, data }) =>
      door.execute({
        ...{ aggregate: projectAggregate, subject: params.project, command: { type: 'revise-head', ...data }, envelope, who },
        context: async (tx, _state, { now }) => ({
          ...{ now, account: who.account, organisation: who.organisation, codes: [], ...NOTHING },
          used: await quartersInUse(tx, tenant, params.project),
        }),
      }),
  }),
  writeRoute({
    ...{ path: '/api/projects/:project/spendings', allow: can('projects.write'), params: projectParams, body: Spend },
    summary: 'Writes down what was spent of a budget line in a quarter, with its evidence; what was mistyped is taken back by a reversal',
    write: ({ door, who, tenant, envelope, params, data }) =>
      door.execute({
        ...{ aggregate: projectAggregate, subject: params.project, command: { type: 'spend', ...data }, envelope, who },
        context: (tx, _state, { now }) => nothingKnown(tx, { tenant, who, now }),
      }),
  }),
  writeRoute({
    ...{ path: '/api/projects/:project/spending-reversals', allow: can('projects.write'), params: projectParams, body: ReverseSpending },
    summary: 'Takes a spending back that was mistyped, with the reason: both stay to be read, and no sum counts it',
    write: ({ door, who, tenant, envelope, params, data }) =>
      door.execute({
        ...{ aggregate: projectAggregate, subject: params.project, command: { type: 'reverse', ...data }, envelope, who },
        context: (tx, _state, { now }) => nothingKnown(tx, { tenant, who, now }),
      }),
  }),
]
async function quartersInUse(tx: Tx, tenant: string, project: string): Promise<ReadonlySet<string>> {
  const values = [...(await valuesOf(tx, tenant, [project])).values()].flatMap((one) => [...one.keys()])
  return new Set([...values, ...(await store.listSpendings(tx, tenant, project)).map(({ period }) => period)])
}
const NOTHING: Pick<ProjectContext, 'areas' | 'measures' | 'valued' | 'spent' | 'used' | 'cumulates'> = {
  ...{ areas: new Set(), measures: new Set(), valued: new Set(), spent: new Set(), used: new Set() },
  cumulates: ({ cumulates }) => cumulates,
}
async function nothingKnown(
  tx: Tx,
  { tenant, who, now }: { readonly tenant: string; readonly who: Pick<Who, 'account' | 'organisation'>; readonly now: string },
): Promise<ProjectContext> {
  const codes = (await store.listProjects(tx, tenant)).map(({ code }) => code)
  const { account, organisation } = who
  return { now, account, organisation, codes, ...NOTHING }
}
const listAreas = async ({ places }: ProjectHouse, tx: Tx, tenant: string) => [
  ...(await places.listAreas(tx, 'province', tenant)),
  ...(await places.listAreas(tx, 'territoire', tenant)),
]
