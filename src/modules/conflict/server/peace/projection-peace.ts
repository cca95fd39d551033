/* How what happens to the roadmap, to figures of disarmament and to dialogues becomes rows. */
import { subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { CommitmentChecked, DialogueHeld } from '../../domain/peace/dialogue.ts'
import { DdrRecorded } from '../../domain/peace/ddr-figure.ts'
import { RoadmapAdded, RoadmapAssigned, RoadmapDueMoved, RoadmapStatusSet } from '../../domain/peace/roadmap-item.ts'
import * as store from './store-peace.ts'

const [added, statusSet, dueMoved] = ['roadmap-item.added.v1', 'roadmap-item.status-set.v1', 'roadmap-item.due-moved.v1'] as const
const assigned = 'roadmap-item.assigned.v1'
const [held, checked] = ['dialogue.held.v1', 'dialogue.commitment-checked.v1'] as const

export const peaceProjection: Projection = {
  name: 'conflict-peace',
  tables: ['conflict_roadmap_item', 'conflict_ddr_figure', 'conflict_dialogue'],
  apply: {
    [added]: on(RoadmapAdded, (tx, { tenant, subject, payload }) =>
      store.insertRoadmapItem(tx, tenant, { id: subjectId(subject), kind: added, payload }),
    ),
    [statusSet]: on(RoadmapStatusSet, (tx, { tenant, subject, payload }) =>
      store.addRoadmapAct(tx, tenant, { id: subjectId(subject), kind: statusSet, payload }),
    ),
    [dueMoved]: on(RoadmapDueMoved, (tx, { tenant, subject, payload }) =>
      store.addRoadmapAct(tx, tenant, { id: subjectId(subject), kind: dueMoved, payload }),
    ),
    [assigned]: on(RoadmapAssigned, (tx, { tenant, subject, payload }) =>
      store.addRoadmapAct(tx, tenant, { id: subjectId(subject), kind: assigned, payload }),
    ),
    'ddr-figure.recorded.v1': on(DdrRecorded, async (tx, { tenant, subject, payload }) => {
      const { programme, province, asOf, corrects } = payload
      await store.insertFigure(tx, tenant, { id: subjectId(subject), programme, province, asOf, content: payload })
      if (corrects !== undefined) await store.markCorrected(tx, tenant, corrects)
    }),
    [held]: on(DialogueHeld, (tx, { tenant, subject, payload }) =>
      store.insertDialogue(tx, tenant, { id: subjectId(subject), kind: held, payload, heldOn: payload.heldOn }),
    ),
    [checked]: on(CommitmentChecked, (tx, { tenant, subject, payload }) =>
      store.addDialogueAct(tx, tenant, { id: subjectId(subject), kind: checked, payload }),
    ),
  },
}
