/*
Third-party audits of exporters: scope, findings, the flag that the auditor proposes, the report, what the committee decides, the appeal. Here
stand the words for senders and readers. A finding is an observation and is kept whenever it comes; a decision may be refused.
*/
import { type Id, type Infer, calendarDate, id, listOf, maybe, oneOf, orNull, record, text, whole, yesOrNo } from '../../kernel/schema.ts'
import { Attachment } from '../documents/contract.ts'
import { OrganisationId } from '../people/contract.ts'

export const AuditId = id('audit')
export type AuditId = Id<'audit'>
export const AuditFlag = oneOf('green', 'yellow', 'red')
export type AuditFlag = Infer<typeof AuditFlag>
/** How much a finding weighs; the words are ours (D). */
export const FindingGrade = oneOf('observation', 'minor', 'major', 'critical')
export type FindingGrade = Infer<typeof FindingGrade>
export const AuditState = oneOf('open', 'flag-proposed', 'published', 'decided', 'appealed', 'appeal-decided')
export type AuditState = Infer<typeof AuditState>

const reason = text(400)
const story = text(2000)
/** From the point of export back to the mine, traders and routes with it. */
export const AuditScope = record({
  about: story,
  suppliers: maybe(listOf(OrganisationId, 200)),
  sites: maybe(listOf(text(160), 200)),
  routes: maybe(listOf(text(120), 100)),
})
export const OpenAudit = record({
  exporter: OrganisationId,
  /** Under which number the auditing body is accredited, and until when. */
  accreditation: text(80),
  accreditedUntil: calendarDate(),
  periodFrom: calendarDate(),
  periodUntil: calendarDate(),
  scope: AuditScope,
})
export const RecordFinding = record({ grade: FindingGrade, text: story, about: maybe(text(160)) })
export const ProposeFlag = record({ flag: AuditFlag, reason: story })
export const PublishReport = record({
  file: maybe(Attachment),
  address: maybe(text(400).regex(/^https:\/\/[^\s]+$/, 'not-an-address')),
  summary: story,
})
export const DecideAudit = record({
  flag: AuditFlag,
  reason: story,
  /** Who sat: bodies, never persons. */
  committee: text(400),
  effectiveFrom: maybe(calendarDate()),
  followUpOn: maybe(calendarDate()),
})
export const AppealAudit = record({ grounds: story })
export const DecideAppeal = record({
  outcome: oneOf('rejected', 'changed'),
  flag: maybe(AuditFlag),
  reason: story,
  effectiveFrom: maybe(calendarDate()),
})
export type DecideAppeal = Infer<typeof DecideAppeal>
export const AuditReason = reason

export const AuditSummary = record({
  id: AuditId,
  number: text(40),
  exporter: OrganisationId,
  exporterName: text(),
  auditor: OrganisationId,
  auditorName: text(),
  state: AuditState,
  periodFrom: calendarDate(),
  periodUntil: calendarDate(),
  openedOn: calendarDate(),
  proposed: orNull(AuditFlag),
  /** What counts: of the committee, or of the appeal. */
  decided: orNull(AuditFlag),
  followUpOn: orNull(calendarDate()),
  /** `null` for a reader of the public side, as is what was proposed. */
  findings: orNull(whole()),
})
export type AuditSummary = Infer<typeof AuditSummary>
export const AuditDetail = record({
  audit: AuditSummary,
  /** Else findings, suppliers, sites, routes, the proposal and the grounds of an appeal are left out: the public side. */
  seesWhole: yesOrNo(),
  accreditation: text(),
  accreditedUntil: calendarDate(),
  /** The body was accredited on the day on which the audit was opened. */
  accredited: yesOrNo(),
  scope: AuditScope,
  scopeSuppliers: listOf(record({ organisation: OrganisationId, name: text() }), 200),
  findings: listOf(
    record({ number: whole(), grade: FindingGrade, text: text(2000), about: orNull(text()), on: calendarDate(), afterDecision: yesOrNo() }),
    500,
  ),
  proposal: orNull(record({ flag: AuditFlag, reason: text(2000), on: calendarDate() })),
  report: orNull(record({ on: calendarDate(), summary: text(2000), address: orNull(text()), sha256: orNull(text(64)) })),
  decision: orNull(
    record({
      flag: AuditFlag,
      reason: text(2000),
      committee: text(),
      on: calendarDate(),
      effectiveFrom: calendarDate(),
      followUpOn: orNull(calendarDate()),
    }),
  ),
  appeal: orNull(
    record({
      grounds: orNull(text(2000)),
      on: calendarDate(),
      dueOn: calendarDate(),
      daysLeft: whole(),
      decision: orNull(
        record({
          outcome: oneOf('rejected', 'changed'),
          flag: AuditFlag,
          reason: text(2000),
          on: calendarDate(),
          effectiveFrom: calendarDate(),
        }),
      ),
    }),
  ),
  appealUntil: orNull(calendarDate()),
  may: record({ work: yesOrNo(), decide: yesOrNo(), appeal: yesOrNo(), decideAppeal: yesOrNo() }),
})
export type AuditDetail = Infer<typeof AuditDetail>
