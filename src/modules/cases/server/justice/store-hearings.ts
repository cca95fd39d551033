/* Whose cases may have a hearing ahead. Needs the program's own scope. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export async function casesInHandsOf(tx: Tx, tenant: string, account: string): Promise<readonly string[]> {
  const found = await sql<{ case: string }>`
    select case_id as "case" from case_member where tenant_id = ${tenant} and account_id = ${account} and left_at is null order by case_id`.execute(
    tx,
  )
  return found.rows.map((row) => row.case)
}
