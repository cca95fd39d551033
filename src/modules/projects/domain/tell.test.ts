/*
What may be told of persons: no cell under ten can be derived from any two released tables. Tried as a reader would: every number that was told is a bound on what is true, parts and sums bind
each other, and a cumulative figure binds the quarters; after all of that a small cell still has two possible values at least.
*/
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ToldNumber } from '../contract-values.ts'
import { sumOf } from './cumulate.ts'
import { type Counted, tell } from './tell.ts'

interface Bound {
  readonly least: number
  readonly most: number
}
const MOST = 1_000_000
const bound = ({ value }: ToldNumber): Bound => (value === null ? { least: 0, most: MOST } : { least: value, most: value + 9 })

/** What a reader knows of each part of one division, having read the whole and its other parts: bounds, tightened until nothing moves. */
function known(total: Bound, parts: readonly Bound[]): readonly Bound[] {
  let now = [...parts]
  for (let turn = 0; turn < 20; turn++)
    now = now.map((own, at) => {
      const rest = now.filter((_, other) => other !== at)
      const [least, most] = [rest.reduce((sum, one) => sum + one.least, 0), rest.reduce((sum, one) => sum + one.most, 0)]
      return { least: Math.max(own.least, total.least - most), most: Math.min(own.most, total.most - least) }
    })
  return now
}
const counts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 6 })
const counted = (women: readonly number[], by = 'sex'): Counted => ({
  ...{ numerator: women.reduce((sum, one) => sum + one, 0), denominator: null },
  parts: women.map((numerator, at) => ({ by, key: `k${at}`, numerator, denominator: null })),
})
const telling = (table: string) => ({ unit: 'number' as const, touchesPersons: true, table })

test('within a table: a cell under ten keeps two possible values, whatever is told beside it', () => {
  fc.assert(
    fc.property(counts, (cells) => {
      const { told, parts } = tell(counted(cells), telling('t'))
      const bounds = known(bound(told), parts.map(bound))
      for (const [at, count] of cells.entries()) {
        if (count >= 10) continue
        expect(parts[at]?.value).toBeNull()
        const one = bounds[at]
        expect((one?.most ?? 0) - (one?.least ?? 0)).toBeGreaterThanOrEqual(1)
      }
      if (told.value !== null) expect(told.value % 10).toBe(0)
    }),
    { numRuns: 2_000 },
  )
})
test('two divisions of one whole: neither gives the other away', () => {
  fc.assert(
    fc.property(counts, counts, (sexes, ages) => {
      const total = sexes.reduce((sum, one) => sum + one, 0)
      const rest = total - ages.slice(0, -1).reduce((sum, one) => sum + one, 0)
      if (rest < 0) return
      const second = [...ages.slice(0, -1), rest]
      const { told, parts } = tell({ ...counted(sexes), parts: [...counted(sexes).parts, ...counted(second, 'age').parts] }, telling('t'))
      for (const [by, cells] of [
        ['sex', sexes],
        ['age', second],
      ] as const) {
        const own = parts.filter((one) => one.by === by)
        const sums = parts.filter((one) => one.by !== by).map(bound)
        // The other division bounds the whole by the sum of its parts.
        const whole = {
          least: Math.max(
            bound(told).least,
            sums.reduce((sum, one) => sum + one.least, 0),
          ),
          most: Math.min(
            bound(told).most,
            sums.reduce((sum, one) => sum + one.most, 0),
          ),
        }
        const bounds = known(whole, own.map(bound))
        for (const [at, count] of cells.entries())
          if (count < 10) expect((bounds[at]?.most ?? 0) - (bounds[at]?.least ?? 0)).toBeGreaterThanOrEqual(1)
      }
    }),
    { numRuns: 2_000 },
  )
})
test('between tables: cumulative figures are sums of what was told, so their differences are what was told already', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 2, maxLength: 10 }), (quarters) => {
      let before: ToldNumber | null = null
      for (const count of quarters) {
        const { told: own } = tell({ numerator: count, denominator: null, parts: [] }, telling('q'))
        const now: ToldNumber = sumOf({ unit: 'number', before, own, late: [], restated: [] })
        expect((now.value ?? 0) - (before?.value ?? 0)).toBe(own.value ?? 0)
        if (count < 10) expect(own.value).toBeNull()
        before = now
      }
    }),
  )
})
test('a share is told only where those meant, those not meant and all are ten at least; of nothing it is not applicable', () => {
  const share = (numerator: number, denominator: number) =>
    tell({ numerator, denominator, parts: [] }, { ...telling('s'), unit: 'percent' }).told
  expect(share(0, 0)).toMatchObject({ state: 'not-applicable', value: null })
  expect([share(9, 40), share(31, 40), share(4, 9)].map(({ state }) => state)).toEqual(['withheld', 'withheld', 'withheld'])
  expect(share(15, 40)).toEqual({ state: 'shown', value: 38, numerator: 10, denominator: 40 })
})
test('numbers about no person are as they are', () => {
  const { told, cells } = tell({ numerator: 3, denominator: 4, parts: [] }, { unit: 'percent', touchesPersons: false, table: 't' })
  expect(told).toEqual({ state: 'shown', value: 75, numerator: 3, denominator: 4 })
  expect(cells).toEqual([])
})

test('what the guard keeps of a mean is whole and not below zero, whatever the scores are', () => {
  for (const numerator of [-30, -784.8, 14.4, 0]) {
    const { cells, told } = tell({ numerator, denominator: 12, parts: [] }, { unit: 'score', touchesPersons: true, table: 't' })
    expect(told.state).toBe('shown')
    const kept = cells.flatMap(({ count, told: said }) => ('shown' in said ? [count, said.shown] : [count]))
    expect(kept.filter((n) => !Number.isSafeInteger(n) || n < 0)).toEqual([])
  }
})
