/* Lists that hold the newest rows and not all say so; what is counted by territoire counts all; of warnings nobody is told how many there are. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { agreeOnRoadmap } from '../../../../test/world/peace-scenes.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { subjectOf } from '../../../../test/world/client.ts'
import { mustParse } from '../../../kernel/schema.ts'
import { Roadmap } from '../contract-peace.ts'
import { WarningList, ZoneScores } from '../contract-warnings.ts'
import { cutAt } from './cut.ts'

const world = await freshDatabase()
let stage: Stage
beforeAll(async () => {
  stage = await openStage(world, 780)
  await agreeOnRoadmap(stage, { day: stage.onDay(-110), sites: [] })
  stage.onDay(0)
  return () => stage.app.close()
}, 60_000)
const roadmap = async () => mustParse(Roadmap, (await stage.as('planner').get('/api/conflict/roadmap')).body)
const warnings = async () => mustParse(WarningList, (await stage.as('analyst').get('/api/conflict/warnings')).body)

test('a roadmap of more than two thousand items says of how many it shows the newest; one that is whole says nothing', async () => {
  const { items, cut } = await roadmap()
  expect([items.length, cut]).toEqual([5, null])
  await world.program.database.transaction((tx) =>
    sql`insert into conflict_roadmap_item (tenant_id, id, acts)
      select tenant_id, gen_random_uuid(), acts from conflict_roadmap_item, generate_series(1, 400)`.execute(tx),
  )
  expect((await roadmap()).cut).toEqual({ listed: 2000, total: 2005 })
})

test('more than two thousand warnings: said in the list and beside scores, without how many there are', async () => {
  const data = { type: 'attack', channel: 'sms', territoire: 'XL102', severity: 5, reporter: 'anonymous', what: 'Tirs.' }
  subjectOf(await stage.as('analyst').post('/api/conflict/warnings', data))
  expect((await warnings()).lookedThrough).toBe(null)
  await world.program.database.transaction((tx) =>
    sql`insert into conflict_warning (tenant_id, id, number, province, territoire, received_at, is_closed, sent_by, acts)
      select tenant_id, gen_random_uuid(), 'W-1999-' || n, province, territoire, received_at, is_closed, sent_by, acts
      from conflict_warning, generate_series(1, 2000) n`.execute(tx),
  )
  expect((await warnings()).lookedThrough).toBe(2000)
  const zones = mustParse(ZoneScores, (await stage.as('minister').get('/api/conflict/warning-zones')).body)
  expect(zones.lookedThrough).toBe(2000)
})

test('a list that is just full is asked for its number, and is not cut where that is all', async () => {
  expect(await cutAt(3, 5, () => Promise.reject(new Error('asked')))).toBe(null)
  expect(await cutAt(5, 5, () => Promise.resolve(5))).toBe(null)
  expect(await cutAt(5, 5, () => Promise.resolve(7))).toEqual({ listed: 5, total: 7 })
})
