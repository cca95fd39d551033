/*
One-time enrolments: a plain row that lives ten minutes. Only the hash of the secret is here; whether it was used is told by
the device that came of it, so a rebuild of the read tables changes nothing.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { TerritoryRow } from './store.ts'

export interface EnrolmentRow {
  readonly id: string
  readonly account: string
  readonly role: string
  readonly territory: TerritoryRow
  readonly createdBy: string
  readonly expiresAt: string
}

export async function insertEnrolment(
  tx: Tx,
  tenant: string,
  row: EnrolmentRow & { readonly secretSha256: Uint8Array; readonly createdAt: string },
): Promise<void> {
  // Yesterday's offers open nothing any more; what came of them stands in the table of devices.
  await sql`delete from enrolment where tenant_id = ${tenant} and expires_at < ${row.createdAt}::timestamptz - interval '1 day'`.execute(tx)
  await sql`
    insert into enrolment (tenant_id, id, secret_sha256, account_id, role, territory, created_by, created_at, expires_at)
    values (${tenant}, ${row.id}, ${Buffer.from(row.secretSha256)}, ${row.account}, ${row.role}, ${JSON.stringify(row.territory)}::jsonb, ${row.createdBy}, ${row.createdAt}, ${row.expiresAt})`.execute(
    tx,
  )
}

export async function findEnrolment(
  tx: Tx,
  tenant: string,
  secretSha256: Uint8Array,
): Promise<(EnrolmentRow & { readonly used: boolean }) | null> {
  const found = await sql<EnrolmentRow & { used: boolean }>`
    select e.id, e.account_id as account, e.role, e.territory, e.created_by as "createdBy", e.expires_at as "expiresAt",
      exists (select 1 from device d where d.tenant_id = e.tenant_id and d.enrolment_id = e.id) as used
    from enrolment e where e.tenant_id = ${tenant} and e.secret_sha256 = ${Buffer.from(secretSha256)}`.execute(tx)
  return found.rows[0] ?? null
}
