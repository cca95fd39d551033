/* Which stocks of a site an order lets go on a day, by what was known at an instant. */
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Derogation, SiteId } from '../../contract.ts'
import type { Question } from '../../domain/status/status-fact.ts'
import { listDerogationRows } from './store-derogations.ts'

export async function readDerogations(
  tx: Tx,
  tenant: string,
  { site, asOf, knownAt }: Question & { readonly site: SiteId },
): Promise<readonly Derogation[]> {
  return (await listDerogationRows(tx, tenant, { site }))
    .filter((row) => row.recorded_at <= knownAt && (row.voided_at === null || row.voided_at > knownAt))
    .filter((row) => row.effective_from <= asOf && (row.until === null || asOf < row.until))
    .map((row) => ({
      order: asId('order', row.order_id),
      number: row.number,
      site: asId('site', row.site_id),
      quantityGrams: row.quantity_grams,
      foundOn: row.found_on,
      reason: row.reason,
      effectiveFrom: row.effective_from,
      until: row.until,
    }))
}
