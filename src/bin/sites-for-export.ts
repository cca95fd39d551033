/* The list of sites as a file asks for it: the filters, the order and the precision of `/api/sites`, all pages at once. */
import type { ExportedSite } from '../exchange/site-lists/export-rows.ts'
import type { ListSites } from '../exchange/site-lists/server/http-export.ts'
import { parse, record } from '../kernel/schema.ts'
import { precisionOf } from '../modules/sites/domain/register/precision.ts'
import { findSites } from '../modules/sites/domain/register/site-filter.ts'
import { isOver } from '../modules/sites/domain/status/lapse.ts'
import { dated, filterOf, filtered, questionOf, sorted } from '../modules/sites/server/questions.ts'
import type { SitesDoors } from '../modules/sites/server/register/place-of-site.ts'
import { readAllSites } from '../modules/sites/server/register/read-sites.ts'

const Query = record({ ...dated, ...filtered, ...sorted })

export const listSitesWith =
  (doors: SitesDoors): ListSites =>
  async (tx, { tenant, who, now, query }) => {
    const asked = parse(Query, query)
    if (!asked.ok) return asked
    const { asOf: _asOf, knownAt: _knownAt, sort = 'name', ...filters } = asked.value
    const question = questionOf(asked.value, now)
    const precision = precisionOf(who.capabilities)
    const all = await readAllSites(tx, { tenant, doors }, { question, precision })
    const sites = findSites(all, filterOf(filters), sort).map(({ standing, ...site }) => ({
      ...site,
      colour: standing.shown,
      basis: standing.basis,
      since: standing.since,
      validUntil: standing.validUntil,
      lapsedOn: isOver(standing) ? (standing.lapse?.on ?? null) : null,
      orderNumber: standing.orderNumber,
      held: standing.held,
    }))
    return { ok: true, list: { sites: sites.map(onlyExported), asOf: question.asOf, knownAt: question.knownAt, precision } }
  }

/** By name, so that a field added to the list does not slip into files unseen. */
function onlyExported(site: ExportedSite): ExportedSite {
  const { name, nationalId, icglrId, latitude, longitude, province, territoire, minerals } = site
  const { colour, basis, since, validUntil, lapsedOn, orderNumber, held, lastVisitOn } = site
  return {
    name,
    nationalId,
    icglrId,
    latitude,
    longitude,
    province,
    territoire,
    minerals,
    colour,
    basis,
    since,
    validUntil,
    lapsedOn,
    orderNumber,
    held,
    lastVisitOn,
  }
}
