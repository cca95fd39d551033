/* On which days bags were produced at which site, for whoever holds that against the status of those days. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export async function listProductionDays(
  tx: Tx,
  tenant: string,
  { asOf, knownAt }: { readonly asOf: string; readonly knownAt: string },
): Promise<readonly { readonly site: string; readonly days: readonly string[] }[]> {
  const found = await sql<{ site: string; days: string[] }>`
    select site_id as site, array_agg(distinct produced_on::text order by produced_on::text desc) as days from lot
    where tenant_id = ${tenant} and kind = 'bag' and site_id is not null and produced_on <= ${asOf} and learned_at <= ${knownAt}
      and (voided_at is null or voided_at > ${knownAt})
    group by site_id order by site_id`.execute(tx)
  return found.rows
}
