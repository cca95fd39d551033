/* Coordination as the program sees it: committees, meetings, actions, the basket fund and the scorecard; its prints and public pages; what waits for whom; its measures. */
import type { Measure } from '../../kernel/measure.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import { actionAggregate, committeeAggregate, fundAggregate, meetingAggregate, promiseAggregate } from './server/aggregates.ts'
import type { CoordinationDoors } from './server/doors.ts'
import { actionRoutes } from './server/http-actions.ts'
import { committeeRoutes } from './server/http-committees.ts'
import { fundRoutes, scoreRoutes } from './server/http-fund.ts'
import { meetingRoutes } from './server/http-meetings.ts'
import { paperRoutes } from './server/http-papers.ts'
import { coordinationMeasures } from './server/measures.ts'
import { coordinationProjection } from './server/projection-coordination.ts'

export { coordinationNotices } from './server/notices.ts'

export type CoordinationModule = ServerModule & { readonly measures: readonly Measure<Tx>[] }
export const createCoordinationModule = (doors: CoordinationDoors): CoordinationModule => ({
  name: 'coordination',
  routes: [
    ...committeeRoutes(doors),
    ...meetingRoutes(doors),
    ...actionRoutes(doors),
    ...fundRoutes(doors),
    ...scoreRoutes(doors),
    ...paperRoutes(doors),
  ],
  projections: [coordinationProjection],
  aggregates: [committeeAggregate, meetingAggregate, actionAggregate, fundAggregate, promiseAggregate],
  measures: coordinationMeasures,
})
