/* Offices that are shut, and what shutting one takes with it. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import { deleteSessions } from './store-sign-in.ts'

export interface OfficeLockRow {
  readonly organisation: string
  readonly reason: string
  readonly lockedAt: string
  readonly liftAskedAt: string | null
  readonly liftAskedBy: string | null
  readonly liftedAt: string | null
}

export async function lockOffice(
  tx: Tx,
  tenant: string,
  row: { readonly organisation: string; readonly reason: string; readonly at: string; readonly by: string },
): Promise<void> {
  await sql`
    insert into office_lock (tenant_id, organisation_id, reason, locked_at, locked_by)
    values (${tenant}, ${row.organisation}, ${row.reason}, ${row.at}, ${row.by})
    on conflict (tenant_id, organisation_id) do update set
      reason = excluded.reason, locked_at = excluded.locked_at, locked_by = excluded.locked_by,
      lift_asked_at = null, lift_asked_by = null, lifted_at = null, lifted_by = null`.execute(tx)
  // What was asked for has happened.
  await sql`
    update office_alarm set asked_reason = null, asked_at = null, asked_by = null
    where tenant_id = ${tenant} and organisation_id = ${row.organisation}`.execute(tx)
}

/** What was said of an office without shutting it: an alarm that waits for a second person, the last exercise. */
export interface OfficeAlarm {
  readonly organisation: string
  readonly askedReason: string | null
  readonly askedAt: string | null
  readonly askedBy: string | null
  readonly drilledAt: string | null
}
export async function askToLock(tx: Tx, tenant: string, row: Said & { readonly reason: string }): Promise<void> {
  await sql`
    insert into office_alarm (tenant_id, organisation_id, asked_reason, asked_at, asked_by)
    values (${tenant}, ${row.organisation}, ${row.reason}, ${row.at}, ${row.by})
    on conflict (tenant_id, organisation_id) do update set
      asked_reason = excluded.asked_reason, asked_at = excluded.asked_at, asked_by = excluded.asked_by`.execute(tx)
}
export async function noteDrill(tx: Tx, tenant: string, { organisation, at, by }: Said): Promise<void> {
  await sql`
    insert into office_alarm (tenant_id, organisation_id, drilled_at, drilled_by) values (${tenant}, ${organisation}, ${at}, ${by})
    on conflict (tenant_id, organisation_id) do update set drilled_at = excluded.drilled_at, drilled_by = excluded.drilled_by`.execute(tx)
}
export async function listAlarms(tx: Tx, tenant: string): Promise<ReadonlyMap<string, OfficeAlarm>> {
  const { rows } = await sql<OfficeAlarm>`
    select organisation_id as organisation, asked_reason as "askedReason", asked_at as "askedAt", asked_by as "askedBy", drilled_at as "drilledAt"
    from office_alarm where tenant_id = ${tenant} order by organisation_id`.execute(tx)
  return new Map(rows.map((row) => [row.organisation, row]))
}

type Said = { readonly organisation: string; readonly at: string; readonly by: string }
export async function askToLift(tx: Tx, tenant: string, { organisation, at, by }: Said): Promise<void> {
  await sql`
    update office_lock set lift_asked_at = ${at}, lift_asked_by = ${by}
    where tenant_id = ${tenant} and organisation_id = ${organisation}`.execute(tx)
}
export async function liftOffice(tx: Tx, tenant: string, { organisation, at, by }: Said): Promise<void> {
  await sql`
    update office_lock set lifted_at = ${at}, lifted_by = ${by}
    where tenant_id = ${tenant} and organisation_id = ${organisation}`.execute(tx)
}

/** Those that are or were shut, by organisation. */
export async function listOfficeLocks(tx: Tx, tenant: string): Promise<ReadonlyMap<string, OfficeLockRow>> {
  const { rows } = await sql<OfficeLockRow>`
    select organisation_id as organisation, reason, locked_at as "lockedAt", lift_asked_at as "liftAskedAt",
      lift_asked_by as "liftAskedBy", lifted_at as "liftedAt"
    from office_lock where tenant_id = ${tenant} order by organisation_id`.execute(tx)
  return new Map(rows.map((row) => [row.organisation, row]))
}

export async function isOfficeLocked(tx: Tx, tenant: string, organisation: string | null): Promise<boolean> {
  if (organisation === null) return false
  const { rows } = await sql`
    select 1 from office_lock where tenant_id = ${tenant} and organisation_id = ${organisation} and lifted_at is null`.execute(tx)
  return rows.length > 0
}

/** Sessions of everybody in the office, at desks and on telephones. */
export async function endSessionsOf(tx: Tx, tenant: string, organisation: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from account where tenant_id = ${tenant} and organisation_id = ${organisation} order by id`.execute(tx)
  for (const { id } of rows) await deleteSessions(tx, id)
  await sql`
    delete from device_session s using device d, account a
    where s.tenant_id = ${tenant} and d.tenant_id = s.tenant_id and d.id = s.device_id
      and a.tenant_id = d.tenant_id and a.id = d.account_id and a.organisation_id = ${organisation}`.execute(tx)
}

/** Telephones of the office that still sign. */
export async function listOfficeDevices(tx: Tx, tenant: string, organisation: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.id from device d join account a on a.tenant_id = d.tenant_id and a.id = d.account_id
    where d.tenant_id = ${tenant} and a.organisation_id = ${organisation} and d.revoked_at is null order by d.id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** How many people and telephones stand in each office: what shutting it would reach. */
export async function countByOffice(
  tx: Tx,
  tenant: string,
): Promise<ReadonlyMap<string, { readonly accounts: number; readonly devices: number }>> {
  const { rows } = await sql<{ organisation: string; accounts: number; devices: number }>`
    select a.organisation_id as organisation, count(distinct a.id)::int as accounts,
      count(d.id) filter (where d.revoked_at is null)::int as devices
    from account a left join device d on d.tenant_id = a.tenant_id and d.account_id = a.id
    where a.tenant_id = ${tenant} and a.closed_at is null and a.organisation_id is not null
    group by a.organisation_id`.execute(tx)
  return new Map(rows.map(({ organisation, ...counts }) => [organisation, counts]))
}

export async function lockedNow(tx: Tx, tenant: string): Promise<readonly { readonly organisation: string; readonly since: string }[]> {
  const { rows } = await sql<{ organisation: string; since: string }>`
    select organisation_id as organisation, locked_at as since from office_lock
    where tenant_id = ${tenant} and lifted_at is null order by locked_at, organisation_id`.execute(tx)
  return rows
}
