/* What goes with a telephone, in SQL: two statements whatever the number of sites. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { InspectionRow } from './missions/store-inspections.ts'

type Row = Pick<InspectionRow, 'id' | 'site_id' | 'mission_id' | 'inspected_on' | 'phase' | 'form'>
export async function listInspectionsAround(
  tx: Tx,
  tenant: string,
  { sites, missions }: { readonly sites: readonly string[]; readonly missions: readonly string[] },
): Promise<readonly Row[]> {
  const found = await sql<Row>`
    select id, site_id, mission_id, inspected_on, phase, form from inspection
    where tenant_id = ${tenant} and (site_id = any(${[...sites]}::uuid[]) or mission_id = any(${[...missions]}::uuid[]))
    order by inspected_on desc, id desc`.execute(tx)
  return found.rows
}

export async function countVisits(tx: Tx, tenant: string, sites: readonly string[]): Promise<number> {
  const found = await sql<{ visits: number }>`
    select (select count(*) from site_visit where tenant_id = ${tenant} and site_id = any(${[...sites]}::uuid[]) and voided_at is null)
      + (select count(*) from inspection where tenant_id = ${tenant} and site_id = any(${[...sites]}::uuid[]) and on_site) as visits`.execute(
    tx,
  )
  return Number(found.rows[0]?.visits ?? 0)
}
