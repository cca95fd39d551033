/* Early warning as an area of the conflict map. */
import type { ServerModule } from '../../platform/http/server-module.ts'
import { warningAggregate, warningRoutes } from './server/warnings/http-warnings.ts'
import { warningProjection } from './server/warnings/projection-warnings.ts'
import type { WarningDoors } from './server/warnings/sight-warnings.ts'

export { textWarnings } from './server/warnings/text-warnings.ts'
export { warningNotices } from './server/warnings/notices-warnings.ts'
export { committeeCounts } from './server/warnings/read-warnings.ts'

export const warningArea = (doors: WarningDoors): Pick<ServerModule, 'routes' | 'projections' | 'aggregates'> => ({
  ...{ routes: warningRoutes(doors), projections: [warningProjection], aggregates: [warningAggregate] },
})
