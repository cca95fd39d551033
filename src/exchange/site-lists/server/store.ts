/* The SQL of lists that were sent: kept while they are tried and run, and for a month after. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

interface SentList {
  readonly id: string
  readonly sha256: string
  readonly content: Uint8Array
  readonly by: string
  readonly at: string
}

/** The same file of the same sender is one list. */
export async function keepList(tx: Tx, tenant: string, { id, sha256, content, by, at }: SentList): Promise<string> {
  await sql`delete from site_list where tenant_id = ${tenant} and sent_at < ${at}::timestamptz - interval '30 days'`.execute(tx)
  const kept = await sql<{ id: string }>`insert into site_list (tenant_id, id, sha256, content, sent_by, sent_at)
    values (${tenant}, ${id}, ${sha256}, ${Buffer.from(content)}, ${by}, ${at})
    on conflict (tenant_id, sha256, sent_by) do update set sent_at = excluded.sent_at returning id`.execute(tx)
  return kept.rows[0]?.id ?? id
}

export async function findList(
  tx: Tx,
  tenant: string,
  { id, by }: { readonly id: string; readonly by: string },
): Promise<Uint8Array | null> {
  const found = await sql<{ content: Buffer }>`select content from site_list
    where tenant_id = ${tenant} and id = ${id} and sent_by = ${by}`.execute(tx)
  return found.rows[0]?.content ?? null
}
