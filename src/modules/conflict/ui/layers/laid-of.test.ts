/* On the map of sites too: silence is not blindness, age is ink, and what may not be shared is on no paper. */
import { expect, test } from 'vitest'
import type { FeatureCollection } from 'geojson'
import type { ConflictFeature } from '../../contract-layers.ts'
import { laidOf } from './laid-of.ts'
import { chosenOnMap } from './layer-rules.ts'

const DAY = '2026-11-22'
const feature = (told: Partial<ConflictFeature['properties']>, geometry: ConflictFeature['geometry'] = null): ConflictFeature => ({
  type: 'Feature',
  geometry,
  properties: {
    ...{ layer: 'events', key: 'k', title: 'Bahati', kinds: [], area: 'XL101', areaName: 'Bahati', events: null, persons: null, on: null },
    ...{ freshness: null, confidence: null, source: 'Relevé (fictif)', licence: null, looked: 'no', mayBeShared: true },
    ...told,
  },
})
const area = (code: string): FeatureCollection['features'][number] => ({
  type: 'Feature',
  properties: { code, name: `Territoire ${code}` },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [21, -2],
        [22, -2],
        [22, -3],
        [21, -2],
      ],
    ],
  },
})
const boundaries: FeatureCollection = { type: 'FeatureCollection', features: ['XL101', 'XL102', 'XL103'].map(area) }
const lay = (features: readonly ConflictFeature[], more: Partial<Parameters<typeof laidOf>[0]> = {}) =>
  laidOf({
    ...{ features, boundaries, shade: 'events', day: DAY, paper: false },
    saidOf: ({ properties }) => properties.title,
    saidOfArea: (name, state) => `${name} ${state}`,
    ...more,
  }).features

test('an area that nobody looked at is hatched, one in which nothing was reported is not, and an area without a row says so', () => {
  const rows = [feature({ area: 'XL101', looked: 'yes', events: 0 }), feature({ area: 'XL102', looked: 'no', events: null })]
  expect(lay(rows).map(({ properties }) => [properties?.['wear'], properties?.['said']])).toEqual([
    ['calm', 'Bahati'],
    ['unlooked', 'Bahati'],
    ['unlooked', 'Territoire XL103 not-looked'],
  ])
})
test('of places that were told, an area without a row says nothing: neither that somebody looked nor that nobody did', () => {
  const told = feature({ layer: 'told', area: 'XL101', looked: 'partly', kinds: ['illegal-taxation'], persons: 10 })
  expect(lay([told], { shade: 'told' }).map(({ properties }) => properties?.['wear'])).toEqual(['weak', 'unsaid', 'unsaid'])
})
test('the older a sign, the less ink; a road under interference is drawn as an alarm; signs differ by layer', () => {
  const at = { type: 'Point', coordinates: [21.4, -2.5] } as const
  const line = {
    type: 'LineString',
    coordinates: [
      [21, -2],
      [22, -3],
    ],
  } satisfies ConflictFeature['geometry']
  const rows = [
    feature({ layer: 'roadblocks', on: '2026-11-20' }, { ...at, coordinates: [...at.coordinates] }),
    feature({ layer: 'sheets', on: '2026-01-01' }, { ...at, coordinates: [...at.coordinates] }),
    feature({ layer: 'roads', kinds: ['yes'], on: '2026-11-20' }, line),
  ]
  expect(lay(rows, { shade: 'roads' }).map(({ properties }) => [properties?.['wear'], properties?.['ink']])).toEqual([
    ['diamond', 1],
    ['square', 0.5],
    ['alarm-line', 1],
  ])
})
test('on paper no sign that may not be passed on, and no shading by numbers that count such rows', () => {
  const at: ConflictFeature['geometry'] = { type: 'Point', coordinates: [21.4, -2.5] }
  const rows = [
    feature({ events: 2, looked: 'yes', mayBeShared: false }),
    feature({ title: 'GARDE', mayBeShared: false }, at),
    feature({ title: 'dit' }, at),
  ]
  expect(lay(rows)).toHaveLength(5)
  expect(lay(rows, { paper: true }).map(({ properties }) => properties?.['said'])).toEqual(['dit'])
})
test('on the map of sites no layer is chosen by itself', () => {
  expect([chosenOnMap(undefined), chosenOnMap(''), chosenOnMap('roads,xyz')]).toEqual([[], [], ['roads']])
})
