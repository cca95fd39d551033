import { expect, test } from 'vitest'
import fc from 'fast-check'
import { type Polygons, boxOf, contains, shapeOf } from './point-in-area.ts'

const square = (west: number, south: number, size: number): [number, number][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const withHole: Polygons = [[square(0, 0, 10), square(4, 4, 2)]]
const twoParts: Polygons = [[square(0, 0, 1)], [square(5, 5, 1)]]
// A letter C, open to the east.
const bay: Polygons = [
  [
    [
      [0, 0],
      [10, 0],
      [10, 2],
      [2, 2],
      [2, 8],
      [10, 8],
      [10, 10],
      [0, 10],
      [0, 0],
    ],
  ],
]

test.each<[string, Polygons, number, number, boolean]>([
  ['inside a square', withHole, 1, 1, true],
  ['inside its hole', withHole, 5, 5, false],
  ['between hole and border', withHole, 3.9, 5, true],
  ['outside, in the same latitude', withHole, 11, 5, false],
  ['outside the box', withHole, -1, -1, false],
  ['in the first of two parts', twoParts, 0.5, 0.5, true],
  ['in the second of two parts', twoParts, 5.5, 5.5, true],
  ['between two parts', twoParts, 3, 3, false],
  ['in the arm of a bay', bay, 9, 1, true],
  ['in the bay itself', bay, 9, 5, false],
  ['behind the bay', bay, 1, 5, true],
  ['at the height of a corner', bay, 9, 2, false],
  ['on the western border', withHole, 0, 5, true],
  ['on the eastern border', withHole, 10, 5, false],
  ['on the southern border', withHole, 5, 0, true],
  ['on the northern border', withHole, 5, 10, false],
])('%s', (_, polygons, longitude, latitude, expected) => {
  expect(contains(shapeOf(polygons), { latitude, longitude })).toBe(expected)
})

test('a ring that is not closed counts as closed', () => {
  const open: Polygons = [[square(0, 0, 10).slice(0, -1)]]
  expect(contains(shapeOf(open), { latitude: 5, longitude: 5 })).toBe(true)
  expect(contains(shapeOf(open), { latitude: 5, longitude: -5 })).toBe(false)
})

test('an empty area holds nothing', () => {
  expect(contains(shapeOf([]), { latitude: 0, longitude: 0 })).toBe(false)
})

test('the box is west, south, east, north over all parts', () => {
  expect(boxOf(twoParts)).toEqual([0, 0, 6, 6])
})

test('a point, on a shared border too, lies in exactly one of the areas that fill a square', () => {
  const tiles = [0, 1, 2, 3].flatMap((west) => [0, 1, 2, 3].map((south) => shapeOf([[square(west, south, 1)]])))
  const onGrid = fc.integer({ min: 0, max: 399 }).map((n) => n / 100)
  fc.assert(
    fc.property(onGrid, onGrid, (longitude, latitude) => {
      expect(tiles.filter((tile) => contains(tile, { latitude, longitude })).length).toBe(1)
    }),
  )
})
