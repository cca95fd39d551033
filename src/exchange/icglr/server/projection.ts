/* The read tables of what authorities reported, from the log alone. */
import { looseRecord, mustParse, text } from '../../../kernel/schema.ts'
import { subjectId } from '../../../platform/log/event.ts'
import { type Projection, on } from '../../../platform/log/projection.ts'
import { CertificateReported, InspectionReported, LotReported, StatusReported, reportedKinds } from '../reported.ts'
import { insertInspection, insertStatus } from './store.ts'
import { insertReceived } from './store-certificates.ts'
import { insertReportedLot } from './store-lots.ts'

export const icglrProjection: Projection = {
  name: 'icglr',
  tables: ['icglr_inspection', 'icglr_status', 'icglr_lot', 'icglr_certificate'],
  apply: {
    [reportedKinds.inspection]: on(InspectionReported, (tx, { tenant, subject, payload, learnedAt }) =>
      insertInspection(tx, tenant, { site: subjectId(subject), content: payload, at: learnedAt }),
    ),
    [reportedKinds.status]: on(StatusReported, (tx, { tenant, id, subject, payload, learnedAt }) =>
      insertStatus(tx, tenant, { site: subjectId(subject), id, content: payload, at: learnedAt }),
    ),
    [reportedKinds.lot]: on(LotReported, (tx, { tenant, subject, payload, learnedAt }) =>
      insertReportedLot(tx, tenant, { lot: subjectId(subject), ...payload, at: learnedAt }),
    ),
    [reportedKinds.certificate]: on(CertificateReported, (tx, { tenant, subject, payload, learnedAt }) =>
      insertReceived(tx, tenant, { ...payload, ...oreAndLot(payload.content), id: subjectId(subject), at: learnedAt }),
    ),
  },
}

const Named = looseRecord({ typeOfOre: text(20), lotNumber: text(60) })
const oreAndLot = (content: unknown) => mustParse(Named, content)
