/* How what happens to committees becomes rows: each step behind the one before, with the moment at which it was learned. */
import type { Schema } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { type StoredEvent, subjectId } from '../../../platform/log/event.ts'
import { type Projection, on } from '../../../platform/log/projection.ts'
import { ActionOpened, actionKinds } from '../domain/action.ts'
import { CommitteeFounded, committeeKinds } from '../domain/committee.ts'
import { fundKinds } from '../domain/fund.ts'
import { MeetingConvened, meetingKinds } from '../domain/meeting-events.ts'
import { PromiseMade, promiseKinds } from '../domain/promise.ts'
import { type RecordKind, addAct, insertRecord } from './store-coordination.ts'

type Apply = (tx: Tx, event: StoredEvent) => Promise<void>
const newAct = (of: RecordKind, { subject, kind, payload, learnedAt }: StoredEvent) => ({
  ...{ of, id: subjectId(subject), act: { kind, payload, learnedAt } },
})
const follows = (of: RecordKind, kinds: { readonly [kind: string]: Schema<unknown> }): { readonly [kind: string]: Apply } =>
  Object.fromEntries(
    Object.entries(kinds).map(([kind, schema]) => [kind, on(schema, (tx, event) => addAct(tx, event.tenant, newAct(of, event)))]),
  )
/** A fund has the id of its committee and begins with whatever happens first. */
const fundFollows: { readonly [kind: string]: Apply } = Object.fromEntries(
  Object.entries(fundKinds).map(([kind, schema]) => [
    kind,
    on(schema, (tx, event) => insertRecord(tx, event.tenant, { ...newAct('fund', event), committee: subjectId(event.subject) })),
  ]),
)

export const coordinationProjection: Projection = {
  name: 'coordination',
  tables: ['coordination_record'],
  apply: {
    ...follows('committee', committeeKinds),
    ...follows('meeting', meetingKinds),
    ...follows('action', actionKinds),
    ...follows('promise', promiseKinds),
    ...fundFollows,
    'committee.founded.v1': on(CommitteeFounded, (tx, event) =>
      insertRecord(tx, event.tenant, { ...newAct('committee', event), committee: subjectId(event.subject) }),
    ),
    'committee-meeting.convened.v1': on(MeetingConvened, (tx, event) =>
      insertRecord(tx, event.tenant, { ...newAct('meeting', event), committee: event.payload.committee }),
    ),
    'committee-action.opened.v1': on(ActionOpened, (tx, event) =>
      insertRecord(tx, event.tenant, { ...newAct('action', event), committee: event.payload.committee }),
    ),
    'committee-promise.made.v1': on(PromiseMade, (tx, event) =>
      insertRecord(tx, event.tenant, { ...newAct('promise', event), committee: event.payload.committee }),
    ),
  },
}
