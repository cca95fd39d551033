/* Conflict sheets as they are read over HTTP, each tier its own; files by territoire; and what everybody may read. */
import { todayAt } from '../../../../kernel/calendar.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { looseRecord, maybe, numberInUrl, parse, record, text, whole } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { badInput, pageRoute, rawRoute, readRoute } from '../../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, anyone, can, canOneOf } from '../../../../platform/http/route.ts'
import { SiteId } from '../../../sites/contract.ts'
import { PublicConflict, RoundsAnswer, SheetAnswer, SheetsAnswer, VersionsDiff } from '../../contract-sheet-answers.ts'
import { ActorId, SheetId, WorkshopId } from '../../contract-ids.ts'
import { Interference, SheetState } from '../../contract-sheets.ts'
import { conflictPage } from '../../page/conflict-page.ts'
import type { SheetDoors } from './doors.ts'
import { readPublic } from './read-public.ts'
import { readRounds } from './read-rounds.ts'
import { readDiff, readSheet, readSheets, readZones } from './read-sheets.ts'
import { zonesCsv, zonesGeoJson } from './zone-files.ts'

const params = record({ conflictSheet: SheetId })
/** Who proposes reads back what is their own; what else an answer holds is cut by tier. */
const proposesOrReads = canOneOf('conflict.read', 'conflict.propose')

export const sheetReadRoutes = (doors: SheetDoors): readonly Route[] => [
  readRoute({
    path: '/api/conflict/sheets',
    summary:
      'The conflict map by tier: categories by territoire for committees, sheets for who is cleared, own proposals for their proposer',
    allow: proposesOrReads,
    query: record({
      ...{ province: maybe(text(12)), territoire: maybe(text(12)), state: maybe(SheetState), interference: maybe(Interference) },
      ...{ round: maybe(text(60)), actor: maybe(ActorId), site: maybe(SiteId), workshop: maybe(WorkshopId), text: maybe(text(120)) },
    }),
    answer: SheetsAnswer,
    read: async ({ tx, tenant, who, query, now }) =>
      accepted(await readSheets(tx, doors, { tenant, reader: who, on: todayAt(now), asked: query })),
  }),
  readRoute({
    path: '/api/conflict/sheets/:conflictSheet',
    summary: 'One conflict sheet with every version and who may do what next; of who is not cleared only their own versions',
    allow: proposesOrReads,
    params,
    answer: SheetAnswer,
    read: async ({ tx, tenant, who, params: { conflictSheet } }) => {
      const found = await readSheet(tx, doors, { tenant, reader: who, sheet: conflictSheet })
      return found ? accepted(found) : refused('unknown-conflict-sheet')
    },
  }),
  readRoute({
    path: '/api/conflict/sheets/:conflictSheet/diff',
    summary: 'What changed from one version of a sheet to another, facet by facet',
    allow: proposesOrReads,
    params,
    query: record({ before: numberInUrl().pipe(whole()), after: numberInUrl().pipe(whole()) }),
    answer: VersionsDiff,
    read: async ({ tx, tenant, who, params: { conflictSheet }, query }) => {
      const found = await readDiff(tx, doors, { tenant, reader: who, sheet: conflictSheet, ...query })
      return found ? accepted(found) : refused('unknown-conflict-sheet')
    },
  }),
  readRoute({
    path: '/api/conflict/rounds',
    summary:
      'Two rounds of the map beside each other: how many sites are new, gone, worse, better or not looked at again; site by site for who is cleared',
    allow: can('conflict.read'),
    query: record({ before: maybe(text(60)), after: maybe(text(60)), area: maybe(text(12)) }),
    answer: RoundsAnswer,
    read: async ({ tx, tenant, who, query }) => accepted(await readRounds(tx, doors, { tenant, reader: who, asked: query })),
  }),
  ...publicRoutes(doors),
  ...(['csv', 'geojson'] as const).map((form) => zoneFile(doors, form)),
]

const publicRoutes = (doors: SheetDoors): readonly Route[] => [
  readRoute({
    path: '/api/public/conflict',
    summary: 'The conflict map for everybody: published summaries by province, and where nobody has looked',
    allow: anyone,
    answer: PublicConflict,
    read: async ({ tx, tenant, now }) => accepted(await readPublic(tx, doors, { tenant, on: todayAt(now) })),
  }),
  pageRoute({
    path: '/conflict',
    summary: 'The conflict map for everybody as a page without script: summaries by province, with their day',
    query: looseRecord({ language: maybe(text(20)) }),
    page: async ({ tx, tenant, language, now }) => conflictPage(await readPublic(tx, doors, { tenant, on: todayAt(now) }), language),
  }),
]

const Asked = looseRecord({ province: maybe(text(12)), territoire: maybe(text(12)), round: maybe(text(60)) })
const TYPES = { csv: 'text/csv; charset=utf-8', geojson: 'application/geo+json; charset=utf-8' } as const
/** Conflict map summary (§10): what a committee may read, and nothing more, whoever asks. */
const zoneFile = (doors: SheetDoors, form: 'csv' | 'geojson'): Route =>
  rawRoute({
    method: 'GET',
    path: `/api/conflict/zones.${form}`,
    allow: can('conflict.read'),
    summary: `The conflict map by territoire as ${form === 'csv' ? 'CSV' : 'GeoJSON'}: categories and counts, "not looked at" apart from "none reported"`,
    answer: async ({ door, tenant, query, now }: Incoming): Promise<Reply> => {
      const asked = parse(Asked, query)
      if (!asked.ok) return badInput(asked.faults)
      const { province, territoire, round } = asked.value
      const body = await door.read(async (tx: Tx) => {
        const zones = await readZones(tx, doors, { tenant, asked: { province, territoire, round } })
        if (form === 'csv') return zonesCsv(zones)
        const outlines = new Map([
          ...(await doors.places.outlines(tx, 'province', tenant)),
          ...(await doors.places.outlines(tx, 'territoire', tenant)),
        ])
        return zonesGeoJson(zones, { outlines, on: todayAt(now) })
      })
      const headers = { 'content-disposition': `attachment; filename="conflict-zones.${form}"` }
      return { status: 200, body, contentType: TYPES[form], headers }
    },
  })
