/* The ICGLR data-sharing protocol as the program's registry sees it. */
import type { ServerModule } from '../../platform/http/server-module.ts'
import {
  CertificateReported,
  ICGLR_CERTIFICATE,
  ICGLR_LOT,
  ICGLR_SITE,
  InspectionReported,
  LotReported,
  StatusReported,
  reportedKinds,
} from './reported.ts'
import { type IcglrParts, icglrRoutes } from './server/http.ts'
import { certificateRoutes } from './server/http-certificates.ts'
import { receivedRoutes } from './server/http-received.ts'
import type { CertificateParts } from './server/receive-certificate.ts'
import { type LotParts, lotRoutes } from './server/http-lots.ts'
import { icglrProjection } from './server/projection.ts'

export const createIcglrModule = (parts: IcglrParts & LotParts & CertificateParts): ServerModule => ({
  name: 'icglr',
  routes: [...icglrRoutes(parts), ...lotRoutes(parts), ...certificateRoutes(parts), ...receivedRoutes(parts)],
  projections: [icglrProjection],
  aggregates: [
    { name: ICGLR_SITE, kinds: { [reportedKinds.inspection]: InspectionReported, [reportedKinds.status]: StatusReported } },
    { name: ICGLR_CERTIFICATE, kinds: { [reportedKinds.certificate]: CertificateReported } },
    { name: ICGLR_LOT, kinds: { [reportedKinds.lot]: LotReported } },
  ],
})
