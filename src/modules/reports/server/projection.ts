/* How releases become rows. */
import { subjectId } from '../../../platform/log/event.ts'
import { type Projection, on } from '../../../platform/log/projection.ts'
import { ReportReleased } from '../domain/release.ts'
import { insertReleased } from './store.ts'

export const reportProjection: Projection = {
  name: 'reports',
  tables: ['released_report'],
  apply: {
    'report.released.v1': on(ReportReleased, (tx, { tenant, subject, payload, learnedAt }) =>
      insertReleased(tx, tenant, {
        ...payload,
        ...{ report: subjectId(subject), from: payload.period.from, until: payload.period.until, on: payload.releasedOn, at: learnedAt },
        ...{ supersedes: payload.supersedes ?? null, correctionReason: payload.correctionReason ?? null },
      }),
    ),
  },
}
