/* Layers of the map and facts that contradict a status, over HTTP; what a tier may not see is cut here and said as restricted. */
import { addMonths, todayAt } from '../../../../kernel/calendar.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { readRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import { ChecksAnswer, ChecksQuery, LayersAnswer, LayersQuery } from '../../contract-layers.ts'
import { tierOf } from '../../domain/tiers/tiers.ts'
import { NEIGHBOUR_KM, readChecks } from './read-checks.ts'
import { readLayers } from './read-layers.ts'
import type { MapHouse } from './seams.ts'

const SHOWN_MONTHS = 12

export const layerRoutes = (house: MapHouse): readonly Route[] => [
  readRoute({
    path: '/api/conflict/layers',
    summary:
      'Layers of the map as GeoJSON: events, sheets, roadblocks, roads; each with source, age, confidence and whether somebody looked',
    allow: can('conflict.read'),
    query: LayersQuery,
    answer: LayersAnswer,
    read: async ({ tx, tenant, who, query, now }) => {
      const until = query.until ?? todayAt(now)
      const from = query.from ?? addMonths(until, -SHOWN_MONTHS)
      if (from > until) return refused('days-the-wrong-way-round')
      const may = { propose: false, map: false }
      return accepted(await readLayers(tx, house, { tenant, tier: tierOf(who.capabilities), account: who.account, from, until, now, may }))
    },
  }),
  readRoute({
    path: '/api/conflict/checks',
    summary: 'Facts that contradict the status of a site, and neighbours of red sites with what was weighed there before and after',
    allow: can('conflict.read'),
    query: ChecksQuery,
    answer: ChecksAnswer,
    read: async ({ tx, tenant, who, query, now }) =>
      accepted(
        await readChecks(tx, house, { tenant, tier: tierOf(who.capabilities), account: who.account, now, km: query.km ?? NEIGHBOUR_KM }),
      ),
  }),
]
