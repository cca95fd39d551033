/* The ICGLR data-sharing protocol as the program's registry sees it. */
import type { ServerModule } from '../../platform/http/server-module.ts'
import { ICGLR_SITE, InspectionReported, StatusReported, reportedKinds } from './reported.ts'
import { type IcglrParts, icglrRoutes } from './server/http.ts'
import { icglrProjection } from './server/projection.ts'

export const createIcglrModule = (parts: IcglrParts): ServerModule => ({
  name: 'icglr',
  routes: icglrRoutes(parts),
  projections: [icglrProjection],
  aggregates: [{ name: ICGLR_SITE, kinds: { [reportedKinds.inspection]: InspectionReported, [reportedKinds.status]: StatusReported } }],
})
