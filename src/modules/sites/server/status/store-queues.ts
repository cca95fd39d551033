/* What queues read beside standings: visits that saw children or people at work, joint inspections, and the lines of orders with their days. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { survivorIn } from '../register/store-merges.ts'
import type { Question } from '../../domain/status/status-fact.ts'

export interface SightingRow {
  readonly site_id: string
  readonly seen_on: string
  readonly children: boolean
  readonly at_work: boolean
}
/**
 * Days on which children under 15 were seen, or somebody at work: by a visit's own flags and numbers, and by the red criterion on child
 * labour of an inspection on the site. Oldest first.
 */
export async function listSightings(tx: Tx, tenant: string, { asOf, knownAt }: Question): Promise<readonly SightingRow[]> {
  const found = await sql<SightingRow>`
    select site_id, seen_on, bool_or(children) as children, bool_or(at_work) as at_work from (
      select site_id, visited_on as seen_on, coalesce((content -> 'observed' ->> 'childrenUnder15')::boolean, false) as children,
        on_site and coalesce((content -> 'observed' ->> 'workers')::numeric, 0) > 0 as at_work
      from site_visit where tenant_id = ${tenant} and visited_on <= ${asOf} and learned_at <= ${knownAt} and (voided_at is null or voided_at > ${knownAt})
      union all
      select form.site_id, form.inspected_on, true, false from inspection_finding finding
      join inspection form on form.tenant_id = finding.tenant_id and form.id = finding.inspection_id
      where finding.tenant_id = ${tenant} and finding.criterion = 'R2' and finding.answer = 'violated' and form.inspected_on <= ${asOf}
        and finding.recorded_at <= ${knownAt}
    ) as seen where children or at_work group by site_id, seen_on order by seen_on, site_id`.execute(tx)
  return found.rows
}

/** Records that another one stands for, by that one; as the register is now. */
export async function listSurvivors(tx: Tx, tenant: string): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ id: string; into: string }>`
    select id, merged_into as into from site where tenant_id = ${tenant} and merged_into is not null`.execute(tx)
  return new Map(found.rows.map((row) => [row.id, row.into]))
}

/** Sites on which a joint team filled in its form by then. */
export async function listInspectedSites(tx: Tx, tenant: string, { asOf, knownAt }: Question): Promise<ReadonlySet<string>> {
  const found = await sql<{ site_id: string }>`
    select distinct ${survivorIn(tenant, sql`site_id`)} as site_id from inspection where tenant_id = ${tenant} and on_site and inspected_on <= ${asOf} and opened_at <= ${knownAt}`.execute(
    tx,
  )
  return new Set(found.rows.map((row) => row.site_id))
}

export interface DelayLineRow {
  readonly site_id: string
  readonly name: string
  readonly province_code: string | null
  readonly territoire_code: string | null
  readonly order_id: string
  readonly number: string
  readonly inspected_on: string
  readonly signed_on: string
  readonly published_on: string | null
}
/** Lines of standing orders that rest on an inspection, newest visit first. */
export async function listDelayLines(tx: Tx, tenant: string, asOf: string): Promise<readonly DelayLineRow[]> {
  const found = await sql<DelayLineRow>`
    select line.site_id, site.name, site.province_code, site.territoire_code, act.id as order_id, act.number, form.inspected_on, act.signed_on,
      case when act.published_on <= ${asOf} then act.published_on end as published_on
    from status_order_site line
    join status_order act on act.tenant_id = line.tenant_id and act.id = line.order_id and act.annulled_on is null and act.signed_on <= ${asOf}
    join inspection form on form.tenant_id = line.tenant_id and form.id = line.inspection_id
    join site on site.tenant_id = line.tenant_id and site.id = line.site_id
    where line.tenant_id = ${tenant} order by form.inspected_on desc, line.site_id, act.id`.execute(tx)
  return found.rows
}
