/* What the scan reads of boxes, grades, prices, papers, gold and of goods that changed hands. The same promises as in store-scan. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface IdleBoxRow {
  readonly site: string
  readonly from: string
  readonly to: string
  readonly middle: string
}
/** F17: boxes that were counted on at least ten days of a month without one tag used, with the first and last such day. Fewer days say nothing (D). */
export async function listIdleBoxes(tx: Tx, tenant: string): Promise<readonly IdleBoxRow[]> {
  const found = await sql<IdleBoxRow>`
    with said as (
      select distinct on (site_id, day) site_id as site, day, quantity from tag_count where tenant_id = ${tenant} and kind = 'used'
      order by site_id, day, ordinal desc
    )
    select site, min(day) as "from", max(day) as "to", min(day) + (max(day) - min(day)) / 2 as middle from said
    group by site, to_char(day, 'YYYY-MM') having count(*) >= 10 and max(quantity) = 0 order by 1, 2`.execute(tx)
  return found.rows
}
export interface GradeRow {
  readonly lot: string
  readonly site: string | null
  readonly element: string
  /** Ten-thousandths. */
  readonly grade: number
  readonly mineral: string
  readonly inputGrades: readonly number[]
}
/** F26: the newest assay of every lot and element, and those of all its inputs where every input has one. */
export async function listGrades(tx: Tx, tenant: string): Promise<readonly GradeRow[]> {
  const found = await sql<GradeRow>`
    with newest as (
      select distinct on (lot_id, element) lot_id, element, round(value * case unit when 'percent' then 100 else 10 end)::int as grade
      from assay where tenant_id = ${tenant} order by lot_id, element, ordinal desc
    )
    select lot.id as lot, case when cardinality(lot.root_sites) = 1 and not lot.root_unknown then lot.root_sites[1] end as site, n.element, n.grade, lot.mineral,
      case when lot.processing_id is null and not exists (select from lot_input i
          left join newest m on m.lot_id = i.input_id and m.element = n.element
          where i.tenant_id = ${tenant} and i.lot_id = lot.id and m.grade is null)
        then coalesce((select array_agg(m.grade) from lot_input i join newest m on m.lot_id = i.input_id and m.element = n.element
          where i.tenant_id = ${tenant} and i.lot_id = lot.id), '{}') else '{}' end as "inputGrades"
    from newest n join lot on lot.tenant_id = ${tenant} and lot.id = n.lot_id
    where lot.voided_at is null and n.element <> 'moisture' and n.grade between 0 and 10000 order by lot.id, n.element`.execute(tx)
  return found.rows
}
export interface PriceRow {
  readonly purchase: string
  readonly lot: string
  readonly site: string | null
  readonly mineral: string
  readonly gradeHundredths: number | null
  readonly buyCents: number
  readonly sellCents: number | null
  readonly buyer: string
  readonly seller: string
}
/** F28: prices in US dollars, with the newest grade of the lot and the price at which it was sold next. */
export async function listPrices(tx: Tx, tenant: string): Promise<readonly PriceRow[]> {
  const found = await sql<PriceRow>`
    select p.id as purchase, lot.id as lot, lot.site_id as site, lot.mineral, l.price_hundredths_per_kilogram as "buyCents", p.buyer_id as buyer, p.seller_id as seller,
      (select round(a.value * 100)::int from assay a where a.tenant_id = ${tenant} and a.lot_id = lot.id and a.unit = 'percent'
        and a.element = case lot.mineral when 'Ta' then 'Ta2O5' when 'W' then 'WO3' else 'Sn' end order by a.ordinal desc limit 1) as "gradeHundredths",
      (select n.price_hundredths_per_kilogram from purchase_lot n join purchase q on q.tenant_id = n.tenant_id and q.id = n.purchase_id
        where n.tenant_id = ${tenant} and n.lot_id = lot.id and q.seller_id = p.buyer_id and q.bought_on >= p.bought_on and q.currency = 'USD'
        order by q.bought_on, q.id limit 1) as "sellCents"
    from purchase_lot l join purchase p on p.tenant_id = l.tenant_id and p.id = l.purchase_id
      join lot on lot.tenant_id = l.tenant_id and lot.id = l.lot_id
    where l.tenant_id = ${tenant} and p.currency = 'USD' and lot.mineral in ('Sn', 'Ta', 'W') and lot.voided_at is null order by p.id, lot.id`.execute(
    tx,
  )
  return found.rows
}
export interface PaperRow {
  readonly paper: string
  readonly on: string
  readonly trips: number
  readonly validUntil: string | null
  readonly statedGrams: number | null
  readonly carriedGrams: number
  readonly lots: readonly string[]
}
/** F31: by number of a transport paper the days on which it went, and of the last trip what it carried. Bags of one trip count together. */
export async function listPapers(tx: Tx, tenant: string): Promise<readonly PaperRow[]> {
  const found = await sql<PaperRow>`
    select p.number as paper, max(t.sent_on) as "on", count(distinct (t.sent_on, t.from_id, t.to_id)) as trips, min(p.valid_until) as "validUntil",
      max(p.stated_grams) as "statedGrams", sum(t.sent_grams) filter (where t.sent_on = last.on) as "carriedGrams",
      (array_agg(distinct p.lot_id)) as lots
    from transfer_paper p join transfer t on t.tenant_id = p.tenant_id and t.event_id = p.event_id
      join lateral (select max(u.sent_on) as on from transfer_paper o join transfer u on u.tenant_id = o.tenant_id and u.event_id = o.event_id
        where o.tenant_id = p.tenant_id and o.number = p.number) last on true
    where p.tenant_id = ${tenant} and p.kind = 'transport' group by p.number`.execute(tx)
  return found.rows
}
export interface ShoppingRow {
  readonly trader: string
  readonly on: string
  readonly fromSite: string
  readonly fromStatus: string
  readonly fromGrams: number
  readonly greenSite: string
  readonly greenGrams: number
  readonly mineral: string
  readonly lots: readonly string[]
}
/** F42: what one holder got on one day from a site that may not produce, beside what it got that day from a green one. */
export async function listShopping(tx: Tx, tenant: string): Promise<readonly ShoppingRow[]> {
  const found = await sql<ShoppingRow>`
    with days as (
      select h.organisation_id as trader, lot.formed_on as day, lot.site_id as site, lot.mineral, max(lot.production_standing) as standing,
        bool_and(lot.production_permission = 'yes') as may, sum(lot.mass_grams)::bigint as grams, (array_agg(lot.id order by lot.id)) as lots
      from lot join lot_holding h on h.tenant_id = lot.tenant_id and h.lot_id = lot.id and h.ordinal = 1
      where lot.tenant_id = ${tenant} and lot.kind = 'bag' and lot.voided_at is null and lot.site_id is not null group by 1, 2, 3, 4
    )
    select a.trader, a.day as on, a.site as "fromSite", a.standing as "fromStatus", a.grams as "fromGrams", b.site as "greenSite", b.grams as "greenGrams",
      a.mineral, a.lots || b.lots as lots
    from days a join days b on b.trader = a.trader and b.day = a.day and b.mineral = a.mineral and b.site <> a.site
    where a.standing in ('NONE', 'RED') and not a.may and b.may order by a.trader, a.day, a.site, b.site`.execute(tx)
  return found.rows
}
export interface StartRow {
  readonly site: string
  readonly mineral: string
  readonly firstOn: string
  readonly producedGrams: number
}
/** F36: what every site gave in its first three months. */
export async function listStarts(tx: Tx, tenant: string): Promise<readonly StartRow[]> {
  const found = await sql<StartRow>`
    with firsts as (
      select site_id as site, mineral, min(produced_on) as first_on from lot
      where tenant_id = ${tenant} and kind = 'bag' and voided_at is null and site_id is not null and produced_on is not null group by 1, 2
    )
    select f.site, f.mineral, f.first_on as "firstOn", sum(lot.mass_grams)::bigint as "producedGrams"
    from firsts f join lot on lot.tenant_id = ${tenant} and lot.site_id = f.site and lot.mineral = f.mineral and lot.kind = 'bag' and lot.voided_at is null
      and lot.produced_on < f.first_on + interval '3 months'
    group by 1, 2, 3 order by 1, 2`.execute(tx)
  return found.rows
}
export interface SumRow {
  readonly site: string
  readonly massGrams: number
}
/** F25: by site what was produced from a day up to, and without, another. */
export async function listProduced(
  tx: Tx,
  tenant: string,
  of: { readonly from: string; readonly before: string },
): Promise<readonly SumRow[]> {
  const found = await sql<SumRow>`
    select site_id as site, sum(mass_grams)::bigint as "massGrams" from lot
    where tenant_id = ${tenant} and kind = 'bag' and voided_at is null and site_id is not null and produced_on >= ${of.from} and produced_on < ${of.before} group by 1`.execute(
    tx,
  )
  return found.rows
}
/** Holders and owners of lots, and the bodies that hold a key of the box of their sites. */
export async function listPartiesOfLots(tx: Tx, tenant: string, lots: readonly string[]): Promise<readonly string[]> {
  const found = await sql<{ organisation: string }>`
    select distinct organisation from (
      select unnest(array[lot.holder_id, lot.owner_id, b.saemape_id, b.cooperative_id]) as organisation
      from lot left join tag_lockbox b on b.tenant_id = lot.tenant_id and b.site_id = lot.site_id
      where lot.tenant_id = ${tenant} and lot.id = any(${[...lots]}::uuid[])
    ) found where organisation is not null order by organisation`.execute(tx)
  return found.rows.map((row) => row.organisation)
}
