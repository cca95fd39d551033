import { expect, test } from 'vitest'
import { simplifyTogether } from './simplify.ts'

type Point = [number, number]
// Two areas side by side; their border is a line with small teeth, read upwards by one and downwards by the other.
const border: Point[] = Array.from({ length: 21 }, (_, step): Point => [5 + (step % 2) * 0.01, step / 2])
const left: Point[] = [[0, 0], ...border, [0, 10], [0, 0]]
const right: Point[] = [[10, 10], ...border.toReversed(), [10, 0], [10, 10]]
const island: Point[] = [
  [20, 0],
  [20.005, 1],
  [20, 2],
  [22, 2],
  [22, 0],
  [20, 0],
]

test('neighbours keep one line between them', () => {
  const [a, b] = simplifyTogether([[[left]], [[right]]], 0.05)
  const shared = (ring: readonly (readonly [number, number])[]): string[] =>
    [...new Set(ring.filter(([x]) => x > 1 && x < 9).map(String))].sort()
  expect(shared(a?.[0]?.[0] ?? [])).toEqual(shared(b?.[0]?.[0] ?? []))
  expect(a?.[0]?.[0]?.length).toBeLessThan(left.length / 2)
})

test('a hole and the town that fills it keep one line, whatever their first point', () => {
  const turned: Point[] = [...island.slice(2, -1), ...island.slice(0, 2), island[2] ?? [0, 0]]
  const around: Point[] = [
    [15, -5],
    [30, -5],
    [30, 8],
    [15, 8],
    [15, -5],
  ]
  const [country, town] = simplifyTogether([[[around, turned.toReversed()]], [[island]]], 0.1)
  const points = (ring: readonly (readonly [number, number])[] | undefined): string[] => [...new Set((ring ?? []).map(String))].sort()
  expect(points(country?.[0]?.[1])).toEqual(points(town?.[0]?.[0]))
  expect(points(town?.[0]?.[0]).length).toBe(4)
})

test('rings stay closed and nothing vanishes', () => {
  const tiny: Point[] = [
    [0, 0],
    [0.001, 0],
    [0.001, 0.001],
    [0, 0],
  ]
  const [shape] = simplifyTogether([[[tiny]]], 1)
  expect(shape?.[0]?.[0]).toEqual(tiny)
  for (const rings of simplifyTogether([[[left]], [[right]], [[island]]], 0.5).flat(2)) expect(rings[0]).toEqual(rings.at(-1))
})
