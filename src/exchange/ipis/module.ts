/* IPIS as the program's registry sees it. */
import type { ServerModule } from '../../platform/http/server-module.ts'
import { spellingAggregate } from './server/aggregate.ts'
import { ipisRoutes } from './server/http.ts'
import { spellingProjection } from './server/projection.ts'

export const createIpisModule = (): ServerModule => ({
  name: 'ipis',
  routes: ipisRoutes,
  projections: [spellingProjection],
  aggregates: [spellingAggregate],
})
