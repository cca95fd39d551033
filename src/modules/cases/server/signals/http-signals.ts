/*
Routes of signals. Who may send may also read, at a desk, what they sent and nothing else; the protection team reads all; monitoring what was told of areas, ten and more. Whoever
has none of these capabilities is told so whatever they ask for.
*/
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { asId, mustParse, record } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can, signedIn } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import type { PlacesDoor } from '../../../places/contract.ts'
import type { ReleasesDoor } from '../../../releases/contract.ts'
import type { SitesDoor } from '../../../sites/contract.ts'
import { type SignalContext, type SignalState, signalDecider } from '../../domain/signals/signal.ts'
import { SignalShown, type SignalTold, Signals, signalScopeOf } from '../../domain/signals/signal-answers.ts'
import {
  RecordSignal,
  type SignalCommand,
  type SignalEvent,
  SignalId,
  WithdrawSignal,
  signalKinds,
} from '../../domain/signals/signal-words.ts'
import { type SignalRow, listSignals, senderOf } from './store-signals.ts'

export interface SignalDoors {
  readonly sites: Pick<SitesDoor<Tx>, 'briefs'>
  readonly places: Pick<PlacesDoor<Tx>, 'listAreas'>
  /** What may be told of places, by those who decide what leaves. */
  readonly toldPlaces: ReleasesDoor<Tx>['toldPlaces']
}
export const signalAggregate: Aggregate<SignalState, SignalCommand, SignalEvent, SignalContext> = {
  ...{ name: 'signal', decider: signalDecider, kinds: signalKinds },
}
const MOST = 500
const params = record({ signal: SignalId })

export const signalRoutes = (doors: SignalDoors): readonly Route[] => [
  writeRoute({
    path: '/api/signals',
    allow: can('cases.signal'),
    summary: 'Records an event of a place without any person: kinds, day, site or area, how it is known; there is no field for words',
    body: RecordSignal,
    write: ({ door, who, tenant, envelope, data }) =>
      door.execute({
        ...{ aggregate: signalAggregate, subject: envelope.id, command: { step: 'record', ...data }, envelope, who },
        context: async (tx, _state, moment) => ({
          today: moment.today,
          place: await placeOf(tx, { doors, tenant, who }, data),
          mayWithdraw: false,
        }),
      }),
  }),
  writeRoute({
    path: '/api/signals/:signal/withdrawals',
    allow: signedIn,
    summary: 'Withdraws a signal that one sent, with a reason from a list; a supervisor withdraws any',
    params,
    body: WithdrawSignal,
    write: async ({ door, who, tenant, envelope, data, params: { signal } }) => {
      const supervises = who.capabilities.has('cases.supervise')
      if (!supervises && !who.capabilities.has('cases.signal')) return refused('not-allowed')
      return door.execute({
        ...{ aggregate: signalAggregate, subject: signal, command: { step: 'withdraw', ...data }, envelope, who },
        context: async (tx, _state, moment) => ({
          ...{ today: moment.today, place: null },
          mayWithdraw: supervises || (await senderOf(tx, tenant, signal)) === who.account,
        }),
      })
    },
  }),
  readRoute({
    path: '/api/signals',
    allow: signedIn,
    summary:
      'Signals: one’s own to who sends them; all to the protection team; to monitoring, what was told of areas by quarter, ten and more',
    answer: Signals,
    read: async ({ tx, tenant, who }) => {
      const scope = signalScopeOf(who.capabilities)
      if (scope === null) return refused('not-allowed')
      // A telephone may be searched: who only sends gets nothing back on it.
      if (scope === 'own' && who.device !== undefined) return accepted({ scope, signals: [], told: [] })
      if (scope === 'told') return accepted({ scope, signals: [], told: [...(await toldFor(tx, doors, tenant))] })
      const rows = await listSignals(tx, tenant, { sentBy: scope === 'own' ? who.account : null }, MOST)
      const named = await namesFor(tx, { doors, tenant }, rows)
      return accepted({ scope, signals: rows.map((row) => shown(row, { ...named, account: who.account })), told: [] })
    },
  }),
]

interface Asking {
  readonly doors: SignalDoors
  readonly tenant: string
}
/** An area that nobody knows is no area; who works in one area only means that one. */
async function placeOf(
  tx: Tx,
  { doors, tenant, who }: Asking & { readonly who: Who },
  { site, area }: Pick<RecordSignal, 'site' | 'area'>,
): Promise<SignalContext['place']> {
  if (site !== null) {
    const [brief] = await doors.sites.briefs(tx, [site], tenant)
    return brief === undefined ? null : { site: brief.id, provinceCode: brief.provinceCode, territoireCode: brief.territoireCode }
  }
  const own = who.territory !== 'everywhere' && who.territory.length === 1 ? who.territory[0] : undefined
  const code = area ?? own
  const territoire = (await doors.places.listAreas(tx, 'territoire', tenant)).find((one) => one.code === code)
  const province = (await doors.places.listAreas(tx, 'province', tenant)).find((one) => one.code === (territoire?.parent ?? code))
  return { site: null, provinceCode: province?.code ?? null, territoireCode: territoire?.code ?? null }
}

interface Names {
  readonly site: (row: SignalRow) => string | null
  readonly area: (row: SignalRow) => string | null
}
async function namesFor(tx: Tx, { doors, tenant }: Asking, rows: readonly SignalRow[]): Promise<Names> {
  const ids = [...new Set(rows.flatMap((row) => (row.site === null ? [] : [row.site])))]
  const briefs =
    ids.length === 0
      ? []
      : await doors.sites.briefs(
          tx,
          ids.map((one) => asId('site', one)),
          tenant,
        )
  const areas = [...(await doors.places.listAreas(tx, 'territoire', tenant)), ...(await doors.places.listAreas(tx, 'province', tenant))]
  return {
    site: (row) => briefs.find((one) => one.id === row.site)?.name ?? null,
    area: (row) => areas.find((one) => one.code === (row.territoireCode ?? row.provinceCode))?.name ?? null,
  }
}
const shown = (row: SignalRow, { site, area, account }: Names & { readonly account: string }): SignalShown =>
  mustParse(SignalShown, {
    ...{ id: row.id, types: row.types, channel: row.channel, source: row.source, observedOn: row.observedOn, site: row.site },
    ...{ siteName: site(row), areaName: area(row), shownFrom: row.shownFrom, mine: row.sentBy === account },
    withdrawnBecause: row.withdrawnBecause,
  })
async function toldFor(tx: Tx, doors: SignalDoors, tenant: string): Promise<readonly SignalTold[]> {
  const areas = [...(await doors.places.listAreas(tx, 'territoire', tenant)), ...(await doors.places.listAreas(tx, 'province', tenant))]
  const { lines } = await doors.toldPlaces(tx, tenant)
  return lines.flatMap(({ type, quarter, level, code, persons }) =>
    level === 'site' ? [] : [{ type, quarter, persons, areaName: areas.find((one) => one.code === code)?.name ?? null }],
  )
}
