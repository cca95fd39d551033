/* A rush on a road is a sign beside the warnings, with the figures of its means, for who sorts or is cleared; a party and a reader of categories learn of none. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { sites as demoSites } from '../../../../../test/world/lukanda.ts'
import { countDays, openRoads, quietAndRush } from '../../../../../test/world/mobility-scenes.ts'
import { registerSite } from '../../../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { AxisFlow } from '../../../mobility/contract.ts'
import { WarningList } from '../../contract-warnings.ts'

const world = await freshDatabase()
let stage: Stage
let site = ''
beforeAll(async () => {
  stage = await openStage(world, 780)
  const [first] = demoSites
  if (!first) throw new Error('the world has no site')
  site = await registerSite(stage, first, 1)
  return () => stage.app.close()
}, 60_000)
const rushes = async (key: string) => mustParse(WarningList, (await stage.as(key).get('/api/conflict/warnings')).body).rushes

test('quiet roads are no sign; a rush is one, with its figures, and on the axis of its site', async () => {
  const roads = await openRoads(stage, { site, day: stage.onDay(-119) })
  stage.onDay(0)
  expect(await rushes('analyst')).toEqual([])
  await countDays(stage, roads, quietAndRush(stage.today))
  const [sign] = await rushes('analyst')
  expect(sign).toMatchObject({ name: 'Piste de Mto Mweupe', recentDays: 4, earlierDays: 12 })
  expect(sign?.recent ?? 0).toBeGreaterThan(2 * (sign?.earlier ?? 0))
  expect(JSON.stringify(sign)).not.toContain(site)
  expect([await rushes('trader'), await rushes('minister')]).toEqual([[], []])
  const axis = mustParse(AxisFlow, (await stage.as('monitor').get(`/api/flow-axes/${site}`)).body)
  expect(axis.points.map(({ boom }) => [boom.is, boom.recent])).toEqual([['alert', sign?.recent]])
  expect(axis.months.length).toBeGreaterThan(0)
  expect([axis.mining, axis.inOut].every((one) => one !== null)).toBe(true)
  expect(axis.months.every(({ into, out }) => into !== null && out !== null)).toBe(true)
})
