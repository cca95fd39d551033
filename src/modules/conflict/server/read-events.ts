/*
Events for a map and a list. A point leaves the server only where the source knows a place; what it knows of an area is a number of that area, counted
once: in the territoire, else in the province, else in none. Cost: one pass over the events of the days asked for, and at most 500 rows.
*/
import { mustParse } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Area, PlacesDoor } from '../../places/contract.ts'
import {
  type AreaCount,
  ConflictEvent,
  ConflictImport,
  ConflictImportId,
  type EventAnswer,
  type EventLine,
  PlacePrecision,
  pointPrecisions,
} from '../contract-events.ts'
import type { Cut } from '../contract-cut.ts'
import { type Covered, coversAll, countryOfArea } from '../domain/coverage.ts'
import { type CountRow, type EventsAsked, countEvents, listEvents, listImports } from './store-events.ts'

const MOST_ROWS = 500

export async function readEvents(
  tx: Tx,
  { tenant, places }: { readonly tenant: string; readonly places: Pick<PlacesDoor<Tx>, 'listAreas'> },
  asked: EventsAsked,
): Promise<EventAnswer> {
  const counts = await countEvents(tx, tenant, asked)
  const rows = await listEvents(tx, tenant, { ...asked, most: MOST_ROWS })
  const imports = (await listImports(tx, tenant)).filter((one) => asked.withUnshared || one.mayBeShared)
  const files = imports.filter((one) => asked.source === null || one.source === asked.source)
  const areas = [...(await places.listAreas(tx, 'province', tenant)), ...(await places.listAreas(tx, 'territoire', tenant))]
  return {
    ...{ from: asked.from, until: asked.until },
    events: rows.map(({ key, content, mayBeShared }) => lineOf({ key, mayBeShared, event: mustParse(ConflictEvent, content) })),
    ...{ total: sum(counts, 'events'), deaths: sum(counts, 'deaths') },
    byPrecision: PlacePrecision.options.flatMap((precision) => {
      const events = sum(
        counts.filter((one) => one.precision === precision),
        'events',
      )
      return events === 0 ? [] : [{ precision, events }]
    }),
    areas: areas.filter(within(asked.area)).map((area) => countOf(area, { counts, files, asked })),
    ofNoArea: sum(
      counts.filter((one) => one.province === null && one.territoire === null),
      'events',
    ),
    sources: imports.map(({ id, importedOn, content }) => ({
      ...mustParse(ConflictImport, content),
      ...{ import: mustParse(ConflictImportId, id), importedOn },
    })),
    withheld: asked.withUnshared ? [] : ['own-source'],
  }
}

const sum = (rows: readonly CountRow[], what: 'events' | 'deaths'): number => rows.reduce((all, one) => all + one[what], 0)
const within =
  (wanted: string | null) =>
  (area: Area): boolean =>
    wanted === null || area.code === wanted || area.parent === wanted

interface Counting {
  readonly counts: readonly CountRow[]
  readonly files: readonly Covered[]
  readonly asked: EventsAsked
}
function countOf(area: Area, { counts, files, asked }: Counting): AreaCount {
  const isProvince = area.level === 'province'
  const own = counts.filter((one) => (isProvince ? one.province === area.code && one.territoire === null : one.territoire === area.code))
  return {
    ...{ area: area.code, name: area.name, kind: area.kind, level: isProvince ? 'province' : 'territoire' },
    ...{ events: sum(own, 'events'), deaths: sum(own, 'deaths'), isCovered: coversAll(files, countryOfArea(area.code), asked) },
  }
}
const lineOf = ({ key, mayBeShared, event }: { key: string; mayBeShared: boolean; event: ConflictEvent }): EventLine => ({
  ...event,
  ...{ key, mayBeShared, at: pointPrecisions.includes(event.precision) ? event.at : null },
})

/** The last day of which a source that the reader may see tells; `null` before the first import. */
export async function lastToldDay(tx: Tx, tenant: string, withUnshared: boolean): Promise<string | null> {
  const seen = (await listImports(tx, tenant)).filter((one) => withUnshared || one.mayBeShared)
  return seen.reduce<string | null>((last, { coversUntil }) => (last === null || coversUntil > last ? coversUntil : last), null)
}

/** Said where more events fit than were looked through. */
export async function cutOf(
  tx: Tx,
  tenant: string,
  { asked, listed }: { readonly asked: EventsAsked; readonly listed: number },
): Promise<Cut | null> {
  const total = (await countEvents(tx, tenant, asked)).reduce((all, one) => all + one.events, 0)
  return total > listed ? { listed, total } : null
}
