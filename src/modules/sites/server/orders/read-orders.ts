/* Orders as a reader sees them: the act, where it stands today, its annex with what the register says of each site. */
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { OrderList, OrderPage } from '../../domain/orders/order-answers.ts'
import { phaseOf } from '../../domain/orders/order-phase.ts'
import type { PositionPrecision } from '../../domain/register/precision.ts'
import { shownIcglrId } from '../../domain/register/precision.ts'
import { endOfOrder } from '../../domain/status/legal-status.ts'
import type { House } from '../register/place-of-site.ts'
import { areaOf, readAreas } from '../register/read-sites.ts'
import { siteRowsById } from '../register/store-register.ts'
import type { StatusRules } from '../../domain/status/rulebooks.ts'
import { type Law, readLaw } from '../status/law.ts'
import { HOME } from '../status/standings.ts'
import { fingerprintsOf } from './order-fingerprints.ts'
import { coordinatesOf } from './read-drafts.ts'
import { listDerogationRows } from './store-derogations.ts'
import { type AnnexRow, type OrderRow, listAnnexRows, listOrderRows, listReplacedOrders, orderRowsById } from './store-orders.ts'

interface Beside {
  readonly lines: readonly AnnexRow[]
  readonly replaced: ReadonlySet<string>
  readonly today: string
  readonly law: Law
}
function orderShort(row: OrderRow, { lines, replaced, today, law }: Beside) {
  const rules = law.rulebookOn(HOME, row.signed_on, `${today}T23:59:59.999Z`).book.values
  const endsOn = lastEnd(row, lines, rules)
  const { effective_from: effectiveFrom, published_on: publishedOn, annulled_on: annulledOn } = row
  return {
    order: asId('order', row.id),
    number: row.number,
    orderKind: row.order_kind,
    signatoryRole: row.signatory_role,
    signedOn: row.signed_on,
    effectiveFrom,
    until: row.until,
    publishedOn,
    annulledOn,
    recordedAt: row.recorded_at,
    phase: phaseOf({ effectiveFrom, end: endsOn, publishedOn, annulledOn, replaced: replaced.has(row.id) }, today),
    endsOn,
  }
}

/** A withdrawal and a derogation without an end of their own have none: they start no period. */
function lastEnd(row: OrderRow, lines: readonly AnnexRow[], rules: StatusRules): string | null {
  if (row.until !== null) return row.until
  if (row.order_kind === 'withdrawal' || row.order_kind === 'derogation') return null
  const ends = lines.map(({ colour }) =>
    endOfOrder(
      {
        ...{ kind: 'order', id: row.id, order: row.id, number: row.number, orderKind: row.order_kind, colour, signedOn: row.signed_on },
        ...{ effectiveFrom: row.effective_from, until: null, supersedes: null, recordedAt: row.recorded_at, voidedAt: null },
      },
      rules,
    ),
  )
  return (
    ends
      .filter((end) => end !== null)
      .toSorted()
      .at(-1) ?? null
  )
}

export async function readOrderList(tx: Tx, tenant: string, today: string): Promise<OrderList> {
  const byOrder = Map.groupBy(await listAnnexRows(tx, tenant, {}), (line) => line.order_id)
  const replaced = await listReplacedOrders(tx, tenant, today)
  const law = await readLaw(tx, tenant)
  const orders = (await listOrderRows(tx, tenant)).map((row) => {
    const lines = byOrder.get(row.id) ?? []
    return { ...orderShort(row, { lines, replaced, today, law }), sites: lines.length }
  })
  return { orders }
}

export async function readOrder(
  tx: Tx,
  { tenant, doors }: House,
  { order, today, precision }: { readonly order: string; readonly today: string; readonly precision: PositionPrecision },
): Promise<Outcome<OrderPage>> {
  const [row] = await orderRowsById(tx, tenant, [order])
  if (!row) return refused('no-such-order')
  const lines = await listAnnexRows(tx, tenant, { order })
  const sites = new Map(
    (
      await siteRowsById(
        tx,
        tenant,
        lines.map((line) => line.site_id),
      )
    ).map((site) => [site.id, site]),
  )
  const areas = await readAreas(tx, doors)
  const [superseded] = row.supersedes === null ? [] : await orderRowsById(tx, tenant, [row.supersedes])
  const stocks = await listDerogationRows(tx, tenant, { order })
  return accepted({
    ...orderShort(row, { lines, replaced: await listReplacedOrders(tx, tenant, today), today, law: await readLaw(tx, tenant) }),
    legalBasis: [...row.legal_basis],
    recitals: [...(row.recitals ?? [])],
    signedAtPlace: row.signed_at_place,
    supersedes: superseded ? { order: asId('order', superseded.id), number: superseded.number } : null,
    publicationReference: row.publication_reference,
    annulmentReason: row.annulment_reason,
    rulebook: row.rulebook,
    ...fingerprintsOf({ row, lines, stocks }),
    scan: precision === 'exact' ? (row.scan?.file ?? null) : null,
    retroactive: row.effective_from < row.signed_on,
    annex: lines.map((line) => {
      const site = sites.get(line.site_id)
      return {
        site: asId('site', line.site_id),
        name: site?.name ?? line.site_id,
        nationalId: site?.national_id ?? '—',
        icglrId: site ? shownIcglrId(site.icglr_id, precision) : null,
        territoire: site ? (areaOf(areas, site.territoire_code)?.name ?? site.stated.territoire ?? null) : null,
        position: site ? coordinatesOf(site, precision) : null,
        colour: line.colour,
        proposed: line.proposed,
        inspection: line.inspection_id === null ? null : asId('inspection', line.inspection_id),
        deviationReason: line.deviation_reason,
      }
    }),
    derogations: stocks.map((stock) => ({
      site: asId('site', stock.site_id),
      quantityGrams: stock.quantity_grams,
      foundOn: stock.found_on,
      reason: stock.reason,
    })),
  })
}
