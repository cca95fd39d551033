/*
The plain rows of sign-in: who may sign in with which password, open sessions, tries, keys of machines. Here alone live names
and e-mail addresses. Nothing in this file is rebuilt from the log.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface SignInUser {
  readonly account: string
  readonly tenant: string
  readonly name: string
  readonly email: string
  readonly language: 'fr' | 'en'
}

export async function findUserByEmail(tx: Tx, email: string): Promise<{ readonly account: string; readonly tenant: string } | null> {
  const found = await sql<{ id: string; tenant_id: string }>`
    select id, tenant_id from sign_in_user where email = ${email.toLowerCase()}`.execute(tx)
  const row = found.rows[0]
  return row ? { account: row.id, tenant: row.tenant_id } : null
}

export async function findUser(tx: Tx, account: string): Promise<SignInUser | null> {
  const found = await sql<SignInUser>`
    select id as account, tenant_id as tenant, name, email, language from sign_in_user where id = ${account}`.execute(tx)
  return found.rows[0] ?? null
}

/** Names of everybody of one body, by account. */
export async function namesOfBody(tx: Tx, tenant: string, organisation: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select u.id, u.name from sign_in_user u join account a on a.tenant_id = u.tenant_id and a.id::text = u.id
    where a.tenant_id = ${tenant} and a.organisation_id = ${organisation}`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Makes the way one account signs in; the password arrives hashed. Fails when the account or the address has one already. */
export async function insertUser(tx: Tx, user: SignInUser & { readonly passwordHash: string }): Promise<void> {
  await sql`
    insert into sign_in_user (id, tenant_id, name, email, email_verified, language)
    values (${user.account}, ${user.tenant}, ${user.name}, ${user.email.toLowerCase()}, true, ${user.language})`.execute(tx)
  await sql`
    insert into sign_in_credential (id, user_id, account_id, provider_id, password)
    values (${user.account}, ${user.account}, ${user.account}, 'credential', ${user.passwordHash})`.execute(tx)
}

export async function hasSecondFactor(tx: Tx, account: string): Promise<boolean> {
  const found = await sql`select 1 from sign_in_user where id = ${account} and two_factor_enabled`.execute(tx)
  return found.rows.length > 0
}

/** Only for a row whose account was never registered. */
export async function deleteUser(tx: Tx, account: string): Promise<void> {
  await sql`delete from sign_in_user where id = ${account}`.execute(tx)
}

/** What remains of a closed account is the name behind its deeds; nothing opens it any more. */
export async function deleteCredentials(tx: Tx, account: string): Promise<void> {
  await deleteSessions(tx, account)
  await sql`delete from sign_in_credential where user_id = ${account}`.execute(tx)
  await sql`delete from sign_in_two_factor where user_id = ${account}`.execute(tx)
}

/** Ends every session of an account; gives how many there were. */
export async function deleteSessions(tx: Tx, account: string): Promise<number> {
  const gone = await sql`delete from sign_in_session where user_id = ${account}`.execute(tx)
  // A browser that was trusted to skip the second factor is a session by another name.
  await sql`delete from sign_in_verification where value = ${account}`.execute(tx)
  return Number(gone.numAffectedRows ?? 0)
}

/** Counts one try in a fixed window, in one statement, so that two servers cannot both take the last one. */
export async function countAttempt(
  tx: Tx,
  key: string,
  windowSeconds: number,
): Promise<{ readonly count: number; readonly secondsLeft: number }> {
  const counted = await sql<{ count: number; seconds_left: number }>`
    insert into sign_in_attempt as tried (key, count, window_ends_at)
    values (${key}, 1, now() + make_interval(secs => ${windowSeconds}))
    on conflict (key) do update set
      count = case when tried.window_ends_at <= now() then 1 else tried.count + 1 end,
      window_ends_at = case when tried.window_ends_at <= now() then excluded.window_ends_at else tried.window_ends_at end
    returning count, ceil(extract(epoch from window_ends_at - now()))::int as seconds_left`.execute(tx)
  const row = counted.rows[0]
  return { count: row?.count ?? 1, secondsLeft: row?.seconds_left ?? windowSeconds }
}

export async function forgetAttempts(tx: Tx, key: string): Promise<void> {
  await sql`delete from sign_in_attempt where key = ${key}`.execute(tx)
}

/** Counts whose window has ended count nothing. Rows that somebody else holds are left for the next time. */
export async function sweepAttempts(tx: Tx): Promise<void> {
  await sql`
    delete from sign_in_attempt where key in (
      select key from sign_in_attempt where window_ends_at < now() limit 10000 for update skip locked)`.execute(tx)
}

/** Takes the place of the password that an account has; `false` for an account without one. */
export async function replacePassword(tx: Tx, account: string, passwordHash: string): Promise<boolean> {
  const changed = await sql`
    update sign_in_credential set password = ${passwordHash}, updated_at = now()
    where user_id = ${account} and provider_id = 'credential'`.execute(tx)
  return changed.numAffectedRows === 1n
}

export async function deleteSecondFactor(tx: Tx, account: string): Promise<void> {
  await sql`delete from sign_in_two_factor where user_id = ${account}`.execute(tx)
  await sql`update sign_in_user set two_factor_enabled = false, updated_at = now() where id = ${account}`.execute(tx)
}

export interface MachineToken {
  readonly tenant: string
  readonly account: string
  readonly name: string
  readonly sha256: Uint8Array
  readonly createdAt: string
}
export async function saveToken(tx: Tx, token: MachineToken): Promise<void> {
  await sql`
    insert into machine_token (tenant_id, account_id, name, token_sha256, created_at)
    values (${token.tenant}, ${token.account}, ${token.name}, ${Buffer.from(token.sha256)}, ${token.createdAt})`.execute(tx)
}

/** The name that a machine was given with its newest token. */
export async function findMachineName(tx: Tx, account: string): Promise<string | null> {
  const found = await sql<{ name: string }>`
    select name from machine_token where account_id = ${account} order by created_at desc limit 1`.execute(tx)
  return found.rows[0]?.name ?? null
}

export async function findTokenAccount(tx: Tx, sha256: Uint8Array): Promise<{ readonly tenant: string; readonly account: string } | null> {
  const found = await sql<{ tenant_id: string; account_id: string }>`
    select tenant_id, account_id from machine_token where token_sha256 = ${Buffer.from(sha256)}`.execute(tx)
  const row = found.rows[0]
  return row ? { tenant: row.tenant_id, account: row.account_id } : null
}
