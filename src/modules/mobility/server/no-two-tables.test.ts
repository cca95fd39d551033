/*
From no two tables of flows can a cell of one to four be worked out. For every such cell another world is made in which it is different, and every answer that a reader can get, over all ranges of days,
must be the same letter for letter in both. What the answers cannot tell apart nobody can derive from them, however they are laid beside each other.
*/
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { subjectOf } from '../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { toldShares, toldKeys, wholeMonths } from '../domain/told-parts.ts'

const world = await freshDatabase()
let stage: Stage
beforeAll(async () => {
  stage = await openStage(world, 400)
  stage.onDay(0)
  return () => stage.app.close()
}, 60_000)

interface Group {
  readonly day: string
  readonly size: number
  readonly way?: 'in' | 'out' | 'transit'
  readonly reason?: string | null
  readonly from?: string | null
  readonly nation?: string | null
  readonly parts?: readonly [number, number, number, number] | null
}
let named = 0
async function pointOf(groups: readonly Group[]): Promise<{ readonly id: string; readonly code: string }> {
  named += 1
  const code = `T${String(named).padStart(3, '0')}`
  const id = subjectOf(
    await stage.as('monitor').post('/api/flow-points', { code, name: 'Piste', type: 'transport-hub', area: 'XL102', from: '2026-01-01' }),
  )
  const days = [...new Set(groups.map(({ day }) => day))].toSorted()
  for (const day of days) {
    const own = groups.filter((one) => one.day === day).map(wireOf)
    subjectOf(await stage.as('enumerator').post('/api/flow-counts', { point: id, day, groups: own }))
  }
  return { id, code }
}
function wireOf({ size, way = 'in', reason = null, from = null, nation = null, parts = null }: Group): object {
  const [women, men, girls, boys] = parts ?? [null, null, null, null]
  return {
    ...{ hour: 9, direction: way, size, women, men, girls, boys, under5: parts ? 0 : null, transport: 'foot', reason, stay: null },
    ...(from === null ? {} : { from: { country: 'COD', adm1: from } }),
    ...(nation === null ? {} : { nationalities: [{ iso3: nation, n: size }] }),
  }
}
const DAYS = ['2026-05-04', '2026-05-20', '2026-06-01', '2026-06-30', '2026-07-10']
const edges = ['2026-05-01', '2026-05-04', '2026-05-05', '2026-05-31', '2026-06-01', '2026-06-15', '2026-06-30', '2026-07-01', '2026-07-31']

/** Everything that a reader who keeps nothing is answered about a point, over all ranges; names of the point and instants taken out. */
async function allAnswers({ id, code }: { readonly id: string; readonly code: string }): Promise<readonly string[]> {
  const answers: string[] = []
  for (const from of edges)
    for (const until of edges.filter((one) => one >= from)) {
      const { body, status } = await stage.as('dpo').get(`/api/flow-points/${id}/flows?from=${from}&until=${until}`)
      expect(status).toBe(200)
      answers.push(
        JSON.stringify(body)
          .replaceAll(id, 'point')
          .replaceAll(code, 'code')
          .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'sending')
          .replaceAll(/"at":"[^"]*"/g, '"at":""'),
      )
    }
  return answers
}
const base: readonly Group[] = DAYS.map((day) => ({ day, size: 12, reason: 'trade', from: 'CD61', nation: 'COD', parts: [4, 8, 0, 0] }))
const may = '2026-05-04'

const worlds: readonly (readonly [string, readonly Group[], readonly Group[]])[] = [
  [
    'a key beside one of five: six passed, five for the mines, so the other was one',
    [
      { day: may, size: 5, reason: 'work-mining' },
      { day: may, size: 1, reason: 'trade' },
    ],
    [
      { day: may, size: 5, reason: 'work-mining' },
      { day: may, size: 1 },
    ],
  ],
  [
    'three ways of four each among twelve',
    [
      { day: may, size: 4, way: 'in' },
      { day: may, size: 4, way: 'out' },
      { day: may, size: 4, way: 'transit' },
    ],
    [
      { day: may, size: 3, way: 'in' },
      { day: may, size: 4, way: 'out' },
      { day: may, size: 5, way: 'transit' },
    ],
  ],
  [
    'four on each of five days, twenty in all',
    DAYS.flatMap((day): Group[] => [
      { day, size: 8 },
      { day, size: 4, from: 'UG2', nation: 'UGA' },
    ]),
    DAYS.flatMap((day, at): Group[] => [
      { day, size: at === 0 ? 9 : 8 },
      { day, size: at === 0 ? 3 : 4, from: 'UG2', nation: 'UGA' },
    ]),
  ],
  [
    'a day of four whose key makes ten with the day before it',
    [
      { day: may, size: 6, reason: 'work-mining' },
      { day: '2026-05-20', size: 4, reason: 'work-mining' },
    ],
    [
      { day: may, size: 6, reason: 'work-mining' },
      { day: '2026-05-20', size: 2, reason: 'work-mining' },
    ],
  ],
  [
    'four girls among groups that nobody divided',
    [
      { day: may, size: 9, parts: [0, 5, 4, 0] },
      { day: may, size: 20, parts: [10, 10, 0, 0] },
    ],
    [
      { day: may, size: 5, parts: [0, 5, 0, 0] },
      { day: may, size: 4 },
      { day: may, size: 20, parts: [10, 10, 0, 0] },
    ],
  ],
  [
    'a day of as many groups as people',
    [
      { day: may, size: 1 },
      { day: may, size: 1 },
      { day: may, size: 1 },
      { day: may, size: 1 },
    ],
    [{ day: may, size: 1 }],
  ],
]

test.each(worlds)(
  '%s',
  async (_, one, other) => {
    expect(await allAnswers(await pointOf([...base.filter(({ day }) => !one.some((group) => group.day === day)), ...one]))).toEqual(
      await allAnswers(await pointOf([...base.filter(({ day }) => !other.some((group) => group.day === day)), ...other])),
    )
  },
  60_000,
)

/** The same by chance: any small piece moved into what nobody said leaves every told number of every question as it was. */
test('moving any small piece into what nobody said changes no told number, alone or summed over points and months', () => {
  let seed = 7
  const chance = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  const keys = { reason: ['work-mining', 'trade', 'family'], direction: ['in', 'out'], part: ['women', 'men', 'girls', 'boys'] }
  for (let run = 0; run < 300; run++) {
    const pieces = Object.entries(keys).flatMap(([dimension, all]) =>
      ['a', 'b'].flatMap((point) =>
        ['2026-05', '2026-06'].flatMap((month) => all.map((key) => ({ point, month, dimension, key, n: chance(12) }))),
      ),
    )
    const told = (some: typeof pieces) =>
      JSON.stringify(
        [null, 'a', 'b'].map((point) => [toldShares(some, point), ...Object.keys(keys).map((one) => [...toldKeys(some, one, point)])]),
      )
    const before = told(pieces)
    for (const [at, piece] of pieces.entries()) {
      if (piece.n < 1 || piece.n > 4) continue
      const rest = { ...piece, key: piece.dimension === 'direction' ? 'transit' : 'unknown', n: piece.n }
      expect(told([...pieces.with(at, { ...piece, n: 0 }), rest])).toBe(before)
    }
  }
})

test('a month that is not over is in no stretch, and a stretch tells each month that it touches whole', () => {
  expect(wholeMonths('2026-05-31', '2026-07-01', '2026-07-20')).toEqual(['2026-05', '2026-06'])
  expect(wholeMonths('2025-12-15', '2026-01-02', '2026-07-20')).toEqual(['2025-12', '2026-01'])
  expect(wholeMonths('2026-07-01', '2026-07-02', '2026-07-20')).toEqual([])
})
