/* Who said of a site that children under 15 work there or do not: visits and inspections of somebody who stood on it, as they were known at an instant. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { ChildrenSaid } from '../../domain/status/child-labour.ts'

export async function listChildrenSaid(tx: Tx, tenant: string, until: string | null): Promise<readonly ChildrenSaid[]> {
  const found = await sql<ChildrenSaid>`
    select coalesce(site.merged_into, site.id)::text as site, said.said_on::text as "on", said.seen,
      to_char(said.learned_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "learnedAt"
    from (
      select site_id, visited_on as said_on, (content -> 'observed' ->> 'childrenUnder15')::boolean as seen, learned_at
      from site_visit where tenant_id = ${tenant} and on_site and content -> 'observed' ->> 'childrenUnder15' is not null
        and (voided_at is null or voided_at > ${until}::timestamptz)
      union all
      select form.site_id, form.inspected_on, finding.answer = 'violated', finding.recorded_at from inspection_finding finding
      join inspection form on form.tenant_id = finding.tenant_id and form.id = finding.inspection_id
      where finding.tenant_id = ${tenant} and finding.criterion = 'R2' and finding.answer in ('violated', 'met') and form.on_site
    ) said join site on site.tenant_id = ${tenant} and site.id = said.site_id
    where (${until}::timestamptz is null or said.learned_at <= ${until}::timestamptz) order by said.said_on, said.seen`.execute(tx)
  return found.rows
}
