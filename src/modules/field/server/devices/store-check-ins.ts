/* What telephones said of themselves: one row for each, the newest. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { CheckIn } from '../../contract.ts'

export async function saveCheckIn(
  tx: Tx,
  tenant: string,
  { device, said, at }: { readonly device: string; readonly said: CheckIn; readonly at: string },
): Promise<void> {
  await sql`
    insert into device_check_in (tenant_id, device_id, seen_at, app_version, unsent, oldest_unsent_at, clock_offset_seconds, is_persisted, free_bytes)
    values (${tenant}, ${device}, ${at}, ${said.appVersion}, ${said.unsent}, ${said.oldestUnsentAt}, ${said.clockOffsetSeconds}, ${said.isPersisted}, ${said.freeBytes})
    on conflict (tenant_id, device_id) do update set seen_at = excluded.seen_at, app_version = excluded.app_version, unsent = excluded.unsent,
      oldest_unsent_at = excluded.oldest_unsent_at, clock_offset_seconds = excluded.clock_offset_seconds, is_persisted = excluded.is_persisted,
      free_bytes = excluded.free_bytes
    where device_check_in.seen_at <= excluded.seen_at`.execute(tx)
}

export interface CheckInRow {
  readonly device: string
  readonly lastSeenAt: string
  readonly appVersion: string
  readonly unsent: number
  readonly oldestUnsentAt: string | null
  readonly clockOffsetSeconds: number
  readonly isPersisted: boolean
  readonly freeBytes: number | null
}
export async function listCheckIns(tx: Tx, tenant: string, devices: readonly string[]): Promise<readonly CheckInRow[]> {
  if (devices.length === 0) return []
  const found = await sql<CheckInRow>`
    select device_id as device, seen_at as "lastSeenAt", app_version as "appVersion", unsent, oldest_unsent_at as "oldestUnsentAt",
      clock_offset_seconds as "clockOffsetSeconds", is_persisted as "isPersisted", free_bytes as "freeBytes"
    from device_check_in where tenant_id = ${tenant} and device_id = any(${[...devices]}::uuid[])`.execute(tx)
  return found.rows
}
