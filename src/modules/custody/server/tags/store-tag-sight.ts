/* Whose tags somebody sees: those of the sites in the territory, or of the sites whose box the own organisation holds a key of. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Sight } from '../lots/store-sight.ts'

export function siteInSight(tenant: string, sight: Sight, site: RawBuilder<unknown>): RawBuilder<unknown> {
  if (sight.of === 'everything') return sql`true`
  if (sight.of === 'sites') return sql`${site} = any(${[...sight.sites]}::uuid[])`
  return sql`exists (select from tag_lockbox k where k.tenant_id = ${tenant} and k.site_id = ${site}
    and ${sight.organisation}::uuid in (k.saemape_id, k.cooperative_id, k.concession_owner_id))`
}

/** The sites of which this reader sees the tags; null: all. */
export async function sitesInSight(tx: Tx, tenant: string, sight: Sight): Promise<readonly string[] | null> {
  if (sight.of === 'everything') return null
  if (sight.of === 'sites') return sight.sites
  const found = await sql<{ readonly site: string }>`
    select site_id as site from tag_lockbox
    where tenant_id = ${tenant} and ${sight.organisation}::uuid in (saemape_id, cooperative_id, concession_owner_id)`.execute(tx)
  return found.rows.map((row) => row.site)
}
