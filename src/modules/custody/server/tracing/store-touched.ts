/* Papers, hands, depots and roads beside given lots, and the lots that touched one of them. Words are compared without case. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type LotRow, lotColumns } from '../lots/store-lot-reads.ts'
import { type Sight, seenBy } from '../lots/store-sight.ts'

/** Lots, and the last day that counts. */
export interface Beside {
  readonly lots: readonly string[]
  readonly until: string
}

export interface PaperRow {
  readonly number: string
  readonly kind: string
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly lots: number
}
export async function listPapers(tx: Tx, tenant: string, { lots, until }: Beside, most: number): Promise<readonly PaperRow[]> {
  const found = await sql<PaperRow>`
    with papers as (
      select p.lot_id, p.number, p.kind, p.valid_from, p.valid_until from transfer_paper p join transfer t on t.tenant_id = p.tenant_id and t.event_id = p.event_id
        where p.tenant_id = ${tenant} and p.lot_id = any(${[...lots]}::uuid[]) and t.sent_on <= ${until}
      union all
      select t.lot_id, t.paper, 'transport', null, null from transfer t
        where t.tenant_id = ${tenant} and t.lot_id = any(${[...lots]}::uuid[]) and t.paper is not null and t.sent_on <= ${until}
          and not exists (select from transfer_paper p where p.tenant_id = t.tenant_id and p.lot_id = t.lot_id and p.number = t.paper)
    )
    select number, min(kind) as kind, min(valid_from) as "validFrom", max(valid_until) as "validUntil", count(distinct lot_id) as lots
    from papers group by number order by lots desc, number limit ${most}`.execute(tx)
  return found.rows
}

export interface HandRow {
  readonly organisation: string
  readonly since: string
  readonly lots: number
}
export async function listHands(tx: Tx, tenant: string, { lots, until }: Beside): Promise<readonly HandRow[]> {
  const found = await sql<HandRow>`
    select organisation_id as organisation, min(since) as since, count(distinct lot_id) as lots from lot_holding
    where tenant_id = ${tenant} and lot_id = any(${[...lots]}::uuid[]) and since <= ${until}
    group by organisation_id order by since, min(position) limit 500`.execute(tx)
  return found.rows
}

export interface StopRow {
  readonly what: 'depot' | 'road'
  readonly name: string
  readonly organisation: string | null
  readonly from: string
  readonly to: string | null
  readonly lots: number
}
/** Depots where they lay and roads on which they went, in the order of the days. */
export async function listStops(tx: Tx, tenant: string, { lots, until }: Beside, most: number): Promise<readonly StopRow[]> {
  const found = await sql<StopRow>`
    select 'depot' as what, min(place) as name, depot_id as organisation, min(in_on) as "from", max(out_on) as "to", count(distinct lot_id) as lots
      from lot_stay where tenant_id = ${tenant} and lot_id = any(${[...lots]}::uuid[]) and in_on <= ${until} group by depot_id, upper(place)
    union all
    select 'road', from_place || ' – ' || to_place || coalesce(' (' || min(route) || ')', ''), null, min(departed_on), max(arrived_on), count(distinct lot_id)
      from transfer_leg where tenant_id = ${tenant} and lot_id = any(${[...lots]}::uuid[]) and departed_on <= ${until} group by from_place, to_place
    order by 4, 2 limit ${most}`.execute(tx)
  return found.rows
}

export type TouchQuestion =
  | { readonly what: 'organisation'; readonly value: string }
  | { readonly what: 'place' | 'road' | 'paper' | 'tag'; readonly value: string }
export interface Period {
  readonly since: string
  readonly until: string
}
export type TouchedRow = LotRow & { readonly touchedOn: string }

/** By lot the first day on which it touched what is asked about. */
function touching(tenant: string, { what, value }: TouchQuestion): RawBuilder<unknown> {
  if (what === 'organisation')
    return sql`select lot_id, min(since) as touched_on from lot_holding where tenant_id = ${tenant} and organisation_id = ${value}::uuid group by lot_id`
  if (what === 'place')
    return sql`select lot_id, min(day) as touched_on from (
      select lot_id, in_on as day from lot_stay where tenant_id = ${tenant} and upper(place) = upper(${value})
      union all select lot_id, departed_on from transfer_leg where tenant_id = ${tenant} and upper(from_place) = upper(${value})
      union all select lot_id, coalesce(arrived_on, departed_on) from transfer_leg where tenant_id = ${tenant} and upper(to_place) = upper(${value})) as stops group by lot_id`
  if (what === 'road')
    return sql`select lot_id, min(departed_on) as touched_on from transfer_leg where tenant_id = ${tenant} and upper(route) = upper(${value}) group by lot_id`
  if (what === 'paper')
    return sql`select lot_id, min(day) as touched_on from (
      select p.lot_id, t.sent_on as day from transfer_paper p join transfer t on t.tenant_id = p.tenant_id and t.event_id = p.event_id
        where p.tenant_id = ${tenant} and upper(p.number) = upper(${value})
      union all select lot_id, sent_on from transfer where tenant_id = ${tenant} and upper(paper) = upper(${value})) as moves group by lot_id`
  return sql`select id as lot_id, formed_on as touched_on from lot where tenant_id = ${tenant} and tag = upper(${value})`
}

/** The lots themselves, newest touch first; `seen` says whether the reader may see each. Mistakes are left out. */
export async function listTouched(
  tx: Tx,
  tenant: string,
  question: TouchQuestion,
  { since, until, sight, most }: Period & { readonly sight: Sight; readonly most: number },
): Promise<readonly TouchedRow[]> {
  const found = await sql<TouchedRow>`
    select ${lotColumns}, touched.touched_on as "touchedOn" from (${touching(tenant, question)}) as touched
    join lot on lot.tenant_id = ${tenant} and lot.id = touched.lot_id
    where touched.touched_on >= ${since} and touched.touched_on <= ${until} and lot.voided_at is null and ${seenBy(tenant, sight)}
    order by touched.touched_on desc, lot.id desc limit ${most}`.execute(tx)
  return found.rows
}

/** Those of the lots that the reader may see. */
export async function listSeen(
  tx: Tx,
  tenant: string,
  { lots, sight }: { readonly lots: readonly string[]; readonly sight: Sight },
): Promise<readonly LotRow[]> {
  const found =
    await sql<LotRow>`select ${lotColumns} from lot where tenant_id = ${tenant} and id = any(${[...lots]}::uuid[]) and ${seenBy(tenant, sight)}
    order by formed_on desc, id desc`.execute(tx)
  return found.rows
}

/** Lots with something of a site that an organisation may see. */
export async function listSeenOfSite(
  tx: Tx,
  tenant: string,
  { site, organisation }: { readonly site: string; readonly organisation: string | null },
): Promise<ReadonlySet<string>> {
  const found = await sql<{ id: string }>`
    select lot.id from lot_party p join lot on lot.tenant_id = p.tenant_id and lot.id = p.lot_id
    where p.tenant_id = ${tenant} and p.organisation_id = ${organisation}::uuid and lot.root_sites @> array[${site}::uuid]`.execute(tx)
  return new Set(found.rows.map((row) => row.id))
}
