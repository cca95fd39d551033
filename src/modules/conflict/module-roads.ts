/* Roads, roadblocks and the way of a lot as the program sees them: routes, projection and kinds of event. */
import type { Tx } from '../../platform/database/transaction.ts'
import type { WayDoor } from '../custody/contract-way.ts'
import type { PlacesDoor } from '../places/contract.ts'
import type { SitesDoor } from '../sites/contract.ts'
import type { ConflictArea } from './area.ts'
import { actorNamesOf } from './server/actors/read-actors.ts'
import { roadAggregate, roadRoutes, roadblockAggregate, surveyAggregate } from './server/roads/http-roads.ts'
import { layerRoutes } from './server/roads/http-layers.ts'
import { lotRouteRoute } from './server/roads/http-route.ts'
import { roadsProjection } from './server/roads/projection-roads.ts'
import { sheetsSeen } from './server/roads/sheets-seen.ts'
import type { MapHouse } from './server/roads/seams.ts'

export interface RoadsParts {
  readonly places: PlacesDoor<Tx>
  readonly sites: SitesDoor<Tx>
  readonly way: WayDoor<Tx>
}

export function roadsArea({ places, sites, way }: RoadsParts): ConflictArea {
  const house: MapHouse = {
    ...{ places, sites, way },
    actorNames: async (tx, tenant, actors) =>
      new Map([...(await actorNamesOf(tx, tenant, actors))].map(([id, names]) => [id, names[0] ?? id])),
    sheets: sheetsSeen,
  }
  return {
    routes: [...roadRoutes(house), lotRouteRoute(house), ...layerRoutes(house)],
    projections: [roadsProjection],
    aggregates: [roadAggregate, roadblockAggregate, surveyAggregate],
  }
}
