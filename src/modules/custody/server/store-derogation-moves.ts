/* What has left red sites under derogations, counted from the findings of rule D01, and which lots ever changed hands. A voided lot gives its grams back. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

/** Grams that left the site by order. */
export async function listMovedGrams(tx: Tx, tenant: string, site: string): Promise<ReadonlyMap<string, number>> {
  const found = await sql<{ order: string; grams: number }>`
    select said.facts ->> 'order' as order, sum((said.facts ->> 'grams')::bigint)::float8 as grams
    from lot join lot_finding said on said.tenant_id = lot.tenant_id and said.lot_id = lot.id and said.rule = 'D01' and said.facts ->> 'site' = ${site}
    where lot.tenant_id = ${tenant} and lot.root_sites @> array[${site}]::uuid[] and lot.voided_at is null
    group by 1`.execute(tx)
  return new Map(found.rows.map((row) => [row.order, row.grams]))
}

/** Those of the lots that were sent at least once. */
export async function listSentLots(tx: Tx, tenant: string, lots: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await sql<{ lot: string }>`
    select distinct lot_id as lot from transfer where tenant_id = ${tenant} and lot_id = any(${[...lots]}::uuid[])`.execute(tx)
  return new Set(found.rows.map((row) => row.lot))
}
