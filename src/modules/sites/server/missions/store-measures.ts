/* Sites that were visited, for who counts: by the day of the visit, and by when the record learned of it. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface CountedVisits {
  readonly province: string | null
  readonly visits: number
  readonly sites: number
}
export interface VisitsAsked {
  readonly from: string
  readonly to: string
  readonly after: string | null
  readonly until: string | null
  readonly byProvince: boolean
}
export async function countVisits(
  tx: Tx,
  tenant: string,
  { from, to, after, until, byProvince }: VisitsAsked,
): Promise<readonly CountedVisits[]> {
  const province = byProvince ? sql`s.province_code` : sql`null`
  const known = (at: 'learned_at' | 'opened_at') =>
    sql`(${after}::timestamptz is null or ${sql.ref(at)} > ${after}::timestamptz) and (${until}::timestamptz is null or ${sql.ref(at)} <= ${until}::timestamptz)`
  const { rows } = await sql<CountedVisits>`
    select ${province} as province, count(*)::float8 as visits, count(distinct s.id)::float8 as sites from (
      select site_id from site_visit
      where tenant_id = ${tenant} and on_site and visited_on between ${from}::date and ${to}::date and ${known('learned_at')}
        and (voided_at is null or voided_at > ${until}::timestamptz)
      union all
      select site_id from inspection
      where tenant_id = ${tenant} and on_site and inspected_on between ${from}::date and ${to}::date and ${known('opened_at')}
    ) as seen
    join site as named on named.tenant_id = ${tenant} and named.id = seen.site_id
    join site as s on s.tenant_id = ${tenant} and s.id = coalesce(named.merged_into, named.id)
    group by 1 order by 1`.execute(tx)
  return rows
}
