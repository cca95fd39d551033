/*
Releases over HTTP: a look at what would be kept back, the request, the approval by another person, the file with its hash. There is no route that gives an
identified row to anybody, and none that gives a file before it was approved to who asked for it.
*/
import { todayAt } from '../../../kernel/calendar.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { asId, mustParse, parse, record } from '../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute, readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Door, type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import type { CommandEnvelope } from '../../../platform/log/receipt.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import {
  AskRelease,
  ColumnsAnswer,
  GiveReason,
  KeptBack,
  type ReleaseAnswer,
  ReleaseId,
  ReleaseList,
  type ReleaseLook,
  ReleaseParameters,
  ReleaseState,
} from '../contract.ts'
import { icTipColumns } from '../domain/ic-tip.ts'
import { placeEventColumns } from '../domain/compute-place-events.ts'
import { statisticsTable } from '../domain/compute-release.ts'
import { releaseKindRules } from '../domain/release-kinds.ts'
import {
  type Release,
  type ReleaseCommand,
  type ReleaseContext,
  type ReleaseEvent,
  releaseDecider,
  releaseKinds,
} from '../domain/release.ts'
import type { ReleaseHouse } from './house.ts'
import { activeTerms } from './http-agreements.ts'
import { lookRoute } from './http-look.ts'
import { inTheWayOf, makeRelease } from './make-release.ts'
import { openCounts, sealCounts } from '../../../platform/keys/seal-counts.ts'
import * as store from './store.ts'

export const releaseAggregate: Aggregate<Release, ReleaseCommand, ReleaseEvent, ReleaseContext> = {
  name: 'statistics-release',
  decider: releaseDecider,
  kinds: releaseKinds,
}
const params = record({ release: ReleaseId })

export const releaseRoutes = (house: ReleaseHouse): readonly Route[] => [
  listRoute(house),
  columnsRoute(house),
  lookRoute(house, contextOf),
  askRoute(house),
  decideRoute(house, { thing: 'approval', summary: 'Approves a release: numbered, its hash in the public ledger; never by who asked' }),
  writeRoute({
    path: '/api/statistics-releases/:release/refusal',
    allow: can('cases.protect-data'),
    summary: 'Turns a request down with a reason; its file is destroyed, nothing left',
    params,
    body: GiveReason,
    write: ({ door, who, tenant, envelope, data, params: { release } }) =>
      door.execute({
        ...{ aggregate: releaseAggregate, subject: release, envelope, who, command: { step: 'turn-down', reason: data.reason } },
        context: async (tx, state, { today }) => {
          if (state.at === 'asked') await store.dropContent(tx, tenant, release)
          return closing(who, today)
        },
      }),
  }),
  writeRoute({
    path: '/api/statistics-releases/:release/withdrawal',
    allow: can('cases.protect-data'),
    summary: 'Withdraws a release with a reason: its file is given to nobody any more, its number and hash stay',
    params,
    body: GiveReason,
    write: ({ door, who, envelope, data, params: { release } }) =>
      door.execute({
        ...{ aggregate: releaseAggregate, subject: release, envelope, who, command: { step: 'withdraw', reason: data.reason } },
        context: (_tx, _state, { today }) => Promise.resolve(closing(who, today)),
      }),
  }),
  fileRoute(),
]

const closing = (who: Who, today: string): ReleaseContext => ({
  ...{ today, by: asId('account', who.account), isLockedDown: false, agreement: null, approvedUnderIt: [], inTheWay: 0 },
  next: { year: 0, sequence: 0 },
})

const listRoute = (house: ReleaseHouse): Route =>
  readRoute({
    path: '/api/statistics-releases',
    allow: can('releases.read'),
    summary: 'Releases asked for, approved, turned down and withdrawn, with their hash and what was kept back',
    answer: ReleaseList,
    read: async ({ tx, tenant, who, now }) => {
      const rows = await store.listReleases(tx, tenant)
      return accepted({
        releases: rows.map((row) => answerOf(row, who)),
        looks: who.capabilities.has('cases.protect-data') ? (await store.listLooks(tx, tenant)).map(lookWire) : [],
        isLockedDown: await house.isFrozen(tx, tenant),
        readAt: now,
      })
    },
  })

function answerOf(row: store.ReleaseRow, who: Who): ReleaseAnswer {
  return {
    ...{ id: asId('statistics-release', row.id), state: mustParse(ReleaseState, row.state), number: row.number },
    sha256: row.state === 'asked' && !who.capabilities.has('cases.protect-data') ? null : row.sha256,
    ...{ parameters: mustParse(ReleaseParameters, row.parameters), agreement: asId('sharing-agreement', row.agreement) },
    ...{ bytes: row.bytes, lines: row.lines, keptBack: mustParse(KeptBack, row.keptBack), askedOn: row.askedOn },
    ...{ decidedOn: row.decidedOn, reason: row.reason, askedBy: asId('account', row.askedBy) },
    ...{ decidedBy: row.decidedBy === null ? null : asId('account', row.decidedBy), isMine: row.askedBy === who.account },
  }
}

const lookWire = ({ id, by, agreement, parameters, at }: store.LookRow): ReleaseLook => ({
  ...{ id, by: asId('account', by), agreement: asId('sharing-agreement', agreement) },
  ...{ parameters: mustParse(ReleaseParameters, parameters), at },
})

const columnsRoute = ({ writers }: ReleaseHouse): Route =>
  readRoute({
    path: '/api/statistics-releases/columns',
    allow: can('releases.read'),
    summary: 'Columns that each kind of release may hold',
    answer: ColumnsAnswer,
    read: () =>
      Promise.resolve(
        accepted({
          kinds: [
            { kind: 'province-quarter' as const, columns: ['admin1'] },
            { kind: 'place-events' as const, columns: [...placeEventColumns] },
            { kind: 'k-aggregates' as const, columns: [...statisticsTable([], writers).columns] },
            { kind: 'ctdc-microdata' as const, columns: [...writers.ctdc([]).columns] },
            { kind: 'ic-tip' as const, columns: [...icTipColumns] },
            { kind: 'htcds-deidentified' as const, columns: [...writers.htcds([]).columns] },
          ],
        }),
      ),
  })

/** Made before the log is asked: no other writer waits for the counting. */
const askRoute = (house: ReleaseHouse): Route =>
  writeRoute({
    path: '/api/statistics-releases',
    allow: can('cases.statistics'),
    summary: 'Asks for a release under an active agreement: computed, checked against every earlier one, kept once by its hash',
    body: AskRelease,
    write: async ({ door, who, tenant, envelope, data: { id, agreement, parameters } }) => {
      const ready = await door.read((tx) => makeRelease(house, { tx, tenant, parameters }))
      if (!ready.ok) return ready
      const { made, content, computed } = ready.value
      return door.execute({
        ...{ aggregate: releaseAggregate, subject: id, envelope, who, command: { step: 'ask', agreement, parameters, made } },
        context: async (tx, state, { today }) => {
          const found = await inTheWayOf(house, { tx, tenant, parameters }, { id, cells: computed.cells })
          const context = await contextOf(house, { tx, tenant, who, today }, { agreement, inTheWay: found.length })
          // A refusal is remembered too, in the same transaction: of a request that is refused nothing may stay.
          if (releaseDecider.decide(state, { step: 'ask', agreement, parameters, made }, context).ok)
            await store.keepContent(tx, tenant, {
              ...{ release: id, sha256: made.sha256, content },
              sealedCounts: sealCounts(computed.cells, { secret: house.secret, release: id }),
            })
          return context
        },
      })
    },
  })

function decideRoute(house: ReleaseHouse, { thing, summary }: { readonly thing: string; readonly summary: string }): Route {
  return writeRoute({
    path: `/api/statistics-releases/:release/${thing}`,
    allow: can('cases.protect-data'),
    summary,
    params,
    body: record({}),
    write: ({ door, who, tenant, envelope, params: { release } }) => approve(house, { door, who, tenant, envelope, release }),
  })
}
interface Approving {
  readonly door: Door
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
  readonly release: string
}
/** The file is not made again: its kept counts are held against what left since it was asked for. */
const approve = (house: ReleaseHouse, { door, who, tenant, envelope, release }: Approving) =>
  door.execute({
    ...{ aggregate: releaseAggregate, subject: release, envelope, who, command: { step: 'approve' } as const },
    context: async (tx, state, { today }) => {
      if (state.at !== 'asked') return closing(who, today)
      const { parameters, agreement } = state.asked
      const sealed = await store.findSealedCounts(tx, tenant, release)
      if (sealed === null) throw new Error('a release that waits without its file')
      const cells = openCounts(sealed, { secret: house.secret, release })
      const found = await inTheWayOf(house, { tx, tenant, parameters }, { id: release, cells })
      return contextOf(house, { tx, tenant, who, today }, { agreement, inTheWay: found.length })
    },
  })

interface Moment {
  readonly tx: Tx
  readonly tenant: string
  readonly who: Who
  readonly today: string
}
async function contextOf(
  house: ReleaseHouse,
  { tx, tenant, who, today }: Moment,
  { agreement, inTheWay }: { readonly agreement: string; readonly inTheWay: number },
): Promise<ReleaseContext> {
  const year = Number(today.slice(0, 4))
  return {
    ...{ today, by: asId('account', who.account), isLockedDown: await house.isFrozen(tx, tenant), inTheWay },
    agreement: activeTerms(await store.findAgreement(tx, tenant, agreement), today),
    approvedUnderIt: await store.approvedUnder(tx, tenant, agreement),
    next: { year, sequence: await store.nextSequence(tx, tenant, year) },
  }
}

const TYPES = { csv: 'text/csv; charset=utf-8', zip: 'application/zip' } as const
const fileRoute = (): Route =>
  rawRoute({
    method: 'GET',
    path: '/api/statistics-releases/:release/file',
    allow: can('releases.read'),
    summary: 'The frozen bytes of an approved release; while it waits, only for who decides; never again once withdrawn',
    schemas: { params },
    answer: async ({ params: given, who, tenant, now, door }) => {
      const named = parse(params, given)
      if (!named.ok) return badInput(named.faults)
      const { release } = named.value
      const found = await door.read(async (tx) => {
        const row = await store.findRelease(tx, tenant, release)
        return row === null ? null : { row, content: await store.findContent(tx, tenant, release) }
      })
      if (found === null || found.row.state === 'turned-down') return outcomeReply(refused('unknown-release'))
      const { row, content } = found
      if (row.state === 'withdrawn') return outcomeReply(refused('release-withdrawn', { number: row.number ?? '' }))
      if (row.state === 'asked' && !who.capabilities.has('cases.protect-data')) return outcomeReply(refused('release-not-approved'))
      if (content === null) throw new Error(`a release of ${todayAt(now)} without its file`)
      const { ending } = releaseKindRules[mustParse(ReleaseParameters, row.parameters).kind]
      return {
        ...{ status: 200, body: content, contentType: TYPES[ending] },
        headers: {
          'content-disposition': `attachment; filename="${row.number ?? 'to-be-decided'}.${ending}"`,
          ...{ 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store', 'x-content-sha256': row.sha256 },
        },
      }
    },
  })
