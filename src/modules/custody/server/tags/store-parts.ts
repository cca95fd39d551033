/*
Parts of batches: which numbers were given to which site, what became of them, and which were taken out for a day. Counting goes
over the rows of used and declared tags of a part, which its key makes a walk in order.
*/
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface PartRow {
  readonly batch: string
  readonly issuer: string
  readonly series: string
  readonly digits: number
  readonly checkDigit: 'none' | 'luhn'
  readonly from: number
  readonly to: number
  readonly site: string
  readonly allocatedOn: string
  readonly receivedOn: string | null
}
export type PartsOf = { readonly site: string } | { readonly batch: string } | { readonly request: string }

/** Newest first, at most 500. */
export async function listParts(tx: Tx, tenant: string, of: PartsOf): Promise<readonly PartRow[]> {
  const wanted: RawBuilder<unknown> =
    'site' in of
      ? sql`p.site_id = ${of.site}::uuid`
      : 'batch' in of
        ? sql`p.batch_id = ${of.batch}::uuid`
        : sql`p.request_id = ${of.request}::uuid`
  const found = await sql<PartRow>`
    select p.batch_id as batch, issuer, series, digits, check_digit as "checkDigit", p.from_number as "from", p.to_number as "to",
      p.site_id as site, p.allocated_on as "allocatedOn", p.received_on as "receivedOn"
    from tag_part p join tag_batch b on b.tenant_id = p.tenant_id and b.id = p.batch_id
    where p.tenant_id = ${tenant} and ${wanted}
    order by p.allocated_on desc, b.id, p.from_number limit 500`.execute(tx)
  return found.rows
}

/** Sites that were given some of the numbers, each once. */
export async function listSitesOfRun(
  tx: Tx,
  tenant: string,
  run: { readonly batch: string; readonly from: number; readonly to: number },
): Promise<readonly string[]> {
  const found = await sql<{ readonly site: string }>`
    select distinct site_id as site from tag_part
    where tenant_id = ${tenant} and batch_id = ${run.batch}::uuid and from_number <= ${run.to} and to_number >= ${run.from}`.execute(tx)
  return found.rows.map((row) => row.site)
}

export async function insertPart(
  tx: Tx,
  tenant: string,
  part: { batch: string; from: number; to: number; site: string; allocatedOn: string; request: string | null },
): Promise<void> {
  await sql`
    insert into tag_part (tenant_id, batch_id, from_number, to_number, site_id, allocated_on, request_id)
    values (${tenant}, ${part.batch}, ${part.from}, ${part.to}, ${part.site}, ${part.allocatedOn}, ${part.request})`.execute(tx)
}

export async function setPartsReceived(tx: Tx, tenant: string, request: string, receivedOn: string): Promise<void> {
  await sql`update tag_part set received_on = ${receivedOn} where tenant_id = ${tenant} and request_id = ${request}`.execute(tx)
}

export async function countAssigned(tx: Tx, tenant: string, request: string): Promise<number> {
  const found = await sql<{ readonly n: number }>`
    select coalesce(sum(to_number - from_number + 1), 0)::bigint as n from tag_part
    where tenant_id = ${tenant} and request_id = ${request}`.execute(tx)
  return found.rows[0]?.n ?? 0
}

export interface SiteTags {
  readonly site: string
  readonly given: number
  readonly used: number
  readonly declared: number
}
/** Mine tags by site; of these sites, or of all that were ever given any. */
export async function countTagsOfSites(tx: Tx, tenant: string, sites: readonly string[] | null): Promise<readonly SiteTags[]> {
  const found = await sql<SiteTags>`
    select p.site_id as site, sum(p.to_number - p.from_number + 1)::bigint as given, sum(spent.used)::bigint as used,
      sum(spent.declared)::bigint as declared
    from tag_part p join tag_batch b on b.tenant_id = p.tenant_id and b.id = p.batch_id and b.tag_type = 'mine',
      lateral (select count(*) filter (where t.lot_id is not null) as used, count(*) filter (where t.lot_id is null) as declared
        from tag t where t.tenant_id = p.tenant_id and t.batch_id = p.batch_id and t.number between p.from_number and p.to_number) as spent
    where p.tenant_id = ${tenant} and (${sites === null} or p.site_id = any(${[...(sites ?? [])]}::uuid[]))
    group by p.site_id order by p.site_id`.execute(tx)
  return found.rows
}

/** Mine tags given to a site from a day on. */
export async function countGivenSince(tx: Tx, tenant: string, { site, since }: { readonly site: string; readonly since: string }) {
  const found = await sql<{ readonly n: number }>`
    select coalesce(sum(p.to_number - p.from_number + 1), 0)::bigint as n
    from tag_part p join tag_batch b on b.tenant_id = p.tenant_id and b.id = p.batch_id and b.tag_type = 'mine'
    where p.tenant_id = ${tenant} and p.site_id = ${site} and p.allocated_on >= ${since}`.execute(tx)
  return found.rows[0]?.n ?? 0
}

/** Whether all numbers of the range were given to the site, in whatever parts. */
export async function isGivenTo(
  tx: Tx,
  tenant: string,
  wanted: { readonly site: string; readonly batch: string; readonly from: number; readonly to: number },
): Promise<boolean> {
  const { batch, from, to } = wanted
  const found = await sql<{ readonly n: number }>`
    select coalesce(sum(least(to_number, ${to}) - greatest(from_number, ${from}) + 1), 0)::bigint as n from tag_part
    where tenant_id = ${tenant} and batch_id = ${batch} and site_id = ${wanted.site} and from_number <= ${to} and to_number >= ${from}`.execute(
    tx,
  )
  return (found.rows[0]?.n ?? 0) === to - from + 1
}

/** Masses of the last bags of the site that are not voided; gold is left out. */
export async function listBagMasses(tx: Tx, tenant: string, site: string): Promise<readonly number[]> {
  const found = await sql<{ readonly grams: number }>`
    select mass_grams as grams from lot
    where tenant_id = ${tenant} and site_id = ${site} and kind = 'bag' and mineral <> 'Au' and voided_at is null
    order by id desc limit 200`.execute(tx)
  return found.rows.map((row) => row.grams)
}
