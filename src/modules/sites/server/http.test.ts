import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { refusalStatus } from '../../../bin/refusal-status.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import { type Infer, type Schema, mustParse } from '../../../kernel/schema.ts'
import { createHttpServer } from '../../../platform/http/http-server.ts'
import { checkRebuild } from '../../../platform/log/rebuild.ts'
import { capabilitiesOf } from '../../people/domain/roles.ts'
import { addOrganisation } from '../../people/module.ts'
import { Attention, FigureList, Rulebooks, SiteList, SiteMap, SitePage, StandingAnswer, ValidityAnswer } from '../domain/answers.ts'
import { decidingCriteria } from '../domain/criteria.ts'
import { InspectionList, InspectionPage, MissionList, MissionPage, OrderList, OrderPage } from '../domain/mission-answers.ts'
import { validityReport } from './read-validity.ts'

const world = await freshDatabase()
const { program, setClock } = world
let app: FastifyInstance
const newId = (): string => uuidV7(Date.now(), randomBytes(10))
const accounts = new Map<string, string>()
/** For whom the members of a team act: by the kind of their organisation they speak for a body. */
const organisations = new Map<string, string>()
const employers = [
  ['MINES_PROV', 'provincial-division'],
  ['SAEMAPE_AGENT', 'saemape'],
  ['CIVIL_SOCIETY', 'civil-society'],
] as const

beforeAll(async () => {
  for (const [role, kind] of employers) {
    const founded = await addOrganisation({ ...program, places: program.modules.places.door }, { name: kind, kind, area: null })
    if (founded.ok) organisations.set(role, founded.value.organisation)
  }
  app = await createHttpServer({
    routes: program.routes,
    log: program.log,
    tenant: program.tenant,
    clock: program.clock,
    refusalStatus,
    reportFault: ({ error }) => {
      throw error
    },
    authenticate: (headers) => {
      const role = headers['x-role']
      if (role === undefined) return Promise.resolve(null)
      const account = accounts.get(role) ?? newId()
      accounts.set(role, account)
      const territory = headers['x-territory']?.split(',') ?? 'everywhere'
      return Promise.resolve({
        tenant: program.tenant,
        account,
        organisation: organisations.get(role) ?? null,
        roles: [role],
        capabilities: capabilitiesOf([role]),
        territory,
        language: 'fr',
      })
    },
  })
})

interface Sent {
  readonly status: number
  readonly id: string
  readonly code: string | null
}
async function post(role: string, path: string, data: object, territory?: string): Promise<Sent> {
  const id = newId()
  const headers = { 'x-role': role, ...(territory ? { 'x-territory': territory } : {}) }
  const answer = await app.inject({ method: 'POST', url: path, headers, payload: { id, data } })
  const body: { refusal?: { code: string } } = answer.json()
  return { status: answer.statusCode, id, code: body.refusal?.code ?? null }
}
async function taken(role: string, path: string, data: object): Promise<string> {
  const sent = await post(role, path, data)
  expect({ path, ...sent }).toMatchObject({ path, status: 200, code: null })
  return sent.id
}
async function ask<S extends Schema<unknown>>(schema: S, path: string, role = 'MINES_NAT', territory?: string): Promise<Infer<S>> {
  const answer = await app.inject({
    method: 'GET',
    url: path,
    headers: { 'x-role': role, ...(territory ? { 'x-territory': territory } : {}) },
  })
  expect({ path, status: answer.statusCode }).toEqual({ path, status: 200 })
  return mustParse(schema, answer.json())
}

let number = 0
const source = { name: 'Équipe mixte', reference: 'MR-1' }
const registerSite = (more: object = {}): Promise<string> =>
  taken('MINES_NAT', '/api/sites', {
    nationalId: `cd-${++number}`,
    name: `Site ${number}`,
    country: 'CD',
    minerals: ['Sn'],
    position: { at: { latitude: -1.9641, longitude: 28.1234 }, origin: 'gps' },
    stated: { province: 'Sud-Kivu' },
    source,
    ...more,
  })
const members = [
  { body: 'mines-administration', attendance: 'required', head: true },
  { body: 'saemape', attendance: 'required', head: false },
  { body: 'civil-society', attendance: 'required', head: false },
]
async function inspect(site: string, { date, violated = [] }: { date: string; violated?: readonly string[] }): Promise<string> {
  const inspection = await taken('MINES_PROV', '/api/inspections', { site, date, onSite: true, members })
  const findings = decidingCriteria.map((one) => ({ criterion: one.id, answer: violated.includes(one.id) ? 'violated' : 'met' }))
  await taken('MINES_PROV', `/api/inspections/${inspection}/findings`, { by: 'mines-administration', findings })
  await taken('MINES_PROV', `/api/inspections/${inspection}/signatures`, { body: 'mines-administration' })
  await taken('SAEMAPE_AGENT', `/api/inspections/${inspection}/signatures`, { body: 'saemape' })
  await taken('CIVIL_SOCIETY', `/api/inspections/${inspection}/signatures`, { body: 'civil-society' })
  await taken('MINES_PROV', `/api/inspections/${inspection}/submission`, {})
  await taken('MINES_NAT', `/api/inspections/${inspection}/acceptance`, {})
  return inspection
}
const orderText = (annex: readonly object[], more: object = {}) => ({
  orderKind: 'validation',
  number: `${++number}/CAB.MIN/MINES/01/2026`,
  signatoryRole: 'MINISTER',
  signedOn: '2026-11-10',
  effectiveFrom: '2026-11-10',
  legalBasis: ['Arrêté 0677/2021'],
  annex,
  ...more,
})
const standing = (site: string, query: string) => ask(StandingAnswer, `/api/sites/${site}/standing${query}`)

test('a site goes from the register over a mission and an inspection to its colour by an order', async () => {
  const site = await registerSite()
  const mission = await taken('MINES_NAT', '/api/missions', {
    missionKind: 'joint_validation',
    plannedFrom: '2026-11-01',
    plannedTo: '2026-11-05',
    sites: [site],
    members,
    legalBasis: ['OM 12/2026'],
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
    { answered: 12, questions: 12, result: 'yellow', phase: 'accepted' },
  ])
  expect((await ask(MissionPage, `/api/missions/${mission}`)).inspections).toHaveLength(1)
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

test('an order that acts backwards changes the past only for those who know of it', async () => {
  const site = await registerSite()
  setClock('2026-11-22T08:00:00.000Z')
  await taken(
    'MINISTER',
    '/api/orders',
    orderText([{ site, colour: 'red' }], {
      orderKind: 'red_listing',
      signedOn: '2026-11-22',
      effectiveFrom: '2026-06-01',
      durationMonths: 6,
    }),
  )
  expect(await standing(site, '?asOf=2026-07-01&knownAt=2026-11-21')).toMatchObject({ internal: 'NONE', basis: 'none' })
  expect(await standing(site, '?asOf=2026-07-01&knownAt=2026-11-22')).toMatchObject({ internal: 'RED', validUntil: '2026-12-01' })
  const early = await post(
    'MINISTER',
    '/api/orders',
    orderText([{ site, colour: 'yellow' }], { orderKind: 'extension', signedOn: '2026-11-22' }),
  )
  expect(early.code).toBe('nothing-to-extend')
  const order = await taken(
    'MINISTER',
    '/api/orders',
    orderText([{ site, colour: 'red' }], {
      orderKind: 'extension',
      signedOn: '2026-11-22',
      effectiveFrom: '2026-12-01',
      durationMonths: 6,
    }),
  )
  expect(await standing(site, '?asOf=2026-12-02')).toMatchObject({ since: '2026-06-01', validUntil: '2027-06-01' })
  await taken('MINISTER', `/api/orders/${order}/annulment`, { on: '2026-11-22', reason: 'erreur de site' })
  expect(await standing(site, '?asOf=2026-12-02')).toMatchObject({ lapsed: true, validUntil: '2026-12-01' })
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

test('a green that ran out is read as a lapsed green, in lists, on the map, on the page and by a stranger, though the rule calls it blue', async () => {
  const site = await registerSite({ name: 'Mlima Saba' })
  await inspect(site, { date: '2025-10-01' })
  await taken('MINISTER', '/api/orders', orderText([{ site, colour: 'green' }], { signedOn: '2025-10-11', effectiveFrom: '2025-10-11' }))
  const lapsed = { shown: 'green', lapse: { colour: 'green', on: '2026-10-11', days: 41 }, lapsed: true }
  const rule = { colour: 'blue', internal: 'BLUE_LAPSED_GREEN', validUntil: '2029-10-11' }
  const day = 'asOf=2026-11-21&text=mlima'
  expect(await standing(site, '?asOf=2026-11-21')).toMatchObject({ ...lapsed, ...rule, wireCode: 0, allows: { produce: 'no' } })
  const list = await ask(SiteList, `/api/sites?${day}&colour=green&lapsed=true`)
  expect(list).toMatchObject({ total: 1, byColour: { green: 1, blue: 0 }, sites: [{ id: site, standing: { ...lapsed, ...rule } }] })
  expect((await ask(SiteList, `/api/sites?${day}&colour=blue`)).total).toBe(0)
  const map = await ask(SiteMap, `/api/sites/map?${day}`)
  expect(map.sites).toMatchObject([{ id: site, shown: 'green', lapsedOn: '2026-10-11' }])
  const page = await ask(SitePage, `/api/sites/${site}?asOf=2026-11-21`)
  expect(page.standing).toMatchObject(lapsed)
  expect(page.periods).toMatchObject([
    { from: '2025-10-11', to: '2026-10-11', shown: 'green', lapse: null },
    { from: '2026-10-11', to: null, shown: 'green', lapse: { colour: 'green', on: '2026-10-11' }, internal: 'BLUE_LAPSED_GREEN' },
  ])
  const waits = (await ask(Attention, '/api/status/attention?asOf=2026-11-21')).lapsedGreens.first.find((one) => one.site === site)
  expect(waits).toMatchObject({ day: '2026-10-11', standing: lapsed })
  const paper = (await app.inject({ method: 'GET', url: `/site/${site}` })).payload
  expect(paper).toMatch(/status green lapsed">● Vert \| échu 4\d j/)
  expect(paper).toContain('échu depuis le 11/10/2026 ; la règle le traite comme bleu jusqu’au 11/10/2029')
})

test('a joint team on the site is a visit for every list and figure, from its day on; one that did not get there is not', async () => {
  const [seen, missed] = [await registerSite({ name: 'Kiwanja B' }), await registerSite({ name: 'Pango 3' })]
  const open = (site: string, more: object) => taken('MINES_PROV', '/api/inspections', { site, date: '2026-11-03', members, ...more })
  await open(seen, { onSite: true })
  await open(missed, { onSite: false, notVisitedReason: 'Pont coupé' })
  const lastIn = async (name: string, asOf: string) => {
    const [row] = (await ask(SiteList, `/api/sites?text=${name}&asOf=${asOf}`)).sites
    const [dot] = (await ask(SiteMap, `/api/sites/map?text=${name}&asOf=${asOf}`)).sites
    return [row?.lastVisitOn, dot?.lastVisitOn]
  }
  expect(await lastIn('kiwanja', '2026-11-03')).toEqual(['2026-11-03', '2026-11-03'])
  expect(await lastIn('kiwanja', '2026-11-02')).toEqual([null, null])
  expect(await lastIn('pango', '2026-11-03')).toEqual([null, null])
  expect(await ask(SitePage, `/api/sites/${seen}`)).toMatchObject({ lastVisitOn: '2026-11-03', inspections: [{ onSite: true }] })
  expect(await ask(SitePage, `/api/sites/${missed}`)).toMatchObject({ lastVisitOn: null, inspections: [{ onSite: false }] })
  expect((await ask(SitePage, `/api/sites/${seen}?asOf=2026-11-02`)).inspections).toEqual([])
  const behind = async (figure: string) =>
    (await ask(FigureList, `/api/reports/validity/${figure}?pageSize=500`)).sites.map((site) => site.id)
  for (const figure of ['neverVisited', 'neverVisitedSince']) {
    expect(await behind(figure)).not.toContain(seen)
    expect(await behind(figure)).toContain(missed)
  }
  expect((await app.inject({ method: 'GET', url: `/site/${seen}` })).payload).toContain('03/11/2026')
})

test('a territory that does not cover the site refuses every write and hides it from what waits', async () => {
  const site = await registerSite()
  const write = (path: string, data: object, role = 'MINES_NAT') => post(role, path, data, 'CD74')
  expect((await write(`/api/sites/${site}/corrections`, { reason: 'x', name: 'y' })).code).toBe('outside-your-territory')
  expect(await write(`/api/sites/${site}/visits`, { date: '2026-11-01', source, onSite: true, observed: {} })).toMatchObject({
    status: 403,
  })
  expect((await write('/api/inspections', { site, date: '2026-11-01', onSite: true, members })).code).toBe('outside-your-territory')
  expect((await write('/api/orders', orderText([{ site, colour: 'red' }], { orderKind: 'red_listing' }), 'MINISTER')).code).toBe(
    'outside-your-territory',
  )
  expect((await ask(Attention, '/api/status/attention', 'MINES_NAT', 'CD74')).inspectionsToReview.count).toBe(0)
})

test('holds and blue requests', async () => {
  const site = await registerSite()
  await taken('SCHEME_OPERATOR', `/api/sites/${site}/holds`, { by: 'scheme', reason: 'présence armée', from: '2026-11-01' })
  const { holds } = await ask(SitePage, `/api/sites/${site}`)
  expect(holds).toMatchObject([{ liftedOn: null }])
  await taken('SCHEME_OPERATOR', `/api/sites/${site}/lifted-holds`, { hold: holds[0]?.hold, on: '2026-11-10', reason: 'départ' })
  expect((await standing(site, '?asOf=2026-11-05')).hold).toMatchObject({ reason: 'présence armée' })
  expect((await standing(site, '')).hold).toBeNull()
  const receipts = [
    { level: 'local', on: '2026-11-01' },
    { level: 'provincial', on: '2026-11-02' },
  ]
  await taken('EXPORTER', `/api/sites/${site}/blue-applications`, {
    exporter: newId(),
    riskAssessment: { reference: 'RA', date: '2026-10-30' },
    receipts,
  })
  const application = (await ask(SitePage, `/api/sites/${site}`)).blueApplications[0]?.application
  expect(await standing(site, '')).toMatchObject({ internal: 'BLUE_PENDING', validUntil: null })
  await taken('MINES_NAT', `/api/sites/${site}/blue-receipts`, { application, level: 'national', on: '2026-11-05' })
  expect(await standing(site, '?asOf=2026-11-15')).toMatchObject({ internal: 'BLUE_ACTIVE' })
  await taken('CIVIL_SOCIETY', `/api/sites/${site}/blue-objections`, { application, criterion: 'Y1', by: 'committee', on: '2026-11-12' })
  expect(await standing(site, '?asOf=2026-11-15')).toMatchObject({ internal: 'NONE' })
})

test('who is not cleared sees positions rounded, identifiers shortened, and cannot search for what is hidden', async () => {
  const site = await registerSite({ name: 'Kalimbi', position: { at: { latitude: -2.0172, longitude: 28.9033 }, origin: 'gps' } })
  await taken('MINES_NAT', `/api/sites/${site}/icglr-id`, {})
  const at = { latitude: -2.0181, longitude: 28.9029 }
  await taken('PARTNER_TEAM', `/api/sites/${site}/visits`, {
    ...{ date: '2026-03-01', source, onSite: true, observed: {} },
    position: { at, origin: 'gps' },
  })
  const seen = async (role: string) => {
    const page = await ask(SitePage, `/api/sites/${site}`, role)
    const map = await ask(SiteMap, '/api/sites/map?text=kalimbi', role)
    const list = await ask(SiteList, '/api/sites?text=kalimbi', role)
    const { icglrId } = page
    expect([map.positionPrecision, list.positionPrecision, list.sites[0]?.icglrId]).toEqual([
      page.positionPrecision,
      page.positionPrecision,
      icglrId,
    ])
    const positions = [page.position?.at, page.visits[0]?.position?.at, { latitude: map.sites[0]?.lat, longitude: map.sites[0]?.lon }]
    return { precision: page.positionPrecision, icglrId: icglrId?.replace(/\d+$/, ''), positions, whole: JSON.stringify([page, map, list]) }
  }
  const exact = { latitude: -2.0172, longitude: 28.9033 }
  expect(await seen('MINES_NAT')).toMatchObject({ precision: 'exact', icglrId: 'CD--2.0172+28.9033-', positions: [exact, at, exact] })
  const coarse = { latitude: -2, longitude: 28.9 }
  for (const role of ['EXPORTER', 'CIVIL_SOCIETY', 'ADMINISTRATOR', 'OBSERVER']) {
    const answer = await seen(role)
    expect(answer).toMatchObject({ precision: 'coarse', icglrId: 'CD-…-', positions: [coarse, coarse, coarse] })
    expect(answer.whole).not.toMatch(/2\.01|28\.903/)
    expect((await ask(SiteList, '/api/sites?text=28.90', role)).total).toBe(0)
  }
})

test('a stranger sees the public page by any key, and on it no position, no armed actor, no account', async () => {
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
  for (const key of [site, icglrId, nationalId]) {
    const page = await app.inject({ method: 'GET', url: `/site/${encodeURIComponent(key ?? '')}?language=fr` })
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Kasika &lt;b&gt;')
    expect(page.body).toContain('01/03/2026')
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
