/*
What is shown on the map as a file: the same sites after the same filters, every layer's value, and on each line the two dates by which
it is true. Headings are in the language of the screen; the properties of GeoJSON are fixed English names for machines. Pure.
*/
import type { FeatureCollection } from 'geojson'
import type { Column } from '../../../../app/kit/data-table.tsx'
import type { ColumnRule } from '../../../../app/kit/table-rows.ts'
import type { Translate, WordKey } from '../../../../app/words.ts'
import type { MapSite } from './map-sites.ts'

export interface Taken {
  readonly asOf: string
  readonly knownAt: string
  readonly positionPrecision: 'exact' | 'coarse'
}
type FileColumn = ColumnRule<MapSite> & Pick<Column<MapSite>, 'header'>

export function fileColumns(t: Translate, { asOf, knownAt }: Taken): readonly FileColumn[] {
  const column = (key: string, word: WordKey, value: FileColumn['value']): FileColumn => ({ key, header: t(word), value })
  const yesNo = (flag: boolean | null): string | null => (flag === null ? null : t(flag ? 'app.yes' : 'app.no'))
  return [
    column('name', 'map.file.name', (site) => site.name),
    column('nationalId', 'map.file.nationalId', (site) => site.nationalId),
    column('province', 'map.file.province', (site) => site.province?.name ?? null),
    column('territoire', 'map.file.territoire', (site) => site.territoire?.name ?? null),
    column('latitude', 'map.file.latitude', (site) => site.latitude),
    column('longitude', 'map.file.longitude', (site) => site.longitude),
    column('status', 'map.file.status', (site) => t(`status.${site.shown}`).toLowerCase()),
    column('basis', 'map.file.basis', (site) => t(`map.basis.${site.basis}`)),
    column('until', 'map.file.until', (site) => site.until),
    column('lapsed', 'map.file.lapsed', (site) => yesNo(site.lapsedOn !== null)),
    column('held', 'map.file.held', (site) => yesNo(site.held)),
    column('order', 'map.file.order', (site) => site.order),
    column('minerals', 'map.file.minerals', (site) => site.minerals.join(' ')),
    column('workers', 'map.file.workers', (site) => site.workers),
    column('workersOn', 'map.file.workersOn', (site) => site.workersOn),
    column('interference', 'map.file.interference', (site) => yesNo(site.interference)),
    column('interferenceOn', 'map.file.interferenceOn', (site) => site.interferenceOn),
    column('actors', 'map.file.actors', (site) => site.armed.map(({ actor, on }) => `${t(`actor.${actor}`)} ${on}`).join('; ') || null),
    column('services', 'map.file.services', (site) => site.services?.join('; ') ?? null),
    column('servicesOn', 'map.file.servicesOn', (site) => site.servicesOn),
    column('scheme', 'map.file.scheme', (site) => site.scheme),
    column('schemeOn', 'map.file.schemeOn', (site) => site.schemeOn),
    column('lastVisitOn', 'map.file.lastVisitOn', (site) => site.lastVisitOn),
    column('asOf', 'map.file.asOf', () => asOf),
    column('knownAt', 'map.file.knownAt', () => knownAt),
  ]
}

/** With the sources as a foreign member, which readers of GeoJSON skip. */
export function geoJsonOf(sites: readonly MapSite[], { asOf, knownAt, positionPrecision }: Taken, credits: string): string {
  const features: FeatureCollection['features'] = sites.map(({ id, longitude, latitude, province, territoire, ...site }) => ({
    type: 'Feature',
    id,
    properties: {
      ...site,
      province: province?.name ?? null,
      provinceCode: province?.code ?? null,
      territoire: territoire?.name ?? null,
      territoireCode: territoire?.code ?? null,
    },
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
  }))
  return JSON.stringify({ type: 'FeatureCollection', asOf, knownAt, positionPrecision, credits, features })
}
