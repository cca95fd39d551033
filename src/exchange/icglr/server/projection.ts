/* The read tables of what authorities reported, from the log alone. */
import { subjectId } from '../../../platform/log/event.ts'
import { type Projection, on } from '../../../platform/log/projection.ts'
import { InspectionReported, StatusReported, reportedKinds } from '../reported.ts'
import { insertInspection, insertStatus } from './store.ts'

export const icglrProjection: Projection = {
  name: 'icglr',
  tables: ['icglr_inspection', 'icglr_status'],
  apply: {
    [reportedKinds.inspection]: on(InspectionReported, (tx, { tenant, subject, payload, learnedAt }) =>
      insertInspection(tx, tenant, { site: subjectId(subject), content: payload, at: learnedAt }),
    ),
    [reportedKinds.status]: on(StatusReported, (tx, { tenant, id, subject, payload, learnedAt }) =>
      insertStatus(tx, tenant, { site: subjectId(subject), id, content: payload, at: learnedAt }),
    ),
  },
}
