/* Imports of HTCDS, as the program's registry sees them. */
import type { ServerModule } from '../../platform/http/server-module.ts'
import { type HtcdsHouse, htcdsRoutes } from './server/http.ts'

export const createHtcdsModule = (house: HtcdsHouse): ServerModule => ({
  ...{ name: 'htcds', routes: htcdsRoutes(house), projections: [], aggregates: [] },
})
