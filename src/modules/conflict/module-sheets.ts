/* Conflict sheets as the program sees them: routes, the projection, the kinds of event. */
import type { ServerModule } from '../../platform/http/server-module.ts'
import { actorNamesOf } from './server/actors/read-actors.ts'
import type { SheetDoors } from './server/sheets/doors.ts'
import { sheetAggregate, sheetRoutes } from './server/sheets/http-sheets.ts'
import { sheetReadRoutes } from './server/sheets/http-read.ts'
import { conflictSheetsProjection } from './server/sheets/projection-sheets.ts'

export { type SheetOfWorkshop, sheetsOfWorkshop } from './server/sheets/read-sheets.ts'

export function sheetArea({
  places,
  sites,
  people,
}: Omit<SheetDoors, 'actorNames'>): Pick<ServerModule, 'routes' | 'projections' | 'aggregates'> {
  const doors = { places, sites, people, actorNames: actorNamesOf }
  return {
    routes: [...sheetReadRoutes(doors), ...sheetRoutes(doors)],
    projections: [conflictSheetsProjection],
    aggregates: [sheetAggregate],
  }
}
