/* The way of many lots at once: from whose hands to whose, under which papers, by which roads and depots. Each is one query over the lots given. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface LegRow {
  readonly from: string
  readonly to: string
  readonly lots: number
  readonly since: string
  readonly until: string
  readonly papers: unknown
  readonly withoutPaper: number
  readonly withoutTransport: number
}
/** Changes of hands, each beside the sending that brought it about; the same pair of hands stands once. */
export async function listLegs(tx: Tx, tenant: string, lots: readonly string[]): Promise<readonly LegRow[]> {
  const found = await sql<LegRow>`
    with hand as (
      select lot_id, organisation_id as to_id, since, lag(organisation_id) over (partition by lot_id order by ordinal) as from_id
      from lot_holding where tenant_id = ${tenant} and lot_id = any(${[...lots]}::uuid[])
    ), leg as (
      select lot_id, from_id, to_id, since from hand where from_id is not null and from_id <> to_id
    ), sent as (
      select t.event_id, t.lot_id, t.from_id, t.to_id, t.sent_on, t.paper from transfer t
      where t.tenant_id = ${tenant} and t.lot_id = any(${[...lots]}::uuid[])
    ), paper as (
      select sent.from_id, sent.to_id, sent.lot_id, sent.sent_on, p.number, p.valid_from, p.valid_until, p.despite is not null as despite
      from transfer_paper p join sent on sent.event_id = p.event_id
      where p.tenant_id = ${tenant} and p.lot_id = any(${[...lots]}::uuid[])
      union all
      select from_id, to_id, lot_id, sent_on, sent.paper, null, null, false from sent
      where sent.paper is not null and not exists (
        select from transfer_paper p where p.tenant_id = ${tenant} and p.event_id = sent.event_id and p.number = sent.paper)
    ), numbered as (
      select from_id, to_id, number, count(distinct lot_id) as lots, max(sent_on) as sent_on, min(valid_from) as valid_from,
        max(valid_until) as valid_until, bool_or(despite) as despite
      from paper group by from_id, to_id, number
    ), listed as (
      select from_id, to_id, jsonb_agg(jsonb_build_object('number', number, 'lots', lots, 'sentOn', sent_on, 'validFrom', valid_from,
        'validUntil', valid_until, 'despite', despite) order by sent_on, number) as papers
      from numbered group by from_id, to_id
    ), covered as (select distinct from_id, to_id, lot_id from paper), carried as (select distinct from_id, to_id, lot_id from sent)
    select leg.from_id as "from", leg.to_id as "to", count(distinct leg.lot_id) as lots, min(leg.since) as since, max(leg.since) as until,
      coalesce((select listed.papers from listed where listed.from_id = leg.from_id and listed.to_id = leg.to_id), '[]'::jsonb) as papers,
      count(distinct leg.lot_id) filter (where carried.lot_id is not null and covered.lot_id is null) as "withoutPaper",
      count(distinct leg.lot_id) filter (where carried.lot_id is null) as "withoutTransport"
    from leg
    left join carried on carried.from_id = leg.from_id and carried.to_id = leg.to_id and carried.lot_id = leg.lot_id
    left join covered on covered.from_id = leg.from_id and covered.to_id = leg.to_id and covered.lot_id = leg.lot_id
    group by leg.from_id, leg.to_id order by 4, 1, 2`.execute(tx)
  return found.rows
}

/** Names of depots and of roads, each spelling once; at most 500. */
export async function listPlaceNames(tx: Tx, tenant: string, lots: readonly string[]): Promise<readonly string[]> {
  const found = await sql<{ name: string }>`
    select place as name from lot_stay where tenant_id = ${tenant} and lot_id = any(${[...lots]}::uuid[])
    union select unnest(array[from_place, to_place, route]) from transfer_leg where tenant_id = ${tenant} and lot_id = any(${[...lots]}::uuid[])
    order by 1 limit 500`.execute(tx)
  return found.rows.flatMap((row) => row.name ?? [])
}
