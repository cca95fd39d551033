/*
The ground under the sites: countries from Natural Earth, cut to the region when the app is built (`base-map.json`), so that
the map is drawn without network. Names of countries come from the browser's own tables in the chosen language. Provinces are
added when the server has boundaries.
*/
import type { FeatureCollection, Geometry } from 'geojson'
import type { Language } from '../../../../kernel/phrase.ts'

export interface BaseMap {
  readonly countries: FeatureCollection<Geometry, { name: string }>
  readonly names: FeatureCollection
}

export async function loadBaseMap(language: Language): Promise<BaseMap> {
  const countries: BaseMap['countries'] = await (await fetch('/base-map.json')).json()
  return { countries, names: countryNames(language) }
}

/** Where a country's name is written, near its middle as seen from the Great Lakes: [longitude, latitude]. */
const places: readonly (readonly [code: string, longitude: number, latitude: number])[] = [
  ['CD', 23.6, -3.2],
  ['CG', 15.2, -0.8],
  ['CF', 20.6, 6.6],
  ['SS', 30.2, 7.3],
  ['UG', 32.4, 1.4],
  ['KE', 37.9, 0.5],
  ['RW', 29.95, -2.0],
  ['BI', 29.95, -3.4],
  ['TZ', 34.9, -6.2],
  ['ZM', 27.2, -14.3],
  ['AO', 17.6, -12.2],
  ['SD', 30.0, 14.5],
]
function countryNames(language: Language): FeatureCollection {
  const names = new Intl.DisplayNames([language], { type: 'region' })
  return {
    type: 'FeatureCollection',
    features: places.map(([code, longitude, latitude]) => ({
      type: 'Feature',
      properties: { name: names.of(code) ?? code },
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
    })),
  }
}
