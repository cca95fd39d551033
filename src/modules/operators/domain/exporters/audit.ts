/*
A third-party audit from its scope to what the committee decides, and the appeal. Findings are observations and are taken whenever they come. The
auditor proposes and never decides; neither the auditor's body nor the exporter's decides; who decided does not decide on the appeal.
What was decided is never changed: an appeal that is followed is a new step.
*/
import { addDays, addMonths } from '../../../../kernel/calendar.ts'
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, asId, calendarDate, exactly, listOf, maybe, oneOf, orNull, record, taggedBy, text } from '../../../../kernel/schema.ts'
import { Attachment } from '../../../documents/contract.ts'
import { OrganisationId } from '../../../people/contract.ts'
import {
  type AppealAudit,
  AuditFlag,
  AuditScope,
  type AuditState,
  type DecideAppeal,
  type DecideAudit,
  FindingGrade,
  type OpenAudit,
  type ProposeFlag,
  type PublishReport,
  type RecordFinding,
} from '../../contract-audits.ts'
import { exporterRules } from './status.ts'

const story = text(2000)
const by = text(60)
const day = calendarDate()
export const AuditOpened = record({
  number: text(40),
  exporter: OrganisationId,
  auditor: OrganisationId,
  accreditation: text(80),
  accreditedUntil: day,
  periodFrom: day,
  periodUntil: day,
  scope: AuditScope,
  on: day,
  by,
})
export const FindingRecorded = record({ grade: FindingGrade, text: story, about: maybe(text(160)), on: day, by })
export const FlagProposed = record({ flag: AuditFlag, reason: story, on: day, by })
export const ReportPublished = record({ file: maybe(Attachment), address: maybe(text(400)), summary: story, on: day, by })
export const AuditDecided = record({
  number: text(40),
  exporter: OrganisationId,
  flag: AuditFlag,
  reason: story,
  committee: text(400),
  on: day,
  effectiveFrom: day,
  followUpOn: orNull(day),
  by,
})
export const AuditAppealed = record({ grounds: story, on: day, dueOn: day, by })
export const AppealDecided = record({
  number: text(40),
  exporter: OrganisationId,
  outcome: oneOf('rejected', 'changed'),
  flag: AuditFlag,
  reason: story,
  on: day,
  effectiveFrom: day,
  followUpOn: orNull(day),
  by,
})
export const auditKinds = {
  'audit.opened.v1': AuditOpened,
  'audit.finding-recorded.v1': FindingRecorded,
  'audit.flag-proposed.v1': FlagProposed,
  'audit.report-published.v1': ReportPublished,
  'audit.decided.v1': AuditDecided,
  'audit.appealed.v1': AuditAppealed,
  'audit.appeal-decided.v1': AppealDecided,
} as const
type Kinds = typeof auditKinds
export type AuditEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
export const AuditActs = listOf(
  taggedBy('kind', [
    record({ kind: exactly('audit.opened.v1'), payload: AuditOpened }),
    record({ kind: exactly('audit.finding-recorded.v1'), payload: FindingRecorded }),
    record({ kind: exactly('audit.flag-proposed.v1'), payload: FlagProposed }),
    record({ kind: exactly('audit.report-published.v1'), payload: ReportPublished }),
    record({ kind: exactly('audit.decided.v1'), payload: AuditDecided }),
    record({ kind: exactly('audit.appealed.v1'), payload: AuditAppealed }),
    record({ kind: exactly('audit.appeal-decided.v1'), payload: AppealDecided }),
  ]),
)

export type AuditCommand =
  | ({ readonly type: 'open' } & Infer<typeof OpenAudit>)
  | ({ readonly type: 'record-finding' } & Infer<typeof RecordFinding>)
  | ({ readonly type: 'propose-flag' } & Infer<typeof ProposeFlag>)
  | ({ readonly type: 'publish' } & Infer<typeof PublishReport>)
  | ({ readonly type: 'decide' } & Infer<typeof DecideAudit>)
  | ({ readonly type: 'appeal' } & Infer<typeof AppealAudit>)
  | ({ readonly type: 'decide-appeal' } & DecideAppeal)

export interface AuditRecord {
  readonly opened: Infer<typeof AuditOpened>
  readonly findings: readonly (Infer<typeof FindingRecorded> & { readonly afterDecision: boolean })[]
  readonly proposal: Infer<typeof FlagProposed> | null
  readonly report: Infer<typeof ReportPublished> | null
  readonly decision: Infer<typeof AuditDecided> | null
  readonly appeal: Infer<typeof AuditAppealed> | null
  readonly appealDecision: Infer<typeof AppealDecided> | null
}
export interface AuditContext {
  readonly today: string
  readonly account: string
  readonly organisation: string | null
  /** Of the exporter named on opening: `null` where there is no such body. */
  readonly exports: boolean | null
  /** The next free number. */
  readonly number: string
  /** The file of a report has reached the server. */
  readonly kept: boolean
}
type Decided = Outcome<readonly AuditEvent[]>

export const auditState = (audit: AuditRecord): AuditState =>
  audit.appealDecision
    ? 'appeal-decided'
    : audit.appeal
      ? 'appealed'
      : audit.decision
        ? 'decided'
        : audit.report
          ? 'published'
          : audit.proposal
            ? 'flag-proposed'
            : 'open'
/** Last day on which the exporter may appeal. */
export const appealUntil = (audit: AuditRecord): string | null =>
  audit.decision === null ? null : addDays(audit.decision.on, exporterRules.values.appealDays.value)

function decide(state: AuditRecord | null, command: AuditCommand, context: AuditContext): Decided {
  if (command.type === 'open') return open(state, command, context)
  if (state === null) return refused('unknown-audit')
  if (command.type === 'decide') return decideStatus(state, command, context)
  if (command.type === 'appeal') return appeal(state, command, context)
  if (command.type === 'decide-appeal') return decideAppeal(state, command, context)
  const { today: on, account } = context
  if (context.organisation !== state.opened.auditor) return refused('audit-not-yours')
  if (command.type === 'record-finding') {
    const { grade, text: said, about } = command
    return accepted([
      { kind: 'audit.finding-recorded.v1', payload: { grade, text: said, ...(about === undefined ? {} : { about }), on, by: account } },
    ])
  }
  if (state.decision !== null) return refused('audit-decided-already', { flag: state.decision.flag })
  if (command.type === 'propose-flag')
    return accepted([{ kind: 'audit.flag-proposed.v1', payload: { flag: command.flag, reason: command.reason, on, by: account } }])
  const { type: _type, ...report } = command
  if (state.proposal === null) return refused('audit-needs-proposal')
  if (report.file === undefined && report.address === undefined) return refused('report-needs-place')
  if (report.file !== undefined && !context.kept) return refused('report-not-sent')
  return accepted([{ kind: 'audit.report-published.v1', payload: { ...report, on, by: account } }])
}

function open(state: AuditRecord | null, command: Extract<AuditCommand, { readonly type: 'open' }>, context: AuditContext): Decided {
  const { type: _type, ...given } = command
  if (state !== null) return refused('audit-opened-already')
  if (context.exports === null) return refused('unknown-operator')
  if (!context.exports) return refused('not-an-exporter')
  if (context.organisation === null || context.organisation === given.exporter) return refused('audit-conflict-of-interest')
  if (given.periodUntil < given.periodFrom) return refused('card-period-not-valid', { from: given.periodFrom, until: given.periodUntil })
  if (given.accreditedUntil < context.today) return refused('auditor-not-accredited', { until: given.accreditedUntil })
  const auditor = asId('organisation', context.organisation)
  return accepted([
    { kind: 'audit.opened.v1', payload: { ...given, number: context.number, auditor, on: context.today, by: context.account } },
  ])
}

/** Neither the auditor's body nor the exporter's has a say in what becomes of its own work. */
const partial = ({ opened }: AuditRecord, { organisation }: AuditContext): boolean =>
  organisation === null || organisation === opened.auditor || organisation === opened.exporter

function decideStatus(state: AuditRecord, command: Extract<AuditCommand, { readonly type: 'decide' }>, context: AuditContext): Decided {
  const { today: on, account } = context
  if (partial(state, context)) return refused('audit-conflict-of-interest')
  if (state.decision !== null) return refused('audit-decided-already', { flag: state.decision.flag })
  if (state.proposal === null || state.report === null) return refused('audit-not-ready')
  if ([state.opened.by, state.proposal.by].includes(account)) return refused('second-person-for-audit')
  const { flag, reason, committee } = command
  const effectiveFrom = command.effectiveFrom ?? on
  if (effectiveFrom < state.opened.on) return refused('card-period-not-valid', { from: state.opened.on, until: effectiveFrom })
  const followUpOn = command.followUpOn ?? followUpOf(flag, effectiveFrom)
  if (followUpOn !== null && followUpOn <= effectiveFrom)
    return refused('card-period-not-valid', { from: effectiveFrom, until: followUpOn })
  const { number, exporter } = state.opened
  return accepted([
    { kind: 'audit.decided.v1', payload: { number, exporter, flag, reason, committee, on, effectiveFrom, followUpOn, by: account } },
  ])
}
const followUpOf = (flag: AuditFlag, from: string): string | null =>
  flag === 'green' ? null : addMonths(from, exporterRules.values[flag === 'yellow' ? 'yellowMonths' : 'redMonths'].value)

function appeal(state: AuditRecord, command: Extract<AuditCommand, { readonly type: 'appeal' }>, context: AuditContext): Decided {
  const until = appealUntil(state)
  if (context.organisation !== state.opened.exporter) return refused('operator-not-yours')
  if (state.decision === null || until === null) return refused('audit-not-decided')
  if (state.appeal !== null) return refused('appealed-already', { on: state.appeal.on })
  if (context.today > until) return refused('appeal-too-late', { until })
  const dueOn = addDays(context.today, exporterRules.values.appealDecisionDays.value)
  return accepted([{ kind: 'audit.appealed.v1', payload: { grounds: command.grounds, on: context.today, dueOn, by: context.account } }])
}

function decideAppeal(
  state: AuditRecord,
  command: Extract<AuditCommand, { readonly type: 'decide-appeal' }>,
  context: AuditContext,
): Decided {
  if (partial(state, context)) return refused('audit-conflict-of-interest')
  if (state.decision === null || state.appeal === null) return refused('no-appeal')
  if (state.appealDecision !== null) return refused('appeal-decided-already')
  if (state.decision.by === context.account) return refused('second-person-for-audit')
  const { outcome, reason } = command
  const flag = outcome === 'rejected' ? state.decision.flag : command.flag
  if (flag === undefined) return refused('appeal-needs-flag')
  if (outcome === 'changed' && flag === state.decision.flag) return refused('appeal-changes-nothing', { flag })
  const effectiveFrom = command.effectiveFrom ?? context.today
  if (effectiveFrom < state.decision.effectiveFrom)
    return refused('card-period-not-valid', { from: state.decision.effectiveFrom, until: effectiveFrom })
  const followUpOn = outcome === 'rejected' ? state.decision.followUpOn : followUpOf(flag, effectiveFrom)
  const { number, exporter } = state.opened
  const payload = { number, exporter, outcome, flag, reason, on: context.today, effectiveFrom, followUpOn, by: context.account }
  return accepted([{ kind: 'audit.appeal-decided.v1', payload }])
}

export function evolveAudit(state: AuditRecord | null, event: AuditEvent): AuditRecord {
  if (event.kind === 'audit.opened.v1')
    return { opened: event.payload, findings: [], proposal: null, report: null, decision: null, appeal: null, appealDecision: null }
  if (state === null) throw new Error(`${event.kind} of an audit that was not opened`)
  switch (event.kind) {
    case 'audit.finding-recorded.v1':
      return { ...state, findings: [...state.findings, { ...event.payload, afterDecision: state.decision !== null }] }
    case 'audit.flag-proposed.v1':
      return { ...state, proposal: event.payload }
    case 'audit.report-published.v1':
      return { ...state, report: event.payload }
    case 'audit.decided.v1':
      return { ...state, decision: event.payload }
    case 'audit.appealed.v1':
      return { ...state, appeal: event.payload }
    case 'audit.appeal-decided.v1':
      return { ...state, appealDecision: event.payload }
  }
}

export const auditDecider: Decider<AuditRecord | null, AuditCommand, AuditEvent, AuditContext> = {
  initial: null,
  decide,
  evolve: (state, event) => evolveAudit(state, event),
}
