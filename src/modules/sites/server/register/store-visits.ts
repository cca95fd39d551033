/*
On which days somebody stood on a site. Two kinds of event say so: a recorded visit, and the form that a joint team opened on the
site. Whoever asks when a site was last seen asks here, so that no list forgets one of them.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface VisitDigest {
  readonly site_id: string
  readonly visited_on: string
  readonly on_site: boolean
  /** `null`: not asked. The form of a joint team answers by criterion, so it is always null there. */
  readonly armed_interference: boolean | null
}
export interface VisitQuestion {
  readonly asOf: string
  readonly knownAt: string
  /** One site only; absent: all. */
  readonly site?: string | undefined
}

/**
 * Day and two flags of every visit that was known and had happened, oldest first: what lists and figures need of some thousands of
 * visits. Those of a merged record count for its survivor. A team that did not reach the site is no visit.
 */
export async function listVisitDigests(
  tx: Tx,
  tenant: string,
  { asOf, knownAt, site: only }: VisitQuestion,
): Promise<readonly VisitDigest[]> {
  // Said only where it is asked: a condition that may also be nothing keeps the database from its index, for each of hundreds of pages.
  const ofSite = only === undefined ? sql`` : sql`and site_id = any(array(select site_family(${tenant}, ${only})))`
  const found = await sql<VisitDigest>`
    select coalesce(merged.merged_into, site_id) as site_id, visited_on, on_site, armed_interference from (
      select id, site_id, visited_on, on_site, armed_interference from site_visit
      where tenant_id = ${tenant} and visited_on <= ${asOf} and learned_at <= ${knownAt} and (voided_at is null or voided_at > ${knownAt}) ${ofSite}
      union all
      select id, site_id, inspected_on, true, null from inspection
      where tenant_id = ${tenant} and on_site and inspected_on <= ${asOf} and opened_at <= ${knownAt} ${ofSite}
    ) as seen left join site as merged on merged.tenant_id = ${tenant} and merged.id = site_id and merged.merged_into is not null
    order by visited_on, seen.id`.execute(tx)
  return found.rows
}

/** The last day on which somebody stood on the site; `null`: nobody is known to have. */
export async function lastVisitOf(tx: Tx, tenant: string, question: VisitQuestion & { readonly site: string }): Promise<string | null> {
  return (await listVisitDigests(tx, tenant, question)).findLast((visit) => visit.on_site)?.visited_on ?? null
}
