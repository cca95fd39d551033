/* What of exporters and audits waits for whom: statuses that end, reports and appeals for the committee, the own status for an exporter. */
import { addDays, todayAt } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { NoticeSource, Waiting } from '../../../notices/contract.ts'
import { auditState } from '../../domain/exporters/audit.ts'
import type { OperatorDoors } from '../doors.ts'
import { auditOf } from './audit-answers.ts'
import { exportersOn } from './http-exporters.ts'
import { listAudits } from './store-exporters.ts'

const WARN_DAYS = 30

export const exporterNotices = (doors: Pick<OperatorDoors, 'people'>): NoticeSource<Tx> => ({
  name: 'exporters',
  waiting: async (tx, { tenant, capabilities, organisation = null }, now) => {
    const decides = capabilities.has('operators.decide-audit')
    if (!decides && !capabilities.has('operators.exporters')) return []
    const on = todayAt(now)
    const all = capabilities.has('custody.oversee')
    const ending = (await exportersOn(tx, doors, { tenant, on })).filter(
      ({ standing }) =>
        (all || standing.organisation === organisation) &&
        (standing.lapsed || (standing.validUntil !== null && standing.validUntil <= addDays(on, WARN_DAYS))),
    )
    const audits = decides ? (await listAudits(tx, tenant, {})).flatMap((row) => auditOf(row) ?? []) : []
    const foreign = audits.filter(({ row }) => row.auditor !== organisation && row.exporter !== organisation)
    const waiting = (kind: string, path: string, keys: readonly string[]): Waiting => ({
      kind,
      path,
      count: keys.length,
      keys: keys.slice(0, 500),
    })
    const inState = (state: string): string[] => foreign.filter(({ audit }) => auditState(audit) === state).map(({ row }) => row.id)
    return [
      waiting(
        'exportersEnding',
        '/exporters',
        ending.map(({ standing }) => `${standing.organisation}/${standing.status}/${standing.validUntil ?? ''}`),
      ),
      waiting('auditsToDecide', '/audits?state=published', inState('published')),
      waiting('appealsWaiting', '/audits?state=appealed', inState('appealed')),
    ].filter((one) => one.count > 0)
  },
})
