/*
What the map's layers show, in SQL: per site the newest answer to one question, by what was known then. A visit that did not ask a
question does not end an older answer. Each is one statement over the visits of a tenant.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { ArmedActorClass, TraceabilityScheme } from '../../contract-observations.ts'

export interface LayerQuestion {
  readonly asOf: string
  readonly knownAt: string
}
interface OfSite {
  readonly site_id: string
  readonly day: string
}

/** A duplicate's facts count for the record that it was merged into. */
const record = sql`coalesce(site.merged_into, site.id)`
const visitsOfRecords = sql`site_visit join site on site.tenant_id = site_visit.tenant_id and site.id = site_visit.site_id`

const known = ({ asOf, knownAt }: LayerQuestion) =>
  sql`visited_on <= ${asOf} and learned_at <= ${knownAt} and (voided_at is null or voided_at > ${knownAt})`

/** A slip of the finger is kept like every observation, so a number may be larger than a database integer. */
export async function newestWorkers(tx: Tx, tenant: string, question: LayerQuestion): Promise<readonly (OfSite & { workers: number })[]> {
  const found = await sql<OfSite & { workers: number }>`
    select distinct on (${record}) ${record} as site_id, visited_on as day, (content -> 'observed' ->> 'workers')::float8 as workers from ${visitsOfRecords}
    where site_visit.tenant_id = ${tenant} and ${known(question)} and content -> 'observed' ->> 'workers' is not null
    order by ${record}, visited_on desc, site_visit.id desc`.execute(tx)
  return found.rows
}

export async function newestServices(
  tx: Tx,
  tenant: string,
  question: LayerQuestion,
): Promise<readonly (OfSite & { services: readonly string[] })[]> {
  const found = await sql<OfSite & { services: readonly string[] }>`
    select distinct on (${record}) ${record} as site_id, visited_on as day, content -> 'observed' -> 'services' as services from ${visitsOfRecords}
    where site_visit.tenant_id = ${tenant} and ${known(question)} and content -> 'observed' -> 'services' is not null
    order by ${record}, visited_on desc, site_visit.id desc`.execute(tx)
  return found.rows
}

/** The newest answer to whether armed actors interfered; visits that did not ask are left out. */
export async function newestInterferenceAnswers(
  tx: Tx,
  tenant: string,
  question: LayerQuestion,
): Promise<readonly (OfSite & { interference: boolean })[]> {
  const found = await sql<OfSite & { interference: boolean }>`
    select distinct on (${record}) ${record} as site_id, visited_on as day, armed_interference as interference from ${visitsOfRecords}
    where site_visit.tenant_id = ${tenant} and ${known(question)} and armed_interference is not null
    order by ${record}, visited_on desc, armed_interference desc, site_visit.id desc`.execute(tx)
  return found.rows
}

/** The newest day of interference by each class of armed actor; `unknown` where the visit names no actor with a kind of it. */
export async function newestInterferenceByActor(
  tx: Tx,
  tenant: string,
  question: LayerQuestion,
): Promise<readonly (OfSite & { actor_class: ArmedActorClass })[]> {
  const found = await sql<OfSite & { actor_class: ArmedActorClass }>`
    select ${record} as site_id, coalesce(actor ->> 'actorClass', 'unknown') as actor_class, max(visited_on) as day
    from ${visitsOfRecords} left join lateral (
      select one as actor from jsonb_array_elements(coalesce(content -> 'observed' -> 'armed', '[]'::jsonb)) as one
      where jsonb_path_exists(one -> 'interference', '$.* ? (@ == true)')) as actors on true
    where site_visit.tenant_id = ${tenant} and ${known(question)} and armed_interference
    group by 1, 2 order by 1, 2`.execute(tx)
  return found.rows
}

export async function newestSchemes(
  tx: Tx,
  tenant: string,
  { asOf, knownAt }: LayerQuestion,
): Promise<readonly (OfSite & { scheme: TraceabilityScheme })[]> {
  const found = await sql<OfSite & { scheme: TraceabilityScheme }>`
    select distinct on (${record}) ${record} as site_id, reported_on as day, scheme
    from site_traceability join site on site.tenant_id = site_traceability.tenant_id and site.id = site_traceability.site_id
    where site_traceability.tenant_id = ${tenant} and reported_on <= ${asOf} and learned_at <= ${knownAt} and (voided_at is null or voided_at > ${knownAt})
    order by ${record}, reported_on desc, site_traceability.id desc`.execute(tx)
  return found.rows
}
