/*
A reader who knows every rule of ours and holds any two released tables: no count of one to nine persons may follow. Small worlds are all tried: worlds that release the same tables look
the same to the reader, and what a cell could be is the set of what it is in all of them. That set must not lie wholly within one to nine, neither for a cell nor for what lies between two.
*/
import { describe, expect, test } from 'vitest'
import { differencing } from '../../../kernel/disclosure/release-guard.ts'
import type { ToldNumber } from '../contract-values.ts'
import { spanWithin, sumOf } from './cumulate.ts'
import { showsFew } from './moved.ts'
import { saysLess } from './quality.ts'
import { type Counted, type CountedPart, type Told, WITHHELD, tell } from './tell.ts'

interface World {
  /** What is released, as the reader sees it. */
  readonly released: unknown
  /** True counts of persons, by what they are called. */
  readonly truth: { readonly [cell: string]: number }
}
/** Cells that some set of released tables pins to one to nine, with what was released. */
function pinned(worlds: Iterable<World>): readonly string[] {
  const seen = new Map<string, Map<string, { least: number; most: number }>>()
  for (const { released, truth } of worlds) {
    const key = JSON.stringify(released)
    const cells = seen.get(key) ?? new Map<string, { least: number; most: number }>()
    seen.set(key, cells)
    for (const [cell, count] of Object.entries(truth)) {
      const found = cells.get(cell)
      if (found === undefined) cells.set(cell, { least: count, most: count })
      else {
        found.least = Math.min(found.least, count)
        found.most = Math.max(found.most, count)
      }
    }
  }
  return [...seen].flatMap(([key, cells]) =>
    [...cells].flatMap(([cell, { least, most }]) => (least >= 1 && most <= 9 ? [`${cell} ${least}–${most} from ${key}`] : [])),
  )
}
const upTo = (most: number): readonly number[] => Array.from({ length: most + 1 }, (_, at) => at)
const part = (by: string, key: string, numerator: number, denominator: number | null = null): CountedPart => ({
  by,
  key,
  numerator,
  denominator,
})
const people = (table: string) => ({ unit: 'number' as const, touchesPersons: true, table })
const counts = (...parts: readonly CountedPart[]): Counted => {
  const first = parts[0]?.by
  return { numerator: parts.filter(({ by }) => by === first).reduce((sum, one) => sum + one.numerator, 0), denominator: null, parts }
}
const seenOf = ({ told, parts }: Told): unknown => [told.state, told.value, parts.map((one) => one.value)]
const whole = (numerator: number, table = 't'): Told => tell({ numerator, denominator: null, parts: [] }, people(table))

describe('one table', () => {
  test('two parts and their sum', () => {
    function* worlds(): Iterable<World> {
      for (const women of upTo(59))
        for (const men of upTo(59))
          yield {
            released: seenOf(tell(counts(part('sex', 'w', women), part('sex', 'm', men)), people('t'))),
            truth: { women, men, all: women + men },
          }
    }
    expect(pinned(worlds())).toEqual([])
  })
  test('three parts and their sum', () => {
    function* worlds(): Iterable<World> {
      for (const a of upTo(29))
        for (const b of upTo(29))
          for (const c of upTo(29))
            yield {
              released: seenOf(tell(counts(part('p', 'a', a), part('p', 'b', b), part('p', 'c', c)), people('t'))),
              truth: { a, b, c },
            }
    }
    expect(pinned(worlds())).toEqual([])
  })
  test('two divisions of one whole', () => {
    function* worlds(): Iterable<World> {
      for (const women of upTo(29))
        for (const men of upTo(29))
          for (const minors of upTo(women + men)) {
            const grown = women + men - minors
            const told = tell(
              counts(part('sex', 'w', women), part('sex', 'm', men), part('age', 'c', minors), part('age', 'a', grown)),
              people('t'),
            )
            yield { released: seenOf(told), truth: { women, men, minors, grown } }
          }
    }
    expect(pinned(worlds())).toEqual([])
  })
  test('shares and means, with parts: who is meant, who is not, and all; a mean of nobody looks like one of a few', () => {
    for (const unit of ['percent', 'score'] as const) {
      function* worlds(): Iterable<World> {
        for (const d1 of upTo(29))
          for (const d2 of upTo(29))
            for (const n1 of upTo(d1))
              for (const n2 of [0, Math.floor(d2 / 3), Math.floor(d2 / 2), d2]) {
                const counted = { numerator: n1 + n2, denominator: d1 + d2, parts: [part('sex', 'w', n1, d1), part('sex', 'm', n2, d2)] }
                const { told, parts } = tell(counted, { ...people('t'), unit })
                // Of a mean the sum is no count of persons.
                const meant = unit === 'score' ? {} : { n1, n2, rest1: d1 - n1, rest2: d2 - n2, n: n1 + n2 }
                yield { released: [told, parts], truth: { d1, d2, all: d1 + d2, ...meant } }
              }
      }
      expect(pinned(worlds()), unit).toEqual([])
    }
  })
})

describe('two tables', () => {
  /** What is told by and by of one cell: a change by a few that could be seen is refused, or not told. */
  const passes = (before: Told, now: Told): boolean =>
    !showsFew(before, now) && differencing([{ id: 'b', cells: before.cells }], { id: 'n', cells: now.cells }).length === 0
  test('a locked value and its restatement, by parts: what was taken away is nobody or ten', () => {
    function* worlds(): Iterable<World> {
      for (const w1 of upTo(29))
        for (const m1 of upTo(29))
          for (const w2 of upTo(29))
            for (const m2 of upTo(29)) {
              const [before, now] = [
                tell(counts(part('sex', 'w', w1), part('sex', 'm', m1)), people('t')),
                tell(counts(part('sex', 'w', w2), part('sex', 'm', m2)), people('t')),
              ]
              // Nothing new and a few look alike: the first table stands.
              const second = passes(before, now) ? seenOf(now) : seenOf(before)
              yield {
                released: [seenOf(before), second],
                truth: { w1, m1, w2, m2, moved: Math.abs(w1 + m1 - w2 - m2), women: Math.abs(w1 - w2) },
              }
            }
    }
    expect(pinned(worlds())).toEqual([])
  })
  test('quarters, what came late of the first, and the cumulative figure of both', () => {
    function* worlds(): Iterable<World> {
      for (const first of upTo(39))
        for (const second of upTo(39))
          for (const late of upTo(29)) {
            const [one, two, after] = [whole(first).told, whole(second).told, whole(late).told]
            const parts = after.state === 'shown' ? [{ period: '2026-Q1', after: null, until: '', told: after }] : []
            const before = sumOf({ unit: 'number', before: null, own: one, late: [], restated: [] })
            const all = sumOf({ unit: 'number', before, own: two, late: parts, restated: [] })
            yield { released: [one, before, two, parts, all], truth: { first, second, late, all: first + second + late } }
          }
    }
    expect(pinned(worlds())).toEqual([])
  })
  test('unique persons by quarter and over all of the time: who came twice, who came late, who was in the quarter that is withheld', () => {
    const told = (own: readonly ToldNumber[], late: readonly ToldNumber[], all: number): ToldNumber =>
      spanWithin(whole(all).told, { quarters: own, late })
    function* worlds(): Iterable<World> {
      for (const first of upTo(29))
        for (const second of upTo(29))
          for (const both of upTo(Math.min(first, second)))
            for (const late of [0, 5, 9, 10, 14, 19]) {
              const [one, two, after] = [whole(first).told, whole(second).told, whole(late).told]
              const lates = after.state === 'shown' ? [after] : []
              const all = first + second - both + late
              const released = [one, told([one], [], first), two, lates, told([one, two], lates, all)]
              yield { released, truth: { first, second, late, all, again: both, fresh: second - both } }
            }
    }
    expect(pinned(worlds())).toEqual([])
    // What is known is still told: without that rule nothing at all would pass this test too.
    expect(told([whole(24).told, whole(31).told], [], 55).value).toBe(50)
    expect(told([whole(24).told, WITHHELD], [], 29).value).toBe(20)
  })
  test('a locked value and the line of data quality that says the record keeps less of it', () => {
    function* worlds(): Iterable<World> {
      for (const locked of upTo(59))
        for (const now of upTo(locked)) {
          const says = saysLess({
            locked: { numerator: locked, denominator: null },
            now: { numerator: now, denominator: null },
            touchesPersons: true,
          })
          yield { released: [whole(locked).told, says ? whole(now).told : 'no line'], truth: { locked, now, gone: locked - now } }
        }
    }
    expect(pinned(worlds())).toEqual([])
    expect(saysLess({ locked: { numerator: 12, denominator: null }, now: { numerator: 3, denominator: null }, touchesPersons: true })).toBe(
      false,
    )
    expect(saysLess({ locked: { numerator: 13, denominator: null }, now: { numerator: 3, denominator: null }, touchesPersons: true })).toBe(
      true,
    )
    expect(saysLess({ locked: { numerator: 2, denominator: null }, now: { numerator: 1, denominator: null }, touchesPersons: false })).toBe(
      true,
    )
    expect(saysLess({ locked: { numerator: 20, denominator: 40 }, now: { numerator: 20, denominator: 30 }, touchesPersons: true })).toBe(
      true,
    )
  })
  test('the same persons counted by two indicators over days that differ a little', () => {
    function* worlds(): Iterable<World> {
      for (const wide of upTo(59))
        for (const narrow of upTo(wide))
          yield { released: [whole(wide).told, whole(narrow).told], truth: { wide, narrow, between: wide - narrow } }
    }
    expect(pinned(worlds())).toEqual([])
  })
})
