import { expect, test } from 'vitest'
import { commonPlace, limitsAt } from './limits.ts'
import { weightChange } from './mass-balance.ts'
import type { SetThresholds } from './thresholds.ts'

const here = { site: 's1', territoireCode: 'XL101', provinceCode: 'XL1' }
const set = (groupKind: string, groupCode: string, lossWarn: number): SetThresholds => ({
  ...{ rule: 'F09', groupKind, groupCode, sites: [], values: { 'mine-to-trader.lossWarn': lossWarn } },
})
const all = [set('site', 's1', 800), set('tenant', '-', 1_100), set('territoire', 'XL101', 900), set('province', 'XL1', 1_000)]
const lossWarn = (changes: readonly SetThresholds[], place = here) => limitsAt(changes, place).legs['mine-to-trader'].lossWarn

test('the nearest group wins: site over territoire over province over country over default, in whatever order they were set', () => {
  expect(lossWarn(all)).toBe(800)
  expect(lossWarn(all, { ...here, site: 's2' })).toBe(900)
  expect(lossWarn(all, { ...here, site: 's2', territoireCode: 'XL102' })).toBe(1_000)
  expect(lossWarn(all, { site: 's9', territoireCode: 'Q1', provinceCode: 'Q' })).toBe(1_100)
  expect(lossWarn([])).toBe(600)
})
test('going back to the default opens the view on the farther group', () => {
  expect(lossWarn([...all, { ...set('site', 's1', 0), values: null }])).toBe(900)
})
test('a loss that the default reports is silent where more was allowed, and what was not set stays as it is', () => {
  const limits = limitsAt(all, here)
  expect(weightChange('mine-to-trader', 10_000, 9_300)).toMatchObject({ rule: 'F09', severity: 'A' })
  expect(weightChange({ leg: 'mine-to-trader', set: limits }, 10_000, 9_300)).toBeNull()
  expect(weightChange({ leg: 'mine-to-trader', set: limits }, 10_000, 9_199)).toMatchObject({
    rule: 'F09',
    facts: { allowedHundredthsOfPercent: 800 },
  })
  expect(weightChange({ leg: 'mine-to-trader', set: limits }, 10_000, 10_101)).toMatchObject({ rule: 'F08', severity: 'A' })
  expect(limits.excess).toBe(100)
})
test('goods of two sites have what both have in common; goods of no known site have the country', () => {
  const there = { ...here, site: 's2' }
  expect(commonPlace([here, there])).toEqual({ ...here, site: null })
  expect(commonPlace([here, undefined])).toEqual({ site: null, territoireCode: null, provinceCode: null })
  expect(commonPlace([])).toEqual({ site: null, territoireCode: null, provinceCode: null })
})
