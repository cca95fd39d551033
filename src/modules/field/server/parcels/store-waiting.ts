/* What lies and cannot go on, in SQL, and letting one go on: what its author said stays in its text, what is waited for becomes what is here. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type ParcelState, missing } from './store-parcels.ts'

export interface Lying {
  readonly id: string
  readonly device: string
  readonly account: string
  readonly state: 'waiting' | 'held'
  readonly receivedAt: string
  readonly tries: number
  readonly answer: unknown
  readonly missing: readonly string[]
}
export async function listLying(tx: Tx, tenant: string, most: number): Promise<readonly Lying[]> {
  const found = await sql<Lying>`
    select p.id, p.device_id as device, p.account_id as account, p.state, p.received_at as "receivedAt", p.tries, p.answer, ${missing} as missing
    from parcel p where p.tenant_id = ${tenant} and p.state in ('waiting', 'held') order by p.received_at, p.id limit ${most}`.execute(tx)
  return found.rows
}

export async function findOfDevice(
  tx: Tx,
  tenant: string,
  parcel: string,
): Promise<{ readonly device: string; readonly state: ParcelState } | null> {
  const found = await sql<{ device: string; state: ParcelState }>`
    select device_id as device, state from parcel where tenant_id = ${tenant} and id = ${parcel}`.execute(tx)
  return found.rows[0] ?? null
}

export interface Release {
  readonly parcel: string
  readonly by: string
  readonly at: string
  readonly reason: string
}
/** How many predecessors it is no longer waited for; 0 where none was missing. */
export async function releaseFrom(tx: Tx, tenant: string, { parcel, by, at, reason }: Release): Promise<number> {
  const found = await sql<{ missing: readonly string[] }>`
    with stuck as materialized (
      select p.id, ${missing} as missing from parcel p
      where p.tenant_id = ${tenant} and p.id = ${parcel} and p.state = 'waiting' for update),
    noted as (
      insert into parcel_release (tenant_id, parcel_id, released_at, released_by, reason, missing)
      select ${tenant}, id, ${at}::timestamptz, ${by}, ${reason}, missing from stuck where cardinality(missing) > 0 on conflict do nothing)
    update parcel p set next_try_at = null,
      after = array(select a.id from unnest(p.after) with ordinality as a(id, place) where a.id <> all(stuck.missing) order by place)
    from stuck where p.tenant_id = ${tenant} and p.id = stuck.id and cardinality(stuck.missing) > 0 returning stuck.missing`.execute(tx)
  return found.rows[0]?.missing.length ?? 0
}
