/* Flow monitoring in the Gobi: the proposed border posts, days and hours of Ulaanbaatar over midnight and a change of day, and a soum that has no outline. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Answer, subjectOf } from '../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { looseRecord, mustParse, text } from '../../../kernel/schema.ts'
import { wallClock } from '../../../kernel/zones.ts'
import { importAreas } from '../../places/module.ts'
import { PointDetail, Points } from '../contract.ts'
import { WorkersTable } from '../contract-workers.ts'
import { proposalsFor, proposedPoints } from '../domain/proposed-points.ts'

const world = await freshDatabase()
let stage: Stage
beforeAll(async () => {
  stage = await openStage(world, 60)
  stage.onDay(0)
  const { database, log, tenant, clock } = world.program
  const actor = { account: 'operator', organisation: null, role: null }
  const parts = { database, log, tenant, clock, actor }
  const listed = await importAreas(parts, {
    level: 'territoire',
    file: 'code,name,parent\nMN4601,Dalanzadgad,MN46\nMN4640,Khanbogd,MN46\n',
  })
  expect(listed.ok).toBe(true)
  return () => stage.app.close()
}, 60_000)
const codeOf = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const keeper = () => stage.as('monitor')
const group = {
  size: 6,
  women: 1,
  men: 5,
  girls: 0,
  boys: 0,
  under5: 0,
  direction: 'out',
  transport: 'truck',
  reason: 'work-mining',
  stay: null,
}

test('both posts are proposed where Ömnögovi is on the register, unverified, and only until somebody opened them', () => {
  expect(proposedPoints.map(({ area, mark, type }) => [area, mark, type])).toEqual([
    ['MN46', 'U', 'border-official'],
    ['MN46', 'U', 'border-official'],
  ])
  expect(proposalsFor(new Set(['CD61']), new Set())).toEqual([])
  expect(proposalsFor(new Set(['MN46']), new Set(['MN-GASH'])).map(({ code }) => code)).toEqual(['MN-SHIV'])
})

test('a proposed post opens in its aimag, and midnight at the post changes the day while it is still yesterday in the Congo', async () => {
  const [gash] = proposedPoints
  const { mark, ...proposal } = gash ?? { mark: 'U' }
  expect(mark).toBe('U')
  world.setClock(`${stage.today}T15:30:00.000Z`)
  const point = subjectOf(await keeper().post('/api/flow-points', { ...proposal, from: stage.today }))
  const [line] = mustParse(Points, (await keeper().get('/api/flow-points')).body).points
  expect([line?.zone, line?.area]).toEqual(['Asia/Ulaanbaatar', 'MN46'])
  const here = wallClock(`${stage.today}T15:30:00.000Z`, 'Asia/Ulaanbaatar')
  const tomorrow = wallClock(`${stage.today}T16:30:00.000Z`, 'Asia/Ulaanbaatar').day
  expect([here.day, here.time, tomorrow > stage.today]).toEqual([stage.today, '23:30', true])
  const send = (day: string, hour: number) => stage.as('enumerator').post('/api/flow-counts', { point, day, groups: [{ ...group, hour }] })
  subjectOf(await send(stage.today, 23))
  expect(codeOf(await send(tomorrow, 0))).toBe('flow-day-in-the-future')
  // Half past midnight at the post, half past six in the evening in Lubumbashi.
  world.setClock(`${stage.today}T16:30:00.000Z`)
  subjectOf(await send(tomorrow, 0))
  const detail = mustParse(PointDetail, (await keeper().get(`/api/flow-points/${point}/flows?from=${stage.today}&until=${tomorrow}`)).body)
  expect(detail.days.map(({ day, state }) => [day, state])).toEqual([
    [tomorrow, 'counted'],
    [stage.today, 'counted'],
  ])
  stage.onDay(0)
})

test('a soum that has no outline can have a point, a desk and numbers of foreign workers', async () => {
  const base = { code: 'MN-KHB', name: 'Khanbogd', type: 'mine-access', from: stage.today }
  subjectOf(await keeper().post('/api/flow-points', { ...base, area: 'MN4640' }))
  subjectOf(await stage.as('counsellor').post('/api/desk/centres', { name: 'Dalanzadgad', area: 'MN4601' }))
  const lines = [{ sector: 'mining', nation: 'china', sex: 'male', age: '25-34', permit: 'valid', n: 40 }]
  subjectOf(await keeper().post('/api/foreign-workers', { area: 'MN4640', quarter: '2026-Q3', source: 'migration-office', lines }))
  const table = mustParse(WorkersTable, (await keeper().get('/api/foreign-workers')).body)
  expect(table.rows.map(({ areaName, parentName }) => [areaName, parentName])).toEqual([['Khanbogd', 'Omnogovi']])
  expect(codeOf(await keeper().post('/api/flow-points', { ...base, code: 'X', area: 'MN4699' }))).toBe('flow-point-place-not-known')
})
