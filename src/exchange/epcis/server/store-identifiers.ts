/* Whether somebody sees a lot, and whether any event names a document: for the pages of identifiers. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export async function isLotSeen(tx: Tx, lot: string, sight: (column: RawBuilder<unknown>) => RawBuilder<unknown>): Promise<boolean> {
  const found = await sql<{ seen: boolean }>`select ${sight(sql`${lot}::uuid`)} as seen`.execute(tx)
  return found.rows[0]?.seen ?? false
}

export async function isTransactionNamed(tx: Tx, tenant: string, uri: string): Promise<boolean> {
  const found = await sql`
    select 1 from epcis_term where tenant_id = ${tenant} and name like 'bizTransaction/%' and md5(value) = md5(${uri}) and value = ${uri} limit 1`.execute(
    tx,
  )
  return found.rows.length > 0
}
