/*
What went through the hands of one organisation: purchases with their price, transfers that belong to no purchase, bags that came from the scale
at the site into its hands. What was bought and then sent counts once, by its slip. Found through the lots that it ever had, so the cost grows with those.
*/
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface TradeRow {
  readonly direction: 'in' | 'out'
  readonly from: 'site' | 'purchase' | 'transfer'
  readonly on: string
  readonly other: string | null
  readonly place: string | null
  readonly site: string | null
  readonly lot: string
  readonly lotNumber: string
  readonly mineral: string
  readonly massGrams: number
  readonly massMilligrams: number | null
  readonly element: string | null
  readonly value: number | null
  readonly unit: string | null
  readonly currency: string | null
  readonly amountCents: number | null
}
export interface Span {
  readonly organisation: string
  readonly from: string
  readonly until: string
}

export const theirs = (tenant: string, organisation: string): RawBuilder<unknown> =>
  sql`select p.lot_id from lot_party p where p.tenant_id = ${tenant} and p.organisation_id = ${organisation}::uuid`

/** Oldest first. */
export async function listTrades(tx: Tx, tenant: string, { organisation, from, until }: Span): Promise<readonly TradeRow[]> {
  const found = await sql<TradeRow>`
    with mine as (${theirs(tenant, organisation)}),
    trade as (
      select case when b.buyer_id = ${organisation}::uuid then 'in' else 'out' end as direction, 'purchase' as kind, b.bought_on as on_day,
        case when b.buyer_id = ${organisation}::uuid then b.seller_id else b.buyer_id end as other, b.place, l.lot_id,
        l.mass_grams, l.mass_milligrams, b.currency, l.amount_hundredths as amount
      from purchase b join purchase_lot l on l.tenant_id = b.tenant_id and l.purchase_id = b.id
      where b.tenant_id = ${tenant} and (b.buyer_id = ${organisation}::uuid or b.seller_id = ${organisation}::uuid)
        and b.bought_on between ${from}::date and ${until}::date
      union all
      select case when t.to_id = ${organisation}::uuid then 'in' else 'out' end, 'transfer', t.received_on,
        case when t.to_id = ${organisation}::uuid then t.from_id else t.to_id end, null, t.lot_id,
        case when t.to_id = ${organisation}::uuid then t.received_grams else t.sent_grams end,
        case when t.to_id = ${organisation}::uuid then t.received_milligrams else t.sent_milligrams end, null, null
      from transfer t
      where t.tenant_id = ${tenant} and t.lot_id in (select lot_id from mine) and t.purchase_id is null
        and (t.to_id = ${organisation}::uuid or t.from_id = ${organisation}::uuid) and t.received_grams is not null
        and t.received_on between ${from}::date and ${until}::date
        -- The way of goods that a slip names already: the nth way of a lot between two sides belongs to their nth slip.
        and (select count(*) from transfer e where e.tenant_id = t.tenant_id and e.lot_id = t.lot_id and e.from_id = t.from_id
            and e.to_id = t.to_id and e.received_grams is not null and e.ordinal <= t.ordinal)
          > (select count(*) from purchase b join purchase_lot l on l.tenant_id = b.tenant_id and l.purchase_id = b.id
            where b.tenant_id = t.tenant_id and l.lot_id = t.lot_id and b.seller_id = t.from_id and b.buyer_id = t.to_id)
      union all
      select 'in', 'site', h.since, null, null, h.lot_id, lot.mass_grams, lot.mass_milligrams, null, null
      from lot_holding h join lot on lot.tenant_id = h.tenant_id and lot.id = h.lot_id
      where h.tenant_id = ${tenant} and h.lot_id in (select lot_id from mine) and h.organisation_id = ${organisation}::uuid
        and lot.site_id is not null and h.since between ${from}::date and ${until}::date
        and not exists (select from lot_holding e where e.tenant_id = h.tenant_id and e.lot_id = h.lot_id and e.position < h.position)
        and not exists (select from purchase_lot l join purchase b on b.tenant_id = l.tenant_id and b.id = l.purchase_id
          where l.tenant_id = h.tenant_id and l.lot_id = h.lot_id and b.buyer_id = ${organisation}::uuid)
    )
    select trade.direction, trade.kind as "from", trade.on_day as "on", trade.other, trade.place, lot.site_id as site, lot.id as lot,
      lot.number as "lotNumber", lot.mineral, trade.mass_grams as "massGrams", trade.mass_milligrams as "massMilligrams",
      a.element, a.value, a.unit, trade.currency, trade.amount as "amountCents"
    from trade join lot on lot.tenant_id = ${tenant} and lot.id = trade.lot_id and lot.voided_at is null
    left join lateral (select element, value, unit from assay
      where assay.tenant_id = ${tenant} and assay.lot_id = trade.lot_id and element in ('Sn', 'Ta2O5', 'WO3', 'Au') and assayed_on <= ${until}::date
      order by assayed_on desc, ordinal desc limit 1) a on true
    order by trade.on_day, lot.number, trade.direction, trade.kind`.execute(tx)
  return found.rows
}

export async function listLotNumbers(
  tx: Tx,
  tenant: string,
  lots: readonly string[],
): Promise<readonly { readonly lot: string; readonly number: string }[]> {
  if (lots.length === 0) return []
  const found = await sql<{ lot: string; number: string }>`
    select id as lot, number from lot where tenant_id = ${tenant} and id = any(${[...lots]}::uuid[]) order by number`.execute(tx)
  return found.rows
}

export interface TripRow {
  readonly paper: string
  readonly on: string
  readonly from: string
  readonly to: string
  readonly massGrams: number
}
export async function listTrips(tx: Tx, tenant: string, papers: readonly string[]): Promise<readonly TripRow[]> {
  if (papers.length === 0) return []
  const found = await sql<TripRow>`
    select upper(p.number) as paper, t.sent_on as "on", t.from_id as "from", t.to_id as "to", sum(t.sent_grams)::bigint as "massGrams"
    from transfer_paper p join transfer t on t.tenant_id = p.tenant_id and t.event_id = p.event_id
    where p.tenant_id = ${tenant} and p.kind = 'transport' and upper(p.number) = any(${papers.map((one) => one.trim().toUpperCase())}::text[])
    group by upper(p.number), t.sent_on, t.from_id, t.to_id order by t.sent_on, t.from_id, t.to_id`.execute(tx)
  return found.rows
}
