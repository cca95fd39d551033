/* How signals become rows. */
import { subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { signalKinds as kinds } from '../../domain/signals/signal-words.ts'
import { insertSignal, withdrawSignal } from './store-signals.ts'

export const signalProjection: Projection = {
  name: 'protection-signals',
  tables: ['protection_signal'],
  apply: {
    'protection-signal.recorded.v1': on(
      kinds['protection-signal.recorded.v1'],
      (tx, { tenant, subject, learnedAt: at, actor, payload: said }) =>
        insertSignal(tx, tenant, { id: subjectId(subject), at, by: actor.account, body: actor.organisation, said }),
    ),
    'protection-signal.withdrawn.v1': on(kinds['protection-signal.withdrawn.v1'], (tx, { tenant, subject, payload }) =>
      withdrawSignal(tx, tenant, { id: subjectId(subject), because: payload.because }),
    ),
  },
}
