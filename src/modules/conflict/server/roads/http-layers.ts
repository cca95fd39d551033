/* Layers of the map, facts that contradict a status and what is known of one site, over HTTP; what a tier may not see is cut here and said as restricted. */
import { addMonths, todayAt } from '../../../../kernel/calendar.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { record } from '../../../../kernel/schema.ts'
import { readRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { covers } from '../../../people/contract.ts'
import { SiteId } from '../../../sites/contract.ts'
import { ChecksAnswer, ChecksQuery, LayersAnswer, LayersQuery } from '../../contract-layers.ts'
import { SiteConflict } from '../../contract-site.ts'
import { tierOf } from '../../domain/tiers/tiers.ts'
import { readChecks } from './read-checks.ts'
import { readLayers } from './read-layers.ts'
import { readSiteConflict } from './read-site.ts'
import type { MapHouse } from './seams.ts'
import { NEIGHBOUR_KM } from './site-facts.ts'
import type { ToldReader } from './told-features.ts'

const SHOWN_MONTHS = 12
/** As where they are told first: who monitors reads all, who reads sites those of the own territory, single sites only who is cleared for positions. */
const toldReader = ({ capabilities, territory }: Who): ToldReader | null => {
  const isAll = capabilities.has('releases.read')
  if (!isAll && !capabilities.has('sites.read')) return null
  return { withSites: capabilities.has('sites.exact-position'), covers: (place) => isAll || covers(territory, place) }
}

export const layerRoutes = (house: MapHouse): readonly Route[] => [
  readRoute({
    path: '/api/conflict/layers',
    summary:
      'Layers of the map as GeoJSON: events, sheets, roadblocks, roads, what was told of places; each with source, age, confidence and whether somebody looked',
    allow: can('conflict.read'),
    query: LayersQuery,
    answer: LayersAnswer,
    read: async ({ tx, tenant, who, query, now }) => {
      const until = query.until ?? todayAt(now)
      const from = query.from ?? addMonths(until, -SHOWN_MONTHS)
      if (from > until) return refused('days-the-wrong-way-round')
      const may = { propose: false, map: false }
      const reader = { tenant, tier: tierOf(who.capabilities), account: who.account }
      return accepted(await readLayers(tx, house, { ...reader, from, until, now, may, told: toldReader(who) }))
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
  readRoute({
    path: '/api/conflict/sites/:site',
    summary: 'What is known of conflict at one site for the cleared, in its territoire for committees; what nobody looked at is said',
    allow: can('conflict.read'),
    params: record({ site: SiteId }),
    answer: SiteConflict,
    read: async ({ tx, tenant, who, params: { site }, now }) => {
      const reader = { tenant, tier: tierOf(who.capabilities), account: who.account }
      const found = await readSiteConflict(tx, house, { ...reader, site, asker: who, now })
      return found === null ? refused('unknown-site') : accepted(found)
    },
  }),
]
