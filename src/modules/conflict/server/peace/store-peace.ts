/* Rows of the roadmap, of figures of disarmament and of dialogues. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface ActsRow {
  readonly id: string
  readonly acts: unknown
}
interface Act {
  readonly id: string
  readonly kind: string
  readonly payload: unknown
}
const listed = (kind: string, payload: unknown): string => JSON.stringify([{ kind, payload }])

export async function insertRoadmapItem(tx: Tx, tenant: string, { id, kind, payload }: Act): Promise<void> {
  await sql`insert into conflict_roadmap_item (tenant_id, id, acts) values (${tenant}, ${id}, ${listed(kind, payload)}::jsonb)`.execute(tx)
}
export async function addRoadmapAct(tx: Tx, tenant: string, { id, kind, payload }: Act): Promise<void> {
  await sql`update conflict_roadmap_item set acts = acts || ${listed(kind, payload)}::jsonb where tenant_id = ${tenant} and id = ${id}`.execute(
    tx,
  )
}
export const MOST_ROWS = 2000
/** How many of a table there are. */
export async function countOf(
  tx: Tx,
  tenant: string,
  table: 'conflict_roadmap_item' | 'conflict_ddr_figure' | 'conflict_dialogue',
): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where tenant_id = ${tenant}`.execute(tx)
  return found.rows[0]?.n ?? 0
}
/** The newest, in the order in which they were written. */
export async function listRoadmap(tx: Tx, tenant: string): Promise<readonly ActsRow[]> {
  const found = await sql<ActsRow>`
    select id, acts from conflict_roadmap_item where tenant_id = ${tenant} order by id desc limit ${MOST_ROWS}`.execute(tx)
  return found.rows.toReversed()
}

export interface FigureRow {
  readonly id: string
  readonly isCorrected: boolean
  readonly content: unknown
}
export async function insertFigure(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly programme: string; readonly province: string; readonly asOf: string; readonly content: unknown },
): Promise<void> {
  await sql`
    insert into conflict_ddr_figure (tenant_id, id, programme, province, as_of, is_corrected, content)
    values (${tenant}, ${row.id}, ${row.programme}, ${row.province}, ${row.asOf}, false, ${JSON.stringify(row.content)}::jsonb)`.execute(tx)
}
export async function markCorrected(tx: Tx, tenant: string, id: string): Promise<void> {
  await sql`update conflict_ddr_figure set is_corrected = true where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}
export async function listFigures(tx: Tx, tenant: string, id: string | null = null): Promise<readonly FigureRow[]> {
  const found = await sql<FigureRow>`
    select id, is_corrected as "isCorrected", content from conflict_ddr_figure
    where tenant_id = ${tenant} and (${id}::uuid is null or id = ${id}::uuid) order by as_of desc, id desc limit ${MOST_ROWS}`.execute(tx)
  return found.rows
}

export async function insertDialogue(
  tx: Tx,
  tenant: string,
  { heldOn, id, kind, payload }: Act & { readonly heldOn: string },
): Promise<void> {
  await sql`
    insert into conflict_dialogue (tenant_id, id, held_on, acts) values (${tenant}, ${id}, ${heldOn}, ${listed(kind, payload)}::jsonb)`.execute(
    tx,
  )
}
export async function addDialogueAct(tx: Tx, tenant: string, { id, kind, payload }: Act): Promise<void> {
  await sql`update conflict_dialogue set acts = acts || ${listed(kind, payload)}::jsonb where tenant_id = ${tenant} and id = ${id}`.execute(
    tx,
  )
}
export async function listDialogues(tx: Tx, tenant: string, id: string | null = null): Promise<readonly ActsRow[]> {
  const found = await sql<ActsRow>`
    select id, acts from conflict_dialogue where tenant_id = ${tenant} and (${id}::uuid is null or id = ${id}::uuid)
    order by held_on desc, id desc limit ${MOST_ROWS}`.execute(tx)
  return found.rows
}
