/* Told numbers: rounded for everybody, ranges of whole months, and a total that would tell each of its parts is kept back. */
import { expect, test } from 'vitest'
import { type Known, isTight, reckoned, sumName, toldRule, wholeMonths } from './told.ts'

test('who teaches reads from five on and others from ten on, both rounded down', () => {
  expect([toldRule(true), toldRule(false)]).toEqual([
    { least: 5, floorTo: 5 },
    { least: 10, floorTo: 10 },
  ])
})
test('five parts of four under a total of twenty would be told by it; one less, or one larger part, would not', () => {
  const inside = toldRule(true)
  expect(isTight(20, [4, 4, 4, 4, 4], inside)).toBe(true)
  expect(isTight(19, [4, 4, 4, 4, 3], inside)).toBe(false)
  expect(isTight(21, [5, 4, 4, 4, 4], inside)).toBe(false)
  expect(isTight(0, [], inside)).toBe(false)
  expect(
    isTight(
      90,
      Array.from({ length: 10 }, () => 9),
      toldRule(false),
    ),
  ).toBe(true)
})
test('two ranges that differ by a day are the same months', () => {
  expect(wholeMonths('2026-02-03', '2026-11-23')).toEqual({ from: '2026-02-01', until: '2026-11-30' })
  expect(wholeMonths('2026-02-28', '2026-11-01')).toEqual({ from: '2026-02-01', until: '2026-11-30' })
})
test('a reader learns from lines what they say and no more', () => {
  const known: Known = new Map<string, readonly [number, number]>([
    ['', [20, 24]],
    ...['a', 'b', 'c', 'd', 'e'].map((part) => [part, [0, 4]] as const),
  ])
  expect(reckoned(known, [{ whole: '', parts: ['a', 'b', 'c', 'd', 'e'] }]).get('a')).toEqual([4, 4])
  expect(reckoned(known, [{ whole: '', parts: ['a', 'b', 'c', 'd', 'e', 'f'] }]).get('a')).toEqual([0, 4])
  expect(sumName({ sex: 'woman', category: 'medical' })).toBe('category=medical sex=woman')
})
