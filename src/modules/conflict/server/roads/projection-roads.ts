/* How what is said of roads, roadblocks and surveys becomes rows: each act beside those before it. */
import { subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import type { Schema } from '../../../../kernel/schema.ts'
import { roadKinds } from '../../domain/roads/road.ts'
import { roadblockKinds } from '../../domain/roads/roadblock.ts'
import { surveyKinds } from '../../domain/roads/survey.ts'
import { type RoadTable, addAct } from './store-roads.ts'

const into = (table: RoadTable, kinds: { readonly [kind: string]: Schema<unknown> }): Projection['apply'] =>
  Object.fromEntries(
    Object.entries(kinds).map(([kind, schema]) => [
      kind,
      on(schema, (tx, { tenant, subject, payload }) => addAct(tx, table, { tenant, id: subjectId(subject), kind, payload })),
    ]),
  )
export const roadsProjection: Projection = {
  name: 'conflict-roads',
  tables: ['conflict_road', 'conflict_roadblock', 'conflict_roadblock_survey'],
  apply: {
    ...into('conflict_road', roadKinds),
    ...into('conflict_roadblock', roadblockKinds),
    ...into('conflict_roadblock_survey', surveyKinds),
  },
}
