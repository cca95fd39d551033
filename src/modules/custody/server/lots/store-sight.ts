/*
What part of the lots a reader sees, as a condition of SQL, and the rows that make the answer quick: an organisation is written
beside every lot that it held or was sent, and beside every lot inside of those.
*/
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { sourcesOf } from './store-lineage.ts'

export type Sight =
  | { readonly of: 'everything' }
  /** Somebody without an organisation sees nothing. */
  | { readonly of: 'organisation'; readonly organisation: string | null }
  /** Lots with a bag of one of these sites, or with one whose site is not known. */
  | { readonly of: 'sites'; readonly sites: readonly string[] }

/** For a statement in which `lot` stands in its `from`. */
export function seenBy(tenant: string, sight: Sight): RawBuilder<unknown> {
  if (sight.of === 'everything') return sql`true`
  if (sight.of === 'sites') return sql`(lot.root_unknown or lot.root_sites && ${[...sight.sites]}::uuid[])`
  return sql`exists (select from lot_party p
    where p.tenant_id = ${tenant} and p.organisation_id = ${sight.organisation}::uuid and p.lot_id = lot.id)`
}

export async function isLotSeen(tx: Tx, tenant: string, lot: string, sight: Sight): Promise<boolean> {
  const found = await sql`select 1 from lot where tenant_id = ${tenant} and id = ${lot} and ${seenBy(tenant, sight)}`.execute(tx)
  return found.rows.length > 0
}

/** Those of the lots that are in sight. */
export async function listSeenAmong(tx: Tx, tenant: string, lots: readonly string[], sight: Sight): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select id from lot where tenant_id = ${tenant} and id = any(${[...lots]}::uuid[]) and ${seenBy(tenant, sight)}`.execute(tx)
  return found.rows.map((row) => row.id)
}

/** The organisation may see the lot and all that is inside of it, from now on and for good. */
export async function insertParty(tx: Tx, tenant: string, party: { readonly lot: string; readonly organisation: string }): Promise<void> {
  await sql`
    with recursive lineage (lot_id) as (
      select ${party.lot}::uuid
      union
      select source.input_id from lineage ${sourcesOf(tenant)}
    )
    insert into lot_party (tenant_id, organisation_id, lot_id)
    select ${tenant}, ${party.organisation}::uuid, lot_id from lineage on conflict do nothing`.execute(tx)
}

/** The sites of a combined lot are those of its inputs; what it is made of never changes afterwards. */
export async function setRootsFromInputs(tx: Tx, tenant: string, lot: string): Promise<void> {
  await sql`
    update lot set
      root_sites = coalesce((select array_agg(distinct one order by one) from lot_input i
        join lot source on source.tenant_id = i.tenant_id and source.id = i.input_id, unnest(source.root_sites) as one
        where i.tenant_id = ${tenant} and i.lot_id = ${lot}), '{}'),
      root_unknown = exists (select from lot_input i join lot source on source.tenant_id = i.tenant_id and source.id = i.input_id
        where i.tenant_id = ${tenant} and i.lot_id = ${lot} and source.root_unknown)
    where tenant_id = ${tenant} and id = ${lot}`.execute(tx)
}
