import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { DEMO_PASSWORD } from '../../../../test/world/accounts.ts'
import { deliverTags, weighBag } from '../../../../test/world/chain-scenes.ts'
import { type Answer, type Client, newId, signIn, subjectOf } from '../../../../test/world/client.ts'
import { PROVINCE_CODE, sites as demoSites } from '../../../../test/world/lukanda.ts'
import { signOrder } from '../../../../test/world/order-scenes.ts'
import { goOnMission, registerSite } from '../../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { asId, listOf, looseRecord, mustParse, text } from '../../../kernel/schema.ts'
import { addDays, addMonths } from '../../../kernel/calendar.ts'
import { addAccount } from '../../people/module.ts'
import { IncidentDetail, ProposedLots } from '../contract-report.ts'
import { isParty } from '../domain/conflict.ts'
import { listIncidents } from './store-reads.ts'
// Files that are not public, seen from beside: by what a hold tells, by who frees, by their numbers, by an account without a body.
const world = await freshDatabase()
let stage: Stage
let [site, bag] = ['', '']
let nobody: Client
beforeAll(async () => {
  stage = await openStage(world, 400)
  const [first] = demoSites
  if (!first) throw new Error('the province has sites')
  const day = stage.onDay(-390)
  site = await registerSite(stage, first, 1)
  await goOnMission(stage, { visited: [{ site }], day })
  await signOrder(stage, { number: '0012/TEST', annex: [{ site, colour: 'green' }], day })
  await deliverTags(stage, { site, series: 'LK-', from: 1, to: 500, day })
  bag = (await weighBag(stage, { site, tag: 'LK-000001', mineral: 'Sn', massGrams: 40_000, day })).lot
  const { program } = world
  const house = { database: program.database, log: program.log, tenant: 'cd', places: program.modules.places.door, clock: program.clock }
  const email = 'nobody@test.chanzo.example'
  const account = {
    email,
    name: 'nobody',
    password: DEMO_PASSWORD,
    roles: ['MINISTER_PROV'],
    organisation: null,
    territory: [PROVINCE_CODE],
  }
  const added = await addAccount(house, account)
  if (!added.ok) throw new Error(added.refusal.code)
  nobody = await signIn(stage.app, email, DEMO_PASSWORD)
  return () => stage.app.close()
})
const report = async (more: object): Promise<string> =>
  subjectOf(
    await stage.as('witness').post('/api/incidents', {
      ...{ source: 'civil-society', category: 'child-labour', place: { kind: 'site', site }, account: 'Vu au puits.' },
      ...more,
    }),
  )
const act = (incident: string, thing: string, data: object = {}) => stage.as('witness').post(`/api/incidents/${incident}/${thing}`, data)
const codeOf = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const holding = (kind: 'agent' | 'verifier', organisation: 'saemape' | 'ceec') =>
  world.program.database
    .read((tx) =>
      world.program.modules.incidents.door.holding(tx, 'cd', {
        lot: bag,
        organisation: asId('organisation', stage.organisation(organisation)),
      }),
    )
    .then((held) => [kind, held])

test('a hold names the number of a public file alone; a party by its kind does not free what the file held, even when it is over', async () => {
  stage.onDay(-290)
  const incident = await report({ lots: [bag], actors: [{ class: 'saemape' }] })
  subjectOf(await act(incident, 'holds', { reason: 'soupçon' }))
  const lot = (await stage.as('verifier').get(`/api/lots/${bag}`)).body
  expect(JSON.stringify(lot)).toContain('Incident, dossier non public')
  const refused = await stage.as('validator').post(`/api/lots/${bag}/releases`, { reason: 'rien vu' })
  expect(codeOf(refused)).toBe('held-by-kept-incident')
  for (const said of [lot, refused.body]) expect(JSON.stringify(said)).not.toContain('XL1-2')
  for (const thing of ['take-ups', 'verifications']) subjectOf(await act(incident, thing))
  subjectOf(await act(incident, 'conclusions', { as: 'unfounded', basis: 'documents', finding: 'Cartes vues.' }))
  expect(await holding('agent', 'saemape')).toEqual(['agent', { number: null }])
  expect(await holding('verifier', 'ceec')).toEqual(['verifier', null])
})

test('an account without a body reads that public files exist, handles none, and finds no other', async () => {
  const [kept, open] = [await report({ confidentiality: 'members' }), await report({ confidentiality: 'public' })]
  expect((await nobody.get(`/api/incidents/${kept}`)).status).toBe(404)
  expect(codeOf(await nobody.post(`/api/incidents/${kept}/take-ups`, {}))).toBe('unknown-incident')
  expect(codeOf(await nobody.post(`/api/incidents/${open}/take-ups`, {}))).toBe('party-to-incident')
  const { incidents } = mustParse(
    looseRecord({ incidents: listOf(looseRecord({ id: text() })) }),
    (await nobody.get('/api/incidents')).body,
  )
  expect(incidents.map((one) => one.id)).toEqual([open])
})

test('numbers do not count: whoever reads some of them learns nothing of how many others there are', async () => {
  const made: number[] = []
  for (const confidentiality of ['restricted', 'members', 'restricted', 'members', 'restricted', 'members']) {
    const { body } = await stage.as('witness').get(`/api/incidents/${await report({ confidentiality })}`)
    made.push(Number(mustParse(looseRecord({ incident: looseRecord({ number: text() }) }), body).incident.number.split('-')[2]))
  }
  expect(new Set(made).size).toBe(made.length)
  expect(made.every((one, at) => at === 0 || one === (made[at - 1] ?? 0) + 1)).toBe(false)
  expect(Math.max(...made)).toBeGreaterThan(100)
})

test('a voice that said no place gets none: the area of the desk is not put in its stead', async () => {
  const incident = await report({ source: 'voice', place: { kind: 'site', name: '–' }, actors: [{ class: 'saemape' }] })
  const shown = (await stage.as('planner').get(`/api/incidents/${incident}`)).body
  expect(shown).toMatchObject({ incident: { provinceCode: null, territoireCode: null } })
})

test('whose a lot is stays custody’s to tell: handlers stop lots by number, readers without sight of lots see none', async () => {
  const incident = await report({ category: 'fraud', confidentiality: 'members', lots: [bag] })
  const fileOf = async (who: 'witness' | 'planner' | 'partner') =>
    mustParse(IncidentDetail, (await stage.as(who).get(`/api/incidents/${incident}`)).body)
  const because = (detail: IncidentDetail) => detail.organisations.map((one) => one.because)
  const [overseer, handler, reader] = [await fileOf('planner'), await fileOf('witness'), await fileOf('partner')]
  const holderName = overseer.lots[0]?.holderName
  expect(overseer).toMatchObject({ lots: [{ lot: bag }], lotsUnseen: 0 })
  expect(holderName).toEqual(expect.any(String))
  // Who is kept out is told to who handles it; of which lot it is the holder is not.
  expect(handler).toMatchObject({ lots: [{ lot: bag, holderName: null }], lotsUnseen: 0 })
  expect(because(handler)).toContain('lot-holder')
  expect(reader).toMatchObject({ lots: [], lotsUnseen: 1 })
  expect(because(reader)).not.toContain('lot-holder')
  expect(JSON.stringify(reader)).not.toContain(holderName)

  const proposed = async (who: 'witness' | 'planner', what: string) =>
    mustParse(
      ProposedLots,
      (await stage.as(who).get(`/api/incidents/${incident}/proposed-lots?${what}&from=${stage.onDay(-400)}&until=${stage.onDay(-280)}`))
        .body,
    ).lots
  const holder = overseer.organisations.find((one) => one.because === 'lot-holder')?.id ?? ''
  expect(await proposed('witness', 'what=site')).toMatchObject([{ lot: bag, holderName: null }])
  expect(await proposed('planner', 'what=site')).toMatchObject([{ lot: bag, holderName }])
  expect(await proposed('witness', `what=organisation&value=${holder}`)).toEqual([])
  expect(await proposed('planner', `what=organisation&value=${holder}`)).toMatchObject([{ lot: bag, holderName }])
})

test('the months of a file run from the day of its plan', async () => {
  const opened = stage.onDay(-200)
  const incident = await report({ category: 'fraud', confidentiality: 'members' })
  const closeBy = async () =>
    mustParse(IncidentDetail, (await stage.as('witness').get(`/api/incidents/${incident}`)).body).incident.clocks.find(
      (one) => one.clock === 'close',
    )?.due
  expect(await closeBy()).toBe(addMonths(addDays(opened, 30), 6))
  const day = stage.onDay(-195)
  for (const thing of ['take-ups', 'verifications']) subjectOf(await act(incident, thing))
  subjectOf(await act(incident, 'conclusions', { as: 'confirmed', basis: 'documents', finding: 'Carnets comparés sur place.' }))
  const action = { text: 'Retirer le carnet', owner: stage.organisation('division'), due: addDays(day, 20) }
  subjectOf(await act(incident, 'actions', { ...action, id: newId() }))
  expect(await closeBy()).toBe(addMonths(day, 6))
  stage.onDay(-190)
  subjectOf(await act(incident, 'actions', { ...action, id: newId() }))
  expect(await closeBy()).toBe(addMonths(day, 6))
})

test.each([null, 'XL1', 'XL101', 'XL10103', 'XL104', 'XL2'])(
  'an office of the kind named, of the area %s, is kept out alike by rule and by database',
  async (area) => {
    const incident = await report({ category: 'fraud', confidentiality: 'members', actors: [{ class: 'saemape' }] })
    const body = { id: '00000000-0000-7000-8000-000000000000', kind: 'saemape', area } as const
    const clearance = { read: true, handle: true, protect: true, publish: true, exact: true }
    const rows = await world.program.database.read((tx) =>
      listIncidents(tx, 'cd', { ids: [incident], sight: { body, territory: 'everywhere', clearance } }, 5),
    )
    const concerned = { parties: [], classes: ['saemape'], provinceCode: 'XL1', territoireCode: 'XL101' } as const
    expect(rows.length === 0).toBe(isParty(body, concerned))
    expect(rows.length === 0).toBe(area !== 'XL2')
  },
)
