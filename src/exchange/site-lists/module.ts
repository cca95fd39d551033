/* Lists of sites, in and out, as the program's registry sees them. */
import type { ServerModule } from '../../platform/http/server-module.ts'
import { listRoutes } from './server/http.ts'
import type { ListHouse } from './server/run-list.ts'

export const createSiteListsModule = (house: ListHouse): ServerModule => ({
  name: 'site-lists',
  routes: listRoutes(house),
  projections: [],
  aggregates: [],
})
