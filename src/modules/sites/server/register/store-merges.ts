/*
Merged records, parts of sites, settled places and identifiers in SQL. A merge writes one column at the duplicate; every reader of
facts resolves it, nothing else is touched.
*/
import { type RawBuilder, sql } from 'kysely'
import type { Position } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { PlaceVerdict } from '../../contract-register.ts'
import type { Disagreement } from '../../domain/register/register-rules.ts'

/** The survivor is touched too, so that whatever keeps its facts in memory reads them again. */
export async function mergeSite(
  tx: Tx,
  tenant: string,
  merge: { readonly site: string; readonly id: string; readonly into: string; readonly reason: string; readonly at: string },
): Promise<void> {
  await sql`update site set merged_into = ${merge.into}, merged_at = ${merge.at} where tenant_id = ${tenant} and id = ${merge.site}`.execute(
    tx,
  )
  await sql`update site set merged_at = merged_at where tenant_id = ${tenant} and id = ${merge.into}`.execute(tx)
  await sql`
    insert into site_merge (tenant_id, site_id, id, into_id, reason, merged_at)
    values (${tenant}, ${merge.site}, ${merge.id}, ${merge.into}, ${merge.reason}, ${merge.at})`.execute(tx)
}

export async function unmergeSite(
  tx: Tx,
  tenant: string,
  undo: { readonly site: string; readonly reason: string; readonly at: string },
): Promise<void> {
  await sql`
    update site set merged_at = merged_at where tenant_id = ${tenant}
      and id = (select merged_into from site where tenant_id = ${tenant} and id = ${undo.site})`.execute(tx)
  await sql`update site set merged_into = null, merged_at = null where tenant_id = ${tenant} and id = ${undo.site}`.execute(tx)
  await sql`
    update site_merge set unmerged_at = ${undo.at}, unmerge_reason = ${undo.reason}
    where tenant_id = ${tenant} and site_id = ${undo.site} and unmerged_at is null`.execute(tx)
}

export interface MergeRow {
  readonly site_id: string
  readonly into_id: string
  readonly reason: string
  readonly merged_at: string
  readonly unmerged_at: string | null
  readonly unmerge_reason: string | null
}
/** Every merge that the record took part in, on either side, newest first. */
export async function listMergeRows(tx: Tx, tenant: string, site: string): Promise<readonly MergeRow[]> {
  const found = await sql<MergeRow>`
    select site_id, into_id, reason, merged_at, unmerged_at, unmerge_reason from site_merge
    where tenant_id = ${tenant} and (site_id = ${site} or into_id = ${site}) order by merged_at desc, id desc`.execute(tx)
  return found.rows
}

/** The record, its survivor and all that were merged into that one. */
export async function listFamily(tx: Tx, tenant: string, site: string): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`select site_family(${tenant}, ${site}) as id order by 1`.execute(tx)
  return found.rows.map((row) => row.id)
}

/** In a statement: the record that stands for the one in the column, as the register is now. */
export const survivorIn = (tenant: string, column: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`coalesce((select record.merged_into from site record where record.tenant_id = ${tenant} and record.id = ${column}), ${column})`

/** The record that stands for the named one: itself unless it was merged. */
export async function findSurvivor(tx: Tx, tenant: string, site: string): Promise<string> {
  const found = await sql<{ id: string }>`
    select coalesce(merged_into, id) as id from site where tenant_id = ${tenant} and id = ${site}`.execute(tx)
  return found.rows[0]?.id ?? site
}

export async function countDuplicates(tx: Tx, tenant: string, site: string): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from site where tenant_id = ${tenant} and merged_into = ${site}`.execute(
    tx,
  )
  return found.rows[0]?.n ?? 0
}

export async function setParent(
  tx: Tx,
  tenant: string,
  part: { readonly site: string; readonly parent: string | null; readonly version: number; readonly at: string },
): Promise<void> {
  await sql`
    update site set parent_site = ${part.parent}, register_version = ${part.version}, corrected_at = ${part.at}
    where tenant_id = ${tenant} and id = ${part.site}`.execute(tx)
}

/** Its parent, that one's parent, and so on; a ring that an import wrote ends where it closes. */
export async function listAncestors(tx: Tx, tenant: string, site: string): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    with recursive above (id) as (
      select parent_site from site where tenant_id = ${tenant} and id = ${site} and parent_site is not null
      union
      select site.parent_site from site join above on site.id = above.id where site.tenant_id = ${tenant} and site.parent_site is not null
    ) select id from above`.execute(tx)
  return found.rows.map((row) => row.id)
}

export interface RelativeRow {
  readonly id: string
  readonly name: string
  readonly national_id: string
  readonly parent_site: string | null
  readonly merged_into: string | null
}
/** Parts of any of the named records. */
export async function listParts(tx: Tx, tenant: string, sites: readonly string[]): Promise<readonly RelativeRow[]> {
  const found = await sql<RelativeRow>`
    select id, name, national_id, parent_site, merged_into from site
    where tenant_id = ${tenant} and parent_site = any(${[...sites]}::uuid[]) order by name, id`.execute(tx)
  return found.rows
}

/** Links between records of the whole register: who is part of whom, who was merged into whom. */
export async function listLinks(tx: Tx, tenant: string): Promise<readonly Pick<RelativeRow, 'id' | 'parent_site' | 'merged_into'>[]> {
  const found = await sql<RelativeRow>`
    select id, parent_site, merged_into from site
    where tenant_id = ${tenant} and (parent_site is not null or merged_into is not null) order by id`.execute(tx)
  return found.rows
}

export interface CandidateRow extends Pick<RelativeRow, 'id' | 'name' | 'national_id' | 'parent_site'> {
  readonly aliases: readonly string[]
  readonly latitude: number | null
  readonly longitude: number | null
}
/** Records that may be the same place as one at `near`, within `degrees` of it; those without a position are among them. */
export async function listCandidates(
  tx: Tx,
  tenant: string,
  { near, degrees }: { readonly near: Position | null; readonly degrees: number },
): Promise<readonly CandidateRow[]> {
  const { latitude = 0, longitude = 0 } = near ?? {}
  const found = await sql<CandidateRow>`
    select id, name, national_id, parent_site, aliases, latitude, longitude from site
    where tenant_id = ${tenant} and merged_into is null and (${near === null} or latitude is null
      or (latitude between ${latitude - degrees} and ${latitude + degrees} and longitude between ${longitude - degrees} and ${longitude + degrees}))
    order by id`.execute(tx)
  return found.rows
}

export interface SettledRow {
  readonly site_id: string
  readonly verdict: PlaceVerdict
  readonly reason: string
  readonly disagreement: Disagreement
  readonly organisation_id: string | null
  readonly role: string | null
  readonly settled_at: string
}
export async function insertSettled(tx: Tx, tenant: string, row: SettledRow & { readonly id: string }): Promise<void> {
  await sql`
    insert into site_place_settled (tenant_id, site_id, id, verdict, reason, disagreement, organisation_id, role, settled_at)
    values (${tenant}, ${row.site_id}, ${row.id}, ${row.verdict}, ${row.reason}, ${JSON.stringify(row.disagreement)}::jsonb, ${row.organisation_id},
      ${row.role}, ${row.settled_at})`.execute(tx)
}
/** The newest word on each site's place; of one site when it is named. */
export async function listSettled(tx: Tx, tenant: string, site: string | null): Promise<readonly SettledRow[]> {
  const found = await sql<SettledRow>`
    select distinct on (site_id) site_id, verdict, reason, disagreement, organisation_id, role, settled_at from site_place_settled
    where tenant_id = ${tenant} and (${site}::uuid is null or site_id = ${site}::uuid) order by site_id, settled_at desc, id desc`.execute(
    tx,
  )
  return found.rows
}

export async function readIcglrIdOf(tx: Tx, tenant: string, row: { readonly site: string; readonly icglrId: string }): Promise<void> {
  await sql`update site set icglr_id = ${row.icglrId} where tenant_id = ${tenant} and id = ${row.site}`.execute(tx)
}
export async function isIcglrIdTaken(tx: Tx, tenant: string, icglrId: string): Promise<boolean> {
  return (await sql`select 1 from site where tenant_id = ${tenant} and icglr_id = ${icglrId} limit 1`.execute(tx)).rows.length > 0
}
