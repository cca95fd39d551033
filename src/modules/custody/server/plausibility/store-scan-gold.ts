/* What the scan reads of gold as it was bought from diggers. The same promises as in store-scan. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface DiggerRow {
  readonly card: string
  /** The first day of the month on which the card stands beside gold, and all of the gold of that month. */
  readonly on: string
  readonly month: string
  readonly site: string | null
  readonly cooperative: string | null
  readonly lots: readonly string[]
}
/** F29, F30: by month the cards of diggers from whom gold was bought, and for which cooperative. */
export async function listDiggers(tx: Tx, tenant: string, from: string): Promise<readonly DiggerRow[]> {
  const found = await sql<DiggerRow>`
    select g.artisan_card as card, min(lot.produced_on) as "on", to_char(lot.produced_on, 'YYYY-MM') as month, g.cooperative_id as cooperative,
      case when count(distinct lot.site_id) = 1 then min(lot.site_id::text) end as site, (array_agg(lot.id order by lot.id)) as lots
    from gold_lot g join lot on lot.tenant_id = g.tenant_id and lot.id = g.lot_id and lot.voided_at is null
    where g.tenant_id = ${tenant} and g.artisan_card is not null and lot.produced_on >= ${from} group by 1, 3, 4 order by 1, 3, 4`.execute(
    tx,
  )
  return found.rows
}
export interface TwoSitesRow {
  readonly card: string
  readonly on: string
  readonly site: string
  readonly otherSite: string
  readonly lots: readonly string[]
}
/** F30: one card at two sites on one day of production. */
export async function listDiggersAtTwoSites(tx: Tx, tenant: string, from: string): Promise<readonly TwoSitesRow[]> {
  const found = await sql<TwoSitesRow>`
    select g.artisan_card as card, lot.produced_on as "on", min(lot.site_id::text) as site, max(lot.site_id::text) as "otherSite",
      (array_agg(lot.id order by lot.id)) as lots
    from gold_lot g join lot on lot.tenant_id = g.tenant_id and lot.id = g.lot_id and lot.voided_at is null
    where g.tenant_id = ${tenant} and g.artisan_card is not null and lot.site_id is not null and lot.produced_on >= ${from}
    group by 1, 2 having count(distinct lot.site_id) > 1 order by 1, 2`.execute(tx)
  return found.rows
}
export interface CooperativeGoldRow {
  readonly cooperative: string
  readonly from: string
  readonly to: string
  readonly milligrams: number
  readonly cards: number
  readonly lots: readonly string[]
}
/** F40: by cooperative and month what was sealed as its gold, and how many cards stand beside it. */
export async function listCooperativeGold(tx: Tx, tenant: string): Promise<readonly CooperativeGoldRow[]> {
  const found = await sql<CooperativeGoldRow>`
    select g.cooperative_id as cooperative, date_trunc('month', lot.produced_on)::date as "from",
      (date_trunc('month', lot.produced_on) + interval '1 month - 1 day')::date as "to", sum(g.sealed_milligrams)::bigint as milligrams,
      count(distinct g.artisan_card) as cards, (array_agg(lot.id order by lot.id)) as lots
    from gold_lot g join lot on lot.tenant_id = g.tenant_id and lot.id = g.lot_id and lot.voided_at is null
    where g.tenant_id = ${tenant} and g.cooperative_id is not null and g.sealed_milligrams is not null and lot.produced_on is not null
    group by 1, 2, 3 order by 1, 2`.execute(tx)
  return found.rows
}
