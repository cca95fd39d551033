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

export const MOST_WORKSHOPS = 200
/** Newest workshops first. */
export async function listWorkshopIds(tx: Tx, tenant: string): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select id from conflict_workshop where tenant_id = ${tenant} order by first_day desc, id limit ${MOST_WORKSHOPS}`.execute(tx)
  return found.rows.map((row) => row.id)
}
export async function countWorkshops(tx: Tx, tenant: string): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from conflict_workshop where tenant_id = ${tenant}`.execute(tx)
  return found.rows[0]?.n ?? 0
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

export interface GroupCode {
  readonly group: number
  readonly code: string
}
/** Sets the codes of groups; a code that a group had before opens nothing any more. */
export async function setCodes(
  tx: Tx,
  tenant: string,
  { workshop, codes }: { readonly workshop: string; readonly codes: readonly GroupCode[] },
): Promise<void> {
  for (const { group, code } of codes)
    await sql`
      insert into conflict_hall_group (tenant_id, workshop_id, group_number, code) values (${tenant}, ${workshop}, ${group}, ${code})
      on conflict (tenant_id, workshop_id, group_number) do update set code = excluded.code`.execute(tx)
}
export async function shutDoor(tx: Tx, tenant: string, workshop: string): Promise<void> {
  await sql`delete from conflict_hall_group where tenant_id = ${tenant} and workshop_id = ${workshop}`.execute(tx)
  await sql`delete from conflict_hall_telephone where tenant_id = ${tenant} and workshop_id = ${workshop}`.execute(tx)
}
/** Codes of the groups in their order; none while the hall is shut. */
export async function listCodes(tx: Tx, tenant: string, workshop: string): Promise<readonly GroupCode[]> {
  const found = await sql<GroupCode>`
    select group_number as "group", code from conflict_hall_group
    where tenant_id = ${tenant} and workshop_id = ${workshop} order by group_number`.execute(tx)
  return found.rows
}
export interface Behind {
  readonly workshop: string
  readonly group: number
}
export async function groupBehind(tx: Tx, tenant: string, code: string): Promise<Behind | null> {
  const found = await sql<Behind>`
    select workshop_id as workshop, group_number as "group" from conflict_hall_group where tenant_id = ${tenant} and code = ${code}`.execute(
    tx,
  )
  return found.rows[0] ?? null
}
export interface HallTelephone {
  readonly number: number
  readonly group: number
}
/** The telephone gets the next number of its hall; one that is in already stays in its group. */
export async function letIn(
  tx: Tx,
  tenant: string,
  { workshop, tokenHash, group }: { readonly workshop: string; readonly tokenHash: string; readonly group: number },
): Promise<void> {
  // Two that come in at once wait for each other, so that no two bear one number.
  await sql`
    select 1 from conflict_hall_group where tenant_id = ${tenant} and workshop_id = ${workshop} order by group_number for update`.execute(
    tx,
  )
  await sql`
    insert into conflict_hall_telephone (tenant_id, workshop_id, token_hash, group_number, number)
    select ${tenant}, ${workshop}, ${tokenHash}, ${group}, coalesce(max(number), 0) + 1 from conflict_hall_telephone
    where tenant_id = ${tenant} and workshop_id = ${workshop}
    on conflict (tenant_id, workshop_id, token_hash) do nothing`.execute(tx)
}
export async function findTelephone(
  tx: Tx,
  tenant: string,
  { workshop, tokenHash }: { readonly workshop: string; readonly tokenHash: string },
): Promise<HallTelephone | null> {
  const found = await sql<HallTelephone>`
    select number, group_number as "group" from conflict_hall_telephone
    where tenant_id = ${tenant} and workshop_id = ${workshop} and token_hash = ${tokenHash}`.execute(tx)
  return found.rows[0] ?? null
}
export async function listTelephones(tx: Tx, tenant: string, workshop: string): Promise<readonly HallTelephone[]> {
  const found = await sql<HallTelephone>`
    select number, group_number as "group" from conflict_hall_telephone
    where tenant_id = ${tenant} and workshop_id = ${workshop} order by number`.execute(tx)
  return found.rows
}
export async function releaseTelephone(
  tx: Tx,
  tenant: string,
  { workshop, number }: { readonly workshop: string; readonly number: number },
): Promise<void> {
  await sql`
    delete from conflict_hall_telephone where tenant_id = ${tenant} and workshop_id = ${workshop} and number = ${number}`.execute(tx)
}
export async function releaseGroup(tx: Tx, tenant: string, { workshop, group }: Behind): Promise<void> {
  await sql`
    delete from conflict_hall_telephone where tenant_id = ${tenant} and workshop_id = ${workshop} and group_number = ${group}`.execute(tx)
}
