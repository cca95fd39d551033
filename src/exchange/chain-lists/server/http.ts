/*
Imports of lists of the chain over HTTP: send the file, say what its columns mean, try it, run it, stop it, undo it, fetch its report. The work goes
on in the server whoever looks; the answer says how far it is.
*/
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { asId, id, mustParse, orNull, parse, record } from '../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute, readRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { ChainSettings, ImportAnswer, ImportList, ReadFile, RowsAnswer, RowsQuery, StateAnswer, UndoAsked } from '../chain-words.ts'
import type { ChainHouse } from './house.ts'
import type { Jobs } from './jobs.ts'
import { reportCsv } from './report.ts'
import { type ImportRow, askToStop, countBy, findImport, listImports, listRows, setState, sumBySiteAndMonth } from './store.ts'
import { takeIn } from './take-in.ts'

const MOST_BYTES = 150_000_000
const PAGE = 100
const allow = can('imports.manage')
const params = record({ import: id('chain-import') })

export const chainRoutes = (house: ChainHouse, jobs: Jobs): readonly Route[] => [...readRoutes(house), ...actRoutes(house, jobs)]

function readRoutes(house: ChainHouse): readonly Route[] {
  return [
    readRoute({
      path: '/api/imports/chain',
      allow,
      summary: 'Imports of lists of the chain (log sheets, traders’ sheets, tags), newest first',
      answer: ImportList,
      read: async ({ tx, tenant }) => accepted({ imports: (await listImports(tx, tenant)).map(briefOf) }),
    }),
    readRoute({
      path: '/api/imports/chain/:import',
      allow,
      summary: 'One import: what its file holds, how far it is, what its rows say and became, sums by site and month',
      params,
      answer: ImportAnswer,
      read: async ({ tx, tenant, params: asked }) => {
        const row = await findImport(tx, tenant, asked.import)
        return row ? accepted(await answerOf(tx, house, row)) : refused('no-such-import')
      },
    }),
    readRoute({
      path: '/api/imports/chain/:import/rows',
      allow,
      summary: 'Rows of an import with their verdicts and what became of them, 100 a page',
      params,
      query: RowsQuery,
      answer: RowsAnswer,
      read: async ({ tx, tenant, params: asked, query }) => {
        const after = Number(query.after ?? 0) || 0
        const rows = await listRows(tx, tenant, {
          id: asked.import,
          after,
          limit: PAGE + 1,
          verdict: query.verdict,
          outcome: query.outcome,
        })
        const shown = rows.slice(0, PAGE)
        return accepted(
          mustParse(RowsAnswer, {
            rows: shown.map(({ content: _content, ...row }) => row),
            next: rows.length > PAGE ? (shown.at(-1)?.line ?? null) : null,
          }),
        )
      },
    }),
    rawRoute({
      method: 'GET',
      path: '/api/imports/chain/:import/report',
      allow,
      summary: 'The report of an import as a table (CSV): every row with its verdict, the reason, and what became of it',
      schemas: { params },
      answer: async ({ params: given, tenant, language }) => {
        const named = parse(params, given)
        if (!named.ok) return badInput(named.faults)
        const row = await house.database.read((tx) => findImport(tx, tenant, named.value.import))
        if (!row) return outcomeReply(refused('no-such-import'))
        const body = await reportCsv(house, row, language)
        return {
          status: 200,
          body,
          contentType: 'text/csv; charset=utf-8',
          headers: { 'content-disposition': `attachment; filename="import-${row.id}.csv"` },
        }
      },
    }),
  ]
}

interface Act {
  readonly thing: string
  readonly summary: string
  readonly body?: typeof ChainSettings | typeof UndoAsked
  readonly begin: (row: ImportRow, incoming: Incoming) => Promise<Outcome<string>>
}
/** A new thing beside an import: what it is, and how it begins. */
function actRoute(house: ChainHouse, { thing, summary, body, begin }: Act): Route {
  return rawRoute({
    method: 'POST',
    path: `/api/imports/chain/:import/${thing}`,
    allow,
    summary,
    schemas: { params, ...(body ? { body } : {}), answer: StateAnswer },
    answer: async (incoming) => {
      const named = parse(params, incoming.params)
      if (!named.ok) return badInput(named.faults)
      const checked = body ? parse(body, incoming.body) : null
      if (checked && !checked.ok) return badInput(checked.faults)
      const row = await house.database.read((tx) => findImport(tx, incoming.tenant, named.value.import))
      if (!row) return outcomeReply(refused('no-such-import'))
      const begun = await begin(row, incoming)
      if (!begun.ok) return outcomeReply(begun)
      return outcomeReply(accepted({ id: row.id, state: begun.value }))
    },
  })
}

function actRoutes(house: ChainHouse, jobs: Jobs): readonly Route[] {
  const act = (thing: string, more: Omit<Act, 'thing'>): Route => actRoute(house, { thing, ...more })
  const to = async (row: ImportRow, who: Who, next: Parameters<typeof setState>[3]): Promise<Outcome<string>> => {
    await house.database.transaction((tx) => setState(tx, house.tenant, row.id, { stopAsked: false, ...next }))
    jobs.wake(row.id, who)
    return accepted(next.state)
  }
  return [
    rawRoute({
      method: 'POST',
      path: '/api/imports/chain',
      allow,
      takesBytes: MOST_BYTES,
      summary:
        'Sends a list of the chain (CSV or XLSX, at most 150 MB): what it holds and what its columns probably mean; writes nothing to the register',
      schemas: { answer: ImportAnswer },
      answer: async (incoming) => outcomeReply(await sent(house, incoming)),
    }),
    act('trials', {
      summary: 'Dry run: reads every row by the columns as said and compares it with the register; writes nothing to it',
      body: ChainSettings,
      begin: async (row, { who, body }) => {
        if (!['sent', 'tried'].includes(row.state) || row.doneLine > 0) return refused('import-not-now', { state: row.state })
        return to(row, who, { state: 'trying', settings: mustParse(ChainSettings, body), rowsRead: 0 })
      },
    }),
    act('runs', {
      summary: 'Runs an import as it was tried, or goes on where it was stopped',
      begin: async (row, { who }) => {
        if (row.state !== 'tried') return refused('import-not-now', { state: row.state })
        return who.capabilities.has('custody.oversee') ? to(row, who, { state: 'running' }) : refused('import-needs-a-watcher')
      },
    }),
    act('undoings', {
      summary: 'Takes back what an import made, with a reason; what was drawn from since stays, and says so',
      body: UndoAsked,
      begin: async (row, { who, body }) => {
        if (row.state !== 'done' && !(row.state === 'tried' && row.doneLine > 0)) return refused('import-not-now', { state: row.state })
        if (row.kind === 'tag-batches') return refused('import-of-tags-stays')
        if (!who.capabilities.has('custody.oversee')) return refused('import-needs-a-watcher')
        return to(row, who, { state: 'undoing', doneLine: 0, reason: mustParse(UndoAsked, body).reason })
      },
    }),
    act('stops', {
      summary: 'Asks a dry run, a run or an undo to stop after the piece that it is at',
      begin: async (row) => {
        await house.database.transaction((tx) => askToStop(tx, house.tenant, row.id))
        return accepted(row.state)
      },
    }),
  ]
}

/** The name of the file stays with its sender: names of people stand in names of files. */
async function sent(house: ChainHouse, { body, who, tenant }: Incoming): Promise<Outcome<ImportAnswer>> {
  const bytes = body instanceof Uint8Array ? body : new Uint8Array()
  const taken = await takeIn(house, bytes, {
    fileName: 'liste',
    account: who.account,
    organisation: who.organisation,
    territory: who.territory,
  })
  if (!taken.ok) return taken
  return house.database.read(async (tx) => {
    const row = await findImport(tx, tenant, taken.value)
    return row ? accepted(await answerOf(tx, house, row)) : refused('no-such-import')
  })
}

const briefOf = ({ id: of, fileName, kind, state, createdAt, rowsRead }: ImportRow) =>
  mustParse(ImportList.shape.imports.element, { id: of, fileName, kind, state, createdAt, rowsRead })

export async function answerOf(tx: Tx, { tenant, sites }: ChainHouse, row: ImportRow): Promise<ImportAnswer> {
  const counts = await countBy(tx, tenant, row.id)
  const sums = await sumBySiteAndMonth(tx, tenant, row.id)
  const ids = [...new Set(sums.flatMap(({ site }) => (site === null ? [] : [asId('site', site)])))]
  const names = new Map((await sites.briefs(tx, ids, tenant)).map((brief) => [String(brief.id), brief.name]))
  const add = (into: { [name: string]: number }, name: string | null, rows: number): void => {
    if (name !== null) into[name] = (into[name] ?? 0) + rows
  }
  const [verdicts, outcomes, problems]: [
    { [name: string]: number },
    { [name: string]: number },
    Map<string, { problem: string; verdict: string; rows: number }>,
  ] = [{}, {}, new Map()]
  for (const { verdict, outcome, problem, rows } of counts) {
    add(verdicts, verdict, rows)
    add(outcomes, outcome, rows)
    if (problem === null) continue
    const key = `${verdict} ${problem}`
    problems.set(key, { problem, verdict, rows: (problems.get(key)?.rows ?? 0) + rows })
  }
  const { id: of, fileName, kind, state, createdAt, finishedAt, bytes, rowsRead, settings, found, reason, fault } = row
  return mustParse(ImportAnswer, {
    ...{
      id: of,
      fileName,
      kind,
      state,
      createdAt,
      finishedAt,
      bytes,
      rowsRead,
      settings,
      reason,
      fault: fault ?? null,
      verdicts,
      outcomes,
    },
    found: mustParse(orNull(ReadFile), found),
    doneRows: Object.values(outcomes).reduce((sum, rows) => sum + rows, 0),
    problems: [...problems.values()],
    totals: sums.map((sum) => ({ ...sum, siteName: sum.site === null ? null : (names.get(sum.site) ?? null) })),
  })
}
