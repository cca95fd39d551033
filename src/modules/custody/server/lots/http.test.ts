import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { type Answer, newId, stranger, subjectOf } from '../../../../../test/world/client.ts'
import { deliverTags, weighBag } from '../../../../../test/world/chain-scenes.ts'
import { sites as demoSites } from '../../../../../test/world/lukanda.ts'
import { signOrder } from '../../../../../test/world/order-scenes.ts'
import { goOnMission, registerSite } from '../../../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { listOf, looseRecord, mustParse } from '../../../../kernel/schema.ts'
import { LotDetail, LotSummary, TagBatchSummary, TraceAnswer } from '../../contract.ts'

// One green site with tags, one site that nobody ever inspected, in the invented province; played over HTTP by its people.
const world = await freshDatabase()
let stage: Stage
let [green, never, day] = ['', '', '']
let nextTag = 1

beforeAll(async () => {
  stage = await openStage(world, 60)
  const [first, second] = demoSites
  if (!first || !second) throw new Error('the province has sites')
  day = stage.onDay(-30)
  green = await registerSite(stage, first, 1)
  never = await registerSite(stage, second, 2)
  await goOnMission(stage, { visited: [{ site: green }], day })
  await signOrder(stage, { number: '0012/TEST', annex: [{ site: green, colour: 'green' }], day })
  await deliverTags(stage, { site: green, series: 'LK-', from: 1, to: 500, day })
  stage.onDay(-10)
  return () => stage.app.close()
})

const refusalOf = (answer: Answer): unknown =>
  typeof answer.body === 'object' && answer.body !== null && 'refusal' in answer.body ? answer.body.refusal : answer.body
const freshTag = (): string => `LK-${String(nextTag++).padStart(6, '0')}`
const weigh = async (massGrams = 40_000): Promise<string> =>
  (await weighBag(stage, { site: green, tag: freshTag(), mineral: 'Sn', massGrams, day: addDays(stage.today, -10) })).lot
const detail = async (lot: string) => mustParse(LotDetail, (await stage.as('verifier').get(`/api/lots/${lot}`)).body)
const traced = async (lot: string) => mustParse(TraceAnswer, (await stage.as('verifier').get(`/api/lots/${lot}/trace`)).body)

test('tags go to a site with an order, and not to one that nobody inspected', async () => {
  const agent = stage.as('agent')
  const tags = { issuer: 'ITSCI', tagType: 'mine', series: 'NV-', digits: 6, from: 1, to: 100, checkDigit: 'luhn' }
  const batch = subjectOf(await agent.post('/api/tag-batches', tags))
  const answer = await agent.post(`/api/tag-batches/${batch}/allocations`, { site: never })
  expect(answer.status).toBe(409)
  expect(refusalOf(answer)).toMatchObject({ code: 'site-may-not-receive-tags', facts: { internal: 'NONE', hold: false } })
  expect(refusalOf(await agent.post('/api/tag-batches', tags))).toMatchObject({ code: 'tags-already-registered' })
  subjectOf(await agent.post(`/api/tag-batches/${batch}/declarations`, { from: 3, to: 5, as: 'lost', reason: 'fell into the river' }))
  const { batches } = mustParse(looseRecord({ batches: listOf(TagBatchSummary) }), (await agent.get('/api/tag-batches')).body)
  expect(batches.find((one) => one.id === batch)).toMatchObject({ first: 'NV-0000018', size: 100, declared: 3, used: 0, site: null })
  expect(batches.find((one) => one.site === green)?.siteName).toBe(demoSites[0]?.name)
  const one = await agent.get(`/api/tag-batches/${batch}`)
  expect(one.body).toMatchObject({ declared: [{ number: 3, as: 'lost' }, { number: 4 }, { number: 5 }] })
})

test('bags are weighed, combined, sold and become an export lot whose trace names the site', async () => {
  const [a, b] = [await weigh(40_000), await weigh(35_000)]
  const trader = stage.as('trader')
  const traderLot = subjectOf(
    await trader.post('/api/lots', {
      number: 'NEG-1',
      kind: 'trader-lot',
      massGrams: 74_800,
      inputs: [
        { lot: a, drawnGrams: 40_000 },
        { lot: b, drawnGrams: 35_000 },
      ],
    }),
  )
  subjectOf(await trader.post(`/api/lots/${traderLot}/transfers`, { to: stage.organisation('exporter'), massGrams: 74_800, paper: 'AT-1' }))
  expect((await detail(traderLot)).lot).toMatchObject({ state: 'in-transit', recipient: stage.organisation('exporter') })
  const exporter = stage.as('exporter')
  subjectOf(await exporter.post(`/api/lots/${traderLot}/receipts`, { massGrams: 74_500 }))
  const whole = { number: 'EXP-1', kind: 'export-lot', massGrams: 74_500, inputs: [{ lot: traderLot, drawnGrams: 74_500 }] }
  const lot = subjectOf(await exporter.post('/api/lots', whole))
  subjectOf(await exporter.post(`/api/lots/${lot}/assays`, { lab: 'OCC', method: 'xrf', element: 'Fe', value: 8.25, unit: 'percent' }))

  const found = await traced(lot)
  expect(found).toMatchObject({ number: 'EXP-1', state: 'held', findings: [], holderName: expect.any(String) })
  expect(found.shares).toEqual([{ site: green, siteName: demoSites[0]?.name, grams: 74_500, hundredthsOfPercent: 10_000, bags: 2 }])
  expect(found.roots.reduce((sum, root) => sum + root.drawnGrams, 0)).toBe(74_500)
  expect(found.holders.map((holding) => holding.organisation)).toEqual([stage.organisation('trader'), stage.organisation('exporter')])
  expect(found.nodes).toHaveLength(4)
  const shown = await detail(traderLot)
  expect(shown.transfers).toMatchObject([{ sentGrams: 74_800, receivedGrams: 74_500, paper: 'AT-1' }])
  expect(shown.weighings.map((weighing) => weighing.kind)).toEqual(['combination', 'dispatch', 'receipt'])
  expect(shown).toMatchObject({ lot: { state: 'consumed' }, inputs: [{}, {}], outputs: [{ number: 'EXP-1' }], assays: [] })
  expect((await detail(lot)).assays).toMatchObject([{ element: 'Fe', value: 8.25 }])
  const again = await exporter.post('/api/lots', { ...whole, number: 'EXP-2' })
  expect(refusalOf(again)).toMatchObject({ code: 'double-spend', facts: { rule: 'F22', remainingGrams: 0 } })
})

test('a bag of a site without rights is kept in quarantine, and cannot be sold', async () => {
  const bag = {
    site: never,
    tag: 'NV-0000018',
    mineral: demoSites[1]?.minerals[0],
    massGrams: 40_000,
    producedOn: addDays(stage.today, -10),
  }
  const lot = subjectOf(await stage.as('agent').post('/api/bags', { ...bag, holder: stage.organisation('trader') }))
  const shown = await detail(lot)
  expect(shown.lot).toMatchObject({ state: 'quarantined', worstFinding: 'C' })
  expect(shown.findings.map((finding) => finding.rule)).toContain('F04')
  const send = () => stage.as('trader').post(`/api/lots/${lot}/transfers`, { to: stage.organisation('exporter'), massGrams: 40_000 })
  expect(refusalOf(await send())).toMatchObject({ code: 'quarantined' })
  subjectOf(await stage.as('verifier').post(`/api/lots/${lot}/releases`, { reason: 'stock found by a mission, derogation 4/2026' }))
  expect((await detail(lot)).findings[0]).toMatchObject({ releasedBecause: 'stock found by a mission, derogation 4/2026' })
  subjectOf(await send())
})

test('the same command twice gives the same answer, and two of the same bag at once give one lot', async () => {
  const lot = await weigh()
  const id = newId()
  const data = { number: 'TWICE', kind: 'trader-lot', massGrams: 40_000, inputs: [{ lot, drawnGrams: 40_000 }] }
  const [first, second] = [
    await stage.as('trader').post('/api/lots', data, { id }),
    await stage.as('trader').post('/api/lots', data, { id }),
  ]
  expect(second).toEqual(first)
  const other = await weigh()
  const race = await Promise.all(
    [1, 2, 3].map((n) =>
      stage
        .as('trader')
        .post('/api/lots', { ...data, number: `RACE-${n}`, inputs: [{ lot: other, drawnGrams: 30_000 }], massGrams: 30_000 }),
    ),
  )
  expect(race.map((answer) => answer.status).sort()).toEqual([200, 409, 409])
})

test('quarantine, correction and voiding stand beside the lot with their reasons', async () => {
  const lot = await weigh()
  const [agent, verifier] = [stage.as('agent'), stage.as('verifier')]
  subjectOf(await verifier.post(`/api/lots/${lot}/quarantine`, { reason: 'seen at a roadblock' }))
  expect((await detail(lot)).quarantine).toMatchObject({ because: 'seen at a roadblock' })
  expect(refusalOf(await verifier.post(`/api/lots/${lot}/quarantine`, { reason: 'again' }))).toMatchObject({ code: 'already-quarantined' })
  subjectOf(await agent.post(`/api/lots/${lot}/corrections`, { massGrams: 39_000, reason: 'tare was counted' }))
  const desk = await agent.post(`/api/lots/${lot}/voidings`, { reason: 'entered twice' })
  expect(refusalOf(desk)).toMatchObject({ code: 'second-person-needed' })
  subjectOf(await agent.post(`/api/lots/${lot}/withdrawals`, { reason: 'entered twice' }))
  expect((await detail(lot)).lot).toMatchObject({ state: 'voided', massGrams: 39_000 })
})

test('the list filters and turns its pages', async () => {
  const lots = async (query: string) =>
    mustParse(looseRecord({ lots: listOf(LotSummary) }), (await stage.as('verifier').get(`/api/lots?${query}`)).body).lots
  expect((await lots('kind=export-lot')).map((lot) => lot.number)).toEqual(['EXP-1'])
  expect((await lots('number=neg-')).map((lot) => lot.number)).toEqual(['NEG-1'])
  expect((await lots(`site=${green}&state=consumed`)).every((lot) => lot.site === green && lot.state === 'consumed')).toBe(true)
  expect((await lots('finding=any')).every((lot) => lot.worstFinding !== null)).toBe(true)
  const all = await lots('')
  expect((await lots(`before=${all[1]?.id}`)).map((lot) => lot.id)).toEqual(all.slice(2).map((lot) => lot.id))
  expect((await stage.as('verifier').get('/api/lots?colour=red')).status).toBe(400)
})

test('what is unknown is 404, what nobody gave the right for is shut', async () => {
  const nothing = newId()
  for (const path of [`/api/lots/${nothing}`, `/api/lots/${nothing}/trace`, `/api/tag-batches/${nothing}`])
    expect((await stage.as('verifier').get(path)).status, path).toBe(404)
  expect((await stage.as('verifier').post(`/api/lots/${nothing}/quarantine`, { reason: 'r' })).status).toBe(404)
  expect((await stranger(stage.app).get('/api/lots')).status).toBe(401)
  const bag = { site: green, tag: freshTag(), mineral: 'Sn', massGrams: 1, producedOn: stage.today, holder: stage.organisation('trader') }
  expect((await stage.as('trader').post('/api/bags', bag)).status).toBe(403)
  expect((await stage.as('verifier').post('/api/lots', {})).status).toBe(403)
  expect(refusalOf(await stage.as('agent').post('/api/bags', { ...bag, massGrams: 40.5 }))).toMatchObject({ code: 'not-understood' })
})

test('a rebuild from the log gives the same tables', async () => {
  expect((await world.program.log.checkRebuild()).differing).toEqual([])
})
