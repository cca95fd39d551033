/* The map's style: land, water, borders, marks. No glyph files and no outside address: letters come from the app's own font. */
import type { FeatureCollection } from 'geojson'
import type { StyleSpecification } from 'maplibre-gl'
import { drawnColour } from '../../../../app/theme.ts'
import type { BaseMap } from './base-map.ts'
import { LAID, laidAreas, laidSigns } from './laid-style.ts'

const empty: FeatureCollection = { type: 'FeatureCollection', features: [] }
const font = ['Noto Sans']

/** What a person laid on the map from a file of their own. */
export interface DrawnLayer {
  readonly id: string
  readonly colour: `--${string}`
  readonly data: FeatureCollection
}
export interface Ground extends BaseMap {
  readonly provinces: FeatureCollection | null
  readonly grid: FeatureCollection | null
  readonly own: readonly DrawnLayer[]
  /** What other modules lay on it. */
  readonly laid: FeatureCollection | null
  readonly sites: FeatureCollection
}

export function mapStyle({ countries, names, provinces, grid, own, laid, sites }: Ground): StyleSpecification {
  return {
    version: 8,
    sources: {
      countries: { type: 'geojson', data: countries },
      names: { type: 'geojson', data: names },
      provinces: { type: 'geojson', data: provinces ?? empty },
      grid: { type: 'geojson', data: grid ?? empty },
      [LAID]: { type: 'geojson', data: laid ?? empty },
      sites: { type: 'geojson', data: sites },
      ...Object.fromEntries(own.map(({ id, data }) => [`own-${id}`, { type: 'geojson' as const, data }])),
    },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': drawnColour('--water') } },
      { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': drawnColour('--land'), 'fill-antialias': false } },
      {
        id: 'grid',
        type: 'fill',
        source: 'grid',
        paint: {
          'fill-color': ['match', ['get', 'kind'], 'old', drawnColour('--map-alarm'), drawnColour('--muted')],
          'fill-opacity': ['match', ['get', 'kind'], 'old', 0.24, 0.13],
          'fill-outline-color': drawnColour('--land'),
        },
      },
      ...laidAreas(),
      {
        id: 'provinces',
        type: 'line',
        source: 'provinces',
        paint: { 'line-color': drawnColour('--line-strong'), 'line-width': 0.6, 'line-dasharray': [3, 2] },
      },
      { id: 'borders', type: 'line', source: 'countries', paint: { 'line-color': drawnColour('--line-strong'), 'line-width': 1.1 } },
      ...own.flatMap(ownLayers),
      ...laidSigns(),
      {
        id: 'names',
        type: 'symbol',
        source: 'names',
        maxzoom: 8,
        layout: { 'text-field': ['get', 'name'], 'text-font': font, 'text-size': 13, 'text-letter-spacing': 0.08 },
        paint: { 'text-color': drawnColour('--muted'), 'text-halo-color': drawnColour('--land'), 'text-halo-width': 1.5 },
      },
      {
        id: 'sites',
        type: 'symbol',
        source: 'sites',
        layout: {
          'icon-image': ['get', 'icon'],
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
          'icon-size': ['interpolate', ['linear'], ['zoom'], 4, 0.6, 7, 0.85, 12, 1.15],
          'symbol-sort-key': ['get', 'order'],
          'text-field': ['step', ['zoom'], '', 10, ['get', 'name']],
          'text-font': font,
          'text-size': 12,
          'text-anchor': 'left',
          'text-offset': [1, 0],
          'text-optional': true,
        },
        paint: {
          'icon-opacity': ['get', 'ink'],
          'text-color': drawnColour('--ink'),
          'text-halo-color': drawnColour('--land'),
          'text-halo-width': 1.5,
        },
      },
    ],
  }
}

type Layers = StyleSpecification['layers']
/** Areas, lines and points of one file; each shape is drawn by the layer that fits it. */
function ownLayers({ id, colour }: DrawnLayer): Layers {
  const source = `own-${id}`
  const ink = drawnColour(colour)
  return [
    {
      id: `${source}-area`,
      type: 'fill',
      source,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': ink, 'fill-opacity': 0.16 },
    },
    {
      id: `${source}-line`,
      type: 'line',
      source,
      filter: ['!=', ['geometry-type'], 'Point'],
      paint: { 'line-color': ink, 'line-width': 1.8 },
    },
    {
      id: `${source}-point`,
      type: 'circle',
      source,
      filter: ['==', ['geometry-type'], 'Point'],
      paint: { 'circle-color': ink, 'circle-radius': 4, 'circle-stroke-color': drawnColour('--panel'), 'circle-stroke-width': 1 },
    },
  ]
}
