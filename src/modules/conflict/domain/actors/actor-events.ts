/* What can happen to an actor, as the log keeps it. No field names a person. */
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Infer, record, text } from '../../../../kernel/schema.ts'
import { AddAlias, DescribeActor, MergeActor, PlaceActor, RegisterActor, RelateActor, RemoveAlias } from '../../contract-actors.ts'

const { actor: _actor, ...registered } = RegisterActor.shape
export const ActorRegistered = record({ ...registered, label: text(160) })
export const conflictActorKinds = {
  'conflict-actor.registered.v1': ActorRegistered,
  'conflict-actor.described.v1': DescribeActor,
  'conflict-actor.alias-added.v1': AddAlias,
  'conflict-actor.alias-removed.v1': RemoveAlias,
  'conflict-actor.merged.v1': MergeActor,
  'conflict-actor.related.v1': RelateActor,
  'conflict-actor.placed.v1': PlaceActor,
} as const
type Kinds = typeof conflictActorKinds
export type ConflictActorEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
