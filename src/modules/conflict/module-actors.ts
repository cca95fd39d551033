/* Actors as the program sees them, and the door of importers of lists. */
import type { Tx } from '../../platform/database/transaction.ts'
import type { ConflictArea } from './area.ts'
import type { ActorsDoor } from './contract-actors.ts'
import { foldedSpelling, matchSpelling } from './domain/actors/spelling.ts'
import { actorRoutes, conflictActorAggregate } from './server/actors/http-actors.ts'
import { conflictActorsProjection } from './server/actors/projection-actors.ts'
import { keepWaiting, listSpellings } from './server/actors/store-actors.ts'

export const actorArea = (): ConflictArea => ({
  routes: actorRoutes(),
  projections: [conflictActorsProjection],
  aggregates: [conflictActorAggregate],
})
export const actorsDoor: ActorsDoor<Tx> = {
  spellings: listSpellings,
  match: matchSpelling,
  wait: (tx, tenant, waiting) =>
    keepWaiting(
      tx,
      tenant,
      waiting.map((one) => ({ ...one, folded: foldedSpelling(one.written) })),
    ),
}
