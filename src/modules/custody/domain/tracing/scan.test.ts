/* The pass over the whole record: each rule speaks above its threshold and is silent at it. */
import { expect, test } from 'vitest'
import { type LotFact, createBuilder, emptyDraw, emptyLot } from './build.ts'
import { FLAG, type Graph, NO_SITE, codeOf } from './graph.ts'
import { type ScanThresholds, scan } from './scan.ts'

const thresholds: ScanThresholds = {
  ...{ gainWarn: 100, gainCritical: 300, firstLossWarn: 600, firstLossCritical: 2_000, laterLossWarn: 1_500, laterLossCritical: 3_500 },
  ...{ slowDays: [14, 45, 120], marginDays: 1, combinationExcess: 100 },
  ...{ monthlyBaseline: Float64Array.of(100_000), capacityFactors: [1.2, 1.5, 2] },
  ...{ dailyMost: Float64Array.of(50_000), labourFactors: [1, 1.5, 3] },
}
type Lot = Partial<LotFact> & { readonly from?: readonly (readonly [n: number, drawn: number])[] }
function graphOf(lots: readonly Lot[]): Graph {
  const builder = createBuilder({ lots: 0, draws: 0 })
  lots.forEach(({ from, ...lot }, n) => {
    const kind = from ? 1 : 0
    builder.addLot({
      ...{ ...emptyLot(), d: n, code: codeOf(kind, 1, false), mass: 10_000, least: lot.mass ?? 10_000, site: from ? NO_SITE : 0 },
      ...{ produced: from ? 0 : (lot.formed ?? 100), formed: 100, position: n, ...lot },
    })
  })
  lots.forEach(({ from = [] }, n) => from.forEach(([source, drawn]) => builder.addDraw({ ...emptyDraw(), intoD: n, fromD: source, drawn })))
  return builder.finish({ sites: ['s'], holders: ['h'] })
}
const spoken = (lots: readonly Lot[]): string[] =>
  Object.entries(scan(graphOf(lots), thresholds).rules).flatMap(([rule, hits]) =>
    hits.count === 0 ? [] : [`${rule}:${hits.grades.join('')}`],
  )

test.each<[string, readonly Lot[], string[]]>([
  ['a bag without a word', [{}], []],
  ['F01', [{ flags: FLAG.sameTag }], ['F01:3']],
  ['F02, F03', [{ flags: FLAG.strangeTag }], ['F02-F03:3']],
  ['F04', [{ flags: FLAG.withoutRight }], ['F04:3']],
  ['a mistake is not looked at', [{ flags: FLAG.withoutRight | FLAG.voided }], []],
  ['F08 at 1 %', [{ mass: 10_100, least: 10_000 }], []],
  ['F08 above 1 %', [{ mass: 10_101, least: 10_000 }], ['F08:2']],
  ['F08 above 3 %', [{ mass: 10_301, least: 10_000 }], ['F08:3']],
  ['F09 at 6 %', [{}, { from: [[0, 10_000]], mass: 9_400 }], []],
  ['F09 above 6 %', [{}, { from: [[0, 10_000]], mass: 9_399 }], ['F09:2']],
  ['F09 above 20 %', [{}, { from: [[0, 10_000]], mass: 7_999 }], ['F09:3']],
  ['F09 later: at 15 %', [{}, { from: [[0, 10_000]] }, { from: [[1, 10_000]], mass: 8_500 }], []],
  ['F12 at 14 days', [{ formed: 86 }, { from: [[0, 10_000]] }], []],
  ['F12 by days', [{ formed: 85 }, { from: [[0, 10_000]] }, { formed: 50 }, { from: [[2, 10_000]] }], ['F12:12']],
  ['F13 at a day', [{ formed: 101 }, { from: [[0, 10_000]] }], []],
  ['F13 beyond a day', [{ formed: 102 }, { from: [[0, 10_000]] }], ['F13:3']],
  ['F22 at its mass', [{}, { from: [[0, 6_000]], mass: 6_000 }, { from: [[0, 4_000]], mass: 4_000 }], []],
  ['F22 beyond', [{}, { from: [[0, 6_000]], mass: 6_000 }, { from: [[0, 4_001]], mass: 4_001 }], ['F22:3']],
  ['F23 at 1.01', [{}, { from: [[0, 10_000]], mass: 10_100 }], []],
  [
    'golden 8: 78 kg of 75 kg',
    [
      { mass: 40_000 },
      { mass: 35_000 },
      {
        from: [
          [0, 40_000],
          [1, 35_000],
        ],
        mass: 78_000,
      },
    ],
    ['F08:3', 'F23:3'],
  ],
])('%s', (_name, lots, rules) => {
  expect(spoken(lots)).toEqual(rules)
})

test('F05 and F06: thirty days and one day of a site against what it can', () => {
  const found = (days: readonly (readonly [day: number, mass: number])[]) => {
    const { f05, f06 } = scan(graphOf(days.map(([formed, mass]) => ({ formed, produced: formed, mass }))), thresholds)
    return [f05.worst.map((hit) => [hit.day, hit.grams, hit.grade]), f06.worst.map((hit) => [hit.day, hit.grams, hit.grade])]
  }
  expect(
    found([
      [100, 40_000],
      [110, 40_000],
      [129, 40_000],
    ]),
  ).toEqual([[], []])
  expect(
    found([
      [100, 40_000],
      [110, 40_000],
      [129, 40_001],
    ]),
  ).toEqual([[[129, 120_001, 1]], []])
  expect(
    found([
      [100, 40_000],
      [110, 40_000],
      [130, 40_001],
    ]),
  ).toEqual([[], []])
  expect(
    found([
      [100, 25_000],
      [100, 25_000],
    ]),
  ).toEqual([[], []])
  expect(
    found([
      [100, 25_000],
      [100, 25_001],
    ]),
  ).toEqual([[], [[100, 50_001, 1]]])
})
