/* Roads, roadblocks and the way of a lot as the program sees them: routes, projection and kinds of event. */
import type { Tx } from '../../platform/database/transaction.ts'
import type { WayDoor } from '../custody/contract-way.ts'
import type { SitesDoor } from '../sites/contract.ts'
import type { ConflictArea } from './area.ts'
import { actorNamesOf } from './server/actors/read-actors.ts'
import { roadAggregate, roadRoutes, roadblockAggregate, surveyAggregate } from './server/roads/http-roads.ts'
import { layerRoutes } from './server/roads/http-layers.ts'
import { lotRouteRoute } from './server/roads/http-route.ts'
import { roadsProjection } from './server/roads/projection-roads.ts'
import { sheetsSeen } from './server/roads/sheets-seen.ts'
import type { MapHouse, ToldDoor } from './server/roads/seams.ts'
import { readList } from './server/warnings/read-warnings.ts'
import type { WarningDoors } from './server/warnings/sight-warnings.ts'

export interface RoadsParts extends WarningDoors {
  readonly sites: SitesDoor<Tx>
  readonly way: WayDoor<Tx>
  readonly toldPlaces: ToldDoor
}

export function roadsArea(doors: RoadsParts): ConflictArea {
  const { places, sites, way, toldPlaces } = doors
  const house: MapHouse = {
    ...{ places, sites, way, toldPlaces },
    warnings: (tx, asked) => readList(tx, doors, asked),
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
