/* Which sheet of foreign workers stands for an area, a quarter and a source. Its lines do not follow from the log and are not touched here. */
import { subjectId } from '../../../platform/log/event.ts'
import { type Projection, on } from '../../../platform/log/projection.ts'
import { SheetRecorded, SheetWithdrawn } from '../domain/workers.ts'
import * as store from './store-workers.ts'

export const workersProjection: Projection = {
  name: 'foreign-workers',
  tables: ['workers_sheet'],
  apply: {
    'workers-sheet.recorded.v1': on(SheetRecorded, (tx, { tenant, subject, payload, learnedAt }) => {
      const { area, quarter, source, revision } = payload
      return store.upsertSheet(tx, tenant, { id: subjectId(subject), area, quarter, source, revision, at: learnedAt })
    }),
    'workers-sheet.withdrawn.v1': on(SheetWithdrawn, (tx, { tenant, subject }) => store.removeSheet(tx, tenant, subjectId(subject))),
  },
}
