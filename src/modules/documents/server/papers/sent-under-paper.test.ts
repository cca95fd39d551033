/* A lot that is sent under the number of a transport authorisation uses it: its page, its doubts and the door for rules count the trip. */
import { expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { deliverTags, weighBag } from '../../../../../test/world/chain-scenes.ts'
import { subjectOf } from '../../../../../test/world/client.ts'
import { sites as demoSites } from '../../../../../test/world/lukanda.ts'
import { drawPapers } from '../../../../../test/world/operator-scenes.ts'
import { signOrder } from '../../../../../test/world/order-scenes.ts'
import { goOnMission, registerSite } from '../../../../../test/world/site-scenes.ts'
import { openStage } from '../../../../../test/world/stage.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { PaperDetail } from '../../contract-papers.ts'

test('a sending under a paper after its end is a use of it with its doubts', async () => {
  const world = await freshDatabase()
  const stage = await openStage(world, 60)
  const [demoSite] = demoSites
  if (!demoSite) throw new Error('the province has sites')
  const first = stage.onDay(-30)
  const site = await registerSite(stage, demoSite, 1)
  await goOnMission(stage, { visited: [{ site }], day: first })
  await signOrder(stage, { number: '0013/ACTS', annex: [{ site, colour: 'green' }], day: first })
  await deliverTags(stage, { site, series: 'LA-', from: 1, to: 500, day: first })
  const paper = await drawPapers(stage, stage.onDay(-28))
  const day = stage.onDay(-2)
  const { lot } = await weighBag(stage, { site, tag: 'LA-000001', mineral: 'Sn', massGrams: 40_000, day })
  const used = async () => mustParse(PaperDetail, (await stage.as('inspector').get(`/api/papers/${paper}`)).body).used
  const before = await used()
  const papers = [{ number: 'at-0131/lk', kind: 'transport' }]
  const to = stage.organisation('exporter')
  subjectOf(await stage.as('trader').post(`/api/lots/${lot}/transfers`, { to, massGrams: 40_000, sentOn: day, papers }))
  const after = await used()
  expect(after).toHaveLength(before.length + 1)
  expect(after.at(-1)).toMatchObject({ on: day, from: stage.organisation('trader'), to, massGrams: 40_000 })
  expect(after.at(-1)?.doubts.map((one) => one.code)).toContain('used-after-end')
  const [brief] = await world.program.database.read((tx) =>
    world.program.modules.papers.door.paperUse(tx, 'cd', { number: 'AT-0131/LK', on: day }),
  )
  expect(brief?.uses).toHaveLength(after.length)
  await stage.app.close()
})
