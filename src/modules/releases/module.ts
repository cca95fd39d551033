/* Releases as the program sees them: routes, the projection, the kinds of event, and the door for what may be told of places. */
import type { Tx } from '../../platform/database/transaction.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { CaseStatistics, ReleasesDoor } from './contract.ts'
import { agreementAggregate, agreementRoutes } from './server/http-agreements.ts'
import { lookAggregate } from './server/http-look.ts'
import { releaseAggregate, releaseRoutes } from './server/http-releases.ts'
import type { ReleaseHouse } from './server/house.ts'
import { toldRoutes } from './server/http-told.ts'
import { releasesProjection } from './server/projection.ts'
import { type ToldHouse, keepToldPlaces, toldPlaces } from './server/told-places.ts'

export { statisticsLedger } from './ledger-publisher.ts'

export interface ReleasesModule extends ServerModule {
  readonly door: ReleasesDoor<Tx>
  /** Tells the quarters of places that have become old enough, once each. */
  readonly round: () => Promise<number>
  /** What the next telling of that quarter would count; for checks, behind no route. */
  readonly counts: ReleaseHouse['statistics']['signals']
}
/** Of a programme that keeps no cases: nothing to count. */
export const noCases: CaseStatistics<Tx> = { rows: () => [], signals: () => Promise.resolve([]) }

export function createReleasesModule(house: ReleaseHouse & ToldHouse): ReleasesModule {
  return {
    name: 'releases',
    routes: [...agreementRoutes(), ...releaseRoutes(house), ...toldRoutes()],
    projections: [releasesProjection],
    aggregates: [agreementAggregate, releaseAggregate, lookAggregate],
    door: { toldPlaces },
    round: () => keepToldPlaces(house),
    counts: house.statistics.signals,
  }
}
