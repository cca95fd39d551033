/* Open files by the level that has them, without what is told in confidence. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface LevelRow {
  readonly id: string
  readonly level: string
  readonly since: string
  readonly provinceCode: string | null
  readonly territoireCode: string | null
  readonly number: string | null
}
export async function listAtLevels(tx: Tx, tenant: string): Promise<readonly LevelRow[]> {
  const found = await sql<LevelRow>`
    select id, level, level_since as since, province_code as "provinceCode", territoire_code as "territoireCode",
      case when confidentiality = 'public' then number end as number
    from incident where tenant_id = ${tenant} and state not in ('unfounded', 'resolved', 'closed') and confidentiality in ('public', 'members')
    order by id limit 2000`.execute(tx)
  return found.rows
}
