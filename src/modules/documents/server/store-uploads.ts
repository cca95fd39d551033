/*
The SQL of files that come in pieces. Pieces lie as they came until the file is whole; only its owner adds to an upload, so that nobody can spoil the
file of another by sending its hash.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface UploadKey {
  readonly account: string
  readonly sha256: string
}
export interface Upload {
  readonly mediaType: string
  readonly bytes: number
  readonly received: number
}

/** Taken for this transaction: two pieces of one file stand in a queue. */
export async function takeUpload(tx: Tx, tenant: string, { account, sha256 }: UploadKey): Promise<Upload | null> {
  const found = await sql<Upload>`select media_type as "mediaType", bytes, received from upload
    where tenant_id = ${tenant} and account_id = ${account} and sha256 = ${sha256} for update`.execute(tx)
  return found.rows[0] ?? null
}
export async function findUpload(tx: Tx, tenant: string, { account, sha256 }: UploadKey): Promise<Upload | null> {
  const found = await sql<Upload>`select media_type as "mediaType", bytes, received from upload
    where tenant_id = ${tenant} and account_id = ${account} and sha256 = ${sha256}`.execute(tx)
  return found.rows[0] ?? null
}

export async function beginUpload(
  tx: Tx,
  tenant: string,
  row: UploadKey & { readonly mediaType: string; readonly bytes: number; readonly at: string },
): Promise<void> {
  await sql`insert into upload (tenant_id, account_id, sha256, media_type, bytes, begun_at, last_at)
    values (${tenant}, ${row.account}, ${row.sha256}, ${row.mediaType}, ${row.bytes}, ${row.at}, ${row.at}) on conflict do nothing`.execute(
    tx,
  )
}

/** How much of this account lies unfinished. */
export async function unfinishedOf(tx: Tx, tenant: string, account: string): Promise<{ readonly files: number; readonly bytes: number }> {
  const found = await sql<{ files: number; bytes: number }>`select count(*) as files, coalesce(sum(bytes), 0)::bigint as bytes from upload
    where tenant_id = ${tenant} and account_id = ${account}`.execute(tx)
  return found.rows[0] ?? { files: 0, bytes: 0 }
}

export async function addPart(
  tx: Tx,
  tenant: string,
  { account, sha256, at, content, now }: UploadKey & { readonly at: number; readonly content: Uint8Array; readonly now: string },
): Promise<void> {
  await sql`insert into upload_part (tenant_id, account_id, sha256, at_byte, content)
    values (${tenant}, ${account}, ${sha256}, ${at}, ${Buffer.from(content)})`.execute(tx)
  await sql`update upload set received = ${at + content.length}, last_at = ${now}
    where tenant_id = ${tenant} and account_id = ${account} and sha256 = ${sha256}`.execute(tx)
}

export async function readParts(tx: Tx, tenant: string, { account, sha256 }: UploadKey): Promise<Buffer> {
  const found = await sql<{ content: Buffer }>`select content from upload_part
    where tenant_id = ${tenant} and account_id = ${account} and sha256 = ${sha256} order by at_byte`.execute(tx)
  return Buffer.concat(found.rows.map((row) => row.content))
}

/** Its pieces go with it. */
export async function dropUpload(tx: Tx, tenant: string, { account, sha256 }: UploadKey): Promise<void> {
  await sql`delete from upload where tenant_id = ${tenant} and account_id = ${account} and sha256 = ${sha256}`.execute(tx)
}

export async function sweepUploads(
  tx: Tx,
  tenant: string,
  { before, dryRun }: { readonly before: string; readonly dryRun: boolean },
): Promise<number> {
  const found = await sql<{ n: number }>`select count(*) as n from upload where tenant_id = ${tenant} and last_at < ${before}`.execute(tx)
  if (!dryRun) await sql`delete from upload where tenant_id = ${tenant} and last_at < ${before}`.execute(tx)
  return found.rows[0]?.n ?? 0
}

/** The hash under which a file was sent, where it is kept under another. */
export async function addAlias(
  tx: Tx,
  tenant: string,
  { sent, bytes, kept, at }: { readonly sent: string; readonly bytes: number; readonly kept: string; readonly at: string },
): Promise<void> {
  await sql`insert into document_alias (tenant_id, sent_sha256, sent_bytes, sha256, added_at) values (${tenant}, ${sent}, ${bytes}, ${kept}, ${at})
    on conflict do nothing`.execute(tx)
}
