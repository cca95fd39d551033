/* Hands documents to the program: the route that takes files in, the door for modules that attach them, and the sweep for the operator. */
import type { Database } from '../../platform/database/connect.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { DocumentsDoor } from './contract.ts'
import { documentRoutes } from './server/http.ts'
import { findContent, listKept } from './server/store.ts'

export { type Sweep, sweepFiles } from './server/sweep.ts'

export interface DocumentsModule extends ServerModule {
  readonly door: DocumentsDoor<Tx>
}

export const createDocumentsModule = ({ database }: { readonly database: Pick<Database, 'transaction'> }): DocumentsModule => ({
  name: 'documents',
  routes: documentRoutes(database),
  projections: [],
  aggregates: [],
  door: { kept: listKept, content: findContent },
})
