/*
The monthly report of a trader: what the register says now, what was filed, the sheet for the provincial minister and the division, and the table. Only
the trader files; it and those who oversee the trade read.
*/
import { todayAt } from '../../../kernel/calendar.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { flagInUrl, listOf, looseRecord, maybe, mustParse, numberInUrl, parse, record } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute, readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import { OrganisationId, covers } from '../../people/contract.ts'
import { FileReport, type FiledReport, Month, MonthAnswer, MonthSummary, RegisterEntry } from '../contract.ts'
import { monthOf, monthSummary } from '../domain/trader-month.ts'
import {
  type ReportCommand,
  type ReportContext,
  type ReportEvent,
  type ReportStanding,
  reportDecider,
  reportKinds,
} from '../domain/trader-report.ts'
import { type CsvForm, figuresCsv, registerCsv } from '../page/register-csv.ts'
import { reportPage } from '../page/report-page.ts'
import { type OperatorDoors, briefOf, oversees, placesByArea } from './doors.ts'
import { type ReadMonth, filedIn, filedOf, hashOf, listMonths, readMonth, sameWords } from './months.ts'
import { listReports } from './store-cards.ts'

export const reportAggregate: Aggregate<ReportStanding, ReportCommand, ReportEvent, ReportContext> = {
  name: 'trader-report',
  decider: reportDecider,
  kinds: reportKinds,
}
const monthParams = record({ organisation: OrganisationId, month: Month })

/** The operator itself, and who oversees the trade in its territory. */
async function mayRead(
  tx: Tx,
  doors: OperatorDoors,
  { tenant, who, organisation }: { readonly tenant: string; readonly who: Who; readonly organisation: string },
): Promise<boolean> {
  if (who.organisation === organisation) return true
  if (!oversees(who)) return false
  const body = await briefOf(tx, doors, { tenant, organisation })
  return body !== null && covers(who.territory, (await placesByArea(tx, doors, tenant))(body.area))
}

export const monthRoutes = (doors: OperatorDoors): readonly Route[] => [
  readRoute({
    path: '/api/operators/:organisation/months',
    allow: can('operators.read'),
    summary: 'The months of a trader with their reports: filed, due, late by how many days',
    params: record({ organisation: OrganisationId }),
    query: record({ count: maybe(numberInUrl()) }),
    answer: record({ months: listOf(MonthSummary, 120) }),
    read: async ({ tx, tenant, who, params: { organisation }, query, now }) => {
      if (!(await mayRead(tx, doors, { tenant, who, organisation }))) return refused('unknown-operator')
      const count = Math.min(Math.max(Math.trunc(query.count ?? 13), 1), 120)
      return accepted({ months: [...(await listMonths(tx, { tenant, organisation, today: todayAt(now), count }))] })
    },
  }),
  readRoute({
    path: '/api/operators/:organisation/months/:month',
    allow: can('operators.read'),
    summary: 'One month: every transaction of the register, its figures now, and every version that was filed',
    params: monthParams,
    answer: MonthAnswer,
    read: async ({ tx, tenant, who, params: { organisation, month }, now }) => {
      if (!(await mayRead(tx, doors, { tenant, who, organisation }))) return refused('unknown-operator')
      const read = await readMonth(tx, doors, { tenant, organisation, month })
      if (read === null) return refused('unknown-operator')
      return accepted(await answerOf(tx, { tenant, organisation, month, today: todayAt(now), read }))
    },
  }),
  writeRoute({
    path: '/api/operators/:organisation/months/:month/filings',
    allow: can('operators.report'),
    summary: 'Files the report of a month: its figures are frozen; a later correction is a new version with a reason',
    params: monthParams,
    body: FileReport,
    write: ({ door, who, tenant, params: { organisation, month }, data, envelope }) =>
      door.execute({
        aggregate: reportAggregate,
        subject: organisation,
        command: { type: 'file', month, ...data },
        envelope,
        who,
        context: async (tx, _state, { today }) => {
          const read = await readMonth(tx, doors, { tenant, organisation, month })
          if (read === null) throw new Error('an organisation that files is not known')
          return { today, own: who.organisation === organisation, figures: read.figures, hash: read.hash }
        },
      }),
  }),
  ...sheets(doors),
]

const sheets = (doors: OperatorDoors): readonly Route[] => [
  rawRoute({
    method: 'GET',
    path: '/operators/:organisation/months/:month/figures.csv',
    allow: can('operators.read'),
    summary: 'The balance of a month per mineral as CSV, from opening to closing stock; `?excel=true` with semicolons',
    schemas: { params: monthParams },
    answer: (incoming) =>
      withMonth(doors, incoming, (read) => csvReply(incoming, `stock-${read.figures.month}`, (form) => figuresCsv(read.figures, form))),
  }),
  rawRoute({
    method: 'GET',
    path: '/operators/:organisation/months/:month/print',
    allow: can('operators.read'),
    summary: 'The monthly report as an A4 sheet; `?version=` of a filed one, without it the newest filed or a draft',
    schemas: { params: monthParams },
    answer: (incoming) =>
      withMonth(doors, incoming, (read, filed) => {
        const wanted = parse(looseRecord({ version: maybe(numberInUrl()) }), incoming.query)
        const version = wanted.ok ? wanted.value.version : undefined
        const chosen = version === undefined ? (filed.at(-1) ?? null) : (filed.find((one) => one.version === version) ?? null)
        const page = reportPage({ figures: chosen?.figures ?? read.figures, filed: chosen }, incoming.language)
        return { status: 200, body: page.html, contentType: 'text/html; charset=utf-8' }
      }),
  }),
  rawRoute({
    method: 'GET',
    path: '/operators/:organisation/months/:month/register.csv',
    allow: can('operators.read'),
    summary: 'Every transaction of a month as CSV; `?excel=true` with semicolons',
    schemas: { params: monthParams },
    answer: (incoming) =>
      withMonth(doors, incoming, (read) => csvReply(incoming, `register-${read.figures.month}`, (form) => registerCsv(read.entries, form))),
  }),
]

function csvReply({ query, language }: Incoming, name: string, body: (form: CsvForm) => string): Reply {
  const asked = parse(looseRecord({ excel: maybe(flagInUrl()) }), query)
  return {
    status: 200,
    body: body({ language, excel: asked.ok && asked.value.excel === true }),
    contentType: 'text/csv; charset=utf-8',
    headers: { 'content-disposition': `attachment; filename="${name}.csv"` },
  }
}

async function withMonth(
  doors: OperatorDoors,
  { params, tenant, who, door }: Incoming,
  answer: (read: ReadMonth, filed: readonly FiledReport[]) => Reply,
): Promise<Reply> {
  const asked = parse(monthParams, params)
  if (!asked.ok) return badInput(asked.faults)
  const { organisation, month } = asked.value
  const found = await door.read(async (tx) => {
    if (!(await mayRead(tx, doors, { tenant, who, organisation }))) return null
    const read = await readMonth(tx, doors, { tenant, organisation, month })
    const rows = (await listReports(tx, tenant, organisation)).filter((row) => row.month === month)
    return read === null ? null : { read, filed: rows.map(filedOf) }
  })
  return found === null ? { ...outcomeReply(refused('unknown-operator')), status: 404 } : answer(found.read, found.filed)
}

async function answerOf(
  tx: Tx,
  asked: {
    readonly tenant: string
    readonly organisation: string
    readonly month: string
    readonly today: string
    readonly read: ReadMonth
  },
) {
  const { tenant, organisation, month, today, read } = asked
  const rows = await listReports(tx, tenant, organisation)
  const filed = rows.filter((row) => row.month === month).map(filedOf)
  const newest = filed.at(-1)
  return {
    summary: monthSummary(month, today, filedIn(rows, month)),
    now: read.figures,
    filed,
    differs: newest !== undefined && newest.hash !== hashOf(sameWords(read.figures, newest.figures)) && month <= monthOf(today),
    entries: read.entries.slice(0, 5_000).map(({ assay: _assay, ...entry }) => mustParse(RegisterEntry, entry)),
  }
}
