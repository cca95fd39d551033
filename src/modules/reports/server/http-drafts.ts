/*
Drafts of reports over HTTP: plain rows, so no commands of the log. The figures are made from the record each time somebody looks, by what the
author may see; no transaction is held meanwhile. Who did not write a report sees only what was released of it.
*/
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, asId, exactly, mustParse, parse, record } from '../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Route, can, signedIn } from '../../../platform/http/route.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Who } from '../../../platform/http/who.ts'
import {
  OpenReport,
  ReportAnswer,
  type ReportBrief,
  ReportDocument,
  ReportId,
  ReportKind,
  ReportList,
  ReportSubject,
  WriteText,
} from '../contract.ts'
import { KINDS } from '../domain/kinds.ts'
import { isAuthority } from './gather.ts'
import { documentOf } from './document.ts'
import type { ReportHouse } from './house.ts'
import { bodyOf, mayRelease, maySee, mayWrite } from './sight.ts'
import * as store from './store.ts'

export const reportParams = record({ report: ReportId })
const Kept = record({ report: ReportId })

export const draftRoutes = (house: ReportHouse): readonly Route[] => [
  rawRoute({
    method: 'GET',
    path: '/api/reports',
    allow: signedIn,
    summary: 'Reports of the own organisation, drafts too; of others what was released and one may see; newest change first',
    schemas: { answer: ReportList },
    answer: async ({ who, door }) => outcomeReply(accepted({ reports: await door.read((tx) => listFor(house, tx, who)) })),
  }),
  rawRoute({
    method: 'POST',
    path: '/api/reports',
    allow: can('reports.write'),
    summary: 'Opens a report of a kind over a period; the same identifier again changes nothing',
    schemas: { body: OpenReport, answer: Kept },
    answer: async (incoming) => {
      const given = parse(OpenReport, incoming.body)
      return given.ok ? outcomeReply(await open(house, incoming, given.value)) : badInput(given.faults)
    },
  }),
  rawRoute({
    method: 'GET',
    path: '/api/reports/:report',
    allow: signedIn,
    summary: 'One report as the record fills it now, with its gaps, its texts and what was released of it',
    schemas: { params: reportParams, answer: ReportAnswer },
    answer: async (incoming) => {
      const named = parse(reportParams, incoming.params)
      return named.ok ? outcomeReply(await answerOf(house, incoming, named.value.report)) : badInput(named.faults)
    },
  }),
  rawRoute({
    method: 'POST',
    path: '/api/reports/:report/texts',
    allow: can('reports.write'),
    summary: 'A text of a section; the versions before it stay',
    schemas: { params: reportParams, body: WriteText, answer: record({ kept: exactly(true) }) },
    answer: async (incoming) => {
      const [named, given] = [parse(reportParams, incoming.params), parse(WriteText, incoming.body)]
      if (!named.ok) return badInput(named.faults)
      return given.ok ? outcomeReply(await write(house, incoming, { ...named.value, ...given.value })) : badInput(given.faults)
    },
  }),
]

type Asking = Pick<Incoming, 'who' | 'tenant' | 'now' | 'door'>

async function open(house: ReportHouse, { who, tenant, now }: Asking, given: Infer<typeof OpenReport>): Promise<Outcome<unknown>> {
  const { id, kind, period, subject } = given
  if (who.organisation === null) return refused('report-needs-an-organisation')
  if (period.until < period.from) return refused('report-period-not-valid')
  const { organisation } = subject
  if (organisation !== undefined && organisation !== who.organisation && !isAuthority(who)) return refused('report-not-yours')
  if (KINDS[kind].about === 'shipment' && subject.certificate === undefined && subject.lot === undefined)
    return refused('report-needs-a-shipment')
  const row = { id, kind, organisation: who.organisation, subject, ...period, changedAt: now, account: who.account }
  return house.database.transaction(async (tx) => {
    if (await store.insertDraft(tx, tenant, row)) return accepted({ report: id })
    const before = await store.findDraft(tx, tenant, id)
    return before?.organisation === who.organisation && before.kind === kind ? accepted({ report: id }) : refused('unknown-report')
  })
}

function write(
  house: ReportHouse,
  { who, tenant, now }: Asking,
  { report, section, text }: { readonly report: string; readonly section: string; readonly text: string },
): Promise<Outcome<unknown>> {
  return house.database.transaction(async (tx) => {
    const draft = await store.findDraft(tx, tenant, report)
    if (draft === null) return refused('unknown-report')
    if (!mayWrite(who, draft.organisation)) return refused('report-not-yours')
    if (!KINDS[mustParse(ReportKind, draft.kind)].texts.includes(section)) return refused('report-no-such-section', { section })
    const newest = (await store.listTexts(tx, tenant, report)).findLast((one) => one.section === section)
    if (newest?.text !== text) {
      await store.addText(tx, tenant, { report, section, text, account: who.account, at: now })
      await store.touchDraft(tx, tenant, { id: report, at: now })
    }
    return accepted({ kept: true })
  })
}

async function listFor(house: ReportHouse, tx: Tx, who: Who): Promise<readonly ReportBrief[]> {
  const drafts = await store.listDrafts(tx, who.tenant, who.capabilities.has('reports.read') ? null : who.organisation)
  if (who.organisation === null && !who.capabilities.has('reports.read')) return []
  const bodies = new Map((await house.people.organisations(tx, ids(drafts), who.tenant)).map((body) => [String(body.id), body]))
  const released = Map.groupBy(
    await store.listReleased(
      tx,
      who.tenant,
      drafts.map(({ id }) => id),
    ),
    ({ report }) => report,
  )
  return drafts.flatMap((draft) => {
    const body = bodies.get(draft.organisation)
    const newest = released.get(draft.id)?.at(-1) ?? null
    const mine = who.organisation === draft.organisation
    return body === undefined || !maySee(who, body) || (!mine && newest === null) ? [] : [briefOf(draft, { name: body.name, newest, mine })]
  })
}
const ids = (drafts: readonly store.DraftRow[]) =>
  [...new Set(drafts.map(({ organisation }) => organisation))].map((one) => asId('organisation', one))

export function briefOf(
  draft: store.DraftRow,
  { name, newest, mine }: { readonly name: string; readonly newest: store.ReleasedRow | null; readonly mine: boolean },
): ReportBrief {
  return {
    ...{ id: mustParse(ReportId, draft.id), kind: mustParse(ReportKind, draft.kind), subject: mustParse(ReportSubject, draft.subject) },
    ...{ organisation: asId('organisation', draft.organisation), organisationName: name, period: { from: draft.from, until: draft.until } },
    ...{ changedAt: draft.changedAt, mine },
    released: newest === null ? null : releasedOf(newest),
  }
}
const releasedOf = ({ number, version, on, sha256, gaps, isPublic }: store.ReleasedRow) => ({ number, version, on, sha256, gaps, isPublic })

async function answerOf(house: ReportHouse, { who, tenant, now, door }: Asking, report: string): Promise<Outcome<unknown>> {
  const found = await door.read(async (tx) => {
    const draft = await store.findDraft(tx, tenant, report)
    if (draft === null) return null
    const body = await bodyOf(house, tx, { tenant, organisation: draft.organisation })
    const released = await store.listReleased(tx, tenant, [report])
    const mine = who.organisation === draft.organisation
    if (!maySee(who, body) || (!mine && released.length === 0)) return null
    const newest = released.at(-1) ?? null
    const frozen = mine || newest === null ? null : await store.findContent(tx, tenant, newest.sha256)
    return { draft, body, released, mine, newest, frozen, texts: mine ? await store.listTexts(tx, tenant, report) : [] }
  })
  if (found === null) return refused('unknown-report')
  const { draft, body, released, mine, newest, frozen, texts } = found
  return accepted({
    report: briefOf(draft, { name: body.name, newest, mine }),
    draft: frozen === null ? await documentOf(house, { who, now, draft, texts }) : mustParse(ReportDocument, JSON.parse(frozen)),
    texts,
    released: released.map((row) => ({ ...releasedOf(row), correctionReason: row.correctionReason })),
    ...{ mayWrite: mayWrite(who, draft.organisation), mayRelease: mayRelease(who, draft.organisation) },
  })
}
