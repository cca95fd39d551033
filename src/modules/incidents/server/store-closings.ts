/* Files with the steps that settle them, as they were known at an instant; nothing else of a file, and none of the level of protection. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface FileOfStepsRow {
  readonly receivedOn: string
  readonly severity: number
  readonly steps: unknown
}
export async function listFilesOfSteps(tx: Tx, tenant: string, until: string | null): Promise<readonly FileOfStepsRow[]> {
  const found = await sql<FileOfStepsRow>`
    select incident.received_on::text as "receivedOn", incident.severity::int as severity,
      jsonb_agg(jsonb_build_object('step', s.step, 'severity', (s.facts ->> 'severity')::int,
        'at', to_char(s.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by s.ordinal) as steps
    from incident join incident_step s on s.tenant_id = incident.tenant_id and s.incident_id = incident.id
    where incident.tenant_id = ${tenant} and incident.confidentiality <> 'protection'
      and s.step in ('reported', 'described', 'action-agreed', 'found-unfounded', 'resolved', 'closed', 'reopened')
      and (${until}::timestamptz is null or s.happened_at <= ${until}::timestamptz)
    group by incident.id, incident.received_on, incident.severity order by incident.id`.execute(tx)
  return found.rows
}
