/* Rows of secret names: who reads and who looked, and the boxes that lie beside the log. A box is asked for as the person who wants it; the database sees to the rest. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface NameRow {
  readonly of: unknown
  readonly readers: unknown
  readonly keptAt: string
  readonly asked: unknown
}
export async function insertName(tx: Tx, tenant: string, row: Omit<NameRow, 'asked'> & { readonly id: string }): Promise<void> {
  await sql`
    insert into secret_name (tenant_id, id, of, readers, kept_at)
    values (${tenant}, ${row.id}::uuid, ${JSON.stringify(row.of)}::jsonb, ${JSON.stringify(row.readers)}::jsonb, ${row.keptAt}::timestamptz)`.execute(
    tx,
  )
}
export async function setReaders(tx: Tx, tenant: string, row: { readonly id: string; readonly readers: unknown }): Promise<void> {
  await sql`
    update secret_name set readers = ${JSON.stringify(row.readers)}::jsonb, asked = null where tenant_id = ${tenant} and id = ${row.id}::uuid`.execute(
    tx,
  )
}
export async function findName(tx: Tx, tenant: string, id: string): Promise<NameRow | null> {
  const found = await sql<NameRow>`
    select of, readers, asked, to_char(kept_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "keptAt"
    from secret_name where tenant_id = ${tenant} and id = ${id}::uuid`.execute(tx)
  return found.rows[0] ?? null
}

export interface LookRow {
  readonly account: string
  readonly at: string
}
export async function insertLook(
  tx: Tx,
  tenant: string,
  row: LookRow & { readonly name: string; readonly position: number },
): Promise<void> {
  await sql`
    insert into secret_name_look (tenant_id, name_id, account_id, looked_at, position)
    values (${tenant}, ${row.name}::uuid, ${row.account}, ${row.at}::timestamptz, ${row.position})`.execute(tx)
}
export async function listLooks(tx: Tx, tenant: string, name: string): Promise<readonly LookRow[]> {
  const found = await sql<LookRow>`
    select account_id as account, to_char(looked_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from secret_name_look where tenant_id = ${tenant} and name_id = ${name}::uuid order by position desc limit 200`.execute(tx)
  return found.rows
}

const enter = (tx: Tx, scope: 'record' | 'reader', account: string): Promise<unknown> =>
  sql`select set_config('chanzo.account', ${account}, true), set_config('chanzo.scope', ${scope}, true)`.execute(tx)

/** In the place of the one before it, which goes. */
export async function keepNameBox(
  tx: Tx,
  tenant: string,
  kept: { readonly name: string; readonly readers: readonly string[]; readonly box: string; readonly at: string },
): Promise<void> {
  await enter(tx, 'record', '')
  await sql`
    insert into secret_name_box (tenant_id, name_id, readers, box, sealed_at)
    values (${tenant}, ${kept.name}::uuid, ${[...kept.readers]}::text[], ${kept.box}, ${kept.at}::timestamptz)
    on conflict (tenant_id, name_id)
    do update set readers = excluded.readers, box = excluded.box, sealed_at = excluded.sealed_at`.execute(tx)
}
export async function dropNameBox(tx: Tx, tenant: string, name: string): Promise<void> {
  await enter(tx, 'record', '')
  await sql`delete from secret_name_box where tenant_id = ${tenant} and name_id = ${name}::uuid`.execute(tx)
}
export async function findNameBox(
  tx: Tx,
  tenant: string,
  { name, account }: { readonly name: string; readonly account: string },
): Promise<string | null> {
  await enter(tx, 'reader', account)
  const found = await sql<{ box: string }>`
    select box from secret_name_box where tenant_id = ${tenant} and name_id = ${name}::uuid`.execute(tx)
  return found.rows[0]?.box ?? null
}
/** Of all names, newest first. */
export async function newestLooks(tx: Tx, tenant: string): Promise<readonly (LookRow & { readonly of: string })[]> {
  const found = await sql<LookRow & { readonly of: string }>`
    select l.account_id as account, to_char(l.looked_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, n.of->>'kind' as of
    from secret_name_look l join secret_name n on n.tenant_id = l.tenant_id and n.id = l.name_id
    where l.tenant_id = ${tenant} order by l.position desc limit 500`.execute(tx)
  return found.rows
}
