/* A risk as it is shown: its line with what is left of its clocks, and everything that happened. A body that it is about is not told who acts. */
import { daysBetween } from '../../../kernel/calendar.ts'
import { type Infer, mustParse } from '../../../kernel/schema.ts'
import { RiskActs, type RiskEvent } from '../domain/risk-events.ts'
import { isFlag, ruleOf } from '../domain/risk-rules.ts'
import { type Plan, type RiskOnDay, lineOf, planBrief, reached } from '../domain/standing.ts'
import { type RiskDetail, RiskId, type RiskSummary } from '../contract.ts'
import type { RiskRow } from './store-risks.ts'

export const OVER: readonly string[] = ['closed', 'resolved']
export function summaryOf(
  row: RiskRow,
  risk: RiskOnDay,
  { subjectName, day }: { readonly subjectName: string; readonly day: string },
): RiskSummary {
  const line = lineOf(risk, { id: mustParse(RiskId, row.id), subjectName, day })
  const { asks, dueOn, code } = risk.recorded
  return {
    ...line,
    daysLeft: line.state === 'monitored' && line.plan?.deadline ? daysBetween(day, line.plan.deadline) : null,
    caseDueOn: isFlag(code) && !risk.closed ? (risk.caseOwner?.dueOn ?? dueOn) : null,
    openAsks: risk.closed ? 0 : asks.filter((ask) => !risk.answers.some((one) => one.ask === ask)).length,
  }
}

export interface About {
  readonly day: string
  readonly concerned: boolean
  readonly nameOf: (key: string) => string
  readonly subjectName: string
  readonly may: RiskDetail['may']
  readonly byIncident: RiskDetail['byIncident']
}
export function detailOf(row: RiskRow, risk: RiskOnDay, about: About): Infer<typeof RiskDetail> {
  const { recorded, answers, caseOwner, plans } = risk
  const hidden = about.concerned && recorded.source.kind === 'incident'
  return {
    summary: summaryOf(row, risk, about),
    why: hidden ? null : recorded.why,
    source: hidden ? null : recorded.source,
    mark: recorded.mark,
    rule: ruleOf(recorded.code).source,
    concerned: about.concerned,
    asks: recorded.asks.map((ask) => ({
      ask,
      answers: answers.filter((one) => one.ask === ask).map(({ on, answer }) => ({ on, text: answer })),
    })),
    caseOwner: about.concerned ? null : (caseOwner?.owner ?? null),
    plans: plans.toReversed().map((plan) => planOf(plan, about.day)),
    acts: mustParse(RiskActs, row.acts).map((act) => actOf(act, hidden, about)),
    byIncident: about.byIncident,
    may: about.may,
  }
}
const planOf = (plan: Plan, day: string): RiskDetail['plans'][number] => ({
  plan: planBrief(plan, day),
  partners: plan.proposed.partners,
  clockMonths: plan.adopted?.months ?? null,
  ended: plan.ended?.reason ?? null,
  indicators: plan.proposed.indicators.map((indicator, index) => ({
    ...indicator,
    readings: plan.readings
      .filter((one) => one.indicator === index)
      .toSorted((a, b) => (a.on < b.on ? -1 : 1))
      .map(({ on, value, note = null, grade = null, evidence = null, file = null, notCounted }) => ({
        ...{ on, value, note, grade, evidence, file, notCounted },
      })),
    reached: reached(plan, index),
  })),
})
const textOf = (act: RiskEvent): string | null =>
  'why' in act.payload
    ? act.payload.why
    : 'reason' in act.payload
      ? act.payload.reason
      : 'measures' in act.payload
        ? act.payload.measures
        : 'answer' in act.payload
          ? act.payload.answer
          : null
const actOf = (act: RiskEvent, hidden: boolean, { concerned, nameOf }: About): RiskDetail['acts'][number] => ({
  what: act.kind.slice('risk.'.length, -'.v1'.length),
  on: act.payload.on,
  body: concerned || act.payload.body === null ? null : nameOf(act.payload.body),
  text: hidden && (act.kind === 'risk.recorded.v1' || act.kind === 'risk.graded.v1') ? null : textOf(act),
  grade: 'grade' in act.payload ? (act.payload.grade ?? null) : null,
})
