/* Reads for many bags at once: lots by tag and by number, printed batches and parts of tags. One statement each, whatever the number. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { KnownBag } from '../../contract-bulk.ts'
import type { TagBatchRow } from '../tags/store-tags.ts'

export async function listTagged(
  tx: Tx,
  tenant: string,
  tags: readonly string[],
): Promise<readonly (KnownBag & { readonly issuer: string | null })[]> {
  if (tags.length === 0) return []
  const found = await sql<KnownBag & { readonly issuer: string | null }>`
    select id as lot, number, tag, tag_issuer as issuer, site_id as site, mass_grams as "massGrams", produced_on as "producedOn"
    from lot where tenant_id = ${tenant} and tag = any(${[...tags]}::text[]) and voided_at is null order by learned_at, id`.execute(tx)
  return found.rows
}

export async function listTakenNumbers(tx: Tx, tenant: string, numbers: readonly string[]): Promise<readonly string[]> {
  const found = await sql<{
    number: string
  }>`select number from lot where tenant_id = ${tenant} and number = any(${[...numbers]}::text[])`.execute(tx)
  return found.rows.map((row) => row.number)
}

export interface SplitTagged {
  readonly tag: string
  readonly series: string
  readonly whole: number
  readonly withoutCheck: number
}
export type BatchOfTag = TagBatchRow & { readonly tag: string }
/** Every batch in which one of the two readings of a tag's digits lies, with the site to which that number was given. */
export async function listBatchesOfTags(tx: Tx, tenant: string, tags: readonly SplitTagged[]): Promise<readonly BatchOfTag[]> {
  if (tags.length === 0) return []
  const found = await sql<BatchOfTag>`
    select asked.tag, b.id, b.issuer, b.tag_type as "tagType", b.series, b.digits, b.from_number as "from", b.to_number as "to",
      b.check_digit as "checkDigit", b.received_on as "receivedOn", b.gs1_key as "gs1Key", part.site_id as site, part.allocated_on as "allocatedOn"
    from jsonb_to_recordset(${JSON.stringify(tags)}::jsonb) as asked (tag text, series text, whole bigint, "withoutCheck" bigint)
    join tag_batch b on b.tenant_id = ${tenant} and b.series = asked.series
      and case b.check_digit when 'none' then asked.whole else asked."withoutCheck" end between b.from_number and b.to_number
    left join tag_part part on part.tenant_id = b.tenant_id and part.batch_id = b.id
      and case b.check_digit when 'none' then asked.whole else asked."withoutCheck" end between part.from_number and part.to_number
    order by b.received_on, b.id`.execute(tx)
  return found.rows
}

export interface TagRowOf {
  readonly batch: string
  readonly number: number
  readonly state: string
  readonly changedOn: string
  readonly lot: string | null
  readonly declaredAs: string | null
}
export async function listTagRowsOf(
  tx: Tx,
  tenant: string,
  asked: readonly { readonly batch: string; readonly number: number }[],
): Promise<readonly TagRowOf[]> {
  if (asked.length === 0) return []
  const found = await sql<TagRowOf>`
    select t.batch_id as batch, t.number, t.state, t.changed_on as "changedOn", t.lot_id as lot, t.declared_as as "declaredAs"
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as one (batch uuid, number bigint)
    join tag t on t.tenant_id = ${tenant} and t.batch_id = one.batch and t.number = one.number`.execute(tx)
  return found.rows
}
