/*
Tracing over HTTP on a real database, answered by the record alone: shares and bounds of a blend with loss, what no site answers for, where a
site's production went, who touched it, as of earlier days, and who may ask.
*/
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { type Answer, stranger, subjectOf } from '../../../../../test/world/client.ts'
import { deliverTags, weighBag } from '../../../../../test/world/chain-scenes.ts'
import { sites as demoSites } from '../../../../../test/world/lukanda.ts'
import { signOrder } from '../../../../../test/world/order-scenes.ts'
import { goOnMission, registerSite } from '../../../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { asId, mustParse } from '../../../../kernel/schema.ts'
import { TraceAnswer } from '../../contract.ts'
import { LotComposition, SiteImpact, Touched, TraceEngineState } from '../../contract-tracing.ts'
import { lineageOf } from './trace-lot.ts'
import { wayOf } from './way.ts'

const world = await freshDatabase()
let stage: Stage
let [green, other, day] = ['', '', '']
const bags: string[] = []
let traderLot = ''

beforeAll(async () => {
  stage = await openStage(world, 60)
  const [first, second] = demoSites
  if (!first || !second) throw new Error('the province has sites')
  day = stage.onDay(-30)
  green = await registerSite(stage, first, 1)
  other = await registerSite(stage, second, 2)
  await goOnMission(stage, { visited: [{ site: green }, { site: other }], day })
  await signOrder(stage, {
    number: '0012/TEST',
    annex: [
      { site: green, colour: 'green' },
      { site: other, colour: 'green' },
    ],
    day,
  })
  await deliverTags(stage, { site: green, series: 'LA-', from: 1, to: 50, day })
  await deliverTags(stage, { site: other, series: 'LB-', from: 1, to: 50, day })
  stage.onDay(-10)
  const on = addDays(stage.today, -10)
  bags.push((await weighBag(stage, { site: green, tag: 'LA-000001', mineral: 'Sn', massGrams: 40_000, day: on })).lot)
  bags.push((await weighBag(stage, { site: other, tag: 'LB-000001', mineral: 'Sn', massGrams: 35_000, day: on })).lot)
  stage.onDay(-5)
  traderLot = await combine('T-1', 'trader-lot', 74_000, [
    [bags[0]!, 40_000],
    [bags[1]!, 35_000],
  ])
  return () => stage.app.close()
})

async function combine(number: string, kind: string, massGrams: number, inputs: readonly (readonly [string, number])[]): Promise<string> {
  const trader = stage.as('trader')
  return subjectOf(
    await trader.post('/api/lots', {
      number,
      kind,
      massGrams,
      inputs: inputs.map(([lot, drawnGrams]) => ({ lot, drawnGrams })),
    }),
  )
}
const composition = (answer: Answer) => mustParse(LotComposition, answer.body)
const ask = async (lot: string, query = '') => composition(await stage.as('verifier').get(`/api/traces/lots/${lot}${query}`))

test('a blend that lost a kilogram: shares sum to its mass, what each site can have at least and at most is proven', async () => {
  const found = await ask(traderLot)
  expect(found).toMatchObject({ answeredBy: 'reference', asOf: null, nodes: 3, draws: 2, mass: { grams: 74_000, milligrams: null } })
  expect(
    found.sites.map(({ site, amount, least, most, proven, lots }) => ({
      site,
      amount: amount.grams,
      least: least.grams,
      most: most.grams,
      proven,
      lots,
    })),
  ).toEqual([
    { site: green, amount: 39_467, least: 39_000, most: 40_000, proven: 'exact', lots: 1 },
    { site: other, amount: 34_533, least: 34_000, most: 35_000, proven: 'exact', lots: 1 },
  ])
  expect(found.unexplained.total.grams).toBe(0)
  expect(found.sites[0]).toMatchObject({
    producedFrom: addDays(stage.today, -10),
    standings: [{ status: 'GREEN', lots: 1 }],
    held: 0,
    withoutRight: 0,
  })
  expect(found.hands.length).toBeGreaterThan(0)
  expect(found.flow.links.map((link) => link.amount.grams)).toEqual([39_467, 34_533])
  expect(found.way.filter((place) => place.what === 'site')).toHaveLength(2)
})

test('before it was made there is nothing to say, and a stranger to the trade sees nothing', async () => {
  const early = await stage.as('verifier').get(`/api/traces/lots/${traderLot}?asOf=${addDays(stage.today, -30)}`)
  expect(early.status).toBe(404)
  expect((await stranger(stage.app).get(`/api/traces/lots/${traderLot}`)).status).toBe(401)
  expect((await stage.as('exporter').get(`/api/traces/lots/${traderLot}`)).status).toBe(404)
})

test('where the production of a site went: what is still there, what was lost, which lots hold it', async () => {
  const answer = await stage.as('verifier').get(`/api/traces/sites/${green}?since=${addDays(stage.today, -20)}`)
  const found = mustParse(SiteImpact, answer.body)
  const [tin] = found.minerals
  expect(tin).toMatchObject({ mineral: 'Sn', produced: { grams: 40_000 }, bags: 1, lotsReached: 1, exportLots: 0 })
  const now = new Map(tin?.now.map((one) => [one.state, one.amount.grams]))
  expect([now.get('held'), now.get('lost')]).toEqual([39_467, 533])
  expect(found.lots).toMatchObject([{ lot: traderLot, amount: { grams: 39_467 } }])
  const later = mustParse(SiteImpact, (await stage.as('verifier').get(`/api/traces/sites/${green}?since=${stage.today}`)).body)
  expect(later.minerals).toEqual([])
  const before = mustParse(SiteImpact, (await stage.as('verifier').get(`/api/traces/sites/${green}?asOf=${addDays(stage.today, -7)}`)).body)
  expect(before.lots).toEqual([])
  expect((await stage.as('exporter').get(`/api/traces/sites/${green}`)).status).toBe(404)
})

test('what touched a tag or an organisation, and what was made of it; two things at once are refused', async () => {
  const verifier = stage.as('verifier')
  const byTag = mustParse(Touched, (await verifier.get('/api/traces/touched?tag=la-000001')).body)
  expect(byTag.lots.map((lot) => lot.lot)).toEqual([bags[0]])
  expect(byTag.reached.map((lot) => lot.lot)).toEqual([traderLot])
  const holder = byTag.reached[0]?.holder ?? ''
  const byHand = mustParse(Touched, (await verifier.get(`/api/traces/touched?organisation=${holder}`)).body)
  expect(byHand.direct).toBe(3)
  expect(mustParse(Touched, (await verifier.get('/api/traces/touched?place=nowhere')).body)).toMatchObject({
    direct: 0,
    beyond: 0,
    lots: [],
  })
  const both = await verifier.get('/api/traces/touched?tag=a&paper=b')
  expect(both.body).toMatchObject({ refusal: { code: 'trace-one-thing' } })
  expect(mustParse(TraceEngineState, (await stage.as('administrator').get('/api/traces/engine')).body)).toMatchObject({ engine: 'off' })
  // The head moves with every act on a file: it is told to who runs the server, and roughly in answers.
  expect((await verifier.get('/api/traces/engine')).status).toBe(403)
  expect(byTag.position % 1_000).toBe(0)
})

test('the page of the lot and the answers of tracing count the same grams, with what no site answers for', async () => {
  const heavy = await combine('T-2', 'trader-lot', 2_000, [[traderLot, 1_900]])
  const found = await ask(heavy)
  const page = mustParse(TraceAnswer, (await stage.as('verifier').get(`/api/lots/${heavy}/trace`)).body)
  expect(page.shares.filter((one) => one.site !== null).map((one) => [one.site, one.grams, one.hundredthsOfPercent])).toEqual(
    found.sites.map((one) => [one.site, one.amount.grams, one.hundredthsOfPercent]),
  )
  expect(page.unexplained).toMatchObject({ total: 100, gained: 100, siteUnknown: 0 })
  expect(found.unexplained).toMatchObject({ total: { grams: 100 }, gained: { grams: 100 } })
  expect(page.shares.reduce((sum, one) => sum + one.grams, 0)).toBe(2_000)
})

test('a road, a paper and a place lead to the lot that touched them; a trader is answered about a site by what they may see', async () => {
  const day = addDays(stage.today, -2)
  const weighed = { site: green, tag: 'LA-000002', mineral: 'Sn', massGrams: 20_000, day: addDays(stage.today, -6) } as const
  const { lot: bag } = await weighBag(stage, weighed)
  const sent = await combine('T-3', 'trader-lot', 20_000, [[bag, 20_000]])
  const leg = { from: 'Lukanda', to: 'Port-Vert', mode: 'road', departedOn: day, route: 'RN 7' }
  subjectOf(
    await stage.as('trader').post(`/api/lots/${sent}/transfers`, {
      ...{ to: stage.organisation('exporter'), massGrams: 20_000, sentOn: day, paper: 'AT-0113/LK', legs: [leg] },
    }),
  )
  const touchedBy = async (query: string) => mustParse(Touched, (await stage.as('verifier').get(`/api/traces/touched?${query}`)).body)
  for (const query of ['road=rn%207', 'paper=at-0113/lk', 'place=port-vert'])
    expect((await touchedBy(query)).lots.map((lot) => lot.lot)).toEqual([sent])
  expect((await touchedBy(`road=rn%207&since=${stage.today}`)).direct).toBe(0)
  const trader = mustParse(SiteImpact, (await stage.as('trader').get(`/api/traces/sites/${green}`)).body)
  expect(trader).toMatchObject({ answeredBy: 'reference', minerals: [{ mineral: 'Sn', produced: { grams: 60_000 }, bags: 2 }] })
  expect(trader.lots.map((lot) => lot.lot)).toEqual(expect.arrayContaining([traderLot, sent]))
})

test('a decision reads the way narrowly and gets the same trace as a screen, with the legs and the roads of the lot', async () => {
  const day = addDays(stage.today, -1)
  const weighed = { site: other, tag: 'LB-000003', mineral: 'Sn', massGrams: 10_001, day: addDays(stage.today, -4) } as const
  const { lot: bag } = await weighBag(stage, weighed)
  const mixed = await combine('T-4', 'trader-lot', 12_000, [
    [bag, 10_001],
    [traderLot, 2_001],
  ])
  const leg = { from: 'Lukanda', to: 'Port-Vert', mode: 'road', departedOn: day, route: 'RN 9' }
  const exporter = stage.organisation('exporter')
  const sending = { to: exporter, massGrams: 12_000, sentOn: day, paper: 'AT-0114/LK', legs: [leg] }
  subjectOf(await stage.as('trader').post(`/api/lots/${mixed}/transfers`, sending))
  for (const one of [mixed, traderLot, bag]) {
    const lot = asId('lot', one)
    const [way, lineage] = await world.program.database.read(async (tx) => [await wayOf(tx, 'cd', lot), await lineageOf(tx, 'cd', lot)])
    expect(way?.trace).toEqual(lineage?.trace)
    expect(way?.lots).toEqual(lineage?.lots.map((each) => each.id))
    expect(way?.kinds.toSorted()).toEqual([...new Set(lineage?.lots.map((each) => each.kind))].toSorted())
  }
  const way = await world.program.database.read((tx) => wayOf(tx, 'cd', asId('lot', mixed)))
  expect(way?.places).toEqual(['Lukanda', 'Port-Vert', 'RN 9'])
  expect(way?.trace.roots.map((root) => root.drawnGrams).reduce((sum, grams) => sum + grams, 0)).toBe(12_002)
  expect(await world.program.database.read((tx) => wayOf(tx, 'cd', asId('lot', '00000000-0000-7000-8000-000000000009')))).toBeNull()
})
