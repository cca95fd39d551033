/* Measures beside the tables: a day below the least cell is in neither, so that one taken from the other tells no such day; what came late is counted once. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { subjectOf } from '../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { mustParse } from '../../../kernel/schema.ts'
import { PointDetail } from '../contract.ts'
import { mobilityMeasures } from './measures.ts'

const world = await freshDatabase()
let stage: Stage
let point = ''
beforeAll(async () => {
  stage = await openStage(world, 400)
  stage.onDay(0)
  const opened = { code: 'MES-01', name: 'Piste', type: 'mine-access', area: 'XL102', from: '2026-01-01' }
  point = subjectOf(await stage.as('monitor').post('/api/flow-points', opened))
  return () => stage.app.close()
}, 60_000)

const count = async (day: string, size: number, girls = 0): Promise<string> => {
  const parts = { women: 0, men: size - girls, girls, boys: 0, under5: 0 }
  const group = { hour: 9, direction: 'in', size, ...parts, transport: 'foot', reason: 'work-mining', stay: null }
  return subjectOf(await stage.as('enumerator').post('/api/flow-counts', { point, day, groups: [group] }))
}
interface Asked {
  readonly from?: string
  readonly to?: string
  readonly after?: string | null
  readonly until?: string | null
  readonly by?: readonly string[]
}
const ask = async (id: string, { from = '2026-03-01', to = '2026-03-31', after = null, until = null, by = [] }: Asked = {}) => {
  const measure = mobilityMeasures.find((one) => one.id === id)
  return world.program.database.read(
    (tx) => measure?.ask(tx, 'cd', { occurred: { from, to }, learned: { after, until }, by }) ?? Promise.resolve([]),
  )
}
const passages = async (asked: Asked = {}): Promise<number> =>
  (await ask('mobility.passages', asked)).reduce((n, one) => n + one.numerator, 0)
const table = async (from: string, until: string): Promise<number> =>
  mustParse(PointDetail, (await stage.as('monitor').get(`/api/flow-points/${point}/flows?from=${from}&until=${until}`)).body).flow.passages

test('passages of any stretch are those of the table: a day of one to four is in neither, nor in a direction or a share', async () => {
  await count('2026-03-02', 1)
  await count('2026-03-03', 20, 8)
  await count('2026-03-04', 4, 4)
  const days = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05']
  for (const from of days)
    for (const to of days.filter((one) => one >= from))
      expect([from, to, await passages({ from, to })]).toEqual([from, to, await table(from, to)])
  expect(await ask('mobility.passages', { by: ['direction'] })).toEqual([{ of: { direction: 'in' }, numerator: 20, denominator: null }])
  expect(await ask('mobility.minors-share')).toEqual([{ of: {}, numerator: 8, denominator: 20 }])
  expect(await ask('mobility.mining-share')).toEqual([{ of: {}, numerator: 20, denominator: 20 }])
})

test('a small day that later sendings make larger is counted whole with what came late, and once', async () => {
  const locked = world.program.clock()
  expect(await passages({ until: locked })).toBe(20)
  world.setClock(`${stage.today}T12:00:00.000Z`)
  await count('2026-03-04', 3)
  await count('2026-03-03', 6)
  expect(await passages({ until: locked })).toBe(20)
  expect(await passages({ after: locked })).toBe(7 + 6)
  expect(await passages()).toBe(33)
  expect(await passages()).toBe(await table('2026-03-01', '2026-03-31'))
  expect(await ask('mobility.minors-share', { after: locked })).toEqual([{ of: {}, numerator: 4, denominator: 13 }])
})
