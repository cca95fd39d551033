/* What the scan reads of who dealt with whom, and of the balance of those who process and export. The same promises as in store-scan. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface DealRow {
  readonly organisation: string
  readonly on: string
  readonly lots: readonly string[]
}
/** F29: on which days every organisation bought, sold, sent or received, from a day on. */
export async function listDealDays(tx: Tx, tenant: string, from: string): Promise<readonly DealRow[]> {
  const found = await sql<DealRow>`
    with deals as (
      select unnest(array[p.seller_id, p.buyer_id]) as organisation, p.bought_on as day, l.lot_id as lot
      from purchase p join purchase_lot l on l.tenant_id = p.tenant_id and l.purchase_id = p.id where p.tenant_id = ${tenant} and p.bought_on >= ${from}
      union select unnest(array[t.from_id, t.to_id]), t.sent_on, t.lot_id from transfer t where t.tenant_id = ${tenant} and t.sent_on >= ${from}
    )
    select d.organisation, d.day as "on", (array_agg(d.lot order by d.lot)) as lots
    from deals d join lot on lot.tenant_id = ${tenant} and lot.id = d.lot and lot.voided_at is null
    group by 1, 2 order by 1, 2`.execute(tx)
  return found.rows
}

export interface BalanceRow {
  readonly organisation: string
  readonly mineral: string
  readonly month: string
  readonly openingGrams: number
  readonly inGrams: number
  readonly outGrams: number
  readonly lossGrams: number
  readonly closingGrams: number
  readonly lots: readonly string[]
}
/**
F34: of everybody who processes or makes export lots, by month and mineral: what came (recorded first or handed over), what went, what processing
booked as lost, and the stock that the lots on record give. Weights are those on record, as weighed; gold has its own rules.
*/
export async function listBalances(tx: Tx, tenant: string): Promise<readonly BalanceRow[]> {
  const found = await sql<BalanceRow>`
    with held as (
      select h.lot_id as lot, h.organisation_id as organisation, h.since,
        lead(h.since) over mine as until, row_number() over mine = 1 as first
      from lot_holding h join lot on lot.tenant_id = h.tenant_id and lot.id = h.lot_id and lot.voided_at is null and lot.mineral <> 'Au'
      where h.tenant_id = ${tenant} window mine as (partition by h.lot_id order by h.since, h.position)
    ), drawn as (
      select i.input_id as lot, made.id as made, made.formed_on as day, i.drawn_grams as grams
      from lot_input i join lot made on made.tenant_id = i.tenant_id and made.id = i.lot_id and made.voided_at is null where i.tenant_id = ${tenant}
    ), makers as (
      select held.lot, held.organisation from held where held.first
    ), left_over as (
      select held.*, lot.mass_grams - coalesce((select sum(d.grams) from drawn d where d.lot = held.lot and d.day < held.since), 0) as on_arrival,
        case when held.until is null then 0 else lot.mass_grams - coalesce((select sum(d.grams) from drawn d where d.lot = held.lot and d.day < held.until), 0) end as on_leaving,
        exists (select from drawn d where d.made = held.lot) as made, lot.mineral
      from held join lot on lot.tenant_id = ${tenant} and lot.id = held.lot
    ), moves as (
      select organisation, mineral, since as day, case when first and made then 0 else on_arrival end as came, 0::numeric as went, 0::numeric as loss,
        case when first and made then on_arrival else 0 end as made, lot from left_over
      union all select organisation, mineral, until, 0, on_leaving, 0, 0, lot from left_over where until is not null
      union all select m.organisation, lot.mineral, d.day, 0, 0, case when out.processing_id is null then 0 else d.grams end, -d.grams, d.made
        from drawn d join makers m on m.lot = d.made join lot on lot.tenant_id = ${tenant} and lot.id = d.lot and lot.mineral <> 'Au'
          join lot out on out.tenant_id = ${tenant} and out.id = d.made
      union all select m.organisation, lot.mineral, lot.formed_on, 0, 0, -lot.mass_grams, 0, lot.id
        from lot join makers m on m.lot = lot.id where lot.tenant_id = ${tenant} and lot.processing_id is not null and lot.voided_at is null
    ), months as (
      select organisation, mineral, to_char(day, 'YYYY-MM') as month, sum(came) as came, sum(went) as went, sum(loss) as loss, sum(made) as made,
        (array_agg(distinct lot) filter (where made <> 0)) as lots
      from moves where organisation in (select organisation_id from processing where tenant_id = ${tenant}
        union select makers.organisation from makers join lot on lot.tenant_id = ${tenant} and lot.id = makers.lot and lot.kind = 'export-lot')
      group by 1, 2, 3
    ), sums as (
      select *, coalesce(sum(came - went + made) over (partition by organisation, mineral order by month rows between unbounded preceding and 1 preceding), 0) as opening
      from months
    )
    select organisation, mineral, month, opening::bigint as "openingGrams", came::bigint as "inGrams", went::bigint as "outGrams",
      greatest(loss, 0)::bigint as "lossGrams", (opening + came - went + made)::bigint as "closingGrams", coalesce(lots, '{}') as lots
    from sums where opening >= 0 and opening + came - went + made >= 0 order by 1, 2, 3`.execute(tx)
  return found.rows
}
