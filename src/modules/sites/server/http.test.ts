import { expect, test } from 'vitest'
import { mustParse } from '../../../kernel/schema.ts'
import { checkRebuild } from '../../../platform/log/rebuild.ts'
import { Attention, FigureList, Rulebooks, SiteList, SiteMap, SitePage, ValidityAnswer } from '../domain/register/answers.ts'
import { decidingCriteria } from '../domain/missions/criteria.ts'
import { InspectionList, InspectionPage, MissionList, MissionPage } from '../domain/missions/mission-answers.ts'
import { OrderList, OrderPage } from '../domain/orders/order-answers.ts'
import { validityReport } from './status/read-validity.ts'
import {
  accounts,
  app,
  ask,
  inspect,
  newId,
  members,
  orderText,
  organisations,
  post,
  program,
  registerSite,
  setClock,
  source,
  standing,
  taken,
  toldEarlier,
} from '../../../../test/sites-bed.ts'

test('a site goes from the register over a mission and an inspection to its colour by an order', async () => {
  const site = await registerSite()
  const mission = await toldEarlier('MINES_NAT', '/api/missions', {
    happenedAt: '2026-10-28T08:00:00.000Z',
    data: {
      missionKind: 'joint_validation',
      plannedFrom: '2026-11-01',
      plannedTo: '2026-11-05',
      sites: [site],
      members,
      legalBasis: ['OM 12/2026'],
    },
  })
  await taken('MINES_NAT', `/api/missions/${mission}/start`, { on: '2026-11-01' })
  const early = await post('MINES_NAT', `/api/missions/${mission}/close`, { on: '2026-10-30' })
  expect(early.code).toBe('mission-dates-reversed')
  const inspection = await taken('MINES_PROV', '/api/inspections', { site, mission, date: '2026-11-02', onSite: true })
  expect((await post('MINES_NAT', `/api/missions/${mission}/close`, { on: '2026-11-05' })).code).toBe('inspections-still-open')
  const answers = decidingCriteria.map((one) => ({
    criterion: one.id,
    answer: one.id === 'Y2' ? 'violated' : 'met',
    evidence: [{ reference: 'photo-1', kind: 'photo' }],
  }))
  await taken('MINES_PROV', `/api/inspections/${inspection}/findings`, { by: 'mines-administration', findings: answers })
  const dissent = { by: 'civil-society', criterion: 'R1', reason: 'des hommes armés la nuit' }
  for (const [path, data] of [
    ['dissents', dissent],
    ['findings', { by: 'civil-society', findings: answers }],
    ['signatures', { body: 'civil-society' }],
  ] as const)
    expect(await post('MINES_PROV', `/api/inspections/${inspection}/${path}`, data)).toMatchObject({ status: 403, code: 'not-a-member' })
  await taken('CIVIL_SOCIETY', `/api/inspections/${inspection}/dissents`, dissent)
  for (const [role, body] of [
    ['MINES_PROV', 'mines-administration'],
    ['SAEMAPE_AGENT', 'saemape'],
    ['CIVIL_SOCIETY', 'civil-society'],
  ] as const)
    await taken(role, `/api/inspections/${inspection}/signatures`, { body })
  await taken('MINES_PROV', `/api/inspections/${inspection}/submission`, {})
  expect((await post('MINES_NAT', `/api/inspections/${inspection}/acceptance`, {})).code).toBe('dissent-needs-an-answer')
  expect((await post('MINISTER', '/api/orders', orderText([{ site, colour: 'yellow' }]))).code).toBe('inspection-missing')
  const waiting = await ask(Attention, '/api/status/attention')
  expect([waiting.inspectionsToReview.count, waiting.missionsInProgress.count]).toEqual([1, 1])
  await taken('MINES_NAT', `/api/inspections/${inspection}/acceptance`, { reason: 'vérifié avec la police des mines' })
  await taken('MINES_NAT', `/api/missions/${mission}/close`, { on: '2026-11-05' })
  expect((await post('MINISTER', '/api/orders', orderText([{ site, colour: 'green' }]))).code).toBe('deviation-needs-a-reason')
  const order = await taken('MINISTER', '/api/orders', orderText([{ site, colour: 'yellow' }]))
  await taken('MINISTER', `/api/orders/${order}/publication`, { on: '2026-11-12', reference: 'JO 22' })
  expect(await standing(site, '')).toMatchObject({
    internal: 'YELLOW',
    validUntil: '2027-05-10',
    allows: { produce: 'yes' },
    rulebook: { id: 'CD_0677_2021' },
  })
  expect((await ask(InspectionPage, `/api/inspections/${inspection}`)).orders).toMatchObject([{ order, colour: 'yellow' }])
  expect((await ask(InspectionList, `/api/inspections?site=${site}`)).inspections).toMatchObject([
    { answered: 12, questions: 12, result: 'yellow', phase: 'accepted', orderNumber: expect.any(String) },
  ])
  const missionPage = await ask(MissionPage, `/api/missions/${mission}`)
  expect(missionPage.inspections).toHaveLength(1)
  expect(missionPage.reference).toMatch(/^[1-9]\d*\/2026$/)
  expect((await ask(MissionList, '/api/missions?phase=closed')).missions).toMatchObject([{ mission, members: 3 }])
  expect((await ask(OrderPage, `/api/orders/${order}`)).annex).toMatchObject([{ site, colour: 'yellow', proposed: 'yellow', inspection }])
  expect((await ask(OrderList, '/api/orders')).orders.some((one) => one.order === order && one.sites === 1)).toBe(true)
  const page = await ask(SitePage, `/api/sites/${site}`)
  expect(page).toMatchObject({ orders: [{ order, publishedOn: '2026-11-12' }], periods: [{ from: '2026-11-10', internal: 'YELLOW' }] })
})

test('a second green needs a second visit, and a second yellow on the same criterion is proposed red', async () => {
  const site = await registerSite()
  await inspect(site, { date: '2026-10-01', violated: ['Y1'] })
  await taken('MINISTER', '/api/orders', orderText([{ site, colour: 'yellow' }], { signedOn: '2026-10-05', effectiveFrom: '2026-10-05' }))
  expect((await post('MINISTER', '/api/orders', orderText([{ site, colour: 'yellow' }]))).code).toBe('inspection-missing')
  const second = await inspect(site, { date: '2026-11-01', violated: ['Y1'] })
  expect((await ask(InspectionPage, `/api/inspections/${second}`)).proposal).toMatchObject({ result: 'red', repeated: ['Y1'] })
})

test('visits and reports are kept, counted, voided with a reason, and never lose what was not asked', async () => {
  const site = await registerSite()
  const armed = [{ actor: 'Maï-Maï Simba', actorClass: 'armed-group-local', interference: { taxation: true, digging: false } }]
  await taken('MINES_NAT', `/api/sites/${site}/reported-qualifications`, {
    date: '2026-01-10',
    source,
    reported: 'green',
    asWritten: 'Vert',
  })
  const visit = await taken('PARTNER_TEAM', `/api/sites/${site}/visits`, { date: '2026-03-01', source, onSite: true, observed: { armed } })
  await taken('MINES_NAT', `/api/sites/${site}/reported-traceability`, { date: '2026-02-01', source, scheme: 'ITSCI' })
  const page = await ask(SitePage, `/api/sites/${site}`)
  expect(page.visits).toMatchObject([{ armedInterference: true, greenThen: true, observed: { armed } }])
  expect(page.visits[0]?.observed).not.toHaveProperty('mercury')
  expect(page).toMatchObject({
    lastVisitOn: '2026-03-01',
    lastTraceability: { scheme: 'ITSCI' },
    standing: { basis: 'reported', colour: 'green', allows: { produce: 'no' } },
  })
  const figure = await ask(FigureList, '/api/reports/validity/interferenceWhileGreen')
  expect(figure.sites).toMatchObject([{ id: site, interferenceOn: ['2026-03-01'] }])
  const before = await ask(ValidityAnswer, '/api/reports/validity')
  setClock('2026-11-22T10:00:00.000Z')
  await taken('MINES_NAT', `/api/sites/${site}/voided-facts`, { fact: visit, reason: 'autre site' })
  expect((await post('MINES_NAT', `/api/sites/${site}/voided-facts`, { fact: visit, reason: 'encore' })).code).toBe('no-such-fact')
  const after = await program.database.read((tx) => validityReport(tx, program.tenant, '2026-11-22', program.clock()))
  expect([before.interferenceWhileGreen, after.interferenceWhileGreen]).toEqual([1, 0])
  expect(await ask(ValidityAnswer, '/api/reports/validity?knownAt=2026-11-22T09:00:00.000Z')).toMatchObject({ interferenceWhileGreen: 1 })
  expect((await ask(SitePage, `/api/sites/${site}`)).visits).toMatchObject([{ voidReason: 'autre site' }])
})

test('lists filter by colour, mineral, place and words without accents; the map leaves out what has no position', async () => {
  const { position: _none, ...unplaced } = { position: null }
  const site = await registerSite({
    name: 'Mushangi-Élevé',
    aliases: ['Ancien camp'],
    minerals: ['Au', 'Ta'],
    position: undefined,
    ...unplaced,
    stated: { province: 'Maniema' },
  })
  const found = await ask(SiteList, '/api/sites?text=eleve+camp&mineral=Au&colour=none')
  expect(found).toMatchObject({ total: 1, byColour: { none: 1 }, sites: [{ id: site, province: { name: 'Maniema' } }] })
  expect((await ask(SiteList, `/api/sites?province=${found.sites[0]?.province?.code}`)).total).toBe(1)
  expect((await ask(SiteList, '/api/sites?pageSize=2&page=2&sort=ending')).sites).toHaveLength(2)
  const map = await ask(SiteMap, '/api/sites/map?basis=order,none')
  expect(map.sites.some((one) => one.id === site)).toBe(false)
  expect(map.withoutPosition).toBe(1)
})

const riskFile = { exporter: newId(), riskAssessment: { reference: 'RA', date: '2026-10-30' } }
test('a territory that does not cover the site refuses every decision and hides it from what waits', async () => {
  const site = await registerSite()
  const write = (path: string, data: object, role = 'MINES_NAT') => post(role, path, data, 'CD74')
  expect((await write(`/api/sites/${site}/corrections`, { reason: 'x', name: 'y' })).code).toBe('outside-your-territory')
  expect((await write(`/api/sites/${site}/holds`, { reason: 'x', from: '2026-11-01' }, 'SCHEME_OPERATOR')).code).toBe(
    'outside-your-territory',
  )
  expect((await write(`/api/sites/${site}/blue-applications`, riskFile, 'EXPORTER')).code).toBe('outside-your-territory')
  expect((await write('/api/inspections', { site, date: '2026-11-01', onSite: true, members })).code).toBe('outside-your-territory')
  expect((await write('/api/orders', orderText([{ site, colour: 'red' }], { orderKind: 'red_listing' }), 'MINISTER')).code).toBe(
    'outside-your-territory',
  )
  expect((await ask(Attention, '/api/status/attention', 'MINES_NAT', 'CD74')).inspectionsToReview.count).toBe(0)
})

test('what somebody saw or read is kept wherever it lies, and says that it lies outside of the author’s territory', async () => {
  const site = await registerSite()
  const told = { date: '2026-11-01', source, outsideTerritory: false }
  const paths = [
    ['MINES_PROV', 'visits', { ...told, onSite: true, observed: {} }],
    ['MINES_PROV', 'reported-qualifications', { ...told, reported: 'yellow' }],
    ['MINES_PROV', 'reported-traceability', { ...told, scheme: 'ITSCI' }],
  ] as const
  for (const [role, path, data] of paths) {
    expect(await post(role, `/api/sites/${site}/${path}`, data, 'CD74'), path).toMatchObject({ status: 200, code: null })
    await taken(role, `/api/sites/${site}/${path}`, { ...data, date: '2026-11-02', outsideTerritory: true })
  }
  const page = await ask(SitePage, `/api/sites/${site}`)
  for (const kept of [page.visits, page.reports, page.traceability])
    expect(kept.map((one) => [one.on, one.outsideTerritory]).toSorted()).toEqual([
      ['2026-11-01', true],
      ['2026-11-02', undefined],
    ])
})

test('holds and blue requests', async () => {
  const site = await registerSite()
  await taken('SCHEME_OPERATOR', `/api/sites/${site}/holds`, { reason: 'présence armée', from: '2026-11-01' })
  const { holds } = await ask(SitePage, `/api/sites/${site}`)
  expect(holds).toMatchObject([{ liftedOn: null }])
  await taken('SCHEME_OPERATOR', `/api/sites/${site}/lifted-holds`, { hold: holds[0]?.hold, on: '2026-11-10', reason: 'départ' })
  expect((await standing(site, '?asOf=2026-11-05')).hold).toMatchObject({ reason: 'présence armée' })
  expect((await standing(site, '')).hold).toBeNull()
  await taken('EXPORTER', `/api/sites/${site}/blue-applications`, {
    exporter: organisations.get('EXPORTER'),
    riskAssessment: { reference: 'RA', date: '2026-10-30' },
  })
  const application = (await ask(SitePage, `/api/sites/${site}`)).blueApplications[0]?.application
  const file = { application, on: '2026-11-05' }
  expect((await post('CIVIL_SOCIETY', `/api/sites/${site}/blue-receipts`, { ...file, level: 'local' })).status).toBe(403)
  for (const level of ['local', 'provincial']) await taken('MINES_PROV', `/api/sites/${site}/blue-receipts`, { ...file, level })
  expect(await standing(site, '')).toMatchObject({ internal: 'BLUE_PENDING', validUntil: null })
  await taken('MINES_NAT', `/api/sites/${site}/blue-receipts`, { application, level: 'national', on: '2026-11-05' })
  expect(await standing(site, '?asOf=2026-12-15')).toMatchObject({ internal: 'BLUE_ACTIVE' })
  await taken('CIVIL_SOCIETY', `/api/sites/${site}/blue-objections`, { application, criterion: 'Y1', by: 'committee', on: '2026-11-12' })
  expect(await standing(site, '?asOf=2026-12-15')).toMatchObject({ internal: 'NONE' })
})

test('a stranger sees the public page by id and national key, not by the identifier that spells the position, and on it no position, no armed actor, no account', async () => {
  const site = await registerSite({ name: 'Kasika <b>' })
  await taken('MINES_NAT', `/api/sites/${site}/icglr-id`, {})
  await taken('PARTNER_TEAM', `/api/sites/${site}/visits`, {
    date: '2026-03-01',
    source,
    onSite: true,
    observed: { workers: 4321, armedInterference: true },
  })
  const { icglrId, nationalId } = await ask(SitePage, `/api/sites/${site}`)
  expect(icglrId).toMatch(/^CD--1\.9641\+28\.1234-\d{5}$/)
  const byPosition = await app.inject({ method: 'GET', url: `/site/${encodeURIComponent(icglrId ?? '')}` })
  expect(byPosition.statusCode).toBe(404)
  for (const key of [site, nationalId]) {
    const page = await app.inject({ method: 'GET', url: `/site/${encodeURIComponent(key)}?language=fr` })
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Kasika &lt;b&gt;')
    expect(page.body).toContain('01/03/2026')
    expect(page.body).toContain('procédures de détermination du statut des sites')
    for (const secret of ['1.9641', '4321', 'MR-1', accounts.get('MINES_NAT') ?? '?', '<script']) expect(page.body).not.toContain(secret)
  }
  expect((await app.inject({ method: 'GET', url: '/site/nothing' })).statusCode).toBe(404)
  const rules = await app.inject({ method: 'GET', url: '/api/status/rulebooks' })
  expect(mustParse(Rulebooks, rules.json()).rulebooks).toHaveLength(5)
})

test('a stranger and a role without the power are turned away', async () => {
  expect((await app.inject({ method: 'GET', url: '/api/sites' })).statusCode).toBe(401)
  expect((await post('EXPORTER', '/api/orders', orderText([]))).status).toBe(403)
})

test('a rebuild gives the same tables', async () => {
  const check = await checkRebuild(
    program.database,
    program.modules.all.flatMap((one) => one.projections),
  )
  expect(check.differing).toEqual([])
})
