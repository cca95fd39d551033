/* Signals as the program sees them. A module of its own beside the cases: it holds nothing of a person, seals nothing, and works without them. */
import type { Database } from '../../platform/database/connect.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import { type SignalDoors, signalAggregate, signalRoutes } from './server/signals/http-signals.ts'
import { tallyRoutes } from './server/signals/http-tallies.ts'
export { placeCountsFrom } from './server/signals/place-counts.ts'
import { signalProjection } from './server/signals/projection-signals.ts'

export const createSignalsModule = ({
  database,
  ...doors
}: SignalDoors & { readonly database: Pick<Database, 'transaction'> }): ServerModule => ({
  name: 'signals',
  routes: [...signalRoutes(doors), ...tallyRoutes(database)],
  projections: [signalProjection],
  aggregates: [signalAggregate],
})
