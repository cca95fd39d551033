/*
Audits over HTTP: the auditor opens, records and proposes; the committee's desk decides; the exporter appeals. Everybody who reads the register reads
the public side of an audit once its report is published; all of it, and before that, the two bodies and who watches over the trade (`audit-answers.ts`).
*/
import { todayAt } from '../../../../kernel/calendar.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { listOf, maybe, mustParse, parse, record, text } from '../../../../kernel/schema.ts'
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
  DecideAppeal,
  DecideAudit,
  OpenAudit,
  ProposeFlag,
  PublishReport,
  RecordFinding,
} from '../../contract-audits.ts'
import {
  type AuditCommand,
  type AuditContext,
  type AuditEvent,
  type AuditRecord,
  auditDecider,
  auditKinds,
} from '../../domain/exporters/audit.ts'
import type { OperatorDoors } from '../doors.ts'
import { operatorsOn } from '../http-operators.ts'
import { type ReadAudit, auditOf, detailOf, seesWhole, summaryOf } from './audit-answers.ts'
import { EXPORTING } from './http-exporters.ts'
import { countAudits, listAudits } from './store-exporters.ts'

export const auditAggregate: Aggregate<AuditRecord | null, AuditCommand, AuditEvent, AuditContext> = {
  name: 'audit',
  decider: auditDecider,
  kinds: auditKinds,
}
const params = record({ audit: AuditId })

export async function auditsSeen(
  tx: Tx,
  { tenant, who, ...asked }: { readonly tenant: string; readonly who: Who; readonly id?: string; readonly exporter?: string },
): Promise<readonly ReadAudit[]> {
  return (await listAudits(tx, tenant, asked)).flatMap((row) => {
    const read = auditOf(row)
    if (read === null) return []
    return seesWhole(read, who) || read.audit.report !== null ? [read] : []
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
      return accepted({ audits: seen.map((one) => summaryOf(one, { names, who })) })
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
      return file === null ? outcomeReply(refused('unknown-exporter-report')) : fileReply(file, 'audit')
    },
  })
}
