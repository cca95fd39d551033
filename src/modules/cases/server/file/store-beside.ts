/* Rows that stand beside the log because they must be able to go: boxes for receivers, days of kept keys; and tallies, which name nobody. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { PackageBox } from '../../contract.ts'
import type { AnonymousFacts } from '../../domain/retention/shredding.ts'

export async function keepPackages(
  tx: Tx,
  tenant: string,
  { case: of, packages }: { readonly case: string; readonly packages: readonly PackageBox[] },
): Promise<void> {
  for (const { referral, reader, key, box } of packages)
    await sql`
      insert into case_package (tenant_id, referral_id, case_id, reader, key_id, box) values (${tenant}, ${referral}, ${of}, ${reader}, ${key}, ${box})
      on conflict (tenant_id, referral_id, reader) do update set key_id = excluded.key_id, box = excluded.box`.execute(tx)
}
/** What is over is not kept sealed either: the receiver's boxes go with the end of the referral. */
export async function dropPackages(tx: Tx, tenant: string, referral: string): Promise<void> {
  await sql`delete from case_package where tenant_id = ${tenant} and referral_id = ${referral}`.execute(tx)
  await sql`delete from case_released where tenant_id = ${tenant} and referral_id = ${referral}`.execute(tx)
}
export async function dropAllPackages(tx: Tx, tenant: string, of: string): Promise<void> {
  await sql`delete from case_package where tenant_id = ${tenant} and case_id = ${of}`.execute(tx)
  await sql`delete from case_released where tenant_id = ${tenant} and case_id = ${of}`.execute(tx)
}
export async function insertTally(
  tx: Tx,
  tenant: string,
  { id, facts }: { readonly id: string; readonly facts: AnonymousFacts },
): Promise<void> {
  await sql`insert into case_tally (tenant_id, tally_id, facts) values (${tenant}, ${id}, ${JSON.stringify(facts)}::jsonb)`.execute(tx)
}
export async function keepUntil(
  tx: Tx,
  tenant: string,
  { case: of, vault, due }: { readonly case: string; readonly vault: string; readonly due: string },
): Promise<void> {
  await sql`
    insert into case_kept_key (tenant_id, case_id, vault, due_on) values (${tenant}, ${of}, ${vault}, ${due})
    on conflict (tenant_id, case_id, vault) do update set due_on = excluded.due_on`.execute(tx)
}
export async function keptUntil(
  tx: Tx,
  tenant: string,
  today: string,
): Promise<readonly { readonly case: string; readonly vault: string }[]> {
  const found = await sql<{ case: string; vault: string }>`
    select case_id as "case", vault from case_kept_key where tenant_id = ${tenant} and due_on <= ${today}::date`.execute(tx)
  return found.rows
}
export async function endKept(
  tx: Tx,
  tenant: string,
  { case: of, vault }: { readonly case: string; readonly vault: string },
): Promise<void> {
  await sql`delete from case_kept_key where tenant_id = ${tenant} and case_id = ${of} and vault = ${vault}`.execute(tx)
}
/** Whether there is a bed that has not been left. */
export async function isInShelter(tx: Tx, tenant: string, of: string): Promise<boolean> {
  const found = await sql<{ n: number }>`
    select count(*) as n from case_stay where tenant_id = ${tenant} and case_id = ${of} and state = 'staying'`.execute(tx)
  return (found.rows[0]?.n ?? 0) > 0
}
