/* What was received before, parts that wait for each other, answers that wait for a gateway: all by keyed hash and sealed, and forgotten in time. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface Arrival {
  readonly key: string
  readonly report: string | null
  readonly reply: Buffer | null
}
export const findArrival = async (tx: Tx, tenant: string, keys: readonly string[]): Promise<Arrival | null> =>
  (
    await sql<Arrival>`select key_hash as key, report_id as report, reply from voice_arrival
      where tenant_id = ${tenant} and key_hash = any(${[...keys]}) order by reply is null limit 1`.execute(tx)
  ).rows[0] ?? null

/** One writer at a time for these words: two deliveries of one message in the same moment are one. */
export async function lockArrival(tx: Tx, tenant: string, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`voices/${tenant}/${key}`}, 0))`.execute(tx)
}
export async function keepArrival(
  tx: Tx,
  tenant: string,
  one: { readonly key: string; readonly report: string | null; readonly reply: Buffer | null; readonly forgetAt: string | null },
): Promise<void> {
  await sql`insert into voice_arrival (tenant_id, key_hash, report_id, reply, forget_at)
    values (${tenant}, ${one.key}, ${one.report}, ${one.reply}, ${one.forgetAt}) on conflict do nothing`.execute(tx)
}
/** What stands under the key is replaced. */
export async function replaceArrival(
  tx: Tx,
  tenant: string,
  one: { readonly key: string; readonly reply: Buffer; readonly forgetAt: string },
): Promise<void> {
  await sql`insert into voice_arrival (tenant_id, key_hash, report_id, reply, forget_at)
    values (${tenant}, ${one.key}, null, ${one.reply}, ${one.forgetAt})
    on conflict (tenant_id, key_hash) do update set reply = excluded.reply, forget_at = excluded.forget_at`.execute(tx)
}
/** Hashes of senders go, and the answers that were kept for repeats; the id of a message stays known. */
export async function forget(tx: Tx, tenant: string, now: string): Promise<void> {
  await sql`delete from voice_arrival where tenant_id = ${tenant} and forget_at <= ${now} and key_hash like 'sender:%'`.execute(tx)
  await sql`update voice_arrival set reply = null, forget_at = null where tenant_id = ${tenant} and forget_at <= ${now}`.execute(tx)
  await sql`delete from voice_outbox where tenant_id = ${tenant} and made_at <= ${now}::timestamptz - interval '2 days'`.execute(tx)
}

export interface PartRow {
  readonly part: number
  readonly parts: number
  readonly sealed: Buffer
}
export async function keepPart(
  tx: Tx,
  tenant: string,
  one: PartRow & { readonly group: string; readonly at: string },
): Promise<readonly PartRow[]> {
  await sql`insert into voice_part (tenant_id, group_hash, part, parts, sealed, received_at)
    values (${tenant}, ${one.group}, ${one.part}, ${one.parts}, ${one.sealed}, ${one.at}) on conflict do nothing`.execute(tx)
  return (
    await sql<PartRow>`select part, parts, sealed from voice_part where tenant_id = ${tenant} and group_hash = ${one.group} order by part`.execute(
      tx,
    )
  ).rows
}
export async function dropParts(tx: Tx, tenant: string, group: string): Promise<void> {
  await sql`delete from voice_part where tenant_id = ${tenant} and group_hash = ${group}`.execute(tx)
}
/** Groups whose newest part came before. */
export const listStaleGroups = async (
  tx: Tx,
  tenant: string,
  { gateway, before }: { readonly gateway: string; readonly before: string },
): Promise<readonly string[]> =>
  (
    await sql<{
      group: string
    }>`select group_hash as group from voice_part where tenant_id = ${tenant} and group_hash like ${`${gateway}:%`}
      group by group_hash having max(received_at) < ${before}`.execute(tx)
  ).rows.map((row) => row.group)
export const listParts = async (tx: Tx, tenant: string, group: string): Promise<readonly PartRow[]> =>
  (
    await sql<PartRow>`select part, parts, sealed from voice_part where tenant_id = ${tenant} and group_hash = ${group} order by part`.execute(
      tx,
    )
  ).rows

export async function addToOutbox(
  tx: Tx,
  tenant: string,
  one: { readonly id: string; readonly gateway: string; readonly sealed: Buffer; readonly at: string },
): Promise<void> {
  await sql`insert into voice_outbox (tenant_id, id, gateway, sealed, made_at) values (${tenant}, ${one.id}, ${one.gateway}, ${one.sealed}, ${one.at})`.execute(
    tx,
  )
}
export const listOutbox = async (
  tx: Tx,
  tenant: string,
  gateway: string,
): Promise<readonly { readonly id: string; readonly sealed: Buffer }[]> =>
  (
    await sql<{ id: string; sealed: Buffer }>`select id, sealed from voice_outbox where tenant_id = ${tenant} and gateway = ${gateway}
      order by made_at, id limit 100`.execute(tx)
  ).rows
export async function eraseSent(tx: Tx, tenant: string, gateway: string, ids: readonly string[]): Promise<number> {
  const gone =
    await sql`delete from voice_outbox where tenant_id = ${tenant} and gateway = ${gateway} and id = any(${[...ids]}::uuid[])`.execute(tx)
  return Number(gone.numAffectedRows ?? 0)
}
