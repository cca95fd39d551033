/* Signals as the program sees them. A module of its own beside the cases: it holds nothing of a person, seals nothing, and works without them. */
import type { ServerModule } from '../../platform/http/server-module.ts'
import { type SignalDoors, signalAggregate, signalRoutes } from './server/signals/http-signals.ts'
import { signalProjection } from './server/signals/projection-signals.ts'

export const createSignalsModule = (doors: SignalDoors): ServerModule => ({
  name: 'signals',
  routes: signalRoutes(doors),
  projections: [signalProjection],
  aggregates: [signalAggregate],
})
