/* What the scan reads of log sheets, roads and certificates. The same promises as in store-scan. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface BookRow {
  readonly book: string
  readonly label: string
  readonly site: string | null
  readonly holder: string | null
  readonly from: number
  readonly sheets: readonly number[]
}
/** F20: of every book the numbers that were handed in, at most the newest ten thousand. */
export async function listBookNumbers(tx: Tx, tenant: string): Promise<readonly BookRow[]> {
  const found = await sql<BookRow>`
    select b.id as book, b.prefix || b.from_number || '–' || b.to_number as label, b.site_id as site, b.holder_id as holder, b.from_number as "from",
      (array_agg(s.number order by s.number desc))[1:10000] as sheets
    from sheet_book b join sheet s on s.tenant_id = b.tenant_id and s.book_id = b.id
    where b.tenant_id = ${tenant} group by b.tenant_id, b.id order by b.id`.execute(tx)
  return found.rows
}
/** F41: the lots of a sheet; the one that it formed is among them. */
export async function listLotsOfSheets(tx: Tx, tenant: string, sheets: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = await sql<{ sheet: string; lots: readonly string[] }>`
    select sheet, (array_agg(distinct lot)) as lots from (
      select sheet_id as sheet, lot_id as lot from sheet_line where tenant_id = ${tenant} and sheet_id = any(${[...sheets]}::uuid[])
      union all select id, formed_lot_id from sheet where tenant_id = ${tenant} and id = any(${[...sheets]}::uuid[])
    ) named where lot is not null group by sheet`.execute(tx)
  return new Map(found.rows.map((row) => [row.sheet, row.lots]))
}
export interface RetagRow {
  readonly holder: string
  readonly on: string
  readonly mineral: string
  readonly traderTags: number
  readonly oneToOne: number
  readonly lots: readonly string[]
}
/** F38: the trader lots that one holder formed on one day, and those that stand for one whole bag of the same weight. */
export async function listRetags(tx: Tx, tenant: string): Promise<readonly RetagRow[]> {
  const found = await sql<RetagRow>`
    with made as (
      select lot.id, lot.mineral, lot.formed_on, h.organisation_id as holder, (count(*) = 1 and bool_and(source.kind = 'bag'
        and source.mass_grams = lot.mass_grams and i.drawn_grams = source.mass_grams)) as same
      from lot join lot_holding h on h.tenant_id = lot.tenant_id and h.lot_id = lot.id and h.ordinal = 1
        join lot_input i on i.tenant_id = lot.tenant_id and i.lot_id = lot.id
        join lot source on source.tenant_id = i.tenant_id and source.id = i.input_id
      where lot.tenant_id = ${tenant} and lot.kind = 'trader-lot' and lot.voided_at is null
      group by lot.id, lot.mineral, lot.formed_on, h.organisation_id
    )
    select holder, formed_on as "on", mineral, count(*) as "traderTags", count(*) filter (where same) as "oneToOne",
      (array_agg(id order by id) filter (where same)) as lots
    from made group by holder, formed_on, mineral having count(*) filter (where same) > 0 order by holder, formed_on, mineral`.execute(tx)
  return found.rows
}
export interface RoadRow {
  readonly lot: string
  readonly key: string
  readonly paper: string | null
  readonly sentOn: string
  readonly days: number
  readonly usualDays: number
  readonly mineral: string
}
/** F32: journeys beside the median of their road (both places by name, or both organisations where nobody told the legs), once it was driven five times. The day of arrival counts. */
export async function listRoads(tx: Tx, tenant: string): Promise<readonly RoadRow[]> {
  const found = await sql<RoadRow>`
    with journeys as (
      select l.lot_id as lot, l.event_id || '/' || l.part as key, t.paper, l.departed_on as sent_on, l.arrived_on - l.departed_on + 1 as days,
        upper(l.from_place) || '|' || upper(l.to_place) || '|' || l.mode as road
      from transfer_leg l left join transfer t on t.tenant_id = l.tenant_id and t.event_id = l.transfer_id
      where l.tenant_id = ${tenant} and l.arrived_on >= l.departed_on
      union all
      select t.lot_id, t.event_id::text, t.paper, t.sent_on, t.received_on - t.sent_on + 1, t.from_id || '|' || t.to_id
      from transfer t where t.tenant_id = ${tenant} and t.received_on >= t.sent_on
        and not exists (select from transfer_leg l where l.tenant_id = t.tenant_id and l.lot_id = t.lot_id)
    ), roads as (
      select road, percentile_disc(0.5) within group (order by days) as usual from journeys group by road having count(*) >= 5
    )
    select j.lot, j.key, j.paper, j.sent_on as "sentOn", j.days, r.usual as "usualDays", lot.mineral
    from journeys j join roads r on r.road = j.road join lot on lot.tenant_id = ${tenant} and lot.id = j.lot and lot.voided_at is null
    where j.days > r.usual order by j.key`.execute(tx)
  return found.rows
}

export interface CertificateSeen {
  readonly number: string
  readonly lot: string
  readonly issuedOn: string
  readonly expiresOn: string
  readonly massGrams: number
  readonly sites: readonly string[]
}
export async function insertCertificateSeen(tx: Tx, tenant: string, event: string, seen: CertificateSeen): Promise<void> {
  await sql`
    insert into certificate_seen (tenant_id, event_id, number, lot_id, issued_on, expires_on, mass_grams, site_ids)
    values (${tenant}, ${event}, ${seen.number}, ${seen.lot}, ${seen.issuedOn}, ${seen.expiresOn}, ${seen.massGrams}, ${[...seen.sites]}::uuid[])`.execute(
    tx,
  )
}
export interface CertificateRow extends CertificateSeen {
  readonly event: string
  readonly others: number
  readonly lotGrams: number
  readonly mineral: string
  readonly rootSites: readonly string[]
  readonly rootUnknown: boolean
}
/** F33: every certificate beside its lot as it is known now. */
export async function listCertificates(tx: Tx, tenant: string): Promise<readonly CertificateRow[]> {
  const found = await sql<CertificateRow>`
    select c.event_id as event, c.number, c.lot_id as lot, c.issued_on as "issuedOn", c.expires_on as "expiresOn", c.mass_grams as "massGrams",
      c.site_ids as sites, lot.mass_grams as "lotGrams", lot.mineral, lot.root_sites as "rootSites", lot.root_unknown as "rootUnknown",
      (select count(*) from certificate_seen o where o.tenant_id = c.tenant_id and o.number = c.number and o.event_id <> c.event_id) as others
    from certificate_seen c join lot on lot.tenant_id = c.tenant_id and lot.id = c.lot_id
    where c.tenant_id = ${tenant} order by c.event_id`.execute(tx)
  return found.rows
}
