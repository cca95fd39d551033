/* Marks of a chart: round, four to six of them, zero among them, every value inside. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chartScale, chartX } from './chart-scale.ts'

test('zero is always on the side, and no value lies outside', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: -1_000_000, max: 1_000_000 })), { maxLength: 20 }), (values) => {
      const { least, most, marks } = chartScale(values)
      const known = values.flatMap((one) => (one === null ? [] : [one]))
      expect(marks.length).toBeGreaterThan(1)
      expect(marks.length).toBeLessThanOrEqual(8)
      expect(least).toBeLessThanOrEqual(Math.min(0, ...known))
      expect(most).toBeGreaterThanOrEqual(Math.max(0, ...known))
    }),
  )
})
test('marks are round', () => {
  expect(chartScale([3, 17]).marks).toEqual([0, 5, 10, 15, 20])
  expect(chartScale([]).marks).toEqual([0, 1])
  expect(chartScale([0.3, 0.9]).marks).toEqual([0, 0.25, 0.5, 0.75, 1])
  expect(chartScale([-20, 60]).marks).toEqual([-20, 0, 20, 40, 60])
})
test('what is counted has no halves', () => {
  expect(chartScale([1, 2]).marks).toEqual([0, 1, 2])
  expect(chartScale([9]).marks).toEqual([0, 5, 10])
  expect(chartScale([100]).marks).toEqual([0, 25, 50, 75, 100])
})
test('steps stand in the middle of their share', () => {
  expect(chartX(0, 4, { from: 0, until: 100 })).toBe(12.5)
  expect(chartX(3, 4, { from: 0, until: 100 })).toBe(87.5)
})
