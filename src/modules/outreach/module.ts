/* Outreach as the program sees it: its areas, each with its routes, projections and kinds of event, and the measures of what it counts. */
import type { Measure } from '../../kernel/measure.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { OutreachArea } from './area.ts'
import { deskArea, deskMeasures } from './module-desk.ts'
import type { TrainingImportDoor } from './contract-training.ts'
import { campaignArea } from './module-campaigns.ts'
import { directReachMeasure } from './server/campaigns/http-campaigns.ts'
import type { CampaignDoors } from './server/campaigns/read-campaigns.ts'
import { trainingArea, trainingImportDoor } from './module-training.ts'
import { trainingMeasures } from './server/training/measures.ts'
import type { TrainingDoors } from './server/training/doors.ts'

export { forgetOldVisits } from './module-desk.ts'

export interface OutreachModule extends ServerModule {
  readonly measures: readonly Measure<Tx>[]
  readonly trainings: TrainingImportDoor<Tx>
}
export type OutreachDoors = TrainingDoors & CampaignDoors & { readonly baseUrl: string }

export function createOutreachModule(doors: OutreachDoors): OutreachModule {
  const areas: readonly OutreachArea[] = [
    // One line for each area: training, campaigns, desk.
    deskArea(doors),
    trainingArea(doors),
    campaignArea(doors),
  ]
  const measures: readonly Measure<Tx>[] = [
    // One line for each area that is counted.
    ...deskMeasures,
    ...trainingMeasures,
    directReachMeasure,
  ]
  return {
    name: 'outreach',
    routes: areas.flatMap((area) => area.routes),
    projections: areas.flatMap((area) => area.projections),
    aggregates: areas.flatMap((area) => area.aggregates),
    measures,
    trainings: trainingImportDoor(doors),
  }
}
