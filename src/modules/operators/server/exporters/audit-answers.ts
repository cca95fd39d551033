/*
What a reader gets of an audit. A competitor reads its public side: that it was, the published report, what was decided and that there is an appeal. Findings,
suppliers and roads, what the auditor proposed and the grounds of an appeal are for the two bodies and who watches over the trade.
*/
import { daysBetween } from '../../../../kernel/calendar.ts'
import { type Infer, mustParse } from '../../../../kernel/schema.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { type AuditDetail, AuditSummary, type AuditSummary as Summary } from '../../contract-audits.ts'
import { AuditActs, type AuditRecord, appealUntil, auditState, evolveAudit } from '../../domain/exporters/audit.ts'
import { oversees } from '../doors.ts'
import type { AuditRow } from './store-exporters.ts'

export interface ReadAudit {
  readonly row: AuditRow
  readonly audit: AuditRecord
}
export function auditOf(row: AuditRow): ReadAudit | null {
  const audit = mustParse(AuditActs, row.acts).reduce<AuditRecord | null>(evolveAudit, null)
  return audit === null ? null : { row, audit }
}
type Reader = Pick<Who, 'organisation' | 'capabilities'>
export const seesWhole = ({ row }: ReadAudit, who: Reader): boolean =>
  who.organisation === row.auditor || who.organisation === row.exporter || oversees(who)

export function summaryOf(read: ReadAudit, { names, who }: { readonly names: ReadonlyMap<string, string>; readonly who: Reader }): Summary {
  const { row, audit } = read
  const whole = seesWhole(read, who)
  const { opened, proposal, decision, appealDecision, findings } = audit
  const counts = appealDecision ?? decision
  return mustParse(AuditSummary, {
    ...{ id: row.id, number: row.number, exporter: row.exporter, auditor: row.auditor },
    ...{ exporterName: names.get(row.exporter) ?? row.exporter, auditorName: names.get(row.auditor) ?? row.auditor },
    ...{ state: auditState(audit), periodFrom: opened.periodFrom, periodUntil: opened.periodUntil, openedOn: opened.on },
    ...{ proposed: whole ? (proposal?.flag ?? null) : null, decided: counts?.flag ?? null, followUpOn: counts?.followUpOn ?? null },
    findings: whole ? findings.length : null,
  })
}
export function detailOf(
  read: ReadAudit,
  { names, who, today }: { readonly names: ReadonlyMap<string, string>; readonly who: Who; readonly today: string },
): Infer<typeof AuditDetail> {
  const { opened, findings, proposal, report, decision, appeal, appealDecision } = read.audit
  const whole = seesWhole(read, who)
  const partial = who.organisation === null || [opened.auditor, opened.exporter].some((one) => one === who.organisation)
  const until = appealUntil(read.audit)
  const decides = who.capabilities.has('operators.decide-audit') && !partial
  const { accreditation, accreditedUntil, scope } = opened
  return {
    audit: summaryOf(read, { names, who }),
    seesWhole: whole,
    ...{ accreditation, accreditedUntil, accredited: accreditedUntil >= opened.on },
    scope: whole ? scope : { about: scope.about },
    scopeSuppliers: (whole ? (scope.suppliers ?? []) : []).map((organisation) => ({
      organisation,
      name: names.get(organisation) ?? organisation,
    })),
    findings: (whole ? findings : []).map((one, index) => ({
      ...{ number: index + 1, grade: one.grade, text: one.text, about: one.about ?? null, on: one.on, afterDecision: one.afterDecision },
    })),
    proposal: proposal && whole ? { flag: proposal.flag, reason: proposal.reason, on: proposal.on } : null,
    report: report && { on: report.on, summary: report.summary, address: report.address ?? null, sha256: report.file?.file.sha256 ?? null },
    decision: decision && withoutParties(decision),
    appeal: appeal && {
      ...{ grounds: whole ? appeal.grounds : null, on: appeal.on, dueOn: appeal.dueOn, daysLeft: daysBetween(today, appeal.dueOn) },
      decision: appealDecision && {
        ...{ outcome: appealDecision.outcome, flag: appealDecision.flag, reason: appealDecision.reason },
        ...{ on: appealDecision.on, effectiveFrom: appealDecision.effectiveFrom },
      },
    },
    appealUntil: until,
    may: {
      work: who.capabilities.has('operators.audit') && who.organisation === opened.auditor,
      decide: decides && decision === null && report !== null && proposal !== null,
      appeal:
        who.capabilities.has('operators.appeal') &&
        who.organisation === opened.exporter &&
        until !== null &&
        today <= until &&
        appeal === null,
      decideAppeal: decides && appeal !== null && appealDecision === null && decision?.by !== who.account,
    },
  }
}
const withoutParties = (decision: NonNullable<AuditRecord['decision']>) => {
  const { flag, reason, committee, on, effectiveFrom, followUpOn } = decision
  return { flag, reason, committee, on, effectiveFrom, followUpOn }
}
