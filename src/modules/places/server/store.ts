/*
Boundaries as rows: one file per level, replaced as a whole in one transaction. Reading them all costs some tens of milliseconds,
so it is done once per version (see gazetteer-cache.ts).
*/
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Area, AreaLevel } from '../contract.ts'
import type { BoundedArea } from '../domain/gazetteer.ts'
import { type Polygons, boxOf } from '../domain/point-in-area.ts'

export interface BoundaryVersion {
  readonly level: AreaLevel
  readonly sha256: string
  readonly previousSha256: string | null
  readonly features: number
}

export async function listVersions(tx: Tx, tenant: string): Promise<readonly BoundaryVersion[]> {
  const found = await sql<BoundaryVersion>`
    select level, sha256, previous_sha256 as "previousSha256", features from boundary_version
    where tenant_id = ${tenant} order by level`.execute(tx)
  return found.rows
}

/** Which list of which country stands at a level: `MN*territoire` with its hash. */
export async function listListVersions(tx: Tx, tenant: string): Promise<readonly string[]> {
  const found = await sql<{ name: string }>`
    select country || '*' || level || '=' || sha256 as name from area_list where tenant_id = ${tenant} order by country, level`.execute(tx)
  return found.rows.map(({ name }) => name)
}
export async function listListedAreas(tx: Tx, tenant: string): Promise<readonly Area[]> {
  const found = await sql<{
    areas: readonly Area[]
  }>`select areas from area_list where tenant_id = ${tenant} order by country, level`.execute(tx)
  return found.rows.flatMap(({ areas }) => areas)
}
/** True where the same list stood already. */
export async function replaceAreaList(
  tx: Tx,
  tenant: string,
  {
    country,
    level,
    sha256,
    areas,
  }: { readonly country: string; readonly level: AreaLevel; readonly sha256: string; readonly areas: readonly Area[] },
): Promise<boolean> {
  const there = await sql`
    select 1 from area_list where tenant_id = ${tenant} and country = ${country} and level = ${level} and sha256 = ${sha256}`.execute(tx)
  if (there.rows.length > 0) return true
  await sql`
    insert into area_list (tenant_id, country, level, sha256, areas)
    values (${tenant}, ${country}, ${level}, ${sha256}, ${JSON.stringify(areas)}::jsonb)
    on conflict (tenant_id, country, level) do update set sha256 = excluded.sha256, areas = excluded.areas`.execute(tx)
  return false
}

/** Until the transaction ends nobody else replaces boundaries of this tenant: two files at once come one after the other. */
export async function lockBoundaries(tx: Tx, tenant: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`chanzo-boundaries ${tenant}`}, 0))`.execute(tx)
}

export interface ToldImports {
  /** Of the file that the log heard of last; `null` before the first. */
  readonly sha256: string | null
  readonly count: number
}
/** What the log holds of the imports of one level; `subject` names the level. */
export async function findToldImports(tx: Tx, tenant: string, subject: string): Promise<ToldImports> {
  const found = await sql<{ sha256: string; count: number }>`
    select payload ->> 'sha256' as sha256, subject_version as count from log_event
    where tenant_id = ${tenant} and subject = ${subject} order by subject_version desc limit 1`.execute(tx)
  return found.rows[0] ?? { sha256: null, count: 0 }
}

/** Takes the place of what was imported for this level before. */
export async function replaceLevel(tx: Tx, tenant: string, version: BoundaryVersion): Promise<void> {
  await sql`delete from area where tenant_id = ${tenant} and level = ${version.level}`.execute(tx)
  await sql`
    insert into boundary_version (tenant_id, level, sha256, previous_sha256, features)
    values (${tenant}, ${version.level}, ${version.sha256}, ${version.previousSha256}, ${version.features})
    on conflict (tenant_id, level) do update
      set sha256 = excluded.sha256, previous_sha256 = excluded.previous_sha256, features = excluded.features`.execute(tx)
}

export async function insertAreas(tx: Tx, tenant: string, areas: readonly BoundedArea[]): Promise<void> {
  const rows = areas.map(({ area, polygons }) => ({ tenant_id: tenant, ...area, bbox: boxOf(polygons), geometry: polygons }))
  await sql`
    insert into area (tenant_id, code, level, name, kind, iso, parent, bbox, geometry)
    select tenant_id, code, level, name, kind, iso, parent, bbox, geometry
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as one (tenant_id text, code text, level text, name text, kind text, iso text, parent text, bbox double precision[], geometry jsonb)`.execute(
    tx,
  )
}

export async function listBoundedAreas(tx: Tx, tenant: string): Promise<readonly BoundedArea[]> {
  const found = await sql<AreaRow>`
    select code, level, name, kind, iso, parent, geometry from area where tenant_id = ${tenant} order by code`.execute(tx)
  return found.rows.map(({ geometry, ...row }) => ({ area: rowToArea(row), polygons: geometry }))
}

interface AreaRow {
  readonly code: string
  readonly level: AreaLevel
  readonly name: string
  readonly kind: string
  readonly iso: string | null
  readonly parent: string | null
  readonly geometry: Polygons
}
const rowToArea = ({ iso, parent, ...row }: Omit<AreaRow, 'geometry'>): Area => ({
  ...row,
  ...(iso === null ? {} : { iso }),
  ...(parent === null ? {} : { parent }),
})
