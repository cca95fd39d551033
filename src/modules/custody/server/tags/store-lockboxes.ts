/* Boxes with three padlocks: key holders, quota, counts by day, and the tags taken out for an agent and a day. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface LockboxRow {
  readonly site: string
  readonly saemape: string | null
  readonly cooperative: string | null
  readonly concessionOwner: string | null
  readonly activationSince: string | null
  readonly quota: number | null
  readonly quotaBasis: string | null
  readonly quotaBasisId: string | null
  readonly quotaSince: string | null
}
const columns = sql`
  site_id as site, saemape_id as saemape, cooperative_id as cooperative, concession_owner_id as "concessionOwner",
  activation_since as "activationSince", quota, quota_basis as "quotaBasis", quota_basis_id as "quotaBasisId", quota_since as "quotaSince"`

export async function listLockboxes(tx: Tx, tenant: string, sites: readonly string[] | null): Promise<readonly LockboxRow[]> {
  const found = await sql<LockboxRow>`
    select ${columns} from tag_lockbox
    where tenant_id = ${tenant} and (${sites === null} or site_id = any(${[...(sites ?? [])]}::uuid[])) order by site_id`.execute(tx)
  return found.rows
}
export async function findLockbox(tx: Tx, tenant: string, site: string): Promise<LockboxRow | null> {
  return (await listLockboxes(tx, tenant, [site]))[0] ?? null
}

export async function setKeyHolders(
  tx: Tx,
  tenant: string,
  row: { site: string; saemape: string; cooperative: string; concessionOwner: string },
): Promise<void> {
  await sql`
    insert into tag_lockbox (tenant_id, site_id, saemape_id, cooperative_id, concession_owner_id)
    values (${tenant}, ${row.site}, ${row.saemape}, ${row.cooperative}, ${row.concessionOwner})
    on conflict (tenant_id, site_id) do update set saemape_id = excluded.saemape_id, cooperative_id = excluded.cooperative_id,
      concession_owner_id = excluded.concession_owner_id`.execute(tx)
}

export async function setQuota(
  tx: Tx,
  tenant: string,
  row: { site: string; allowedTags: number; basis: string; basisId: string; from: string },
): Promise<void> {
  await sql`
    insert into tag_lockbox (tenant_id, site_id, quota, quota_basis, quota_basis_id, quota_since)
    values (${tenant}, ${row.site}, ${row.allowedTags}, ${row.basis}, ${row.basisId}, ${row.from})
    on conflict (tenant_id, site_id) do update set quota = excluded.quota, quota_basis = excluded.quota_basis,
      quota_basis_id = excluded.quota_basis_id, quota_since = excluded.quota_since`.execute(tx)
}

export async function insertCount(
  tx: Tx,
  tenant: string,
  row: {
    event: string
    kind: string
    site: string
    day: string
    quantity: number
    ordinal: number
    organisation: string | null
    learnedAt: string
  },
): Promise<void> {
  await sql`
    insert into tag_count (tenant_id, event_id, kind, site_id, day, quantity, ordinal, organisation_id, learned_at)
    values (${tenant}, ${row.event}, ${row.kind}, ${row.site}, ${row.day}, ${row.quantity}, ${row.ordinal}, ${row.organisation}, ${row.learnedAt})`.execute(
    tx,
  )
}

export interface CountRow {
  readonly site: string
  readonly day: string
  readonly kind: string
  readonly quantity: number
  /** Whose keys were there, as the count said. */
  readonly present: unknown
}
/** The last word for each site, day and kind, by site and day. */
export async function listCounts(
  tx: Tx,
  tenant: string,
  { sites, from, to }: { readonly sites: readonly string[] | null; readonly from: string; readonly to: string },
): Promise<readonly CountRow[]> {
  const found = await sql<CountRow>`
    select distinct on (site_id, day, kind) site_id as site, day, kind, quantity,
      (select e.payload->'present' from log_event e where e.tenant_id = tag_count.tenant_id and e.id = tag_count.event_id) as present
    from tag_count
    where tenant_id = ${tenant} and day between ${from} and ${to} and (${sites === null} or site_id = any(${[...(sites ?? [])]}::uuid[]))
    order by site_id, day, kind, ordinal desc`.execute(tx)
  return found.rows
}

/** Bags of the site that were weighed with a tag, by day. */
export async function listUsesByDay(
  tx: Tx,
  tenant: string,
  { site, from }: { readonly site: string; readonly from: string },
): Promise<ReadonlyMap<string, number>> {
  const found = await sql<{ readonly day: string; readonly n: number }>`
    select formed_on as day, count(*) as n from lot
    where tenant_id = ${tenant} and site_id = ${site} and kind = 'bag' and tag is not null and voided_at is null and formed_on >= ${from}
    group by formed_on`.execute(tx)
  return new Map(found.rows.map((row) => [row.day, row.n]))
}

export interface ActivationRow {
  readonly site: string
  readonly batch: string
  readonly series: string
  readonly digits: number
  readonly checkDigit: 'none' | 'luhn'
  readonly from: number
  readonly to: number
  readonly day: string
  readonly agent: string
  readonly used: number
}
export async function insertActivation(
  tx: Tx,
  tenant: string,
  row: { event: string; site: string; batch: string; from: number; to: number; day: string; agent: string },
): Promise<void> {
  await sql`
    insert into tag_activation (tenant_id, event_id, site_id, batch_id, from_number, to_number, day, account_id)
    values (${tenant}, ${row.event}, ${row.site}, ${row.batch}, ${row.from}, ${row.to}, ${row.day}, ${row.agent})`.execute(tx)
  await sql`
    insert into tag_lockbox (tenant_id, site_id, activation_since) values (${tenant}, ${row.site}, ${row.day})
    on conflict (tenant_id, site_id) do update set activation_since = least(tag_lockbox.activation_since, excluded.activation_since)`.execute(
    tx,
  )
}
/** Of a day, or of a site newest first; at most 300. */
export async function listActivations(
  tx: Tx,
  tenant: string,
  { sites, day }: { readonly sites: readonly string[] | null; readonly day: string | null },
): Promise<readonly ActivationRow[]> {
  const found = await sql<ActivationRow>`
    select a.site_id as site, a.batch_id as batch, series, digits, check_digit as "checkDigit", a.from_number as "from", a.to_number as "to",
      a.day, a.account_id as agent,
      (select count(*) from tag t where t.tenant_id = a.tenant_id and t.batch_id = a.batch_id and t.number between a.from_number and a.to_number
        and t.lot_id is not null and t.changed_on = a.day) as used
    from tag_activation a join tag_batch b on b.tenant_id = a.tenant_id and b.id = a.batch_id
    where a.tenant_id = ${tenant} and (${day}::date is null or a.day = ${day}::date)
      and (${sites === null} or a.site_id = any(${[...(sites ?? [])]}::uuid[]))
    order by a.day desc, a.site_id, a.batch_id, a.from_number limit 300`.execute(tx)
  return found.rows
}
/** Activations of one day that hold some of these numbers. */
export async function listActivationsOf(
  tx: Tx,
  tenant: string,
  { batch, from, to, day }: { readonly batch: string; readonly from: number; readonly to: number; readonly day: string },
): Promise<readonly { readonly from: number; readonly site: string; readonly agent: string }[]> {
  const found = await sql<{ readonly from: number; readonly site: string; readonly agent: string }>`
    select from_number as "from", site_id as site, account_id as agent from tag_activation
    where tenant_id = ${tenant} and batch_id = ${batch} and day = ${day} and from_number <= ${to} and to_number >= ${from}
    order by from_number`.execute(tx)
  return found.rows
}
