/* Bags weighed on a telephone without network: what it shows until they are sent is what the register answers once they are. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { deliverTags, weighBag } from '../../../test/world/chain-scenes.ts'
import { newId, subjectOf } from '../../../test/world/client.ts'
import { sites as demoSites } from '../../../test/world/lukanda.ts'
import { signOrder } from '../../../test/world/order-scenes.ts'
import { goOnMission, registerSite } from '../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../test/world/stage.ts'
import type { WaitingCommand } from '../../app/field/offline-part.ts'
import { mustParse } from '../../kernel/schema.ts'
import { LotDetail } from './contract.ts'
import { CarriedTags } from './contract-weighing.ts'
import { bagsOffline } from './ui/offline/part.ts'
import { fieldsIn, isLotDetail, isLotList } from './ui/offline/read-kept.ts'

const world = await freshDatabase()
let stage: Stage
let [green, lapsed, holder] = ['', '', '']

beforeAll(async () => {
  stage = await openStage(world, 460)
  const [first, second] = demoSites
  if (!first || !second) throw new Error('the province has sites')
  const long = stage.onDay(-430)
  lapsed = await registerSite(stage, second, 2)
  green = await registerSite(stage, first, 1)
  await goOnMission(stage, { visited: [{ site: lapsed }], day: long })
  await signOrder(stage, { number: '0011/TEST', annex: [{ site: lapsed, colour: 'green' }], day: long })
  await deliverTags(stage, { site: lapsed, series: 'NB-', from: 1, to: 100, day: long })
  const day = stage.onDay(-30)
  await goOnMission(stage, { visited: [{ site: green }], day })
  await signOrder(stage, { number: '0012/TEST', annex: [{ site: green, colour: 'green' }], day })
  await deliverTags(stage, { site: green, series: 'LK-', from: 1, to: 500, day })
  stage.onDay(0)
  holder = stage.organisation('cooperative')
  return () => stage.app.close()
})

/** What the telephone of an agent keeps of some sites. */
async function carried(sites: readonly string[]): Promise<(path: string) => Promise<unknown>> {
  const kept = new Map<string, unknown>()
  const paths = sites.flatMap((site) => [`/api/sites/${site}`, `/api/sites/${site}/standing`, `/api/weighing/${site}`])
  for (const path of ['/api/me', '/api/organisations', ...paths]) {
    const answer = await stage.as('agent').get(path)
    expect(answer.status, path).toBe(200)
    kept.set(path, answer.body)
  }
  return (path) => Promise.resolve(kept.get(path) ?? null)
}
const waiting = (path: string, data: object, id = newId()): WaitingCommand => ({
  ...{ id, path, data, subject: bagsOffline.subjectOf(path, id) ?? '', account: '' },
  ...{ happenedAt: `${stage.today}T10:00:00.000Z`, mine: true },
})
const bag = (site: string | null, tag: string | null, more: object = {}) =>
  waiting('/api/bags', { site, tag, mineral: 'Sn', massGrams: 40_000, producedOn: stage.today, holder, ...more })
const send = async (one: WaitingCommand) => expect((await stage.as('agent').post(one.path, one.data, { id: one.id })).status).toBe(200)
const spoken = (findings: readonly { readonly rule: string; readonly severity: string }[]) =>
  findings.map(({ rule, severity }) => `${rule} ${severity}`).toSorted()
/** What does not depend on instants and on what only the register numbers. */
const plain = ({ lot, findings, weighings, quarantine }: LotDetail) => {
  const { learnedAt: _at, heldSince, ...said } = lot
  const rest = { ...said, saysSinceWhen: heldSince !== undefined }
  return {
    ...{ lot: rest, findings: spoken(findings), held: quarantine?.because ?? null },
    weighings: weighings.map(({ learnedAt: _learned, organisation: _by, ...one }) => one),
  }
}

test('the telephone carries the tags of a site as runs: given, used, declared', async () => {
  await weighBag(stage, { site: green, tag: 'LK-000400', mineral: 'Sn', massGrams: 30_000, day: stage.today })
  await weighBag(stage, { site: green, tag: 'LK-000401', mineral: 'Sn', massGrams: 30_000, day: stage.today })
  const tags = mustParse(CarriedTags, (await stage.as('agent').get(`/api/weighing/${green}`)).body)
  expect(tags).toMatchObject({ whole: 'yes', batches: [{ series: 'LK-', from: 1, to: 500, used: [{ from: 400, to: 401 }], declared: [] }] })
  expect((await stage.as('trader').get(`/api/weighing/${green}`)).status).toBe(403)
  expect((await stage.as('agent').get(`/api/weighing/${newId()}`)).status).toBe(404)
})

test('bags of two sites, one lapsed, a tag used twice, one without tag: provisional is what the register says', async () => {
  const kept = await carried([green, lapsed])
  const first = bag(green, 'LK-000001')
  const commands = [
    first,
    bag(green, 'lk-000002', { massGrams: 3_000 }),
    bag(green, 'LK-000001', { massGrams: 41_000 }),
    bag(lapsed, 'NB-000001'),
    bag(green, null, { massGrams: 120_000 }),
    bag(green, 'NB-000002'),
    bag(green, 'LK-000003', { producedOn: '2020-01-01' }),
    waiting(`/api/lots/${first.id}/corrections`, { massGrams: 39_500, reason: 'tare oubliée' }),
  ]
  const last = bag(green, 'LK-000009')
  const voiding = waiting(`/api/lots/${last.id}/withdrawals`, { reason: 'mauvaise étiquette' })
  const all = [...commands, last, voiding]
  const parts = { waiting: all, kept, now: `${stage.today}T11:00:00.000Z` }
  const here = new Map<string, unknown>()
  for (const one of all) here.set(one.subject, await bagsOffline.overlay(`/api/lots/${one.subject.slice(4)}`, null, parts))
  const list = await bagsOffline.overlay('/api/lots', null, parts)
  for (const one of all) await send(one)
  for (const [subject, shown] of here) {
    if (!isLotDetail(shown)) throw new Error(`no page of ${subject}`)
    const server = mustParse(LotDetail, (await stage.as('agent').get(`/api/lots/${subject.slice(4)}`)).body)
    const told = fieldsIn(fieldsIn(shown)['provisional'])
    expect(told).toMatchObject({ weighedHere: true, refused: [] })
    // The second use of a tag holds the first too, which its own page learns from the register; a foreign tag is foreign to all that is carried.
    const unsaid = [...(Array.isArray(told['unsaid']) ? told['unsaid'] : []), ...(subject === first.subject ? ['F01'] : [])]
    const heard = { ...server, findings: server.findings.filter((one) => !unsaid.includes(one.rule)) }
    const expected = plain(heard)
    const differs = subject === first.subject || unsaid.length > 0
    expect(plain(shown), subject).toEqual(differs ? { ...expected, lot: plain(shown).lot, held: plain(shown).held } : expected)
  }
  if (!isLotList(list)) throw new Error('no list')
  expect(list.lots.map((lot) => lot.id)).toEqual(
    all
      .filter((one) => one.path === '/api/bags')
      .map((one) => one.id)
      .toReversed(),
  )
  const four = commands[3]
  expect(JSON.stringify(here.get(four?.subject ?? ''))).toContain('"lapsedColour":"green"')
})

test('a corrected bag of the register is shown corrected; what the register would refuse is told', async () => {
  const { lot } = await weighBag(stage, { site: green, tag: 'LK-000050', mineral: 'Sn', massGrams: 30_000, day: stage.today })
  const known = (await stage.as('agent').get(`/api/lots/${lot}`)).body
  const kept = await carried([green])
  const path = `/api/lots/${lot}/corrections`
  const parts = { waiting: [waiting(path, { massGrams: 30_200, reason: 'balance relue' })], kept, now: `${stage.today}T11:00:00.000Z` }
  const shown = await bagsOffline.overlay(`/api/lots/${lot}`, known, parts)
  expect(shown).toMatchObject({ lot: { massGrams: 30_200, remainingGrams: 30_200 }, provisional: { waiting: 1, weighedHere: false } })
  subjectOf(await stage.as('agent').post(`/api/lots/${lot}/voidings`, { reason: 'test' }))
  const voided = (await stage.as('agent').get(`/api/lots/${lot}`)).body
  expect(await bagsOffline.overlay(`/api/lots/${lot}`, voided, parts)).toMatchObject({ provisional: { refused: [{ code: 'lot-voided' }] } })
})

test('a bag that changed hands is not withdrawn on the telephone either', async () => {
  const { lot } = await weighBag(stage, { site: green, tag: 'LK-000051', mineral: 'Sn', massGrams: 30_000, day: stage.today })
  subjectOf(await stage.as('trader').post(`/api/lots/${lot}/transfers`, { to: stage.organisation('exporter'), massGrams: 30_000 }))
  subjectOf(await stage.as('exporter').post(`/api/lots/${lot}/receipts`, { massGrams: 30_000, function: 'magasinier' }))
  const known = (await stage.as('agent').get(`/api/lots/${lot}`)).body
  const withdrawal = waiting(`/api/lots/${lot}/withdrawals`, { reason: 'erreur' })
  const parts = { waiting: [withdrawal], kept: await carried([green]), now: `${stage.today}T11:00:00.000Z` }
  expect(await bagsOffline.overlay(`/api/lots/${lot}`, known, parts)).toMatchObject({
    ...{ lot: { state: 'held' }, provisional: { refused: [{ code: 'bag-changed-hands' }] } },
  })
})

test('what is not carried is not judged, and is named', async () => {
  const parts = { waiting: [bag(green, 'ZZ-000007')], kept: () => Promise.resolve(null), now: `${stage.today}T11:00:00.000Z` }
  const shown = await bagsOffline.overlay(`/api/lots/${parts.waiting[0]?.id}`, null, parts)
  expect(shown).toMatchObject({ lot: { state: 'held', number: 'ZZ-000007' }, findings: [], provisional: { unsaid: ['F02', 'F03', 'F04'] } })
  expect(await bagsOffline.titleOf(parts.waiting[0] ?? bag(null, null), parts)).toEqual({
    key: 'scale.title.bag',
    facts: { tag: 'ZZ-000007', mass: 40 },
  })
  expect(await bagsOffline.overlay('/api/sites', null, parts)).toBeUndefined()
  expect(await bagsOffline.overlay(`/api/lots?state=quarantined`, null, parts)).toBeNull()
  expect(bagsOffline.subjectOf('/api/lots/x/transfers', 'a')).toBeNull()
})
