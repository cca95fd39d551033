import { expect, test } from 'vitest'
import { balanceFindings, balanceOf, chargesOf, measure, metalGrams } from './processing-rules.ts'

const charge = (massGrams: number, moistureHundredths: number | null = null, percent: number | null = null) => ({
  ...{ massGrams, moistureHundredths, grade: percent === null ? null : ({ element: 'Sn', percent } as const) },
})
const tailings = (massGrams: number, percent: number | null = null) => ({ ...charge(massGrams, 0, percent), role: 'tailings' }) as const
const main = (massGrams: number, percent: number | null = null) => ({ ...charge(massGrams, 0, percent), role: 'main' }) as const
const rulesOf = (...[inputs, outputs, kind]: readonly [Parameters<typeof balanceOf>[0], Parameters<typeof balanceOf>[1], string]) =>
  balanceFindings(balanceOf(inputs, outputs), kind).flatMap((one) => (one ? [`${one.rule} ${one.severity}`] : []))

test('what nobody said is taken from what is known of the input, for the preview and the slip alike; a part is like its whole', () => {
  const known = { moistureHundredths: 120, grade: { element: 'Sn' as const, percent: 60 } }
  const outputs = [
    { massGrams: 27_000, role: 'main' as const, moistureHundredths: 100 },
    { massGrams: 2_000, role: 'tailings' as const },
  ]
  const { going, coming } = chargesOf({ kind: 'cleaning', inputs: [{ drawnGrams: 30_000 }], outputs }, [known])
  expect(balanceOf(going, coming)).toMatchObject({ inputDryGrams: 29_640, dryLossGrams: 910, dryLossHundredthsOfPercent: 307 })
  expect(chargesOf({ kind: 'split', inputs: [{ drawnGrams: 29_000 }], outputs }, [known]).coming).toMatchObject([
    { moistureHundredths: 100, grade: known.grade },
    known,
  ])
})

test('dry and contained grams are rounded once, half a gram goes up', () => {
  expect(measure(charge(1_001, 50))).toEqual({ dryGrams: 996, containedGrams: null })
  expect(measure(charge(1_000, 5, 45.0225))).toEqual({ dryGrams: 1_000, containedGrams: 450 })
  expect(metalGrams('Ta2O5', 1_000)).toBe(819)
  expect(metalGrams('WO3', 1_000)).toBe(793)
  expect(metalGrams(null, 5)).toBeNull()
})

test.each<[string, number, readonly string[]]>([
  ['2 % more is accepted', 102_000, []],
  ['a gram beyond 2 % is noted', 102_001, ['P04 W']],
  ['beyond 5 % is an alert', 105_001, ['P04 A']],
  ['beyond 10 % is critical', 110_001, ['P04 C']],
  ['2 % lost with the tailings weighed is accepted', 98_000, []],
  ['a gram beyond is noted', 97_999, ['P04 W']],
  ['10 % lost is an alert', 90_000, ['P04 A']],
  ['a gram beyond is critical', 89_999, ['P04 C']],
])('P04 on the dry balance: %s', (_, out, expected) => {
  expect(rulesOf([charge(100_000)], [main(out - 10_000), tailings(10_000)], 'cleaning')).toEqual(expected)
})

test('without tailings a loss is that of the leg (F09), and a split may lose nothing', () => {
  expect(rulesOf([charge(100_000)], [main(85_000)], 'cleaning')).toEqual([])
  expect(rulesOf([charge(100_000)], [main(84_999)], 'cleaning')).toEqual(['F09 A'])
  expect(rulesOf([charge(100_000)], [main(50_000), main(47_000)], 'split')).toEqual(['P04 W'])
})

test('P05 speaks of more contained metal than went in, and of a loss only where everything was assayed', () => {
  expect(rulesOf([charge(100_000, null, 50)], [main(70_000, 70)], 'washing')).toEqual(['F09 A'])
  expect(rulesOf([charge(100_000, null, 50)], [main(90_000, 57)], 'washing')).toEqual(['P05 W'])
  expect(rulesOf([charge(100_000, null, 50)], [main(60_000, 70), tailings(40_000)], 'washing')).toEqual([])
  expect(rulesOf([charge(100_000, null, 50)], [main(60_000, 70), tailings(40_000, 5)], 'washing')).toEqual(['P05 C'])
  expect(balanceOf([charge(100_000, null, 50)], [main(60_000, 70), tailings(40_000, 5)])).toMatchObject({
    ...{ inputContainedGrams: 50_000, outputContainedGrams: 44_000, containedComplete: true, inputMetalGrams: 50_000 },
  })
})
