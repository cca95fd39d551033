import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeColumns } from '../../../kernel/disclosure/coded-columns.ts'
import { rareCombinations } from '../../../kernel/disclosure/k-aggregates.ts'
import { suppressRare } from './suppress-rare.ts'

test('§11 test 7: property: after blanking, every combination of three is shared by k rows; values are blanked, never changed', async () => {
  const value = fc.option(fc.constantFrom('p', 'q', 'r', 's'), { freq: 4 })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(value, value, value, value), { maxLength: 50 }), fc.integer({ min: 1, max: 6 }), async (rows, k) => {
      const { rows: kept, blanked } = suppressRare(rows, { k, length: 3 })
      const coded = await codeColumns(['A', 'B', 'C', 'D'], kept)
      if ('problem' in coded) throw new Error(coded.problem.problem)
      expect([...rareCombinations(coded.table, { k, length: 3 })]).toEqual([])
      let gone = 0
      kept.forEach((row, at) =>
        row.forEach((one, column) => {
          if (one === null && rows[at]?.[column] !== null) gone += 1
          else expect(one).toBe(rows[at]?.[column])
        }),
      )
      expect(blanked.reduce((sum, one) => sum + one, 0)).toBe(gone)
    }),
    { numRuns: 150 },
  )
})

test('rows that are common stay whole', () => {
  const rows = Array.from({ length: 12 }, () => ['Woman', '18--20', null])
  expect(suppressRare(rows, { k: 10, length: 3 })).toEqual({ rows, blanked: [0, 0, 0] })
  expect(suppressRare([...rows, ['Woman', '48+', null]], { k: 10, length: 3 }).rows.at(-1)).toEqual(['Woman', null, null])
  expect(suppressRare([], { k: 10, length: 3 })).toEqual({ rows: [], blanked: [] })
})
