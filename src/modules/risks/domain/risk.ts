/*
Decisions about a risk. Recording, readings and answers are observations and are taken from everybody who may assess; grading, closing, suspending,
lifting and calling a plan a success are decisions, and nobody of a body that the risk is about takes them. Whoever brought a suspension
about does not lift it. A plan succeeds only by its own measures, read with evidence since its adoption, within its clock, and by the word of
another person than who read them last.
*/
import { addDays, addMonths } from '../../../kernel/calendar.ts'
import type { Decider } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { Infer } from '../../../kernel/schema.ts'
import type {
  AdoptPlan,
  AnswerCase,
  AssignCase,
  CloseRisk,
  EndPlan,
  GradeRisk,
  LiftSuspension,
  PlanId,
  ProposePlan,
  ReadIndicator,
  RecordRisk,
  SuspendRisk,
} from '../contract.ts'
import type { RiskEvent } from './risk-events.ts'
import { asksOf, isFlag, riskRulebook, ruleOf } from './risk-rules.ts'
import { type Plan, type RiskOnDay, reached, readBy, riskOn } from './standing.ts'

export type RiskCommand =
  | ({ readonly type: 'record' } & Infer<typeof RecordRisk>)
  | ({ readonly type: 'grade' } & Infer<typeof GradeRisk>)
  | ({ readonly type: 'suspend' } & Infer<typeof SuspendRisk>)
  | ({ readonly type: 'lift' } & Infer<typeof LiftSuspension>)
  | ({ readonly type: 'close' } & Infer<typeof CloseRisk>)
  | ({ readonly type: 'assign-case' } & Infer<typeof AssignCase>)
  | ({ readonly type: 'answer-case' } & Infer<typeof AnswerCase>)
  | ({ readonly type: 'propose-plan'; readonly plan: PlanId } & Infer<typeof ProposePlan>)
  | ({ readonly type: 'adopt-plan' } & Infer<typeof AdoptPlan>)
  | ({ readonly type: 'read-indicator' } & Infer<typeof ReadIndicator>)
  | ({ readonly type: 'plan-succeeds' } & Infer<typeof EndPlan>)
  | ({ readonly type: 'plan-fails' } & Infer<typeof EndPlan>)
export interface RiskContext {
  readonly today: string
  readonly account: string
  readonly organisation: string | null
  /** The next free number. */
  readonly number: string
  /** The subject exists and lies within what the sender may see. */
  readonly known: boolean
  /** The file that comes with a reading lies here; true where none comes. */
  readonly fileKept: boolean
  /** The sender's body is what the risk is about, or works the site it is about. */
  readonly concerned: boolean
}
export type RiskStanding = readonly RiskEvent[]
type Decided = Outcome<readonly RiskEvent[]>
interface Now {
  readonly risk: RiskOnDay
  readonly context: RiskContext
  readonly act: { readonly on: string; readonly by: string; readonly body: string | null }
}
/** Decisions that a concerned body does not take. */
const DECISIONS: readonly RiskCommand['type'][] = ['grade', 'suspend', 'lift', 'close', 'plan-succeeds', 'plan-fails']
const { values } = riskRulebook

function decide(state: RiskStanding, command: RiskCommand, context: RiskContext): Decided {
  const act = { on: context.today, by: context.account, body: context.organisation }
  if (command.type === 'record') return record(state, command, { context, act })
  const risk = riskOn(state, context.today)
  if (risk === null || !context.known) return refused('unknown-risk')
  if (context.concerned && DECISIONS.includes(command.type)) return refused('risk-conflict-of-interest')
  const now: Now = { risk, context, act }
  if (command.type === 'lift') return lift(command, now)
  if (command.type === 'read-indicator') return read(command, now)
  if (command.type === 'answer-case') {
    if (!risk.recorded.asks.includes(command.ask)) return refused('ask-not-of-this-case')
    return accepted([{ kind: 'risk.case-answered.v1', payload: { ask: command.ask, answer: command.answer, ...act } }])
  }
  if (risk.closed) return refused('risk-closed-already', { on: risk.closed.on })
  switch (command.type) {
    case 'grade':
      if (command.grade === risk.grade) return refused('grade-is-the-same')
      return accepted([{ kind: 'risk.graded.v1', payload: { grade: command.grade, why: command.why, ...act } }])
    case 'suspend':
      if (risk.suspended) return refused('risk-suspended-already', { since: risk.suspended.since })
      return accepted([{ kind: 'risk.suspended.v1', payload: { reason: command.reason, ...act } }])
    case 'close':
      return close(command, now)
    case 'assign-case':
      if (!isFlag(risk.recorded.code)) return refused('not-a-flag')
      return accepted([{ kind: 'risk.case-assigned.v1', payload: { owner: command.owner, dueOn: command.dueOn, ...act } }])
    default:
      return aboutPlan(command, now)
  }
}

function record(
  state: RiskStanding,
  command: Extract<RiskCommand, { readonly type: 'record' }>,
  { context, act }: Omit<Now, 'risk'>,
): Decided {
  if (state.length > 0) return refused('risk-recorded-already')
  if (!context.known) return refused('unknown-risk-subject')
  const { code, grade, why, source } = command
  const subject = command.subject.kind === 'route' ? { ...command.subject, route: routeName(command.subject.route) } : command.subject
  const asks = isFlag(code) ? [...asksOf[code]] : []
  const dueOn = isFlag(code) ? addDays(context.today, values.caseDays.value) : null
  const payload = { number: context.number, subject, code, grade, why, source, mark: ruleOf(code).evidence, asks, dueOn, ...act }
  return accepted([{ kind: 'risk.recorded.v1', payload }])
}
/** As transports and rows know it: one spelling of small letters and single spaces. */
export const routeName = (route: string): string => route.toLowerCase().replace(/\s+/g, ' ').trim()

function lift({ reason }: Extract<RiskCommand, { readonly type: 'lift' }>, { risk, context, act }: Now): Decided {
  if (!risk.suspended) return refused('risk-not-suspended')
  if (risk.suspendedBy.includes(context.account)) return refused('second-person-for-lift')
  return accepted([{ kind: 'risk.suspension-lifted.v1', payload: { reason, ...act } }])
}

function close({ outcome, reason }: Extract<RiskCommand, { readonly type: 'close' }>, { risk, act }: Now): Decided {
  if (risk.suspended) return refused('lift-before-closing')
  if (risk.state === 'monitored') return refused('plan-runs')
  const open = risk.recorded.asks.filter((ask) => !risk.answers.some((one) => one.ask === ask))
  if (open.length > 0) return refused('case-not-answered', { n: open.length })
  return accepted([{ kind: 'risk.closed.v1', payload: { outcome, reason, ...act } }])
}

const running = (risk: RiskOnDay): Plan | null => {
  const plan = risk.plans.at(-1)
  return plan && plan.ended === null ? plan : null
}
function read(command: Extract<RiskCommand, { readonly type: 'read-indicator' }>, { risk, context, act }: Now): Decided {
  const plan = risk.plans.at(-1)
  if (!plan?.proposed.indicators[command.indicator]) return refused('no-such-indicator')
  const on = command.on ?? context.today
  if (on > context.today) return refused('risk-day-in-the-future', { on })
  const { indicator, value, grade, note, evidence, file } = command
  if (evidence === undefined && file === undefined) return refused('reading-without-evidence')
  if (!context.fileKept) return refused('reading-file-not-sent')
  const given = {
    ...(note === undefined ? {} : { note }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(file === undefined ? {} : { file }),
  }
  const payload = { plan: plan.proposed.plan, indicator, value, grade, ...given, ...act, on }
  return accepted([{ kind: 'risk.plan-read.v1', payload }])
}

type PlanCommand = Extract<RiskCommand, { readonly type: 'propose-plan' | 'adopt-plan' | 'plan-succeeds' | 'plan-fails' }>
function aboutPlan(command: PlanCommand, { risk, context, act }: Now): Decided {
  if (ruleOf(risk.recorded.code).response !== 'mitigate') return refused('risk-takes-no-plan')
  const plan = running(risk)
  if (command.type === 'propose-plan') {
    const { plan: id, measures, partners, indicators } = command
    if (risk.state === 'monitored') return refused('plan-runs')
    if (indicators.length === 0 || indicators.some((one) => one.baseline === one.target)) return refused('plan-not-measurable')
    return accepted([{ kind: 'risk.plan-proposed.v1', payload: { plan: id, measures, partners, indicators, ...act } }])
  }
  if (!plan) return refused('no-plan')
  const id = plan.proposed.plan
  if (command.type === 'adopt-plan') {
    const on = command.on ?? context.today
    if (plan.adopted) return refused('plan-adopted-already', { on: plan.adopted.on })
    if (on > context.today) return refused('risk-day-in-the-future', { on })
    const months = (risk.recorded.code === 'A3' ? values.planMonths : values.reasonableMonths).value
    const latest = addMonths(on, months)
    const deadline = command.until ?? latest
    if (deadline <= on || deadline > latest) return refused('plan-clock-too-long', { until: latest, months })
    return accepted([{ kind: 'risk.plan-adopted.v1', payload: { plan: id, deadline, months, rulebook: riskRulebook.id, ...act, on } }])
  }
  if (!plan.adopted) return refused('plan-not-adopted')
  const payload = { plan: id, reason: command.reason, ...act }
  if (command.type === 'plan-fails') return accepted([{ kind: 'risk.plan-failed.v1', payload }])
  if (context.today > plan.adopted.deadline) return refused('plan-clock-over', { until: plan.adopted.deadline })
  const missing = plan.proposed.indicators.filter((_one, index) => !reached(plan, index)).map((one) => one.name)
  if (missing.length > 0) return refused('plan-targets-not-reached', { indicators: missing.join(', ') })
  if (values.secondPersonForSuccess.value && readBy(plan).includes(context.account)) return refused('second-person-for-success')
  return accepted([{ kind: 'risk.plan-succeeded.v1', payload }])
}

export const riskDecider: Decider<RiskStanding, RiskCommand, RiskEvent, RiskContext> = {
  initial: [],
  decide,
  evolve: (state, event) => [...state, event],
}
