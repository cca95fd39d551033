/* Orders as a reader sees them. */
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { OrderList, OrderPage } from '../../domain/orders/order-answers.ts'
import { namesOf } from '../missions/read-missions.ts'
import { type OrderRow, countAnnexes, listAnnexRows, listOrderRows, orderRowsById } from './store-orders.ts'

const orderShort = (row: OrderRow) => ({
  order: asId('order', row.id),
  number: row.number,
  orderKind: row.order_kind,
  signatoryRole: row.signatory_role,
  signedOn: row.signed_on,
  effectiveFrom: row.effective_from,
  until: row.until,
  publishedOn: row.published_on,
  annulledOn: row.annulled_on,
  recordedAt: row.recorded_at,
})

export async function readOrderList(tx: Tx, tenant: string): Promise<OrderList> {
  const sizes = await countAnnexes(tx, tenant)
  return { orders: (await listOrderRows(tx, tenant)).map((row) => ({ ...orderShort(row), sites: sizes.get(row.id) ?? 0 })) }
}

export async function readOrder(tx: Tx, tenant: string, order: string): Promise<Outcome<OrderPage>> {
  const [row] = await orderRowsById(tx, tenant, [order])
  if (!row) return refused('no-such-order')
  const lines = await listAnnexRows(tx, tenant, { order })
  const names = await namesOf(
    tx,
    tenant,
    lines.map((line) => line.site_id),
  )
  return accepted({
    ...orderShort(row),
    legalBasis: [...row.legal_basis],
    supersedes: row.supersedes === null ? null : asId('order', row.supersedes),
    publicationReference: row.publication_reference,
    annulmentReason: row.annulment_reason,
    rulebook: row.rulebook,
    annex: lines.map((line) => ({
      site: asId('site', line.site_id),
      ...names(line.site_id),
      colour: line.colour,
      proposed: line.proposed,
      inspection: line.inspection_id === null ? null : asId('inspection', line.inspection_id),
      deviationReason: line.deviation_reason,
    })),
  })
}
