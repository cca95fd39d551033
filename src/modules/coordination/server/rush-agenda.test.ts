/* A rush on the road to a site comes to the agenda of the province's committee by itself, and to no committee of another area. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import * as scenes from '../../../../test/world/committee-scenes.ts'
import { sites as demoSites } from '../../../../test/world/lukanda.ts'
import { countDays, openRoads, quietAndRush } from '../../../../test/world/mobility-scenes.ts'
import { registerSite } from '../../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { addDays } from '../../../kernel/calendar.ts'

const world = await freshDatabase()
let stage: Stage
let cps = ''
let site = ''
beforeAll(async () => {
  stage = await openStage(world, 780)
  const [first] = demoSites
  if (!first) throw new Error('the world has no site')
  site = await registerSite(stage, first, 1)
  ;({ cps } = await scenes.foundCommittees(stage, stage.onDay(-230)))
  return () => stage.app.close()
}, 60_000)

const convened = async (inDays: number) => {
  const meeting = await scenes.convene(stage, cps, { day: addDays(stage.today, inDays) })
  return { meeting, found: (await scenes.meetingOf(stage, meeting)).items.filter((one) => one.source === 'rush') }
}

test('far more people than before are an item; as many as before are none', async () => {
  const roads = await openRoads(stage, { site, day: stage.onDay(-119) })
  const days = quietAndRush(stage.today).filter(({ day }) => day < stage.today)
  stage.onDay(-29)
  await countDays(
    stage,
    roads,
    days.filter(({ day }) => day < addDays(stage.today, -29)),
  )
  expect((await convened(-15)).found).toEqual([])
  stage.onDay(0)
  await countDays(
    stage,
    roads,
    days.filter(({ day }) => day >= addDays(stage.today, -29)),
  )
  const until = addDays(stage.today, -1)
  const rush = { recent: 134.5, earlier: 46, recentDays: 4, earlierDays: 12, until }
  const { meeting, found } = await convened(9)
  expect(found).toMatchObject([{ source: 'rush', label: 'Piste de Mto Mweupe', ref: roads.road, rush }])
  // On paper as on the screen: a committee is asked about figures, not about a name.
  const paper = async (language: string) =>
    String((await stage.as('secretary').get(`/coordination/meetings/${meeting}/invitation/print?language=${language}`)).body)
  expect(await paper('fr')).toContain(
    '134,5 passages par jour compté sur quatre semaines (4 jours), contre 46,0 sur les douze d’avant (12 jours)',
  )
  expect(await paper('en')).toContain(
    '134.5 passages per counted day over four weeks (4 days), against 46.0 over the twelve before (12 days)',
  )
})
