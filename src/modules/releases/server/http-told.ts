/*
What may be told of places, over HTTP: whoever reads sites reads provinces and territoires of their own territory, who is cleared for positions single sites
too, who monitors and who protects data all of it. Always what was kept, never a count of the moment.
*/
import { disclosureRules } from '../../../kernel/disclosure/disclosure-rules.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { record, text } from '../../../kernel/schema.ts'
import { readRoute } from '../../../platform/http/build-route.ts'
import { type Route, signedIn } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import { covers } from '../../people/contract.ts'
import { type ToldPlace, ToldPlaces } from '../contract.ts'
import { toldPlaces } from './told-places.ts'

const params = record({ area: text(12).regex(/^[A-Z]{2}[A-Z0-9-]{0,10}$/, 'not-an-area') })
const counts = ({ capabilities }: Who): boolean => capabilities.has('releases.read')

export const toldRoutes = (): readonly Route[] => [
  readRoute({
    path: '/api/told-places/:area',
    allow: signedIn,
    summary: 'What may be told of a province or a territoire: types by quarter, ten or more and rounded down, as it was told once; no case',
    params,
    answer: ToldPlaces,
    read: async ({ tx, tenant, who, now, params: { area } }) => {
      if (!counts(who) && !who.capabilities.has('sites.read')) return refused('not-allowed')
      const withSites = who.capabilities.has('sites.exact-position')
      const { quarters, lines } = await toldPlaces(tx, tenant)
      return accepted({
        quarters: [...quarters],
        lines: lines.filter((one) => isOf(one, area) && maySee(who, one) && (withSites || one.level !== 'site')),
        ...{ least: disclosureRules.leastAtSite.value, delayDays: disclosureRules.siteDelayDays.value, withSites, readAt: now },
      })
    },
  }),
]
const isOf = ({ province, territoire }: ToldPlace, area: string): boolean => province === area || territoire === area
const maySee = (who: Who, { province, territoire }: ToldPlace): boolean => counts(who) || covers(who.territory, { province, territoire })
