/* What authorities reported in the ICGLR's form, in SQL. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { InspectionReported, StatusReported } from '../reported.ts'

/** The first report of an inspection counts; a later one under the same number is in the log alone. */
export async function insertInspection(
  tx: Tx,
  tenant: string,
  row: { readonly site: string; readonly content: InspectionReported; readonly at: string },
): Promise<void> {
  const { content } = row
  await sql`
    insert into icglr_inspection (tenant_id, site_id, inspection_id, inspected_on, result, content, learned_at)
    values (${tenant}, ${row.site}, ${content.inspectionId}, ${content.inspectionDate}, ${content.inspectionResult}, ${JSON.stringify(content)}::jsonb, ${row.at})
    on conflict do nothing`.execute(tx)
}

export async function insertStatus(
  tx: Tx,
  tenant: string,
  row: { readonly site: string; readonly id: string; readonly content: StatusReported; readonly at: string },
): Promise<void> {
  await sql`
    insert into icglr_status (tenant_id, site_id, id, dated_on, code, learned_at)
    values (${tenant}, ${row.site}, ${row.id}, ${row.content.on}, ${row.content.code}, ${row.at})`.execute(tx)
}

export interface InspectionRow {
  readonly site_id: string
  readonly content: InspectionReported
}
export async function listInspections(tx: Tx, tenant: string, sites: readonly string[]): Promise<readonly InspectionRow[]> {
  const found = await sql<InspectionRow>`
    select site_id, content from icglr_inspection where tenant_id = ${tenant} and site_id = any(${[...sites]}::uuid[])
    order by inspected_on desc, inspection_id`.execute(tx)
  return found.rows
}

export interface StatusRow {
  readonly site_id: string
  readonly dated_on: string
  readonly code: number
}
/** Oldest first; of all sites when none are named. */
export async function listStatuses(tx: Tx, tenant: string, sites: readonly string[] | null): Promise<readonly StatusRow[]> {
  const found = await sql<StatusRow>`
    select site_id, dated_on, code from icglr_status
    where tenant_id = ${tenant} and (${sites === null} or site_id = any(${[...(sites ?? [])]}::uuid[]))
    order by dated_on, learned_at, id`.execute(tx)
  return found.rows
}
