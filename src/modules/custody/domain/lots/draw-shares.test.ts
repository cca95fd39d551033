import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawShares } from './draw-shares.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

test('every input gives exactly what was drawn of it, every output takes something, and nothing is negative', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 8 }),
      fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 8 }),
      (drawn, outputs) => {
        fc.pre(sum(drawn) >= outputs.length)
        const shares = drawShares(drawn, outputs)
        drawn.forEach((grams, at) => expect(sum(shares.map((row) => row[at] ?? 0))).toBe(grams))
        for (const row of shares) {
          expect(sum(row)).toBeGreaterThan(0)
          expect(Math.min(...row)).toBeGreaterThanOrEqual(0)
        }
      },
    ),
  )
})
test('a concentrate and its tailings share each input by their weights', () => {
  expect(drawShares([40_000, 35_000], [60_000, 15_000])).toEqual([
    [32_000, 28_000],
    [8_000, 7_000],
  ])
})
