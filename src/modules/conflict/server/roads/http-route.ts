/* The way of a lot over HTTP. A lot that the reader may not see does not exist. */
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { record } from '../../../../kernel/schema.ts'
import { readRoute as readingRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import { LotId } from '../../../custody/contract.ts'
import { LotRoute } from '../../contract-route.ts'
import { tierOf } from '../../domain/tiers/tiers.ts'
import { readRoute } from './read-route.ts'
import type { MapHouse } from './seams.ts'

export const lotRouteRoute = (house: MapHouse): Route =>
  readingRoute({
    path: '/api/conflict/lots/:lot/route',
    summary:
      'Over which ground a lot went, leg by leg, and what is known of it: roadblocks, violence, red neighbours, and what nobody looked at',
    allow: can('custody.read'),
    params: record({ lot: LotId }),
    answer: LotRoute,
    read: async ({ tx, tenant, who, params: { lot }, now }) => {
      const way = await house.way.wayOf(tx, tenant, { lot, reader: who })
      if (way === null) return refused('unknown-lot')
      return accepted(await readRoute(tx, house, { tenant, tier: tierOf(who.capabilities), account: who.account, now, way }))
    },
  })
