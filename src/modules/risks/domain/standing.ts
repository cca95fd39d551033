/*
A risk on any day: a pure function of what happened to it and the day. A stopping risk of reasonable evidence stops at once; a plan that did not
succeed by its last day suspends from that day; a suspension ends only by being lifted. No job turns anything: the day that is asked does.
*/
import type { Infer } from '../../../kernel/schema.ts'
import type { EvidenceGrade, NotCounted, PlanBrief, PlanId, PlanState, RiskLine, RiskState, Suspension } from '../contract.ts'
import type { PlanAdopted, PlanProposed, PlanRead, RiskEvent, RiskRecorded } from './risk-events.ts'
import { gradeCounts, isFlag, ruleOf, stops } from './risk-rules.ts'

type Proposed = Infer<typeof PlanProposed>
export interface Reading extends Infer<typeof PlanRead> {
  readonly notCounted: NotCounted | null
}
export interface Plan {
  readonly proposed: Proposed
  readonly adopted: Infer<typeof PlanAdopted> | null
  readonly readings: readonly Reading[]
  readonly ended: { readonly how: 'succeeded' | 'failed'; readonly on: string; readonly reason: string } | null
}
export interface RiskOnDay {
  readonly recorded: Infer<typeof RiskRecorded>
  readonly grade: EvidenceGrade
  readonly state: RiskState
  readonly suspended: { readonly because: Suspension['because']; readonly since: string; readonly plan: PlanId | null } | null
  readonly plans: readonly Plan[]
  readonly closed: { readonly on: string } | null
  readonly caseOwner: { readonly owner: string; readonly dueOn: string } | null
  readonly answers: readonly { readonly ask: string; readonly answer: string; readonly on: string }[]
  /** Who brought the suspension about, by account: another has to lift it. */
  readonly suspendedBy: readonly string[]
}
interface Trigger {
  readonly since: string
  readonly index: number
  readonly because: Suspension['because']
  readonly plan: PlanId | null
  readonly by: string | null
}

/** `null`: on that day nobody had recorded it. */
export function riskOn(all: readonly RiskEvent[], day: string): RiskOnDay | null {
  const acts = all.filter((act) => act.payload.on <= day)
  const [first] = acts
  if (first?.kind !== 'risk.recorded.v1') return null
  const recorded = first.payload
  const plans = plansOf(acts)
  const triggers = triggersOf(acts, plans, day)
  const lifts = acts.flatMap((act, index) => (act.kind === 'risk.suspension-lifted.v1' ? [{ on: act.payload.on, index }] : []))
  const active = triggers.filter(({ since, index }) => since <= day && !lifts.some((lift) => lift.index > index && lift.on >= since))
  const [oldest] = active.toSorted((a, b) => (a.since < b.since ? -1 : 1))
  const grade = acts.reduce<EvidenceGrade>((last, act) => (act.kind === 'risk.graded.v1' ? act.payload.grade : last), recorded.grade)
  const closing = acts.findLast((act) => act.kind === 'risk.closed.v1')
  const assigned = acts.findLast((act) => act.kind === 'risk.case-assigned.v1')
  const base = {
    recorded,
    grade,
    suspended: oldest ? { because: oldest.because, since: oldest.since, plan: oldest.plan } : null,
    plans,
    closed: closing ? { on: closing.payload.on } : null,
    caseOwner: assigned?.kind === 'risk.case-assigned.v1' ? { owner: assigned.payload.owner, dueOn: assigned.payload.dueOn } : null,
    answers: acts.flatMap((act) =>
      act.kind === 'risk.case-answered.v1' ? [{ ask: act.payload.ask, answer: act.payload.answer, on: act.payload.on }] : [],
    ),
    suspendedBy: active.flatMap((one) => (one.by === null ? [] : [one.by])),
  }
  return { ...base, state: stateOf(base, lifts.length > 0, day) }
}

function stateOf(risk: Omit<RiskOnDay, 'state'>, lifted: boolean, day: string): RiskState {
  if (risk.closed) return 'closed'
  if (risk.suspended) return 'suspended'
  const plan = risk.plans.at(-1)
  if (plan?.ended?.how === 'succeeded') return 'resolved'
  // A plan whose clock ran out and whose suspension was lifted is over, though nobody declared it failed.
  const over = plan?.adopted ? plan.adopted.deadline <= day : false
  if (plan && plan.ended === null && !over) return plan.adopted === null ? 'plan-proposed' : 'monitored'
  if (lifted) return 'lifted'
  const { response } = ruleOf(risk.recorded.code)
  return isFlag(risk.recorded.code) ? 'case-open' : response === 'mitigate' ? 'plan-wanted' : 'watched'
}

function plansOf(acts: readonly RiskEvent[]): readonly Plan[] {
  const plans = new Map<string, Plan>()
  for (const act of acts) {
    if (act.kind === 'risk.plan-proposed.v1') {
      plans.set(act.payload.plan, { proposed: act.payload, adopted: null, readings: [], ended: null })
      continue
    }
    const plan = 'plan' in act.payload ? plans.get(act.payload.plan) : undefined
    if (!plan) continue
    const id = plan.proposed.plan
    if (act.kind === 'risk.plan-adopted.v1') plans.set(id, { ...plan, adopted: act.payload })
    if (act.kind === 'risk.plan-read.v1') {
      plans.set(id, { ...plan, readings: [...plan.readings, { ...act.payload, notCounted: notCounted(plan, act.payload) }] })
    }
    if (act.kind === 'risk.plan-succeeded.v1' || act.kind === 'risk.plan-failed.v1') {
      const how = act.kind === 'risk.plan-succeeded.v1' ? 'succeeded' : 'failed'
      plans.set(id, { ...plan, ended: { how, on: act.payload.on, reason: act.payload.reason } })
    }
  }
  return [...plans.values()]
}

/** What was measured before a plan was in force says nothing of the plan, however early a day its adoption was given afterwards. */
function notCounted({ adopted }: Plan, { on, grade, evidence, file }: Infer<typeof PlanRead>): NotCounted | null {
  if (adopted === null || on < adopted.on) return 'before-adoption'
  if (grade === undefined || (evidence === undefined && file === undefined)) return 'no-evidence'
  return gradeCounts(grade) ? null : 'only-alleged'
}

function triggersOf(acts: readonly RiskEvent[], plans: readonly Plan[], day: string): readonly Trigger[] {
  return acts.flatMap((act, index): readonly Trigger[] => {
    const { on, by } = act.payload
    if (act.kind === 'risk.suspended.v1') return [{ since: on, index, because: 'decided', plan: null, by }]
    if (act.kind === 'risk.plan-failed.v1') return [{ since: on, index, because: 'plan-failed', plan: act.payload.plan, by }]
    if (act.kind === 'risk.plan-adopted.v1') {
      const ended = plans.find((one) => one.proposed.plan === act.payload.plan)?.ended
      const { deadline, plan } = act.payload
      return ended || deadline > day ? [] : [{ since: deadline, index, because: 'plan-failed', plan, by: null }]
    }
    if (act.kind !== 'risk.recorded.v1' && act.kind !== 'risk.graded.v1') return []
    const [recorded] = acts
    const stopping = recorded?.kind === 'risk.recorded.v1' && stops(recorded.payload.code, act.payload.grade)
    return stopping ? [{ since: on, index, because: 'stop-risk', plan: null, by }] : []
  })
}

/** The newest of the plan's own time, of the same day the one recorded last: also one of weak evidence, so that none is passed over. */
export const lastReading = (plan: Plan, indicator: number): Reading | undefined =>
  plan.readings
    .filter((one) => one.indicator === indicator && one.notCounted !== 'before-adoption')
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .at(-1)
/** From the baseline to the target, whichever way that is; measured by the newest reading, and only if that one counts. */
export function reached(plan: Plan, indicator: number): boolean {
  const asked = plan.proposed.indicators[indicator]
  const last = lastReading(plan, indicator)
  if (!asked || last === undefined || last.notCounted !== null) return false
  return asked.target >= asked.baseline ? last.value >= asked.target : last.value <= asked.target
}
/** Whose readings a success would rest on, by account. */
export const readBy = (plan: Plan): readonly string[] =>
  plan.proposed.indicators.flatMap((_one, index) => lastReading(plan, index)?.by ?? [])

const planState = (plan: Plan, over: boolean): PlanState => plan.ended?.how ?? (over ? 'failed' : plan.adopted ? 'adopted' : 'proposed')
/** `failed` from the last day of its clock on, whether or not somebody said so. */
export function planBrief(plan: Plan, day: string): Infer<typeof PlanBrief> {
  const deadline = plan.adopted?.deadline ?? null
  const over = plan.ended === null && deadline !== null && deadline <= day
  return {
    id: plan.proposed.plan,
    state: planState(plan, over),
    measures: plan.proposed.measures,
    proposedOn: plan.proposed.on,
    adoptedOn: plan.adopted?.on ?? null,
    deadline,
    endedOn: plan.ended?.on ?? (over ? deadline : null),
  }
}

export function lineOf(
  risk: RiskOnDay,
  given: { readonly id: RiskLine['risk']; readonly subjectName: string; readonly day: string },
): RiskLine {
  const { recorded, plans } = risk
  const last = plans.at(-1)
  const plan = last ? planBrief(last, given.day) : null
  return {
    risk: given.id,
    number: recorded.number,
    code: recorded.code,
    subject: recorded.subject,
    subjectName: given.subjectName,
    grade: risk.grade,
    response: ruleOf(recorded.code).response,
    state: risk.state,
    recordedOn: recorded.on,
    suspendedSince: risk.suspended?.since ?? null,
    because: risk.suspended?.because ?? null,
    plan,
    endedOn: risk.closed?.on ?? (risk.state === 'resolved' ? (plan?.endedOn ?? null) : null),
  }
}
