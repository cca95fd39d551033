/* Personal keys, custodians and recoveries as the projection writes them and as they are read. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface KeyRow {
  readonly account: string
  readonly key: string
  readonly publicKey: string
  readonly registeredAt: string
}
export async function insertKey(tx: Tx, tenant: string, row: KeyRow): Promise<void> {
  await sql`
    insert into personal_key (tenant_id, account_id, key_id, public_key, registered_at)
    values (${tenant}, ${row.account}, ${row.key}, ${row.publicKey}, ${row.registeredAt}::timestamptz)`.execute(tx)
}
export async function retireKey(
  tx: Tx,
  tenant: string,
  row: { readonly account: string; readonly key: string; readonly because: string; readonly at: string },
): Promise<void> {
  await sql`
    update personal_key set retired_at = ${row.at}::timestamptz, retired_because = ${row.because}
    where tenant_id = ${tenant} and account_id = ${row.account} and key_id = ${row.key}`.execute(tx)
}
/** Keys in use, of those accounts. */
export async function currentKeys(tx: Tx, tenant: string, accounts: readonly string[]): Promise<readonly KeyRow[]> {
  if (accounts.length === 0) return []
  const found = await sql<KeyRow>`
    select account_id as account, key_id as key, public_key as "publicKey", to_char(registered_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "registeredAt"
    from personal_key where tenant_id = ${tenant} and account_id = any (${[...accounts]}::text[]) and retired_at is null
    order by account_id`.execute(tx)
  return found.rows
}
export async function isPublicKeyKnown(tx: Tx, tenant: string, publicKey: string): Promise<boolean> {
  const found = await sql`select 1 from personal_key where tenant_id = ${tenant} and public_key = ${publicKey}`.execute(tx)
  return found.rows.length > 0
}

/** Needs the scope `record`. One sealed key of an account is kept: an older one with a passphrase that was left should not lie about. */
export async function keepBox(
  tx: Tx,
  tenant: string,
  row: { readonly account: string; readonly key: string; readonly sealed: object; readonly at: string },
): Promise<void> {
  await sql`delete from personal_key_box where tenant_id = ${tenant} and account_id = ${row.account}`.execute(tx)
  await sql`
    insert into personal_key_box (tenant_id, account_id, key_id, sealed, kept_at)
    values (${tenant}, ${row.account}, ${row.key}, ${JSON.stringify(row.sealed)}::jsonb, ${row.at}::timestamptz)`.execute(tx)
}
export async function findBox(
  tx: Tx,
  tenant: string,
  { account, key }: { readonly account: string; readonly key: string },
): Promise<unknown> {
  const found = await sql<{ readonly sealed: unknown }>`
    select sealed from personal_key_box where tenant_id = ${tenant} and account_id = ${account} and key_id = ${key}`.execute(tx)
  return found.rows[0]?.sealed ?? null
}

export async function insertNaming(
  tx: Tx,
  tenant: string,
  row: {
    readonly naming: string
    readonly organisation: string
    readonly custodians: readonly string[]
    readonly by: string
    readonly at: string
  },
): Promise<void> {
  await sql`
    insert into key_custodians (tenant_id, naming_id, organisation_id, custodians, named_by, named_at)
    values (${tenant}, ${row.naming}, ${row.organisation}, ${[...row.custodians]}::text[], ${row.by}, ${row.at}::timestamptz)`.execute(tx)
}
export async function confirmNaming(
  tx: Tx,
  tenant: string,
  row: { readonly naming: string; readonly by: string; readonly at: string },
): Promise<void> {
  await sql`
    update key_custodians set confirmed_by = ${row.by}, confirmed_at = ${row.at}::timestamptz
    where tenant_id = ${tenant} and naming_id = ${row.naming}`.execute(tx)
}
export interface NamingRow {
  readonly naming: string
  readonly custodians: readonly string[]
  readonly namedAt: string
  readonly isConfirmed: boolean
}
/** The newest confirmed naming of an organisation, and a newer one that waits. */
export async function namingsOf(
  tx: Tx,
  tenant: string,
  organisation: string,
): Promise<{ readonly current: NamingRow | null; readonly waiting: NamingRow | null }> {
  const found = await sql<NamingRow>`
    select naming_id as naming, custodians, confirmed_at is not null as "isConfirmed",
      to_char(named_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "namedAt"
    from key_custodians where tenant_id = ${tenant} and organisation_id = ${organisation}
    order by named_at desc, naming_id desc limit 50`.execute(tx)
  const [newest] = found.rows
  return {
    current: found.rows.find((row) => row.isConfirmed) ?? null,
    waiting: newest === undefined || newest.isConfirmed ? null : newest,
  }
}
