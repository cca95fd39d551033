/* What can happen to a risk, as the log keeps it. Bodies act; accounts stand here only so that two persons can be told apart. */
import type { DomainEvent } from '../../../kernel/decider.ts'
import {
  type Infer,
  calendarDate,
  decimal,
  exactly,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  taggedBy,
  text,
  whole,
} from '../../../kernel/schema.ts'
import { DocumentRef } from '../../documents/contract.ts'
import { EvidenceGrade, Indicator, Mark, PlanId, RiskCode, RiskSource, RiskSubject } from '../contract.ts'

const story = text(2000)
const by = { on: calendarDate(), by: text(60), body: orNull(text(60)) }
export const RiskRecorded = record({
  number: text(40),
  subject: RiskSubject,
  code: RiskCode,
  grade: EvidenceGrade,
  why: story,
  source: RiskSource,
  mark: Mark,
  asks: listOf(text(60), 40),
  dueOn: orNull(calendarDate()),
  ...by,
})
export const RiskGraded = record({ grade: EvidenceGrade, why: story, ...by })
export const RiskSuspended = record({ reason: story, ...by })
export const SuspensionLifted = record({ reason: story, ...by })
export const RiskClosed = record({ outcome: oneOf('no-risk', 'became-risk', 'over'), reason: story, ...by })
export const CaseAssigned = record({ owner: text(120), dueOn: calendarDate(), ...by })
export const CaseAnswered = record({ ask: text(60), answer: story, ...by })
export const PlanProposed = record({
  plan: PlanId,
  measures: story,
  partners: listOf(text(160), 30),
  indicators: listOf(Indicator, 20),
  ...by,
})
export const PlanAdopted = record({ plan: PlanId, deadline: calendarDate(), months: whole(), rulebook: text(60), ...by })
/** Readings of the first days carry neither grade nor evidence; they are shown and do not count. */
export const PlanRead = record({
  ...{ plan: PlanId, indicator: whole(), value: decimal(), note: maybe(text(400)) },
  ...{ grade: maybe(EvidenceGrade), evidence: maybe(text(400)), file: maybe(DocumentRef), ...by },
})
export const PlanEnded = record({ plan: PlanId, reason: story, ...by })
export const riskKinds = {
  'risk.recorded.v1': RiskRecorded,
  'risk.graded.v1': RiskGraded,
  'risk.suspended.v1': RiskSuspended,
  'risk.suspension-lifted.v1': SuspensionLifted,
  'risk.closed.v1': RiskClosed,
  'risk.case-assigned.v1': CaseAssigned,
  'risk.case-answered.v1': CaseAnswered,
  'risk.plan-proposed.v1': PlanProposed,
  'risk.plan-adopted.v1': PlanAdopted,
  'risk.plan-read.v1': PlanRead,
  'risk.plan-succeeded.v1': PlanEnded,
  'risk.plan-failed.v1': PlanEnded,
} as const
type Kinds = typeof riskKinds
export type RiskEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
export const RiskActs = listOf(
  taggedBy('kind', [
    record({ kind: exactly('risk.recorded.v1'), payload: RiskRecorded }),
    record({ kind: exactly('risk.graded.v1'), payload: RiskGraded }),
    record({ kind: exactly('risk.suspended.v1'), payload: RiskSuspended }),
    record({ kind: exactly('risk.suspension-lifted.v1'), payload: SuspensionLifted }),
    record({ kind: exactly('risk.closed.v1'), payload: RiskClosed }),
    record({ kind: exactly('risk.case-assigned.v1'), payload: CaseAssigned }),
    record({ kind: exactly('risk.case-answered.v1'), payload: CaseAnswered }),
    record({ kind: exactly('risk.plan-proposed.v1'), payload: PlanProposed }),
    record({ kind: exactly('risk.plan-adopted.v1'), payload: PlanAdopted }),
    record({ kind: exactly('risk.plan-read.v1'), payload: PlanRead }),
    record({ kind: exactly('risk.plan-succeeded.v1'), payload: PlanEnded }),
    record({ kind: exactly('risk.plan-failed.v1'), payload: PlanEnded }),
  ]),
)
