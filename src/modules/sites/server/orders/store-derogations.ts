/* Stocks that orders of kind derogation let go, in SQL. An annulled order lets nothing go from the moment this is known. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { OrderSigned } from '../../domain/orders/order.ts'

export interface DerogationRow {
  readonly order_id: string
  readonly site_id: string
  readonly quantity_grams: number
  readonly found_on: string
  readonly reason: string
  readonly number: string
  readonly effective_from: string
  readonly until: string | null
  readonly recorded_at: string
  readonly voided_at: string | null
}

export async function insertDerogations(
  tx: Tx,
  tenant: string,
  { order, content, at }: { readonly order: string; readonly content: OrderSigned; readonly at: string },
): Promise<void> {
  for (const [ordinal, stock] of (content.derogations ?? []).entries()) {
    await sql`
      insert into stock_derogation (tenant_id, order_id, site_id, ordinal, quantity_grams, found_on, reason, number, effective_from, until, recorded_at)
      values (${tenant}, ${order}, ${stock.site}, ${ordinal}, ${stock.quantityGrams}, ${stock.foundOn}, ${stock.reason}, ${content.number},
        ${content.effectiveFrom}, ${content.until ?? null}, ${at})`.execute(tx)
  }
}

export async function voidDerogations(
  tx: Tx,
  tenant: string,
  { order, at }: { readonly order: string; readonly at: string },
): Promise<void> {
  await sql`update stock_derogation set voided_at = ${at} where tenant_id = ${tenant} and order_id = ${order} and voided_at is null`.execute(
    tx,
  )
}

/** Of one site with what was merged with it, or of one order, oldest effect first. */
export async function listDerogationRows(
  tx: Tx,
  tenant: string,
  { site = null, order = null }: { readonly site?: string | null; readonly order?: string | null },
): Promise<readonly DerogationRow[]> {
  const found = await sql<DerogationRow>`
    select order_id, site_id, quantity_grams, found_on, reason, number, effective_from, until, recorded_at, voided_at from stock_derogation
    where tenant_id = ${tenant} and (${site}::uuid is null or site_id in (select site_family(${tenant}, ${site}))) and (${order}::uuid is null or order_id = ${order}::uuid)
    order by effective_from, order_id, ordinal`.execute(tx)
  return found.rows
}
