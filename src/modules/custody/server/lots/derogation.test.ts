import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { type Answer, subjectOf } from '../../../../../test/world/client.ts'
import { combine, deliverTags, openDossier, recommend, weighBag } from '../../../../../test/world/chain-scenes.ts'
import { sites as demoSites } from '../../../../../test/world/lukanda.ts'
import { signOrder } from '../../../../../test/world/order-scenes.ts'
import { goOnMission, registerSite } from '../../../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { DossierDetail } from '../../../certificates/contract.ts'
import { QueuePage, Queues } from '../../../sites/domain/status/queues.ts'
import { LotDetail } from '../../contract.ts'

// A green site that turns red while bags still lie on it; the Minister lets 60 kg go.
const world = await freshDatabase()
let stage: Stage
let [site, day, left, first, second, third, fourth, order] = ['', '', '', '', '', '', '', '']
let nextTag = 1
const refusalOf = ({ body }: Answer): unknown => (typeof body === 'object' && body !== null && 'refusal' in body ? body.refusal : body)
const send = (lot: string, massGrams: number): Promise<Answer> =>
  stage.as('trader').post(`/api/lots/${lot}/transfers`, { to: stage.organisation('exporter'), massGrams })
const findingsOf = async (lot: string) => mustParse(LotDetail, (await stage.as('verifier').get(`/api/lots/${lot}`)).body).findings
const weigh = async (massGrams: number, on: string): Promise<string> =>
  (await weighBag(stage, { site, tag: `DR-${String(nextTag++).padStart(6, '0')}`, mineral: 'Sn', massGrams, day: on })).lot
const derogate = async (number: string, quantityGrams: number): Promise<string> =>
  subjectOf(
    await stage.as('minister').post('/api/orders', {
      orderKind: 'derogation',
      number,
      signatoryRole: 'MINISTER',
      signedOn: stage.today,
      effectiveFrom: stage.today,
      legalBasis: ['Arrêté 0677/2021'],
      annex: [{ site, colour: 'red' }],
      derogations: [{ site, quantityGrams, foundOn: addDays(stage.today, -4), reason: 'stock de l’inventaire de la mission' }],
    }),
  )

beforeAll(async () => {
  stage = await openStage(world, 60)
  const [one] = demoSites
  if (!one) throw new Error('the province has sites')
  day = stage.onDay(-30)
  site = await registerSite(stage, one, 1)
  await goOnMission(stage, { visited: [{ site }], day })
  await signOrder(stage, { number: '0012/TEST', annex: [{ site, colour: 'green' }], day })
  await deliverTags(stage, { site, series: 'DR-', from: 1, to: 500, day })
  const dug = stage.onDay(-20)
  left = await weigh(30_000, dug)
  first = await weigh(40_000, dug)
  second = await weigh(21_000, dug)
  third = await weigh(20_000, dug)
  fourth = await weigh(20_000, dug)
  subjectOf(await send(left, 30_000))
  subjectOf(await stage.as('exporter').post(`/api/lots/${left}/receipts`, { massGrams: 30_000 }))
  const red = stage.onDay(-6)
  await signOrder(stage, { number: '0013/TEST', kind: 'red_listing', annex: [{ site, colour: 'red' }], day: red })
  stage.onDay(0)
  return () => stage.app.close()
})

test('what lies on a red site stays there, whoever sends it; what had left goes on', async () => {
  const answer = await send(first, 40_000)
  expect(answer.status).toBe(409)
  expect(refusalOf(answer)).toMatchObject({ code: 'site-is-red', facts: { site: demoSites[0]?.name, grams: 40_000 } })
  const away = await stage.as('exporter').post(`/api/lots/${left}/transfers`, { to: stage.organisation('trader'), massGrams: 30_000 })
  expect(away.status).toBe(200)
})

test('under a derogation the grams that it names leave and no gram more; the lot says under which order', async () => {
  order = await derogate('0021/DER', 60_000)
  subjectOf(await send(first, 40_000))
  expect(await findingsOf(first)).toMatchObject([
    { rule: 'D01', severity: 'W', facts: { order, orderNumber: '0021/DER', grams: 40_000, quantityGrams: 60_000, remainingGrams: 20_000 } },
  ])
  expect(refusalOf(await send(second, 21_000))).toMatchObject({
    code: 'derogation-used-up',
    facts: { order: '0021/DER', grams: 21_000, remainingGrams: 20_000 },
  })
  subjectOf(await send(third, 20_000))
})

test('a lot made of bags on the site is asked like a bag, and gives nothing away twice on its way', async () => {
  await derogate('0022/DER', 20_000)
  const made = subjectOf(
    await combine(stage, {
      who: 'trader',
      number: 'DER-LOT',
      kind: 'trader-lot',
      inputs: [{ lot: fourth, massGrams: 20_000 }],
      day: stage.today,
    }),
  )
  subjectOf(await send(made, 20_000))
  subjectOf(await stage.as('exporter').post(`/api/lots/${made}/receipts`, { massGrams: 20_000 }))
  const on = await stage.as('exporter').post(`/api/lots/${made}/transfers`, { to: stage.organisation('trader'), massGrams: 20_000 })
  expect(on.status).toBe(200)
  expect((await findingsOf(made)).filter((said) => said.rule === 'D01')).toHaveLength(1)
})

test('a bag of a merged record is part of the same stock, and its grams count', async () => {
  const other = demoSites[1]
  if (!other) throw new Error('the province has two sites')
  const twice = await registerSite(stage, { ...other, name: 'Doublon' }, 2)
  subjectOf(await stage.as('inspector').post(`/api/sites/${twice}/merge`, { into: site, reason: 'même puits' }))
  const bag = { site: twice, tag: `DR-${String(nextTag++).padStart(6, '0')}`, mineral: 'Sn' as const, day: addDays(stage.today, -20) }
  const { lot } = await weighBag(stage, { ...bag, massGrams: 15_000 })
  subjectOf(await stage.as('verifier').post(`/api/lots/${lot}/releases`, { reason: 'étiquette du site principal' }))
  expect(refusalOf(await send(lot, 15_000))).toMatchObject({ code: 'derogation-used-up', facts: { site: demoSites[0]?.name } })
  const more = await derogate('0024/DER', 16_000)
  subjectOf(await send(lot, 15_000))
  expect((await findingsOf(lot)).find((said) => said.rule === 'D01')?.facts).toMatchObject({ order: more, site, remainingGrams: 1_000 })
})

test('an annulled derogation lets nothing more go', async () => {
  const third = await derogate('0023/DER', 100_000)
  subjectOf(await stage.as('minister').post(`/api/orders/${third}/annulment`, { on: stage.today, reason: 'erreur' }))
  expect(refusalOf(await send(second, 21_000))).toMatchObject({ code: 'derogation-used-up' })
})

test('the certificate’s check asks for a judgement and names the order and what is left of it', async () => {
  subjectOf(await stage.as('exporter').post(`/api/lots/${first}/receipts`, { massGrams: 40_000 }))
  const exported = subjectOf(
    await combine(stage, {
      who: 'exporter',
      number: 'DER-EXP',
      kind: 'export-lot',
      inputs: [{ lot: first, massGrams: 40_000 }],
      day: stage.today,
    }),
  )
  const dossier = await openDossier(stage, { lot: exported, day: stage.today, grade: '65 % Sn', element: 'Sn', value: 65 })
  const detail = mustParse(DossierDetail, (await stage.as('verifier').get(`/api/dossiers/${dossier}`)).body)
  const check = detail.checks.find((one) => one.number === 3)
  expect(check?.result).toBe('review')
  expect(check?.evidence).toContainEqual({
    code: 'site-red-derogation',
    facts: expect.objectContaining({ order: '0021/DER', quantityGrams: 60_000, movedGrams: 60_000, remainingGrams: 0, lotGrams: 40_000 }),
  })
  expect((await recommend(stage, dossier)).status).toBe(200)
})

test('a bag produced while its site was red waits among the contradictions, with its day; a voided one and an older green do not', async () => {
  const waiting = async (query = '') =>
    mustParse(QueuePage, (await stage.as('planner').get(`/api/status/queues/producedWhileSuspended${query}`)).body).sites.map((one) => [
      String(one.site),
      one.day,
    ])
  const counted = async () => mustParse(Queues, (await stage.as('planner').get('/api/status/queues')).body).counts.producedWhileSuspended
  expect(await waiting(), 'all bags so far were dug under the green').toEqual([])
  const [late, later] = [addDays(stage.today, -3), addDays(stage.today, -2)]
  await weigh(10_000, late)
  const wrong = await weigh(10_000, later)
  expect(await waiting()).toEqual([[site, later]])
  subjectOf(await stage.as('agent').post(`/api/lots/${wrong}/withdrawals`, { reason: 'entered twice' }))
  stage.setClock(`${stage.today}T12:00:00.000Z`)
  expect(await waiting()).toEqual([[site, late]])
  expect(await counted()).toBe(1)
  expect(await waiting(`?asOf=${addDays(late, -1)}`)).toEqual([])
})

test('a rebuild from the log gives the same tables', async () => {
  expect((await world.program.log.checkRebuild()).differing).toEqual([])
})
