/*
The SQL of files of cases. What was said of a file follows from the log; its pieces lie beside it, because they must be able to go. Whoever asks on behalf
of a person has entered as that person: then the database shows pieces to readers of the vault and to who was sent them, and to nobody else.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { PayloadOf } from '../../domain/file/file-words.ts'

export interface FileKey {
  readonly case: string
  readonly attachment: string
}
export async function insertFile(
  tx: Tx,
  tenant: string,
  { id, said }: { readonly id: string; readonly said: PayloadOf<'case-attachment.kept.v1'> },
): Promise<void> {
  const { attachment, vault, sha256, bytes, by, at } = said
  await sql`
    insert into case_file (tenant_id, case_id, attachment_id, vault, sha256, bytes, by_account, at)
    values (${tenant}, ${id}, ${attachment}, ${vault}, ${sha256}, ${bytes}, ${by}, ${at})`.execute(tx)
}
export async function insertRelease(
  tx: Tx,
  tenant: string,
  { id, said }: { readonly id: string; readonly said: PayloadOf<'case-attachment.released.v1'> },
): Promise<void> {
  await sql`
    insert into case_file_release (tenant_id, referral_id, attachment_id, case_id)
    values (${tenant}, ${said.referral}, ${said.attachment}, ${id}) on conflict do nothing`.execute(tx)
}
export async function endFile(tx: Tx, tenant: string, { case: of, attachment }: FileKey): Promise<void> {
  for (const table of ['case_file', 'case_file_release'])
    await sql`delete from ${sql.table(table)} where tenant_id = ${tenant} and case_id = ${of} and attachment_id = ${attachment}`.execute(tx)
}
/** `null`: every vault. */
export async function endFiles(
  tx: Tx,
  tenant: string,
  { case: of, vaults }: { readonly case: string; readonly vaults: readonly string[] | null },
): Promise<void> {
  const picked = vaults === null ? null : [...vaults]
  await sql`
    delete from case_file_release r where tenant_id = ${tenant} and case_id = ${of} and (${picked}::text[] is null or exists (
      select 1 from case_file f where f.tenant_id = r.tenant_id and f.case_id = r.case_id and f.attachment_id = r.attachment_id
        and f.vault = any (${picked}::text[])))`.execute(tx)
  await sql`
    delete from case_file where tenant_id = ${tenant} and case_id = ${of}
      and (${picked}::text[] is null or vault = any (${picked}::text[]))`.execute(tx)
}

export interface KeptFile {
  readonly vault: string
  readonly sha256: string
  readonly bytes: number
  readonly by: string
  /** Bytes that are here. */
  readonly received: number
}
const columns = sql`f.vault, f.sha256, f.bytes, f.by_account as by, coalesce((
  select sum(length(p.content)) from case_file_part p
  where p.tenant_id = f.tenant_id and p.case_id = f.case_id and p.attachment_id = f.attachment_id), 0)::integer as received`

export async function findFile(tx: Tx, tenant: string, { case: of, attachment }: FileKey): Promise<KeptFile | null> {
  const found = await sql<KeptFile>`
    select ${columns} from case_file f where tenant_id = ${tenant} and case_id = ${of} and attachment_id = ${attachment}`.execute(tx)
  return found.rows[0] ?? null
}
/** Taken for this transaction: two pieces of one file stand in a queue, and its erasure waits for the one that is being written. */
export async function takeFile(tx: Tx, tenant: string, key: FileKey): Promise<KeptFile | null> {
  await sql`select 1 from case_file where tenant_id = ${tenant} and case_id = ${key.case} and attachment_id = ${key.attachment}
    for update`.execute(tx)
  return findFile(tx, tenant, key)
}
/** Which of the files that the asker may read have come, and how far. */
export async function listFiles(
  tx: Tx,
  tenant: string,
  of: string,
): Promise<readonly { readonly attachment: string; readonly received: number; readonly bytes: number }[]> {
  const found = await sql<{ attachment: string; received: number; bytes: number }>`
    select attachment_id as attachment, ${columns} from case_file f where tenant_id = ${tenant} and case_id = ${of} order by at`.execute(tx)
  return found.rows.map(({ attachment, received, bytes }) => ({ attachment, received, bytes }))
}
export async function isReleased(
  tx: Tx,
  tenant: string,
  { referral, attachment }: { readonly referral: string; readonly attachment: string },
): Promise<boolean> {
  const found = await sql`
    select 1 from case_file_release where tenant_id = ${tenant} and referral_id = ${referral} and attachment_id = ${attachment}`.execute(tx)
  return found.rows.length > 0
}

export async function addPart(
  tx: Tx,
  tenant: string,
  { case: of, attachment, at, content }: FileKey & { readonly at: number; readonly content: Uint8Array },
): Promise<void> {
  await sql`
    insert into case_file_part (tenant_id, case_id, attachment_id, at_byte, content)
    values (${tenant}, ${of}, ${attachment}, ${at}, ${Buffer.from(content)})`.execute(tx)
}
export async function readParts(tx: Tx, tenant: string, { case: of, attachment }: FileKey): Promise<Buffer> {
  const found = await sql<{ content: Buffer }>`
    select content from case_file_part where tenant_id = ${tenant} and case_id = ${of} and attachment_id = ${attachment}
    order by at_byte`.execute(tx)
  return Buffer.concat(found.rows.map((row) => row.content))
}
export async function dropParts(tx: Tx, tenant: string, { case: of, attachment }: FileKey): Promise<void> {
  await sql`
    delete from case_file_part where tenant_id = ${tenant} and case_id = ${of} and attachment_id = ${attachment}`.execute(tx)
}
/** Pieces to which no file belongs any more: erased, forgotten, or of a vault that ended. Of one case, or of all. */
export async function dropLooseParts(tx: Tx, tenant: string, of: string | null): Promise<number> {
  const gone = await sql`
    delete from case_file_part p where tenant_id = ${tenant} and (${of}::text is null or case_id = ${of}) and not exists (
      select 1 from case_file f
      where f.tenant_id = p.tenant_id and f.case_id = p.case_id and f.attachment_id = p.attachment_id)`.execute(tx)
  return Number(gone.numAffectedRows ?? 0)
}
