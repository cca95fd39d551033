/* OGC API Features as the program's registry sees it. It keeps nothing of its own. */
import type { ServerModule } from '../../platform/http/server-module.ts'
import { type OgcParts, ogcRoutes } from './server/http.ts'

export const createOgcModule = (parts: OgcParts): ServerModule => ({
  name: 'ogc',
  routes: ogcRoutes(parts),
  projections: [],
  aggregates: [],
})
