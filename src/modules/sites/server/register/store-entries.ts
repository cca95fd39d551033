/*
Register entries and papers of sites in SQL. Every row stays: an end, a replacement and a withdrawal are columns with their own instant,
so that the register can be read as of a day and as known at an instant. A merged record's rows are read with its survivor's.
*/
import { sql } from 'kysely'
import type { Infer } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Attachment } from '../../../documents/contract.ts'
import type { FactSource } from '../../contract-observations.ts'
import type { SiteDocumentAttached, SiteEntryRecorded } from '../../contract-register.ts'
import type { EntryRow } from '../../domain/register/entries.ts'

interface Row {
  readonly site: string
  readonly id: string
  readonly recordedAt: string
}
export interface DocumentRow {
  readonly site_id: string
  readonly id: string
  readonly sha256: string
  readonly attachment: Infer<typeof Attachment>
  readonly dated_on: string | null
  readonly source: FactSource | null
  readonly attached_at: string
  readonly withdrawn_at: string | null
  readonly withdraw_reason: string | null
}

export async function insertEntry(tx: Tx, tenant: string, row: Row & { readonly entry: SiteEntryRecorded }): Promise<void> {
  const { content, from, source, attachments, reason, replaces } = row.entry
  await sql`
    insert into site_entry (tenant_id, site_id, id, entry_group, acts_on, content, source, attachments, reason, learned_at)
    values (${tenant}, ${row.site}, ${row.id}, ${content.group}, ${from}, ${json(content)}, ${json(source)}, ${json(attachments ?? [])},
      ${reason ?? null}, ${row.recordedAt})`.execute(tx)
  if (replaces === undefined) return
  await sql`
    update site_entry set replaced_by = ${row.id}, replaced_at = ${row.recordedAt}
    where tenant_id = ${tenant} and site_id in (select site_family(${tenant}, ${row.site})) and id = ${replaces}
      and replaced_at is null`.execute(tx)
}

export async function endEntry(
  tx: Tx,
  tenant: string,
  end: { readonly site: string; readonly entry: string; readonly on: string; readonly reason: string; readonly at: string },
): Promise<void> {
  await sql`
    update site_entry set ended_on = ${end.on}, end_reason = ${end.reason}, end_learned_at = ${end.at}
    where tenant_id = ${tenant} and site_id in (select site_family(${tenant}, ${end.site})) and id = ${end.entry}
      and end_learned_at is null`.execute(tx)
}

export async function insertDocument(
  tx: Tx,
  tenant: string,
  row: Row & { readonly document: Infer<typeof SiteDocumentAttached> },
): Promise<void> {
  const { attachment, on, source } = row.document
  await sql`
    insert into site_document (tenant_id, site_id, id, sha256, attachment, dated_on, source, attached_at)
    values (${tenant}, ${row.site}, ${row.id}, ${attachment.file.sha256}, ${json(attachment)}, ${on ?? null},
      ${source === undefined ? null : JSON.stringify(source)}::jsonb, ${row.recordedAt})`.execute(tx)
}

export async function withdrawDocument(
  tx: Tx,
  tenant: string,
  row: { readonly site: string; readonly document: string; readonly reason: string; readonly at: string },
): Promise<void> {
  await sql`
    update site_document set withdrawn_at = ${row.at}, withdraw_reason = ${row.reason}
    where tenant_id = ${tenant} and site_id in (select site_family(${tenant}, ${row.site})) and id = ${row.document}
      and withdrawn_at is null`.execute(tx)
}

/** What an edit leaves behind for the next officer to compare with. */
export async function noteVersion(
  tx: Tx,
  tenant: string,
  row: { readonly site: string; readonly version: number; readonly at: string },
): Promise<void> {
  await sql`
    update site set register_version = ${row.version}, corrected_at = ${row.at} where tenant_id = ${tenant} and id = ${row.site}`.execute(
    tx,
  )
}

/** Of the named records, or of all when `sites` is null; newest first. `site_id` is the record that carries the row. */
export async function listEntryRows(tx: Tx, tenant: string, sites: readonly string[] | null): Promise<readonly EntryRow[]> {
  const found = await sql<EntryRow>`
    select site_id, id, acts_on, content, source, attachments, reason, learned_at, ended_on, end_reason, end_learned_at, replaced_by, replaced_at
    from site_entry where tenant_id = ${tenant} and (${sites === null} or site_id = any(${[...(sites ?? [])]}::uuid[]))
    order by acts_on desc, learned_at desc, id desc`.execute(tx)
  return found.rows
}

export async function listDocumentRows(tx: Tx, tenant: string, sites: readonly string[]): Promise<readonly DocumentRow[]> {
  const found = await sql<DocumentRow>`
    select site_id, id, sha256, attachment, dated_on, source, attached_at, withdrawn_at, withdraw_reason
    from site_document where tenant_id = ${tenant} and site_id = any(${[...sites]}::uuid[]) order by attached_at desc, id desc`.execute(tx)
  return found.rows
}

/** The entry or paper that carries this id at the site, while it stands. */
export async function findStanding(
  tx: Tx,
  tenant: string,
  named: { readonly site: string; readonly id: string },
): Promise<{ readonly group: string; readonly from: string } | null> {
  const found = await sql<{ group: string; from: string }>`
    select entry_group as "group", acts_on as "from" from site_entry
    where tenant_id = ${tenant} and site_id in (select site_family(${tenant}, ${named.site})) and id = ${named.id}
      and end_learned_at is null and replaced_at is null
    union all
    select 'document', attached_at::date from site_document
    where tenant_id = ${tenant} and site_id in (select site_family(${tenant}, ${named.site})) and id = ${named.id} and withdrawn_at is null`.execute(
    tx,
  )
  return found.rows[0] ?? null
}

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

/** Whether the site, with what was merged, shows a file of this hash: attached and not withdrawn, or part of an entry. */
export async function isShownAt(
  tx: Tx,
  tenant: string,
  { site, sha256 }: { readonly site: string; readonly sha256: string },
): Promise<boolean> {
  const found = await sql`
    select 1 from site_document
    where tenant_id = ${tenant} and site_id in (select site_family(${tenant}, ${site})) and sha256 = ${sha256} and withdrawn_at is null
    union all
    select 1 from site_entry
    where tenant_id = ${tenant} and site_id in (select site_family(${tenant}, ${site}))
      and attachments @> ${JSON.stringify([{ file: { sha256 } }])}::jsonb
    limit 1`.execute(tx)
  return found.rows.length > 0
}
