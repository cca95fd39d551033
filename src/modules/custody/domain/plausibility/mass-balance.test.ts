import fc from 'fast-check'
import { expect, test } from 'vitest'
import { combinationFinding, doubleSpendFinding, weightChange } from './mass-balance.ts'

const mass = fc.integer({ min: 1, max: 100_000_000 })

test('golden 8: 40 kg and 35 kg recorded as 78 kg speak F23, critical', () => {
  expect(combinationFinding(40_000 + 35_000, 78_000)).toEqual({
    rule: 'F23',
    severity: 'C',
    facts: { inputGrams: 75_000, massGrams: 78_000, excessGrams: 3_000, allowedHundredthsOfPercent: 100 },
  })
})

test.each([
  [75_000, 75_750, false],
  [75_000, 75_751, true],
  [75_000, 10, false],
  [0, 1, true],
])('inputs of %i g and a lot of %i g: excess is %s', (inputs, lot, speaks) => {
  expect(combinationFinding(inputs, lot) !== null).toBe(speaks)
})

test.each([
  ['mine-to-trader', 40_000, 40_400, null],
  ['mine-to-trader', 40_000, 40_401, 'F08 A'],
  ['mine-to-trader', 40_000, 41_201, 'F08 C'],
  ['mine-to-trader', 40_000, 37_600, null],
  ['mine-to-trader', 40_000, 37_599, 'F09 A'],
  ['mine-to-trader', 40_000, 31_999, 'F09 C'],
  ['trader-to-processor', 40_000, 34_000, null],
  ['trader-to-processor', 40_000, 33_999, 'F09 A'],
  ['trader-to-processor', 40_000, 25_999, 'F09 C'],
] as const)('%s: from %i g to %i g says %s', (leg, before, after, said) => {
  const finding = weightChange(leg, before, after)
  expect(finding && `${finding.rule} ${finding.severity}`).toBe(said)
})

test('an unchanged weight never speaks, and a gain and a loss never speak together', () => {
  fc.assert(
    fc.property(mass, mass, (before, after) => {
      expect(weightChange('mine-to-trader', before, before)).toBeNull()
      const rule = weightChange('mine-to-trader', before, after)?.rule
      if (rule === 'F08') expect(after).toBeGreaterThan(before)
      if (rule === 'F09') expect(after).toBeLessThan(before)
    }),
  )
})

test('a larger gain is never less severe', () => {
  const rank = { none: 0, W: 1, A: 2, C: 3 }
  fc.assert(
    fc.property(mass, fc.nat(1_000_000), fc.nat(1_000_000), (before, gain, more) => {
      const severity = (after: number) => rank[weightChange('trader-to-processor', before, after)?.severity ?? 'none']
      expect(severity(before + gain + more)).toBeGreaterThanOrEqual(severity(before + gain))
    }),
  )
})

test('F22 speaks exactly when more was drawn than there is', () => {
  fc.assert(
    fc.property(mass, mass, (holds, drawn) => {
      expect(doubleSpendFinding('A', holds, drawn) !== null).toBe(drawn > holds)
    }),
  )
})
