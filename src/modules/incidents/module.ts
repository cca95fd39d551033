/*
Incidents as the program sees them: routes, the projection, kinds of event, the round of clocks, and the door through which checks, risks and
voices ask. It is given the doors of sites, people, places, documents and custody.
*/
import { looseRecord, maybe, mustParse, text } from '../../kernel/schema.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { pageRoute } from '../../platform/http/build-route.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import { IncidentId, IncidentLevel, type IncidentsAtLevelsOf, type IncidentsDoor } from './contract.ts'
import { outcomesPage } from './page/outcomes-page.ts'
import { outcomesShown, rulesOf } from './server/answers.ts'
import { createIncidentsDoor } from './server/door.ts'
import { type IncidentDoors, type IncidentHouse, incidentAggregate, incidentRuleAggregate } from './server/doors.ts'
import { listAtLevels } from './server/store-levels.ts'
import { readRoutes } from './server/http-reads.ts'
import { writeRoutes } from './server/http-writes.ts'
import { incidentProjection } from './server/projection.ts'
import { escalateByClock } from './server/rounds.ts'

export { incidentMeasures } from './server/measures.ts'
export { incidentNotices } from './server/notices.ts'

export type IncidentsModule = ServerModule & {
  readonly door: IncidentsDoor<Tx>
  readonly atLevels: IncidentsAtLevelsOf<Tx>
  /** Passes on what a level had for too long; the number of files. */
  readonly escalate: () => Promise<number>
}
export function createIncidentsModule(doors: IncidentDoors, house: IncidentHouse): IncidentsModule {
  return {
    name: 'incidents',
    routes: [
      ...readRoutes(doors),
      ...writeRoutes(doors),
      pageRoute({
        path: '/outcomes',
        summary: 'What became of reports, for everybody, in French, English, Swahili and Lingala: sentences at the granularity allowed',
        query: looseRecord({ language: maybe(text(20)) }),
        page: async ({ tx, tenant, language: preferred, query: { language: asked } }) => {
          const { publicDelayDays: days, leastSites: sites } = await rulesOf(tx, tenant)
          return outcomesPage({ outcomes: await outcomesShown(tx, { tenant, doors }), asked, preferred, days, sites })
        },
      }),
    ],
    projections: [incidentProjection],
    aggregates: [incidentAggregate, incidentRuleAggregate],
    door: createIncidentsDoor(doors),
    atLevels: async (tx, tenant) =>
      (await listAtLevels(tx, tenant)).map((row) => ({
        ...row,
        id: mustParse(IncidentId, row.id),
        level: mustParse(IncidentLevel, row.level),
      })),
    escalate: () => escalateByClock(doors, house),
  }
}
