/* Sites in a box of degrees, in SQL: the coarse cut before distances are counted. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Box } from '../../domain/register/near.ts'

export async function listSiteIdsInBox(tx: Tx, tenant: string, box: Box & { readonly knownAt: string }): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select id from site where tenant_id = ${tenant} and latitude between ${box.south} and ${box.north}
      and longitude between ${box.west} and ${box.east} and registered_at <= ${box.knownAt} and merged_into is null order by id`.execute(tx)
  return found.rows.map((row) => row.id)
}
