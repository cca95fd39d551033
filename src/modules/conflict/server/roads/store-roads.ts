/* Rows of roads, roadblocks and surveys: what was said of each, in its order. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export type RoadTable = 'conflict_road' | 'conflict_roadblock' | 'conflict_roadblock_survey'
export interface ActsRow {
  readonly id: string
  readonly acts: unknown
}
export async function addAct(
  tx: Tx,
  table: RoadTable,
  row: { readonly tenant: string; readonly id: string; readonly kind: string; readonly payload: unknown },
): Promise<void> {
  const act = JSON.stringify([{ kind: row.kind, payload: row.payload }])
  await sql`
    insert into ${sql.table(table)} as t (tenant_id, id, acts) values (${row.tenant}, ${row.id}, ${act}::jsonb)
    on conflict (tenant_id, id) do update set acts = t.acts || excluded.acts`.execute(tx)
}
/** In the order of their numbers, which is that of their days. */
export async function listActs(tx: Tx, tenant: string, table: RoadTable): Promise<readonly ActsRow[]> {
  const found = await sql<ActsRow>`select id, acts from ${sql.table(table)} where tenant_id = ${tenant} order by id limit 20000`.execute(tx)
  return found.rows
}
