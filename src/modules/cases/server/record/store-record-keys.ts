/* Keys of records, outside the log: a row that is gone is a record that nobody reads again. Both need the program's own scope. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export async function findRecordKey(tx: Tx, tenant: string, subject: string): Promise<Uint8Array | null> {
  const found = await sql<{ wrapped: Uint8Array }>`
    select wrapped from case_record_key where tenant_id = ${tenant} and subject = ${subject}`.execute(tx)
  return found.rows[0]?.wrapped ?? null
}
export async function keepRecordKey(
  tx: Tx,
  tenant: string,
  { subject, wrapped, at }: { readonly subject: string; readonly wrapped: Uint8Array; readonly at: string },
): Promise<void> {
  await sql`
    insert into case_record_key (tenant_id, subject, wrapped, made_at) values (${tenant}, ${subject}, ${wrapped}, ${at})`.execute(tx)
}
export async function destroyRecordKey(tx: Tx, tenant: string, subject: string): Promise<void> {
  await sql`delete from case_record_key where tenant_id = ${tenant} and subject = ${subject}`.execute(tx)
}
