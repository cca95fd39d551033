/*
The register of sites in SQL. Lists read every site of a tenant in one statement and are filtered in `domain/site-filter.ts`: at
10,000 sites that is one scan of some megabytes, and one place for the meaning of a filter.
*/
import { sql } from 'kysely'
import type { Infer, Position } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { PositionOrigin, StatedPlace } from '../../../places/contract.ts'
import type { ActivityStatus, FactSource, Mineral } from '../../contract-observations.ts'

/** Where a site counts as lying, for lists and territories: by its position, else by what the papers say. */
export interface PlaceRow {
  readonly province_code: string | null
  readonly territoire_code: string | null
  readonly place_basis: 'computed' | 'stated' | 'none'
}
export interface SiteTableRow extends PlaceRow {
  readonly id: string
  readonly national_id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly country: string
  readonly icglr_id: string | null
  readonly minerals: readonly Mineral[]
  readonly latitude: number | null
  readonly longitude: number | null
  readonly position_origin: Infer<typeof PositionOrigin> | null
  readonly stated: StatedPlace
  readonly activity: Infer<typeof ActivityStatus> | null
  readonly source: FactSource
  readonly registered_on: string
  readonly registered_at: string
  readonly parent_site: string | null
  /** The record that stands for this one since they were merged: one step, never a chain. */
  readonly merged_into: string | null
  /** Version of the site at the last change of its register. */
  readonly register_version: number
  readonly corrected_at: string | null
}
type NewSite = Omit<SiteTableRow, 'icglr_id' | 'merged_into' | 'corrected_at'>

const columns = sql`id, national_id, name, aliases, country, icglr_id, minerals, latitude, longitude, position_origin, stated, province_code,
  territoire_code, place_basis, activity, source, registered_on, registered_at, parent_site, merged_into, register_version, corrected_at`

/** A second registration of the same id adds nothing: an observation may repeat. */
export async function insertSite(tx: Tx, tenant: string, site: NewSite): Promise<void> {
  await sql`
    insert into site (tenant_id, id, national_id, name, aliases, country, minerals, latitude, longitude, position_origin, stated,
      province_code, territoire_code, place_basis, activity, parent_site, source, registered_on, registered_at, register_version)
    values (${tenant}, ${site.id}, ${site.national_id}, ${site.name}, ${json(site.aliases)}, ${site.country}, ${json(site.minerals)},
      ${site.latitude}, ${site.longitude}, ${site.position_origin}, ${json(site.stated)}, ${site.province_code}, ${site.territoire_code},
      ${site.place_basis}, ${site.activity}, ${site.parent_site}, ${json(site.source)}, ${site.registered_on}, ${site.registered_at},
      ${site.register_version})
    on conflict do nothing`.execute(tx)
}

/** Columns that are absent in `change` stay as they are. */
export async function correctSite(
  tx: Tx,
  tenant: string,
  change: { readonly id: string; readonly at: string; readonly version: number } & Partial<
    Pick<SiteTableRow, 'name' | 'aliases' | 'minerals' | 'stated' | 'activity'>
  >,
): Promise<void> {
  await sql`
    update site set name = coalesce(${change.name ?? null}, name),
      aliases = coalesce(${change.aliases ? JSON.stringify(change.aliases) : null}::jsonb, aliases),
      minerals = coalesce(${change.minerals ? JSON.stringify(change.minerals) : null}::jsonb, minerals),
      stated = coalesce(${change.stated ? JSON.stringify(change.stated) : null}::jsonb, stated),
      activity = coalesce(${change.activity ?? null}, activity), corrected_at = ${change.at}, register_version = ${change.version}
    where tenant_id = ${tenant} and id = ${change.id}`.execute(tx)
}

export async function moveSite(
  tx: Tx,
  tenant: string,
  move: { readonly id: string; readonly at: Position | null; readonly origin: string | null } & PlaceRow,
): Promise<void> {
  await sql`
    update site set latitude = ${move.at?.latitude ?? null}, longitude = ${move.at?.longitude ?? null}, position_origin = ${move.origin},
      province_code = ${move.province_code}, territoire_code = ${move.territoire_code}, place_basis = ${move.place_basis}
    where tenant_id = ${tenant} and id = ${move.id}`.execute(tx)
}

export async function setIcglrId(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly icglrId: string; readonly serial: number },
): Promise<void> {
  await sql`update site set icglr_id = ${row.icglrId}, icglr_serial = ${row.serial} where tenant_id = ${tenant} and id = ${row.id}`.execute(
    tx,
  )
}

export async function listSiteRows(tx: Tx, tenant: string, knownAt: string): Promise<readonly SiteTableRow[]> {
  const found =
    await sql<SiteTableRow>`select ${columns} from site where tenant_id = ${tenant} and registered_at <= ${knownAt} order by name, id`.execute(
      tx,
    )
  return found.rows
}

/** Of the named sites those that the register holds, in no particular order. */
export async function siteRowsById(tx: Tx, tenant: string, ids: readonly string[]): Promise<readonly SiteTableRow[]> {
  if (ids.length === 0) return []
  const found = await sql<SiteTableRow>`select ${columns} from site where tenant_id = ${tenant} and id = any(${[...ids]}::uuid[])`.execute(
    tx,
  )
  return found.rows
}

/** Sites in one of the areas, and those that lie nowhere known. */
export async function listSiteIdsWithin(tx: Tx, tenant: string, codes: readonly string[]): Promise<readonly string[]> {
  const areas = [...codes]
  const found = await sql<{ id: string }>`
    select id from site where tenant_id = ${tenant} and (province_code = any(${areas}) or territoire_code = any(${areas})
      or (province_code is null and territoire_code is null)) order by id`.execute(tx)
  return found.rows.map((row) => row.id)
}

/** Sites that carry one of the ICGLR identifiers and were not merged into another. */
export async function siteRowsByIcglrId(tx: Tx, tenant: string, icglrIds: readonly string[]): Promise<readonly SiteTableRow[]> {
  const found = await sql<SiteTableRow>`
    select ${columns} from site where tenant_id = ${tenant} and icglr_id = any(${[...icglrIds]}) and merged_into is null order by id`.execute(
    tx,
  )
  return found.rows
}

export const findSiteRow = async (tx: Tx, tenant: string, id: string): Promise<SiteTableRow | null> =>
  (await siteRowsById(tx, tenant, [id]))[0] ?? null

/** By national key; the oldest when several carry it. */
export async function findSiteByKey(tx: Tx, tenant: string, key: string): Promise<SiteTableRow | null> {
  const found = await sql<SiteTableRow>`
    select ${columns} from site where tenant_id = ${tenant} and national_id = ${key} order by registered_at, id limit 1`.execute(tx)
  return found.rows[0] ?? null
}

export async function isNationalIdTaken(tx: Tx, tenant: string, nationalId: string): Promise<boolean> {
  const found = await sql`select 1 from site where tenant_id = ${tenant} and national_id = ${nationalId} limit 1`.execute(tx)
  return found.rows.length > 0
}

export async function nextIcglrSerial(tx: Tx, tenant: string, country: string): Promise<number> {
  const found = await sql<{
    newest: number | null
  }>`select max(icglr_serial) as newest from site where tenant_id = ${tenant} and country = ${country}`.execute(tx)
  return (found.rows[0]?.newest ?? 0) + 1
}

/** Every site's position and stated place, for finding places anew when boundaries change. */
export async function listPositions(
  tx: Tx,
  tenant: string,
): Promise<readonly Pick<SiteTableRow, 'id' | 'latitude' | 'longitude' | 'position_origin' | 'stated'>[]> {
  const found =
    await sql<SiteTableRow>`select id, latitude, longitude, position_origin, stated from site where tenant_id = ${tenant} order by id`.execute(
      tx,
    )
  return found.rows
}

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

export async function tenantsOfSites(tx: Tx, ids: readonly string[]): Promise<readonly string[]> {
  const found = await sql<{
    tenant_id: string
  }>`select distinct tenant_id from site where id = any(${[...ids]}::uuid[]) order by tenant_id`.execute(tx)
  return found.rows.map((row) => row.tenant_id)
}
