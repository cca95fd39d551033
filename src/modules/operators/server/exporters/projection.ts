/* How what happens to exporters and audits becomes rows. The table with the names of owners is not touched from here. */
import type { Schema } from '../../../../kernel/schema.ts'
import { subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import {
  AppealDecided,
  AuditAppealed,
  AuditDecided,
  AuditOpened,
  FindingRecorded,
  FlagProposed,
  ReportPublished,
} from '../../domain/exporters/audit.ts'
import { AdmittedBlue, SupplierEnded, SupplierNamed, exporterKinds } from '../../domain/exporters/exporter.ts'
import * as store from './store-exporters.ts'

const act = (kind: keyof typeof exporterKinds) =>
  on(exporterKinds[kind] satisfies Schema<unknown>, (tx, { tenant, subject, payload }) =>
    store.addExporterAct(tx, tenant, { organisation: subjectId(subject), kind, payload }),
  )
const auditAct = (kind: string, schema: Schema<unknown>, appealed: boolean | null = null) =>
  on(schema, (tx, { tenant, subject, payload }) => store.addAuditAct(tx, tenant, { id: subjectId(subject), kind, payload, appealed }))

export const exporterProjection: Projection = {
  name: 'exporters',
  tables: ['exporter', 'exporter_status', 'exporter_supplier', 'audit'],
  apply: {
    'exporter.described.v1': act('exporter.described.v1'),
    'exporter.screened.v1': act('exporter.screened.v1'),
    'exporter.report-linked.v1': act('exporter.report-linked.v1'),
    'exporter.owner-entered.v1': act('exporter.owner-entered.v1'),
    'exporter.owner-left.v1': act('exporter.owner-left.v1'),
    'exporter.owner-erased.v1': act('exporter.owner-erased.v1'),
    'exporter.supplier-named.v1': on(SupplierNamed, async (tx, event) => {
      await store.addSupplier(tx, event.tenant, { organisation: subjectId(event.subject), ...event.payload })
      await act('exporter.supplier-named.v1')(tx, event)
    }),
    'exporter.supplier-ended.v1': on(SupplierEnded, async (tx, event) => {
      await store.endSupplier(tx, event.tenant, { organisation: subjectId(event.subject), ...event.payload })
      await act('exporter.supplier-ended.v1')(tx, event)
    }),
    'exporter.admitted-blue.v1': on(AdmittedBlue, async (tx, event) => {
      const { from, reason } = event.payload
      const row = {
        organisation: subjectId(event.subject),
        position: event.position,
        status: 'blue',
        from,
        followUpOn: null,
        audit: null,
        reason,
      }
      await store.addStatus(tx, event.tenant, row)
      await act('exporter.admitted-blue.v1')(tx, event)
    }),
    'audit.opened.v1': on(AuditOpened, async (tx, event) => {
      const { number, exporter, auditor, on: openedOn } = event.payload
      await store.insertAudit(tx, event.tenant, { id: subjectId(event.subject), number, exporter, auditor, openedOn })
      await auditAct('audit.opened.v1', AuditOpened)(tx, event)
    }),
    'audit.finding-recorded.v1': auditAct('audit.finding-recorded.v1', FindingRecorded),
    'audit.flag-proposed.v1': auditAct('audit.flag-proposed.v1', FlagProposed),
    'audit.report-published.v1': auditAct('audit.report-published.v1', ReportPublished),
    'audit.appealed.v1': auditAct('audit.appealed.v1', AuditAppealed, true),
    'audit.decided.v1': on(AuditDecided, async (tx, event) => {
      const { number, exporter, flag, effectiveFrom, followUpOn, reason } = event.payload
      const row = { organisation: exporter, position: event.position, status: flag, from: effectiveFrom, followUpOn, audit: number }
      await store.addStatus(tx, event.tenant, { ...row, reason: reason.slice(0, 400) })
      await auditAct('audit.decided.v1', AuditDecided)(tx, event)
    }),
    'audit.appeal-decided.v1': on(AppealDecided, async (tx, event) => {
      const { number, exporter, flag, effectiveFrom, followUpOn, reason, outcome } = event.payload
      const row = { organisation: exporter, position: event.position, status: flag, from: effectiveFrom, followUpOn, audit: number }
      if (outcome === 'changed') await store.addStatus(tx, event.tenant, { ...row, reason: reason.slice(0, 400) })
      await auditAct('audit.appeal-decided.v1', AppealDecided, false)(tx, event)
    }),
  },
}
