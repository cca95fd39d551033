import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import { checkRebuild } from '../../../../platform/log/rebuild.ts'
import { LikelyList, RegisterPage } from '../../domain/register/register-answers.ts'
import { SiteList, SitePage } from '../../domain/register/answers.ts'
import { InspectionPage } from '../../domain/missions/mission-answers.ts'
import { OrderDraftPage } from '../../domain/orders/order-draft.ts'
import {
  app,
  ask,
  inspect,
  newId,
  orderText,
  organisations,
  post,
  program,
  registerSite,
  source,
  standing,
  taken,
} from '../../../../../test/sites-bed.ts'

const registerOf = (site: string, query = '', role = 'MINES_NAT') => ask(RegisterPage, `/api/sites/${site}/register${query}`, role)
const entry = (content: object, more: object = {}) => ({ content, from: '2026-01-10', source, ...more })
const address = { country: 'CD', addressLocalityText: 'Nyabibwe' }
const cooperative = { identifier: 'COOP-1', name: 'Coopérative de Lukanda', tin: 'N/A', entityType: 'cooperative', legalAddress: address }

/** What the refusal says, for a form that must show it. */
async function refusal(path: string, data: object): Promise<{ code: string; facts: { [name: string]: unknown } }> {
  const answer = await app.inject({ method: 'POST', url: path, headers: { 'x-role': 'MINES_PROV' }, payload: { id: newId(), data } })
  const body: { refusal: { code: string; facts: { [name: string]: unknown } } } = answer.json()
  return body.refusal
}

test('titles, parties, people, pits, mercury, access and activity are dated facts that hold, end and are corrected', async () => {
  const site = await registerSite()
  const path = `/api/sites/${site}/entries`
  const licence = await taken(
    'CAMI',
    path,
    entry({
      group: 'licence',
      licence: { licenceType: 'artisanal_permit', subtype: 'ZEA', number: 'ZEA-12', coveredCommodities: ['2609.00.00'] },
    }),
  )
  await taken('MINES_PROV', path, entry({ group: 'party', role: 'cooperative', entity: cooperative }))
  const wrong = await taken('MINES_PROV', path, entry({ group: 'workforce', men: 120, women: 0 }))
  await taken('MINES_PROV', path, entry({ group: 'pits', count: 4, pitType: 'shaft', depthMetres: 18.5 }))
  await taken('MINES_PROV', path, entry({ group: 'mercury', use: 'no_data' }))
  await taken('MINES_PROV', path, entry({ group: 'access', dry: { way: 'motorbike' }, wet: { way: 'foot', hoursOnFoot: 6 } }))
  await taken('MINES_PROV', path, entry({ group: 'activity', activity: 'active' }))
  await taken(
    'MINES_PROV',
    path,
    entry({ group: 'workforce', men: 12, women: 3, under15: 0 }, { replaces: wrong, reason: 'un zéro de trop' }),
  )
  const page = await registerOf(site)
  expect(page.entries.filter((one) => one.content.group === 'workforce')).toMatchObject([
    { holds: true, replaced: false, content: { men: 12, women: 3 } },
    { holds: false, replaced: true, content: { men: 120 } },
  ])
  await taken('CAMI', `/api/sites/${site}/ended-entries`, { entry: licence, on: '2026-06-01', reason: 'retrait de la ZEA' })
  const licenceOn = async (day: string) => (await registerOf(site, `?asOf=${day}`)).entries.find((one) => one.content.group === 'licence')
  expect(await licenceOn('2026-05-31')).toMatchObject({ holds: true, until: '2026-06-01' })
  expect(await licenceOn('2026-06-01')).toMatchObject({ holds: false })
  expect((await post('CAMI', `/api/sites/${site}/ended-entries`, { entry: licence, on: '2026-06-02', reason: 'encore' })).code).toBe(
    'entry-no-longer-stands',
  )
})

test.each([
  [
    'a mining licence without number',
    { group: 'licence', licence: { licenceType: 'mining_license', coveredCommodities: ['2609.00.00'] } },
    'licence-needs-number-and-holder',
  ],
  ['a title of nothing', { group: 'licence', licence: { licenceType: 'other', coveredCommodities: [] } }, 'licence-needs-commodities'],
  [
    'a party without address',
    { group: 'party', role: 'owner', entity: { identifier: 'x', name: 'X', tin: 'N/A' } },
    'entity-needs-an-address',
  ],
  ['an empty count', { group: 'workforce' }, 'nothing-to-correct'],
  [
    'an outline that crosses itself',
    {
      group: 'description',
      polygon: {
        type: 'Polygon',
        coordinates: [
          [
            [28.12, -1.97],
            [28.13, -1.96],
            [28.13, -1.97],
            [28.12, -1.96],
            [28.12, -1.97],
          ],
        ],
      },
    },
    'polygon-crosses-itself',
  ],
])('%s is refused in words and nothing is written', async (_what, content, code) => {
  const site = await registerSite()
  expect(await refusal(`/api/sites/${site}/entries`, entry(content))).toMatchObject({ code })
  expect((await registerOf(site)).entries).toEqual([])
})

test('two officers edit the same site: other fields join, the same field is told with both values and nothing is lost', async () => {
  const site = await registerSite({ name: 'Kalimbi' })
  const { version } = await registerOf(site)
  const path = `/api/sites/${site}/corrections`
  await taken('CAMI', path, { reason: 'orthographe', name: 'Kalimbi I', seen: version })
  await taken('MINES_PROV', path, { reason: 'vu sur place', minerals: ['Sn', 'Ta'], seen: version })
  expect(await refusal(path, { reason: 'orthographe', name: 'Kalimbi Nord', seen: version })).toMatchObject({
    code: 'changed-meanwhile',
    facts: { fields: ['name'], clashes: [{ field: 'name', theirs: 'Kalimbi I', yours: 'Kalimbi Nord' }] },
  })
  expect(await registerOf(site)).toMatchObject({ name: 'Kalimbi I', minerals: ['Sn', 'Ta'] })
  const again = await registerOf(site)
  await taken('MINES_PROV', path, { reason: 'après comparaison', name: 'Kalimbi Nord', seen: again.version })
  expect(await registerOf(site)).toMatchObject({ name: 'Kalimbi Nord' })
  const described = (field: object, seen: number) => ({ ...entry({ group: 'description', ...field }), seen })
  const now = (await registerOf(site)).version
  await taken('MINES_PROV', `/api/sites/${site}/entries`, described({ altitudeMetres: 1510 }, now))
  await taken('CAMI', `/api/sites/${site}/entries`, described({ nationalCadasterLocalization: 'carré 12' }, now))
  expect(await refusal(`/api/sites/${site}/entries`, described({ altitudeMetres: 1640 }, now))).toMatchObject({
    code: 'changed-meanwhile',
    facts: { clashes: [{ field: 'altitudeMetres', theirs: 1510, yours: 1640 }] },
  })
})

test('a likely duplicate is told by name and distance; merged, both keep their history and the survivor answers for both', async () => {
  const at = (latitude: number) => ({ position: { at: { latitude, longitude: 29.1 }, origin: 'gps' } })
  const kept = await registerSite({ name: 'Mukungwe', ...at(-2.61) })
  const twice = await registerSite({ name: 'Site de Mukungué', ...at(-2.6115) })
  const found = await ask(LikelyList, '/api/sites/likely?siteName=mukungwe&latitude=-2.6112&longitude=29.1')
  expect(found.likely.map((one) => one.site)).toEqual(expect.arrayContaining([kept, twice]))
  expect((await registerOf(twice)).likely).toMatchObject([{ site: kept }])
  await inspect(twice, { date: '2026-11-02' })
  const order = await taken('MINISTER', '/api/orders', orderText([{ site: twice, colour: 'green' }]))
  await taken('MINES_PROV', `/api/sites/${twice}/entries`, entry({ group: 'workforce', men: 40 }))
  expect(await standing(kept, '')).toMatchObject({ internal: 'NONE' })
  await taken('MINES_PROV', `/api/sites/${twice}/merge`, { into: kept, reason: 'même puits' })
  for (const asked of [kept, twice]) expect(await standing(asked, '')).toMatchObject({ internal: 'GREEN', allows: { allocateTags: 'yes' } })
  expect((await registerOf(kept)).entries).toMatchObject([{ fromRecord: twice, content: { men: 40 }, holds: true }])
  expect(await registerOf(kept)).toMatchObject({ duplicates: [{ site: twice }], merges: [{ duplicate: twice, survivor: kept }] })
  expect(await registerOf(twice)).toMatchObject({ mergedInto: { site: kept, name: 'Mukungwe' } })
  const page = await ask(SitePage, `/api/sites/${kept}`)
  expect([page.orders[0]?.order, page.inspections.length, page.standing.internal]).toEqual([order, 1, 'GREEN'])
  const list = await ask(SiteList, '/api/sites?text=mukung')
  expect(list.sites.map((one) => one.id)).toEqual([kept])
  const key = (await registerOf(twice)).nationalId
  expect((await ask(SiteList, `/api/sites?text=${key}`)).sites.map((one) => one.id)).toContain(kept)
  expect((await post('MINES_PROV', `/api/sites/${twice}/corrections`, { reason: 'x', name: 'Y' })).code).toBe('site-merged')
  const third = await registerSite({ name: 'Autre' })
  expect((await post('MINES_PROV', `/api/sites/${third}/merge`, { into: twice, reason: 'x' })).code).toBe('survivor-is-merged')
  expect((await post('MINES_PROV', `/api/sites/${kept}/merge`, { into: third, reason: 'x' })).code).toBe('has-merged-records')
  await taken('MINES_PROV', `/api/sites/${twice}/unmerge`, { reason: 'deux puits voisins' })
  expect(await standing(kept, '')).toMatchObject({ internal: 'NONE' })
  expect(await standing(twice, '')).toMatchObject({ internal: 'GREEN' })
  expect((await registerOf(kept)).merges).toMatchObject([{ unmergeReason: 'deux puits voisins' }])
})

test('a site has parts, a part knows its site, and nothing is a part of itself', async () => {
  const [whole, part, deeper] = [await registerSite(), await registerSite(), await registerSite()]
  await taken('MINES_PROV', `/api/sites/${part}/parent`, { parent: whole, reason: 'puits du même chantier' })
  await taken('MINES_PROV', `/api/sites/${deeper}/parent`, { parent: part, reason: 'galerie' })
  expect(await registerOf(whole)).toMatchObject({ parts: [{ site: part }], parent: null })
  expect(await registerOf(part)).toMatchObject({ parts: [{ site: deeper }], parent: { site: whole } })
  expect((await post('MINES_PROV', `/api/sites/${whole}/parent`, { parent: deeper, reason: 'x' })).code).toBe('part-of-itself')
  expect((await post('MINES_PROV', `/api/sites/${whole}/parent`, { parent: whole, reason: 'x' })).code).toBe('part-of-itself')
})

test('golden test 12: an unsigned identifier of a southern site is kept with both signs, and never changes', async () => {
  const site = await registerSite({ position: { at: { latitude: -1.5, longitude: 29 }, origin: 'gps' } })
  const path = `/api/sites/${site}/read-icglr-id`
  expect((await post('MINES_NAT', path, { icglrId: 'RW-1.5000+29.0000-00007' })).code).toBe('icglr-id-of-another-country')
  await taken('MINES_NAT', path, { icglrId: 'CD-1.5000+29.0000-00007', source })
  expect((await registerOf(site)).icglrId).toBe('CD--1.5000+29.0000-00007')
  await taken('MINES_NAT', `/api/sites/${site}/corrections`, {
    reason: 'GPS',
    position: { at: { latitude: 1.5, longitude: 29 }, origin: 'gps' },
  })
  expect((await registerOf(site)).icglrId).toBe('CD--1.5000+29.0000-00007')
  expect((await post('MINES_NAT', path, { icglrId: 'CD-+1.5000+29.0000-00007' })).code).toBe('icglr-id-already-issued')
  expect((await post('MINES_NAT', `/api/sites/${site}/icglr-id`, {})).code).toBe('icglr-id-already-issued')
  const other = await registerSite({ position: { at: { latitude: -1.5, longitude: 29 }, origin: 'gps' } })
  expect((await post('MINES_NAT', `/api/sites/${other}/read-icglr-id`, { icglrId: 'CD-1.5000+29.0000-00007' })).code).toBe('icglr-id-taken')
})

test('whoever may not know exact positions sees no outline', async () => {
  const site = await registerSite()
  const ring = [
    [28.12, -1.97],
    [28.13, -1.97],
    [28.13, -1.96],
    [28.12, -1.96],
    [28.12, -1.97],
  ]
  await taken(
    'CAMI',
    `/api/sites/${site}/entries`,
    entry({ group: 'description', altitudeMetres: 1500, polygon: { type: 'Polygon', coordinates: [ring] } }),
  )
  expect((await registerOf(site)).metresOutsideOutline).toBe(0)
  const seen = await registerOf(site, '', 'NEGOCIANT')
  expect(seen.metresOutsideOutline).toBeNull()
  expect(seen.entries[0]?.content).toEqual({ group: 'description', altitudeMetres: 1500 })
})

test('the whole record of a site carries what the exchange standard wants, by either id', async () => {
  const site = await registerSite({ name: 'Entier' })
  const twice = await registerSite({ name: 'Entier bis' })
  const part = await registerSite({ name: 'Puits 3', parentSite: site })
  await taken('MINES_PROV', `/api/sites/${site}/entries`, entry({ group: 'party', role: 'owner', entity: cooperative }))
  await inspect(twice, { date: '2026-11-02' })
  await taken('MINISTER', '/api/orders', orderText([{ site: twice, colour: 'green' }]))
  await taken('MINES_PROV', `/api/sites/${twice}/merge`, { into: site, reason: 'même puits' })
  const ask = (id: string) =>
    program.database.read((tx) =>
      program.modules.sites.door.records(tx, {
        tenant: program.tenant,
        sites: [asId('site', id)],
        asOf: '2026-11-21',
        knownAt: '2099-01-01T00:00:00.000Z',
      }),
    )
  const [found, ...more] = await ask(twice)
  expect(more).toEqual([])
  expect(found).toMatchObject({
    site,
    merged: [twice],
    subSites: [part],
    owner: { identifier: 'COOP-1' },
    operators: [],
    licences: [{ licenceType: 'unlicensed', coveredCommodities: ['2609.00.00'] }],
    hsCodes: ['2609.00.00'],
    inspections: [{ on: '2026-11-02', result: 1, agency: 'mines-administration' }],
    statusChanges: [{ on: '2026-11-10', code: 1, internal: 'GREEN' }],
    standing: { wireCode: 1 },
  })
  expect(await ask(part)).toMatchObject([{ parentSite: site }])
})

test('the read tables of the register follow from the log', async () => {
  const projections = program.modules.all.flatMap((one) => one.projections)
  expect(await checkRebuild(program.database, projections)).toMatchObject({ differences: 0 })
})

test('merging eases no status that an order gave: the Minister does that first', async () => {
  const [red, green] = [await registerSite(), await registerSite()]
  const closed = { orderKind: 'red_listing', signedOn: '2026-10-10', effectiveFrom: '2026-10-10' }
  await taken('MINISTER', '/api/orders', orderText([{ site: red, colour: 'red' }], closed))
  await inspect(green, { date: '2026-11-01' })
  await taken('MINISTER', '/api/orders', orderText([{ site: green, colour: 'green' }]))
  for (const [one, other] of [
    [red, green],
    [green, red],
  ] as const)
    expect(await refusal(`/api/sites/${one}/merge`, { into: other, reason: 'même lieu' })).toMatchObject({
      code: 'merge-would-ease-a-status',
      facts: { status: 'RED' },
    })
  expect((await standing(red, '')).internal).toBe('RED')
  const unknown = await registerSite()
  await taken('MINES_PROV', `/api/sites/${red}/merge`, { into: unknown, reason: 'même lieu' })
  expect((await standing(unknown, '')).internal).toBe('RED')
  const third = await registerSite()
  await taken('MINES_PROV', `/api/sites/${green}/merge`, { into: third, reason: 'même lieu' })
  const listed = { orderKind: 'red_listing', signedOn: '2026-11-15', effectiveFrom: '2026-11-15' }
  await taken('MINISTER', '/api/orders', orderText([{ site: third, colour: 'red' }], listed))
  expect((await post('MINES_PROV', `/api/sites/${green}/unmerge`, { reason: 'deux lieux' })).code).toBe('unmerge-would-ease-a-status')
  await taken('MINES_PROV', `/api/sites/${red}/unmerge`, { reason: 'deux lieux' })
  expect([(await standing(red, '')).internal, (await standing(unknown, '')).internal]).toEqual(['RED', 'NONE'])
})

test('what was inspected, found as stock or called under a merged record counts for the one that stands for it', async () => {
  const name = `Kalimbi Est ${newId()}`
  const [twice, kept] = [await registerSite({ name }), await registerSite({ name })]
  await inspect(twice, { date: '2026-04-01', violated: ['Y2'] })
  const derogations = [{ site: twice, quantityGrams: 40_000, foundOn: '2026-04-01', reason: 'stock trouvé' }]
  const stock = orderText([{ site: twice, colour: 'yellow' }], { orderKind: 'derogation', derogations })
  await taken('MINISTER', '/api/orders', stock)
  await taken('MINES_PROV', `/api/sites/${twice}/merge`, { into: kept, reason: 'même puits' })
  await taken('MINISTER', '/api/orders', orderText([{ site: kept, colour: 'yellow' }]))
  const question = { site: asId('site', kept), asOf: '2026-11-21', knownAt: '2026-12-01T00:00:00.000Z' }
  const found = await program.database.read((tx) => program.modules.sites.door.derogations(tx, program.tenant, question))
  expect(found.map((one) => one.quantityGrams)).toEqual([40_000])
  const both = [kept, twice].map((site) => ({ site, colour: 'red' }))
  const twin = await post('MINISTER', '/api/orders', orderText(both, { orderKind: 'red_listing' }))
  expect(twin.code).toBe('annex-names-a-site-twice')
  const draft = newId()
  const content = { orderKind: 'red_listing', legalBasis: [], recitals: [], annex: [{ key: name, colour: 'red' }] }
  await app.inject({
    method: 'POST',
    url: '/api/order-drafts',
    headers: { 'x-role': 'MINES_NAT' },
    payload: { draft, version: 0, content },
  })
  expect((await ask(OrderDraftPage, `/api/order-drafts/${draft}`)).lines).toMatchObject([{ site: kept, candidates: [] }])
  const again = await inspect(kept, { date: '2026-11-15', violated: ['Y2'] })
  expect((await ask(InspectionPage, `/api/inspections/${again}`)).proposal).toMatchObject({ result: 'red', repeated: ['Y2'] })
})

test('a hold and a blue request of a merged record are ended on the page of the one that stays', async () => {
  const [twice, kept] = [await registerSite(), await registerSite()]
  await taken('SCHEME_OPERATOR', `/api/sites/${twice}/holds`, { reason: 'accès perdu', from: '2026-11-01' })
  const riskAssessment = { reference: 'EX-1', date: '2026-11-01' }
  await taken('EXPORTER', `/api/sites/${twice}/blue-applications`, { exporter: organisations.get('EXPORTER'), riskAssessment })
  await taken('MINES_PROV', `/api/sites/${twice}/merge`, { into: kept, reason: 'même puits' })
  const { holds, blueApplications } = await ask(SitePage, `/api/sites/${kept}`)
  const [hold, application] = [holds[0]?.hold, blueApplications[0]?.application]
  await taken('SCHEME_OPERATOR', `/api/sites/${kept}/lifted-holds`, { hold, on: '2026-11-20', reason: 'accès rendu' })
  await taken('MINES_NAT', `/api/sites/${kept}/blue-receipts`, { application, level: 'national', on: '2026-11-20' })
  const objection = { application, criterion: 'Y1', by: 'committee', on: '2026-11-21' }
  await taken('MINES_PROV', `/api/sites/${kept}/blue-objections`, objection)
  expect(await ask(SitePage, `/api/sites/${kept}`)).toMatchObject({
    holds: [{ liftedOn: '2026-11-20' }],
    blueApplications: [{ receipts: [{ level: 'national' }], objections: [{ criterion: 'Y1' }] }],
  })
})
