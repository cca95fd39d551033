/* How what happens to actors becomes rows. */
import { subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { conflictActorKinds as kinds } from '../../domain/actors/actor-events.ts'
import { foldedSpelling } from '../../domain/actors/spelling.ts'
import * as store from './store-actors.ts'

export const conflictActorsProjection: Projection = {
  name: 'conflict-actors',
  tables: ['conflict_actor', 'conflict_actor_spelling', 'conflict_actor_relation', 'conflict_actor_place'],
  apply: {
    'conflict-actor.registered.v1': on(kinds['conflict-actor.registered.v1'], async (tx, { tenant, subject, payload }) => {
      const { name, label, ...facts } = payload
      const id = subjectId(subject)
      await store.insertActor(tx, tenant, { ...facts, id, name: label })
      if (name !== null) await store.insertSpelling(tx, tenant, { actor: id, written: name, source: null, folded: foldedSpelling(name) })
    }),
    'conflict-actor.described.v1': on(kinds['conflict-actor.described.v1'], (tx, { tenant, subject, payload }) =>
      store.describeActor(tx, tenant, { id: subjectId(subject), ...payload }),
    ),
    'conflict-actor.alias-added.v1': on(kinds['conflict-actor.alias-added.v1'], (tx, { tenant, subject, payload }) =>
      store.insertSpelling(tx, tenant, { actor: subjectId(subject), ...payload, folded: foldedSpelling(payload.written) }),
    ),
    'conflict-actor.alias-removed.v1': on(kinds['conflict-actor.alias-removed.v1'], (tx, { tenant, payload }) =>
      store.dropSpelling(tx, tenant, foldedSpelling(payload.written)),
    ),
    'conflict-actor.merged.v1': on(kinds['conflict-actor.merged.v1'], (tx, { tenant, subject, payload }) =>
      store.mergeActor(tx, tenant, { id: subjectId(subject), into: payload.into }),
    ),
    'conflict-actor.related.v1': on(kinds['conflict-actor.related.v1'], (tx, { tenant, subject, position, payload }) =>
      store.insertRelation(tx, tenant, { position, from: subjectId(subject), to: payload.to, content: payload }),
    ),
    'conflict-actor.placed.v1': on(kinds['conflict-actor.placed.v1'], (tx, { tenant, subject, position, payload }) =>
      store.insertPlace(tx, tenant, { position, actor: subjectId(subject), on: payload.on, round: payload.round, content: payload }),
    ),
  },
}
