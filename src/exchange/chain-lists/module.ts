/* Imports of lists of the chain, as the program's registry sees them. */
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { ChainHouse } from './server/house.ts'
import { chainRoutes } from './server/http.ts'
import { type Jobs, createJobs } from './server/jobs.ts'

export type ChainListsModule = ServerModule & { readonly house: ChainHouse; readonly jobs: Jobs }

export function createChainListsModule(house: ChainHouse): ChainListsModule {
  const jobs = createJobs(house)
  return { name: 'chain-lists', routes: chainRoutes(house, jobs), projections: [], aggregates: [], house, jobs }
}
