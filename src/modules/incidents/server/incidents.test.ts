import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { deliverTags, weighBag } from '../../../../test/world/chain-scenes.ts'
import { DEMO_PASSWORD } from '../../../../test/world/accounts.ts'
import { type Answer, type Client, newId, signIn, subjectOf } from '../../../../test/world/client.ts'
import { PROVINCE_CODE, sites as demoSites } from '../../../../test/world/lukanda.ts'
import { signOrder } from '../../../../test/world/order-scenes.ts'
import { goOnMission, registerSite } from '../../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { addDays } from '../../../kernel/calendar.ts'
import { anything, asId, listOf, looseRecord, mustParse, text } from '../../../kernel/schema.ts'
import { addAccount, addOrganisation } from '../../people/module.ts'
import { covers } from '../../people/contract.ts'
import { Confidentiality } from '../contract.ts'
import { ActorClass, IncidentAction, IncidentDetail, IncidentSummary, ProposedLots, PublishedOutcome } from '../contract-report.ts'
import { viewOf } from '../domain/conflict.ts'
import { listIncidents, listParties } from './store-reads.ts'
// A green site with bags of a trader; a second committee of the same kind as a body that is named.
const world = await freshDatabase()
let stage: Stage
let [site, bag, second] = ['', '', '']
const people = new Map<string, Client>()
const as = (key: string): Client => people.get(key) ?? stage.as(key)

const parts = () => ({
  ...{ database: world.program.database, log: world.program.log, tenant: 'cd' },
  ...{ places: world.program.modules.places.door, clock: world.program.clock },
})
async function newPerson(key: string, role: string, organisation: string | null): Promise<void> {
  const email = `${key}@test.chanzo.example`
  const added = await addAccount(parts(), {
    ...{ email, name: key, password: DEMO_PASSWORD, roles: [role], organisation, territory: [PROVINCE_CODE] },
  })
  if (!added.ok) throw new Error(added.refusal.code)
  people.set(key, await signIn(stage.app, email, DEMO_PASSWORD))
}
async function newBody(name: string, kind: 'mines-police' | 'committee' | 'ngo', area: string | null): Promise<string> {
  const added = await addOrganisation(parts(), { name, kind, area })
  if (!added.ok) throw new Error(added.refusal.code)
  return added.value.organisation
}

let [police, committee] = ['', '']
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
  second = (await weighBag(stage, { site, tag: 'LK-000002', mineral: 'Sn', massGrams: 41_000, day })).lot
  police = await newBody('Police des mines, Lukanda', 'mines-police', PROVINCE_CODE)
  committee = await newBody('Comité provincial de suivi', 'committee', PROVINCE_CODE)
  await newPerson('police', 'MINES_POLICE', police)
  await newPerson('governor', 'MINISTER_PROV', committee)
  await newPerson('colleague', 'MINISTER_PROV', committee)
  await newPerson('division2', 'MINES_PROV', stage.organisation('division'))
  return () => stage.app.close()
})

const refusal = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const report = async (who: string, more: object = {}): Promise<string> =>
  subjectOf(
    await as(who).post('/api/incidents', {
      ...{
        source: 'civil-society',
        category: 'illegal-tax',
        place: { kind: 'site', site },
        account: '500 FC par sac à la barrière du puits.',
      },
      ...more,
    }),
  )
const detail = async (who: string, incident: string) => mustParse(IncidentDetail, (await as(who).get(`/api/incidents/${incident}`)).body)
const list = async (who: string, query = '') =>
  mustParse(looseRecord({ incidents: listOf(IncidentSummary) }), (await as(who).get(`/api/incidents${query}`)).body).incidents
const act = (who: string, incident: string, thing: string, data: object = {}) => as(who).post(`/api/incidents/${incident}/${thing}`, data)
const lotState = async (lot: string) =>
  mustParse(
    looseRecord({ lot: looseRecord({ state: text() }), quarantine: anything() }),
    (await stage.as('verifier').get(`/api/lots/${lot}`)).body,
  )

/** To `confirmed`, by these hands. */
async function confirm(who: string, incident: string): Promise<Answer> {
  subjectOf(await act(who, incident, 'take-ups'))
  subjectOf(await act(who, incident, 'verifications'))
  return act(who, incident, 'conclusions', {
    as: 'confirmed',
    basis: 'field-visit',
    finding: 'Barrière vue par deux équipes, reçus photographiés.',
  })
}
async function carryOut(who: string, incident: string, owner = stage.organisation('division')): Promise<string> {
  const id = newId()
  const due = addDays(stage.today, 20)
  subjectOf(await act(who, incident, 'actions', { id, text: 'Lever la barrière', owner, due, agreedIn: 'CLS de Lukanda-Nord, novembre' }))
  return id
}

const anyNumber = (year: string): unknown => expect.stringMatching(new RegExp(`^XL1-${year}-\\d{4}-1$`))
test('the number is of the province, the year and the file; category and actors make risks and severity', async () => {
  stage.onDay(-300)
  const year = stage.onDay(-300).slice(0, 4)
  const first = await detail('witness', await report('witness'))
  expect(first.incident).toMatchObject({ number: anyNumber(year), risks: ['A3'], severity: 2, state: 'reported', level: 'local' })
  expect(first.incident).toMatchObject({ territoireCode: 'XL101', confidentiality: 'members', full: true })
  const armed = await report('witness', { actors: [{ class: 'non-state-armed-group', unit: 'groupe inconnu' }] })
  const shown = await detail('witness', armed)
  expect(shown.incident).toMatchObject({ number: anyNumber(year), risks: ['A2'], severity: 1, confidentiality: 'restricted' })
  expect(shown.incident.clocks.map((one) => one.clock)).toEqual(['verify', 'plan', 'escalate', 'close'])
  expect(JSON.stringify(shown)).not.toContain(stage.account('witness'))
  expect(shown.steps).toMatchObject([{ step: 'reported', organisationName: null }])
})

test('confirming stops the lots; only when it is over a second person frees them, and nobody frees them elsewhere meanwhile', async () => {
  stage.onDay(-290)
  const incident = await report('witness', { category: 'tag-misuse', lots: [bag] })
  expect(await lotState(bag)).toMatchObject({ lot: { state: 'held' } })
  expect(refusal(await act('witness', incident, 'holds', { reason: 'soupçon' }))).toBe('suspicion-needs-severity-one')
  subjectOf(await confirm('witness', incident))
  expect(await lotState(bag)).toMatchObject({ lot: { state: 'quarantined' }, quarantine: { because: 'Incident, dossier non public' } })
  expect(refusal(await stage.as('verifier').post(`/api/lots/${bag}/releases`, { reason: 'rien vu' }))).toBe('held-by-kept-incident')
  subjectOf(await act('witness', incident, 'lots', { lots: [second], reason: 'même carnet d’étiquettes' }))
  expect(await lotState(second)).toMatchObject({ lot: { state: 'quarantined' } })
  expect(refusal(await act('governor', incident, 'releases', { reason: 'vu' }))).toBe('incident-still-open')

  const action = await carryOut('witness', incident)
  expect(refusal(await act('witness', incident, 'resolutions', { decided: 'records-corrected', note: 'fait' }))).toBe('incident-not-so-far')
  subjectOf(await act('inspector', incident, `actions/${action}/reports`, { evidence: 'Procès-verbal joint' }))
  subjectOf(await act('governor', incident, 'resolutions', { decided: 'records-corrected', note: 'Carnets comparés.' }))
  expect(refusal(await act('governor', incident, 'closings'))).toBe('lots-still-held')
  expect(refusal(await act('governor', incident, 'releases', { reason: 'vu' }))).toBe('second-person-for-incident')
  expect(refusal(await act('witness', incident, 'releases', { reason: 'vu' }))).toBe('second-person-for-incident')
  subjectOf(await act('colleague', incident, 'releases', { reason: 'Carnets en ordre' }))
  expect(await lotState(bag)).toMatchObject({ lot: { state: 'held' } })
  expect(await lotState(second)).toMatchObject({ lot: { state: 'held' } })
  subjectOf(await act('governor', incident, 'closings'))
})

test('severity 1 stops its lots on suspicion, and needs two persons to be closed', async () => {
  stage.onDay(-280)
  const incident = await report('agent', { source: 'field', category: 'child-labour', lots: [bag] })
  subjectOf(await act('witness', incident, 'holds', { reason: 'Deux enfants vus au lavage' }))
  expect(await lotState(bag)).toMatchObject({ lot: { state: 'quarantined' } })
  subjectOf(await act('witness', incident, 'take-ups'))
  subjectOf(await act('witness', incident, 'verifications'))
  const unfounded = { as: 'unfounded', basis: 'two-sources', finding: 'Apprentis de 18 ans, cartes vues.' }
  subjectOf(await act('witness', incident, 'conclusions', unfounded))
  expect((await detail('witness', incident)).secondPerson).toBe(true)
  subjectOf(await act('colleague', incident, 'releases', { reason: 'Non fondé' }))
  expect(refusal(await act('witness', incident, 'closings'))).toBe('second-person-for-incident')
  subjectOf(await act('colleague', incident, 'closings'))
  expect(await lotState(bag)).toMatchObject({ lot: { state: 'held' } })
  const { number } = (await detail('witness', incident)).incident
  subjectOf(await act('governor', incident, 'reopenings', { reason: 'Nouveau témoignage' }))
  expect((await detail('witness', incident)).incident).toMatchObject({ state: 'reopened', number: number.replace(/1$/, '2'), open: true })
})

const NAMED: readonly { readonly who: string; readonly named: () => object }[] = [
  { who: 'inspector', named: () => ({ organisations: [stage.organisation('division')] }) },
  { who: 'division2', named: () => ({ actors: [{ class: 'mines-division' }] }) },
  { who: 'planner', named: () => ({ organisations: [stage.organisation('ministry')] }) },
  { who: 'minister', named: () => ({ actors: [{ class: 'ministry' }] }) },
  { who: 'agent', named: () => ({ actors: [{ class: 'saemape' }] }) },
  { who: 'police', named: () => ({ actors: [{ class: 'mines-police', unit: 'poste de Mto Mweupe' }] }) },
  { who: 'verifier', named: () => ({ actors: [{ class: 'ceec' }] }) },
  { who: 'validator', named: () => ({ organisations: [stage.organisation('ceec')] }) },
  { who: 'scheme', named: () => ({ actors: [{ class: 'scheme' }] }) },
  { who: 'partner', named: () => ({ organisations: [stage.organisation('partner')] }) },
  { who: 'witness', named: () => ({ organisations: [stage.organisation('civilSociety')] }) },
  { who: 'governor', named: () => ({ organisations: [committee] }) },
]
const THINGS = ['take-ups', 'verifications', 'closings', 'outcomes'] as const
test.each(NAMED.map(({ who, named }) => [who, named] as const))(
  '%s: where the own body is named, it does not exist',
  async (who, named) => {
    stage.onDay(-270)
    // Reported by the named body itself: kept, and gone from its sight at once.
    const incident = await report(who === 'minister' || who === 'governor' ? 'witness' : who, {
      ...named(),
      confidentiality: 'members',
      lots: [second],
    })
    expect((await as(who).get(`/api/incidents/${incident}`)).status).toBe(404)
    expect((await list(who)).map((one) => one.id)).not.toContain(incident)
    expect((await list(who, `?lot=${second}`)).map((one) => one.id)).not.toContain(incident)
    for (const thing of THINGS) expect([403, 404]).toContain((await act(who, incident, thing)).status)
    for (const [thing, data] of [
      ['descriptions', { organisations: [], reason: 'erreur' }],
      ['releases', { reason: 'vu' }],
      ['holds', { reason: 'vu' }],
      ['conclusions', { as: 'unfounded', basis: 'documents', finding: 'rien' }],
      ['resolutions', { decided: 'nothing-found', note: 'rien' }],
      ['reopenings', { reason: 'encore' }],
    ] as const)
      expect([403, 404]).toContain((await act(who, incident, thing, data)).status)
    // Others see it, and know why it is not theirs.
    const other = who === 'witness' ? 'governor' : 'witness'
    expect((await detail(other, incident)).organisations.length).toBeGreaterThan(0)
  },
)

test('where it is public, the named body reads that it exists and no more, and is told that it is out of its hands', async () => {
  const incident = await report('witness', { organisations: [stage.organisation('division')], confidentiality: 'public' })
  const shown = await detail('inspector', incident)
  expect(shown).toMatchObject({ account: null, organisations: [], steps: [], lots: [], actions: [] })
  expect(shown.incident).toMatchObject({ full: false, place: null, territoireCode: null })
  expect(refusal(await act('inspector', incident, 'take-ups'))).toBe('party-to-incident')
  for (const asked of [`?site=${site}`, '?level=local'])
    expect((await list('inspector', asked)).map((one) => one.id)).not.toContain(incident)
})

test('restricted is for those who handle, protection for those who protect; outside the territory nothing is seen', async () => {
  const restricted = await report('witness', { confidentiality: 'restricted' })
  for (const who of ['agent', 'verifier', 'partner', 'minister'])
    expect((await as(who).get(`/api/incidents/${restricted}`)).status).toBe(404)
  for (const who of ['planner', 'inspector', 'witness', 'scheme'])
    expect((await as(who).get(`/api/incidents/${restricted}`)).status).toBe(200)
  const kept = await report('witness', { category: 'sexual-violence', confidentiality: 'protection' })
  for (const who of ['planner', 'inspector', 'scheme', 'agent', 'governor', 'minister']) {
    expect((await as(who).get(`/api/incidents/${kept}`)).status).toBe(404)
    expect((await list(who)).map((one) => one.id)).not.toContain(kept)
  }
  for (const who of ['witness', 'partner']) expect((await as(who).get(`/api/incidents/${kept}`)).status).toBe(200)
  expect(refusal(await act('inspector', restricted, 'descriptions', { confidentiality: 'protection', reason: 'x' }))).toBe(
    'protection-not-yours',
  )
  const nowhere = await report('planner', { place: { kind: 'route', name: 'RN2' } })
  expect((await as('inspector').get(`/api/incidents/${nowhere}`)).status).toBe(404)
  expect((await as('planner').get(`/api/incidents/${nowhere}`)).status).toBe(200)
})

test('the owner of an action is reminded and reports it done, even as a party, and sees nothing of the rest', async () => {
  stage.onDay(-200)
  const cooperative = stage.organisation('cooperative')
  const incident = await report('witness', { category: 'accident', organisations: [cooperative], confidentiality: 'members' })
  subjectOf(await confirm('witness', incident))
  const id = newId()
  subjectOf(await act('witness', incident, 'actions', { id, text: 'Clôturer le puits', owner: cooperative, due: stage.onDay(-190) }))
  const mine = mustParse(
    looseRecord({ actions: listOf(IncidentAction) }),
    (await as('cooperative').get('/api/incident-actions')).body,
  ).actions
  expect(mine).toMatchObject([{ text: 'Clôturer le puits', owner: cooperative, state: 'open' }])
  stage.onDay(-180)
  const notices = (await as('cooperative').get('/api/notices')).body
  expect(JSON.stringify(notices)).toContain('incidentActionsLate')
  expect((await as('cooperative').get(`/api/incidents/${incident}`)).status).toBe(403)
  expect(refusal(await act('trader', incident, `actions/${id}/reports`, { evidence: 'x' }))).toBe('unknown-incident')
  subjectOf(await act('cooperative', incident, `actions/${id}/reports`, { evidence: 'Clôture posée, photo remise' }))
  // The cooperative works the site: its word waits for another body.
  expect((await detail('witness', incident)).actions).toMatchObject([{ state: 'to-confirm' }])
})

test('what a level had for too long goes to the next one by the clock, once; a person may pass it on with a reason', async () => {
  stage.onDay(-170)
  const incident = await report('witness', { category: 'environment' })
  await world.program.modules.incidents.escalate()
  expect((await detail('witness', incident)).incident.level).toBe('local')
  stage.onDay(-108)
  expect(await world.program.modules.incidents.escalate()).toBeGreaterThan(0)
  expect((await detail('witness', incident)).incident.level).toBe('territorial')
  expect(await world.program.modules.incidents.escalate()).toBe(0)
  expect(refusal(await act('witness', incident, 'escalations', { to: 'local', reason: 'non' }))).toBe('not-to-that-level')
  subjectOf(await act('witness', incident, 'escalations', { to: 'ministry', reason: 'Le comité provincial ne siège plus' }))
  const { steps, incident: now } = await detail('witness', incident)
  expect(now.level).toBe('ministry')
  expect(steps.filter((one) => one.step === 'escalated').map((one) => [one.organisationName, one.said])).toEqual([
    [null, null],
    ['Société civile de Lukanda', 'Le comité provincial ne siège plus'],
  ])
})

test('an outcome is told after the delay, no finer than the territoire, and can be taken back', async () => {
  stage.onDay(-105)
  const incident = await report('witness', {
    category: 'roadblock',
    place: { kind: 'roadblock', name: 'Pont de la Lukanda', area: 'XL103' },
  })
  subjectOf(await confirm('governor', incident))
  const action = await carryOut('governor', incident)
  subjectOf(await act('inspector', incident, `actions/${action}/reports`, { evidence: 'Barrière levée' }))
  subjectOf(await act('governor', incident, 'resolutions', { decided: 'safety-restored', note: 'Le nom du poste ne sort pas d’ici.' }))
  subjectOf(await act('governor', incident, 'closings'))
  const door = world.program.modules.incidents.door
  const told = () => world.program.database.read((tx) => door.outcomeOf(tx, 'cd', asId('incident', incident)))
  expect(await told()).toEqual({ stage: 'closed', published: null, publicFrom: addDays(stage.today, 90 - 105) })
  stage.onDay(-50)
  expect(refusal(await act('governor', incident, 'outcomes'))).toBe('outcome-too-early')
  stage.onDay(-10)
  subjectOf(await act('governor', incident, 'outcomes'))
  const { outcomes } = mustParse(looseRecord({ outcomes: listOf(PublishedOutcome) }), (await as('trader').get('/api/outcomes')).body)
  // One site of the register lies in the province: with fewer than three sites neither territoire nor province is told.
  expect(outcomes).toMatchObject([{ category: 'roadblock', decided: 'safety-restored', territoireCode: null, provinceCode: null }])
  const page = await as('trader').get('/outcomes?language=fr')
  expect(page.body).toContain('dans le pays')
  expect(page.body).toContain('La sécurité du lieu a été rétablie.')
  for (const secret of ['Pont de la Lukanda', 'nom du poste', 'XL1-', 'Division', 'Comité']) expect(page.body).not.toContain(secret)
  expect((await told())?.published?.en).toContain('The place was made safe again.')
  subjectOf(await act('governor', incident, 'outcome-withdrawals', { reason: 'Phrase trop précise' }))
  expect((await as('trader').get('/outcomes')).body).toContain('Rien n’est publié')
  expect(refusal(await act('witness', incident, 'outcomes'))).toBe('not-allowed')
})

test('the door tells what touches lots, sites, bodies and places; what is over counts on its own days only', async () => {
  const door = world.program.modules.incidents.door
  stage.onDay(-5)
  const onRoad = await report('witness', {
    place: { kind: 'route', name: 'RN 5', area: 'XL101' },
    occurredOn: addDays(stage.today, -8),
    organisations: [police],
  })
  const nothing = { lots: [], sites: [], organisations: [], places: [] }
  const ask = (asked: object) =>
    world.program.database.read((tx) =>
      door.touching(tx, 'cd', { ...nothing, from: addDays(stage.today, -60), until: stage.today, ...asked }),
    )
  expect(await ask({ places: ['rn 5'] })).toMatchObject([
    { id: onRoad, open: true, confirmed: false, touches: { places: ['RN 5'], sites: [] } },
  ])
  expect((await ask({ organisations: [police] })).map((one) => one.id)).toEqual([onRoad])
  expect((await ask({ sites: [site] })).length).toBeGreaterThan(5)
  expect((await ask({ lots: [bag] })).every((one) => one.touches.lots.includes(asId('lot', bag)))).toBe(true)
  expect(await ask({})).toEqual([])
  const sees = (organisation: string, capabilities: readonly string[]) =>
    world.program.database.read((tx) =>
      door.visibleTo(tx, 'cd', {
        incidents: [asId('incident', onRoad)],
        who: { organisation, capabilities: new Set(capabilities), territory: 'everywhere' },
      }),
    )
  expect([...(await sees(stage.organisation('division'), ['incidents.read']))]).toEqual([onRoad])
  expect([...(await sees(stage.organisation('division'), ['custody.read']))]).toEqual([])
  expect([...(await sees(stage.organisation('civilSociety'), ['incidents.handle']))]).toEqual([onRoad])
  expect([...(await sees(police, ['incidents.handle']))]).toEqual([])
})

test('lots that could be concerned are proposed from custody; rules can be changed and are shown with their mark', async () => {
  const incident = await report('witness')
  const days = `from=${addDays(stage.today, -400)}&until=${stage.today}`
  const proposed = mustParse(ProposedLots, (await as('witness').get(`/api/incidents/${incident}/proposed-lots?what=site&${days}`)).body)
  expect(proposed.lots.map((one) => one.lot).toSorted()).toEqual([bag, second].toSorted())
  const nowhere = await as('witness').get(`/api/incidents/${incident}/proposed-lots?what=place&value=Kati&${days}`)
  expect(nowhere.body).toEqual({ lots: [], shortened: false })
  expect(refusal(await as('planner').post('/api/incident-rules', { rule: 'publicDelayDays', value: 0, reason: 'x' }))).toBe(
    'incident-rule-out-of-bounds',
  )
  subjectOf(await as('planner').post('/api/incident-rules', { rule: 'verifyDays2', value: 10, reason: 'Équipes proches' }))
  const { rules } = mustParse(
    looseRecord({ rules: listOf(looseRecord({ rule: text(), value: anything(), byDefault: anything(), evidence: text() })) }),
    (await as('witness').get('/api/incident-rules')).body,
  )
  expect(rules.find((one) => one.rule === 'verifyDays2')).toMatchObject({ value: 10, byDefault: 14, evidence: 'D' })
})

// A body that nothing concerns.
const outsider = { id: '00000000-0000-7000-8000-000000000000', kind: 'auditor', area: 'ZZ' } as const
const cleared = { read: true, handle: true, protect: true, publish: true, exact: true }
const everything = { sight: { body: outsider, territory: 'everywhere' as const, clearance: cleared } }
test('the condition of the database and the rule of the domain agree, for everybody and every file', async () => {
  const rows = await world.program.database.read(async (tx) => {
    const found = await listIncidents(tx, 'cd', everything, 500)
    return Promise.all(found.map(async (row) => ({ row, parties: await listParties(tx, 'cd', row.id) })))
  })
  expect(rows.length).toBeGreaterThan(20)
  for (const who of [...NAMED.map((one) => one.who), 'colleague', 'trader']) {
    const me = mustParse(
      looseRecord({ organisation: looseRecord({ id: text() }), capabilities: listOf(text()), territory: anything() }),
      (await as(who).get('/api/me')).body,
    )
    const can = new Set(me.capabilities)
    const territory = Array.isArray(me.territory) ? me.territory.map(String) : ('everywhere' as const)
    const [brief] = await world.program.database.read((tx) =>
      world.program.modules.people.door.organisations(tx, [asId('organisation', me.organisation.id)], 'cd'),
    )
    if (!brief) throw new Error('everybody here acts for a body')
    const clearance = { read: can.has('incidents.read'), handle: can.has('incidents.handle'), protect: can.has('incidents.protect') }
    const body = { id: brief.id, kind: brief.kind, area: brief.area }
    const bySql = await world.program.database.read((tx) =>
      listIncidents(tx, 'cd', { sight: { body, territory, clearance: { ...clearance, publish: false, exact: false } } }, 500),
    )
    for (const { row, parties } of rows) {
      const concerned = {
        ...{ parties: parties.map((one) => one.organisation), provinceCode: row.provinceCode, territoireCode: row.territoireCode },
        classes: mustParse(listOf(looseRecord({ class: ActorClass })), row.actors).map((one) => one.class),
        confidentiality: mustParse(Confidentiality, row.confidentiality),
      }
      const inside = covers(territory, { province: row.provinceCode, territoire: row.territoireCode })
      const view = inside ? viewOf(body, concerned, clearance) : 'nothing'
      const seen = bySql.find((one) => one.id === row.id)
      expect([who, row.number, seen === undefined ? 'nothing' : seen.party ? 'brief' : 'full']).toEqual([who, row.number, view])
    }
  }
})
