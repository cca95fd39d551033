/*
What the scan reads: for each rule the figures that it looks at, grouped by the database. These statements are the reference; a faster pass
must give the same. Voided records are left out everywhere. `lots` names what a hit would be about, at most 500 of them.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

const bag = (tenant: string) => sql`lot.tenant_id = ${tenant} and lot.kind = 'bag' and lot.voided_at is null`
const amount = sql`coalesce(lot.mass_milligrams, lot.mass_grams * 1000)`
const someLots = sql`(array_agg(lot.id order by lot.id)) as lots`

export interface WindowRow {
  readonly site: string
  readonly month: string
  readonly from: string
  readonly to: string
  readonly producedGrams: number
}
/** F05: of every site and month the thirty days that ended in it with the most. */
export async function listWindows(tx: Tx, tenant: string): Promise<readonly WindowRow[]> {
  const found = await sql<WindowRow>`
    with daily as (
      select lot.site_id as site, lot.produced_on as day, sum(lot.mass_grams) as grams from lot
      where ${bag(tenant)} and lot.site_id is not null and lot.produced_on is not null group by 1, 2
    ), windows as (
      select site, day, sum(grams) over (partition by site order by day range between interval '29 days' preceding and current row) as grams from daily
    )
    select distinct on (site, to_char(day, 'YYYY-MM')) site, to_char(day, 'YYYY-MM') as month, (day - 29) as "from", day as "to",
      grams::bigint as "producedGrams"
    from windows order by site, to_char(day, 'YYYY-MM'), grams desc, day`.execute(tx)
  return found.rows
}
export interface SiteDayRow {
  readonly site: string
  readonly mineral: string
  readonly day: string
  readonly producedMilligrams: number
  readonly lots: readonly string[]
}
/** F06 */
export async function listSiteDays(tx: Tx, tenant: string): Promise<readonly SiteDayRow[]> {
  const found = await sql<SiteDayRow>`
    select lot.site_id as site, lot.mineral, lot.produced_on as day, sum(${amount})::bigint as "producedMilligrams", ${someLots}
    from lot where ${bag(tenant)} and lot.site_id is not null and lot.produced_on is not null and lot.mineral <> 'other' group by 1, 2, 3`.execute(
    tx,
  )
  return found.rows
}
export async function listBagsBetween(
  tx: Tx,
  tenant: string,
  of: { readonly site: string; readonly from: string; readonly to: string },
): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select lot.id from lot where ${bag(tenant)} and lot.site_id = ${of.site} and lot.produced_on between ${of.from} and ${of.to} order by lot.id`.execute(
    tx,
  )
  return found.rows.map((row) => row.id)
}

export interface SheetRow {
  readonly site: string
  readonly account: string
  readonly day: string
  readonly massesGrams: readonly number[]
  readonly lots: readonly string[]
}
/** F10: the bags that one account closed at one site on one day are read as one sheet. */
export async function listDaySheets(tx: Tx, tenant: string): Promise<readonly SheetRow[]> {
  const found = await sql<SheetRow>`
    select lot.site_id as site, lot.recorded_by as account, lot.formed_on as day, array_agg(lot.mass_grams order by lot.id) as "massesGrams", ${someLots}
    from lot where ${bag(tenant)} and lot.site_id is not null and lot.recorded_by is not null
    group by 1, 2, 3 having count(*) between 10 and 5000`.execute(tx)
  return found.rows
}
export interface DigitRow {
  readonly site: string
  readonly month: string
  readonly digit: number
  readonly bags: number
}
/** F11: how many bags of a site end in each tenth of a kilogram, by quarter. */
export async function listDigits(tx: Tx, tenant: string): Promise<readonly DigitRow[]> {
  const found = await sql<DigitRow>`
    select lot.site_id as site, to_char(lot.formed_on, 'YYYY-"Q"Q') as month, (((lot.mass_grams + 50) / 100) % 10)::int as digit, count(*) as bags
    from lot where ${bag(tenant)} and lot.site_id is not null and lot.mineral <> 'Au' group by 1, 2, 3 order by 1, 2, 3`.execute(tx)
  return found.rows
}
export interface SlowRow {
  readonly lot: string
  readonly bag: string
  readonly tag: string | null
  readonly site: string | null
  readonly mineral: string
  readonly taggedOn: string
  readonly tradedOn: string
}
/** F12: of every trader lot the bag that waited longest, from eight days on. */
export async function listSlowTags(tx: Tx, tenant: string): Promise<readonly SlowRow[]> {
  const found = await sql<SlowRow>`
    select distinct on (made.id) made.id as lot, lot.id as bag, lot.tag, lot.site_id as site, lot.mineral, lot.formed_on as "taggedOn", made.formed_on as "tradedOn"
    from lot_input i join lot on lot.tenant_id = i.tenant_id and lot.id = i.input_id
      join lot made on made.tenant_id = i.tenant_id and made.id = i.lot_id
    where i.tenant_id = ${tenant} and ${bag(tenant)} and made.kind = 'trader-lot' and made.voided_at is null and made.formed_on - lot.formed_on > 7
    order by made.id, lot.formed_on, lot.id`.execute(tx)
  return found.rows
}
export interface BurstRow {
  readonly account: string
  readonly site: string | null
  readonly hour: string
  readonly tags: number
  readonly lots: readonly string[]
}
/** F14 */
export async function listHours(tx: Tx, tenant: string): Promise<readonly BurstRow[]> {
  const found = await sql<BurstRow>`
    select lot.recorded_by as account, min(lot.site_id::text) as site, to_char(date_trunc('hour', lot.weighed_at at time zone 'UTC'), 'YYYY-MM-DD HH24:00') as hour,
      count(*) as tags, ${someLots}
    from lot where ${bag(tenant)} and lot.weighed_at is not null and lot.recorded_by is not null group by 1, 3 having count(*) > 5`.execute(
    tx,
  )
  return found.rows
}
export interface JumpRow {
  readonly account: string
  readonly fromSite: string
  readonly toSite: string
  readonly fromAt: string
  readonly toAt: string
  readonly seconds: number
  readonly fromLot: string
  readonly toLot: string
}
/** F15: two bags in a row of one account at two sites, within a day. */
export async function listJumps(tx: Tx, tenant: string): Promise<readonly JumpRow[]> {
  const found = await sql<JumpRow>`
    with acts as (
      select lot.recorded_by as account, lot.site_id as site, lot.weighed_at as at, lot.id,
        lag(lot.site_id) over mine as before_site, lag(lot.weighed_at) over mine as before_at, lag(lot.id) over mine as before_id
      from lot where ${bag(tenant)} and lot.weighed_at is not null and lot.recorded_by is not null and lot.site_id is not null
      window mine as (partition by lot.recorded_by order by lot.weighed_at, lot.id)
    )
    select account, before_site as "fromSite", site as "toSite", before_at as "fromAt", at as "toAt",
      floor(extract(epoch from at - before_at))::bigint as seconds, before_id as "fromLot", id as "toLot"
    from acts where before_site is not null and before_site <> site and at - before_at < interval '1 day'`.execute(tx)
  return found.rows
}
export interface PlacedRow {
  readonly lot: string
  readonly site: string
  readonly account: string | null
  readonly latitude: number
  readonly longitude: number
  readonly mineral: string
}
/** F16, oldest first. */
export async function listPlaced(tx: Tx, tenant: string): Promise<readonly PlacedRow[]> {
  const found = await sql<PlacedRow>`
    select lot.id as lot, lot.site_id as site, lot.recorded_by as account, lot.weighed_latitude as latitude, lot.weighed_longitude as longitude, lot.mineral
    from lot where ${bag(tenant)} and lot.site_id is not null and lot.weighed_latitude is not null and lot.weighed_longitude is not null
    order by lot.id`.execute(tx)
  return found.rows
}
export interface BagRow {
  readonly lot: string
  readonly on: string
  readonly massGrams: number
}
/** F17: bags of a site around a day. */
export async function listBagsAround(
  tx: Tx,
  tenant: string,
  of: { readonly site: string; readonly day: string },
): Promise<readonly BagRow[]> {
  const found = await sql<BagRow>`
    select lot.id as lot, lot.produced_on as on, lot.mass_grams as "massGrams" from lot
    where ${bag(tenant)} and lot.site_id = ${of.site} and lot.produced_on between ${of.day}::date - 400 and ${of.day}::date + 400 order by lot.id limit 5000`.execute(
    tx,
  )
  return found.rows
}
export interface NightRow {
  readonly lot: string
  readonly site: string
  readonly account: string
  readonly at: string
  readonly mineral: string
}
/** F37: of every site, account and day the bags with a time; the rule is asked about each. */
export async function listTimed(tx: Tx, tenant: string): Promise<readonly NightRow[]> {
  const found = await sql<NightRow>`
    select lot.id as lot, lot.site_id as site, lot.recorded_by as account, lot.weighed_at as at, lot.mineral
    from lot where ${bag(tenant)} and lot.site_id is not null and lot.weighed_at is not null and lot.recorded_by is not null order by lot.id`.execute(
    tx,
  )
  return found.rows
}
