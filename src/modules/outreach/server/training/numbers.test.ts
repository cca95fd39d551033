/* Numbers and measures of trainings on a real database: persons once, participations each time, small cells withheld with their complements, both clocks. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { subjectOf } from '../../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { closeTraining, followTraining, holdTraining, teachNow, writeCurriculum } from '../../../../../test/world/training-scenes.ts'
import { addDays, addMonths } from '../../../../kernel/calendar.ts'
import { dayAfter, quarterOf } from '../../../../kernel/disclosure/place-and-time.ts'
import type { MeasureAsk, MeasureCell } from '../../../../kernel/measure.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { type SafeGrid, TrainedByQuarter, TrainingNumbers } from '../../contract-training.ts'

const world = await freshDatabase()
let stage: Stage
let now = ''
let held = ''
beforeAll(async () => {
  stage = await openStage(world, 780)
  const day = stage.onDay(-200)
  const curriculum = await writeCurriculum(stage)
  held = await holdTraining(stage, { curriculum, day })
  stage.onDay(-198)
  await closeTraining(stage, held)
  await followTraining(stage, { session: held, day: stage.onDay(-14) })
  now = await teachNow(stage, { curriculum, day: stage.onDay(-2), former: held })
  stage.onDay(0)
  return () => stage.app.close()
}, 180_000)

const numbers = async (key: string, query = '') =>
  mustParse(TrainingNumbers, (await stage.as(key).get(`/api/training/numbers${query}`)).body)
const ask = (id: string, more: Partial<MeasureAsk> = {}): Promise<readonly MeasureCell[]> =>
  world.program.database.read(async (tx) => {
    const measure = world.program.modules.outreach.measures.find((one) => one.id === `outreach.${id}`)
    const days = { from: addDays(stage.today, -300), to: stage.today }
    return (await measure?.ask(tx, world.program.tenant, { occurred: days, learned: { after: null, until: null }, by: [], ...more })) ?? []
  })
const shownIn = (grid: SafeGrid | undefined) =>
  grid?.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.is === 'shown' ? [cell.n] : []))) ?? []

test('participations and trained persons are two numbers: two came twice, one is not linked, nobody is trained in the second session yet', async () => {
  const first = await numbers('trainer')
  expect([first.participationsTotal, first.trainedUniqueTotal]).toEqual([
    { is: 'shown', n: 20 },
    { is: 'shown', n: 10 },
  ])
  const marks = Array.from({ length: 12 }, (_none, at) => [2, 3].map((halfDay) => ({ badge: at + 1, halfDay, present: true }))).flat()
  subjectOf(await stage.as('trainer').post(`/api/training/sessions/${now}/attendance`, { marks }))
  const both = await numbers('trainer')
  // 10 and 11 trained; badges 1 and 2 are one person in both, badge 12 nobody could link, badge 9 was half there.
  expect([both.participationsTotal, both.trainedUniqueTotal, both.notLinked]).toEqual([
    { is: 'shown', n: 20 },
    { is: 'shown', n: 15 },
    { is: 'withheld', because: 'below-minimum' },
  ])
  expect(await ask('participations')).toEqual([{ of: {}, numerator: 24, denominator: null }])
  expect(await ask('trained-unique')).toEqual([{ of: {}, numerator: 18, denominator: null }])
})

test('no table shows a cell under its least, inside five, outside ten, both rounded down, and layers have no sum over the sexes', async () => {
  for (const [key, least, floor] of [
    ['trainer', 5, 5],
    ['minister', 10, 10],
  ] as const)
    for (const table of ['category-sex', 'province-sex', 'age-sex', 'province-category']) {
      const read = await numbers(key, `?table=${table}`)
      const all = [...read.participations, ...read.trainedUnique].flatMap(shownIn)
      expect(
        all.filter((n) => n < least || n % floor !== 0),
        `${key} ${table}`,
      ).toEqual([])
    }
  const bySex = await numbers('trainer', '?table=province-sex')
  expect(shownIn(bySex.participations[0])).toContain(20)
  const layered = await numbers('trainer', '?table=province-category')
  expect(layered.participations.map(({ layer }) => layer)).toEqual(['woman', 'man'])
  expect((await stage.as('trader').get('/api/training/numbers')).status).toBe(403)
  expect((await stage.as('trainer').get('/api/training/numbers?table=x')).status).toBe(400)
  expect((await stage.as('trainer').get(`/api/training/numbers?from=${stage.today}&until=2020-01-01`)).status).toBe(400)
})

test('of how many a mean gain is stands as rounded as every number of persons', async () => {
  for (const [key, step] of [
    ['trainer', 5],
    ['minister', 10],
  ] as const) {
    const { gain } = await numbers(key)
    expect([key, gain?.of, (gain?.normalisedOf ?? 1) % step]).toEqual([key, 10, 0])
  }
})

test('measures divide and ask by both clocks', async () => {
  const bySex = await ask('participations', { by: ['sex'] })
  expect(bySex.map(({ of, numerator }) => [of['sex'], numerator])).toEqual([
    ['man', 12],
    ['woman', 12],
  ])
  const days = { from: addDays(stage.today, -210), to: addDays(stage.today, -190) }
  expect(await ask('trained-unique', { occurred: days })).toEqual([{ of: {}, numerator: 10, denominator: null }])
  expect(await ask('mean-gain', { occurred: days })).toEqual([{ of: {}, numerator: 500.2, denominator: 12 }])
  expect(await ask('certificates')).toEqual([{ of: {}, numerator: 10, denominator: null }])
  expect(await ask('follow-up-practice')).toEqual([{ of: {}, numerator: 1, denominator: 2 }])
  // Learned up to half a year ago: the second session and the looks at practice were not known yet.
  const until = `${addDays(stage.today, -100)}T00:00:00.000Z`
  expect(await ask('participations', { learned: { after: null, until } })).toEqual([{ of: {}, numerator: 12, denominator: null }])
  expect(await ask('participations', { learned: { after: until, until: null } })).toEqual([{ of: {}, numerator: 12, denominator: null }])
  expect(await ask('follow-up-practice', { learned: { after: null, until } })).toEqual([{ of: {}, numerator: 0, denominator: 0 }])
})

test('who is unmarked and marked again after a lock is not counted late a second time', async () => {
  const occurred = { from: addDays(stage.today, -210), to: addDays(stage.today, -190) }
  const locked = `${addDays(stage.today, -100)}T00:00:00.000Z`
  const mark = async (present: boolean) => {
    const marks = [0, 1, 2, 3].map((halfDay) => ({ badge: 5, halfDay, present }))
    subjectOf(await stage.as('trainer').post(`/api/training/sessions/${held}/attendance`, { marks }))
  }
  const n = async (id: string, learned: MeasureAsk['learned']) => (await ask(id, { occurred, learned })).map(({ numerator }) => numerator)
  await mark(false)
  expect(await n('trained-unique', { after: null, until: null })).toEqual([9])
  await mark(true)
  for (const [id, all] of [
    ['participations', 12],
    ['trained-unique', 10],
  ] as const)
    expect([await n(id, { after: null, until: locked }), await n(id, { after: locked, until: null })], id).toEqual([[all], [0]])
})

test('the picture of the home page tells each quarter what its table tells, and small quarters as a gap', async () => {
  for (const [key, least] of [
    ['trainer', 5],
    ['minister', 10],
  ] as const) {
    const { quarters, ...read } = mustParse(TrainedByQuarter, (await stage.as(key).get('/api/training/quarters')).body)
    expect(read).toEqual({ asOf: stage.today, least })
    expect(quarters).toHaveLength(8)
    const held = addDays(stage.today, -199)
    const [quarter, first] = [quarterOf(held), addMonths(dayAfter(quarterOf(held)), -3)]
    const table = await numbers(key, `?from=${first}&until=${addDays(dayAfter(quarter), -1)}`)
    expect(table.trainedUniqueTotal).toEqual({ is: 'shown', n: 10 })
    expect(quarters.find((one) => one.quarter === quarter)?.trained).toEqual(table.trainedUniqueTotal)
    expect(quarters[0]?.trained).toEqual({ is: 'withheld', because: 'below-minimum' })
  }
  expect((await stage.as('trader').get('/api/training/quarters')).status).toBe(403)
})
