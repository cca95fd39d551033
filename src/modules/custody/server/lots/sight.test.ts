import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { DEMO_PASSWORD, type DemoOrganisation } from '../../../../../test/world/accounts.ts'
import { type Answer, type Client, signIn, subjectOf } from '../../../../../test/world/client.ts'
import { combine, deliverTags, sellToExporter, weighBag } from '../../../../../test/world/chain-scenes.ts'
import { sites as demoSites } from '../../../../../test/world/lukanda.ts'
import { signOrder } from '../../../../../test/world/order-scenes.ts'
import { goOnMission, registerSite } from '../../../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { listOf, looseRecord, mustParse } from '../../../../kernel/schema.ts'
import { addAccount, addOrganisation } from '../../../people/module.ts'
import { LotSummary, TraceAnswer } from '../../contract.ts'

// Two bags of Lukanda-Nord, bought by the trader, sold to the exporter; beside them people who have no business with them.
const world = await freshDatabase()
let stage: Stage
const [north] = demoSites
const lots = { bag: '', other: '', traderLot: '', exportLot: '', unknown: '' }
const clients = new Map<string, Client>()
const as = (key: string): Client => clients.get(key) ?? stage.as(key)

beforeAll(async () => {
  stage = await openStage(world, 60)
  if (!north) throw new Error('the province has sites')
  const day = stage.onDay(-30)
  const site = await registerSite(stage, north, 1)
  await goOnMission(stage, { visited: [{ site }], day })
  await signOrder(stage, { number: '0012/TEST', annex: [{ site, colour: 'green' }], day })
  await deliverTags(stage, { site, series: 'LK-', from: 1, to: 500, day })
  await hire('rival', 'NEGOCIANT', await foundTrader())
  await hire('observing-rival', 'OBSERVER', await foundTrader())
  await hire('freelance', 'NEGOCIANT', null)
  await hire('north-guard', 'SAEMAPE_AGENT', organisation('saemape'), ['XL101'])
  await hire('east-guard', 'SAEMAPE_AGENT', organisation('saemape'), ['XL102'])
  await hire('east-assayer', 'CEEC_VERIFIER', organisation('ceec'), ['XL102'])
  const today = stage.onDay(-10)
  const weigh = (tag: string) => weighBag(stage, { site, tag, mineral: 'Sn', massGrams: 40_000, day: today })
  const [bag, other] = [await weigh('LK-000001'), await weigh('LK-000002')]
  const traderLot = subjectOf(await combine(stage, { who: 'trader', number: 'N-1', kind: 'trader-lot', inputs: [bag], day: today }))
  await sellToExporter(stage, { lot: traderLot, sentGrams: 40_000, receivedGrams: 40_000, day: today })
  const inputs = [{ lot: traderLot, massGrams: 40_000 }]
  const exportLot = subjectOf(await combine(stage, { who: 'exporter', number: 'EXP-1', kind: 'export-lot', inputs, day: today }))
  const fromNowhere = { site: null, tag: null, mineral: 'Sn', massGrams: 40_000, producedOn: today, holder: organisation('cooperative') }
  const unknown = subjectOf(await stage.as('agent').post('/api/bags', fromNowhere))
  Object.assign(lots, { bag: bag.lot, other: other.lot, traderLot, exportLot, unknown })
  return () => stage.app.close()
})

const organisation = (key: DemoOrganisation): string => stage.organisation(key)
const parts = () => ({ ...world.program, places: world.program.modules.places.door })
async function foundTrader(): Promise<string> {
  const founded = await addOrganisation(parts(), { name: 'Négoce Rival', kind: 'trader', area: null })
  return founded.ok ? founded.value.organisation : ''
}
async function hire(key: string, role: string, employer: string | null, territory: 'everywhere' | readonly string[] = 'everywhere') {
  const email = `${key}@test.example`
  const added = await addAccount(parts(), { email, name: 'N', password: DEMO_PASSWORD, roles: [role], organisation: employer, territory })
  if (!added.ok) throw new Error(added.refusal.code)
  clients.set(key, await signIn(stage.app, email, DEMO_PASSWORD))
}
const refusalOf = (answer: Answer): string =>
  mustParse(looseRecord({ refusal: looseRecord({ code: LotSummary.shape.number }) }), answer.body).refusal.code
const nameOf = new Map<string, string>()
const seen = async (key: string): Promise<readonly string[]> => {
  for (const [name, id] of Object.entries(lots)) nameOf.set(id, name)
  const { lots: found } = mustParse(looseRecord({ lots: listOf(LotSummary) }), (await as(key).get('/api/lots')).body)
  return found.map((lot) => nameOf.get(lot.id) ?? lot.id).sort()
}

test.each<[string, readonly string[]]>([
  ['verifier', ['bag', 'exportLot', 'other', 'traderLot', 'unknown']],
  ['agent', ['bag', 'exportLot', 'other', 'traderLot', 'unknown']],
  ['north-guard', ['bag', 'exportLot', 'other', 'traderLot', 'unknown']],
  ['east-guard', ['unknown']],
  ['trader', ['bag', 'other', 'traderLot']],
  ['exporter', ['bag', 'exportLot', 'traderLot']],
  ['rival', []],
  ['observing-rival', []],
  ['freelance', []],
])('in lists, details and traces, %s sees %j and nothing else', async (key, names) => {
  expect(await seen(key)).toEqual(names)
  for (const [name, id] of Object.entries(lots))
    for (const path of [`/api/lots/${id}`, `/api/lots/${id}/trace`])
      expect((await as(key).get(path)).status, `${key} ${name} ${path}`).toBe(names.includes(name) ? 200 : 404)
})

test('the trace of an own lot goes down to every bag, and a bag does not tell its seller what others made of what they made', async () => {
  const trace = mustParse(TraceAnswer, (await as('exporter').get(`/api/lots/${lots.exportLot}/trace`)).body)
  expect(trace.roots.map((root) => root.lot)).toEqual([lots.bag])
  expect((await as('trader').get(`/api/lots/${lots.traderLot}`)).body).toMatchObject({ outputs: [] })
  expect((await as('exporter').get(`/api/lots/${lots.traderLot}`)).body).toMatchObject({ outputs: [{ number: 'EXP-1' }] })
})

test('a recipient sees what is on its way to it', async () => {
  subjectOf(await as('trader').post(`/api/lots/${lots.other}/transfers`, { to: organisation('cooperative'), massGrams: 40_000 }))
  await hire('cooperative', 'COOP', organisation('cooperative'))
  expect(await seen('cooperative')).toEqual(['other', 'unknown'])
})

const assay = { lab: 'OCC', method: 'xrf', element: 'Sn', value: 66, unit: 'percent' }
test.each<[string, string, object, string]>([
  ['rival', 'assays', assay, 'not-the-holder'],
  ['trader', 'assays', assay, 'not-the-holder'],
  ['east-assayer', 'assays', assay, 'outside-your-territory'],
  ['east-guard', 'quarantine', { reason: 'r' }, 'outside-your-territory'],
  ['east-guard', 'releases', { reason: 'r' }, 'outside-your-territory'],
  ['east-guard', 'voidings', { reason: 'r' }, 'outside-your-territory'],
  ['east-guard', 'corrections', { massGrams: 39_000, reason: 'r' }, 'outside-your-territory'],
])('%s may not make %s of an export lot of another', async (key, thing, data, code) => {
  expect(refusalOf(await as(key).post(`/api/lots/${lots.exportLot}/${thing}`, data))).toBe(code)
})

test('the CEEC and the holder record assays; whoever stopped a lot needs another to release it', async () => {
  for (const key of ['verifier', 'exporter']) subjectOf(await as(key).post(`/api/lots/${lots.exportLot}/assays`, assay))
  subjectOf(await as('north-guard').post(`/api/lots/${lots.exportLot}/quarantine`, { reason: 'r' }))
  const release = (key: string) => as(key).post(`/api/lots/${lots.exportLot}/releases`, { reason: 'r' })
  expect(refusalOf(await release('north-guard'))).toBe('second-person-needed')
  subjectOf(await release('agent'))
  subjectOf(await as('agent').post(`/api/lots/${lots.exportLot}/quarantine`, { reason: 'again' }))
  subjectOf(await release('north-guard'))
})

test('a bag of an unknown site, held by its own weighing, is not released by an agent of one territory', async () => {
  const release = (key: string) => as(key).post(`/api/lots/${lots.unknown}/releases`, { reason: 'r' })
  expect(refusalOf(await release('agent'))).toBe('outside-your-territory')
  subjectOf(await release('verifier'))
})

test('a rebuild from the log gives the same tables', async () => {
  expect((await world.program.log.checkRebuild()).differing).toEqual([])
})
