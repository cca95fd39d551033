/* Workshops as the program sees them: the desk of who runs one, and the door of the hall. */
import type { ConflictArea } from './area.ts'
import { hallRoutes } from './server/workshops/http-hall.ts'
import { paperRoutes } from './server/workshops/http-papers.ts'
import { workshopAggregate, workshopRoutes } from './server/workshops/http-workshops.ts'
import { workshopProjection } from './server/workshops/projection-workshops.ts'
import type { WorkshopDoors } from './server/workshops/read-workshops.ts'

export const workshops = (doors: WorkshopDoors): ConflictArea => ({
  routes: [...workshopRoutes(doors), ...paperRoutes(doors)],
  hallRoutes: hallRoutes(doors),
  projections: [workshopProjection],
  aggregates: [workshopAggregate],
})
