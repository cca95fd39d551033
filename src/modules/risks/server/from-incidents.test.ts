/* An incident with a risk that stops, case by case: what stands still, since when, until when, and who reads what of it. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Answer, newId, subjectOf } from '../../../../test/world/client.ts'
import { sites as demoSites } from '../../../../test/world/lukanda.ts'
import { deliverTags, weighBag } from '../../../../test/world/chain-scenes.ts'
import { signOrder } from '../../../../test/world/order-scenes.ts'
import { goOnMission, registerSite } from '../../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { asId, listOf, looseRecord, mustParse, text } from '../../../kernel/schema.ts'
import { LotDetail } from '../../custody/contract.ts'
import { StopByIncident } from '../contract.ts'

const world = await freshDatabase()
let stage: Stage
let [site, bag, other, trader] = ['', '', '', '']
const route = 'Barrière du bac'
beforeAll(async () => {
  stage = await openStage(world, 200)
  const [first] = demoSites
  if (!first) throw new Error('the province has sites')
  const day = stage.onDay(-190)
  site = await registerSite(stage, first, 1)
  await goOnMission(stage, { visited: [{ site }], day })
  await signOrder(stage, { number: '0012/TEST', annex: [{ site, colour: 'green' }], day })
  await deliverTags(stage, { site, series: 'LK-', from: 1, to: 50, day })
  bag = (await weighBag(stage, { site, tag: 'LK-000001', mineral: 'Sn', massGrams: 40_000, day })).lot
  other = (await weighBag(stage, { site, tag: 'LK-000002', mineral: 'Sn', massGrams: 40_000, day })).lot
  trader = stage.organisation('trader')
  return () => stage.app.close()
}, 60_000)

const suspensions = (on = stage.today) =>
  world.program.database.read((tx) =>
    world.program.modules.risks.door.suspensions(tx, 'cd', {
      subjects: [
        { kind: 'site', site: asId('site', site) },
        { kind: 'organisation', organisation: asId('organisation', trader) },
        { kind: 'route', route: route.toLowerCase() },
      ],
      on,
    }),
  )
const register = async (who: string) =>
  mustParse(looseRecord({ byIncident: listOf(StopByIncident) }), (await stage.as(who).get('/api/risks')).body).byIncident
const act = (who: string, incident: string, thing: string, data: object = {}): Promise<Answer> =>
  stage.as(who).post(`/api/incidents/${incident}/${thing}`, data)
const report = async (more: object): Promise<string> =>
  subjectOf(
    await stage.as('witness').post('/api/incidents', {
      ...{ source: 'civil-society', category: 'armed-presence', risks: ['A2'], account: 'Hommes armés, deux jours de suite.' },
      ...more,
    }),
  )
async function verify(incident: string): Promise<void> {
  subjectOf(await act('witness', incident, 'take-ups'))
  subjectOf(await act('witness', incident, 'verifications'))
}
const conclude = async (incident: string, as: 'confirmed' | 'unfounded') =>
  void subjectOf(await act('witness', incident, 'conclusions', { as, basis: 'two-sources', finding: 'Vu par deux équipes.' }))
/** Grave files: what shows it is said, and who verified is not who ends it. */
async function carryOut(incident: string): Promise<void> {
  const id = newId()
  const owner = stage.organisation('division')
  const evidence = 'Patrouille constatée par deux équipes, procès-verbal du même jour'
  subjectOf(await act('witness', incident, 'actions', { id, text: 'Faire partir le groupe', owner, due: stage.today }))
  subjectOf(await act('witness', incident, `actions/${id}/reports`, { evidence }))
  expect((await act('witness', incident, 'resolutions', { decided: 'safety-restored', note: 'Plus personne.' })).status).toBe(403)
  subjectOf(await act('scheme', incident, 'resolutions', { decided: 'safety-restored', note: 'Plus personne.' }))
}

test('alleged: nothing stands still; confirmed: the site and the named body at once, until it is closed', async () => {
  const from = stage.onDay(-60)
  const incident = await report({ place: { kind: 'site', site }, organisations: [trader], confidentiality: 'public' })
  await verify(incident)
  expect(await suspensions()).toEqual([])
  const since = stage.onDay(-55)
  await conclude(incident, 'confirmed')
  const stop = { code: 'A2', because: 'stop-risk', since, risk: null, plan: null, incident }
  expect((await suspensions()).toSorted((a, b) => (a.subject.kind < b.subject.kind ? 1 : -1))).toEqual([
    { ...stop, subject: { kind: 'site', site } },
    { ...stop, subject: { kind: 'organisation', organisation: trader } },
  ])
  expect(await suspensions(from)).toEqual([])
  expect(await register('planner')).toMatchObject([
    { incident, codes: ['A2'], ground: 'confirmed', since },
    { incident, subjectName: 'Négoce Bahati' },
  ])
  stage.onDay(-50)
  await carryOut(incident)
  expect(await suspensions()).toHaveLength(2)
  subjectOf(await act('planner', incident, 'closings'))
  expect(await suspensions()).toEqual([])
  expect(await suspensions(since)).toHaveLength(2)
})

test('reasonable suspicion: from the day on which lots were stopped; unfounded: over', async () => {
  const since = stage.onDay(-40)
  const incident = await report({ place: { kind: 'site', site }, lots: [bag], confidentiality: 'members' })
  expect(await suspensions()).toEqual([])
  subjectOf(await act('witness', incident, 'holds', { reason: 'Deux récits concordants' }))
  expect(await suspensions()).toMatchObject([{ subject: { kind: 'site', site }, since, incident, kept: true }])
  await verify(incident)
  await conclude(incident, 'unfounded')
  expect(await suspensions()).toEqual([])
})

test('a road stands still by its name; a risk that is mitigated stops nothing', async () => {
  stage.onDay(-30)
  const place = { kind: 'roadblock', name: route, area: 'XL103' }
  const mild = await report({ category: 'roadblock', risks: ['A3'], place })
  await verify(mild)
  await conclude(mild, 'confirmed')
  expect(await suspensions()).toEqual([])
  const grave = await report({ place, confidentiality: 'public' })
  await verify(grave)
  await conclude(grave, 'confirmed')
  expect(await suspensions()).toMatchObject([{ subject: { kind: 'route', route }, incident: grave }])
  stage.onDay(-29)
  await carryOut(grave)
  subjectOf(await act('planner', grave, 'closings'))
})

test('a risk that was recorded from it outlasts the file until another person lifts it', async () => {
  stage.onDay(-20)
  const incident = await report({ place: { kind: 'site', site }, confidentiality: 'public' })
  await verify(incident)
  await conclude(incident, 'confirmed')
  const source = { kind: 'incident', incident }
  const said = { subject: { kind: 'site', site }, code: 'A2', grade: 'established', why: 'Dossier confirmé.', source }
  const risk = subjectOf(await stage.as('scheme').post('/api/risks', said))
  expect(await suspensions()).toMatchObject([{ risk, incident }])
  stage.onDay(-19)
  await carryOut(incident)
  subjectOf(await act('planner', incident, 'closings'))
  expect(await suspensions()).toMatchObject([{ risk, incident }])
  subjectOf(await stage.as('planner').post(`/api/risks/${risk}/lifted-suspensions`, { reason: 'Le groupe est parti.' }))
  expect(await suspensions()).toEqual([])
})

test('who does not see the file reads what stands still and no more; a party nothing', async () => {
  const since = stage.onDay(-10)
  const division = stage.organisation('division')
  const incident = await report({ place: { kind: 'site', site }, organisations: [division], confidentiality: 'restricted' })
  await verify(incident)
  await conclude(incident, 'confirmed')
  expect(await register('planner')).toMatchObject([{ incident }, { incident }])
  // The division is named: what it oversees has no such line.
  expect(await register('inspector')).toEqual([])
  const kept = { since, incident: null, number: null, codes: [], ground: null }
  expect(await register('validator')).toMatchObject([kept, kept])
})

test('goods of a site with which trade stands still go and are sold only with a written reason, which the lot keeps', async () => {
  stage.onDay(-5)
  const to = stage.organisation('exporter')
  const sending = { to, massGrams: 40_000 }
  const code = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
  expect(code(await stage.as('trader').post(`/api/lots/${other}/transfers`, sending))).toBe('trade-is-suspended')
  const lots = [{ lot: other, massGrams: 40_000, priceHundredthsPerKilogram: 1_000 }]
  const parties = { seller: trader, buyer: to, number: 'BA-1', place: 'Lukanda' }
  const sale = { ...parties, currency: 'USD', payment: 'bank', lots, handedOver: false }
  expect(code(await stage.as('trader').post('/api/purchases', sale))).toBe('trade-is-suspended')
  subjectOf(await stage.as('trader').post('/api/purchases', { ...sale, despite: 'contrat ancien' }))
  subjectOf(await stage.as('trader').post(`/api/lots/${other}/transfers`, { ...sending, despite: 'mise à l’abri au dépôt' }))
  const { findings } = mustParse(LotDetail, (await stage.as('verifier').get(`/api/lots/${other}`)).body)
  expect(
    findings
      .filter((one) => one.rule === 'P12')
      .map((one) => one.facts['reason'])
      .toSorted(),
  ).toEqual(['contrat ancien', 'mise à l’abri au dépôt'])
})
