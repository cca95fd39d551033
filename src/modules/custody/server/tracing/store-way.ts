/*
The whole way of a lot in one statement: everything beneath it, what was drawn from what, findings, hands, legs, roads and depots. A lot of
twenty-five tonnes has three thousand bags, so that each column comes as one text and not as thousands of rows: reading rows cost more than
finding them. What a text means is said in `way.ts`.

The way down goes level by level and not lot by lot: a chain has few levels, whatever lies on them. `any((select lots …))` keeps
the planner on the indexes whatever it believes of their number (see `sourcesOf`).
*/
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { lotState } from '../lots/store-lot-reads.ts'

/** Texts separated by commas stand beside each other in the order of the lots' ids, of the draws in that of the inputs'; `null` where there is nothing. */
export interface WayRow {
  readonly ids: string
  /** Empty for a lot without a site. */
  readonly sites: string
  readonly tags: readonly (string | null)[]
  /** Of production, of a lot without one that on which it was made. */
  readonly days: string
  readonly grams: string
  readonly kinds: readonly string[]
  /** One of them lies in quarantine or was seized. */
  readonly isStopped: boolean
  readonly certified: readonly { readonly lot: string; readonly number: string; readonly certificate: string }[] | null
  /** For each lot that was made of others. */
  readonly draws: readonly { readonly into: string; readonly from: string; readonly drawn: string }[] | null
  /** Of the lot itself. */
  readonly inputs: readonly { readonly lot: string; readonly number: string; readonly drawnGrams: number }[] | null
  /** Organisations with the day since which they had something of it, as `listHoldings` orders them. */
  readonly hands: string | null
  readonly handsSince: string | null
  readonly findings:
    | readonly {
        readonly rule: string
        readonly severity: string
        readonly facts: unknown
        readonly releasedBecause: string | null
      }[]
    | null
  readonly legs: readonly LegLine[] | null
  /** Names of depots and of roads, each spelling once; at most 500. */
  readonly places: readonly string[] | null
}
/** Changes of hands with the sending that brought each about, put together where hands and papers are the same. */
export interface LegLine {
  readonly from: string
  readonly to: string
  readonly lots: number
  readonly since: string
  readonly until: string
  /** The lots of the line changed hands by a sending; not where they lay. */
  readonly carried: boolean
  readonly sentOn: string | null
  /** The one paper that the sending names, where there is no list of papers. */
  readonly paper: string | null
  readonly papers: unknown
}

/** A row also for a lot that is not known: with nothing in it. */
export async function findWay(tx: Tx, tenant: string, lot: string): Promise<WayRow | null> {
  const beneath = (table: string) =>
    sql`${sql.table(table)} where tenant_id = ${tenant} and lot_id = any((select lots from lineage)::uuid[])`
  const found = await sql<WayRow>`
    with recursive level (lots) as (
      select array[${lot}::uuid]
      union
      select source.lots from level cross join lateral (
        select array_agg(distinct input_id) as lots from lot_input where tenant_id = ${tenant} and lot_id = any(level.lots)
      ) as source where source.lots is not null
    ), lineage (lots) as materialized (
      select array_agg(distinct lot) from level, unnest(lots) as lot
    ), own as materialized (
      select lot.id, lot.number, lot.kind, lot.site_id, lot.tag, coalesce(lot.produced_on, lot.formed_on) as day, lot.mass_grams,
        lot.certificate_number, ${lotState} in ('quarantined', 'seized') as is_stopped
      from lot where lot.tenant_id = ${tenant} and lot.id = any((select lots from lineage)::uuid[]) order by lot.id
    ), draw as (
      select lot_id as "into", string_agg(input_id::text, ',' order by input_id) as "from", string_agg(drawn_grams::text, ',' order by input_id) as drawn
      from ${beneath('lot_input')} group by lot_id order by lot_id
    ), holding as materialized (
      select lot_id, organisation_id, since, position, lag(organisation_id) over (partition by lot_id order by ordinal) as from_id
      from ${beneath('lot_holding')}
    ), holder as (
      select organisation_id, since from holding group by organisation_id, since order by since, min(position)
    ), hand as materialized (
      select lot_id, from_id, organisation_id as to_id, since from holding where from_id is not null and from_id <> organisation_id
    ), sent as materialized (
      select distinct on (lot_id, from_id, to_id) lot_id, from_id, to_id, event_id, sent_on, paper
      from ${beneath('transfer')} order by lot_id, from_id, to_id, ordinal desc
    ), listed as (
      select event_id, jsonb_agg(jsonb_build_object('number', number, 'validFrom', valid_from, 'validUntil', valid_until, 'despite', despite is not null)
        order by part) as papers
      from transfer_paper where tenant_id = ${tenant} and event_id = any(array(select event_id from sent)) group by event_id
    ), leg as (
      select hand.from_id as "from", hand.to_id as "to", count(*) as lots, min(hand.since) as since, max(hand.since) as until,
        sent.event_id is not null as carried, max(sent.sent_on) as "sentOn",
        case when listed.papers is null then sent.paper end as paper, listed.papers
      from hand left join sent on sent.lot_id = hand.lot_id and sent.from_id = hand.from_id and sent.to_id = hand.to_id
        left join listed on listed.event_id = sent.event_id
      group by 1, 2, 6, 8, 9 order by 4, 1, 2
    ), finding as (
      select rule, severity, facts, released_because as "releasedBecause" from ${beneath('lot_finding')} order by learned_at, lot_id, event_id, ordinal
    ), place as (
      select place as name from ${beneath('lot_stay')}
      union select unnest(array[from_place, to_place, route]) from ${beneath('transfer_leg')}
      order by 1 limit 500
    )
    select lots.*, holders.*, (select json_agg(draw) from draw) as draws,
      (select json_agg(json_build_object('lot', input_id, 'drawnGrams', drawn_grams,
          'number', (select lot.number from lot where lot.tenant_id = ${tenant} and lot.id = input_id)) order by input_id)
        from lot_input where tenant_id = ${tenant} and lot_id = ${lot}::uuid) as inputs,
      (select json_agg(finding) from finding) as findings, (select json_agg(leg) from leg) as legs,
      (select json_agg(name) from place where name is not null) as places
    from (select string_agg(id::text, ',') as ids, string_agg(coalesce(site_id::text, ''), ',') as sites, json_agg(tag) as tags,
        string_agg(day::text, ',') as days, string_agg(mass_grams::text, ',') as grams, bool_or(is_stopped) as "isStopped",
        (select json_agg(kind) from (select distinct kind from own order by kind) as one) as kinds,
        json_agg(json_build_object('lot', id, 'number', number, 'certificate', certificate_number)) filter (where certificate_number is not null) as certified
      from own) as lots,
      (select string_agg(organisation_id::text, ',') as hands, string_agg(since::text, ',') as "handsSince" from holder) as holders`.execute(
    tx,
  )
  return found.rows[0] ?? null
}
