/* Places of credentials in the status lists, in SQL. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

/** The place of a subject, given now where it has none. Two that ask at once get two places. */
export async function placeOf(tx: Tx, tenant: string, subject: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext(${`credential_index/${tenant}`}))`.execute(tx)
  await sql`
    insert into credential_index (tenant_id, subject, list_index)
    select ${tenant}, ${subject}, coalesce(max(list_index) + 1, 0) from credential_index where tenant_id = ${tenant}
    on conflict do nothing`.execute(tx)
  const found = await sql<{ index: number }>`
    select list_index as index from credential_index where tenant_id = ${tenant} and subject = ${subject}`.execute(tx)
  const [row] = found.rows
  if (row === undefined) throw new Error('a place was given and is gone')
  return row.index
}

export async function listPlaces(
  tx: Tx,
  tenant: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly { readonly subject: string; readonly index: number }[]> {
  const found = await sql<{ subject: string; index: number }>`
    select subject, list_index as index from credential_index
    where tenant_id = ${tenant} and list_index >= ${from} and list_index < ${to} order by list_index`.execute(tx)
  return found.rows
}
