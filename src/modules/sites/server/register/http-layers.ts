/* The map over HTTP: all layers of all sites, and what lies near one site. */
import { accepted } from '../../../../kernel/outcome.ts'
import { maybe, record } from '../../../../kernel/schema.ts'
import { readRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import { SiteId } from '../../contract.ts'
import { NearbySites } from '../../domain/register/near.ts'
import { precisionOf } from '../../domain/register/precision.ts'
import { NearDistance, SiteLayers } from '../../domain/register/site-layers.ts'
import { dated, filterOf, filtered, questionOf } from '../questions.ts'
import type { SitesDoors } from './place-of-site.ts'
import { readSiteLayers } from './read-layers.ts'
import { readNear } from './read-near.ts'

export const layerRoutes = (doors: SitesDoors): readonly Route[] => [
  readRoute({
    path: '/api/sites/layers',
    allow: can('sites.read'),
    summary: 'Every site that has a position with the values of every layer of the map, in columns',
    query: record({ ...dated, ...filtered }),
    answer: SiteLayers,
    read: async ({ tx, tenant, who, query: { asOf, knownAt, ...filter }, now }) =>
      accepted(
        await readSiteLayers(
          tx,
          { tenant, doors },
          { question: questionOf({ asOf, knownAt }, now), precision: precisionOf(who.capabilities), filter: filterOf(filter) },
        ),
      ),
  }),
  readRoute({
    path: '/api/sites/:site/near',
    allow: can('sites.read'),
    summary: 'Other sites within 5, 10 or 25 km, by the positions that the asker may see',
    params: record({ site: SiteId }),
    query: record({ ...dated, within: maybe(NearDistance) }),
    answer: NearbySites,
    read: ({ tx, tenant, who, params: { site }, query, now }) =>
      readNear(tx, tenant, {
        site,
        within: Number(query.within ?? '10'),
        question: questionOf(query, now),
        precision: precisionOf(who.capabilities),
      }),
  }),
]
