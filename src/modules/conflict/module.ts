/* Conflict as the program sees it: the areas of the map, each with its routes, projections and kinds of event, and the door of importers. */
import { canonicalJson } from '../../kernel/canonical-json.ts'
import type { Database } from '../../platform/database/connect.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { PeopleDoor } from '../people/contract.ts'
import type { PlacesDoor } from '../places/contract.ts'
import type { SitesDoor } from '../sites/contract.ts'
import type { ConflictArea } from './area.ts'
import type { WarningCountsOf } from './contract-warnings.ts'
import type { ActorsDoor } from './contract-actors.ts'
import { type ConflictEventsDoor, conflictImportKinds } from './contract-events.ts'
import { actorArea, actorsDoor } from './module-actors.ts'
import { type NameDoors, nameArea } from './module-names.ts'
import { type RoadsParts, roadsArea } from './module-roads.ts'
import { sheetArea } from './module-sheets.ts'
import { peaceArea } from './module-peace.ts'
import { treesArea } from './module-trees.ts'
import { committeeCounts, warningArea } from './module-warnings.ts'
import { workshops } from './module-workshops.ts'
import { eventRoutes } from './server/http-events.ts'
import { conflictEventsProjection } from './server/projection-events.ts'
import { listImports, listKnown } from './server/store-events.ts'
import type { TreeDoors } from './server/trees/read-trees.ts'
import type { WarningDoors } from './server/warnings/sight-warnings.ts'

export { conflictMeasures } from './server/sheets/measures.ts'
export { nameNotices } from './module-names.ts'
export { textWarnings, warningNotices } from './module-warnings.ts'

export interface ConflictModule extends ServerModule {
  readonly door: ConflictEventsDoor<Tx>
  readonly actors: ActorsDoor<Tx>
  readonly warningCounts: WarningCountsOf<Tx>
  /** Set by who listens for a hall: where its telephones reach this program. */
  readonly hall: { addresses: readonly string[] }
}
export type ConflictDoors = WarningDoors &
  TreeDoors &
  RoadsParts & {
    readonly database: Pick<Database, 'transaction'>
    readonly places: PlacesDoor<Tx>
    readonly people: PeopleDoor<Tx>
    readonly sites: SitesDoor<Tx>
    readonly names: NameDoors
  }

const events = ({ places }: ConflictDoors): ConflictArea => ({
  routes: eventRoutes({ places }),
  projections: [conflictEventsProjection],
  aggregates: [{ name: 'conflict-import', kinds: conflictImportKinds }],
})

export function createConflictModule(doors: ConflictDoors): ConflictModule {
  const hall: ConflictModule['hall'] = { addresses: [] }
  const areas: readonly ConflictArea[] = [
    events(doors),
    sheetArea(doors),
    warningArea(doors),
    peaceArea(doors),
    workshops({ ...doors, hallAddresses: () => hall.addresses }),
    treesArea(doors),
    nameArea(doors.names),
    actorArea(doors),
    roadsArea(doors),
    // One line for each further area.
  ]
  return {
    name: 'conflict',
    routes: areas.flatMap((area) => area.routes),
    hallRoutes: areas.flatMap((area) => area.hallRoutes ?? []),
    projections: areas.flatMap((area) => area.projections),
    aggregates: areas.flatMap((area) => area.aggregates),
    hall,
    actors: actorsDoor,
    warningCounts: (tx, tenant, asked) => committeeCounts(tx, doors, { tenant, ...asked }),
    door: {
      isFinished: async (tx, tenant, id) => (await listImports(tx, tenant)).some((one) => one.id === id),
      known: async (tx, tenant, asked) =>
        new Map((await listKnown(tx, tenant, asked)).map(({ key, content }) => [key, canonicalJson(content)])),
    },
  }
}
