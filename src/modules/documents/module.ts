/* Hands documents to the program: the route that takes files in, the door for modules that attach them, and the sweep for the operator. */
import type { Outcome } from '../../kernel/outcome.ts'
import type { Database } from '../../platform/database/connect.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { DocumentsDoor } from './contract.ts'
import type { KeptFile } from './domain/answers.ts'
import { documentRoutes } from './server/http.ts'
import { type FileIn, keepFile } from './server/keep-file.ts'
import { type KeptSent, keepSent } from './server/keep-sent.ts'
import { findContent, findReceived, listKept } from './server/store.ts'

export { type Sweep, sweepFiles } from './server/sweep.ts'

export interface DocumentsModule extends ServerModule {
  readonly door: DocumentsDoor<Tx>
  /** For files that come by another way than our own route; whoever hands them in has checked who sends them. */
  readonly keepFile: (file: FileIn) => Promise<Outcome<KeptFile>>
  /** The same for a file that its sender already names by the hash of its bytes: it is found under that hash. */
  readonly keepSent: (file: FileIn) => Promise<Outcome<KeptSent>>
}

export const createDocumentsModule = ({ database }: { readonly database: Pick<Database, 'read' | 'transaction'> }): DocumentsModule => ({
  name: 'documents',
  routes: documentRoutes(database),
  projections: [],
  aggregates: [],
  door: { kept: listKept, content: findContent, received: findReceived },
  keepFile: (file) => keepFile(database, file),
  keepSent: (file) => keepSent(database, file),
})
