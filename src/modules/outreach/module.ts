/* Outreach as the program sees it: its areas, each with its routes, projections and kinds of event, and the measures of what it counts. */
import type { Measure } from '../../kernel/measure.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { PeopleDoor } from '../people/contract.ts'
import type { PlacesDoor } from '../places/contract.ts'
import type { OutreachArea } from './area.ts'
import { deskArea, deskMeasures } from './module-desk.ts'

export { forgetOldVisits } from './module-desk.ts'

export interface OutreachModule extends ServerModule {
  readonly measures: readonly Measure<Tx>[]
}
export interface OutreachDoors {
  readonly places: PlacesDoor<Tx>
  readonly people: PeopleDoor<Tx>
}

export function createOutreachModule(doors: OutreachDoors): OutreachModule {
  const areas: readonly OutreachArea[] = [
    // One line for each area: training, campaigns, desk.
    deskArea(doors),
  ]
  const measures: readonly Measure<Tx>[] = [
    // One line for each area that is counted.
    ...deskMeasures,
  ]
  return {
    name: 'outreach',
    routes: areas.flatMap((area) => area.routes),
    projections: areas.flatMap((area) => area.projections),
    aggregates: areas.flatMap((area) => area.aggregates),
    measures,
  }
}
