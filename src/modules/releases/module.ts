/* Releases as the program sees them: routes, the projection, the kinds of event, and the door for what a map may show of signals. */
import type { Tx } from '../../platform/database/transaction.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { CaseStatistics, ReleasesDoor } from './contract.ts'
import { safeSignals } from './domain/safe-signals.ts'
import { agreementAggregate, agreementRoutes } from './server/http-agreements.ts'
import { lookAggregate } from './server/http-look.ts'
import { releaseAggregate, releaseRoutes } from './server/http-releases.ts'
import type { ReleaseHouse } from './server/house.ts'
import { releasesProjection } from './server/projection.ts'

export { statisticsLedger } from './ledger-publisher.ts'

export interface ReleasesModule extends ServerModule {
  readonly door: ReleasesDoor<Tx>
}
/** Of a programme that keeps no cases: nothing to count. */
export const noCases: CaseStatistics<Tx> = { rows: () => [], signals: () => Promise.resolve([]) }

export function createReleasesModule(house: ReleaseHouse): ReleasesModule {
  return {
    name: 'releases',
    routes: [...agreementRoutes(), ...releaseRoutes(house)],
    projections: [releasesProjection],
    aggregates: [agreementAggregate, releaseAggregate, lookAggregate],
    door: {
      safeSignalCounts: async (tx, tenant, asked) => safeSignals(await house.statistics.signals(tx, tenant), asked),
    },
  }
}
