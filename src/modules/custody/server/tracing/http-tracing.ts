/*
The routes of tracing: up from a lot, down from a site, around an organisation, place, road, paper or tag, each as of any day. They read in
one consistent picture; who answered and how much of the log it knew stands in every answer.
*/
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { record } from '../../../../kernel/schema.ts'
import { readRoute } from '../../../../platform/http/build-route.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { todayAt } from '../../../../kernel/calendar.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { SiteId } from '../../../sites/contract.ts'
import { LotId } from '../../contract.ts'
import * as words from '../../contract-tracing.ts'
import type { CustodyDoors } from '../doors.ts'
import { sightOf } from '../lots/sight.ts'
import { type Reader, compositionAnswer } from './composition-answer.ts'
import { type EngineRoom, engineOff } from './engine.ts'
import { impactAnswer, touchedAnswer } from './impact-answer.ts'
import { readPlace } from './store-graph.ts'
import type { TouchQuestion } from './store-touched.ts'

interface Asking {
  readonly tx: Tx
  readonly who: Who
  readonly tenant: string
  readonly now: string
}
export interface TracingHouse {
  readonly doors: CustodyDoors
  readonly room: EngineRoom
}

async function readerOf({ doors, room }: TracingHouse, { tx, who, tenant, now }: Asking): Promise<Reader> {
  const sight = await sightOf(tx, { tenant, doors }, who)
  const precision = who.capabilities.has('sites.exact-position') ? 'exact' : 'coarse'
  return { tx, tenant, doors, room, sight, precision, today: todayAt(now), now }
}

export function tracingRoutes(house: TracingHouse): readonly Route[] {
  return [
    readRoute({
      path: '/api/traces/lots/:lot',
      allow: can('custody.read'),
      summary: 'Of what a lot is made: share, least and most of each site, what no site answers for, papers, hands, the way; as of any day',
      params: record({ lot: LotId }),
      query: words.CompositionQuery,
      answer: words.LotComposition,
      read: async ({ params: { lot }, query: { asOf }, ...asked }) => {
        const answer = await compositionAnswer(await readerOf(house, asked), lot, asOf)
        return answer ? accepted(answer) : refused('unknown-lot')
      },
    }),
    readRoute({
      path: '/api/traces/sites/:site',
      allow: can('custody.read'),
      summary: 'Where the production of a site since a day went: by state, holder and lot; as of any day',
      params: record({ site: SiteId }),
      query: words.ImpactQuery,
      answer: words.SiteImpact,
      read: async ({ params: { site }, query, ...asked }) => {
        const answer = await impactAnswer(await readerOf(house, asked), site, query)
        return answer ? accepted(answer) : refused('unknown-site')
      },
    }),
    readRoute({
      path: '/api/traces/touched',
      allow: can('custody.read'),
      summary: 'Which lots touched an organisation, a depot, a road, a paper or a tag, and what was made of them; as of any day',
      query: words.TouchedQuery,
      answer: words.Touched,
      read: async ({ query, ...asked }) => {
        const question = questionOf(query)
        return question ? accepted(await touchedAnswer(await readerOf(house, asked), question, query)) : refused('trace-one-thing')
      },
    }),
    readRoute({
      path: '/api/traces/engine',
      // The head moves with every act, also on files that are kept from who asks: for whoever runs the server.
      allow: can('people.manage'),
      summary: 'Whether tracing is answered from memory or from the record, and how much of the log the memory knows',
      answer: words.TraceEngineState,
      read: async ({ tx, tenant }) => {
        const head = (await readPlace(tx, tenant))?.position ?? 0
        return accepted({ ...(house.room.current?.state(tenant) ?? engineOff), head })
      },
    }),
  ]
}

function questionOf(query: Partial<Record<TouchQuestion['what'], string | undefined>>): TouchQuestion | null {
  const named = (['organisation', 'place', 'road', 'paper', 'tag'] as const).flatMap((what) => {
    const value = query[what]
    return value === undefined ? [] : [{ what, value: value.trim() }]
  })
  return named.length === 1 ? (named[0] ?? null) : null
}
