/*
The shelf of papers over HTTP: types, papers, what is done with them, their scan and their printed twin. A new paper gets the id of the command that drafted
it. Types are plain rows of a programme over those that the program brings.
*/
import { dayOf, todayAt } from '../../../../kernel/calendar.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, exactly, listOf, maybe, mustParse, orNull, parse, record, text } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute, readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { fileReply } from '../../../../platform/http/file-reply.ts'
import { type Incoming, type Reply, type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate, Moment } from '../../../../platform/log/aggregate.ts'
import { LotId } from '../../../custody/contract.ts'
import { OrganisationId } from '../../../people/contract.ts'
import { SiteId } from '../../../sites/contract.ts'
import * as words from '../../contract-papers.ts'
import {
  type PaperCommand,
  type PaperContext,
  type PaperEvent,
  type PaperStanding,
  paperDecider,
  paperKinds,
} from '../../domain/papers/paper.ts'
import { paperPage } from '../../page/paper-page.ts'
import {
  type PaperDoors,
  bodiesOf,
  contentOf,
  insideOf,
  labelled,
  paperChecks,
  papersWithTrips,
  seenPapers,
  summariesOf,
  typesOf,
  usesOf,
} from './paper-answers.ts'
import { type PaperRow, deleteOwnType, findPaperOfNumber, setOwnType } from './store-papers.ts'

export const paperAggregate: Aggregate<PaperStanding, PaperCommand, PaperEvent, PaperContext> = {
  name: 'paper',
  decider: paperDecider,
  kinds: paperKinds,
}
const params = record({ paper: words.PaperId })
const typeParams = record({ paperType: text(40) })

interface Asked {
  readonly tenant: string
  readonly who: Who
}
async function paperFacts(
  tx: Tx,
  doors: PaperDoors,
  asked: Asked & { readonly moment: Moment; readonly paper: string; readonly state: PaperStanding; readonly command: PaperCommand },
): Promise<PaperContext> {
  const { tenant, who, moment, paper, state, command } = asked
  const about = command.type === 'draft' ? command.draft : (state?.content ?? null)
  const body = about === null ? undefined : (await bodiesOf(tx, doors, { tenant, ids: [about.issuer] })).get(about.issuer)
  const own = who.organisation !== null && (who.organisation === about?.issuer || who.organisation === state?.content.draftedBy)
  const watches = who.capabilities.has('custody.oversee') && body !== undefined && (await insideOf(tx, doors, { tenant, who }))(body.area)
  const number = command.type === 'draft' ? command.draft.number : command.type === 'revise' ? command.revision.number : null
  const bearer =
    number === null || about === null ? null : await findPaperOfNumber(tx, tenant, { type: about.type, issuer: about.issuer, number })
  const scan =
    command.type === 'draft'
      ? command.draft.scan
      : command.type === 'revise'
        ? command.revision.scan
        : command.type === 'attach-scan'
          ? command.scan
          : undefined
  const happenedOn = dayOf(moment.happenedAt) > moment.today ? moment.today : dayOf(moment.happenedAt)
  return {
    today: moment.today,
    happenedOn,
    organisation: who.organisation === null ? null : mustParse(OrganisationId, who.organisation),
    mayDraw: own || watches,
    issuerKnown: body !== undefined,
    issuerKind: body?.kind,
    type: (await typesOf(tx, tenant)).find(({ type }) => type.code === about?.type)?.type ?? null,
    numberTaken: bearer !== null && bearer !== paper,
    scanKept: scan !== undefined && (await doors.documents.kept(tx, tenant, [scan.sha256])).length > 0,
  }
}

export const paperRoutes = (doors: PaperDoors): readonly Route[] => [
  ...typeRoutes(doors),
  ...reads(doors),
  ...writes(doors),
  ...sheets(doors),
]

const typeRoutes = (doors: PaperDoors): readonly Route[] => [
  readRoute({
    path: '/api/paper-types',
    allow: can('papers.read'),
    summary: 'Types of paper along the chain with their fields, as this programme has them',
    answer: record({ types: listOf(words.ListedPaperType, 200) }),
    read: async ({ tx, tenant }) => accepted({ types: [...(await typesOf(tx, tenant))] }),
  }),
  rawRoute({
    method: 'POST',
    path: '/api/paper-types/:paperType',
    allow: can('papers.configure'),
    summary: 'Changes a type of paper for this programme, or adds one; `type: null` goes back to what the program brings',
    schemas: { params: typeParams, answer: record({ done: exactly(true) }) },
    answer: async ({ params: given, body, tenant, who, now }) => {
      const asked = parse(typeParams, given)
      if (!asked.ok) return badInput(asked.faults)
      const sent = parse(record({ type: orNull(words.PaperType) }), body)
      if (!sent.ok) return badInput(sent.faults)
      const { type } = sent.value
      const code = asked.value.paperType
      if (type !== null && type.code !== code) return badInput([{ path: 'type.code', problem: 'not-the-address' }])
      const own = type === null ? null : { ...type, evidence: 'D', source: 'choice of this programme' }
      await doors.database.transaction((tx) =>
        own === null ? deleteOwnType(tx, tenant, code) : setOwnType(tx, tenant, { code, definition: own, by: who.account, at: now }),
      )
      return { status: 200, body: { done: true } }
    },
  }),
]

const Filter = record({
  type: maybe(text(40)),
  state: maybe(words.PaperState),
  number: maybe(text(60)),
  lot: maybe(LotId),
  site: maybe(SiteId),
  operator: maybe(OrganisationId),
})
const reads = (doors: PaperDoors): readonly Route[] => [
  readRoute({
    path: '/api/papers',
    allow: can('papers.read'),
    summary: 'Papers, newest first, at most 2,000; of a type, a state, a number, or linked to a lot, a site or an operator',
    query: Filter,
    answer: record({ papers: listOf(words.PaperSummary, 2_000) }),
    read: async ({ tx, tenant, who, query, now }) => {
      const link = query.lot ?? query.site ?? query.operator
      const kind = query.lot ? 'lot' : query.site ? 'site' : 'operator'
      const wanted = {
        ...(query.type === undefined ? {} : { type: query.type }),
        ...(query.number === undefined ? {} : { number: query.number }),
        ...(link === undefined ? {} : { link: { kind, thing: link } }),
        ...(who.capabilities.has('custody.oversee') ? {} : { party: who.organisation }),
      }
      const rows = await papersWithTrips(tx, doors, { tenant, asked: wanted })
      const seen = await seenPapers(tx, doors, { tenant, who, rows })
      const papers = await summariesOf(tx, doors, { tenant, on: todayAt(now), rows: seen })
      return accepted({ papers: papers.filter((one) => query.state === undefined || one.state === query.state) })
    },
  }),
  readRoute({
    path: '/api/paper-checks',
    allow: can('papers.read'),
    summary: 'What papers of a number would say of one more trip on a day with a mass, for who is about to send goods under it',
    query: words.CheckPaper,
    answer: record({ checks: listOf(words.PaperCheck, 20) }),
    read: async ({ tx, tenant, query }) => accepted({ checks: [...(await paperChecks(tx, doors, { tenant, check: query }))] }),
  }),
  readRoute({
    path: '/api/papers/:paper',
    allow: can('papers.read'),
    summary: 'One paper: fields, signatories by function, links, scan, and every use with what does not fit',
    params,
    answer: words.PaperDetail,
    read: async ({ tx, tenant, who, params: { paper }, now }) => {
      const detail = await detailOf(tx, doors, { tenant, who, paper, now })
      return detail === null ? refused('unknown-paper') : accepted(detail)
    },
  }),
]

async function paperSeen(tx: Tx, doors: PaperDoors, asked: Asked & { readonly paper: string }): Promise<PaperRow | null> {
  return (
    (
      await seenPapers(tx, doors, {
        ...asked,
        rows: await papersWithTrips(tx, doors, { tenant: asked.tenant, asked: { ids: [asked.paper] } }),
      })
    )[0] ?? null
  )
}
async function detailOf(
  tx: Tx,
  doors: PaperDoors,
  asked: Asked & { readonly paper: string; readonly now: string },
): Promise<words.PaperDetail | null> {
  const { tenant, who } = asked
  const row = await paperSeen(tx, doors, asked)
  const [paper] = row === null ? [] : await summariesOf(tx, doors, { tenant, on: todayAt(asked.now), rows: [row] })
  if (row === null || !paper) return null
  const { values, signatories, links, scan = null, type: code } = contentOf(row)
  const type = (await typesOf(tx, tenant)).find((one) => one.type.code === code)?.type
  if (!type) return null
  const body = (await bodiesOf(tx, doors, { tenant, ids: [row.issuer] })).get(row.issuer)
  const own = who.organisation !== null && (row.issuer === who.organisation || row.draftedBy === who.organisation)
  const watches = who.capabilities.has('custody.oversee') && (await insideOf(tx, doors, asked))(body?.area ?? null)
  return {
    ...{ paper, type, values, signatories, scan },
    links: [...(await labelled(tx, doors, { tenant, links }))],
    used: [...usesOf(row)],
    cancelled: row.cancelledOn === null ? null : { on: row.cancelledOn, reason: row.cancelReason ?? '' },
    learnedAt: row.learnedAt,
    mine: who.capabilities.has('papers.draw') && (own || watches),
  }
}

type Writing = Parameters<Parameters<typeof writeRoute>[0]['write']>[0]
type About = Pick<Writing, 'door' | 'who' | 'tenant' | 'envelope'>
interface Beside<Body extends Parameters<typeof writeRoute>[0]['body']> {
  readonly thing: string
  readonly summary: string
  readonly body: Body
  readonly command: (data: Infer<Body>) => PaperCommand
}
function writes(doors: PaperDoors): readonly Route[] {
  const execute = ({ door, who, tenant, envelope }: About, paper: string, command: PaperCommand) =>
    door.execute({
      aggregate: paperAggregate,
      subject: paper,
      command,
      envelope,
      who,
      context: (tx, state, moment) => paperFacts(tx, doors, { tenant, who, moment, paper, state, command }),
    })
  const beside = <Body extends Parameters<typeof writeRoute>[0]['body']>({ thing, summary, body, command }: Beside<Body>): Route =>
    writeRoute({
      path: `/api/papers/:paper/${thing}`,
      allow: can('papers.draw'),
      summary,
      params,
      body,
      write: async ({ data, params: given, ...asked }) => {
        const { paper } = mustParse(params, given)
        const row = await asked.door.read((tx) => paperSeen(tx, doors, { tenant: asked.tenant, who: asked.who, paper }))
        return row === null ? refused('unknown-paper') : execute(asked, paper, command(data))
      },
    })
  return [
    writeRoute({
      path: '/api/papers',
      allow: can('papers.draw'),
      summary: 'Drafts a paper from the fields of its type',
      body: words.DraftPaper,
      write: ({ data, ...asked }) => execute(asked, asked.envelope.id, { type: 'draft', draft: data }),
    }),
    beside({
      thing: 'revisions',
      summary: 'Changes a draft',
      body: words.RevisePaper,
      command: (revision) => ({ type: 'revise', revision }),
    }),
    beside({
      thing: 'issue',
      summary: 'Issues a draft: from now on it counts, for its time and its uses',
      body: words.IssuePaper,
      command: (data) => ({ type: 'issue', ...data }),
    }),
    beside({
      thing: 'uses',
      summary: 'Records a use on the way; always kept, with what does not fit (F31)',
      body: words.UsePaper,
      command: (use) => ({ type: 'use', use }),
    }),
    beside({
      thing: 'cancellation',
      summary: 'Cancels a paper, with the reason',
      body: words.CancelPaper,
      command: (data) => ({ type: 'cancel', ...data }),
    }),
    beside({
      thing: 'scans',
      summary: 'Attaches the scan of the signed paper',
      body: words.AttachScan,
      command: ({ scan }) => ({ type: 'attach-scan', scan }),
    }),
  ]
}

const sheets = (doors: PaperDoors): readonly Route[] => [
  rawRoute({
    method: 'GET',
    path: '/api/papers/:paper/scan',
    allow: can('papers.read'),
    summary: 'The scan of a paper',
    schemas: { params },
    answer: (incoming) =>
      withPaper(incoming, async (tx, { tenant, who, paper }) => {
        const row = await paperSeen(tx, doors, { tenant, who, paper })
        const scan = row === null ? undefined : contentOf(row).scan
        const file = scan === undefined ? null : await doors.documents.content(tx, tenant, scan.sha256)
        return file === null ? null : fileReply(file, 'paper')
      }),
  }),
  rawRoute({
    method: 'GET',
    path: '/papers/:paper/print',
    allow: can('papers.read'),
    summary: 'The printed twin of a paper, with a code that leads to its page',
    schemas: { params },
    answer: (incoming) =>
      withPaper(incoming, async (tx, { tenant, who, paper }) => {
        const detail = await detailOf(tx, doors, { tenant, who, paper, now: incoming.now })
        if (detail === null) return null
        const page = paperPage(detail, { language: incoming.language, address: `${doors.baseUrl.replace(/\/+$/, '')}/papers/${paper}` })
        return { status: 200, body: page.html, contentType: 'text/html; charset=utf-8' }
      }),
  }),
]
async function withPaper(
  { params: given, tenant, who, door }: Incoming,
  answer: (tx: Tx, asked: Asked & { readonly paper: string }) => Promise<Reply | null>,
): Promise<Reply> {
  const asked = parse(params, given)
  if (!asked.ok) return badInput(asked.faults)
  const reply = await door.read((tx) => answer(tx, { tenant, who, paper: asked.value.paper }))
  return reply ?? { ...outcomeReply(refused('unknown-paper')), status: 404 }
}
