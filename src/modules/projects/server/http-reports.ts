/*
Reports to donors over HTTP. Drafts and their texts are rows of work; freezing is a decision of the log. What was frozen is read from its own text and from nothing else, as a screen, a
page to print, a text document, a workbook or JSON. Who pays and committees see nothing that was not frozen.
*/
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { todayAt } from '../../../kernel/calendar.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, exactly, id, mustParse, oneOf, parse, record, text } from '../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute, readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, can } from '../../../platform/http/route.ts'
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import { ProjectId } from '../contract.ts'
import {
  Comparison,
  DonorReportAnswer,
  type DonorReportDocument,
  DonorReportId,
  DonorReportList,
  FIXED_SECTIONS,
  FreezeReport,
  FrozenAnswer,
  OpenDonorReport,
  WriteSection,
} from '../contract-reports.ts'
import {
  type FreezeCommand,
  type FreezeContext,
  type FrozenEvent,
  type FrozenStanding,
  frozenDecider,
  frozenKinds,
  reportNumber,
} from '../domain/frozen.ts'
import { actsIn } from '../domain/project.ts'
import { withoutReason } from '../domain/report.ts'
import { donorReportPage } from '../page/donor-report-page.ts'
import { donorReportText } from '../page/donor-report-docx.ts'
import { donorReportWorkbook } from '../page/donor-report-workbook.ts'
import type { ProjectHouse } from './house.ts'
import { readers } from './http-projects.ts'
import { type Filled, answerFor, compared, filled, listFor, reopened } from './read-reports.ts'
import { findKnown } from './read-project.ts'
import * as store from './store-reports.ts'

export const donorReportAggregate: Aggregate<FrozenStanding, FreezeCommand, FrozenEvent, FreezeContext> = {
  ...{ name: 'donor-report', decider: frozenDecider, kinds: frozenKinds },
}
const params = record({ donorReport: DonorReportId })
const numbered = record({ donorNumber: text(40) })
const Form = oneOf('print', 'docx', 'xlsx', 'json')
const OpenWithId = record({ id: id('donor-report'), ...OpenDonorReport.shape })

export const reportRoutes = (house: ProjectHouse): readonly Route[] => [...reads, ...drafts(house), freezing(), ...files]

const reads: readonly Route[] = [
  readRoute({
    path: '/api/donor-reports',
    allow: readers,
    summary: 'Reports to donors and the calendar of those due; who may not see drafts sees what was frozen',
    answer: DonorReportList,
    read: async ({ tx, tenant, who, now }) => accepted(await listFor(tx, { tenant, who, now })),
  }),
  readRoute({
    path: '/api/donor-reports/:donorReport',
    allow: readers,
    summary: 'One report as locked values fill it now, with what is missing, its texts and what was frozen of it',
    params,
    answer: DonorReportAnswer,
    read: async ({ tx, tenant, who, params: { donorReport }, now }) => {
      const found = await answerFor(tx, { tenant, who, now }, donorReport)
      return found === null ? refused('unknown-donor-report') : accepted(found)
    },
  }),
  readRoute({
    path: '/api/frozen-donor-reports/:donorNumber',
    allow: readers,
    summary: 'A frozen report, read again from its own text; says whether the text still has its hash',
    params: numbered,
    answer: FrozenAnswer,
    read: async ({ tx, tenant, params: { donorNumber } }) => {
      const found = await reopened(tx, tenant, donorNumber)
      if (found === null) return refused('unknown-donor-report')
      const { content: _content, ...answer } = found
      return accepted(answer)
    },
  }),
  readRoute({
    path: '/api/donor-report-comparisons',
    allow: readers,
    summary: 'Two frozen reports of one project beside each other',
    query: record({ before: text(40), after: text(40) }),
    answer: Comparison,
    read: async ({ tx, tenant, query }) => {
      const found = await compared(tx, tenant, query)
      return found === null ? refused('unknown-donor-report') : accepted(found)
    },
  }),
]

type Asking = Pick<Incoming, 'who' | 'tenant' | 'now'>
const drafts = (house: ProjectHouse): readonly Route[] => [
  rawRoute({
    method: 'POST',
    path: '/api/donor-reports',
    allow: can('projects.write'),
    summary: 'Begins a report over a period; the same identifier again changes nothing',
    schemas: { body: OpenWithId, answer: record({ report: DonorReportId }) },
    answer: async (incoming) => {
      const given = parse(OpenWithId, incoming.body)
      return given.ok ? outcomeReply(await begin(house, incoming, given.value)) : badInput(given.faults)
    },
  }),
  rawRoute({
    method: 'POST',
    path: '/api/donor-reports/:donorReport/texts',
    allow: can('projects.write'),
    summary: 'Writes a part of a report: what happened for a result, why a figure deviates, risks, lessons; earlier versions stay',
    schemas: { params, body: WriteSection, answer: record({ kept: exactly(true) }) },
    answer: async (incoming) => {
      const [named, given] = [parse(params, incoming.params), parse(WriteSection, incoming.body)]
      if (!named.ok) return badInput(named.faults)
      return given.ok ? outcomeReply(await write(house, incoming, { ...named.value, ...given.value })) : badInput(given.faults)
    },
  }),
]
const begin = (house: ProjectHouse, { who, tenant, now }: Asking, given: Infer<typeof OpenWithId>): Promise<Outcome<unknown>> =>
  house.database.transaction(async (tx) => {
    const project = await findKnown(tx, tenant, given.project)
    if (project === null) return refused('unknown-project')
    if (!actsIn(project, who.organisation)) return refused('not-your-project')
    const { startsOn, endsOn } = project.opened
    if (given.until < given.from || given.until < startsOn || given.from > endsOn) return refused('donor-report-period')
    const { id: report, from, until } = given
    if (!(await store.insertDraft(tx, tenant, { id: report, project: project.id, from, until, account: who.account, at: now }))) {
      const before = await store.findDraft(tx, tenant, report)
      if (before?.project !== project.id || before.from !== from || before.until !== until) return refused('unknown-donor-report')
    }
    return accepted({ report })
  })
const write = (
  house: ProjectHouse,
  { who, tenant, now }: Asking,
  { donorReport, section, text: written }: { readonly donorReport: string; readonly section: string; readonly text: string },
): Promise<Outcome<unknown>> =>
  house.database.transaction(async (tx) => {
    const found = await filled(tx, tenant, { report: donorReport, today: todayAt(now) })
    if (found === null) return refused('unknown-donor-report')
    if (!actsIn(found.project, who.organisation)) return refused('not-your-project')
    if (!sectionsOf(found.document).has(section)) return refused('donor-report-no-such-section', { section })
    if (found.texts.findLast((one) => one.section === section)?.text !== written)
      await store.addText(tx, tenant, { report: donorReport, section, text: written, account: who.account, at: now })
    return accepted({ kept: true })
  })
const sectionsOf = ({ results }: DonorReportDocument): ReadonlySet<string> =>
  new Set<string>([
    ...FIXED_SECTIONS,
    ...results.flatMap(({ result, indicators }) => [`result:${result}`, ...indicators.map(({ indicator }) => `variance:${indicator}`)]),
  ])

const hashOf = (of: string): string => createHash('sha256').update(of).digest('hex')
const freezing = (): Route =>
  writeRoute({
    ...{ path: '/api/donor-reports/:donorReport/freezings', allow: can('projects.approve'), params, body: FreezeReport },
    summary:
      'Freezes a report under a number and a hash: never changed again; a later version supersedes it with a reason. Not by who wrote in it',
    write: ({ door, who, tenant, envelope, params: { donorReport }, data }) =>
      door.execute({
        ...{ aggregate: donorReportAggregate, subject: donorReport, command: data, envelope, who },
        context: async (tx, state, { today }): Promise<FreezeContext> => {
          const found = await filled(tx, tenant, { report: donorReport, today })
          const wrote = found?.texts.some(({ account }) => account === who.account) ?? false
          if (found === null) return { today, account: who.account, wrote, acts: false, ready: null }
          const year = state.number === null ? Number(today.slice(0, 4)) : state.year
          const sequence = state.number === null ? await store.nextSequence(tx, tenant, year) : state.sequence
          const { ready, content } = readyFrom(found, state, { year, sequence, today })
          const facts = { today, account: who.account, acts: actsIn(found.project, who.organisation), wrote, ready }
          // A refusal is kept too, with all that was written beside it: nothing of a text that was not frozen stays.
          if (frozenDecider.decide(state, data, facts).ok) await store.keepContent(tx, tenant, { sha256: ready.sha256, content })
          return facts
        },
      }),
  })
function readyFrom(
  { draft, document }: Filled,
  state: FrozenStanding,
  { year, sequence, today }: { readonly year: number; readonly sequence: number; readonly today: string },
) {
  const version = state.version + 1
  const number = reportNumber({ year, sequence, version })
  const content = canonicalJson({ ...document, number, version, supersedes: state.number, madeOn: today })
  const { madeOn: _madeOn, ...said } = document
  const ready = {
    ...{ number, year, sequence, version, project: mustParse(ProjectId, draft.project), from: draft.from, until: draft.until },
    ...{ sha256: hashOf(content), contentSha256: hashOf(canonicalJson(said)), gaps: document.gaps, withoutReason: withoutReason(document) },
  }
  return { ready, content }
}

const TYPES = {
  print: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
} as const
interface Shown {
  readonly document: DonorReportDocument
  readonly sha256: string | null
  readonly content: string
  readonly supersededBy: string | null
}
function fileOf(form: Infer<typeof Form>, shown: Shown, language: Incoming['language']): Reply {
  const named = (body: Buffer): Reply => ({
    ...{ status: 200, body, contentType: TYPES[form] },
    headers: {
      'content-disposition': `attachment; filename="${shown.document.number ?? 'draft'}.${form}"`,
      'x-content-type-options': 'nosniff',
    },
  })
  if (form === 'print') return { status: 200, body: donorReportPage(shown, language).html, contentType: TYPES.print }
  if (form === 'docx') return named(Buffer.from(donorReportText(shown, language)))
  if (form === 'xlsx') return named(Buffer.from(donorReportWorkbook(shown, language)))
  return named(Buffer.from(shown.content, 'utf8'))
}
const draftFile = record({ ...params.shape, form: Form })
const frozenFile = record({ ...numbered.shape, form: Form })
const files: readonly Route[] = [
  rawRoute({
    method: 'GET',
    path: '/donor-reports/drafts/:donorReport/:form',
    allow: can('projects.write'),
    summary: 'A draft as it would print, as text document, workbook or JSON; says on every page that it is a draft',
    schemas: { params: draftFile },
    answer: async ({ params: given, tenant, now, door, language }) => {
      const named = parse(draftFile, given)
      if (!named.ok) return badInput(named.faults)
      const found = await door.read((tx) => filled(tx, tenant, { report: named.value.donorReport, today: todayAt(now) }))
      if (found === null) return outcomeReply(refused('unknown-donor-report'))
      const { document } = found
      return fileOf(named.value.form, { document, sha256: null, supersededBy: null, content: canonicalJson(document) }, language)
    },
  }),
  rawRoute({
    method: 'GET',
    path: '/donor-reports/frozen/:donorNumber/:form',
    allow: readers,
    summary: 'A frozen report from its own text: to print, as text document, workbook or JSON',
    schemas: { params: frozenFile },
    answer: async ({ params: given, tenant, door, language }) => {
      const named = parse(frozenFile, given)
      if (!named.ok) return badInput(named.faults)
      const found = await door.read((tx) => reopened(tx, tenant, named.value.donorNumber))
      if (found === null) return outcomeReply(refused('unknown-donor-report'))
      const { document, content, supersededBy, line } = found
      return fileOf(named.value.form, { document, sha256: line.sha256, supersededBy, content }, language)
    },
  }),
]
