import { expect, test } from 'vitest'
import { inside, outside, type ShownCount, shownCount } from './disclosure-rules.ts'
import { differencing, type Release } from './release-guard.ts'

const release = (id: string, count: number, told: ShownCount): Release => ({ id, cells: [{ cell: 'CD62/women', count, told }] })
const exact = (id: string, count: number): Release => release(id, count, shownCount(count, inside))
const rounded = (id: string, count: number): Release => release(id, count, shownCount(count, outside))
const problems = (old: Release, next: Release) => differencing([old], next).map((one) => one.problem)

test.each([
  [20, 20, []],
  [20, 21, ['moved-by-few']],
  [29, 20, ['moved-by-few']],
  [20, 30, []],
  [20, 10, []],
] as const)('§11 test 7: a shown cell of %i that becomes %i: %j', (old, now, expected) =>
  expect(problems(exact('R1', old), exact('R2', now))).toEqual(expected),
)

test('a rounded number that a few people carried over is refused, one that stays or moves by ten people is not', () => {
  expect(problems(rounded('R1', 29), rounded('R2', 30))).toEqual(['moved-by-few'])
  expect(problems(rounded('R1', 21), rounded('R2', 28))).toEqual([])
  expect(problems(rounded('R1', 21), rounded('R2', 31))).toEqual([])
})

test('a cell shown in one release only is refused while fewer than ten people lie between, even none', () => {
  expect(problems(exact('R1', 4), exact('R2', 6))).toEqual(['shown-in-one-only'])
  expect(problems(release('R1', 20, { withheld: 'complement' }), exact('R2', 20))).toEqual(['shown-in-one-only'])
  expect(problems(exact('R1', 4), exact('R2', 14))).toEqual([])
  expect(problems(exact('R1', 2), exact('R2', 4))).toEqual([])
})

test('every earlier release is held against the new one, also cells that one of them lacks', () => {
  const first = exact('R1', 20)
  const second: Release = { id: 'R2', cells: [] }
  const next = exact('R3', 25)
  expect(differencing([first, second], next)).toEqual([{ cell: 'CD62/women', against: 'R1', problem: 'moved-by-few' }])
  expect(differencing([second], exact('R3', 8))).toEqual([{ cell: 'CD62/women', against: 'R2', problem: 'shown-in-one-only' }])
  expect(differencing([], next)).toEqual([])
})
