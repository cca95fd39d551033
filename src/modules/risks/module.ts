/* Risks as the program sees them: routes, projection, kinds of event, the door for certificates and reports, and what is told to whom. */
import type { Tx } from '../../platform/database/transaction.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { NoticeSource } from '../notices/contract.ts'
import type { RisksDoor } from './contract.ts'
import { createRisksDoor } from './server/door.ts'
import type { RiskDoors } from './server/doors.ts'
import { riskAggregate, riskRoutes } from './server/http-risks.ts'
import { planFileRoute } from './server/http-plan-files.ts'
import { declarationAggregate, screeningRoutes } from './server/http-screening.ts'
import { riskNotices } from './server/notices.ts'
import { riskProjection } from './server/projection.ts'

export type RisksModule = ServerModule & { readonly door: RisksDoor<Tx>; readonly notices: NoticeSource<Tx> }

export const createRisksModule = (doors: RiskDoors): RisksModule => ({
  name: 'risks',
  routes: [...riskRoutes(doors), planFileRoute(doors), ...screeningRoutes(doors)],
  projections: [riskProjection],
  aggregates: [riskAggregate, declarationAggregate],
  door: createRisksDoor(doors),
  notices: riskNotices(doors),
})
