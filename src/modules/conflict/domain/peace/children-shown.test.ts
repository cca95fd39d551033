/* No small number of children can be had from figures that are shown, by subtraction between any of them: by example, and by trying thousands. */
import { describe, expect, test } from 'vitest'
import { type ChildrenCell, childrenShown } from './children-shown.ts'

const cell = (children: number | null, more: Partial<ChildrenCell> = {}): ChildrenCell => ({
  ...{ programme: 'P', province: 'XL1', children, asOf: '2026-01-01', at: '2026-01-02T00:00:00.000Z', isCorrected: false },
  ...more,
})
const shown = (...cells: readonly ChildrenCell[]) => childrenShown(cells).map((one) => (one.is === 'shown' ? one.n : one.is))

test('few children are shown of a whole province, and not below it or of one group', () => {
  expect(shown(cell(3))).toEqual([3])
  for (const narrow of [{ territoire: 'XL101' }, { actor: 'a' }]) {
    expect(shown(cell(9, narrow))).toEqual(['withheld'])
    expect(shown(cell(0, narrow))).toEqual(['withheld'])
    expect(shown(cell(10, narrow))).toEqual([10])
    expect(shown(cell(null, narrow))).toEqual(['not-given'])
  }
})

test('nor the others by which they could be worked out, however the programme was spelled; another programme is not touched', () => {
  const all = [
    cell(25),
    cell(4, { territoire: 'XL101' }),
    cell(21, { territoire: 'XL102', programme: ' p. ' }),
    cell(12, { territoire: 'XL101', programme: 'Q' }),
  ]
  expect(shown(...all)).toEqual([25, 'withheld', 'withheld', 12])
})

describe('subtraction', () => {
  test('a whole and one part of another day, level or spelling', () => {
    expect(shown(cell(25), cell(21, { territoire: 'XL102', asOf: '2026-03-01' }))).toEqual([25, 'withheld'])
    expect(shown(cell(25), cell(21, { actor: 'a', programme: 'p' }))).toEqual([25, 'withheld'])
    expect(shown(cell(40, { territoire: 'XL101' }), cell(34, { territoire: 'XL101', actor: 'a' }))).toEqual([40, 'withheld'])
  })
  test('two days of one place: the earlier stays', () => {
    expect(shown(cell(28, { asOf: '2026-02-01' }), cell(25))).toEqual(['withheld', 25])
    expect(shown(cell(35, { asOf: '2026-02-01' }), cell(25))).toEqual([35, 25])
  })
  test('a correction goes before what it corrects', () => {
    expect(shown(cell(25, { isCorrected: true }), cell(27, { asOf: '2026-02-01' }))).toEqual(['withheld', 27])
  })
  test('a whole less several parts', () => {
    const [east, west] = [cell(40, { territoire: 'XL101' }), cell(57, { territoire: 'XL102' })]
    expect(shown(cell(100), east, west)).toEqual([100, 40, 'withheld'])
    expect(shown(cell(120), east, west)).toEqual([120, 40, 57])
  })
})

test('whatever the figures, no two that are shown and no whole less its parts leave one to nine', () => {
  let seed = 7
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  const spellings = ['P', ' p', 'P.', 'Q']
  let told = 0
  for (let round = 0; round < 1500; round++) {
    const cells = Array.from({ length: 2 + random(7) }, () =>
      cell(random(90), {
        ...{ programme: spellings[random(4)] ?? 'P', asOf: `2026-0${1 + random(4)}-01`, isCorrected: random(9) === 0 },
        ...(random(2) === 0 ? { territoire: `XL10${random(3)}` } : {}),
        ...(random(4) === 0 ? { actor: `a${random(2)}` } : {}),
      }),
    )
    const answers = childrenShown(cells)
    for (const isQ of [true, false]) {
      const open = cells.filter((one, at) => answers[at]?.is === 'shown' && (one.programme === 'Q') === isQ)
      told += open.length
      expect(fewFrom(open), JSON.stringify(open)).toEqual([])
    }
  }
  // It is no rule that shows nothing.
  expect(told).toBeGreaterThan(1500)
})
/** Every pair, and every whole less every choice of parts below it with one of a scope: tried one by one. */
function fewFrom(open: readonly ChildrenCell[]): readonly number[] {
  const few = (n: number): boolean => n !== 0 && Math.abs(n) < 10
  const of = (one: ChildrenCell): number => one.children ?? 0
  const pairs = open.flatMap((a) => open.map((b) => of(a) - of(b)))
  const sums = open.flatMap((whole) => {
    const parts = open.filter(
      (one) =>
        (one.territoire !== whole.territoire || one.actor !== whole.actor) &&
        (whole.territoire ?? one.territoire) === one.territoire &&
        (whole.actor ?? one.actor) === one.actor,
    )
    return Array.from({ length: 2 ** parts.length - 1 }, (_, choice) => parts.filter((_one, at) => ((choice + 1) >> at) % 2 === 1))
      .filter((chosen) => new Set(chosen.map((one) => `${one.territoire}|${one.actor}`)).size === chosen.length)
      .filter((chosen) => chosen.some((one) => of(one) > 0))
      .map((chosen) => of(whole) - chosen.reduce((all, one) => all + of(one), 0))
  })
  return [...pairs, ...sums].filter(few)
}
