/* What partners reported of lots, in SQL. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export async function insertReportedLot(
  tx: Tx,
  tenant: string,
  row: { readonly lot: string; readonly lotNumber: string; readonly content: unknown; readonly at: string },
): Promise<void> {
  await sql`
    insert into icglr_lot (tenant_id, lot_id, lot_number, content, learned_at)
    values (${tenant}, ${row.lot}, ${row.lotNumber}, ${JSON.stringify(row.content)}::jsonb, ${row.at}) on conflict do nothing`.execute(tx)
}

export interface ReportedLot {
  readonly lot: string
  readonly lotNumber: string
  readonly content: unknown
}
export async function listReportedLots(
  tx: Tx,
  tenant: string,
  asked: { readonly lots?: readonly string[]; readonly numbers?: readonly string[] },
): Promise<readonly ReportedLot[]> {
  const found = await sql<ReportedLot>`
    select lot_id as lot, lot_number as "lotNumber", content from icglr_lot
    where tenant_id = ${tenant} and (lot_id = any(${[...(asked.lots ?? [])]}::uuid[]) or lot_number = any(${[...(asked.numbers ?? [])]}::text[]))`.execute(
    tx,
  )
  return found.rows
}
