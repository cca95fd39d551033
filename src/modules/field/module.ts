/*
Field work on the server: what telephones carry out (pull), what lies unfinished on them (drafts), and what they bring back (parcels). It
is given the doors of the modules whose answers it packs, and asks their routes from inside, as the person who carries them.
*/
import type { Database } from '../../platform/database/connect.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { Dispatch } from '../../platform/http/dispatch.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { FormsDoor } from '../forms/contract.ts'
import type { SitesDoor } from '../sites/contract.ts'
import type { FieldSitesDoor } from '../sites/contract-field.ts'
import { draftRoutes } from './server/drafts/http-drafts.ts'
import { pullRoutes } from './server/pull/http-pull.ts'

export interface FieldParts {
  readonly database: Pick<Database, 'read' | 'transaction'>
  readonly dispatch: Dispatch
  readonly sites: SitesDoor<Tx>
  readonly fieldSites: FieldSitesDoor<Tx>
  readonly forms: FormsDoor<Tx>
}

export const createFieldModule = (parts: FieldParts): ServerModule => ({
  name: 'field',
  routes: [...pullRoutes(parts), ...draftRoutes({ database: parts.database, sites: parts.fieldSites })],
  projections: [],
  aggregates: [],
})
