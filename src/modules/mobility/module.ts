/* Flow monitoring as the program sees it: routes, the projection, kinds of event, measures, notices, and the door of committees. */
import type { Tx } from '../../platform/database/transaction.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { MobilityDoor } from './contract.ts'
import { mobilityDoor } from './server/door-mobility.ts'
import { countAggregate, mobilityRoutes, pointAggregate } from './server/http-mobility.ts'
import { sheetAggregate } from './server/http-workers.ts'
import type { MobilityDoors } from './server/known-points.ts'
import { mobilityMeasures } from './server/measures.ts'
import { mobilityProjection } from './server/projection-mobility.ts'
import { workersProjection } from './server/projection-workers.ts'

export { mobilityNotices } from './server/door-mobility.ts'
export { forgetOldRows } from './server/forget-rows.ts'
export { type FlowsImport, type FlowsReport, importFlows } from './server/import-flows.ts'

export interface MobilityModule extends ServerModule {
  readonly door: MobilityDoor<Tx>
  readonly measures: typeof mobilityMeasures
}
export const createMobilityModule = (doors: MobilityDoors & { readonly clock: () => string }): MobilityModule => ({
  name: 'mobility',
  routes: mobilityRoutes(doors),
  projections: [mobilityProjection, workersProjection],
  aggregates: [pointAggregate, countAggregate, sheetAggregate],
  door: mobilityDoor(doors.clock),
  measures: mobilityMeasures,
})
