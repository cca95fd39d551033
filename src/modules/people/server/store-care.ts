/* What is known of accounts that open files: undertaking, review, rest, the last day on which they came by. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

type Stamp = { readonly account: string; readonly at: string }

export async function saveUndertaking(tx: Tx, tenant: string, row: Stamp & { readonly version: string }): Promise<void> {
  await sql`
    insert into account_undertaking (tenant_id, account_id, version, signed_at) values (${tenant}, ${row.account}, ${row.version}, ${row.at})
    on conflict (tenant_id, account_id) do update set version = excluded.version, signed_at = excluded.signed_at`.execute(tx)
}
export async function saveReview(tx: Tx, tenant: string, row: Stamp & { readonly by: string }): Promise<void> {
  await sql`
    insert into account_review (tenant_id, account_id, reviewed_at, reviewed_by) values (${tenant}, ${row.account}, ${row.at}, ${row.by})
    on conflict (tenant_id, account_id) do update set reviewed_at = excluded.reviewed_at, reviewed_by = excluded.reviewed_by`.execute(tx)
}
export async function saveRest(tx: Tx, tenant: string, row: Stamp & { readonly because: string; readonly by: string }): Promise<void> {
  await sql`
    insert into account_rest (tenant_id, account_id, because, since, put_by)
    values (${tenant}, ${row.account}, ${row.because}, ${row.at}, ${row.by})
    on conflict (tenant_id, account_id) do update set because = excluded.because, since = excluded.since, put_by = excluded.put_by`.execute(
    tx,
  )
}
/** Whoever woke an account looked at it: that counts as a review. */
export async function endRest(tx: Tx, tenant: string, row: Stamp & { readonly by: string }): Promise<void> {
  await sql`delete from account_rest where tenant_id = ${tenant} and account_id = ${row.account}`.execute(tx)
  await saveReview(tx, tenant, row)
}

export async function isAtRest(tx: Tx, tenant: string, account: string): Promise<boolean> {
  const { rows } = await sql`select 1 from account_rest where tenant_id = ${tenant} and account_id = ${account}`.execute(tx)
  return rows.length > 0
}

/** Once a day and account; the day never goes back. */
export async function noteSeen(tx: Tx, tenant: string, row: { readonly account: string; readonly on: string }): Promise<void> {
  await sql`
    insert into account_seen (tenant_id, account_id, seen_on) values (${tenant}, ${row.account}, ${row.on})
    on conflict (tenant_id, account_id) do update set seen_on = greatest(account_seen.seen_on, excluded.seen_on)`.execute(tx)
}

export interface CareRow {
  readonly account: string
  readonly organisation: string | null
  readonly roles: readonly string[]
  readonly registeredAt: string
  readonly seenOn: string | null
  readonly reviewedAt: string | null
  readonly version: string | null
  readonly signedAt: string | null
  readonly because: string | null
  readonly since: string | null
}
/** Open accounts of persons; one of them where it is named. */
export async function listCare(tx: Tx, tenant: string, account: string | null): Promise<readonly CareRow[]> {
  const { rows } = await sql<CareRow>`
    select a.id as account, a.organisation_id as organisation, a.registered_at as "registeredAt", n.seen_on::text as "seenOn",
      v.reviewed_at as "reviewedAt", u.version, u.signed_at as "signedAt", r.because, r.since,
      coalesce((select array_agg(o.role order by o.role) from account_role o where o.tenant_id = a.tenant_id and o.account_id = a.id), '{}') as roles
    from account a
      left join account_seen n on n.tenant_id = a.tenant_id and n.account_id = a.id
      left join account_review v on v.tenant_id = a.tenant_id and v.account_id = a.id
      left join account_undertaking u on u.tenant_id = a.tenant_id and u.account_id = a.id
      left join account_rest r on r.tenant_id = a.tenant_id and r.account_id = a.id
    where a.tenant_id = ${tenant} and a.kind = 'person' and a.closed_at is null and (${account === null} or a.id::text = ${account})
    order by a.registered_at, a.id`.execute(tx)
  return rows
}
