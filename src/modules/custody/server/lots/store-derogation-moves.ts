/* What has left red sites under derogations, counted from the findings of rule D01, and which lots ever changed hands. A voided lot gives its grams back. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

/** Grams that left so far under the orders, by order and by the site that the order names. */
export async function listMovedGrams(
  tx: Tx,
  tenant: string,
  orders: readonly string[],
): Promise<readonly { readonly order: string; readonly site: string; readonly grams: number }[]> {
  if (orders.length === 0) return []
  const found = await sql<{ order: string; site: string; grams: number }>`
    select said.facts ->> 'order' as order, said.facts ->> 'site' as site, sum((said.facts ->> 'grams')::bigint)::float8 as grams
    from lot_finding said join lot on lot.tenant_id = said.tenant_id and lot.id = said.lot_id and lot.voided_at is null
    where said.tenant_id = ${tenant} and said.rule = 'D01' and said.facts ->> 'order' = any(${[...orders]})
    group by 1, 2`.execute(tx)
  return found.rows
}

/** Those of the lots that were sent at least once. */
export async function listSentLots(tx: Tx, tenant: string, lots: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await sql<{ lot: string }>`
    select distinct lot_id as lot from transfer where tenant_id = ${tenant} and lot_id = any(${[...lots]}::uuid[])`.execute(tx)
  return new Set(found.rows.map((row) => row.lot))
}
