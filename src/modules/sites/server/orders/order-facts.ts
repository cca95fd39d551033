/* What the decision on an order must know beyond the order itself, read in the transaction that decides. */
import { mustParse } from '../../../../kernel/schema.ts'
import { InspectionId, type SiteId } from '../../contract.ts'
import type { AnnexFacts, OrderCommand, OrderContext } from '../../domain/orders/order.ts'
import { endOfOrder, rulingOrder } from '../../domain/status/legal-status.ts'
import { sortFacts } from '../../domain/status/status.ts'
import { type Asking, outsideRow } from '../facts.ts'
import { listAcceptedInspections } from '../missions/store-inspections.ts'
import { type SiteTableRow, siteRowsById } from '../register/store-register.ts'
import { readLaw } from '../status/law.ts'
import { HOME, listFacts } from '../status/standings.ts'
import { orderNumberOfDraft } from './store-drafts.ts'
import { isOrderNumberTaken, listAnnexRows, orderRowsById } from './store-orders.ts'

export async function orderFacts(asking: Asking, command: OrderCommand): Promise<OrderContext> {
  const { tx, tenant, moment } = asking
  if (command.say !== 'sign') {
    return { numberTaken: false, supersededKnown: false, sites: [], rulebook: { id: '', hash: '' }, today: moment.today }
  }
  const named = command.annex.map((line) => line.site)
  const rows = new Map((await siteRowsById(tx, tenant, named)).map((row) => [row.id, row]))
  const inspections = await freeInspections(asking, command)
  const country = [...rows.values()][0]?.country ?? HOME
  const law = await readLaw(tx, tenant)
  const { book, hash } = law.rulebookOn(country, command.signedOn, moment.now)
  const sites: AnnexFacts[] = []
  for (const site of new Set(named))
    sites.push({
      ...(await annexFacts(asking, site, { effectiveFrom: command.effectiveFrom, country: rows.get(site)?.country ?? HOME })),
      ...ofRow(asking, rows.get(site)),
      inspection: inspections.get(site) ?? null,
    })
  return {
    numberTaken: await isOrderNumberTaken(tx, tenant, command.number),
    supersededKnown: command.supersedes !== undefined && (await orderRowsById(tx, tenant, [command.supersedes])).length > 0,
    sites,
    rulebook: { id: book.id, hash },
    today: moment.today,
    scanKept: await isScanKept(asking, command),
    draftSignedAs: command.draft === undefined ? null : await orderNumberOfDraft(tx, tenant, command.draft),
  }
}

async function isScanKept({ tx, tenant, doors }: Asking, { scan }: Extract<OrderCommand, { say: 'sign' }>): Promise<boolean> {
  return scan === undefined || (await doors.documents.kept(tx, tenant, [scan.file.sha256])).length > 0
}

const ofRow = ({ territory }: Asking, row: SiteTableRow | undefined) => ({
  known: row !== undefined,
  ...(row?.merged_into ? { survivor: row.merged_into } : {}),
  outside: row === undefined ? null : (outsideRow(territory, row)?.place ?? null),
})

/** What an order gave the site just before, and until when a red may not be lifted. */
async function annexFacts(
  { tx, tenant, moment }: Asking,
  site: SiteId,
  { effectiveFrom, country }: { readonly effectiveFrom: string; readonly country: string },
): Promise<Pick<AnnexFacts, 'site' | 'orderedColour' | 'redMinimumUntil'>> {
  const { orders } = sortFacts(await listFacts(tx, tenant, site))
  const ruling = rulingOrder(orders, { asOf: effectiveFrom, knownAt: moment.now })
  if (ruling === null || ruling.orderKind === 'withdrawal') return { site, orderedColour: null, redMinimumUntil: null }
  const { book } = (await readLaw(tx, tenant)).rulebookOn(country, effectiveFrom, moment.now)
  return { site, orderedColour: ruling.colour, redMinimumUntil: ruling.colour === 'red' ? endOfOrder(ruling, book.values) : null }
}

/**
 * The newest accepted inspection of each site up to the day of signing, unless a standing order rests on it already: a second green
 * needs a second visit. The order that this one supersedes does not count.
 */
async function freeInspections(
  { tx, tenant }: Asking,
  command: Extract<OrderCommand, { say: 'sign' }>,
): Promise<ReadonlyMap<string, NonNullable<AnnexFacts['inspection']>>> {
  const sites = command.annex.map((line) => line.site)
  const free = new Map<string, NonNullable<AnnexFacts['inspection']>>()
  for (const inspection of await listAcceptedInspections(tx, tenant, sites, command.signedOn)) {
    const lines = await listAnnexRows(tx, tenant, { inspection: inspection.id })
    const orders = await orderRowsById(
      tx,
      tenant,
      lines.map((line) => line.order_id),
    )
    const used = orders.some((order) => order.annulled_on === null && order.id !== command.supersedes)
    if (!used && inspection.result !== null)
      free.set(inspection.site_id, { id: mustParse(InspectionId, inspection.id), colour: inspection.result, on: inspection.inspected_on })
  }
  return free
}
