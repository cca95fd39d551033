/* What desks decided, from the log. */
import type { Infer } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { type StoredEvent, subjectId } from '../../../platform/log/event.ts'
import { type Projection, on } from '../../../platform/log/projection.ts'
import { voiceKinds } from '../contract.ts'
import { type NewDecision, deleteText, insertDecision } from './store.ts'

const NONE = { result: null, incident: null, text: null, organisations: [], kinds: [] }
const insert = (tx: Tx, event: StoredEvent, decided: Pick<NewDecision, 'act'> & Partial<NewDecision>): Promise<void> =>
  insertDecision(tx, event.tenant, {
    ...{ ...NONE, id: event.id, report: subjectId(event.subject), by: event.actor.organisation ?? '', at: event.learnedAt },
    ...decided,
  })
type Payload<Kind extends keyof typeof voiceKinds> = StoredEvent<Infer<(typeof voiceKinds)[Kind]>>

export const voiceProjection: Projection = {
  name: 'voices',
  tables: ['voice_decision'],
  apply: {
    'voice.triaged.v1': on(voiceKinds['voice.triaged.v1'], (tx, event: Payload<'voice.triaged.v1'>) =>
      insert(tx, event, {
        ...{ act: 'triaged', result: event.payload.result, incident: event.payload.incident ?? null, text: event.payload.note ?? null },
      }),
    ),
    'voice.answered.v1': on(voiceKinds['voice.answered.v1'], (tx, event: Payload<'voice.answered.v1'>) =>
      insert(tx, event, { act: 'answered', text: event.payload.text }),
    ),
    'voice.named.v1': on(voiceKinds['voice.named.v1'], (tx, event: Payload<'voice.named.v1'>) =>
      insert(tx, event, { act: 'named', organisations: event.payload.organisations, kinds: event.payload.kinds }),
    ),
    // In the transaction of the event: it is never written that a text is gone which still stands. Made again from the log there is nothing to erase.
    'voice.text-erased.v1': on(voiceKinds['voice.text-erased.v1'], async (tx, event: Payload<'voice.text-erased.v1'>) => {
      await deleteText(tx, event.tenant, event.payload.text)
      await insert(tx, event, { act: 'erased', result: event.payload.because, text: event.payload.text })
    }),
  },
}
