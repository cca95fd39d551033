/* What was told of places, by quarter: written once, never changed. */
import { sql } from 'kysely'
import { listOf, mustParse } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { ToldPlace } from '../contract.ts'

export interface ToldQuarter {
  readonly quarter: string
  readonly lines: readonly ToldPlace[]
  readonly toldOn: string
}
const Lines = listOf(ToldPlace, 5_000)

/** Newest first. */
export async function listTold(tx: Tx, tenant: string): Promise<readonly ToldQuarter[]> {
  const { rows } = await sql<{ quarter: string; lines: unknown; toldOn: string }>`
    select quarter, lines, told_on as "toldOn" from told_places where tenant_id = ${tenant} order by quarter desc limit 200`.execute(tx)
  return rows.map((row) => ({ ...row, lines: mustParse(Lines, row.lines) }))
}
export async function isTold(tx: Tx, tenant: string, quarter: string): Promise<boolean> {
  const { rows } = await sql`select 1 from told_places where tenant_id = ${tenant} and quarter = ${quarter}`.execute(tx)
  return rows.length > 0
}
export async function keepTold(tx: Tx, tenant: string, row: ToldQuarter & { readonly sealedCounts: Buffer }): Promise<void> {
  await sql`
    insert into told_places (tenant_id, quarter, lines, sealed_counts, told_on)
    values (${tenant}, ${row.quarter}, ${JSON.stringify(row.lines)}::jsonb, ${row.sealedCounts}, ${row.toldOn}) on conflict do nothing`.execute(
    tx,
  )
}
export async function sealedTold(
  tx: Tx,
  tenant: string,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<readonly { readonly quarter: string; readonly sealed: Buffer }[]> {
  const { rows } = await sql<{ quarter: string; sealed: Buffer }>`
    select quarter, sealed_counts as sealed from told_places
    where tenant_id = ${tenant} and quarter between ${from} and ${until} order by quarter`.execute(tx)
  return rows
}
