/* Group rows, beside the log: written with the sending that they belong to, read for findings and exports, removed when they are two years old. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface FlowRow {
  readonly point: string
  readonly day: string
  readonly key: string
  readonly countId: string
  readonly isMisfit: boolean
  readonly content: unknown
}
/** A row that a cut-off import left behind without its sending, or that is of a withdrawn one, is taken over by this one. */
export async function insertRows(tx: Tx, tenant: string, rows: readonly FlowRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into flow_row (tenant_id, point, day, key, count_id, is_misfit, content)
    select ${tenant}, point, day, key, "countId", "isMisfit", content
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (point uuid, day date, key text, "countId" uuid, "isMisfit" boolean, content jsonb)
    on conflict (tenant_id, point, day, key) do update set count_id = excluded.count_id, is_misfit = excluded.is_misfit, content = excluded.content`.execute(
    tx,
  )
}
/** Keys of rows whose sending is in the log and stands: a line of a withdrawn sending is taken again, for the withdrawal may have been the mistake. */
export async function listRowKeys(
  tx: Tx,
  tenant: string,
  { point, from, until }: { readonly point: string; readonly from: string; readonly until: string },
): Promise<readonly { readonly day: string; readonly key: string }[]> {
  const found = await sql<{ day: string; key: string }>`
    select r.day, r.key from flow_row r
    where r.tenant_id = ${tenant} and r.point = ${point}::uuid and r.day >= ${from}::date and r.day <= ${until}::date
      and exists (select 1 from flow_count c where c.tenant_id = r.tenant_id and c.id = r.count_id and c.withdrawn_at is null)`.execute(tx)
  return found.rows
}
export async function listMisfits(
  tx: Tx,
  tenant: string,
  { point, from, until }: { readonly point: string; readonly from: string; readonly until: string },
): Promise<readonly { readonly day: string; readonly content: unknown }[]> {
  const found = await sql<{ day: string; content: unknown }>`
    select r.day, r.content from flow_row r join flow_count c on c.tenant_id = r.tenant_id and c.id = r.count_id and c.withdrawn_at is null
    where r.tenant_id = ${tenant} and r.point = ${point}::uuid and r.is_misfit and r.day >= ${from}::date and r.day <= ${until}::date
    order by r.day desc, r.key limit 50`.execute(tx)
  return found.rows
}
/** Rows that an export would hold; counted no further than `most`. */
export async function countRows(
  tx: Tx,
  tenant: string,
  { from, until, most }: { readonly from: string; readonly until: string; readonly most: number },
): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::float8 as n from (
      select 1 from flow_row r join flow_count c on c.tenant_id = r.tenant_id and c.id = r.count_id and c.withdrawn_at is null
      where r.tenant_id = ${tenant} and r.day >= ${from}::date and r.day <= ${until}::date limit ${most}
    ) counted`.execute(tx)
  return found.rows[0]?.n ?? 0
}
/** A piece of an export, in the order of its keys; `after` is the last line of the piece before it. */
export async function listRowsAfter(
  tx: Tx,
  tenant: string,
  { from, until, after, most }: { from: string; until: string; after: { point: string; day: string; key: string } | null; most: number },
): Promise<readonly FlowRow[]> {
  const found = await sql<FlowRow>`
    select r.point, r.day, r.key, r.count_id as "countId", r.is_misfit as "isMisfit", r.content
    from flow_row r join flow_count c on c.tenant_id = r.tenant_id and c.id = r.count_id and c.withdrawn_at is null
    where r.tenant_id = ${tenant} and r.day >= ${from}::date and r.day <= ${until}::date
      and (${after?.point ?? null}::uuid is null or (r.point, r.day, r.key) > (${after?.point ?? null}::uuid, ${after?.day ?? null}::date, ${after?.key ?? null}::text))
    order by r.point, r.day, r.key limit ${most}`.execute(tx)
  return found.rows
}
export async function removeRowsBefore(tx: Tx, tenant: string, day: string): Promise<number> {
  const gone = await sql`delete from flow_row where tenant_id = ${tenant} and day < ${day}::date`.execute(tx)
  return Number(gone.numAffectedRows ?? 0)
}
