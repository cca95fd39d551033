/* Heads that were signed, and who cosigned them. Added to and never changed. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface HeadRow {
  readonly size: number
  readonly root: Buffer
  readonly checkpoint: string
  readonly signed_at: string
}
/** The newest is the largest: a head is only signed when the tree grew. */
export async function newestHead(tx: Tx, tenant: string): Promise<HeadRow | null> {
  const found = await sql<HeadRow>`
    select size, root, checkpoint, signed_at from ledger_head where tenant_id = ${tenant} order by size desc limit 1`.execute(tx)
  return found.rows[0] ?? null
}
export async function insertHead(tx: Tx, tenant: string, head: Omit<HeadRow, 'root'> & { readonly root: Uint8Array }): Promise<void> {
  await sql`insert into ledger_head (tenant_id, size, root, checkpoint, signed_at)
    values (${tenant}, ${head.size}, ${Buffer.from(head.root)}, ${head.checkpoint}, ${head.signed_at}) on conflict do nothing`.execute(tx)
}
/** Lines of a note, by name. */
export async function cosignaturesOf(
  tx: Tx,
  tenant: string,
  size: number,
): Promise<readonly { readonly witness: string; readonly line: string }[]> {
  const found = await sql<{ witness: string; line: string }>`
    select witness, line from ledger_cosignature where tenant_id = ${tenant} and size = ${size} order by witness`.execute(tx)
  return found.rows
}
export async function insertCosignature(
  tx: Tx,
  tenant: string,
  row: { readonly size: number; readonly witness: string; readonly line: string; readonly at: string },
): Promise<void> {
  await sql`insert into ledger_cosignature (tenant_id, size, witness, line, received_at)
    values (${tenant}, ${row.size}, ${row.witness}, ${row.line}, ${row.at}) on conflict do nothing`.execute(tx)
}
/** Size of the newest head that the witness cosigned; 0 before the first. */
export async function newestCosigned(tx: Tx, tenant: string, witness: string): Promise<number> {
  const found = await sql<{ size: number }>`select coalesce(max(size), 0)::bigint as size from ledger_cosignature
    where tenant_id = ${tenant} and witness = ${witness}`.execute(tx)
  return found.rows[0]?.size ?? 0
}
