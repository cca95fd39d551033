/* UNTP as the program's registry sees it: credentials of sites, bodies, certificates and lots, and the resolver that finds them. */
import type { ServerModule } from '../../platform/http/server-module.ts'
import { type UntpParts, untpRoutes } from './server/http.ts'
import { type ResolverParts, resolverRoutes } from './server/http-resolver.ts'

export const createUntpModule = (parts: UntpParts & ResolverParts): ServerModule => ({
  name: 'untp',
  routes: [...untpRoutes(parts), ...resolverRoutes(parts)],
  projections: [],
  aggregates: [],
})
