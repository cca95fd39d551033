/* The register of foreign workers over HTTP: sheets are taken from who keeps points, and what is read is told by the rules of small numbers; no sheet comes back as it was typed. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { mustParse } from '../../../kernel/schema.ts'
import { todayIn, zoneOfPlace } from '../../../kernel/zones.ts'
import { readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Door, type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import type { CommandEnvelope } from '../../../platform/log/receipt.ts'
import { covers } from '../../people/contract.ts'
import * as words from '../contract-workers.ts'
import { flowRules } from '../domain/flow-rules.ts'
import {
  type SheetCommand,
  type SheetContext,
  type SheetEvent,
  type SheetState,
  isQuarter,
  sheetDecider,
  sheetKinds,
} from '../domain/workers.ts'
import { gathered, sheetTold } from '../domain/workers-told.ts'
import { type MobilityDoors, placeOf } from './known-points.ts'
import { listLines, listLinesOfSheet, listSheets, replaceLines } from './store-workers.ts'

export const sheetAggregate: Aggregate<SheetState, SheetCommand, SheetEvent, SheetContext> = {
  ...{ name: 'workers-sheet', decider: sheetDecider, kinds: sheetKinds },
}
interface Key {
  readonly area: string
  readonly quarter: string
  readonly source: string
}
/** Area, quarter and source are one stream: a later sheet takes the place of the former. */
const idOf = (tenant: string, { area, quarter, source }: Key): string =>
  uuidV7(0, createHash('sha256').update(`workers-sheet ${tenant} ${area} ${quarter} ${source}`).digest())

interface Sent {
  readonly door: Pick<Door, 'execute'>
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
}
function run(doors: MobilityDoors, { door, who, tenant, envelope }: Sent, { key, command }: { key: Key; command: SheetCommand }) {
  const id = idOf(tenant, key)
  return door.execute({
    ...{ aggregate: sheetAggregate, subject: id, command, envelope, who },
    context: async (tx, _, { now }) => {
      const there = gathered((await listLinesOfSheet(tx, tenant, id)).map((line) => mustParse(words.KeptLine, line)))
      const place = await placeOf(tx, doors, { tenant, area: key.area })
      return {
        ...{ now, today: todayIn(zoneOfPlace(key.area), now), organisation: who.organisation, isAreaKnown: place !== null },
        isNear: covers(who.territory, place ?? { province: null, territoire: null }),
        isSame: command.type === 'record' && canonicalJson(there) === canonicalJson(command.sheet.lines),
      }
    },
    beside: (tx) =>
      replaceLines(tx, tenant, {
        sheet: id,
        ...(command.type === 'record' ? { revision: command.revision, lines: command.sheet.lines } : { revision: '', lines: [] }),
      }),
  })
}

export const workersRoutes = (doors: MobilityDoors): readonly Route[] => [
  readRoute({
    ...{ path: '/api/foreign-workers', allow: can('mobility.read'), query: words.WorkersQuestion, answer: words.WorkersTable },
    summary:
      'Numbers of foreign workers by aimag or soum, of one quarter and one source: rounded down, nothing below five, sources never added up',
    read: async ({ tx, tenant, who, query }) => {
      if (query.quarter !== undefined && !isQuarter(query.quarter)) return refused('workers-quarter-not-begun')
      const sheets = await listSheets(tx, tenant)
      const choices = [...new Map(sheets.map(({ quarter, source }) => [`${quarter} ${source}`, { quarter, source }])).values()]
      // Without being asked: of the newest quarter the source that says most areas.
      const areasOf = (one: (typeof choices)[number]): number =>
        sheets.filter(({ quarter, source }) => quarter === one.quarter && source === one.source).length
      const byWeight = choices.toSorted((a, b) => (a.quarter === b.quarter ? areasOf(b) - areasOf(a) : a.quarter < b.quarter ? 1 : -1))
      const asked = byWeight.find((one) => (query.quarter ?? one.quarter) === one.quarter && (query.source ?? one.source) === one.source)
      const areas = [...(await doors.places.listAreas(tx, 'province', tenant)), ...(await doors.places.listAreas(tx, 'territoire', tenant))]
      const known = new Map(areas.map((area) => [area.code, area]))
      const nameOf = (code: string): string => known.get(code)?.name ?? code
      const lines = asked ? await listLines(tx, tenant, asked) : []
      const rows = sheets
        .filter((one) => one.quarter === asked?.quarter && one.source === asked.source)
        .map(({ id, area, at }) => {
          const parent = known.get(area)?.parent
          const own = lines.filter(({ sheet }) => sheet === id).map(({ line }) => mustParse(words.KeptLine, line))
          return { area, areaName: nameOf(area), parentName: parent === undefined ? null : nameOf(parent), at, ...sheetTold(own) }
        })
      const { least, floorTo } = flowRules
      return accepted({
        ...{ choices, quarter: asked?.quarter ?? null, source: asked?.source ?? null, rows },
        ...{ keeps: who.capabilities.has('mobility.keep'), rules: { least, floorTo } },
      })
    },
  }),
  writeRoute({
    ...{ path: '/api/foreign-workers', allow: can('mobility.keep'), body: words.WorkersSheet },
    summary: 'What one source states for one area and one quarter, in numbers; takes the place of its former sheet',
    write: (sent) => {
      const sheet = { ...sent.data, lines: [...gathered(sent.data.lines)] }
      return run(doors, sent, { key: sheet, command: { type: 'record', sheet, revision: sent.envelope.id } })
    },
  }),
  writeRoute({
    ...{ path: '/api/foreign-workers/withdrawals', allow: can('mobility.keep'), body: words.WithdrawSheet },
    summary: 'Takes a sheet back with its reason; its lines are removed',
    write: (sent) => run(doors, sent, { key: sent.data, command: { type: 'withdraw', reason: sent.data.reason } }),
  }),
]
