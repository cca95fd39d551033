import { expect, test } from 'vitest'
import { checkPolygon, metresOutside } from './polygon.ts'

type Ring = number[][]
const ring = (...coordinates: Ring): { type: 'Polygon'; coordinates: Ring[] } => ({ type: 'Polygon', coordinates: [coordinates] })
const square = ring([28, -2], [28.01, -2], [28.01, -1.99], [28, -1.99], [28, -2])

test('a closed ring in the country is kept', () => {
  expect(checkPolygon(square, 'CD')).toMatchObject({ ok: true })
})

const around = Array.from({ length: 501 }, (_, at) => [28 + Math.cos(at) / 100, -2 + Math.sin(at) / 100])
test.each([
  [
    'a bow tie',
    ring([28, -2], [28.01, -1.99], [28.01, -2], [28, -1.99], [28, -2]),
    'polygon-crosses-itself',
    { firstEdge: 1, secondEdge: 3 },
  ],
  [
    'an edge run back over',
    ring([28, -2], [28.02, -2], [28.01, -2], [28.01, -1.99], [28, -2]),
    'polygon-crosses-itself',
    { firstEdge: 1, secondEdge: 2 },
  ],
  [
    'a ring that touches itself',
    ring([28, -2], [28.02, -2], [28.02, -1.98], [28.01, -2], [28, -1.98], [28, -2]),
    'polygon-crosses-itself',
    { firstEdge: 1, secondEdge: 3 },
  ],
  ['an open ring', ring([28, -2], [28.01, -2], [28.01, -1.99], [28, -1.99]), 'polygon-not-closed', { points: 4 }],
  ['two points', ring([28, -2], [28.01, -2], [28, -2]), 'polygon-too-few-points', { points: 3 }],
  ['latitude before longitude', ring([-2, 28], [-2, 28.01], [-1.99, 28.01], [-2, 28]), 'polygon-turned', {}],
  ['a point far away', ring([28, -2], [28.01, -2], [48, -1.99], [28, -2]), 'polygon-outside-country', { point: 3, country: 'CD' }],
  ['the same point twice', ring([28, -2], [28, -2], [28.01, -2], [28.01, -1.99], [28, -2]), 'polygon-point-repeated', { point: 1 }],
  ['a point without latitude', ring([28, -2], [28.01], [28.01, -1.99], [28, -2]), 'polygon-point-malformed', { point: 2 }],
  ['too many points', ring(...around), 'polygon-too-many-points', { points: 501, most: 500 }],
])('%s is refused and says where', (_what, polygon, code, facts) => {
  expect(checkPolygon(polygon, 'CD')).toMatchObject({ ok: false, refusal: { code, facts } })
})

test('two rings are refused: a hole has no place here', () => {
  const [outer = []] = square.coordinates
  expect(checkPolygon({ type: 'Polygon', coordinates: [outer, outer] }, 'CD')).toMatchObject({
    refusal: { code: 'polygon-needs-one-ring' },
  })
})

test('a position inside is 0 m away, one 0.01° to the east about 1,111 m', () => {
  const points = checkPolygon(square, 'CD')
  if (!points.ok) throw new Error(points.refusal.code)
  expect(metresOutside(points.value, { latitude: -1.995, longitude: 28.005 })).toBe(0)
  const away = metresOutside(points.value, { latitude: -1.995, longitude: 28.02 })
  expect(away).toBeGreaterThan(1105)
  expect(away).toBeLessThan(1115)
})
