/* Group rows as a file, for who keeps points: headings, HXL tags, one line a group. Hours, vulnerable counts and places finer than a province stay here, and a file is whole or is none. */
import { csvLine } from '../../../kernel/csv.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { calendarDate, maybe, mustParse, parse, record } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute } from '../../../platform/http/build-route.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import { FlowGroup } from '../contract.ts'
import { fileColumns, lineOfRow } from '../domain/flow-file.ts'
import { flowRules } from '../domain/flow-rules.ts'
import { knownPoints } from './known-points.ts'
import { readingOf } from './stretch.ts'
import { countRows, listRowsAfter } from './store-rows.ts'

const Stretch = record({ from: maybe(calendarDate()), until: maybe(calendarDate()) })
const PIECE = 5_000

export const exportRoute = (): Route =>
  rawRoute({
    ...{ method: 'GET', path: '/api/flows/rows', allow: can('mobility.keep'), schemas: { query: Stretch } },
    summary: 'Group rows of a stretch of days as CSV with a line of HXL tags; more than 200,000 lines are refused, never cut off',
    answer: async ({ query, door, who, tenant, now }) => {
      const asked = parse(Stretch, query)
      if (!asked.ok) return badInput(asked.faults)
      const reading = readingOf({ who, tenant, now, query: asked.value })
      if (!reading.ok) return outcomeReply(reading)
      const { from, until } = reading.value
      const file = await door.read((tx) => rowsFile(tx, tenant, { from, until, most: flowRules.mostRows }))
      if (!file.ok) return outcomeReply(file)
      const headers = { 'content-disposition': `attachment; filename="flows-${from}-${until}.csv"` }
      return { status: 200, body: file.value, contentType: 'text/csv; charset=utf-8', headers }
    },
  })

/** Refusal: `flow-rows-too-many`. A file without its last lines would look like a stretch in which fewer passed. */
export async function rowsFile(
  tx: Tx,
  tenant: string,
  { from, until, most }: { readonly from: string; readonly until: string; readonly most: number },
): Promise<Outcome<string>> {
  if ((await countRows(tx, tenant, { from, until, most: most + 1 })) > most) return refused('flow-rows-too-many', { most })
  const lines = [csvLine(fileColumns.map(([name]) => name)), csvLine(fileColumns.map(([, tag]) => tag))]
  const points = new Map((await knownPoints(tx, tenant)).map(({ id, point }) => [id, point.opened]))
  let after: { readonly point: string; readonly day: string; readonly key: string } | null = null
  for (;;) {
    const rows = await listRowsAfter(tx, tenant, { from, until, after, most: PIECE })
    for (const { point, day, key, isMisfit, content } of rows) {
      const { code = '', name = '', area = '' } = points.get(point) ?? {}
      lines.push(csvLine(lineOfRow({ id: key, code, name, area, day, isMisfit, group: mustParse(FlowGroup, content) })))
    }
    after = rows.at(-1) ?? null
    if (rows.length < PIECE) return accepted(lines.join(''))
  }
}
