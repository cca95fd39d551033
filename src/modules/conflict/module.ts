/* Conflict as the program sees it: routes, projections, kinds of event, and the door of importers. */
import { canonicalJson } from '../../kernel/canonical-json.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { PlacesDoor } from '../places/contract.ts'
import { type ConflictEventsDoor, conflictImportKinds } from './contract-events.ts'
import { eventRoutes } from './server/http-events.ts'
import { conflictEventsProjection } from './server/projection-events.ts'
import { listImports, listKnown } from './server/store-events.ts'

export interface ConflictModule extends ServerModule {
  readonly door: ConflictEventsDoor<Tx>
}

export const createConflictModule = ({ places }: { readonly places: PlacesDoor<Tx> }): ConflictModule => ({
  name: 'conflict',
  routes: eventRoutes({ places }),
  projections: [conflictEventsProjection],
  aggregates: [{ name: 'conflict-import', kinds: conflictImportKinds }],
  door: {
    isFinished: async (tx, tenant, id) => (await listImports(tx, tenant)).some((one) => one.id === id),
    known: async (tx, tenant, asked) =>
      new Map((await listKnown(tx, tenant, asked)).map(({ key, content }) => [key, canonicalJson(content)])),
  },
})
