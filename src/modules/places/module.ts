/*
Hands places to the program: routes, the door for other modules, and the import for the command line. No projection: boundaries
are plain rows, and whoever stores a computed place listens to `boundaries.imported.v1`.
*/
import type { Database } from '../../platform/database/connect.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { Log } from '../../platform/log/log.ts'
import { BOUNDARIES_IMPORTED, BoundariesImported, type PlacesDoor } from './contract.ts'
import { createGazetteerCache } from './server/gazetteer-cache.ts'
import { placeRoutes } from './server/http.ts'
import { importAreas } from './server/import-area-list.ts'

export { importAreas } from './server/import-area-list.ts'
export { type ImportParts, type ImportedBoundaries, importBoundaries } from './server/import-boundaries.ts'

export interface PlacesParts {
  readonly tenant: string
  readonly database: Pick<Database, 'transaction'>
  /** Asked for only when a file is imported: the log is opened after the modules are made. */
  readonly log: () => Pick<Log, 'record'>
  readonly clock: () => string
}
export interface PlacesModule extends ServerModule {
  readonly door: PlacesDoor<Tx>
}

export function createPlacesModule({ tenant, database, log, clock }: PlacesParts): PlacesModule {
  const load = createGazetteerCache()
  return {
    name: 'places',
    routes: placeRoutes({
      load,
      importFor: (who, given) => {
        const actor = { account: who.account, organisation: who.organisation, role: who.roles.join('+') || null }
        return importAreas({ database, log: log(), tenant: who.tenant, clock, actor }, given)
      },
    }),
    projections: [],
    aggregates: [{ name: 'boundaries', kinds: { [BOUNDARIES_IMPORTED]: BoundariesImported } }],
    door: {
      locate: async (tx, at, of = tenant) => (await load(tx, of)).gazetteer.locate(at),
      listAreas: async (tx, level, of = tenant) => (await load(tx, of)).gazetteer.list(level),
      findArea: async (tx, level, stated) => {
        const { name, tenant: of } = typeof stated === 'string' ? { name: stated, tenant } : stated
        return (await load(tx, of)).gazetteer.find(level, name)
      },
      outlines: async (tx, level, of = tenant) =>
        new Map((await load(tx, of)).drawing(level).map(({ area, polygons }) => [area.code, polygons])),
    },
  }
}
