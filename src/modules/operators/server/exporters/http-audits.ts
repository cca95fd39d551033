/*
Audits over HTTP: the auditor opens, records and proposes; the committee's desk decides; the exporter appeals. Everybody who reads the register reads
an audit once its report is published; before that, the auditor's body, the exporter and who watches over the trade.
*/
import { daysBetween, todayAt } from '../../../../kernel/calendar.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, listOf, maybe, mustParse, parse, record, text } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute, readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { fileReply } from '../../../../platform/http/file-reply.ts'
import { type Door, type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import type { CommandEnvelope } from '../../../../platform/log/receipt.ts'
import { OrganisationId } from '../../../people/contract.ts'
import {
  AppealAudit,
  AuditDetail,
  AuditId,
  AuditSummary,
  type AuditSummary as Summary,
  DecideAppeal,
  DecideAudit,
  OpenAudit,
  ProposeFlag,
  PublishReport,
  RecordFinding,
} from '../../contract-audits.ts'
import {
  AuditActs,
  type AuditCommand,
  type AuditContext,
  type AuditEvent,
  type AuditRecord,
  appealUntil,
  auditDecider,
  auditKinds,
  auditState,
  evolveAudit,
} from '../../domain/exporters/audit.ts'
import { type OperatorDoors, oversees } from '../doors.ts'
import { operatorsOn } from '../http-operators.ts'
import { EXPORTING } from './http-exporters.ts'
import { type AuditRow, countAudits, listAudits } from './store-exporters.ts'

export const auditAggregate: Aggregate<AuditRecord | null, AuditCommand, AuditEvent, AuditContext> = {
  name: 'audit',
  decider: auditDecider,
  kinds: auditKinds,
}
const params = record({ audit: AuditId })

export interface ReadAudit {
  readonly row: AuditRow
  readonly audit: AuditRecord
}
export function auditOf(row: AuditRow): ReadAudit | null {
  const audit = mustParse(AuditActs, row.acts).reduce<AuditRecord | null>(evolveAudit, null)
  return audit === null ? null : { row, audit }
}
export async function auditsSeen(
  tx: Tx,
  { tenant, who, ...asked }: { readonly tenant: string; readonly who: Who; readonly id?: string; readonly exporter?: string },
): Promise<readonly ReadAudit[]> {
  return (await listAudits(tx, tenant, asked)).flatMap((row) => {
    const read = auditOf(row)
    if (read === null) return []
    const party = who.organisation === row.auditor || who.organisation === row.exporter
    return party || oversees(who) || read.audit.report !== null ? [read] : []
  })
}

function summaryOf({ row, audit }: ReadAudit, names: ReadonlyMap<string, string>): Summary {
  const { opened, proposal, decision, appealDecision, findings } = audit
  const counts = appealDecision ?? decision
  return mustParse(AuditSummary, {
    ...{ id: row.id, number: row.number, exporter: row.exporter, auditor: row.auditor },
    ...{ exporterName: names.get(row.exporter) ?? row.exporter, auditorName: names.get(row.auditor) ?? row.auditor },
    ...{ state: auditState(audit), periodFrom: opened.periodFrom, periodUntil: opened.periodUntil, openedOn: opened.on },
    ...{ proposed: proposal?.flag ?? null, decided: counts?.flag ?? null, followUpOn: counts?.followUpOn ?? null },
    findings: findings.length,
  })
}
async function namesOf(tx: Tx, doors: Pick<OperatorDoors, 'people'>, asked: { readonly tenant: string; readonly ids: readonly string[] }) {
  const ids = [...new Set(asked.ids)].map((one) => mustParse(OrganisationId, one))
  return new Map<string, string>((await doors.people.organisations(tx, ids, asked.tenant)).map((one) => [one.id, one.name]))
}

export const auditRoutes = (doors: OperatorDoors): readonly Route[] => [...reads(doors), ...writes(doors), reportFile(doors)]

const reads = (doors: OperatorDoors): readonly Route[] => [
  readRoute({
    path: '/api/audits',
    allow: can('operators.read'),
    summary: 'Audits of exporters, newest first; `?exporter=` those of one',
    query: record({ exporter: maybe(OrganisationId) }),
    answer: record({ audits: listOf(AuditSummary, 2_000) }),
    read: async ({ tx, tenant, who, query }) => {
      const seen = await auditsSeen(tx, { tenant, who, ...(query.exporter === undefined ? {} : { exporter: query.exporter }) })
      const names = await namesOf(tx, doors, { tenant, ids: seen.flatMap(({ row }) => [row.exporter, row.auditor]) })
      return accepted({ audits: seen.map((one) => summaryOf(one, names)) })
    },
  }),
  readRoute({
    path: '/api/audits/:audit',
    allow: can('operators.read'),
    summary: 'One audit: scope, findings, proposal, report, decision, appeal; nothing of it is ever changed',
    params,
    answer: AuditDetail,
    read: async ({ tx, tenant, who, params: { audit: id }, now }) => {
      const [read] = await auditsSeen(tx, { tenant, who, id })
      if (!read) return refused('unknown-audit')
      const scope = read.audit.opened.scope.suppliers ?? []
      const names = await namesOf(tx, doors, { tenant, ids: [read.row.exporter, read.row.auditor, ...scope] })
      return accepted(detailOf(read, { names, who, today: todayAt(now) }))
    },
  }),
]

function detailOf(
  read: ReadAudit,
  { names, who, today }: { readonly names: ReadonlyMap<string, string>; readonly who: Who; readonly today: string },
): Infer<typeof AuditDetail> {
  const { opened, findings, proposal, report, decision, appeal, appealDecision } = read.audit
  const party = who.organisation === null || [opened.auditor, opened.exporter].some((one) => one === who.organisation)
  const until = appealUntil(read.audit)
  const decides = who.capabilities.has('operators.decide-audit') && !party
  const { accreditation, accreditedUntil, scope } = opened
  return {
    audit: summaryOf(read, names),
    ...{ accreditation, accreditedUntil, accredited: accreditedUntil >= opened.on, scope },
    scopeSuppliers: (scope.suppliers ?? []).map((organisation) => ({ organisation, name: names.get(organisation) ?? organisation })),
    findings: findings.map((one, index) => ({
      ...{ number: index + 1, grade: one.grade, text: one.text, about: one.about ?? null, on: one.on, afterDecision: one.afterDecision },
    })),
    proposal: proposal && { flag: proposal.flag, reason: proposal.reason, on: proposal.on },
    report: report && { on: report.on, summary: report.summary, address: report.address ?? null, sha256: report.file?.file.sha256 ?? null },
    decision: decision && withoutParties(decision),
    appeal: appeal && {
      ...{ grounds: appeal.grounds, on: appeal.on, dueOn: appeal.dueOn, daysLeft: daysBetween(today, appeal.dueOn) },
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

interface Sent {
  readonly door: Door
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
}
const runWith =
  (doors: OperatorDoors) =>
  ({ door, who, envelope, tenant }: Sent, audit: string, command: AuditCommand) =>
    door.execute({
      aggregate: auditAggregate,
      subject: audit,
      command,
      envelope,
      who,
      context: async (tx, _state, { today }) => {
        const file = command.type === 'publish' ? command.file?.file.sha256 : undefined
        const [operator] =
          command.type === 'open' ? await operatorsOn(tx, doors, { tenant, on: today, organisation: command.exporter }) : []
        const year = today.slice(0, 4)
        return {
          number: `AUD-${year}-${String((await countAudits(tx, tenant, year)) + 1).padStart(4, '0')}`,
          ...{ today, account: who.account, organisation: who.organisation },
          exports: operator ? operator.entityType !== null && EXPORTING.includes(operator.entityType) : null,
          kept: file === undefined || (await doors.documents.kept(tx, tenant, [file])).length > 0,
        }
      },
    })
const auditor = can('operators.audit')
const committee = can('operators.decide-audit')

const writes = (doors: OperatorDoors): readonly Route[] => [...ofAuditor(runWith(doors)), ...ofCommittee(runWith(doors))]

const ofAuditor = (run: ReturnType<typeof runWith>): readonly Route[] => [
  writeRoute({
    path: '/api/audits',
    allow: auditor,
    summary: 'Opens the audit of an exporter: period, scope from the point of export back to the mine, accreditation',
    body: OpenAudit,
    write: (sent) => run(sent, sent.envelope.id, { type: 'open', ...sent.data }),
  }),
  writeRoute({
    path: '/api/audits/:audit/findings',
    allow: auditor,
    summary: 'Records a finding with its grade; kept also after the decision',
    params,
    body: RecordFinding,
    write: (sent) => run(sent, sent.params.audit, { type: 'record-finding', ...sent.data }),
  }),
  writeRoute({
    path: '/api/audits/:audit/proposals',
    allow: auditor,
    summary: 'The auditor proposes a flag',
    params,
    body: ProposeFlag,
    write: (sent) => run(sent, sent.params.audit, { type: 'propose-flag', ...sent.data }),
  }),
  writeRoute({
    path: '/api/audits/:audit/reports',
    allow: auditor,
    summary: 'Publishes the report: a file, an address, a summary',
    params,
    body: PublishReport,
    write: (sent) => run(sent, sent.params.audit, { type: 'publish', ...sent.data }),
  }),
]

const ofCommittee = (run: ReturnType<typeof runWith>): readonly Route[] => [
  writeRoute({
    path: '/api/audits/:audit/decisions',
    allow: committee,
    summary: 'What the audit committee decided; the status of the exporter follows from it',
    params,
    body: DecideAudit,
    write: (sent) => run(sent, sent.params.audit, { type: 'decide', ...sent.data }),
  }),
  writeRoute({
    path: '/api/audits/:audit/appeals',
    allow: can('operators.appeal'),
    summary: 'The exporter appeals against the decision; the status stands meanwhile',
    params,
    body: AppealAudit,
    write: (sent) => run(sent, sent.params.audit, { type: 'appeal', ...sent.data }),
  }),
  writeRoute({
    path: '/api/audits/:audit/appeal-decisions',
    allow: committee,
    summary: 'What became of an appeal; decided by another person than the first decision',
    params,
    body: DecideAppeal,
    write: (sent) => run(sent, sent.params.audit, { type: 'decide-appeal', ...sent.data }),
  }),
]

const reportFile = (doors: OperatorDoors): Route => {
  const asked = record({ audit: AuditId, sha256: text(64) })
  return rawRoute({
    method: 'GET',
    path: '/api/audits/:audit/reports/:sha256',
    allow: can('operators.read'),
    summary: 'The report of an audit as it was published',
    schemas: { params: asked },
    answer: async ({ params: given, tenant, who, door }) => {
      const read = parse(asked, given)
      if (!read.ok) return badInput(read.faults)
      const file = await door.read(async (tx) => {
        const [seen] = await auditsSeen(tx, { tenant, who, id: read.value.audit })
        return seen?.audit.report?.file?.file.sha256 === read.value.sha256 ? doors.documents.content(tx, tenant, read.value.sha256) : null
      })
      return file === null ? outcomeReply(refused('unknown-report')) : fileReply(file, 'audit')
    },
  })
}
