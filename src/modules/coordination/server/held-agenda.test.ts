/*
A site loses its status, a bag from it is held, the next agenda says so by itself and an action is owed: counts and reasons for who sits, no lot, no holder, no kilogram
of fewer than three bodies; a committee of another area is told nothing.
*/
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { subjectOf } from '../../../../test/world/client.ts'
import { deliverTags, weighBag } from '../../../../test/world/chain-scenes.ts'
import * as scenes from '../../../../test/world/committee-scenes.ts'
import { sites as demoSites } from '../../../../test/world/lukanda.ts'
import { signOrder } from '../../../../test/world/order-scenes.ts'
import { goOnMission, registerSite } from '../../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { addDays } from '../../../kernel/calendar.ts'
import { Actions } from '../contract.ts'
import { mustParse } from '../../../kernel/schema.ts'

const world = await freshDatabase()
const api = '/api/coordination'
let stage: Stage
let [cps, site] = ['', '']
beforeAll(async () => {
  stage = await openStage(world, 780)
  const [first] = demoSites
  if (!first) throw new Error('the world has no site')
  const day = stage.onDay(-230)
  site = await registerSite(stage, first, 1)
  ;({ cps } = await scenes.foundCommittees(stage, day))
  await goOnMission(stage, { visited: [{ site }], day })
  await signOrder(stage, { number: '0012/TEST', annex: [{ site, colour: 'green' }], day })
  await deliverTags(stage, { site, series: 'LK-', from: 1, to: 500, day })
  return () => stage.app.close()
}, 180_000)

const weigh = async (serial: number, day: string) =>
  (await weighBag(stage, { site, tag: `LK-${String(serial).padStart(6, '0')}`, mineral: 'Sn', massGrams: 40_000, day })).lot
/** On the agenda of a meeting that is convened on this day. */
const heldItems = async (on: string) => {
  const day = addDays(on, 9)
  const meeting = await scenes.convene(stage, cps, { day })
  return { meeting, items: (await scenes.meetingOf(stage, meeting)).items.filter((one) => one.source === 'held-lots') }
}

test('while the site has its status its lots go, and no item stands', async () => {
  const day = stage.onDay(-120)
  await weigh(1, day)
  expect((await heldItems(day)).items).toEqual([])
})

test('the site loses its status, its lots are held, the item stands on the next agenda, an action is owed', async () => {
  const lost = stage.onDay(-60)
  await signOrder(stage, { number: '0020/TEST', kind: 'red_listing', annex: [{ site, colour: 'red' }], day: lost })
  const day = stage.onDay(-50)
  const lot = await weigh(2, day)
  const second = stage.onDay(-49)
  await weigh(3, second)
  const answer = await stage.as('verifier').get(`/api/lots/${lot}`)
  expect(answer.body).toMatchObject({ lot: { state: 'quarantined' } })
  const { meeting, items } = await heldItems(second)
  expect(items).toMatchObject([{ n: 2, day, label: null, held: { lots: 2, reasons: [{ reason: 'status', lots: 2 }], minerals: [] } }])
  const said = JSON.stringify(items)
  for (const secret of [lot, 'LK-', stage.organisation('trader'), '80000', '40000']) expect(said).not.toContain(secret)
  const sits = stage.onDay(-40)
  await scenes.openWith(stage, meeting)
  const due = addDays(sits, 20)
  const item = items[0]?.key
  subjectOf(
    await stage
      .as('secretary')
      .post(`${api}/meetings/${meeting}/actions`, { item, text: 'Dire ce que deviennent les lots', owner: 'division', due }),
  )
  const mine = mustParse(Actions, (await stage.as('inspector').get(`${api}/my-actions`)).body)
  expect(mine.actions.map(({ text, status }) => [text, status])).toEqual([['Dire ce que deviennent les lots', 'OPEN']])
  subjectOf(await stage.as('secretary').post(`${api}/meetings/${meeting}/closings`, {}))
})

test('the paper says it in words, without whose the lots are', async () => {
  const { meeting } = await heldItems(stage.onDay(-38))
  const page = String((await stage.as('secretary').get(`/coordination/meetings/${meeting}/invitation/print?language=fr`)).body)
  expect(page).toContain('2 lots retenus dans la zone')
  expect(page).toContain('moins de trois détenteurs')
})

test('a lot that was freed, or whose record was a mistake, is no longer there', async () => {
  const day = stage.onDay(-30)
  const count = async () => (await heldItems(day)).items[0]?.n
  expect(await count()).toBe(2)
  const { meeting: before } = await heldItems(day)
  const third = await weigh(4, day)
  expect(await count()).toBe(3)
  // The agenda that was convened before says so once what is open is taken up again, and not by itself.
  const said = async () => (await scenes.meetingOf(stage, before)).items.find((one) => one.source === 'held-lots')?.n
  expect(await said()).toBe(2)
  subjectOf(await stage.as('secretary').post(`${api}/meetings/${before}/refreshes`, {}))
  expect(await said()).toBe(3)
  subjectOf(await stage.as('verifier').post(`/api/lots/${third}/releases`, { reason: 'stock trouvé par la mission' }))
  expect(await count()).toBe(2)
})
