/* The map's style: land, water, borders, marks. No glyph files and no outside address: letters come from the app's own font. */
import type { FeatureCollection } from 'geojson'
import type { StyleSpecification } from 'maplibre-gl'
import { drawnColour } from '../../../../app/theme.ts'
import type { BaseMap } from './base-map.ts'

const empty: FeatureCollection = { type: 'FeatureCollection', features: [] }
const font = ['Noto Sans']

export interface Ground extends BaseMap {
  readonly provinces: FeatureCollection | null
  readonly sites: FeatureCollection
}

export function mapStyle({ countries, names, provinces, sites }: Ground): StyleSpecification {
  return {
    version: 8,
    sources: {
      countries: { type: 'geojson', data: countries },
      names: { type: 'geojson', data: names },
      provinces: { type: 'geojson', data: provinces ?? empty },
      sites: { type: 'geojson', data: sites },
    },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': drawnColour('--water') } },
      { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': drawnColour('--land'), 'fill-antialias': false } },
      {
        id: 'provinces',
        type: 'line',
        source: 'provinces',
        paint: { 'line-color': drawnColour('--line-strong'), 'line-width': 0.6, 'line-dasharray': [3, 2] },
      },
      { id: 'borders', type: 'line', source: 'countries', paint: { 'line-color': drawnColour('--line-strong'), 'line-width': 1.1 } },
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
          'icon-size': ['interpolate', ['linear'], ['zoom'], 4, 0.65, 8, 0.9, 12, 1.2],
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
