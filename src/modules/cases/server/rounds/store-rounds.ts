/* Numbers of all cases, for the rounds of the program alone. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export async function everyCase(tx: Tx, tenant: string): Promise<readonly string[]> {
  const found = await sql<{ case: string }>`select case_id as "case" from case_row where tenant_id = ${tenant} order by case_id`.execute(tx)
  return found.rows.map((row) => row.case)
}
