/* Passwords of Collect in SQL: who made them, for whom, when they were last used. The password itself is nowhere. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface CollectLoginRow {
  readonly id: string
  readonly user: string
  readonly account: string
  readonly role: string
  readonly createdBy: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
  readonly withdrawnAt: string | null
}
const columns = sql`id, user_name as "user", account_id as account, role, created_by as "createdBy", created_at as "createdAt",
  last_used_at as "lastUsedAt", withdrawn_at as "withdrawnAt"`

export async function insertCollectLogin(
  tx: Tx,
  tenant: string,
  row: Pick<CollectLoginRow, 'id' | 'user' | 'account' | 'role' | 'createdBy' | 'createdAt'> & { readonly ha1: string },
): Promise<void> {
  await sql`
    insert into collect_login (tenant_id, id, user_name, ha1, account_id, role, created_by, created_at)
    values (${tenant}, ${row.id}, ${row.user}, ${row.ha1}, ${row.account}, ${row.role}, ${row.createdBy}, ${row.createdAt})`.execute(tx)
}

/** One that opens something now. */
export async function findCollectLogin(
  tx: Tx,
  tenant: string,
  user: string,
): Promise<{
  readonly id: string
  readonly ha1: string
  readonly account: string
  readonly role: string
  readonly lastUsedAt: string | null
} | null> {
  const found = await sql<{ id: string; ha1: string; account: string; role: string; lastUsedAt: string | null }>`
    select id, ha1, account_id as account, role, last_used_at as "lastUsedAt" from collect_login
    where tenant_id = ${tenant} and user_name = ${user} and withdrawn_at is null`.execute(tx)
  return found.rows[0] ?? null
}

export async function listCollectLogins(tx: Tx, tenant: string): Promise<readonly CollectLoginRow[]> {
  const found = await sql<CollectLoginRow>`
    select ${columns} from collect_login where tenant_id = ${tenant} order by withdrawn_at nulls first, created_at desc, id limit 1000`.execute(
    tx,
  )
  return found.rows
}

export async function noteCollectUse(tx: Tx, tenant: string, { id, at }: { readonly id: string; readonly at: string }): Promise<void> {
  await sql`update collect_login set last_used_at = ${at} where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}

/** False when it was withdrawn before. */
export async function withdrawCollectLogin(
  tx: Tx,
  tenant: string,
  { id, by, at }: { readonly id: string; readonly by: string; readonly at: string },
): Promise<boolean> {
  const changed = await sql`
    update collect_login set withdrawn_at = ${at}, withdrawn_by = ${by}
    where tenant_id = ${tenant} and id = ${id} and withdrawn_at is null`.execute(tx)
  return changed.numAffectedRows === 1n
}

/** Wrong tries that still count against a user name. */
export async function countWrongTries(tx: Tx, key: string): Promise<number> {
  const found = await sql<{ count: number }>`select count from sign_in_attempt where key = ${key} and window_ends_at > now()`.execute(tx)
  return found.rows[0]?.count ?? 0
}
