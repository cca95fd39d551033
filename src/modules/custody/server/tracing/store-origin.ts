/* The way of many lots at once: from whose hands to whose, under which papers, by which roads and depots. Each is one query over the lots given. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface LegRow {
  readonly from: string
  readonly to: string
  readonly lots: number
  readonly since: string
  readonly until: string
  /** The lots of the line changed hands by a sending; not where they lay. */
  readonly carried: boolean
  readonly sentOn: string | null
  /** Text of a list, one for each paper under which they were sent. */
  readonly papers: string | null
}
/** Changes of hands with the sending that brought each about, put together where hands and papers are the same. One probe of an index for each. */
export async function listLegs(tx: Tx, tenant: string, lots: readonly string[]): Promise<readonly LegRow[]> {
  const found = await sql<LegRow>`
    with hand as (
      select lot_id, organisation_id as to_id, since, lag(organisation_id) over (partition by lot_id order by ordinal) as from_id
      from lot_holding where tenant_id = ${tenant} and lot_id = any(${[...lots]}::uuid[])
    )
    select hand.from_id as "from", hand.to_id as "to", count(*) as lots, min(hand.since) as since, max(hand.since) as until,
      sent.event_id is not null as carried, max(sent.sent_on) as "sentOn", sent.papers
    from hand left join lateral (
      select t.event_id, t.sent_on, coalesce(
        (select jsonb_agg(jsonb_build_object('number', p.number, 'validFrom', p.valid_from, 'validUntil', p.valid_until, 'despite', p.despite is not null)
          order by p.part) from transfer_paper p where p.tenant_id = t.tenant_id and p.event_id = t.event_id),
        jsonb_build_array(jsonb_build_object('number', t.paper, 'validFrom', null, 'validUntil', null, 'despite', false)))::text as papers
      from transfer t where t.tenant_id = ${tenant} and t.lot_id = hand.lot_id and t.from_id = hand.from_id and t.to_id = hand.to_id
      order by t.ordinal desc limit 1
    ) as sent on true
    where hand.from_id is not null and hand.from_id <> hand.to_id
    group by hand.from_id, hand.to_id, sent.event_id is not null, sent.papers order by 4, 1, 2`.execute(tx)
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
