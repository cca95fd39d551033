/*
The public register: lists of sites and orders for anybody. Sites are read as the uncleared see them and then cut to the public shape; a
search does not look into the ICGLR identifier, which strangers are not shown.
*/
import { todayAt } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type {
  PublicDay,
  PublicList,
  PublicOrder,
  PublicOrderPage,
  PublicOrders,
  PublicRow,
  PublicSearch,
} from '../../domain/register/public-register.ts'
import { findSites } from '../../domain/register/site-filter.ts'
import { fingerprintsOf } from '../orders/order-fingerprints.ts'
import { listDerogationRows } from '../orders/store-derogations.ts'
import { type OrderRow, countAnnexes, listAnnexRows, listOrderRows, orderRowsById } from '../orders/store-orders.ts'
import type { House } from './place-of-site.ts'
import { type Seen, readAllSites } from './read-sites.ts'
import { siteRowsById } from './store-register.ts'

export const PUBLIC_PAGE = 50

const dayOfNow = (now: string): PublicDay => ({ asOf: todayAt(now), knownAt: now })

async function publicSites(tx: Tx, house: House, now: string): Promise<readonly Seen[]> {
  const all = await readAllSites(tx, house, { question: dayOfNow(now), precision: 'coarse' })
  return all.map((site) => ({ ...site, icglrId: null }))
}

const publicRow = ({ nationalId, name, province, territoire, minerals, standing, lastVisitOn }: Seen): PublicRow => ({
  nationalId,
  name,
  province: province === null ? null : { code: province.code, name: province.name },
  territoire: territoire === null ? null : { code: territoire.code, name: territoire.name },
  minerals,
  standing,
  lastVisitOn,
})

/** Every site of the register, by name: what the open data hold. */
export async function readPublicRows(tx: Tx, house: House, now: string): Promise<PublicDay & { readonly rows: readonly PublicRow[] }> {
  return { ...dayOfNow(now), rows: (await publicSites(tx, house, now)).map(publicRow) }
}

export async function readPublicList(
  tx: Tx,
  house: House,
  { search, now }: { readonly search: PublicSearch; readonly now: string },
): Promise<PublicList> {
  const all = await publicSites(tx, house, now)
  const listed = (value: string): readonly string[] | undefined => (value === '' ? undefined : [value])
  const filter = {
    text: search.text === '' ? undefined : search.text,
    province: search.province === '' ? undefined : search.province,
    mineral: listed(search.mineral),
    colour: listed(search.colour),
  }
  const found = findSites(all, filter, 'name')
  const pages = Math.max(1, Math.ceil(found.length / PUBLIC_PAGE))
  const page = Math.min(Math.max(1, search.page), pages)
  const areas = await house.doors.places.listAreas(tx, 'province')
  return {
    ...dayOfNow(now),
    search: { ...search, page },
    provinces: areas.map(({ code, name }) => ({ code, name })).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    total: all.length,
    found: found.length,
    pages,
    rows: found.slice((page - 1) * PUBLIC_PAGE, page * PUBLIC_PAGE).map(publicRow),
  }
}

const publicOrder = (row: OrderRow, sites: number): PublicOrder => ({
  id: row.id,
  number: row.number,
  orderKind: row.order_kind,
  signedOn: row.signed_on,
  effectiveFrom: row.effective_from,
  until: row.until,
  publishedOn: row.published_on,
  publicationReference: row.publication_reference,
  annulledOn: row.annulled_on,
  legalBasis: row.legal_basis,
  sites,
})

export async function readPublicOrders(tx: Tx, tenant: string, now: string): Promise<PublicOrders> {
  const counts = await countAnnexes(tx, tenant)
  return { ...dayOfNow(now), orders: (await listOrderRows(tx, tenant)).map((row) => publicOrder(row, counts.get(row.id) ?? 0)) }
}

export async function readPublicOrder(
  tx: Tx,
  tenant: string,
  { order, now }: { readonly order: string; readonly now: string },
): Promise<PublicOrderPage | null> {
  const [row] = await orderRowsById(tx, tenant, [order])
  if (row === undefined) return null
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
  const annex = lines.flatMap(({ site_id, colour }) => {
    const site = sites.get(site_id)
    return site ? [{ nationalId: site.national_id, name: site.name, colour }] : []
  })
  const stocks = await listDerogationRows(tx, tenant, { order })
  return { ...dayOfNow(now), order: publicOrder(row, annex.length), ...fingerprintsOf({ row, lines, stocks }), annex }
}
