/* Papers along the chain as the program sees them. A module of its own beside the files, because it needs the doors of modules that need the files. */
import type { Tx } from '../../platform/database/transaction.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { PapersDoor } from './contract-papers.ts'
import { paperAggregate, paperRoutes } from './server/papers/http-papers.ts'
import { type PaperDoors, papersDoor } from './server/papers/paper-answers.ts'
import { paperProjection } from './server/papers/projection-papers.ts'

export type PapersModule = ServerModule & { readonly door: PapersDoor<Tx> }

export const createPapersModule = (doors: PaperDoors): PapersModule => ({
  name: 'papers',
  routes: paperRoutes(doors),
  projections: [paperProjection],
  aggregates: [paperAggregate],
  door: papersDoor(doors),
})
