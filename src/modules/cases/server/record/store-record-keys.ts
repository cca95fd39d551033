/* Keys of records, outside the log: a row that is gone is a record that nobody reads again. Both need the program's own scope. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export async function findRecordKeys(tx: Tx, tenant: string, subjects: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = await sql<{ subject: string; wrapped: Uint8Array }>`
    select subject, wrapped from case_record_key where tenant_id = ${tenant} and subject = any(${[...subjects]})`.execute(tx)
  return new Map(found.rows.map((row) => [row.subject, row.wrapped]))
}
export const findRecordKey = async (tx: Tx, tenant: string, subject: string): Promise<Uint8Array | null> =>
  (await findRecordKeys(tx, tenant, [subject])).get(subject) ?? null
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
