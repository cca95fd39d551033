/*
Which incidents touch given lots, sites, bodies and places, in one query. Each of the four ways has its own index; what a period leaves out is
only what is over and has a day of its own outside of it.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Sight } from './sight.ts'
import { isPartyRow } from './store-sight.ts'

export interface TouchingRow {
  readonly id: string
  readonly number: string
  readonly category: string
  readonly risks: readonly string[]
  readonly severity: number
  readonly state: string
  readonly confidentiality: string
  readonly occurredOn: string | null
  readonly receivedOn: string
  readonly concludedAs: string | null
  readonly lots: readonly string[]
  readonly sites: readonly string[]
  readonly organisations: readonly string[]
  readonly places: readonly string[]
}
export interface Touched {
  readonly lots: readonly string[]
  readonly sites: readonly string[]
  readonly organisations: readonly string[]
  readonly places: readonly string[]
  readonly from: string
  readonly until: string
  readonly everything?: true
}
export async function listTouching(tx: Tx, tenant: string, asked: Touched): Promise<readonly TouchingRow[]> {
  const { from, until } = asked
  const [sites, bodies] = [[...asked.sites], [...asked.organisations]]
  // Thousands of lots come as one text behind a question of its own: as values the planner would weigh each of them.
  const lots = sql`(select unnest(string_to_array(${asked.lots.join(',')}, ','))::uuid)`
  // The database turns letters as its index does, which a place with an accent depends on.
  const places = sql`(select upper(said) from unnest(${[...asked.places]}::text[]) as said)`
  const found = await sql<TouchingRow>`
    with lot_hit as (
      select incident_id, array_agg(lot_id order by lot_id) as lots from incident_lot
      where tenant_id = ${tenant} and lot_id in ${lots} group by incident_id
    ), body_hit as (
      select incident_id, array_agg(organisation_id order by organisation_id) as bodies from incident_party
      where tenant_id = ${tenant} and organisation_id = any(${bodies}::uuid[]) and because <> 'lot-holder' group by incident_id
    ), touched as (
      select incident_id as id from lot_hit union select incident_id from body_hit
      union select id from incident where tenant_id = ${tenant} and site_id = any(${sites}::uuid[])
      union select id from incident where tenant_id = ${tenant} and upper(place_name) in ${places}
      union select id from incident where tenant_id = ${tenant} and ${asked.everything === true}
    )
    select i.id, i.number, i.category, i.risks, i.severity, i.state, i.confidentiality, i.occurred_on as "occurredOn", i.received_on as "receivedOn",
      i.concluded_as as "concludedAs", coalesce(lot_hit.lots, '{}') as lots, coalesce(body_hit.bodies, '{}') as organisations,
      case when i.site_id = any(${sites}::uuid[]) then array[i.site_id] else '{}' end as sites,
      case when upper(i.place_name) in ${places} then array[i.place_name] else '{}' end as places
    from touched join incident i on i.tenant_id = ${tenant} and i.id = touched.id
      left join lot_hit on lot_hit.incident_id = i.id left join body_hit on body_hit.incident_id = i.id
    where i.state not in ('unfounded', 'resolved', 'closed') or i.occurred_on is null or i.occurred_on between ${from}::date and ${until}::date
    order by i.id`.execute(tx)
  return found.rows
}

/** A file that stopped the lot and is not over, or to which the body of who wants to free it is a party, by name or by its kind. */
export async function findHolding(
  tx: Tx,
  tenant: string,
  { lot, sight }: { readonly lot: string; readonly sight: Pick<Sight, 'body'> },
): Promise<{ readonly number: string; readonly confidentiality: string } | null> {
  const found = await sql<{ number: string; confidentiality: string }>`
    select incident.number, incident.confidentiality from incident_lot l
      join incident on incident.tenant_id = l.tenant_id and incident.id = l.incident_id
    where l.tenant_id = ${tenant} and l.lot_id = ${lot}::uuid and l.held_by is not null and l.freed_at is null
      and (incident.state not in ('unfounded', 'resolved', 'closed') or ${isPartyRow(tenant, sight)})
    order by incident.id limit 1`.execute(tx)
  return found.rows[0] ?? null
}
