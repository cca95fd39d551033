/*
A directory is born in a spreadsheet. The same file is tried as often as one likes and changes nothing; written, it adds what is new, all of it or
none, and what stands already is left as it is. Rows with a fault are named and stay out.
*/
import { randomBytes } from 'node:crypto'
import { todayAt } from '../../../../kernel/calendar.ts'
import { uuidV7 } from '../../../../kernel/ids.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { asId, flagInUrl, maybe, mustParse, parse, record } from '../../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute } from '../../../../platform/http/build-route.ts'
import { type Incoming, type Route, can } from '../../../../platform/http/route.ts'
import type { Receipt } from '../../../../platform/log/receipt.ts'
import { ImportAnswer, type ImportRow, ServicePointFacts } from '../../contract-directory.ts'
import { type ReadDirectory, type ReadPoint, readDirectory } from '../../domain/directory/directory-rows.ts'
import type { DirectoryDoors } from './doors.ts'
import { pointFacts, servicePointAggregate } from './http-service-points.ts'
import { openSheet } from './open-sheet.ts'
import { listPoints } from './store-directory.ts'

const query = record({ write: maybe(flagInUrl()) })
/** One transaction: other writers wait for it. */
const MOST_AT_ONCE = 500

export const listRoutes = (doors: DirectoryDoors): readonly Route[] => [
  rawRoute({
    method: 'POST',
    path: '/api/service-point-lists',
    allow: can('cases.directory'),
    summary: 'A CSV or XLSX file of service points: tried row by row; with `write=true` what is new is listed, all or none',
    takesBytes: 1_000_000,
    schemas: { query, answer: ImportAnswer },
    answer: async (incoming) => {
      const asked = parse(query, incoming.query ?? {})
      if (!asked.ok) return badInput(asked.faults)
      const sheet = incoming.body instanceof Uint8Array ? await openSheet(incoming.body) : refused('directory-list-empty')
      if (!sheet.ok) return outcomeReply(sheet)
      const read = readDirectory(sheet.value, await worldOf(doors, incoming))
      if (read.missingColumns.length > 0)
        return outcomeReply(refused('directory-list-columns-missing', { columns: read.missingColumns.join(', ') }))
      const fresh = read.rows.filter((one) => one.facts !== null && one.same === null)
      if (asked.value.write !== true || fresh.length === 0) return outcomeReply(accepted(answerOf(read, 0)))
      if (fresh.length > MOST_AT_ONCE) return outcomeReply(refused('directory-list-too-long', { most: MOST_AT_ONCE }))
      const wrote = await write(doors, incoming, fresh)
      return outcomeReply(wrote.ok ? accepted(answerOf(read, fresh.length)) : wrote)
    },
  }),
]

const worldOf = (doors: DirectoryDoors, { door, tenant, now }: Incoming) =>
  door.read(async (tx) => ({
    areas: await doors.places.listAreas(tx, 'territoire', tenant),
    organisations: await doors.people.listOrganisations(tx, undefined, tenant),
    points: (await listPoints(tx, tenant)).map((row) => mustParse(ServicePointFacts, row.facts)),
    today: todayAt(now),
  }))
function write(doors: DirectoryDoors, { door, tenant, who, now }: Incoming, fresh: readonly ReadPoint[]): Promise<Outcome<Receipt>> {
  const commands = fresh.map(() => asId('command', uuidV7(Date.parse(now), randomBytes(10))))
  return door.together({ who, commands }, async (inside) => {
    let last: Outcome<Receipt> = refused('directory-list-empty')
    for (const [at, { facts, verifiedOn, row }] of fresh.entries()) {
      const id = commands[at]
      if (id === undefined || facts === null) continue
      last = await inside.execute({
        ...{ aggregate: servicePointAggregate, subject: id, envelope: { id }, who, command: { type: 'list' as const, facts, verifiedOn } },
        context: (tx, _state, { today }) => pointFacts(tx, doors, { tenant, who, today, facts }),
      })
      if (!last.ok) return refused(last.refusal.code, { ...last.refusal.facts, row })
    }
    return last
  })
}
const answerOf = ({ rows, unknownColumns }: ReadDirectory, added: number): ImportAnswer => ({
  ...{ wrote: added > 0, added, unknownColumns: unknownColumns.slice(0, 300) },
  rows: rows.map(({ row, name, problems, facts, same }): ImportRow => ({
    ...{ row, name, problems: [...problems], same },
    verdict: facts === null ? 'error' : same === null ? 'new' : 'double',
  })),
})
