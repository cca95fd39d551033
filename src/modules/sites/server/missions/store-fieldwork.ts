/* Which inspections are at work on a day, in SQL. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Member } from '../../domain/missions/mission.ts'

export interface AtWorkRow {
  readonly id: string
  readonly site_id: string
  readonly mission_id: string | null
  readonly inspected_on: string
  readonly phase: string
  readonly members: readonly Member[]
  /** By body: when its newest answers were given. */
  readonly newest: { readonly [body: string]: string | undefined } | null
}
/** Open ones, and those of the day that nobody gave up. */
export async function listInspectionsAtWork(tx: Tx, tenant: string, on: string): Promise<readonly AtWorkRow[]> {
  const found = await sql<AtWorkRow>`
    select id, site_id, mission_id, inspected_on, phase, members,
      (select jsonb_object_agg(by_body, at) from (
        select by_body, max(happened_at) as at from inspection_answers
        where tenant_id = ${tenant} and inspection_id = inspection.id group by by_body) as given) as newest
    from inspection
    where tenant_id = ${tenant} and (phase in ('draft', 'returned') or (inspected_on = ${on} and phase <> 'abandoned'))
    order by inspected_on desc, id limit 5000`.execute(tx)
  return found.rows
}
