import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outside } from '../../../kernel/disclosure/disclosure-rules.ts'
import type { PlaceCount } from '../contract.ts'
import { type PlaceCell, guardedCells, placesToldFrom, toldLines, toldOfQuarter } from './told-places.ts'

const counted = (site: string | null, persons: number, more: Partial<PlaceCount> = {}): PlaceCount => ({
  ...{ site, persons, admin1: 'XL1', admin2: 'XL101', type: 'child-labour-observed' },
  ...more,
})
const told = (counts: readonly PlaceCount[]) =>
  toldLines(toldOfQuarter(counts), '2026-Q2').map(({ level, code, persons }) => [level, code, persons])

test('a quarter is told ninety days after its end and not a day before', () => {
  expect(placesToldFrom('2026-Q2')).toBe('2026-09-29')
  expect(placesToldFrom('2025-Q4')).toBe('2026-04-01')
})

test('a site is told from ten on, rounded down; fewer are told only inside their territoire, fewer there only inside the province', () => {
  expect(told([counted('s1', 12), counted('s2', 6), counted('s3', 5)])).toEqual([
    ['province', 'XL1', 20],
    ['territoire', 'XL101', 20],
    ['site', 's1', 10],
  ])
  expect(told([counted('s1', 6), counted('s1', 5)]).at(-1)).toEqual(['site', 's1', 10])
  expect(told([counted('s1', 6), counted('s2', 5), counted('s3', 1)])).toEqual([
    ['province', 'XL1', 10],
    ['territoire', 'XL101', 10],
  ])
  expect(told([counted('s1', 9), counted('s9', 9, { admin2: 'XL102' }), counted('s7', 1, { admin2: 'XL103' })])).toEqual([
    ['province', 'XL1', 10],
  ])
  expect(told([counted('s1', 9)])).toEqual([])
})

test('nothing and too few look alike, and a type is never added to another', () => {
  expect(told([counted('s1', 9)])).toEqual(told([]))
  // Twenty less nineteen at most: the second site would be known not to be empty, so the first is told no more.
  expect(told([counted('s1', 12), counted('s2', 9)])).toEqual([
    ['province', 'XL1', 20],
    ['territoire', 'XL101', 20],
  ])
  // Two that are too few and make ten together would both be known not to be empty.
  expect(told([counted('s1', 6), counted('s2', 5)])).toEqual([])
  expect(told([counted('s1', 9), counted('s9', 9, { admin2: 'XL102' })])).toEqual([])
  expect(told([counted('s1', 9), counted('s1', 9, { type: 'illegal-taxation' })])).toEqual([])
  expect(told([counted('s1', 12), counted(null, 30, { admin2: null, type: 'illegal-taxation' })])).toEqual([
    ['province', 'XL1', 10],
    ['territoire', 'XL101', 10],
    ['site', 's1', 10],
    ['province', 'XL1', 30],
  ])
})

test('the guard knows every cell by its type, place and quarter', () => {
  expect(guardedCells(toldOfQuarter([counted('s1', 9)]), '2026-Q2')).toEqual([
    { cell: 'event=child-labour-observed&province=XL1&quarter=2026-Q2', count: 9, told: { withheld: 'below-minimum' } },
    { cell: 'event=child-labour-observed&territoire=XL101&quarter=2026-Q2', count: 9, told: { withheld: 'below-minimum' } },
    { cell: 'event=child-labour-observed&site=s1&quarter=2026-Q2', count: 9, told: { withheld: 'below-minimum' } },
  ])
})

const smallRule = { least: 3, floorTo: 3 }
const lists = fc.array(fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })
const asCounts = (all: readonly (readonly number[])[]): readonly PlaceCount[] =>
  all.flatMap((sites, t) => sites.map((persons, s) => counted(`t${t}s${s}`, persons, { admin2: `T${t}` })))
const faceOf = (cells: readonly PlaceCell[]): string =>
  JSON.stringify(cells.map(({ level, code, told: one }) => [level, code, 'shown' in one ? one.shown : null]))
/** Every other world of the same places in which the same is told. */
function worldsLike(all: readonly (readonly number[])[], face: string): readonly (readonly number[])[] {
  const size = all.flat().length
  const found: number[][] = []
  for (let n = 0; n < 9 ** size; n += 1) {
    const flat = Array.from({ length: size }, (_, at) => Math.floor(n / 9 ** at) % 9)
    let at = 0
    const world = all.map((sites) => sites.map(() => flat[at++] ?? 0))
    if (faceOf(toldOfQuarter(asCounts(world), smallRule)) === face) found.push(flat)
  }
  return found
}
test('whoever knows the rule and reads everything that is told cannot work out one small number of any place', () => {
  fc.assert(
    fc.property(lists, (all) => {
      const face = faceOf(toldOfQuarter(asCounts(all), smallRule))
      const worlds = worldsLike(all, face)
      for (const [at, persons] of all.flat().entries())
        if (persons < smallRule.least) expect(new Set(worlds.map((one) => one[at])).size, `${JSON.stringify(all)} ${at}`).toBeGreaterThan(1)
    }),
    { numRuns: 150 },
  )
})

test('no small number of a site is bounded away from nothing by what is told of its sums', () => {
  fc.assert(
    fc.property(lists, (all) => {
      const cells = toldOfQuarter(asCounts(all), smallRule)
      const most = (cell: PlaceCell): number => ('shown' in cell.told ? cell.told.shown + 2 : cell.count < smallRule.least ? 2 : Infinity)
      const under = (cell: PlaceCell) =>
        cells.filter((one) =>
          cell.level === 'province' ? one.level === 'territoire' : one.level === 'site' && one.territoire === cell.code,
        )
      for (const sum of cells.filter((one) => one.level !== 'site' && 'shown' in one.told))
        for (const part of under(sum).filter((one) => one.count < smallRule.least)) {
          const others = under(sum).filter((one) => one !== part)
          const least = ('shown' in sum.told ? sum.told.shown : 0) - others.reduce((total, one) => total + most(one), 0)
          expect(least, JSON.stringify(all)).toBeLessThanOrEqual(0)
        }
    }),
    { numRuns: 300 },
  )
})

test('no number under ten and none that is not rounded is ever told', () => {
  const many = fc.array(
    fc.record({
      ...{ site: fc.constantFrom('s1', 's2', null), persons: fc.integer({ min: 0, max: 60 }) },
      ...{ admin1: fc.constantFrom('XL1', 'XL2'), admin2: fc.constantFrom('XL101', 'XL102', null), type: fc.constantFrom('a', 'b') },
    }),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(many, (counts) => {
      const placed = counts.map((one) => (one.admin2 === null ? { ...one, site: null } : one))
      for (const { persons } of toldLines(toldOfQuarter(placed), '2026-Q2')) {
        expect(persons).toBeGreaterThanOrEqual(outside.least)
        expect(persons % outside.floorTo).toBe(0)
      }
    }),
  )
})
