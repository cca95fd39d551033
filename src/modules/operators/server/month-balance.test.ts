/* The month of a buyer and of a seller on a real database: a slip and the way of its goods are one purchase and one sale, and the stock closes. */
import { expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { deliverTags, weighBag } from '../../../../test/world/chain-scenes.ts'
import { subjectOf } from '../../../../test/world/client.ts'
import { sites as demoSites } from '../../../../test/world/lukanda.ts'
import { signOrder } from '../../../../test/world/order-scenes.ts'
import { goOnMission, registerSite } from '../../../../test/world/site-scenes.ts'
import { openStage } from '../../../../test/world/stage.ts'
import { mustParse } from '../../../kernel/schema.ts'
import { MonthAnswer } from '../contract.ts'

test('a bag with its slip and its receipt is one purchase; the columns of the month close, on the sheet and in the table too', async () => {
  const world = await freshDatabase()
  const stage = await openStage(world, 60)
  const [demoSite] = demoSites
  if (!demoSite) throw new Error('the province has sites')
  const first = stage.onDay(-30)
  const site = await registerSite(stage, demoSite, 1)
  await goOnMission(stage, { visited: [{ site }], day: first })
  await signOrder(stage, { number: '0012/ACTS', annex: [{ site, colour: 'green' }], day: first })
  await deliverTags(stage, { site, series: 'LA-', from: 1, to: 500, day: first })
  const day = stage.onDay(-10)
  const [seller, buyer] = [stage.organisation('trader'), stage.organisation('exporter')]
  const lots: string[] = []
  for (const tag of ['LA-000001', 'LA-000002']) lots.push((await weighBag(stage, { site, tag, mineral: 'Sn', massGrams: 40_000, day })).lot)
  for (const [index, lot] of lots.entries()) {
    const line = { lot, massGrams: 40_000, priceHundredthsPerKilogram: 1_000 }
    const slip = { number: `BA-M${index}`, seller, buyer, boughtOn: day, place: 'Lukanda', currency: 'USD', payment: 'bank' }
    const id = subjectOf(await stage.as('trader').post('/api/purchases', { ...slip, lots: [line], handedOver: false }))
    subjectOf(await stage.as('exporter').post(`/api/purchases/${id}/answers`, { function: 'gérante', agrees: true }))
  }
  const [sent] = lots
  subjectOf(await stage.as('trader').post(`/api/lots/${sent}/transfers`, { to: buyer, massGrams: 40_000, sentOn: day }))
  subjectOf(await stage.as('exporter').post(`/api/lots/${sent}/receipts`, { massGrams: 39_900, receivedOn: day, function: 'magasinier' }))
  stage.onDay(0)
  const pathOf = (organisation: string, month = day.slice(0, 7)): string => `/operators/${organisation}/months/${month}`
  const monthOf = async (key: string, path: string) => mustParse(MonthAnswer, (await stage.as(key).get(`/api${path}`)).body)
  const bought = await monthOf('exporter', pathOf(buyer))
  expect(bought.entries.map((one) => one.from)).toEqual(['purchase', 'purchase'])
  expect(bought.now).toMatchObject({ purchases: 2, sales: 0 })
  expect(bought.now.minerals).toMatchObject([
    {
      ...{ boughtGrams: 80_000, soldGrams: 0, closingStockGrams: 39_900 },
      movement: { openingGrams: 0, otherInGrams: 0, otherOutGrams: 40_000, differenceGrams: -100 },
    },
  ])
  const sold = await monthOf('trader', pathOf(seller))
  expect(sold.now).toMatchObject({
    purchases: 2,
    sales: 2,
    minerals: [{ soldGrams: 80_000, closingStockGrams: 40_000 }],
  })
  const next = await monthOf('exporter', pathOf(buyer, '2099-01'))
  expect(next.now.minerals).toMatchObject([{ closingStockGrams: 39_900, movement: { openingGrams: 39_900, differenceGrams: 0 } }])
  const csv = await stage.as('exporter').get(`${pathOf(buyer)}/figures.csv?language=en`)
  expect(String(csv.body)).toContain('Sn,0.000,80.000,0.000,0.000,40.000,-0.100,39.900')
  const sheet = await stage.as('exporter').get(`${pathOf(buyer)}/print?language=fr`)
  expect(String(sheet.body)).toContain('Écarts de pesée')
  await stage.app.close()
})
