/*
Decisions about a project: it is opened, its plan is revised version by version, money spent is written down. A plan must hold together: every result but the objective hangs on one, every
indicator on a result, places are known, money is named once. An indicator of which a value was locked stays in the plan and keeps what it measures. Nothing here names a person.
*/
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, count, instant, record, text } from '../../../kernel/schema.ts'
import { OpenProject, type PlanIndicator, ProjectPlan, Spend } from '../contract.ts'
import { periodOf } from './periods.ts'

const act = { by: text(60), at: instant() }
export const ProjectOpened = record({ ...OpenProject.shape, ...act })
export const PlanRevised = record({ version: count(), plan: ProjectPlan, reason: text(400), ...act })
export const MoneySpent = record({ ...Spend.shape, ...act })
export const projectKinds = {
  'project.opened.v1': ProjectOpened,
  'project.plan-revised.v1': PlanRevised,
  'project.spent.v1': MoneySpent,
} as const
export type ProjectEvent =
  | DomainEvent<'project.opened.v1', Infer<typeof ProjectOpened>>
  | DomainEvent<'project.plan-revised.v1', Infer<typeof PlanRevised>>
  | DomainEvent<'project.spent.v1', Infer<typeof MoneySpent>>

export type ProjectCommand =
  | { readonly type: 'open'; readonly project: OpenProject }
  | { readonly type: 'revise'; readonly plan: ProjectPlan; readonly basedOn: number; readonly reason: string }
  | ({ readonly type: 'spend' } & Spend)
export interface ProjectContext {
  readonly now: string
  readonly account: string
  /** Codes of other projects. */
  readonly codes: readonly string[]
  /** Codes of provinces and territoires that are known. */
  readonly areas: ReadonlySet<string>
  readonly measures: ReadonlySet<string>
  /** Indicators of which a value stands. */
  readonly valued: ReadonlySet<string>
}
export interface Project {
  readonly opened: OpenProject
  readonly plan: ProjectPlan
  readonly version: number
}
export type MaybeProject = Project | null
const EMPTY: ProjectPlan = { results: [], indicators: [], activities: [], budget: [], due: [] }
type Decided = Outcome<readonly ProjectEvent[]>

/** Refusals: `project-exists`, `unknown-project`, `project-days-reversed`, `project-code-taken`, `plan-changed-since`, `plan-unchanged`, those of `faultOf`, `unknown-budget-line`, `period-outside-project`. */
function decide(state: MaybeProject, command: ProjectCommand, context: ProjectContext): Decided {
  const { now: at, account: by } = context
  if (command.type === 'open') {
    const { project } = command
    if (state !== null) return refused('project-exists')
    if (project.endsOn <= project.startsOn) return refused('project-days-reversed')
    if (context.codes.includes(project.code)) return refused('project-code-taken', { code: project.code })
    return accepted([{ kind: 'project.opened.v1', payload: { ...project, by, at } }])
  }
  if (state === null) return refused('unknown-project')
  if (command.type === 'spend') {
    const { line, period, cents, evidence } = command
    if (!state.plan.budget.some((one) => one.code === line)) return refused('unknown-budget-line', { line })
    if (periodOf(period, state.opened) === null) return refused('period-outside-project', { period })
    return accepted([{ kind: 'project.spent.v1', payload: { line, period, cents, evidence, by, at } }])
  }
  if (command.basedOn !== state.version) return refused('plan-changed-since', { version: state.version })
  const fault = faultOf(command.plan, state, context)
  if (!fault.ok) return fault
  const payload = { version: state.version + 1, plan: command.plan, reason: command.reason, by, at }
  return accepted([{ kind: 'project.plan-revised.v1', payload }])
}

function faultOf(plan: ProjectPlan, { plan: before, opened }: Project, context: ProjectContext): Outcome<null> {
  const { results, indicators, activities, budget, due } = plan
  const twice = firstTwice([...results.map(({ code }) => `r${code}`), ...indicators.map(({ code }) => `i${code}`)])
  if (twice !== null) return refused('plan-code-twice', { code: twice.slice(1) })
  const line = firstTwice(budget.map(({ code }) => code))
  if (line !== null) return refused('plan-code-twice', { code: line })
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
  }
  const lost = before.indicators.find((one) => context.valued.has(one.id) && !isKept(one, indicators))
  if (lost !== undefined) return refused('indicator-has-values', { code: lost.code })
  for (const { code, result, province, territoire, startsOn, endsOn, isProtection } of activities) {
    if (!level.has(result)) return refused('plan-activity-without-result', { code })
    if (territoire !== null && (isProtection || opened.isProtection)) return refused('plan-protected-place', { code })
    if (endsOn < startsOn) return refused('plan-days-reversed', { code })
    const unknown = [province, ...(territoire === null ? [] : [territoire])].find((area) => !context.areas.has(area))
    if (unknown !== undefined) return refused('plan-unknown-area', { area: unknown })
  }
  const wrong = due.find((one) => one.until < one.from || one.dueOn < one.until)
  return wrong === undefined ? accepted(null) : refused('plan-report-day', { day: wrong.dueOn })
}
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
      return { opened, plan: EMPTY, version: 0 }
    }
    if (state === null || event.kind === 'project.spent.v1') return state
    return { ...state, plan: event.payload.plan, version: event.payload.version }
  },
}
