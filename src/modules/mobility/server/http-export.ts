/* Group rows as a file, for who keeps points: headings, HXL tags, one line a group. Hours, vulnerable counts and places finer than a province stay here. */
import { csvLine } from '../../../kernel/csv.ts'
import { calendarDate, maybe, mustParse, parse, record } from '../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute } from '../../../platform/http/build-route.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import { FlowGroup } from '../contract.ts'
import { fileColumns, lineOfRow } from '../domain/flow-file.ts'
import { knownPoints } from './known-points.ts'
import { readingOf } from './stretch.ts'
import { listRowsAfter } from './store-rows.ts'

const Stretch = record({ from: maybe(calendarDate()), until: maybe(calendarDate()) })
const PIECE = 5_000
/** A file of this many lines is written in a few seconds; who needs more asks for fewer days at a time. */
const MOST = 200_000

export const exportRoute = (): Route =>
  rawRoute({
    ...{ method: 'GET', path: '/api/flows/rows', allow: can('mobility.keep'), schemas: { query: Stretch } },
    summary: 'Group rows of a stretch of days as CSV with a line of HXL tags; at most 200,000 lines',
    answer: async ({ query, door, who, tenant, now }) => {
      const asked = parse(Stretch, query)
      if (!asked.ok) return badInput(asked.faults)
      const reading = readingOf({ who, tenant, now, query: asked.value })
      if (!reading.ok) return outcomeReply(reading)
      const { from, until } = reading.value
      const lines = [csvLine(fileColumns.map(([name]) => name)), csvLine(fileColumns.map(([, tag]) => tag))]
      await door.read(async (tx) => {
        const points = new Map((await knownPoints(tx, tenant)).map(({ id, point }) => [id, point.opened]))
        let after: { readonly point: string; readonly day: string; readonly key: string } | null = null
        while (lines.length < MOST) {
          const rows = await listRowsAfter(tx, tenant, { from, until, after, most: PIECE })
          for (const { point, day, key, isMisfit, content } of rows) {
            const { code = '', name = '', area = '' } = points.get(point) ?? {}
            lines.push(csvLine(lineOfRow({ id: key, code, name, area, day, isMisfit, group: mustParse(FlowGroup, content) })))
          }
          after = rows.at(-1) ?? null
          if (rows.length < PIECE) break
        }
      })
      const headers = { 'content-disposition': `attachment; filename="flows-${from}-${until}.csv"` }
      return { status: 200, body: lines.join(''), contentType: 'text/csv; charset=utf-8', headers }
    },
  })
