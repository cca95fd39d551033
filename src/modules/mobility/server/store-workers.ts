/* Rows of the register of foreign workers: which sheet stands (from the log), and its lines (beside the log, gone when another sheet takes its place or it is withdrawn). */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { WorkerLine, WorkerSource } from '../contract-workers.ts'

export interface SheetRow {
  readonly id: string
  readonly area: string
  readonly quarter: string
  readonly source: WorkerSource
  readonly revision: string
  readonly at: string
}
export async function upsertSheet(tx: Tx, tenant: string, row: SheetRow): Promise<void> {
  await sql`
    insert into workers_sheet (tenant_id, id, area, quarter, source, revision, learned_at)
    values (${tenant}, ${row.id}, ${row.area}, ${row.quarter}, ${row.source}, ${row.revision}, ${row.at}::timestamptz)
    on conflict (tenant_id, id) do update set revision = excluded.revision, learned_at = excluded.learned_at`.execute(tx)
}
export async function removeSheet(tx: Tx, tenant: string, id: string): Promise<void> {
  await sql`delete from workers_sheet where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}
export async function listSheets(tx: Tx, tenant: string): Promise<readonly SheetRow[]> {
  const found = await sql<SheetRow>`
    select id, area, quarter, source, revision, learned_at as at from workers_sheet where tenant_id = ${tenant} order by quarter desc, source, area limit 10000`.execute(
    tx,
  )
  return found.rows
}
/** The lines of one sheet are replaced as a whole; `null` leaves none. */
export async function replaceLines(
  tx: Tx,
  tenant: string,
  { sheet, revision, lines }: { readonly sheet: string; readonly revision: string; readonly lines: readonly WorkerLine[] },
): Promise<void> {
  await sql`delete from workers_line where tenant_id = ${tenant} and sheet = ${sheet}`.execute(tx)
  await sql`
    insert into workers_line (tenant_id, sheet, revision, sector, nation, sex, age, permit, n)
    select ${tenant}, ${sheet}, ${revision}, sector, nation, sex, age, permit, n
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as given (sector text, nation text, sex text, age text, permit text, n integer)`.execute(
    tx,
  )
}
export async function listLinesOfSheet(tx: Tx, tenant: string, sheet: string): Promise<readonly unknown[]> {
  const found = await sql<{ line: unknown }>`
    select jsonb_build_object('sector', sector, 'nation', nation, 'sex', sex, 'age', age, 'permit', permit, 'n', n) as line
    from workers_line where tenant_id = ${tenant} and sheet = ${sheet}`.execute(tx)
  return found.rows.map(({ line }) => line)
}
/** Lines of the sheets that stand for a quarter and a source; a line whose sheet says another revision is not believed. */
export async function listLines(
  tx: Tx,
  tenant: string,
  { quarter, source }: { readonly quarter: string; readonly source: string },
): Promise<readonly { readonly sheet: string; readonly line: unknown }[]> {
  const found = await sql<{ sheet: string; line: unknown }>`
    select l.sheet, jsonb_build_object('sector', l.sector, 'nation', l.nation, 'sex', l.sex, 'age', l.age, 'permit', l.permit, 'n', l.n) as line
    from workers_line l join workers_sheet s on s.tenant_id = l.tenant_id and s.id = l.sheet and s.revision = l.revision
    where l.tenant_id = ${tenant} and s.quarter = ${quarter} and s.source = ${source}`.execute(tx)
  return found.rows
}
