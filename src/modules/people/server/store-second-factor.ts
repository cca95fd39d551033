/* Who does without a second factor, who got theirs taken off, and whose is on. The secret itself belongs to sign-in. */
import { sql } from 'kysely'
import type { FactorVoice } from '../domain/second-factor.ts'
import type { Tx } from '../../../platform/database/transaction.ts'

export async function saveWaiver(
  tx: Tx,
  tenant: string,
  row: { readonly organisation: string; readonly at: string; readonly by: string },
): Promise<void> {
  await sql`
    insert into second_factor_waiver (tenant_id, organisation_id, waived_at, waived_by)
    values (${tenant}, ${row.organisation}, ${row.at}, ${row.by}) on conflict do nothing`.execute(tx)
}
export async function deleteWaiver(tx: Tx, tenant: string, organisation: string): Promise<void> {
  await sql`delete from second_factor_waiver where tenant_id = ${tenant} and organisation_id = ${organisation}`.execute(tx)
}
export async function isWaived(tx: Tx, tenant: string, organisation: string | null): Promise<boolean> {
  if (organisation === null) return false
  const { rows } = await sql`
    select 1 from second_factor_waiver where tenant_id = ${tenant} and organisation_id = ${organisation}`.execute(tx)
  return rows.length > 0
}

export async function saveAsked(
  tx: Tx,
  tenant: string,
  row: { readonly account: string; readonly at: string; readonly by: string; readonly side: string },
): Promise<void> {
  await sql`
    insert into second_factor_reset (tenant_id, account_id, asked_at, asked_by, asked_side)
    values (${tenant}, ${row.account}, ${row.at}, ${row.by}, ${row.side})
    on conflict (tenant_id, account_id) do update set
      asked_at = excluded.asked_at, asked_by = excluded.asked_by, asked_side = excluded.asked_side`.execute(tx)
}
export async function saveReset(tx: Tx, tenant: string, row: { readonly account: string; readonly at: string }): Promise<void> {
  await sql`
    insert into second_factor_reset (tenant_id, account_id, reset_at) values (${tenant}, ${row.account}, ${row.at})
    on conflict (tenant_id, account_id) do update set
      reset_at = excluded.reset_at, asked_at = null, asked_by = null, asked_side = null`.execute(tx)
}

export async function clearAsked(tx: Tx, tenant: string, account: string): Promise<void> {
  await sql`
    update second_factor_reset set asked_at = null, asked_by = null, asked_side = null
    where tenant_id = ${tenant} and account_id = ${account}`.execute(tx)
}
/** Since when somebody has all of their roles, and who gave them. */
export async function voiceOf(tx: Tx, tenant: string, account: string): Promise<FactorVoice> {
  const { rows } = await sql<FactorVoice>`
    select max(granted_at) as since, coalesce(array_agg(distinct granted_by), '{}') as "grantedBy" from account_role
    where tenant_id = ${tenant} and account_id::text = ${account}`.execute(tx)
  return rows[0] ?? { since: null, grantedBy: [] }
}

export interface FactorRow {
  readonly account: string
  readonly organisation: string | null
  readonly roles: readonly string[]
  readonly isOn: boolean
  readonly askedAt: string | null
  readonly askedBy: string | null
  readonly askedSide: string | null
  readonly resetAt: string | null
}
/** Open accounts of persons; one of them where it is named. */
export async function listFactors(tx: Tx, tenant: string, account: string | null): Promise<readonly FactorRow[]> {
  const { rows } = await sql<FactorRow>`
    select a.id as account, a.organisation_id as organisation, coalesce(u.two_factor_enabled, false) as "isOn",
      r.asked_at as "askedAt", r.asked_by as "askedBy", r.asked_side as "askedSide", r.reset_at as "resetAt",
      coalesce((select array_agg(o.role order by o.role) from account_role o where o.tenant_id = a.tenant_id and o.account_id = a.id), '{}') as roles
    from account a
      left join sign_in_user u on u.id = a.id::text
      left join second_factor_reset r on r.tenant_id = a.tenant_id and r.account_id = a.id
    where a.tenant_id = ${tenant} and a.kind = 'person' and a.closed_at is null and (${account === null} or a.id::text = ${account})
    order by a.registered_at, a.id`.execute(tx)
  return rows
}
