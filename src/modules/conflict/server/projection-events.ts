/* How imported events become rows. A later edition replaces an event of the same number; the log keeps both. */
import { type Projection, on } from '../../../platform/log/projection.ts'
import { subjectId } from '../../../platform/log/event.ts'
import { todayAt } from '../../../kernel/calendar.ts'
import { type ConflictEvent, conflictImportKinds as kinds, eventKey } from '../contract-events.ts'
import { foldedActor } from '../domain/folded.ts'
import { type EventRow, deleteEvents, insertImport, upsertEvents } from './store-events.ts'

const rowOf = (event: ConflictEvent): EventRow => ({
  ...{ key: eventKey(event), source: event.source, from: event.from, until: event.until, violence: event.violence },
  ...{ precision: event.precision, province: event.province, territoire: event.territoire, deaths: event.deaths.best },
  actors: `${foldedActor(event.sideA)} ; ${foldedActor(event.sideB ?? '')}`,
  content: event,
})

export const conflictEventsProjection: Projection = {
  name: 'conflict-events',
  tables: ['conflict_event', 'conflict_import'],
  apply: {
    'conflict-events.recorded.v1': on(kinds['conflict-events.recorded.v1'], (tx, { tenant, subject, payload }) =>
      upsertEvents(tx, tenant, { rows: payload.events.map(rowOf), from: subjectId(subject) }),
    ),
    'conflict-events.dropped.v1': on(kinds['conflict-events.dropped.v1'], (tx, { tenant, payload }) =>
      deleteEvents(tx, tenant, payload.keys),
    ),
    'conflict-import.finished.v1': on(kinds['conflict-import.finished.v1'], (tx, { tenant, subject, payload, learnedAt }) => {
      const { source, country, coversFrom, coversUntil, mayBeShared } = payload
      const row = { id: subjectId(subject), importedOn: todayAt(learnedAt), content: payload }
      return insertImport(tx, tenant, { ...row, source, country, coversFrom, coversUntil, mayBeShared })
    }),
  },
}
