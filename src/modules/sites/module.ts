/*
Sites as the program sees it: routes, projections, kinds of event, and the door through which other modules ask what a site is and
what it allows on a day. It is given the doors of places and people and knows nothing else of them.
*/
import { asId } from '../../kernel/schema.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { BlueRequestsOf } from './contract-blue.ts'
import type { FieldSitesDoor } from './contract-field.ts'
import type { FieldworkDoor } from './contract-fieldwork.ts'
import type { RegisterDoor } from './contract-register.ts'
import type { SiteBrief, SitesDoor } from './contract.ts'
import { type PositionPrecision, coarsePosition, shownIcglrId } from './domain/register/precision.ts'
import { siteAggregate } from './server/aggregates.ts'
import { fieldworkDoor } from './server/missions/fieldwork.ts'
import type { Asked } from './server/register/http-sites.ts'
import { fieldSitesDoor } from './server/field-door.ts'
import { inspectionAggregate, missionAggregate } from './server/missions/mission-aggregates.ts'
import { sitesRoutes } from './server/http.ts'
import { inspectionProjection, missionProjection } from './server/missions/mission-projections.ts'
import { orderAggregate } from './server/orders/order-aggregate.ts'
import { rulebookAggregate, rulebookProjection } from './server/status/http-rules.ts'
import { readDerogations } from './server/orders/read-derogations.ts'
import { orderProjection } from './server/orders/order-projection.ts'
import type { SitesDoors } from './server/register/place-of-site.ts'
import { observationProjection, registerProjection } from './server/register/projections.ts'
import { readRecords } from './server/register/read-records.ts'
import { readTitles } from './server/register/read-titles.ts'
import { entriesProjection } from './server/register/register-projection.ts'
import { readBlueRequests } from './server/status/read-blue-requests.ts'
import { validityReport } from './server/status/read-validity.ts'
import { readStanding, readStandings, standingsOf } from './server/status/standings.ts'
import { type SiteTableRow, listSiteIdsWithin, siteRowsByIcglrId, siteRowsById, tenantsOfSites } from './server/register/store-register.ts'

export type SitesModule = ServerModule & {
  readonly door: SitesDoor<Tx> & RegisterDoor<Tx>
  /** For answers that come by another way than our app. */
  readonly fieldwork: FieldworkDoor<Tx, Asked>
  readonly field: FieldSitesDoor<Tx>
  readonly blueRequests: BlueRequestsOf<Tx>
  readonly validityReport: typeof validityReport
}

export { siteMeasures } from './server/missions/measures.ts'
export { statusMeasures } from './server/status/measures.ts'

export const createSitesModule = (doors: SitesDoors): SitesModule => ({
  name: 'sites',
  routes: sitesRoutes(doors),
  projections: [
    registerProjection(doors),
    entriesProjection,
    observationProjection,
    missionProjection,
    inspectionProjection,
    orderProjection,
    rulebookProjection,
  ],
  aggregates: [siteAggregate, missionAggregate, inspectionAggregate, orderAggregate, rulebookAggregate],
  blueRequests: async (tx, tenant, question) => (await readBlueRequests(tx, tenant, { question, territory: 'everywhere' })).requests,
  door: { ...sitesDoor, records: (tx, question) => readRecords(tx, { tenant: question.tenant, doors }, question), titles: readTitles },
  field: fieldSitesDoor(doors),
  fieldwork: fieldworkDoor(doors),
  validityReport,
})

const sitesDoor: SitesDoor<Tx> = {
  briefs: async (tx, ids, tenant) => {
    const home = tenant ?? (await homeOf(tx, ids))
    return home === null ? [] : (await siteRowsById(tx, home, ids)).map(briefOf)
  },
  byIcglrId: async (tx, tenant, icglrIds) => (await siteRowsByIcglrId(tx, tenant, icglrIds)).map(briefOf),
  within: async (tx, codes, tenant) => (await listSiteIdsWithin(tx, tenant, codes)).map((site) => asId('site', site)),
  standing: async (tx, site, ...[asOf, knownAt, tenant]) => {
    const home = tenant ?? (await homeOf(tx, [site])) ?? ''
    return readStanding(tx, home, { site, asOf, knownAt })
  },
  derogations: readDerogations,
  standings: (tx, tenant, { sites, asOf, knownAt }) =>
    readStandings(
      tx,
      tenant,
      sites.map((site) => ({ site, asOf, knownAt })),
    ),
  overview: async (tx, tenant, { precision, ...question }) =>
    (await standingsOf(tx, tenant, question)).map(({ row, standing, short, lastVisitOn }) => ({
      ...shownTo(briefOf(row), precision),
      aliases: row.aliases,
      country: row.country,
      activity: row.activity,
      standing,
      shown: short.shown,
      lastVisitOn,
      registeredAt: row.registered_at,
    })),
  standingsOn: (tx, tenant, { asked, knownAt }) =>
    readStandings(
      tx,
      tenant,
      asked.map(({ site, asOf }) => ({ site, asOf, knownAt })),
    ),
}

/** The one tenant whose register holds the sites; an importer gives a site the same id everywhere, so two must be told apart. */
async function homeOf(tx: Tx, sites: readonly string[]): Promise<string | null> {
  const tenants = await tenantsOfSites(tx, sites)
  if (tenants.length > 1) throw new Error('sites of several tenants: the caller must name one')
  return tenants[0] ?? null
}

const shownTo = (brief: SiteBrief, precision: PositionPrecision): SiteBrief => ({
  ...brief,
  icglrId: shownIcglrId(brief.icglrId, precision),
  position: brief.position === null || precision === 'exact' ? brief.position : coarsePosition(brief.position),
})
const briefOf = (row: SiteTableRow): SiteBrief => ({
  id: asId('site', row.id),
  name: row.name,
  nationalId: row.national_id,
  icglrId: row.icglr_id,
  minerals: row.minerals,
  provinceCode: row.province_code,
  territoireCode: row.territoire_code,
  position: row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
  ...(row.merged_into === null ? {} : { mergedInto: asId('site', row.merged_into) }),
})
