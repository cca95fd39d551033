/*
Releasing a report, and what was released: page, print, workbook, JSON, all from the frozen text. What was released as public is open to strangers;
the rest to who may see it. A report that was never released prints as a draft, to its author alone.
*/
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { asId, mustParse, parse, record, text } from '../../../kernel/schema.ts'
import { refused } from '../../../kernel/outcome.ts'
import { badInput, outcomeReply, pageRoute, rawRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, anyone, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import { ReleaseReport, ReportDocument, ReportKind } from '../contract.ts'
import {
  type ReleaseCommand,
  type ReleaseContext,
  type ReleaseEvent,
  type ReleaseStanding,
  releaseDecider,
  releaseKinds,
  reportNumber,
} from '../domain/release.ts'
import { reportPage } from '../page/report-page.ts'
import { releasedListPage } from '../page/released-list-page.ts'
import { reportWorkbook } from '../page/report-workbook.ts'
import { contentText, documentOf } from './document.ts'
import type { ReportHouse } from './house.ts'
import { reportParams } from './http-drafts.ts'
import { bodyOf, mayRelease, maySee, mayWrite } from './sight.ts'
import * as store from './store.ts'

export const releaseAggregate: Aggregate<ReleaseStanding, ReleaseCommand, ReleaseEvent, ReleaseContext> = {
  name: 'report',
  decider: releaseDecider,
  kinds: releaseKinds,
}
const numberParams = record({ number: text(40) })
const hashOf = (of: string): string => createHash('sha256').update(of).digest('hex')

export const releaseRoutes = (house: ReportHouse): readonly Route[] => [
  releaseRoute(house),
  draftPrintRoute(house),
  pageRoute({
    path: '/reports/released/:number',
    summary: 'A report that was released as public: its text, its number and its hash; open to strangers',
    params: numberParams,
    page: async ({ tx, tenant, params, language }) => {
      const row = await store.findReleased(tx, tenant, params.number)
      const content = row?.isPublic === true ? await store.findContent(tx, tenant, row.sha256) : null
      if (row === null || content === null) return null
      const later = (await store.listReleased(tx, tenant, [row.report])).find(({ supersedes }) => supersedes === row.number)
      return reportPage(
        {
          ...{ document: mustParse(ReportDocument, JSON.parse(content)), sha256: row.sha256, supersededBy: later?.number ?? null },
          links: row.number,
        },
        language,
      )
    },
  }),
  pageRoute({
    path: '/reports/released',
    summary: 'Every report that was released as public, newest first, with its files and its place in the ledger; open to strangers',
    page: async ({ tx, tenant, language }) => {
      const rows = await store.listPublic(tx, tenant)
      const ids = [...new Set(rows.map((row) => asId('organisation', row.organisation)))]
      const names = new Map((await house.people.organisations(tx, ids, tenant)).map((one) => [String(one.id), one.name]))
      return releasedListPage(
        rows.map((row) => ({ ...row, author: names.get(row.organisation) ?? '–' })),
        language,
      )
    },
  }),
  releasedRoute(house, 'print', ({ document, sha256, supersededBy }, { language }) => ({
    ...{
      status: 200,
      body: reportPage({ document, sha256, supersededBy, links: null }, language).html,
      contentType: 'text/html; charset=utf-8',
    },
  })),
  releasedRoute(house, 'json', ({ content, number }) =>
    file(Buffer.from(content, 'utf8'), { name: `${number}.json`, type: 'application/json; charset=utf-8' }),
  ),
  releasedRoute(house, 'xlsx', ({ document, sha256, number }, { language }) =>
    file(Buffer.from(reportWorkbook({ document, sha256 }, language)), { name: `${number}.xlsx`, type: XLSX }),
  ),
]
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const file = (body: Buffer, { name, type }: { readonly name: string; readonly type: string }): Reply => ({
  ...{ status: 200, body, contentType: type },
  headers: { 'content-disposition': `attachment; filename="${name.replaceAll(/[^\w.-]/g, '')}"`, 'x-content-type-options': 'nosniff' },
})

/** The document is made before the log is asked: no other writer waits for the figures. */
const releaseRoute = (house: ReportHouse): Route =>
  writeRoute({
    path: '/api/reports/:report/releases',
    allow: can('reports.release'),
    summary: 'Freezes a report: number, hash, never changed again; a later version supersedes it with a reason',
    params: reportParams,
    body: ReleaseReport,
    write: async ({ door, who, tenant, params: { report }, data, envelope, now }) => {
      const draft = await door.read((tx) => store.findDraft(tx, tenant, report))
      if (draft === null) return refused('unknown-report')
      const own = mayRelease(who, draft.organisation)
      if (!own) return refused('report-not-yours')
      const texts = await door.read((tx) => store.listTexts(tx, tenant, report))
      const made = await documentOf(house, { who, now, draft, texts })
      return door.execute({
        ...{ aggregate: releaseAggregate, subject: report, command: data, envelope, who },
        context: async (tx, state, { today }): Promise<ReleaseContext> => {
          const year = state.number === null ? Number(today.slice(0, 4)) : state.year
          const sequence = state.number === null ? await store.nextSequence(tx, tenant, year) : state.sequence
          const version = state.version + 1
          const number = reportNumber({ year, sequence, version }, state.number)
          const content = canonicalJson({ ...made, number, version, supersedes: state.number, madeOn: today })
          const sha256 = hashOf(content)
          await store.keepContent(tx, tenant, { sha256, content })
          return {
            ...{ today, own },
            frozen: {
              ...{ number, year, sequence, version, sha256, contentSha256: hashOf(contentText(made)), gaps: made.gaps },
              ...{ kind: mustParse(ReportKind, draft.kind), organisation: asId('organisation', draft.organisation), period: made.period },
            },
          }
        },
      })
    },
  })

const draftPrintRoute = (house: ReportHouse): Route =>
  rawRoute({
    method: 'GET',
    path: '/reports/drafts/:report/:form',
    allow: can('reports.write'),
    summary: 'A draft as it would print (`print`), as a workbook (`xlsx`) or as JSON (`json`); says on every page that it is a draft',
    schemas: { params: record({ ...reportParams.shape, form: text(10) }) },
    answer: async ({ params, who, tenant, now, door, language }) => {
      const named = parse(record({ ...reportParams.shape, form: text(10) }), params)
      if (!named.ok) return badInput(named.faults)
      const { report, form } = named.value
      const found = await door.read(async (tx) => {
        const draft = await store.findDraft(tx, tenant, report)
        return draft === null || !mayWrite(who, draft.organisation) ? null : { draft, texts: await store.listTexts(tx, tenant, report) }
      })
      if (found === null) return outcomeReply(refused('unknown-report'))
      const document = await documentOf(house, { who, now, ...found })
      if (form === 'xlsx')
        return file(Buffer.from(reportWorkbook({ document, sha256: null }, language)), { name: 'draft.xlsx', type: XLSX })
      if (form === 'json')
        return file(Buffer.from(canonicalJson(document)), { name: 'draft.json', type: 'application/json; charset=utf-8' })
      const page = reportPage({ document, sha256: null, supersededBy: null, links: null }, language)
      return { status: 200, body: page.html, contentType: 'text/html; charset=utf-8' }
    },
  })

interface Released {
  readonly document: ReportDocument
  readonly content: string
  readonly sha256: string
  readonly number: string
  readonly supersededBy: string | null
}
function releasedRoute(house: ReportHouse, form: string, reply: (released: Released, incoming: Incoming) => Reply): Route {
  return rawRoute({
    method: 'GET',
    path: `/reports/released/:number/${form}`,
    allow: anyone,
    summary: `A released report as ${form}, from its frozen text; what was not released as public only for who may see it`,
    schemas: { params: numberParams },
    answer: async (incoming) => {
      const named = parse(numberParams, incoming.params)
      if (!named.ok) return badInput(named.faults)
      const found = await readReleased(house, incoming, named.value.number)
      return found === null ? outcomeReply(refused('unknown-report')) : reply(found, incoming)
    },
  })
}

function readReleased(
  house: ReportHouse,
  { who, tenant, door }: { readonly who: Who; readonly tenant: string; readonly door: Incoming['door'] },
  number: string,
): Promise<Released | null> {
  return door.read(async (tx) => {
    const row = await store.findReleased(tx, tenant, number)
    if (row === null) return null
    if (!row.isPublic && !maySee(who, await bodyOf(house, tx, { tenant, organisation: row.organisation }))) return null
    const content = await store.findContent(tx, tenant, row.sha256)
    if (content === null) throw new Error('a released report without its text')
    const later = (await store.listReleased(tx, tenant, [row.report])).find(({ supersedes }) => supersedes === number)
    return {
      document: mustParse(ReportDocument, JSON.parse(content)),
      content,
      sha256: row.sha256,
      number,
      supersededBy: later?.number ?? null,
    }
  })
}
