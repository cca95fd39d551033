/* Lists of sites, in and out, as the program's registry sees them. */
import type { ServerModule } from '../../platform/http/server-module.ts'
import { type ListSites, exportRoutes } from './server/http-export.ts'
import { listRoutes } from './server/http.ts'
import type { ListHouse } from './server/run-list.ts'

export const createSiteListsModule = (house: ListHouse, listSites: ListSites): ServerModule => ({
  name: 'site-lists',
  routes: [...listRoutes(house), ...exportRoutes(listSites)],
  projections: [],
  aggregates: [],
})
