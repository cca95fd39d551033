/* Rows of workshops: each with its acts in the order of the log; and, apart from the log, the door of an open hall with the telephones that came in by it. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface ActRow {
  readonly workshop: string
  readonly kind: string
  readonly at: string
  readonly payload: unknown
}

export async function insertWorkshop(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly firstDay: string; readonly province: string },
): Promise<void> {
  await sql`insert into conflict_workshop (tenant_id, id, first_day, province) values (${tenant}, ${row.id}, ${row.firstDay}, ${row.province})`.execute(
    tx,
  )
}
export async function insertAct(tx: Tx, tenant: string, row: ActRow & { readonly position: number }): Promise<void> {
  await sql`
    insert into conflict_workshop_act (tenant_id, workshop_id, position, kind, at, payload)
    values (${tenant}, ${row.workshop}, ${row.position}, ${row.kind}, ${row.at}, ${JSON.stringify(row.payload)}::jsonb)`.execute(tx)
}

/** Newest workshops first; of one where asked. */
export async function listWorkshopIds(tx: Tx, tenant: string): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select id from conflict_workshop where tenant_id = ${tenant} order by first_day desc, id limit 200`.execute(tx)
  return found.rows.map((row) => row.id)
}
/** Acts of these workshops in the order of the log. */
export async function listActs(tx: Tx, tenant: string, workshops: readonly string[]): Promise<readonly ActRow[]> {
  const found = await sql<ActRow>`
    select workshop_id as workshop, kind, ${instant(sql`at`)} as at, payload from conflict_workshop_act
    where tenant_id = ${tenant} and workshop_id = any(${[...workshops]}::uuid[]) order by position`.execute(tx)
  return found.rows
}
const instant = (column: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/* ---- the door of a hall ---- */

export async function openDoor(
  tx: Tx,
  tenant: string,
  { workshop, code }: { readonly workshop: string; readonly code: string },
): Promise<void> {
  await sql`
    insert into conflict_hall (tenant_id, workshop_id, code) values (${tenant}, ${workshop}, ${code})
    on conflict (tenant_id, workshop_id) do update set code = excluded.code`.execute(tx)
}
export async function shutDoor(tx: Tx, tenant: string, workshop: string): Promise<void> {
  await sql`delete from conflict_hall where tenant_id = ${tenant} and workshop_id = ${workshop}`.execute(tx)
  await sql`delete from conflict_hall_telephone where tenant_id = ${tenant} and workshop_id = ${workshop}`.execute(tx)
}
export async function findDoor(tx: Tx, tenant: string, workshop: string): Promise<string | null> {
  const found = await sql<{ code: string }>`
    select code from conflict_hall where tenant_id = ${tenant} and workshop_id = ${workshop}`.execute(tx)
  return found.rows[0]?.code ?? null
}
export async function workshopBehind(tx: Tx, tenant: string, code: string): Promise<string | null> {
  const found = await sql<{ workshop: string }>`
    select workshop_id as workshop from conflict_hall where tenant_id = ${tenant} and code = ${code}`.execute(tx)
  return found.rows[0]?.workshop ?? null
}
export interface Telephone {
  readonly workshop: string
  readonly tokenHash: string
  readonly group: number
}
/** A telephone that changes its group is one telephone. */
export async function letIn(tx: Tx, tenant: string, { workshop, tokenHash, group }: Telephone): Promise<void> {
  await sql`
    insert into conflict_hall_telephone (tenant_id, workshop_id, token_hash, group_number) values (${tenant}, ${workshop}, ${tokenHash}, ${group})
    on conflict (tenant_id, workshop_id, token_hash) do update set group_number = excluded.group_number`.execute(tx)
}
export async function groupOf(tx: Tx, tenant: string, { workshop, tokenHash }: Omit<Telephone, 'group'>): Promise<number | null> {
  const found = await sql<{ group: number }>`
    select group_number as "group" from conflict_hall_telephone
    where tenant_id = ${tenant} and workshop_id = ${workshop} and token_hash = ${tokenHash}`.execute(tx)
  return found.rows[0]?.group ?? null
}
export async function countTelephones(
  tx: Tx,
  tenant: string,
  workshop: string,
): Promise<readonly { readonly group: number; readonly telephones: number }[]> {
  const found = await sql<{ group: number; telephones: number }>`
    select group_number as "group", count(*)::integer as telephones from conflict_hall_telephone
    where tenant_id = ${tenant} and workshop_id = ${workshop} group by group_number order by group_number`.execute(tx)
  return found.rows
}
