/*
The way of a lot over a road with a named roadblock, by tier, on the server's own JSON: the cleared read name, operator and place; a committee classes by
territoire; who trades that it is not told, the same whether or not there is something; strangers nothing anywhere.
*/
import { expect, test } from 'vitest'
import { listOf, looseRecord, mustParse, text } from '../../../../kernel/schema.ts'
import { freshProvince } from '../../../../../test/played-province.ts'
import { DEMO_PASSWORD, demoAccounts } from '../../../../../test/world/accounts.ts'
import { signIn, stranger, subjectOf } from '../../../../../test/world/client.ts'
import { ROADBLOCK_NAME, ROADBLOCK_OPERATOR, ROAD_NAME } from '../../../../../test/world/road-scenes.ts'
import { LotRoute } from '../../contract-route.ts'
import { RoadsAnswer } from '../../contract-roads.ts'

const { program, province, setClock } = await freshProvince()
const app = await program.createHttp(({ error }) => {
  throw error
})
const clients = new Map<string, ReturnType<typeof signIn>>()
/** Once each: a door that is tried too often shuts. */
const as = (key: string) => {
  const client = clients.get(key) ?? signIn(app, demoAccounts.find((one) => one.key === key)?.email ?? '', DEMO_PASSWORD)
  clients.set(key, client)
  return client
}
const Lots = looseRecord({ lots: listOf(looseRecord({ id: text(), number: text(), tag: text().nullable() })) })

const planner = await as('planner')
const lots = mustParse(Lots, (await planner.get('/api/lots')).body).lots
const lot = lots.find((one) => one.tag === 'LK-000304')?.id ?? ''
const routeOf = async (key: string, of = lot) => (await as(key)).get(`/api/conflict/lots/${of}/route`)
/** Anything of the roadblock that must not be in an answer: name, operator, place on the ground. */
const traces = (body: unknown): readonly string[] => {
  const all = typeof body === 'string' ? body : JSON.stringify(body)
  return [
    ROADBLOCK_NAME,
    ROADBLOCK_OPERATOR,
    ROAD_NAME,
    'Pont de la Luka, rive droite',
    '-2.57',
    '21.45',
    'armed-group',
    'roadblock":"',
  ].filter((one) => all.includes(one))
}
const cleared = mustParse(LotRoute, (await routeOf('planner')).body)

test('the cleared read the roadblock on the leg that passed it: name, who holds it, where, since when, by which source', () => {
  expect(cleared.withheld).toEqual([])
  const origin = cleared.legs.find((leg) => leg.basis === 'origin')
  expect(origin).toMatchObject({ from: 'Mto Mweupe 2', to: 'Dépôt de Bahati', match: 'road', roads: [ROAD_NAME] })
  const found = origin?.findings?.find((one) => one.kind === 'roadblock')
  expect(found).toMatchObject({
    ...{ name: ROADBLOCK_NAME, state: 'confirmed', freshness: 'seen', barrier: 'rope', kilometres: null },
    operators: [{ name: ROADBLOCK_OPERATOR, class: 'armed-group' }],
    source: { reliability: 'B', credibility: '2' },
  })
  expect(traces(origin)).toEqual(expect.arrayContaining([ROADBLOCK_NAME, ROADBLOCK_OPERATOR, '-2.57', '21.45']))
  // Looked at: the territoire of the survey. The leg that goes on into others was not.
  expect(origin?.looked).toMatchObject({ roadblocks: 'yes', areas: [{ area: 'XL101', roadblocks: 'yes' }] })
})

test('a roadblock that nobody saw for long is told as stale, one that was lifted before the leg not at all, and an unlooked territoire is said', () => {
  const names = (leg: LotRoute['legs'][number] | undefined) =>
    (leg?.findings ?? []).flatMap((one) => (one.kind === 'roadblock' ? [[one.name, one.freshness]] : []))
  const second = cleared.legs.find((leg) => leg.from === 'Pont de la Luka')
  expect(second).toMatchObject({ to: 'Usine de Nyota', basis: 'written', match: 'road' })
  expect(names(second)).toEqual([['Pont de la Luka, rive droite', 'stale']])
  expect(second?.looked?.areas.map((one) => [one.area, one.roadblocks])).toEqual([
    ['XL102', 'no'],
    ['XL103', 'no'],
  ])
})

test('a committee reads territoires, kinds and classes of operator; no name, no place, no number of them', async () => {
  const { status, body } = await routeOf('minister')
  expect(status).toBe(200)
  const told = mustParse(LotRoute, body)
  expect(told.withheld).toEqual(['restricted'])
  expect(
    told.legs.every((leg) => leg.findings === null && leg.looked === null && leg.match === 'restricted' && leg.roads.length === 0),
  ).toBe(true)
  expect(told.territoires?.find((one) => one.area === 'XL101')).toMatchObject({
    ...{ operators: ['armed-group'], roadblocks: 'yes' },
    kinds: expect.arrayContaining(['roadblock']),
  })
  expect(told.territoires?.find((one) => one.area === 'XL102')?.roadblocks).toBe('no')
  expect(traces(body)).toEqual(['armed-group'])
})

test('a committee reads the same of a territoire whichever site a lot comes from and whichever way it took', async () => {
  const territoireOf = async (tag: string, area: string) => {
    const { body } = await routeOf('minister', lots.find((one) => one.tag === tag)?.id)
    return mustParse(LotRoute, body).territoires?.find((one) => one.area === area)
  }
  // One site has a sheet and lies off the road; the lot of the other only passes, over an armed road with a roadblock.
  const sheets = mustParse(LotRoute, (await routeOf('planner', lots.find((one) => one.tag === 'LE-000004')?.id)).body)
  expect(sheets.legs[0]?.findings?.map((one) => one.kind)).toContain('sheet')
  for (const [tag, area] of [
    ['LE-000004', 'XL102'],
    ['OR-00003', 'XL103'],
  ] as const) {
    const own = JSON.stringify(await territoireOf(tag, area))
    expect([tag, own]).toEqual([tag, JSON.stringify(await territoireOf('LK-000304', area))])
    expect(own).toContain(area)
    expect(own).not.toContain('sheet')
  }
})

test('who trades is told that this is restricted, the same before a roadblock was known and after', async () => {
  const before = await routeOf('trader')
  expect(before.status).toBe(200)
  expect(before.body).toMatchObject({
    territoires: null,
    withheld: ['restricted'],
    legs: [{ match: 'restricted', findings: null }, {}, {}],
  })
  expect(traces(before.body)).toEqual([])
  setClock(`${province.stage.today}T09:00:00.000Z`)
  const facts = {
    ...{
      name: 'Canari du bac',
      at: { latitude: -2.6543, longitude: 21.4601 },
      road: null,
      km: null,
      barrier: 'mobile',
      taxed: ['minerals'],
    },
    ...{ operators: [{ actor: null, written: 'Opérateur canari', class: 'police' }], amount: null, resources: ['Sn'] },
    ...{ firstSeen: '2026-01-01', lastSeen: province.stage.today, source: { name: 'x', reliability: 'A', credibility: '1' } },
  }
  const roadblock = subjectOf(await (await as('partner')).post('/api/conflict/roadblocks', facts))
  subjectOf(await (await as('analyst')).post(`/api/conflict/roadblocks/${roadblock}/confirmations`, {}))
  expect(JSON.stringify((await routeOf('planner')).body)).toContain('Opérateur canari')
  expect((await routeOf('trader')).body).toEqual(before.body)
})

test('a lot that is not the trader’s does not exist for it', async () => {
  const other = await as('exporter2').catch(() => null)
  const foreign = other ?? (await as('cooperative'))
  expect(await foreign.get(`/api/conflict/lots/${lot}/route`)).toMatchObject({ status: 404, body: { refusal: { code: 'unknown-lot' } } })
  expect((await routeOf('planner', '019aa5db-c580-7fff-bfff-ffffffffffff')).status).toBe(404)
})

test('a team of a partner opens no lot; the analyst of the same body reads the roadblock by name, and no role was widened for it', async () => {
  expect((await routeOf('partner')).status).toBe(403)
  const { status, body } = await routeOf('analyst')
  expect(status).toBe(200)
  expect(traces(body)).toEqual(expect.arrayContaining([ROADBLOCK_NAME, ROADBLOCK_OPERATOR]))
  const roles = demoAccounts.filter((one) => ['partner', 'analyst'].includes(one.key)).map(({ role, organisation }) => [role, organisation])
  expect(roles).toEqual([
    ['PARTNER_TEAM', 'partner'],
    ['CONFLICT_ANALYST', 'partner'],
  ])
})

test('nothing of it stands in the lot’s own answers, in public pages, or for a stranger', async () => {
  const nobody = stranger(app)
  expect((await nobody.get(`/api/conflict/lots/${lot}/route`)).status).toBe(401)
  expect((await nobody.get('/api/conflict/roads')).status).toBe(401)
  const trader = await as('trader')
  // `armed-group` and rounded positions may stand for other things; the roadblock's own words may not.
  const own = (body: unknown) =>
    traces(body).filter((one) => [ROADBLOCK_NAME, ROADBLOCK_OPERATOR, ROAD_NAME, '-2.57', 'roadblock":"'].includes(one))
  for (const path of [`/api/lots/${lot}`, `/api/lots/${lot}/trace`, `/api/lots/${lot}/dealings`, `/api/traces/lots/${lot}`])
    expect([path, own((await trader.get(path)).body)]).toEqual([path, []])
  const pages = ['/trace', `/t/LK-000304`, '/verify', `/verify/${encodeURIComponent(province.certificateNumber)}`, '/sites.csv']
  const publicRoutes = program.routes.filter(
    (route) => route.method === 'GET' && route.allow.kind === 'anyone' && !route.path.includes(':'),
  )
  for (const path of [...pages, ...publicRoutes.map((route) => route.path), `/untp/0.6.0/lots/${lot}`])
    expect([path, own((await nobody.get(path)).body)]).toEqual([path, []])
})

test('the list of roads: places for the cleared, classes by territoire for a committee with what it proposed itself, and who looked where', async () => {
  const roads = async (key: string) => mustParse(RoadsAnswer, (await (await as(key)).get('/api/conflict/roads')).body)
  const all = await roads('partner')
  expect(all.roadblocks.map(({ name, state, freshness }) => [name, state, freshness]).slice(0, 3)).toEqual([
    [ROADBLOCK_NAME, 'confirmed', 'seen'],
    ['Pont de la Luka, rive droite', 'confirmed', 'stale'],
    ['Bac de la Luka', 'lifted', 'seen'],
  ])
  const minister = await (await as('minister')).get('/api/conflict/roads')
  expect(mustParse(RoadsAnswer, minister.body)).toMatchObject({ roads: [], roadblocks: [], surveys: [], withheld: ['restricted'] })
  expect(traces(minister.body)).toEqual(['armed-group'])
  const own = await roads('witness')
  expect(own.roadblocks.map((one) => one.name)).toEqual([ROADBLOCK_NAME])
  const area = (code: string) => all.territoires.find((one) => one.area === code)
  expect([area('XL101')?.looked, area('XL102')?.looked]).toEqual(['partly', 'no'])
})

test('who proposed a roadblock does not confirm it, and who can not see one says nothing of it', async () => {
  const facts = {
    ...{ name: 'Barrière d’essai', at: { latitude: -2.5, longitude: 21.5 }, road: null, km: null, barrier: 'rope', taxed: [] },
    ...{ operators: [{ actor: null, written: null, class: 'unknown' }], amount: null, resources: [] },
    ...{ firstSeen: '2026-01-01', lastSeen: '2026-01-02', source: { name: 'x', reliability: 'F', credibility: '6' } },
  }
  const analyst = await as('analyst')
  const roadblock = subjectOf(await analyst.post('/api/conflict/roadblocks', facts))
  expect(await analyst.post(`/api/conflict/roadblocks/${roadblock}/confirmations`, {})).toMatchObject({
    ...{ status: 403, body: { refusal: { code: 'roadblock-second-person' } } },
  })
  const seen = { seenOn: '2026-02-01', source: { name: 'x', reliability: 'F', credibility: '6' } }
  expect((await (await as('witness')).post(`/api/conflict/roadblocks/${roadblock}/sightings`, seen)).status).toBe(404)
})
