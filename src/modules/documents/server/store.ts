/* The SQL of documents. A file is written once and never changed; sending it again only notes when. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { DocumentRef, KeptDocument, MediaType } from '../contract.ts'

interface Added {
  readonly by: string
  readonly at: string
}

export async function keepDocument(
  tx: Tx,
  tenant: string,
  { sha256, mediaType, content }: Omit<KeptDocument, 'bytes'>,
  { by, at }: Added,
): Promise<void> {
  await sql`insert into document (tenant_id, sha256, media_type, bytes, content, added_by, added_at, last_sent_at)
    values (${tenant}, ${sha256}, ${mediaType}, ${content.length}, ${Buffer.from(content)}, ${by}, ${at}, ${at})
    on conflict (tenant_id, sha256) do update set last_sent_at = case when excluded.added_by = '' then document.last_sent_at
      else greatest(document.last_sent_at, excluded.last_sent_at) end`.execute(tx)
}

/**
 * What nobody with an account sent is kept for no question: whoever holds a photograph, or a telephone that was taken from somebody, would learn by
 * its hash that it was sent without a name. Once somebody sends the same it is theirs like any other: it then was sent after it was added.
 */
const bySomebody = sql`(added_by <> '' or last_sent_at > added_at)`

interface Row {
  readonly sha256: string
  readonly media_type: MediaType
  readonly bytes: number
}
const refOf = ({ sha256, media_type, bytes }: Row): DocumentRef => ({ sha256, mediaType: media_type, bytes })

/** A file is known by the hash of what is kept, and by that of what was sent when hidden data were removed from it. */
export async function listKept(tx: Tx, tenant: string, hashes: readonly string[]): Promise<readonly DocumentRef[]> {
  if (hashes.length === 0) return []
  const found = await sql<Row>`select sha256, media_type, bytes from document
    where tenant_id = ${tenant} and sha256 = any(${[...hashes]}) and ${bySomebody}
    union
    select a.sent_sha256, d.media_type, a.sent_bytes from document_alias a join document d on d.tenant_id = a.tenant_id and d.sha256 = a.sha256
    where a.tenant_id = ${tenant} and a.sent_sha256 = any(${[...hashes]}) and (d.added_by <> '' or d.last_sent_at > d.added_at) order by sha256`.execute(
    tx,
  )
  return found.rows.map(refOf)
}

export async function findContent(tx: Tx, tenant: string, sha256: string): Promise<KeptDocument | null> {
  return contentWhere(
    tx,
    sql`tenant_id = ${tenant} and ${bySomebody} and sha256 = coalesce(
      (select a.sha256 from document_alias a where a.tenant_id = ${tenant} and a.sent_sha256 = ${sha256}), ${sha256})`,
  )
}
/** Also what nobody with an account sent; for the desk that received it. */
export const findReceived = (tx: Tx, tenant: string, sha256: string): Promise<KeptDocument | null> =>
  contentWhere(tx, sql`tenant_id = ${tenant} and sha256 = ${sha256}`)

async function contentWhere(tx: Tx, condition: RawBuilder<unknown>): Promise<KeptDocument | null> {
  const found = await sql<Row & { readonly content: Buffer }>`select sha256, media_type, bytes, content from document
    where ${condition}`.execute(tx)
  const row = found.rows[0]
  return row ? { ...refOf(row), content: row.content } : null
}

/**
 * Files last sent before `before` that no event names, whatever the name of the field: every text in the payload of an event that
 * looks like a hash counts; what came with a submission that nobody has placed yet, with a parcel that waits or with a form that is not finished, counts as named. The whole log is read; this is for a command of the operator.
 */
export async function listUnattached(tx: Tx, tenant: string, before: string): Promise<readonly DocumentRef[]> {
  const found = await sql<Row>`select sha256, media_type, bytes from document
    where tenant_id = ${tenant} and last_sent_at < ${before} and sha256 not in (
      select coalesce(a.sha256, named #>> '{}') from log_event e
        cross join lateral jsonb_path_query(e.payload, 'strict $.** ? (@.type() == "string" && @ like_regex "^[0-9a-f]{64}$")') as named
        left join document_alias a on a.tenant_id = e.tenant_id and a.sent_sha256 = named #>> '{}'
      where e.tenant_id = ${tenant})
      and not exists (select 1 from parcel lying left join document_alias a on a.tenant_id = lying.tenant_id and a.sha256 = document.sha256
        where lying.tenant_id = document.tenant_id and lying.state in ('waiting', 'held')
          and (position(document.sha256 in lying.text) > 0 or position(a.sent_sha256 in lying.text) > 0))
      and not exists (select 1 from field_draft_revision drafted cross join lateral jsonb_array_elements(drafted.files) as file
        left join document_alias a on a.tenant_id = drafted.tenant_id and a.sent_sha256 = file ->> 'sha256'
        where drafted.tenant_id = document.tenant_id and drafted.state = 'open' and coalesce(a.sha256, file ->> 'sha256') = document.sha256
          and not exists (select 1 from field_draft_revision later
            where later.tenant_id = drafted.tenant_id and later.draft = drafted.draft and drafted.revision = any(later.parents)))
      and not exists (select 1 from odk_attachment held where held.tenant_id = document.tenant_id and held.sha256 = document.sha256)
      and not exists (select 1 from artisan_person p where p.tenant_id = document.tenant_id and p.photo_sha256 = document.sha256)
      and not exists (select 1 from voice_report v where v.tenant_id = document.tenant_id and document.sha256 = any(v.photos))
    order by sha256`.execute(tx)
  return found.rows.map(refOf)
}

export async function removeDocuments(tx: Tx, tenant: string, hashes: readonly string[], before: string): Promise<number> {
  const gone =
    await sql`delete from document where tenant_id = ${tenant} and sha256 = any(${[...hashes]}) and last_sent_at < ${before}`.execute(tx)
  return Number(gone.numAffectedRows ?? 0)
}
