import type { FeatureCollection } from 'geojson'
import { expect, test } from 'vitest'
import { blankMapSite } from '../../../../../test/map-site.ts'
import type { MapSite } from './map-sites.ts'
import { visitGrid } from './visit-grid.ts'

const site = (longitude: number, latitude: number, lastVisitOn: string | null): MapSite => ({
  ...blankMapSite,
  ...{ id: `${longitude}`, longitude, latitude, lastVisitOn },
})
const triangle: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: {},
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [28, -2],
            [29, -2],
            [28, -1],
            [28, -2],
          ],
        ],
      },
    },
  ],
}
const kinds = (sites: readonly MapSite[], areas: FeatureCollection | null, years = 3) =>
  visitGrid({ sites, areas, today: '2026-11-21', years }).features.map(({ properties, geometry }) => [
    properties.kind,
    geometry.coordinates[0]?.[0]?.join(),
  ])

test('a visited cell is not drawn, one long unvisited is, and its newest visit decides', () => {
  expect(kinds([site(28.1, -1.9, '2026-01-01')], null)).toEqual([])
  expect(kinds([site(28.1, -1.9, '2019-01-01')], null)).toEqual([['old', '28,-2']])
  expect(kinds([site(28.1, -1.9, '2019-01-01'), site(28.2, -1.8, '2026-01-01'), site(28.2, -1.8, null)], null)).toEqual([])
  expect(kinds([site(28.1, -1.9, '2022-01-01')], null, 5)).toEqual([])
  expect(kinds([site(28.1, -1.9, null)], null)).toEqual([['old', '28,-2']])
})

test('inside an area every cell without a visit is drawn, and outside none but those with sites', () => {
  const cells = kinds([site(28.1, -1.9, '2026-01-01'), site(28.9, -1.1, null)], triangle)
  expect(cells.filter(([kind]) => kind === 'old')).toEqual([['old', '28.75,-1.25']])
  expect(cells.filter(([kind]) => kind === 'empty')).toHaveLength(5)
  expect(cells).not.toContainEqual(['empty', '28,-2'])
})
