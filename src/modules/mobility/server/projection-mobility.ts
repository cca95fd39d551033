/* How points and sendings become rows. An import brings hundreds of sendings at once: they are written in a few statements. */
import { type StoredEvent, subjectId } from '../../../platform/log/event.ts'
import { type Projection, on, onRun } from '../../../platform/log/projection.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { type CountRecorded, CountWithdrawn, countKinds } from '../domain/count.ts'
import { PointClosed, PointOpened, PointResumed, PointSuspended } from '../domain/point.ts'
import * as store from './store-mobility.ts'

const [opened, suspended, resumed, closed] = [
  ...(['flow-point.opened.v1', 'flow-point.suspended.v1', 'flow-point.resumed.v1', 'flow-point.closed.v1'] as const),
]
const recorded = 'flow-count.recorded.v1'

type Recorded = StoredEvent<CountRecorded>
function rowsOf({ subject, learnedAt, payload }: Recorded): { readonly count: store.CountRow; readonly cells: readonly store.CellRow[] } {
  const { point, day, source, sums } = payload
  const id = subjectId(subject)
  const { groups, passages, misfits, fitting } = sums
  const { women, men, girls, boys } = fitting
  return {
    count: { id, point, day, source, learnedAt, groups, passages, misfits, fitPassages: fitting.passages, women, men, girls, boys },
    cells: Object.entries(sums.by).flatMap(([dimension, keys]) =>
      Object.entries(keys).map(([key, n]) => ({ dimension, key, passages: n, countId: id, point, day, learnedAt })),
    ),
  }
}
const insertAll = (tx: Tx, tenant: string, events: readonly Recorded[]): Promise<void> => {
  const rows = events.map(rowsOf)
  return store.insertCounts(tx, tenant, { counts: rows.map((one) => one.count), cells: rows.flatMap((one) => one.cells) })
}

export const mobilityProjection: Projection = {
  name: 'mobility',
  tables: ['flow_point', 'flow_count', 'flow_cell'],
  apply: {
    [opened]: on(PointOpened, (tx, { tenant, subject, payload }) =>
      store.insertPoint(tx, tenant, { id: subjectId(subject), kind: opened, payload, code: payload.code, area: payload.area }),
    ),
    [suspended]: on(PointSuspended, (tx, { tenant, subject, payload }) =>
      store.addPointAct(tx, tenant, { id: subjectId(subject), kind: suspended, payload }),
    ),
    [resumed]: on(PointResumed, (tx, { tenant, subject, payload }) =>
      store.addPointAct(tx, tenant, { id: subjectId(subject), kind: resumed, payload }),
    ),
    [closed]: on(PointClosed, (tx, { tenant, subject, payload }) =>
      store.addPointAct(tx, tenant, { id: subjectId(subject), kind: closed, payload }),
    ),
    [recorded]: on(countKinds[recorded], (tx, event) => insertAll(tx, event.tenant, [event])),
    'flow-count.withdrawn.v1': on(CountWithdrawn, (tx, { tenant, subject, payload, learnedAt }) =>
      store.withdrawCount(tx, tenant, { id: subjectId(subject), at: learnedAt, reason: payload.reason }),
    ),
  },
  applyRun: { [recorded]: onRun(countKinds[recorded], (tx, events) => insertAll(tx, events[0]?.tenant ?? '', events)) },
}
