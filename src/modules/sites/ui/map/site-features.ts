/* From the server's short records to what the map draws: mark, order of drawing, ink by the age of the last visit. Pure. */
import type { FeatureCollection } from 'geojson'
import { inkOf } from '../../../../app/kit/clock.ts'
import type { SiteMap } from '../../domain/register/answers.ts'
import { iconName, kindOf } from './site-icons.ts'

export type MapSite = SiteMap['sites'][number]

/** What matters most lies on top: red over lapsed green over the rest. */
const orderOf = ({ shown, lapsedOn, held }: MapSite): number =>
  (shown === 'red' ? 4 : shown === 'yellow' ? 3 : shown === 'green' ? 2 : shown === 'blue' ? 1 : 0) + (lapsedOn !== null || held ? 3 : 0)
const inks = { 1: 1, 2: 0.8, 3: 0.6 } as const

export function siteFeatures(sites: readonly MapSite[], today: string): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: sites.map((site) => ({
      type: 'Feature',
      properties: {
        id: site.id,
        name: site.name,
        icon: iconName(site.shown, kindOf(site)),
        order: orderOf(site),
        ink: inks[inkOf(site.lastVisitOn, today)],
      },
      geometry: { type: 'Point', coordinates: [site.lon, site.lat] },
    })),
  }
}
