/* One area of outreach, as it hands itself to the program. */
import type { ServerModule } from '../../platform/http/server-module.ts'

export type OutreachArea = Pick<ServerModule, 'routes' | 'projections' | 'aggregates'>
