/*
Sessions of telephones, and what stands behind one: the device, its owner's account and whether the role it was enrolled for is still
held. One query for a request, so that two hundred phones at once ask the database two hundred times and not a thousand.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { TerritoryRow } from './store.ts'

export async function insertDeviceSession(
  tx: Tx,
  tenant: string,
  row: { readonly sha256: Uint8Array; readonly device: string; readonly at: string; readonly expiresAt: string },
): Promise<void> {
  await sql`
    with over as (delete from device_session where expires_at < ${row.at})
    insert into device_session (token_sha256, tenant_id, device_id, created_at, expires_at)
    values (${Buffer.from(row.sha256)}, ${tenant}, ${row.device}, ${row.at}, ${row.expiresAt})`.execute(tx)
}

export interface DeviceOfOwner {
  readonly id: string
  readonly account: string
  readonly organisation: string | null
  readonly role: string
  readonly territory: TerritoryRow
  readonly ownersTerritory: TerritoryRow
  readonly language: 'fr' | 'en'
  readonly publicKey: string
  readonly enrolledBy: string
  readonly enrolledAt: string
  readonly revokedAt: string | null
  readonly revokedReason: string | null
  readonly closedAt: string | null
  readonly roleHeld: boolean
  readonly officeLocked: boolean
  readonly atRest: boolean
}
const columns = sql`
  d.id, d.account_id as account, a.organisation_id as organisation, d.role, d.territory, a.territory as "ownersTerritory",
  coalesce(u.language, 'fr') as language, d.public_key as "publicKey", d.enrolled_by as "enrolledBy", d.enrolled_at as "enrolledAt",
  d.revoked_at as "revokedAt", d.revoked_reason as "revokedReason", a.closed_at as "closedAt",
  exists (select from account_role r where r.tenant_id = d.tenant_id and r.account_id = d.account_id and r.role = d.role) as "roleHeld",
  exists (select from office_lock o where o.tenant_id = a.tenant_id and o.organisation_id = a.organisation_id and o.lifted_at is null) as "officeLocked",
  exists (select from account_rest q where q.tenant_id = a.tenant_id and q.account_id = a.id) as "atRest"`
const joined = sql`
  device d join account a on a.tenant_id = d.tenant_id and a.id = d.account_id left join sign_in_user u on u.id = d.account_id::text`

export interface DeviceOfSession extends DeviceOfOwner {
  readonly tenant: string
  /** Of the token, in hex. */
  readonly sha256: string
}
export async function findDevicesOfSessions(tx: Tx, sha256: readonly string[], now: string): Promise<readonly DeviceOfSession[]> {
  const found = await sql<DeviceOfSession>`
    select encode(s.token_sha256, 'hex') as sha256, s.tenant_id as tenant, ${columns}
    from device_session s join (${joined}) on d.tenant_id = s.tenant_id and d.id = s.device_id
    where s.token_sha256 = any(${sha256.map((one) => Buffer.from(one, 'hex'))}::bytea[]) and s.expires_at > ${now}`.execute(tx)
  return found.rows
}

export async function listDevicesOfOwners(tx: Tx, tenant: string, ids: readonly string[] | null): Promise<readonly DeviceOfOwner[]> {
  const found = await sql<DeviceOfOwner>`
    select ${columns} from ${joined}
    where d.tenant_id = ${tenant} and (${ids === null} or d.id = any(${[...(ids ?? [])]}::uuid[]))
    order by d.enrolled_at desc, d.id`.execute(tx)
  return found.rows
}
