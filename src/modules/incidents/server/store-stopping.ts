/* Files with given risks that were ever confirmed or had lots stopped on suspicion, with the steps by which a day is judged. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Sight } from './sight.ts'
import { isPartyRow } from './store-sight.ts'

export interface StoppingRow {
  readonly id: string
  readonly number: string
  readonly risks: readonly string[]
  readonly confidentiality: string
  readonly site: string | null
  readonly placeKind: string
  readonly placeName: string | null
  readonly organisations: readonly string[]
  readonly lots: readonly string[]
  readonly steps: unknown
}
export interface StoppingAsked {
  readonly risks: readonly string[]
  readonly about:
    | 'everything'
    | { readonly sites: readonly string[]; readonly organisations: readonly string[]; readonly places: readonly string[] }
}
export async function listStopping(tx: Tx, tenant: string, { risks, about }: StoppingAsked): Promise<readonly StoppingRow[]> {
  const candidates =
    about === 'everything'
      ? sql`select id from incident where tenant_id = ${tenant}`
      : sql`select id from incident where tenant_id = ${tenant} and site_id = any(${[...about.sites]}::uuid[])
        union select id from incident where tenant_id = ${tenant} and upper(place_name) in (select upper(said) from unnest(${[...about.places]}::text[]) as said)
        union select incident_id from incident_party where tenant_id = ${tenant} and because = 'named'
          and organisation_id = any(${[...about.organisations]}::uuid[])`
  const found = await sql<StoppingRow>`
    with candidate as (${candidates})
    select i.id, i.number, i.risks, i.confidentiality, i.site_id as site, i.place_kind as "placeKind", i.place_name as "placeName",
      (select coalesce(array_agg(p.organisation_id order by p.organisation_id), '{}') from incident_party p
        where p.tenant_id = i.tenant_id and p.incident_id = i.id and p.because = 'named') as organisations,
      (select coalesce(array_agg(l.lot_id order by l.lot_id), '{}') from incident_lot l
        where l.tenant_id = i.tenant_id and l.incident_id = i.id) as lots, told.steps
    from candidate join incident i on i.tenant_id = ${tenant} and i.id = candidate.id
      cross join lateral (
        select jsonb_agg(jsonb_build_object('step', s.step, 'at', to_char(s.happened_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'ground', s.facts ->> 'ground') order by s.ordinal) as steps,
          bool_or(s.step = 'confirmed' or (s.step = 'lots-held' and s.facts ->> 'ground' = 'reasonable-suspicion')) as stops
        from incident_step s where s.tenant_id = i.tenant_id and s.incident_id = i.id
      ) told
    where i.risks && ${[...risks]}::text[] and told.stops
    order by i.id limit 2000`.execute(tx)
  return found.rows
}

export async function listConcerning(
  tx: Tx,
  tenant: string,
  { incidents, sight }: { readonly incidents: readonly string[]; readonly sight: Pick<Sight, 'body'> },
): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select incident.id from incident where incident.tenant_id = ${tenant} and incident.id = any(${[...incidents]}::uuid[])
      and ${isPartyRow(tenant, sight)}`.execute(tx)
  return found.rows.map((row) => row.id)
}
