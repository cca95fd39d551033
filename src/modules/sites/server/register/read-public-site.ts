/* What a stranger may know of a site. The position, the ICGLR identifier that spells it out, visitors, armed actors, workers and narratives are not even read into it. */
import { todayAt } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { SiteId } from '../../contract.ts'
import type { PublicSite } from '../../domain/register/public-site.ts'
import { newestReport, sortFacts } from '../../domain/status/status.ts'
import type { House } from './place-of-site.ts'
import { readLaw } from '../status/law.ts'
import { areaOf, readAreas } from './read-sites.ts'
import { evaluate, listFacts, shortOf } from '../status/standings.ts'
import { orderRowsById } from '../orders/store-orders.ts'
import { type SiteTableRow, findSiteByKey, findSiteRow } from './store-register.ts'
import { lastVisitOf } from './store-visits.ts'

/** By id or national key, `null` when nothing carries it. Not by ICGLR identifier: whoever may try many would find the position by the answers. */
export async function readPublicSite(
  tx: Tx,
  { tenant, doors }: House,
  { key, now }: { readonly key: string; readonly now: string },
): Promise<PublicSite | null> {
  const row = await findByAnyKey(tx, tenant, key)
  if (row === null) return null
  const question = { asOf: todayAt(now), knownAt: now }
  const facts = await listFacts(tx, tenant, row.id)
  const law = await readLaw(tx, tenant)
  const standing = evaluate({ ...row, law }, facts, question)
  const areas = await readAreas(tx, doors)
  const { orders, reports } = sortFacts(facts)
  const order = orders.find((one) => one.number === standing.orderNumber)
  const published = order ? await orderRowsById(tx, tenant, [order.order]) : []
  const { book } = law.rulebookOn(row.country, question.asOf, question.knownAt)
  const survivor = row.merged_into === null ? null : await findSiteRow(tx, tenant, row.merged_into)
  return {
    mergedInto: survivor && { name: survivor.name, nationalId: survivor.national_id },
    name: row.name,
    nationalId: row.national_id,
    province: areaOf(areas, row.province_code)?.name ?? row.stated.province ?? null,
    territoire: areaOf(areas, row.territoire_code)?.name ?? row.stated.territoire ?? null,
    placeIsStated: row.place_basis !== 'computed',
    minerals: row.minerals,
    standing: shortOf(standing),
    orderPublishedOn: published[0]?.published_on ?? null,
    reportedBy: standing.basis === 'reported' ? (newestReport(reports, question)?.source ?? null) : null,
    lastVisitOn: await lastVisitOf(tx, tenant, { ...question, site: row.id }),
    rulebook: { id: book.id, title: book.title },
    ...question,
  }
}

async function findByAnyKey(tx: Tx, tenant: string, key: string): Promise<SiteTableRow | null> {
  if (SiteId.safeParse(key).success) return findSiteRow(tx, tenant, key)
  return findSiteByKey(tx, tenant, key)
}
