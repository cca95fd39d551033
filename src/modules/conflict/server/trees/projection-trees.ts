/* How what happens to problem trees becomes rows. */
import { mustParse } from '../../../../kernel/schema.ts'
import { subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { TreeContent } from '../../contract-trees.ts'
import { countsOf } from '../../domain/trees/counts.ts'
import { TreeBegun, TreeEdited, TreeFrozen, TreeReopened, mustChange } from '../../domain/trees/tree.ts'
import * as store from './store-trees.ts'

export const treesProjection: Projection = {
  name: 'problem-trees',
  tables: ['problem_tree', 'problem_tree_version'],
  apply: {
    'problem-tree.begun.v1': on(TreeBegun, (tx, { tenant, subject, payload }) => {
      const { content, zones, workshop, on: day } = payload
      const row = {
        id: subjectId(subject),
        title: content.title,
        zones,
        workshop,
        state: 'open',
        begunOn: day,
        changedOn: day,
        revision: 0,
      }
      return store.insertTree(tx, tenant, { ...row, content, counts: countsOf(content) })
    }),
    'problem-tree.edited.v1': on(TreeEdited, async (tx, { tenant, subject, payload }) => {
      const id = subjectId(subject)
      const content = mustChange(mustParse(TreeContent, await store.findTreeContent(tx, tenant, id)), payload.changes)
      const { revision, on: changedOn } = payload
      await store.updateTree(tx, tenant, { ...{ id, title: content.title, changedOn, revision, content }, counts: countsOf(content) })
    }),
    'problem-tree.frozen.v1': on(TreeFrozen, async (tx, { tenant, subject, payload }) => {
      const id = subjectId(subject)
      const { number, sha256, content, on: day } = payload
      const workshop = await store.findWorkshop(tx, tenant, id)
      await store.restTree(tx, tenant, { id, on: day, content })
      await store.insertVersion(tx, tenant, { ...{ tree: id, number, on: day, workshop, sha256, content }, counts: countsOf(content) })
    }),
    'problem-tree.reopened.v1': on(TreeReopened, (tx, { tenant, subject, payload }) =>
      store.reopenTree(tx, tenant, { id: subjectId(subject), on: payload.on, workshop: payload.workshop }),
    ),
  },
}
