/* How what happens to a warning becomes its row. */
import type { Schema } from '../../../../kernel/schema.ts'
import { subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { WarningReceived, warningKinds } from '../../domain/warnings/warning-events.ts'
import * as store from './store-warnings.ts'

const act = (kind: string, schema: Schema<unknown>) =>
  on(schema, (tx, { tenant, subject, payload }) =>
    store.addWarningAct(tx, tenant, { id: subjectId(subject), kind, payload, closes: kind === 'warning.closed.v1' }),
  )
const { 'warning.received.v1': _received, ...later } = warningKinds

export const warningProjection: Projection = {
  name: 'conflict-warnings',
  tables: ['conflict_warning'],
  apply: {
    ...Object.fromEntries(Object.entries(later).map(([kind, schema]) => [kind, act(kind, schema)])),
    'warning.received.v1': on(WarningReceived, async (tx, event) => {
      const { number, province, territoire, receivedAt, by: sentBy } = event.payload
      await store.insertWarning(tx, event.tenant, { id: subjectId(event.subject), number, province, territoire, receivedAt, sentBy })
      await act('warning.received.v1', WarningReceived)(tx, event)
    }),
  },
}
