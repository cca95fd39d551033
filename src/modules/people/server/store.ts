/*
The read tables of people: organisations, accounts with the roles they hold now, devices with their keys. Every row follows from
the log; times are those of the events. No name of a person passes here.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export type TerritoryRow = 'everywhere' | string[]

export interface OrganisationRow {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly area: string | null
  readonly country: string
  readonly identifiers: { readonly [name: string]: string }
}

export async function insertOrganisation(tx: Tx, tenant: string, row: OrganisationRow & { readonly registeredAt: string }): Promise<void> {
  await sql`
    insert into organisation (tenant_id, id, name, kind, area, country, identifiers, registered_at)
    values (${tenant}, ${row.id}, ${row.name}, ${row.kind}, ${row.area}, ${row.country}, ${JSON.stringify(row.identifiers)}::jsonb, ${row.registeredAt})`.execute(
    tx,
  )
}

/** Columns that are absent in `change` stay as they are; an area of `null` is a change. */
export async function amendOrganisation(
  tx: Tx,
  tenant: string,
  change: {
    readonly id: string
    readonly name?: string | undefined
    readonly area?: string | null | undefined
    readonly identifiers?: object | undefined
  },
): Promise<void> {
  await sql`
    update organisation set
      name = coalesce(${change.name ?? null}, name),
      area = case when ${change.area === undefined} then area else ${change.area ?? null} end,
      identifiers = coalesce(${change.identifiers ? JSON.stringify(change.identifiers) : null}::jsonb, identifiers)
    where tenant_id = ${tenant} and id = ${change.id}`.execute(tx)
}

export async function listOrganisationRows(
  tx: Tx,
  tenant: string,
  filter: { readonly ids?: readonly string[]; readonly kind?: string },
): Promise<readonly OrganisationRow[]> {
  const found = await sql<OrganisationRow>`
    select id, name, kind, area, country, identifiers from organisation
    where tenant_id = ${tenant}
      and (${filter.ids === undefined} or id = any(${[...(filter.ids ?? [])]}::uuid[]))
      and (${filter.kind === undefined} or kind = ${filter.kind ?? null})
    order by name, id`.execute(tx)
  return found.rows
}

export interface AccountRow {
  readonly id: string
  readonly kind: 'person' | 'machine'
  readonly organisation: string | null
  readonly territory: TerritoryRow
  readonly roles: readonly string[]
  readonly registeredAt: string
  readonly closedAt: string | null
}

export async function insertAccount(tx: Tx, tenant: string, row: Omit<AccountRow, 'roles' | 'closedAt'>): Promise<void> {
  await sql`
    insert into account (tenant_id, id, kind, organisation_id, territory, registered_at)
    values (${tenant}, ${row.id}, ${row.kind}, ${row.organisation}, ${JSON.stringify(row.territory)}::jsonb, ${row.registeredAt})`.execute(
    tx,
  )
}

export async function insertRole(tx: Tx, tenant: string, row: { account: string; role: string; at: string; by: string }): Promise<void> {
  await sql`
    insert into account_role (tenant_id, account_id, role, granted_at, granted_by)
    values (${tenant}, ${row.account}, ${row.role}, ${row.at}, ${row.by})`.execute(tx)
}

export async function deleteRole(tx: Tx, tenant: string, row: { account: string; role: string }): Promise<void> {
  await sql`delete from account_role where tenant_id = ${tenant} and account_id = ${row.account} and role = ${row.role}`.execute(tx)
}

export async function setAccountTerritory(tx: Tx, tenant: string, row: { account: string; territory: TerritoryRow }): Promise<void> {
  await sql`update account set territory = ${JSON.stringify(row.territory)}::jsonb where tenant_id = ${tenant} and id = ${row.account}`.execute(
    tx,
  )
}

export async function closeAccount(tx: Tx, tenant: string, row: { account: string; at: string }): Promise<void> {
  await sql`update account set closed_at = ${row.at} where tenant_id = ${tenant} and id = ${row.account}`.execute(tx)
}

const accountColumns = sql`
  a.id, a.kind, a.organisation_id as organisation, a.territory, a.registered_at as "registeredAt", a.closed_at as "closedAt",
  coalesce((select array_agg(r.role order by r.role) from account_role r where r.tenant_id = a.tenant_id and r.account_id = a.id), '{}') as roles`

export async function findAccount(tx: Tx, tenant: string, id: string): Promise<AccountRow | null> {
  const found = await sql<AccountRow>`select ${accountColumns} from account a where a.tenant_id = ${tenant} and a.id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}

export async function listAccounts(tx: Tx, tenant: string): Promise<readonly AccountRow[]> {
  const found =
    await sql<AccountRow>`select ${accountColumns} from account a where a.tenant_id = ${tenant} order by a.registered_at, a.id`.execute(tx)
  return found.rows
}

/** Open accounts of others that hold the administrator's role over the whole country. */
export async function countOtherAdministrators(tx: Tx, tenant: string, account: string): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*) as count from account_role r join account a on a.tenant_id = r.tenant_id and a.id = r.account_id
    where r.tenant_id = ${tenant} and r.role = 'ADMINISTRATOR' and a.closed_at is null and a.id <> ${account}
      and a.territory = '"everywhere"'::jsonb`.execute(tx)
  return found.rows[0]?.count ?? 0
}

export interface DeviceRow {
  readonly id: string
  readonly account: string
  readonly role: string
  readonly territory: TerritoryRow
  readonly publicKey: string
  readonly enrolment: string
  readonly enrolledBy: string
  readonly enrolledAt: string
  readonly revokedAt: string | null
  readonly revokedReason: string | null
}
const deviceColumns = sql`
  id, account_id as account, role, territory, public_key as "publicKey", enrolment_id as enrolment, enrolled_by as "enrolledBy",
  enrolled_at as "enrolledAt", revoked_at as "revokedAt", revoked_reason as "revokedReason"`

export async function insertDevice(tx: Tx, tenant: string, row: Omit<DeviceRow, 'revokedAt' | 'revokedReason'>): Promise<void> {
  await sql`
    insert into device (tenant_id, id, account_id, role, territory, public_key, enrolment_id, enrolled_by, enrolled_at)
    values (${tenant}, ${row.id}, ${row.account}, ${row.role}, ${JSON.stringify(row.territory)}::jsonb, ${row.publicKey}, ${row.enrolment}, ${row.enrolledBy}, ${row.enrolledAt})`.execute(
    tx,
  )
}

export async function revokeDevice(tx: Tx, tenant: string, row: { id: string; from: string; reason: string }): Promise<void> {
  await sql`update device set revoked_at = ${row.from}, revoked_reason = ${row.reason} where tenant_id = ${tenant} and id = ${row.id}`.execute(
    tx,
  )
}

export async function findDevice(tx: Tx, tenant: string, id: string): Promise<DeviceRow | null> {
  const found = await sql<DeviceRow>`select ${deviceColumns} from device where tenant_id = ${tenant} and id::text = ${id}`.execute(tx)
  return found.rows[0] ?? null
}

export async function listDevices(tx: Tx, tenant: string): Promise<readonly DeviceRow[]> {
  const found = await sql<DeviceRow>`select ${deviceColumns} from device where tenant_id = ${tenant} order by enrolled_at desc, id`.execute(
    tx,
  )
  return found.rows
}

export async function isKeyKnown(tx: Tx, tenant: string, publicKey: string): Promise<boolean> {
  const found = await sql`select 1 from device where tenant_id = ${tenant} and public_key = ${publicKey}`.execute(tx)
  return found.rows.length > 0
}

/** The raw public key in base64 of a device that may sign for this account now: not revoked, the account open and still in the role. */
export async function findSigningKey(tx: Tx, tenant: string, by: { device: string; account: string | null }): Promise<string | null> {
  const found = await sql<{ key: string }>`
    select d.public_key as key from device d
    where d.tenant_id = ${tenant} and d.id::text = ${by.device} and d.account_id::text = ${by.account}
      and d.revoked_at is null
      and exists (select 1 from account a where a.tenant_id = d.tenant_id and a.id = d.account_id and a.closed_at is null)
      and exists (select 1 from account_role r where r.tenant_id = d.tenant_id and r.account_id = d.account_id and r.role = d.role)`.execute(
    tx,
  )
  return found.rows[0]?.key ?? null
}

/** The raw public key in base64 with which a device came in, whatever became of it: from the log itself, which no read table stands in for. */
export async function findEnrolledKey(tx: Tx, tenant: string, device: string): Promise<string | null> {
  const found = await sql<{ key: string }>`
    select payload ->> 'publicKey' as key from log_event
    where tenant_id = ${tenant} and subject = ${`device:${device}`} and kind = 'device.enrolled' and kind_version = 1
    order by subject_version limit 1`.execute(tx)
  return found.rows[0]?.key ?? null
}
