/* Statistics of trade: typed or brought as a table, listed, taken away. Every line keeps the source that its bringer named. */
import { accepted, refused } from '../../../kernel/outcome.ts'
import { exactly, looseRecord, parse, record, text } from '../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute, readRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, can } from '../../../platform/http/route.ts'
import { StatisticsAnswer, StatisticsId, StatisticsRead, TypeStatistics } from '../contract.ts'
import type { ReportHouse } from './house.ts'
import { readStatistics } from './read-statistics.ts'
import { type StatisticLine, deleteBatch, insertBatch, listBatches } from './store-statistics.ts'

const allow = can('reports.write')
const params = record({ statistics: StatisticsId })
/** The identifier comes from the sender, so that sending a file twice keeps it once. */
const FileQuery = looseRecord({ id: StatisticsId, source: text(400) })

export const statisticsRoutes = (house: ReportHouse): readonly Route[] => [
  readRoute({
    path: '/api/trade-statistics',
    allow,
    summary: 'Statistics of trade that somebody brought, newest first, with their source',
    answer: StatisticsAnswer,
    read: async ({ tx, tenant }) =>
      accepted({ batches: (await listBatches(tx, tenant)).map((row) => ({ ...row, reporters: [...row.reporters] })).flatMap(batchOf) }),
  }),
  rawRoute({
    method: 'POST',
    path: '/api/trade-statistics',
    allow,
    summary: 'Statistics of trade as somebody typed them, with their source',
    schemas: { body: TypeStatistics, answer: StatisticsRead },
    answer: async (incoming) => {
      const given = parse(TypeStatistics, incoming.body)
      if (!given.ok) return badInput(given.faults)
      const { id, source, rows } = given.value
      return rows.length === 0
        ? outcomeReply(refused('statistics-empty'))
        : keep(house, incoming, { id, source, rows, read: { rows: rows.length, faults: [], faultCount: 0 } })
    },
  }),
  rawRoute({
    method: 'POST',
    path: '/api/trade-statistics/files',
    allow,
    takesBytes: 5_000_000,
    summary:
      'A table of statistics (CSV): reporter, partner, year or month, HS code, kilograms, value; `?id=&source=`; unreadable lines are named and left out',
    schemas: { answer: StatisticsRead },
    answer: async (incoming) => {
      const asked = parse(FileQuery, incoming.query)
      if (!asked.ok) return badInput(asked.faults)
      const made = readStatistics(incoming.body instanceof Uint8Array ? incoming.body : new Uint8Array())
      if (!made.ok) return outcomeReply(made)
      const { rows, read } = made.value
      return rows.length === 0 ? outcomeReply(refused('statistics-empty')) : keep(house, incoming, { ...asked.value, rows, read })
    },
  }),
  rawRoute({
    method: 'DELETE',
    path: '/api/trade-statistics/:statistics',
    allow,
    summary: 'Takes statistics away that were brought by mistake; released reports keep what they printed',
    schemas: { params, answer: record({ gone: exactly(true) }) },
    answer: async ({ params: given, tenant, who }) => {
      const named = parse(params, given)
      if (!named.ok) return badInput(named.faults)
      const { statistics } = named.value
      // Who brought them takes them away, or who oversees the reports of the whole country.
      const oversees = who.capabilities.has('reports.read') && who.territory === 'everywhere'
      const of = oversees ? 'everybody' : who.organisation
      const gone = await house.database.transaction((tx) => deleteBatch(tx, tenant, statistics, of))
      return outcomeReply(gone === 'gone' ? accepted({ gone: true }) : refused(gone))
    },
  }),
]

const batchOf = (row: Awaited<ReturnType<typeof listBatches>>[number]) => {
  const id = parse(StatisticsId, row.id)
  return id.ok ? [{ ...row, id: id.value, reporters: [...row.reporters] }] : []
}

async function keep(
  house: ReportHouse,
  { tenant, who, now }: Incoming,
  given: { readonly id: string; readonly source: string; readonly rows: readonly StatisticLine[]; readonly read: StatisticsRead },
): Promise<Reply> {
  const { id, source, rows, read } = given
  await house.database.transaction((tx) =>
    insertBatch(tx, tenant, { id, source, rows, account: who.account, organisation: who.organisation, at: now }),
  )
  return outcomeReply(accepted(read))
}
