/* Actors as the program sees them, and the door of importers of lists. */
import type { Database } from '../../platform/database/connect.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { ConflictArea } from './area.ts'
import type { ActorsDoor } from './contract-actors.ts'
import { foldedSpelling, matchSpelling } from './domain/actors/spelling.ts'
import { actorRoutes, conflictActorAggregate } from './server/actors/http-actors.ts'
import { leavingRoute, markOfSpelling } from './server/actors/http-leaving.ts'
import { conflictActorsProjection } from './server/actors/projection-actors.ts'
import { keepWaiting, listSpellings } from './server/actors/store-actors.ts'

export const actorArea = (doors: { readonly database: Pick<Database, 'transaction'> }): ConflictArea => ({
  routes: [...actorRoutes(), leavingRoute(doors)],
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
      waiting.map((one) => {
        const folded = foldedSpelling(one.written)
        return { ...one, folded, mark: markOfSpelling(tenant, folded) }
      }),
    ),
}
