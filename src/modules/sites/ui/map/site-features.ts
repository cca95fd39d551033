/* From the map's rows to what the map draws: mark, order of drawing, ink by the age of the fact that the mark shows. Pure. */
import type { FeatureCollection } from 'geojson'
import { inkOf } from '../../../../app/kit/clock.ts'
import { type LayerChoice, markOf, marksOf } from './layers.ts'
import type { MapSite } from './map-sites.ts'

/** A site with its mark in the chosen layer. */
export interface MarkedSite {
  readonly site: MapSite
  readonly key: string
  readonly on: string | null
}
export const marked = (sites: readonly MapSite[], choice: LayerChoice): readonly MarkedSite[] =>
  sites.map((site) => ({ site, ...markOf(site, choice) }))

const inks = { 1: 1, 2: 0.75, 3: 0.5 } as const
/** Marks that say that nothing is known have no age to fade with. */
const undated: readonly string[] = ['not-asked', 'not-known', 'no-clock', 'never']

export function siteFeatures(sites: readonly MarkedSite[], { layer, today }: LayerChoice): FeatureCollection {
  const orders = new Map(marksOf[layer].map((mark) => [mark.key, mark.order]))
  return {
    type: 'FeatureCollection',
    features: sites.map(({ site, key, on }) => ({
      type: 'Feature',
      properties: {
        id: site.id,
        name: site.name,
        icon: key,
        // What matters most lies on top; a held site above its like.
        order: (orders.get(key) ?? 0) * 2 + (site.held ? 1 : 0),
        ink: undated.includes(key) ? 1 : inks[inkOf(on, today)],
      },
      geometry: { type: 'Point', coordinates: [site.longitude, site.latitude] },
    })),
  }
}

/** How many sites bear each mark. */
export function countMarks(sites: readonly MarkedSite[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { key } of sites) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
