/* How the acts of a workshop become rows: each as it was, in the order of the log. */
import type { Schema } from '../../../../kernel/schema.ts'
import { subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { workshopKinds } from '../../contract-workshops.ts'
import { insertAct, insertWorkshop } from './store-workshops.ts'

const act = (kind: string, schema: Schema<unknown>) =>
  on(schema, (tx, { tenant, subject, payload, learnedAt, position }) =>
    insertAct(tx, tenant, { workshop: subjectId(subject), kind, at: learnedAt, payload, position }),
  )
const { 'workshop.convened.v1': convened, ...later } = workshopKinds

export const workshopProjection: Projection = {
  name: 'conflict-workshops',
  tables: ['conflict_workshop_act', 'conflict_workshop'],
  apply: {
    ...Object.fromEntries(Object.entries(later).map(([kind, schema]) => [kind, act(kind, schema)])),
    'workshop.convened.v1': on(convened, async (tx, event) => {
      const { firstDay, province } = event.payload
      await insertWorkshop(tx, event.tenant, { id: subjectId(event.subject), firstDay, province })
      await act('workshop.convened.v1', convened)(tx, event)
    }),
  },
}
