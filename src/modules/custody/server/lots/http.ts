/*
The routes of bags and lots. Each write is a new thing beside the lot (a transfer, a receipt, a quarantine), never a change of
it. A bag or lot gets the id of the command that made it, so a phone knows the id before the server answers.
*/
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { listOf, orNull, record } from '../../../../kernel/schema.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import * as words from '../../contract.ts'
import { LotId } from '../../contract.ts'
import { AcceptLot, ReportAssay, SendLot } from '../../contract-lots.ts'
import type { CustodyDoors } from '../doors.ts'
import { detailOf, summariesOf, traceAnswer, withHolds } from './lot-answers.ts'
import { readLot } from './lot-shapes.ts'
import { actRoutes } from './http-acts.ts'
import { careRoute, executeLot } from './lot-commands.ts'
import { sightOf } from './sight.ts'
import { listLots } from './store-lot-reads.ts'

const PAGE = 100
const params = record({ lot: LotId })
export const lotRoutes = (doors: CustodyDoors): readonly Route[] => [
  ...readRoutes(doors),
  ...makingRoutes(doors),
  ...careRoutes(doors),
  ...actRoutes(doors),
]

function readRoutes(doors: CustodyDoors): readonly Route[] {
  return [
    readRoute({
      path: '/api/lots',
      allow: can('custody.read'),
      summary:
        'Bags and lots that you may see, newest record first, 100 a page; filters by kind, state, mineral, site, holder, number, finding',
      query: words.LotListQuery,
      answer: record({ lots: listOf(words.LotSummary), next: orNull(LotId) }),
      read: async ({ tx, tenant, who, query }) => {
        const sight = await sightOf(tx, { tenant, doors }, who)
        const rows = (await listLots(tx, tenant, { ...query, sight }, PAGE + 1)).map(readLot)
        const shown = rows.slice(0, PAGE)
        const next = rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null
        const lots = await summariesOf(tx, { tenant, doors }, shown)
        return accepted({ lots: query.held === undefined ? lots : await withHolds(tx, tenant, lots), next })
      },
    }),
    readRoute({
      path: '/api/lots/:lot',
      allow: can('custody.read'),
      summary: 'One bag or lot: its weighings, moves, findings, assays, what it came from and what was made of it',
      params,
      answer: words.LotDetail,
      read: async ({ tx, tenant, who, params: { lot } }) => {
        const detail = await detailOf(tx, { tenant, doors, sight: await sightOf(tx, { tenant, doors }, who) }, lot)
        return detail ? accepted(detail) : refused('unknown-lot')
      },
    }),
    readRoute({
      path: '/api/lots/:lot/trace',
      allow: can('custody.read'),
      summary: 'Where a lot comes from: its bags, the share of each site in grams and percent, the tree between',
      params,
      answer: words.TraceAnswer,
      read: async ({ tx, tenant, who, params: { lot } }) => {
        const answer = await traceAnswer(tx, { tenant, doors, sight: await sightOf(tx, { tenant, doors }, who) }, lot)
        return answer ? accepted(answer) : refused('unknown-lot')
      },
    }),
  ]
}

function makingRoutes(doors: CustodyDoors): readonly Route[] {
  return [
    writeRoute({
      path: '/api/bags',
      allow: can('custody.weigh'),
      summary: 'A bag was weighed and tagged: kept whatever the rules say; critical findings put it in quarantine',
      body: words.RegisterBag,
      write: ({ data, ...asked }) => executeLot(doors, asked, { lot: asked.envelope.id, command: { type: 'register-bag', ...data } }),
    }),
    writeRoute({
      path: '/api/lots',
      allow: can('custody.aggregate'),
      summary: 'Makes a trader lot or an export lot out of grams drawn from bags and lots',
      body: words.CombineLots,
      write: ({ data, ...asked }) => executeLot(doors, asked, { lot: asked.envelope.id, command: { type: 'combine-lots', ...data } }),
    }),
  ]
}

function careRoutes(doors: CustodyDoors): readonly Route[] {
  const route = careRoute(doors)
  const [transfer, quarantine] = [can('custody.transfer'), can('custody.quarantine')]
  return [
    route({
      thing: 'transfers',
      allow: transfer,
      summary: 'The holder sends a lot, with its weight',
      body: SendLot,
      command: (data) => ({ type: 'transfer-lot', ...data }),
    }),
    route({
      thing: 'receipts',
      allow: transfer,
      summary: 'The recipient receives a lot, with its weight',
      body: AcceptLot,
      command: (data) => ({ type: 'receive-lot', ...data }),
    }),
    route({
      thing: 'quarantine',
      allow: quarantine,
      summary: 'Puts a lot in quarantine, with a reason',
      body: words.QuarantineLot,
      command: (data) => ({ type: 'quarantine-lot', ...data }),
    }),
    route({
      thing: 'releases',
      allow: quarantine,
      summary: 'Somebody who neither recorded nor held a lot releases it from quarantine, with a reason',
      body: words.ReleaseLot,
      command: (data) => ({ type: 'release-lot', ...data }),
    }),
    route({
      thing: 'voidings',
      allow: quarantine,
      summary: 'Says that a record was a mistake; what it drew goes back',
      body: words.VoidLot,
      command: (data) => ({ type: 'void-lot', ...data }),
    }),
    route({
      thing: 'corrections',
      allow: can('custody.weigh'),
      summary: 'Corrects a mass, with a reason; the value before stays readable',
      body: words.CorrectMass,
      command: (data) => ({ type: 'correct-mass', ...data }),
    }),
    route({
      thing: 'assays',
      allow: can('custody.assay'),
      summary: 'A laboratory measured an element',
      body: ReportAssay,
      command: (data) => ({ type: 'record-assay', ...data }),
    }),
  ]
}
