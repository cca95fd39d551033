/* Who handed in which rescue file and when, and how often a key was opened for its owner. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface RescueRow {
  readonly sha256: string
  readonly device: string
  readonly account: string
  readonly by: string
  readonly at: string
}
export async function noteRescue(tx: Tx, tenant: string, row: RescueRow): Promise<void> {
  await sql`insert into rescue (tenant_id, sha256, device_id, account_id, handed_in_by, handed_in_at)
    values (${tenant}, ${row.sha256}, ${row.device}, ${row.account}, ${row.by}, ${row.at}) on conflict do nothing`.execute(tx)
}
/** What came of it the first time stays. */
export async function noteOutcome(
  tx: Tx,
  tenant: string,
  { sha256, outcome }: { readonly sha256: string; readonly outcome: object },
): Promise<void> {
  await sql`update rescue set outcome = ${JSON.stringify(outcome)}::jsonb where tenant_id = ${tenant} and sha256 = ${sha256} and outcome is null`.execute(
    tx,
  )
}

/** In one statement under a lock of the device's row: two requests at once cannot both be the last allowed one. */
export async function noteRecovery(
  tx: Tx,
  tenant: string,
  { device, account, at }: { readonly device: string; readonly account: string; readonly at: string },
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`key-recovery ${tenant} ${device}`}, 0))`.execute(tx)
  const found = await sql<{ n: number }>`select count(*) as n from key_recovery
    where tenant_id = ${tenant} and device_id = ${device} and at > ${at}::timestamptz - interval '1 day'`.execute(tx)
  await sql`insert into key_recovery (tenant_id, device_id, account_id, at) values (${tenant}, ${device}, ${account}, ${at}) on conflict do nothing`.execute(
    tx,
  )
  return (found.rows[0]?.n ?? 0) + 1
}
