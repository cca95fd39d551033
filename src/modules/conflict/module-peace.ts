/* Peace follow-up as an area of the conflict map: roadmap, disarmament in sums, dialogues. */
import type { ServerModule } from '../../platform/http/server-module.ts'
import { ddrAggregate, dialogueAggregate, peaceRoutes, roadmapAggregate } from './server/peace/http-peace.ts'
import { peaceProjection } from './server/peace/projection-peace.ts'
import type { PeaceDoors } from './server/peace/read-peace.ts'

export const peaceArea = (doors: PeaceDoors): Pick<ServerModule, 'routes' | 'projections' | 'aggregates'> => ({
  ...{ routes: peaceRoutes(doors), projections: [peaceProjection], aggregates: [roadmapAggregate, ddrAggregate, dialogueAggregate] },
})
