/* One area of the conflict map, as it hands itself to the program. */
import type { ServerModule } from '../../platform/http/server-module.ts'

export type ConflictArea = Pick<ServerModule, 'routes' | 'hallRoutes' | 'projections' | 'aggregates'>
