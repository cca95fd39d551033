/*
Rows of tag batches and of the tags that were used or declared. A printed tag that nothing happened to has no row: a batch of a
million costs one. Finding the batch of a number is one index look-up by series.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface TagBatchRow {
  readonly id: string
  readonly issuer: string
  readonly tagType: string
  readonly series: string
  readonly digits: number
  readonly from: number
  readonly to: number
  readonly checkDigit: 'none' | 'luhn'
  readonly receivedOn: string
  /** Of a look-up by number: the site to which that number was given; else of a batch given whole. */
  readonly site: string | null
  readonly allocatedOn: string | null
  readonly gs1Key: string | null
}
const printColumns = sql`
  tag_batch.id, issuer, tag_type as "tagType", series, digits, tag_batch.from_number as "from", tag_batch.to_number as "to",
  check_digit as "checkDigit", tag_batch.received_on as "receivedOn", gs1_key as "gs1Key"`
const batchColumns = sql`${printColumns}, tag_batch.site_id as site, tag_batch.allocated_on as "allocatedOn"`

export async function insertTagBatch(
  tx: Tx,
  tenant: string,
  row: Omit<TagBatchRow, 'site' | 'allocatedOn' | 'gs1Key'> & { readonly learnedAt: string; readonly gs1Key?: string | undefined },
): Promise<void> {
  await sql`
    insert into tag_batch (tenant_id, id, issuer, tag_type, series, digits, from_number, to_number, check_digit, received_on, gs1_key, learned_at)
    values (${tenant}, ${row.id}, ${row.issuer}, ${row.tagType}, ${row.series}, ${row.digits}, ${row.from}, ${row.to}, ${row.checkDigit}, ${row.receivedOn},
      ${row.gs1Key ?? null}, ${row.learnedAt})`.execute(tx)
}

/** A batch given whole is one part. */
export async function setBatchSite(tx: Tx, tenant: string, row: { id: string; site: string; allocatedOn: string }): Promise<void> {
  await sql`update tag_batch set site_id = ${row.site}, allocated_on = ${row.allocatedOn} where tenant_id = ${tenant} and id = ${row.id}`.execute(
    tx,
  )
  await sql`
    insert into tag_part (tenant_id, batch_id, from_number, to_number, site_id, allocated_on)
    select tenant_id, id, from_number, to_number, site_id, allocated_on from tag_batch
    where tenant_id = ${tenant} and id = ${row.id}`.execute(tx)
}

/** The batch of one issuer that holds some of these numbers already. */
export async function findOverlap(
  tx: Tx,
  tenant: string,
  range: { readonly issuer: string; readonly series: string; readonly from: number; readonly to: number },
): Promise<TagBatchRow | null> {
  const found = await sql<TagBatchRow>`
    select ${batchColumns} from tag_batch
    where tenant_id = ${tenant} and series = ${range.series} and issuer = ${range.issuer}
      and from_number <= ${range.to} and to_number >= ${range.from}
    order by from_number limit 1`.execute(tx)
  return found.rows[0] ?? null
}

/** Batches with this prefix in which one of the two readings of the digits (with and without a check digit) lies. */
export async function listBatchesBySeries(
  tx: Tx,
  tenant: string,
  tag: { readonly series: string; readonly whole: number; readonly withoutCheck: number },
): Promise<readonly TagBatchRow[]> {
  const found = await sql<TagBatchRow>`
    select ${printColumns}, part.site_id as site, part.allocated_on as "allocatedOn"
    from tag_batch left join tag_part part on part.tenant_id = tag_batch.tenant_id and part.batch_id = tag_batch.id
      and case check_digit when 'none' then ${tag.whole}::bigint else ${tag.withoutCheck}::bigint end between part.from_number and part.to_number
    where tag_batch.tenant_id = ${tenant} and series = ${tag.series}
      and ((check_digit = 'none' and ${tag.whole} between tag_batch.from_number and tag_batch.to_number)
        or (check_digit = 'luhn' and ${tag.withoutCheck} between tag_batch.from_number and tag_batch.to_number))
    order by tag_batch.received_on, tag_batch.id`.execute(tx)
  return found.rows
}

export interface TagRow {
  readonly number: number
  readonly state: string
  readonly changedOn: string
  readonly lot: string | null
  /** What an unused one was declared as; stays when it is destroyed. */
  readonly declaredAs: string | null
}
const tagColumns = sql`number, state, changed_on as "changedOn", lot_id as lot, declared_as as "declaredAs"`
export async function listTagRows(
  tx: Tx,
  tenant: string,
  range: { readonly batch: string; readonly from: number; readonly to: number },
): Promise<readonly TagRow[]> {
  const found = await sql<TagRow>`
    select ${tagColumns} from tag
    where tenant_id = ${tenant} and batch_id = ${range.batch} and number between ${range.from} and ${range.to} order by number`.execute(tx)
  return found.rows
}

/** The lowest declared numbers of a batch, at most `most`; tags on bags are left out. */
export async function listDeclaredTags(
  tx: Tx,
  tenant: string,
  { batch, most }: { readonly batch: string; readonly most: number },
): Promise<readonly TagRow[]> {
  const found = await sql<TagRow>`
    select ${tagColumns} from tag
    where tenant_id = ${tenant} and batch_id = ${batch} and lot_id is null order by number limit ${most}`.execute(tx)
  return found.rows
}

/** The first use makes the row; a use after another use or after a declaration makes the tag suspect and keeps the first lot. */
export async function recordTagUse(
  tx: Tx,
  tenant: string,
  use: { batch: string; number: number; lot: string; usedOn: string },
): Promise<void> {
  await sql`
    insert into tag (tenant_id, batch_id, number, state, changed_on, lot_id)
    values (${tenant}, ${use.batch}, ${use.number}, 'used', ${use.usedOn}, ${use.lot})
    on conflict (tenant_id, batch_id, number) do update set state = 'suspect', lot_id = coalesce(tag.lot_id, excluded.lot_id)`.execute(tx)
}

/** The same for numbers that differ from one another, in one statement. */
export async function recordTagUses(
  tx: Tx,
  tenant: string,
  uses: readonly { batch: string; number: number; lot: string; usedOn: string }[],
): Promise<void> {
  if (uses.length === 0) return
  await sql`
    insert into tag (tenant_id, batch_id, number, state, changed_on, lot_id)
    select ${tenant}, batch, number, 'used', "usedOn", lot
    from jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) as one (batch uuid, number bigint, lot uuid, "usedOn" date)
    on conflict (tenant_id, batch_id, number) do update set state = 'suspect', lot_id = coalesce(tag.lot_id, excluded.lot_id)`.execute(tx)
}

/** Numbers that have a row already keep it. One statement, one row per number of the range. */
export async function recordTagDeclaration(
  tx: Tx,
  tenant: string,
  declared: { batch: string; from: number; to: number; as: string; declaredOn: string; reason: string; daysLate?: number | undefined },
): Promise<void> {
  await sql`
    insert into tag (tenant_id, batch_id, number, state, changed_on, reason, declared_as, days_late)
    select ${tenant}, ${declared.batch}::uuid, number, ${declared.as}, ${declared.declaredOn}::date, ${declared.reason}, ${declared.as},
      ${declared.daysLate ?? null}::integer
    from generate_series(${declared.from}::bigint, ${declared.to}::bigint) as number
    on conflict do nothing`.execute(tx)
}

export type TagBatchCounted = TagBatchRow & {
  readonly used: number
  readonly declared: number
  readonly given: number
  readonly sites: number
}
const counted = sql`
  (select count(*) from tag t where t.tenant_id = tag_batch.tenant_id and t.batch_id = tag_batch.id and t.lot_id is not null) as used,
  (select count(*) from tag t where t.tenant_id = tag_batch.tenant_id and t.batch_id = tag_batch.id and t.lot_id is null) as declared,
  parts.given, parts.sites, parts.site, parts."allocatedOn"`
const withParts = sql`tag_batch, lateral (
  select coalesce(sum(p.to_number - p.from_number + 1), 0)::bigint as given, count(distinct p.site_id) as sites,
    case when count(distinct p.site_id) = 1 then min(p.site_id::text)::uuid end as site, min(p.allocated_on) as "allocatedOn"
  from tag_part p where p.tenant_id = tag_batch.tenant_id and p.batch_id = tag_batch.id) as parts`

/** Newest first, at most 200; with a part of one of these sites when they are given. */
export async function listTagBatches(tx: Tx, tenant: string, sites: readonly string[] | null): Promise<readonly TagBatchCounted[]> {
  const ofSites =
    sites === null
      ? sql`true`
      : sql`exists (select from tag_part p
    where p.tenant_id = ${tenant} and p.batch_id = tag_batch.id and p.site_id = any(${[...sites]}::uuid[]))`
  const found = await sql<TagBatchCounted>`
    select ${printColumns}, ${counted} from ${withParts}
    where tenant_id = ${tenant} and ${ofSites} order by received_on desc, tag_batch.id desc limit 200`.execute(tx)
  return found.rows
}

/** How a batch is printed, without counting what became of its tags: for every bag that arrives. */
export async function findTagPrint(tx: Tx, tenant: string, id: string): Promise<TagBatchRow | null> {
  const found = await sql<TagBatchRow>`select ${batchColumns} from tag_batch where tenant_id = ${tenant} and id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}

export async function listTagPrints(tx: Tx, tenant: string, ids: readonly string[]): Promise<readonly TagBatchRow[]> {
  const found = await sql<TagBatchRow>`
    select ${batchColumns} from tag_batch where tenant_id = ${tenant} and id = any(${[...ids]}::uuid[])`.execute(tx)
  return found.rows
}

export async function findTagBatch(tx: Tx, tenant: string, id: string): Promise<TagBatchCounted | null> {
  const found =
    await sql<TagBatchCounted>`select ${printColumns}, ${counted} from ${withParts} where tenant_id = ${tenant} and id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}
