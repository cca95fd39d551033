/*
Decisions about a project: it is opened, its head and its plan are revised version by version, money spent is written down. A plan must hold together: every result but the objective hangs on one, every
indicator on a result, places are known, money is named once. Who carries the project and the partners that it named write in it, nobody else. An indicator of which a value was locked stays in the plan and keeps what it measures. Nothing here names a person.
*/
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, count, instant, mustParse, record, text } from '../../../kernel/schema.ts'
import { OrganisationId } from '../../people/contract.ts'
import {
  type Cumulates,
  type OpenProject,
  OpenedProject,
  type PlanIndicator,
  ProjectHead,
  ProjectPlan,
  ReverseSpending,
  Spend,
} from '../contract.ts'
import { headFault, withHead } from './head.ts'
import { periodOf } from './periods.ts'

const act = { by: text(60), at: instant() }
export const ProjectOpened = record({ ...OpenedProject.shape, ...act })
export const PlanRevised = record({ version: count(), plan: ProjectPlan, reason: text(400), ...act })
export const HeadRevised = record({ version: count(), head: ProjectHead, reason: text(400), ...act })
export const MoneySpent = record({ ...Spend.shape, ...act })
export const SpendingReversed = record({ ...ReverseSpending.shape, ...act })
export const projectKinds = {
  'project.opened.v1': ProjectOpened,
  'project.plan-revised.v1': PlanRevised,
  'project.head-revised.v1': HeadRevised,
  'project.spent.v1': MoneySpent,
  'project.spending-reversed.v1': SpendingReversed,
} as const
export type ProjectEvent =
  | DomainEvent<'project.opened.v1', Infer<typeof ProjectOpened>>
  | DomainEvent<'project.plan-revised.v1', Infer<typeof PlanRevised>>
  | DomainEvent<'project.head-revised.v1', Infer<typeof HeadRevised>>
  | DomainEvent<'project.spent.v1', Infer<typeof MoneySpent>>
  | DomainEvent<'project.spending-reversed.v1', Infer<typeof SpendingReversed>>

export type ProjectCommand =
  | { readonly type: 'open'; readonly project: OpenProject }
  | { readonly type: 'revise'; readonly plan: ProjectPlan; readonly basedOn: number; readonly reason: string }
  | { readonly type: 'revise-head'; readonly head: ProjectHead; readonly basedOn: number; readonly reason: string }
  | ({ readonly type: 'spend' } & Spend)
  | { readonly type: 'reverse'; readonly number: number; readonly reason: string }
export interface ProjectContext {
  readonly now: string
  readonly account: string
  /** For whom the account acts. */
  readonly organisation: string | null
  /** Codes of other projects. */
  readonly codes: readonly string[]
  /** Codes of provinces and territoires that are known. */
  readonly areas: ReadonlySet<string>
  readonly measures: ReadonlySet<string>
  /** How an indicator adds up by what it is asked of, whatever was wished. */
  readonly cumulates: (indicator: PlanIndicator) => Cumulates
  /** Indicators of which a value stands. */
  readonly valued: ReadonlySet<string>
  /** Lines of the budget of which something was spent. */
  readonly spent: ReadonlySet<string>
  /** Quarters of which a value or money stands. */
  readonly used: ReadonlySet<string>
}
export interface Project {
  readonly opened: OpenedProject
  readonly plan: ProjectPlan
  readonly version: number
  readonly headVersion: number
  /** How many spendings were written; their numbers begin with one. */
  readonly spendings: number
  readonly reversed: ReadonlySet<number>
}
export type MaybeProject = Project | null
const EMPTY: ProjectPlan = { results: [], indicators: [], activities: [], budget: [], due: [] }
type Decided = Outcome<readonly ProjectEvent[]>

/** Who carries a project acts in it, and the partners that it named. */
export const actsIn = ({ opened, plan }: Pick<Project, 'opened' | 'plan'>, organisation: string | null): boolean =>
  opened.organisation === undefined || opened.organisation === organisation || (plan.partners ?? []).some((one) => one === organisation)
/** Partners are named by who carries the project. */
export const carries = ({ opened }: Pick<Project, 'opened'>, organisation: string | null): boolean =>
  opened.organisation === undefined || opened.organisation === organisation

/** Refusals: `project-exists`, `unknown-project`, `project-days-reversed`, `project-code-taken`, `not-your-project`, `partners-by-carrier`, `plan-changed-since`, those of `faultOf` and `headFault`, `unknown-budget-line`, `period-outside-project`, `unknown-spending`, `spending-reversed-already`. */
function decide(state: MaybeProject, command: ProjectCommand, context: ProjectContext): Decided {
  const { now: at, account: by } = context
  if (command.type === 'open') {
    const { project } = command
    if (state !== null) return refused('project-exists')
    if (project.endsOn <= project.startsOn) return refused('project-days-reversed')
    if (context.codes.includes(project.code)) return refused('project-code-taken', { code: project.code })
    return accepted([{ kind: 'project.opened.v1', payload: { ...project, ...organisationOf(context), by, at } }])
  }
  if (state === null) return refused('unknown-project')
  if (!actsIn(state, context.organisation)) return refused('not-your-project')
  if (command.type === 'spend') {
    const { line, period, cents, evidence } = command
    if (!state.plan.budget.some((one) => one.code === line)) return refused('unknown-budget-line', { line })
    if (periodOf(period, state.opened) === null) return refused('period-outside-project', { period })
    return accepted([{ kind: 'project.spent.v1', payload: { line, period, cents, evidence, by, at } }])
  }
  if (command.type === 'reverse') return reverse(state, command, { by, at })
  if (command.type === 'revise-head') {
    const { head, basedOn, reason } = command
    const fault = headFault(state.opened, head, { version: state.headVersion, basedOn, used: context.used })
    if (!fault.ok) return fault
    return accepted([{ kind: 'project.head-revised.v1', payload: { version: state.headVersion + 1, head, reason, by, at } }])
  }
  if (command.basedOn !== state.version) return refused('plan-changed-since', { version: state.version })
  // Who does not speak of partners changes none.
  const plan = cumulating(keepingPartners(command.plan, state.plan), context)
  if (partnersIn(plan) !== partnersIn(state.plan) && !carries(state, context.organisation)) return refused('partners-by-carrier')
  const fault = faultOf(plan, state, context)
  if (!fault.ok) return fault
  const payload = { version: state.version + 1, plan, reason: command.reason, by, at }
  return accepted([{ kind: 'project.plan-revised.v1', payload }])
}

/** What was mistyped is taken back whole, once; what is right is written anew. */
function reverse(
  { spendings, reversed }: Project,
  { number, reason }: Extract<ProjectCommand, { readonly type: 'reverse' }>,
  acted: { readonly by: string; readonly at: string },
): Decided {
  if (number < 1 || number > spendings) return refused('unknown-spending', { number })
  if (reversed.has(number)) return refused('spending-reversed-already', { number })
  return accepted([{ kind: 'project.spending-reversed.v1', payload: { number, reason, ...acted } }])
}
const partnersIn = ({ partners = [] }: ProjectPlan): string => partners.toSorted().join()
const keepingPartners = (plan: ProjectPlan, { partners }: ProjectPlan): ProjectPlan =>
  plan.partners === undefined && partners !== undefined ? { ...plan, partners } : plan
/** An indicator that has values keeps what it was counted by. */
const cumulating = (plan: ProjectPlan, { valued, cumulates }: ProjectContext): ProjectPlan => ({
  ...plan,
  indicators: plan.indicators.map((one) => (valued.has(one.id) ? one : { ...one, cumulates: cumulates(one) })),
})
const organisationOf = ({ organisation }: ProjectContext) =>
  organisation === null ? {} : { organisation: mustParse(OrganisationId, organisation) }

function faultOf(plan: ProjectPlan, { plan: before, opened }: Project, context: ProjectContext): Outcome<null> {
  const { results, indicators, activities, budget, due } = plan
  const twice = firstTwice([...results.map(({ code }) => `r${code}`), ...indicators.map(({ code }) => `i${code}`)])
  if (twice !== null) return refused('plan-code-twice', { code: twice.slice(1) })
  const line = firstTwice(budget.map(({ code }) => code))
  if (line !== null) return refused('plan-code-twice', { code: line })
  const again = firstTwice(activities.map(({ code }) => code))
  if (again !== null) return refused('plan-code-twice', { code: again })
  // Money that was written down belongs to its line, in its currency.
  const kept = (code: string, currency: string): boolean => budget.some((one) => one.code === code && one.currency === currency)
  const gone = before.budget.find(({ code, currency }) => context.spent.has(code) && !kept(code, currency))
  if (gone !== undefined) return refused('budget-line-has-spending', { line: gone.code })
  const level = new Map(results.map((one) => [String(one.id), one.level]))
  for (const { parent, level: own, code } of results) {
    const above = parent === null ? null : (level.get(parent) ?? null)
    const fits = own === 'objective' ? parent === null : own === 'outcome' ? above === 'objective' : above === 'outcome'
    if (!fits) return refused('plan-result-hangs-wrong', { code })
  }
  for (const one of indicators) {
    if (!level.has(one.result)) return refused('plan-indicator-without-result', { code: one.code })
    if (one.source.kind === 'measure' && !context.measures.has(one.source.measure))
      return refused('unknown-measure', { measure: one.source.measure })
    if (firstTwice(one.milestones.map(({ on }) => on)) !== null) return refused('plan-milestone-twice', { code: one.code })
  }
  const lost = before.indicators.find((one) => context.valued.has(one.id) && !isKept(one, indicators))
  if (lost !== undefined) return refused('indicator-has-values', { code: lost.code })
  for (const one of activities) {
    const { code, result, province, territoire, startsOn, endsOn, reachedBy } = one
    if (!level.has(result)) return refused('plan-activity-without-result', { code })
    if (reachedBy !== null && !indicators.some(({ id }) => id === reachedBy)) return refused('plan-reached-by-nothing', { code })
    if (territoire !== null && isHidden(one, opened)) return refused('plan-protected-place', { code })
    if (endsOn < startsOn) return refused('plan-days-reversed', { code })
    const unknown = [province, ...(territoire === null ? [] : [territoire])].find((area) => !context.areas.has(area))
    if (unknown !== undefined) return refused('plan-unknown-area', { area: unknown })
  }
  const wrong = due.find((one) => one.until < one.from || one.dueOn < one.until)
  return wrong === undefined ? accepted(null) : refused('plan-report-day', { day: wrong.dueOn })
}
/** Persons in danger are helped: by its mark, by its sector, or because the whole project does. */
export const isHidden = (
  { isProtection, sector }: Pick<ProjectPlan['activities'][number], 'isProtection' | 'sector'>,
  opened: Pick<OpenProject, 'isProtection'>,
): boolean => isProtection || sector === 'protection' || opened.isProtection
/** What was measured and counted stays; words, targets and milestones may be changed, and each version of them is kept. */
const isKept = (one: PlanIndicator, among: readonly PlanIndicator[]): boolean => {
  const now = among.find(({ id }) => id === one.id)
  return (
    now !== undefined &&
    now.unit === one.unit &&
    now.cumulates === one.cumulates &&
    JSON.stringify(now.source) === JSON.stringify(one.source)
  )
}
const firstTwice = (codes: readonly string[]): string | null => codes.find((code, at) => codes.indexOf(code) !== at) ?? null

export const projectDecider: Decider<MaybeProject, ProjectCommand, ProjectEvent, ProjectContext> = {
  initial: null,
  decide,
  evolve: (state, event) => {
    if (event.kind === 'project.opened.v1') {
      const { by: _by, at: _at, ...opened } = event.payload
      return { opened, plan: EMPTY, version: 0, headVersion: 0, spendings: 0, reversed: new Set() }
    }
    if (state === null) return state
    if (event.kind === 'project.spent.v1') return { ...state, spendings: state.spendings + 1 }
    if (event.kind === 'project.spending-reversed.v1') return { ...state, reversed: new Set([...state.reversed, event.payload.number]) }
    if (event.kind === 'project.head-revised.v1')
      return { ...state, opened: withHead(state.opened, event.payload.head), headVersion: event.payload.version }
    return { ...state, plan: event.payload.plan, version: event.payload.version }
  },
}
