/* Over which ground a lot and everything beneath it went, and what was weighed of sites. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { sourcesOf } from './store-lineage.ts'

export interface SiteDaysRow {
  readonly site: string
  readonly from: string
  readonly until: string
}
export interface LegRow {
  readonly from: string
  readonly to: string
  readonly since: string
  readonly until: string
  readonly mode: string
  readonly road: string | null
}
export interface StayRow {
  readonly place: string
  readonly since: string
  readonly until: string | null
}
export interface SentRow {
  readonly from: string
  readonly to: string
  readonly since: string
  readonly until: string
}

export async function listLotsBeneath(tx: Tx, tenant: string, lot: string): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    with recursive lineage (lot_id) as (
      select ${lot}::uuid
      union
      select source.input_id from lineage ${sourcesOf(tenant)}
    )
    select lot_id as id from lineage`.execute(tx)
  return found.rows.map((row) => row.id)
}
export async function listSiteDays(tx: Tx, tenant: string, lots: readonly string[]): Promise<readonly SiteDaysRow[]> {
  const found = await sql<SiteDaysRow>`
    select site_id as site, min(coalesce(produced_on, formed_on)) as "from", max(coalesce(produced_on, formed_on)) as until from lot
    where tenant_id = ${tenant} and id = any(${[...lots]}::uuid[]) and site_id is not null and voided_at is null group by site_id order by 2, 1`.execute(
    tx,
  )
  return found.rows
}
export async function listLegsOf(tx: Tx, tenant: string, lots: readonly string[]): Promise<readonly LegRow[]> {
  const found = await sql<LegRow>`
    select from_place as "from", to_place as "to", departed_on as since, max(coalesce(arrived_on, departed_on)) as until, min(mode) as mode, route as road
    from transfer_leg where tenant_id = ${tenant} and lot_id = any(${[...lots]}::uuid[])
    group by from_place, to_place, departed_on, route order by departed_on, min(event_id::text), min(part) limit 200`.execute(tx)
  return found.rows
}
export async function listStaysOf(tx: Tx, tenant: string, lots: readonly string[]): Promise<readonly StayRow[]> {
  const found = await sql<StayRow>`
    select min(place) as place, min(in_on) as since, max(out_on) as until from lot_stay
    where tenant_id = ${tenant} and lot_id = any(${[...lots]}::uuid[]) group by depot_id, upper(place) order by 2, 1 limit 200`.execute(tx)
  return found.rows
}
/** Without a leg of their own. */
export async function listUnwritten(tx: Tx, tenant: string, lots: readonly string[]): Promise<readonly SentRow[]> {
  const found = await sql<SentRow>`
    select t.from_id as "from", t.to_id as "to", t.sent_on as since, max(coalesce(t.received_on, t.sent_on)) as until from transfer t
    where t.tenant_id = ${tenant} and t.lot_id = any(${[...lots]}::uuid[])
      and not exists (select from transfer_leg g where g.tenant_id = t.tenant_id and g.transfer_id = t.event_id)
    group by t.from_id, t.to_id, t.sent_on order by t.sent_on, 1, 2 limit 200`.execute(tx)
  return found.rows
}

export interface WeighedRow {
  readonly site: string
  readonly mineral: string
  readonly grams: number
  readonly lots: number
}
export async function sumWeighed(
  tx: Tx,
  tenant: string,
  { sites, from, until }: { readonly sites: readonly string[]; readonly from: string; readonly until: string },
): Promise<readonly WeighedRow[]> {
  const found = await sql<WeighedRow>`
    select site_id as site, mineral, sum(mass_grams)::bigint as grams, count(*)::int as lots from lot
    where tenant_id = ${tenant} and site_id = any(${[...sites]}::uuid[]) and voided_at is null
      and coalesce(produced_on, formed_on) between ${from}::date and ${until}::date
      and not exists (select from lot_input i where i.tenant_id = lot.tenant_id and i.lot_id = lot.id)
    group by 1, 2 order by 1, 2`.execute(tx)
  return found.rows
}
