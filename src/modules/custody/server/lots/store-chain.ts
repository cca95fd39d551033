/* Sites of lots and open findings about regions, for who screens a chain. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { RegionHit } from '../../contract-chain.ts'

export async function listSitesOfLots(tx: Tx, tenant: string, lots: readonly string[]): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select distinct one as id from lot, unnest(lot.root_sites) as one
    where lot.tenant_id = ${tenant} and lot.id = any(${[...lots]}::uuid[]) order by 1`.execute(tx)
  return found.rows.map((row) => row.id)
}
export async function listBalances(tx: Tx, tenant: string, minerals: readonly string[]): Promise<readonly RegionHit[]> {
  const found = await sql<RegionHit>`
    select id as hit, coalesce(facts->>'area', province_code, '') as area, coalesce(period, facts->>'period', '') as period, coalesce(mineral, '') as mineral
    from hit where tenant_id = ${tenant} and rule = 'F24' and closed_at is null and mineral = any(${[...minerals]}::text[]) order by id desc limit 50`.execute(
    tx,
  )
  return found.rows
}
