/*
The SQL of parcels. One statement for a whole request wherever it can be, because two hundred telephones come at once when a car reaches
the network. Who applies a parcel claims it by the database's own clock, so that two servers never do and a killed one lets go.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export type ParcelState = 'waiting' | 'held' | 'taken' | 'refused'

/** A parcel with who brought it when. */
export interface KeptParcel {
  readonly id: string
  readonly device: string
  readonly account: string
  readonly path: string
  readonly text: string
  /** Base64: over the text, or over what was signed for the bundle. */
  readonly signature: string
  /** SHA-256 of what was signed, where that was a bundle. */
  readonly bundle: string | null
  readonly after: readonly string[]
  readonly state: 'waiting' | 'held'
  /** Of a held one: the refusal that says why. */
  readonly answer: object | null
  readonly rescuedBy: string | null
  readonly carriedByAccount: string
  readonly carriedByDevice: string | null
  readonly receivedAt: string
}
const digest = sql`case when p.text like 'sha256:%' then substr(p.text, 8) else encode(sha256(convert_to(p.text, 'UTF8')), 'hex') end`
/** What tells of a person is kept no longer than it takes to apply it: then the hash of the text stands in its place, which is what was signed. */
const blankedPath = '^/api/cases(/[0-9a-f-]{36}/steps)?$'

/** What was signed once for several parcels. */
export interface KeptBundle {
  readonly sha256: string
  readonly device: string
  readonly message: string
  /** Base64. */
  readonly signature: string
}

/**
 * Keeps those that are new, whoever brought them; a held one that may be applied by now waits from here on, and one that waits is remembered as brought in by
 * who may. Gives the ids of those; all others were here before. No id may come twice.
 */
export async function keepGroup(
  tx: Tx,
  tenant: string,
  { parcels, bundles }: { readonly parcels: readonly KeptParcel[]; readonly bundles: readonly KeptBundle[] },
): Promise<ReadonlySet<string>> {
  if (parcels.length === 0) return new Set()
  // In one order for everybody: two phones that carry the same parcels must not wait for each other.
  const rows = JSON.stringify(parcels.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  const kept = await sql<{ id: string }>`
    with ${bundles.length > 0 ? bundlesKept(tenant, bundles) : sql`no_bundle as (select)`}
    insert into parcel (tenant_id, id, device_id, account_id, path, text, signature, bundle, after, received_at, carried_by_account, carried_by_device,
      state, answer, rescued_by, rescued_at)
    select ${tenant}, p.id, p.device, p.account, p.path, p.text, decode(p.signature, 'base64'), p.bundle, p.after, p."receivedAt",
      p."carriedByAccount", p."carriedByDevice", p.state, p.answer, p."rescuedBy",
      case when p."rescuedBy" is null then null else p."receivedAt" end
    from json_to_recordset(${rows}::json) as p(id uuid, device uuid, account uuid, path text, text text, signature text, bundle text, after uuid[],
      state text, answer jsonb, "rescuedBy" text, "carriedByAccount" text, "carriedByDevice" uuid, "receivedAt" timestamptz)
    on conflict (tenant_id, id) do update set state = 'waiting', answer = null, rescued_by = excluded.rescued_by, rescued_at = excluded.rescued_at
      where excluded.state = 'waiting' and parcel.text = excluded.text
        and (parcel.state = 'held' or (parcel.state = 'waiting' and parcel.rescued_by is null and excluded.rescued_by is not null))
    returning id`.execute(tx)
  return new Set(kept.rows.map((row) => row.id))
}

const bundlesKept = (tenant: string, bundles: readonly KeptBundle[]) => sql`kept_bundle as (
  insert into parcel_bundle (tenant_id, sha256, device_id, message, signature)
  select ${tenant}, b.sha256, b.device, b.message, decode(b.signature, 'base64')
  from json_to_recordset(${JSON.stringify(bundles.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1)))}::json)
    as b(sha256 text, device uuid, message text, signature text)
  on conflict do nothing)`

export interface KnownParcel {
  readonly id: string
  readonly state: ParcelState
  readonly answer: unknown
  /** SHA-256 of the text, in hex. */
  readonly digest: string
  /** Predecessors that never arrived. */
  readonly missing: readonly string[]
}
export const missing = sql`array(select a.id from unnest(p.after) as a(id)
  where not exists (select from parcel q where q.tenant_id = p.tenant_id and q.id = a.id))`

export async function findParcels(tx: Tx, tenant: string, ids: readonly string[]): Promise<readonly KnownParcel[]> {
  if (ids.length === 0) return []
  const found = await sql<KnownParcel>`
    select p.id, p.state, p.answer, ${digest} as digest,
      case when p.state = 'waiting' then ${missing} else '{}' end as missing
    from parcel p where p.tenant_id = ${tenant} and p.id = any(${[...ids]}::uuid[])`.execute(tx)
  return found.rows
}

/** Those that the asker wrote or carried. */
export async function findOwnParcels(
  tx: Tx,
  tenant: string,
  { ids, account }: { readonly ids: readonly string[]; readonly account: string },
): Promise<readonly KnownParcel[]> {
  const found = await sql<KnownParcel>`
    select p.id, p.state, p.answer, '' as digest, case when p.state = 'waiting' then ${missing} else '{}' end as missing
    from parcel p where p.tenant_id = ${tenant} and p.id = any(${[...ids]}::uuid[])
      and (p.account_id::text = ${account} or p.carried_by_account = ${account})`.execute(tx)
  return found.rows
}

export interface ReadyParcel {
  readonly id: string
  readonly device: string
  readonly text: string
  readonly after: readonly string[]
  readonly receivedAt: string
  readonly isRescued: boolean
  /** Predecessors that are not applied. */
  readonly blocked: readonly string[]
}
const isFree = sql`p.state = 'waiting' and (p.claimed_until is null or p.claimed_until <= clock_timestamp())`
const blocked = sql`array(select a.id from unnest(p.after) as a(id)
  where not exists (select from parcel q where q.tenant_id = p.tenant_id and q.id = a.id and q.state in ('taken', 'refused')))`

export async function findFree(tx: Tx, tenant: string, ids: readonly string[]): Promise<readonly ReadyParcel[]> {
  const found = await sql<ReadyParcel>`
    select p.id, p.device_id as device, p.text, p.after, p.received_at as "receivedAt", p.rescued_by is not null as "isRescued", ${blocked} as blocked
    from parcel p where p.tenant_id = ${tenant} and p.id = any(${[...ids]}::uuid[]) and ${isFree}`.execute(tx)
  return found.rows
}

/** Those of the ids that are now this server's to apply. */
export async function claimParcels(tx: Tx, tenant: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const claimed = await sql<{ id: string }>`
    update parcel p set claimed_until = clock_timestamp() + interval '60 seconds'
    where p.tenant_id = ${tenant} and p.id in (
      select p.id from parcel p where p.tenant_id = ${tenant} and p.id = any(${[...ids]}::uuid[]) and ${isFree}
      order by p.id for update skip locked)
    returning p.id`.execute(tx)
  return new Set(claimed.rows.map((row) => row.id))
}

export interface AppliedParcel {
  readonly id: string
  /** `waiting` when it could not be applied for a reason that passes. */
  readonly state: ParcelState
  readonly answer: object | null
}
export async function settleParcels(tx: Tx, tenant: string, applied: readonly AppliedParcel[], at: string): Promise<void> {
  await sql`
    update parcel p set state = r.state, answer = r.answer, claimed_until = null,
      text = case when r.state in ('taken', 'refused') and p.path ~ ${blankedPath} then 'sha256:' || ${digest} else p.text end,
      path = case when r.state in ('taken', 'refused') and p.path ~ ${blankedPath} then '/api/cases' else p.path end,
      tries = p.tries + 1,
      applied_at = case when r.state in ('taken', 'refused') then ${at}::timestamptz end,
      next_try_at = case when r.state = 'waiting' then clock_timestamp() + least(3600, 5 * power(2, least(p.tries, 12))) * interval '1 second' end
    from jsonb_to_recordset(${JSON.stringify(applied)}::jsonb) as r(id uuid, state text, answer jsonb)
    where p.tenant_id = ${tenant} and p.id = r.id and p.state = 'waiting'`.execute(tx)
}

export async function releaseParcels(tx: Tx, tenant: string, ids: readonly string[]): Promise<void> {
  await sql`update parcel set claimed_until = null where tenant_id = ${tenant} and id = any(${[...ids]}::uuid[]) and state = 'waiting'`.execute(
    tx,
  )
}

/** Those that named one of the ids as a predecessor and wait. */
export async function findWaitingFor(tx: Tx, tenant: string, ids: readonly string[]): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select id from parcel where tenant_id = ${tenant} and state = 'waiting' and after <> '{}' and after && ${[...ids]}::uuid[] order by received_at, id`.execute(
    tx,
  )
  return found.rows.map((row) => row.id)
}

/** What could be applied now and is not: left by a server that was killed, or tried before in vain. */
export async function findLeftLying(tx: Tx, tenant: string, most: number): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select p.id from parcel p where p.tenant_id = ${tenant} and ${isFree} and (p.next_try_at is null or p.next_try_at <= clock_timestamp())
      and not exists (select from unnest(p.after) as a(id)
        where not exists (select from parcel q where q.tenant_id = p.tenant_id and q.id = a.id and q.state in ('taken', 'refused')))
    order by p.received_at, p.id limit ${most}`.execute(tx)
  return found.rows.map((row) => row.id)
}
