import { expect, test } from 'vitest'
import type { LedgerMonth } from '../../contract-plausibility.ts'
import { chartOf, roundAbove } from './ledger-rows.ts'

const month = (of: string, boughtGrams: number | null): LedgerMonth => ({
  ...{ month: of, declaredGrams: null, observedLowGrams: null, observedHighGrams: null, labourLowGrams: null, labourHighGrams: null },
  ...{ taggedGrams: null, boughtGrams, exportedGrams: null, gapGrams: null, gapHundredthsOfPercent: null, declared: [], verdicts: [] },
})

test('a month of which nothing is known is a gap in the line, not zero', () => {
  const chart = chartOf([month('2017-08', 10), month('2017-09', null), month('2017-10', 5)], {
    width: 210,
    height: 120,
    left: 0,
    bottom: 10,
  })
  const bought = chart.lines.find((line) => line.name === 'boughtGrams')
  expect(bought?.path).toBe('M0 10M200 60')
  expect(chart.lines.find((line) => line.name === 'taggedGrams')?.points).toEqual([])
})

test.each([
  [0, 1],
  [1, 1],
  [3, 5],
  [27_340_000, 50_000_000],
  [11, 20],
])('above %i stands %i', (value, above) => {
  expect(roundAbove(value)).toBe(above)
})
