/* Projects as the program sees them. */
import type { Tx } from '../../platform/database/transaction.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { ProjectsDoor } from './contract-publication.ts'
import type { ProjectHouse } from './server/house.ts'
import { projectAggregate, projectRoutes } from './server/http-projects.ts'
import { valueAggregate, valueRoutes } from './server/http-values.ts'
import { donorReportAggregate, reportRoutes } from './server/http-reports.ts'
import { projectsDoor } from './server/publication.ts'
import { donorReportProjection, projectProjection, valueProjection } from './server/projection.ts'

export { projectNotices } from './server/notices.ts'

export interface ProjectsModule extends ServerModule {
  readonly door: ProjectsDoor<Tx>
}
export const createProjectsModule = (house: ProjectHouse): ProjectsModule => ({
  name: 'projects',
  door: projectsDoor(house),
  routes: [...projectRoutes(house), ...valueRoutes(house), ...reportRoutes(house)],
  projections: [projectProjection, valueProjection, donorReportProjection],
  aggregates: [projectAggregate, valueAggregate, donorReportAggregate],
})
