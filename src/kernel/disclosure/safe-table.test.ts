import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CellRule, inside, outside, shownCount } from './disclosure-rules.ts'
import { type CountTable, safeList, type SafeTable, safeTable, withSums } from './safe-table.ts'

const plain = (table: SafeTable) =>
  table.map((row) => row.map((cell) => ('shown' in cell ? cell.shown : cell.withheld === 'below-minimum' ? '<' : '…')))

test('a single number: masked below five inside, below ten outside, and there rounded down to tens', () => {
  expect([0, 4, 5, 12].map((count) => shownCount(count, inside))).toEqual([
    ...[{ withheld: 'below-minimum' }, { withheld: 'below-minimum' }],
    ...[{ shown: 5 }, { shown: 12 }],
  ])
  expect([9, 10, 19, 20].map((count) => shownCount(count, outside))).toEqual([
    { withheld: 'below-minimum' },
    { shown: 10 },
    { shown: 10 },
    { shown: 20 },
  ])
})

test('a small cell takes the cheapest rectangle of neighbours with it and leaves the sums', () => {
  const shown = plain(
    safeTable(
      [
        [3, 20, 40],
        [30, 9, 50],
        [60, 70, 80],
      ],
      inside,
    ),
  )
  expect(shown).toEqual([
    ['<', '…', 40, 63],
    ['…', '…', 50, 89],
    [60, 70, 80, 210],
    [93, 99, 170, 362],
  ])
})

test('a table without small cells is shown whole, an empty or a lonely one tells nothing', () => {
  expect(
    plain(
      safeTable(
        [
          [5, 6],
          [7, 8],
        ],
        inside,
      ),
    ),
  ).toEqual([
    [5, 6, 11],
    [7, 8, 15],
    [12, 14, 26],
  ])
  expect(plain(safeTable([], inside))).toEqual([['…']])
  expect(plain(safeTable([[3]], inside))).toEqual([
    ['<', '<'],
    ['<', '<'],
  ])
})

test('a list gives up its next smallest number or its sum', () => {
  expect(plain([safeList([3, 30, 20], inside)])).toEqual([['<', 30, '…', 53]])
  expect(plain([safeList([3, 30], inside)])).toEqual([['<', '…', 33]])
})

const few: CellRule = { least: 3, floorTo: 1 }
const fewFloored: CellRule = { least: 3, floorTo: 3 }
const tables = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  )

const isWhollyWithheld = (safe: SafeTable): boolean => safe.flat().every((cell) => 'withheld' in cell && cell.withheld === 'complement')

/** All a reader may think of a cell. */
function range(
  safe: SafeTable,
  place: readonly [number, number],
  { rule, most }: { rule: CellRule; most: number },
): readonly [number, number] {
  const cell = safe[place[0]]?.[place[1]] ?? { shown: 0 }
  if ('shown' in cell) return [cell.shown, cell.shown + rule.floorTo - 1]
  if (cell.withheld === 'below-minimum') return [0, rule.least - 1]
  return isWhollyWithheld(safe) ? [0, most] : [rule.least, most]
}

/** Solves the published table by trying: every value that each withheld cell can have in some whole table that looks the same. */
function solve(safe: SafeTable, rule: CellRule): ReadonlyMap<string, ReadonlySet<number>> {
  const height = safe.length - 1
  const width = (safe[0]?.length ?? 1) - 1
  // No table of these sizes needs more in a cell to show that it is free.
  const most = 14
  const ask = { rule, most: 9 }
  const sums = { rule, most: most * 9 }
  const found = new Map<string, Set<number>>()
  const withheld = safe.flatMap((row, r) => row.flatMap((cell, c) => ('shown' in cell ? [] : [`${r}/${c}`])))
  for (const name of withheld) found.set(name, new Set())
  const cells = Array.from({ length: height * width }, (_, at) => [Math.floor(at / width), at % width] as const)
  const trial: number[][] = Array.from({ length: height }, () => Array.from({ length: width }, () => 0))
  const fits = (value: number, place: readonly [number, number]): boolean => {
    const [low, high] = range(safe, place, sums)
    return value >= low && value <= high
  }
  let steps = 0
  const tryFrom = (at: number): boolean => {
    if (++steps > 3_000_000) return true
    const place = cells[at]
    if (place === undefined) {
      const whole = withSums(trial)
      if (!whole.every((row, r) => row.every((value, c) => (r < height && c < width) || fits(value, [r, c])))) return false
      for (const name of withheld) {
        const [r = 0, c = 0] = name.split('/').map(Number)
        found.get(name)?.add(whole[r]?.[c] ?? 0)
      }
      return [...found.values()].every((values) => values.size > 1)
    }
    const [row, column] = place
    const line = trial[row] ?? []
    const [low, high] = range(safe, place, ask)
    for (let value = low; value <= high; value++) {
      line[column] = value
      if (
        column === width - 1 &&
        !fits(
          line.reduce((a, b) => a + b, 0),
          [row, width],
        )
      )
        continue
      if (tryFrom(at + 1)) return true
    }
    return false
  }
  if (withheld.length > 0) tryFrom(0)
  return found
}

test.each([
  ['exact', few],
  ['rounded down', fewFloored],
])('§11 test 7: property: no cell below the minimum is shown, and solving a table (%s) never finds a withheld cell', (_name, rule) => {
  fc.assert(
    fc.property(tables, (counts) => {
      const safe = safeTable(counts, rule)
      withSums(counts).forEach((row, r) =>
        row.forEach((count, c) => {
          const cell = safe[r]?.[c]
          if (cell !== undefined && 'shown' in cell) {
            expect(count).toBeGreaterThanOrEqual(rule.least)
            expect(cell.shown).toBe(count - (count % rule.floorTo))
          }
        }),
      )
      for (const [name, values] of solve(safe, rule)) expect([name, values.size > 1]).toEqual([name, true])
    }),
    { numRuns: 800 },
  )
})

test('where even the marks of a table would tell it, all of it bears the same', () => {
  const marks = safeTable(
    [
      [1, 1],
      [2, 2],
    ],
    few,
  )
  expect(plain(marks)).toEqual([
    ['…', '…', '…'],
    ['…', '…', '…'],
    ['…', '…', '…'],
  ])
})

test('solving finds a cell when its neighbours are shown: the solver of this test is not blind', () => {
  const counts: CountTable = [
    [1, 5],
    [6, 5],
  ]
  const naive = withSums(counts).map((row) => row.map((count) => shownCount(count, few)))
  expect([...(solve(naive, few).get('0/0') ?? [])]).toEqual([1])
})
