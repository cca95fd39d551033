import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AttributeRow, type CodedTable, codeColumns, MOST_VALUES } from './coded-columns.ts'
import { type Aggregate, kAggregates, rareCombinations } from './k-aggregates.ts'

async function tableOf(rows: readonly AttributeRow[], names: readonly string[] = ['A', 'B', 'C']): Promise<CodedTable> {
  const coded = await codeColumns(names, asStream(rows))
  if ('problem' in coded) throw new Error(coded.problem.problem)
  return coded.table
}
async function* asStream(rows: readonly AttributeRow[]): AsyncGenerator<AttributeRow> {
  for (const row of rows) yield await Promise.resolve(row)
}
const key = ({ columns, values }: Pick<Aggregate, 'columns' | 'values'>): string =>
  columns.map((column, at) => `${column}:${values[at]}`).join(' ')
const told = (found: Iterable<Aggregate>): Record<string, number> => Object.fromEntries([...found].map((one) => [key(one), one.count]))

// The table of the documents of Synthetic Data Showcase.
const FIVE: readonly AttributeRow[] = [
  ['a1', 'b1', 'c1'],
  ['a1', 'b2', 'c1'],
  ['a2', null, 'c2'],
  ['a2', 'b2', 'c1'],
  ['a1', 'b2', ''],
]
const ORACLE = {
  ...{ '0:a1': 3, '0:a2': 2, '1:b1': 1, '1:b2': 3, '2:c1': 3, '2:c2': 1 },
  ...{ '0:a1 1:b1': 1, '0:a1 1:b2': 2, '0:a1 2:c1': 2, '0:a2 1:b2': 1, '0:a2 2:c1': 1, '0:a2 2:c2': 1, '1:b1 2:c1': 1, '1:b2 2:c1': 2 },
  ...{ '0:a1 1:b1 2:c1': 1, '0:a1 1:b2 2:c1': 1, '0:a2 1:b2 2:c1': 1 },
}

test('§11 test 7: the table of five rows gives exactly the counts of the oracle', async () => {
  expect(told(kAggregates(await tableOf(FIVE), { k: 1, length: 3 }))).toEqual(ORACLE)
})

test('§11 test 7: with k = 2 only combinations of two or more remain, rounded down to an even number', async () => {
  const expected = Object.fromEntries(Object.entries(ORACLE).flatMap(([name, count]) => (count < 2 ? [] : [[name, count - (count % 2)]])))
  expect(told(kAggregates(await tableOf(FIVE), { k: 2, length: 3 }))).toEqual(expected)
})

test('the length bounds what is combined', async () => {
  const lengths = (length: number, table: CodedTable) =>
    Math.max(...[...kAggregates(table, { k: 1, length })].map((one) => one.columns.length))
  const table = await tableOf(FIVE)
  expect([1, 2, 3].map((length) => lengths(length, table))).toEqual([1, 2, 3])
  expect([...kAggregates(await tableOf([]), { k: 1, length: 3 })]).toEqual([])
})

const rowsOf = (columns: number) =>
  fc.array(fc.array(fc.option(fc.constantFrom('p', 'q', 'r', 's', 't'), { freq: 4 }), { minLength: columns, maxLength: columns }), {
    maxLength: 60,
  })

/** Counted the slow way: every combination of every row as a text. */
function slowly(rows: readonly AttributeRow[], length: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const has = row.flatMap((value, column) => (value === null ? [] : [{ column, value }]))
    const grow = (chosen: typeof has, from: number): void => {
      if (chosen.length > 0) {
        const name = chosen.map((one) => `${one.column}:${one.value}`).join(' ')
        counts.set(name, (counts.get(name) ?? 0) + 1)
      }
      if (chosen.length < length) for (let at = from; at < has.length; at++) grow([...chosen, ...has.slice(at, at + 1)], at + 1)
    }
    grow([], 0)
  }
  return counts
}

test('§11 test 7: property: exactly the combinations that k people share, floored, and closed downwards', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOf(5), fc.integer({ min: 1, max: 6 }), async (rows, k) => {
      const table = await tableOf(rows, ['A', 'B', 'C', 'D', 'E'])
      const found = [...kAggregates(table, { k, length: 3 })]
      const slow = [...slowly(rows, 3)].flatMap(([name, count]) => (count < k ? [] : [[name, count - (count % k)] as const]))
      expect(told(found)).toEqual(Object.fromEntries(slow))
      const counts = new Map(found.map((one) => [key(one), one.count]))
      for (const one of found)
        one.columns.forEach((_, left) => {
          const rest = { columns: one.columns.filter((__, at) => at !== left), values: one.values.filter((__, at) => at !== left) }
          if (rest.columns.length > 0) expect(counts.get(key(rest)) ?? 0).toBeGreaterThanOrEqual(one.count)
        })
    }),
    { numRuns: 120 },
  )
})

test('property: a rare combination is named exactly when one exists, with its true count', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOf(4), fc.integer({ min: 1, max: 6 }), async (rows, k) => {
      const table = await tableOf(rows, ['A', 'B', 'C', 'D'])
      const slow = slowly(rows, 3)
      const rare = [...rareCombinations(table, { k, length: 3 })]
      expect(rare.length > 0).toBe([...slow.values()].some((count) => count < k))
      for (const one of rare) {
        expect(one.count).toBeLessThan(k)
        expect(one.count).toBe(slow.get(key(one)))
      }
    }),
    { numRuns: 80 },
  )
})

test('a row of another length and a column that names persons are complaints with their place', async () => {
  expect(await codeColumns(['A', 'B'], [['x', 'y'], ['x']])).toEqual({ problem: { row: 1, field: '', problem: 'row-of-other-length' } })
  const persons = function* (): Generator<AttributeRow> {
    for (let one = 0; one <= MOST_VALUES; one++) yield ['x', `P-${one}`]
  }
  expect(await codeColumns(['A', 'code'], persons())).toEqual({ problem: { row: MOST_VALUES, field: 'code', problem: 'too-many-values' } })
})
