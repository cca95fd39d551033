/* Reports as the program sees them: routes, the projection of releases, the kind of event. */
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { ReportHouse } from './server/house.ts'
import { draftRoutes } from './server/http-drafts.ts'
import { releaseAggregate, releaseRoutes } from './server/http-release.ts'
import { statisticsRoutes } from './server/http-statistics.ts'
import { reportProjection } from './server/projection.ts'
import { sourceRoutes } from './server/sources.ts'

export { reportLedger } from './ledger-publisher.ts'

export function createReportsModule(house: ReportHouse): ServerModule {
  return {
    name: 'reports',
    routes: [...draftRoutes(house), ...releaseRoutes(house), ...statisticsRoutes(house), ...sourceRoutes(house)],
    projections: [reportProjection],
    aggregates: [releaseAggregate],
  }
}
