/* Recoveries: who asked, who gave, what was opened again; and the shares on their way, which lie outside the log. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface RecoveryRow {
  readonly id: string
  readonly account: string
  readonly organisation: string | null
  readonly role: string | null
  readonly key: string
  readonly publicKey: string
  readonly because: string
  readonly askedAt: string
  readonly finishedAt: string | null
  readonly isOpen: boolean
  readonly givenBy: readonly string[]
  readonly reopened: number
}
export async function insertRecovery(
  tx: Tx,
  tenant: string,
  row: Pick<RecoveryRow, 'id' | 'account' | 'organisation' | 'role' | 'key' | 'publicKey' | 'because' | 'askedAt'>,
): Promise<void> {
  await sql`
    insert into vault_recovery (tenant_id, recovery_id, account_id, organisation_id, role, key_id, public_key, because, asked_at)
    values (${tenant}, ${row.id}, ${row.account}, ${row.organisation}, ${row.role}, ${row.key}, ${row.publicKey}, ${row.because},
      ${row.askedAt}::timestamptz)`.execute(tx)
}
export async function insertGift(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly custodian: string; readonly cases: number; readonly at: string },
): Promise<void> {
  await sql`
    insert into vault_recovery_gift (tenant_id, recovery_id, custodian_id, cases, given_at)
    values (${tenant}, ${row.id}, ${row.custodian}, ${row.cases}, ${row.at}::timestamptz)`.execute(tx)
}
export async function finishRecovery(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly cases: readonly string[]; readonly custodians: readonly string[]; readonly at: string },
): Promise<void> {
  await sql`
    insert into vault_reopening (tenant_id, recovery_id, case_id, account_id, custodians, because, reopened_at)
    select r.tenant_id, r.recovery_id, c.id, r.account_id, ${[...row.custodians]}::text[], r.because, ${row.at}::timestamptz
    from vault_recovery r, unnest(${[...row.cases]}::text[]) as c (id)
    where r.tenant_id = ${tenant} and r.recovery_id = ${row.id}`.execute(tx)
  await sql`
    update vault_recovery set finished_at = ${row.at}::timestamptz where tenant_id = ${tenant} and recovery_id = ${row.id}`.execute(tx)
}
export async function withdrawRecovery(tx: Tx, tenant: string, row: { readonly id: string; readonly at: string }): Promise<void> {
  await sql`
    update vault_recovery set withdrawn_at = ${row.at}::timestamptz where tenant_id = ${tenant} and recovery_id = ${row.id}`.execute(tx)
}

const columns = sql`r.recovery_id as id, r.account_id as account, r.organisation_id as organisation, r.role, r.key_id as key, r.public_key as "publicKey",
  r.because, to_char(r.asked_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "askedAt",
  to_char(r.finished_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "finishedAt",
  r.finished_at is null and r.withdrawn_at is null and exists (
    select 1 from personal_key k
    where k.tenant_id = r.tenant_id and k.account_id = r.account_id and k.key_id = r.key_id and k.retired_at is null
  ) as "isOpen",
  array(select g.custodian_id from vault_recovery_gift g where g.tenant_id = r.tenant_id and g.recovery_id = r.recovery_id order by g.given_at, g.custodian_id) as "givenBy",
  (select count(*)::int from vault_reopening o where o.tenant_id = r.tenant_id and o.recovery_id = r.recovery_id) as reopened`

export async function findRecovery(tx: Tx, tenant: string, id: string): Promise<RecoveryRow | null> {
  const found = await sql<RecoveryRow>`
    select ${columns} from vault_recovery r where r.tenant_id = ${tenant} and r.recovery_id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}
export async function recoveriesOf(tx: Tx, tenant: string, account: string): Promise<readonly RecoveryRow[]> {
  const found = await sql<RecoveryRow>`
    select ${columns} from vault_recovery r where r.tenant_id = ${tenant} and r.account_id = ${account}
    order by r.asked_at desc, r.recovery_id limit 100`.execute(tx)
  return found.rows
}
/** Those that wait. Few at any time. */
export async function openRecoveries(tx: Tx, tenant: string): Promise<readonly RecoveryRow[]> {
  const found = await sql<RecoveryRow>`
    select ${columns} from vault_recovery r
    where r.tenant_id = ${tenant} and r.finished_at is null and r.withdrawn_at is null
    order by r.asked_at, r.recovery_id limit 500`.execute(tx)
  return found.rows.filter((row) => row.isOpen)
}
/** Asked for or finished since, with the cases that were opened again; few at any time. */
export async function recentRecoveries(
  tx: Tx,
  tenant: string,
  since: string,
): Promise<readonly (RecoveryRow & { readonly reopened: readonly string[] })[]> {
  const found = await sql<RecoveryRow & { readonly reopened: readonly string[] }>`
    select ${columns}, array(
      select o.case_id from vault_reopening o where o.tenant_id = r.tenant_id and o.recovery_id = r.recovery_id order by 1) as reopened
    from vault_recovery r
    where r.tenant_id = ${tenant} and r.withdrawn_at is null
      and (r.asked_at >= ${since}::timestamptz or r.finished_at >= ${since}::timestamptz)
    order by r.asked_at, r.recovery_id limit 500`.execute(tx)
  return found.rows
}
/** The marks of one case, for its owner. */
export async function reopeningsOf(
  tx: Tx,
  tenant: string,
  of: string,
): Promise<readonly { readonly account: string; readonly custodians: readonly string[]; readonly because: string; readonly at: string }[]> {
  const found = await sql<{
    readonly account: string
    readonly custodians: readonly string[]
    readonly because: string
    readonly at: string
  }>`
    select account_id as account, custodians, because, to_char(reopened_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from vault_reopening where tenant_id = ${tenant} and case_id = ${of} order by reopened_at, recovery_id`.execute(tx)
  return found.rows
}

/** Where to look: whether somebody is of the team, the sealed record says. Needs the scope `record`. */
export async function casesWithRowOf(tx: Tx, tenant: string, account: string): Promise<readonly string[]> {
  const found = await sql<{ readonly case: string }>`
    select case_id as "case" from case_member
    where tenant_id = ${tenant} and account_id = ${account} and left_at is null order by 1`.execute(tx)
  return found.rows.map((row) => row.case)
}

export interface ShareRow {
  readonly case: string
  readonly vault: string
  readonly generation: number
  readonly share: string
}
/** Of a custodian, of those cases. */
export async function sharesOf(
  tx: Tx,
  tenant: string,
  { custodian, cases }: { readonly custodian: string; readonly cases: readonly string[] },
): Promise<readonly ShareRow[]> {
  const found = await sql<ShareRow>`
    select case_id as "case", vault, generation, share from case_vault_share
    where tenant_id = ${tenant} and custodian = ${custodian} and case_id = any (${[...cases]}::text[])
    order by case_id, vault, generation`.execute(tx)
  return found.rows
}
/** Needs the scope `record`. */
export async function keepGiven(
  tx: Tx,
  tenant: string,
  given: {
    readonly recovery: string
    readonly custodian: string
    readonly for: string
    readonly at: string
    readonly shares: readonly ShareRow[]
  },
): Promise<void> {
  await sql`
    insert into vault_recovery_share (tenant_id, recovery_id, custodian, for_account, case_id, vault, generation, share, given_at)
    select ${tenant}, ${given.recovery}, ${given.custodian}, ${given.for}, s."case", s.vault, s.generation, s.share, ${given.at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(given.shares)}::jsonb) as s ("case" text, vault text, generation integer, share text)`.execute(
    tx,
  )
}
export interface GivenRow {
  readonly case: string
  readonly vault: string
  readonly generation: number
  readonly shares: readonly string[]
}
export async function givenTo(
  tx: Tx,
  tenant: string,
  { recovery, account }: { readonly recovery: string; readonly account: string },
): Promise<readonly GivenRow[]> {
  const found = await sql<GivenRow>`
    select s.case_id as "case", s.vault, s.generation, array_agg(s.share order by s.custodian) as shares
    from vault_recovery_share s
    where s.tenant_id = ${tenant} and s.recovery_id = ${recovery} and s.for_account = ${account}
    group by 1, 2, 3 order by 1, 2, 3`.execute(tx)
  return found.rows
}
/** When it is over, what was on its way goes. */
export async function dropGiven(tx: Tx, tenant: string, recovery: string): Promise<void> {
  await sql`delete from vault_recovery_share where tenant_id = ${tenant} and recovery_id = ${recovery}`.execute(tx)
}

/** Vaults of which somebody holds a wrap, whose shares do not lie with these custodians under these keys. Needs the scope `record`. */
export async function wantingShares(
  tx: Tx,
  tenant: string,
  asked: { readonly account: string; readonly key: string; readonly custodians: readonly string[] },
): Promise<readonly { readonly case: string; readonly vault: string; readonly generation: number }[]> {
  const found = await sql<{ readonly case: string; readonly vault: string; readonly generation: number }>`
    select w.case_id as "case", w.vault, w.generation from case_vault_wrap w
    where w.tenant_id = ${tenant} and w.reader = ${asked.account} and w.key_id = ${asked.key}
      and (
        select count(*) from case_vault_share s
        where s.tenant_id = w.tenant_id and s.case_id = w.case_id and s.vault = w.vault and s.generation = w.generation
          and s.custodian || ' ' || s.key_id = any (${[...asked.custodians]}::text[])
      ) < 3
    order by 1, 2, 3 limit 2000`.execute(tx)
  return found.rows
}
