import { expect, test } from 'vitest'
import { readOwnFile } from './own-layer-file.ts'

const collection = (...geometries: readonly unknown[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: geometries.map((geometry) => ({ type: 'Feature', properties: { chef: 'X' }, geometry })),
  })
const polygon = (...points: readonly (readonly number[])[]) => ({ type: 'Polygon', coordinates: [points] })

test('points, lines and areas are kept, their properties are not', () => {
  const { data, fault } = readOwnFile(
    collection(
      { type: 'Point', coordinates: [28, -2, 1400] },
      {
        type: 'LineString',
        coordinates: [
          [28, -2],
          [29, -2],
        ],
      },
      polygon([28, -2], [29, -2], [29, -1], [28, -2]),
      null,
    ),
  )
  expect(fault).toBeNull()
  expect(data?.features.map(({ geometry }) => geometry.type)).toEqual(['Point', 'LineString', 'Polygon'])
  expect(JSON.stringify(data)).not.toContain('chef')
})

test.each([
  ['{', 'map.own.fault.not-json', undefined],
  ['[1]', 'map.own.fault.not-geojson', undefined],
  [JSON.stringify({ type: 'Topology', objects: {} }), 'map.own.fault.not-geojson', undefined],
  [collection(), 'map.own.fault.empty', undefined],
  [collection(null), 'map.own.fault.empty', undefined],
  [collection({ type: 'Point', coordinates: ['28', -2] }), 'map.own.fault.geometry', 1],
  [collection({ type: 'Point', coordinates: [28, -2] }, { type: 'Point', coordinates: [512345, 9734567] }), 'map.own.fault.degrees', 2],
  [collection(polygon([28, -2], [29, -2], [29, -1])), 'map.own.fault.open-ring', 1],
  [collection(polygon([0, 0], [1, 1], [1, 0], [0, 1], [0, 0])), 'map.own.fault.crossing', 1],
  ['x'.repeat(6_000_000), 'map.own.fault.too-large', undefined],
])('a bad file says what is wrong (%#)', (text, word, n) => {
  expect(readOwnFile(text).fault).toEqual({ word, ...(n === undefined ? {} : { n }) })
})

test('a long honest outline is read in time', () => {
  const ring = Array.from({ length: 20_000 }, (_, at) => {
    const angle = (at / 20_000) * 2 * Math.PI
    return [28 + Math.cos(angle), -2 + Math.sin(angle)]
  })
  const began = performance.now()
  expect(readOwnFile(collection(polygon(...ring, ring[0] ?? []))).fault).toBeNull()
  expect(performance.now() - began).toBeLessThan(3000)
})
