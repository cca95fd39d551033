/* All routes of sites, in the order in which the API page shows them. */
import { record, text } from '../../../kernel/schema.ts'
import { pageRoute } from '../../../platform/http/build-route.ts'
import type { Route } from '../../../platform/http/route.ts'
import { sitePage } from '../page/site-page.ts'
import { missionRoutes } from './missions/http-missions.ts'
import { draftRoutes } from './orders/http-drafts.ts'
import { orderRoutes } from './orders/http-orders.ts'
import { queueRoutes, reportRoutes } from './status/http-reports.ts'
import { ruleRoutes } from './status/http-rules.ts'
import { layerRoutes } from './register/http-layers.ts'
import { publicRoutes } from './register/http-public.ts'
import { registerRoutes } from './register/http-register.ts'
import { siteRoutes } from './register/http-sites.ts'
import type { SitesDoors } from './register/place-of-site.ts'
import { readPublicSite } from './register/read-public-site.ts'

export const sitesRoutes = (doors: SitesDoors): readonly Route[] => [
  ...siteRoutes(doors),
  ...registerRoutes(doors),
  ...layerRoutes(doors),
  ...missionRoutes(doors),
  ...orderRoutes(doors),
  ...draftRoutes(doors),
  ...queueRoutes(doors),
  ...reportRoutes,
  ...ruleRoutes,
  publicPage(doors),
  ...publicRoutes(doors),
]

const publicPage = (doors: SitesDoors): Route =>
  pageRoute({
    path: '/site/:site',
    summary: 'The public page of a site, by national key or id',
    params: record({ site: text(80) }),
    page: async ({ tx, tenant, params: { site }, language, now }) => {
      const shown = await readPublicSite(tx, { tenant, doors }, { key: site, now })
      return shown === null ? null : sitePage(shown, language)
    },
  })
