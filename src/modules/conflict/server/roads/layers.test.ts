/* Layers and contradictions by tier, on the server's own JSON. */
import { expect, test } from 'vitest'
import { importEventsFile } from '../../../../exchange/ucdp/server/import-into-log.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { looseRecord, mustParse, text } from '../../../../kernel/schema.ts'
import { freshProvince } from '../../../../../test/played-province.ts'
import { DEMO_PASSWORD, demoAccounts } from '../../../../../test/world/accounts.ts'
import { signIn, subjectOf } from '../../../../../test/world/client.ts'
import { ROADBLOCK_NAME, ROADBLOCK_OPERATOR, ROAD_NAME } from '../../../../../test/world/road-scenes.ts'
import { ChecksAnswer, LayersAnswer } from '../../contract-layers.ts'
import { SiteConflict } from '../../contract-site.ts'
import { type ToldReader, toldFeatures } from './told-features.ts'

const { program, province } = await freshProvince()
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
const ask = async (key: string, path: string) => (await (await as(key)).get(path)).body
const featuresOf = (answer: LayersAnswer, layer: string) => answer.layers.find((one) => one.layer === layer)?.collection.features ?? []

test('the cleared get roadblocks and roads as places, with age and source; lifted ones are gone and stale ones are marked', async () => {
  const answer = mustParse(LayersAnswer, await ask('partner', '/api/conflict/layers'))
  expect(answer.layers.flatMap((one) => one.withheld)).toEqual([])
  const points = featuresOf(answer, 'roadblocks').filter((one) => one.geometry !== null)
  expect(points.map(({ properties }) => [properties.title, properties.freshness, properties.confidence])).toEqual([
    [`${ROADBLOCK_NAME} · ${ROADBLOCK_OPERATOR}`, 'seen', 'B2'],
    ['Pont de la Luka, rive droite', 'stale', 'D4'],
  ])
  expect(featuresOf(answer, 'roads').map(({ properties, geometry }) => [properties.title, geometry?.type])).toEqual([
    [ROAD_NAME, 'LineString'],
  ])
})

test('source and grade are those of the newest day, though an older one was entered later', async () => {
  const roadblocks = async () => featuresOf(mustParse(LayersAnswer, await ask('partner', '/api/conflict/layers')), 'roadblocks')
  const before = (await roadblocks()).find((one) => one.properties.title.startsWith(ROADBLOCK_NAME))
  const older = {
    seenOn: addDays(province.stage.today, -60),
    source: { name: 'Note tardive (fictive)', reliability: 'E', credibility: '5' },
  }
  subjectOf(await (await as('partner')).post(`/api/conflict/roadblocks/${before?.properties.key}/sightings`, older))
  expect((await roadblocks()).find((one) => one.properties.key === before?.properties.key)).toEqual(before)
})

test('a committee gets classes by territoire and whether somebody looked, and no place of a roadblock', async () => {
  const body = await ask('minister', '/api/conflict/layers')
  const answer = mustParse(LayersAnswer, body)
  expect(featuresOf(answer, 'roadblocks').every((one) => one.geometry === null)).toBe(true)
  expect(featuresOf(answer, 'roads')).toEqual([])
  expect(answer.layers.find((one) => one.layer === 'roadblocks')?.withheld).toEqual(['restricted'])
  const looked = featuresOf(answer, 'roadblocks').map(({ properties }) => [properties.area, properties.looked, properties.kinds])
  expect(looked).toContainEqual(['XL101', 'partly', ['armed-group']])
  expect(looked).toContainEqual(['XL103', 'no', []])
  // One that nobody saw for long is not told as standing.
  expect(looked).toContainEqual(['XL102', 'no', []])
  // The name of a group may stand in an event of an outside source; of a roadblock nothing is told but classes.
  const ofRoads = answer.layers.filter((one) => one.layer !== 'events')
  expect(JSON.stringify(ofRoads)).not.toContain(ROADBLOCK_OPERATOR)
  for (const word of [ROADBLOCK_NAME, ROAD_NAME]) expect(JSON.stringify(body)).not.toContain(word)
})

test('an area without an event is quiet where a source covers all days, and unlooked where none does', async () => {
  const of = async (days: string) =>
    featuresOf(mustParse(LayersAnswer, await ask('planner', `/api/conflict/layers${days}`)), 'events').find(
      (one) => one.properties.area === 'XL103',
    )?.properties
  const answer = mustParse(LayersAnswer, await ask('planner', '/api/conflict/layers'))
  expect(answer.until > answer.from).toBe(true)
  expect(await of('?from=2001-01-01&until=2001-12-31')).toMatchObject({ events: null, looked: 'no' })
  const covered = await ask('planner', '/api/conflict/events')
  const { from, until } = mustParse(looseRecord({ from: text(), until: text() }), covered)
  expect(await of(`?from=${from}&until=${until}`)).toMatchObject({ events: 0, looked: 'yes' })
  expect(await (await as('planner')).get('/api/conflict/layers?from=2026-02-01&until=2026-01-01')).toMatchObject({ status: 400 })
})

test('a green site with a roadblock near it, both facts side by side; neighbours of a red site with what was weighed', async () => {
  const answer = mustParse(ChecksAnswer, await ask('planner', '/api/conflict/checks?km=30'))
  const mweupe = answer.contradictions?.find((one) => one.siteName === 'Mto Mweupe 2')
  expect(mweupe).toMatchObject({ kind: 'armed-beside-status', status: 'green', fact: { what: 'roadblock', title: ROADBLOCK_NAME } })
  expect(mweupe?.fact && mweupe.since !== null && mweupe.fact.on > mweupe.since).toBe(true)
  const red = answer.neighbours?.find((one) => one.redName === 'Kiwanja B' && one.siteName === 'Colline 12')
  expect(red).toMatchObject({ mineral: 'Au', road: null, before: { grams: 0 }, after: { grams: 0 } })
  const near = mustParse(ChecksAnswer, await ask('planner', '/api/conflict/checks'))
  expect([near.km, near.neighbours?.some((one) => one.siteName === 'Colline 12')]).toEqual([15, false])
})

const siteOf = async (key: string, of: string) => mustParse(SiteConflict, await ask(key, `/api/conflict/sites/${province.sites[of]}`))

test('the page of a site, for the cleared: its contradictions, the nearest roadblock with its source, and what nobody looked at', async () => {
  const { here, around, withheld } = await siteOf('planner', 'mweupe')
  expect(withheld).toEqual([])
  expect(here?.contradictions).toMatchObject([{ kind: 'armed-beside-status', fact: { title: ROADBLOCK_NAME } }])
  expect(here?.roadblock).toMatchObject({ name: ROADBLOCK_NAME, freshness: 'seen', operators: [{ name: ROADBLOCK_OPERATOR }] })
  expect(here?.roadblock && here.roadblock.kilometres > 0 && here.roadblock.kilometres < 30).toBe(true)
  expect(around).toMatchObject({ area: 'XL101', roadblocks: 'partly', operators: ['armed-group'] })
  // Nobody described it: told as null, which the page says in words. Another site has a sheet.
  const sheets = await Promise.all(Object.keys(province.sites).map(async (one) => (await siteOf('planner', one)).here?.sheet ?? null))
  expect([sheets.some((one) => one === null), sheets.some((one) => one !== null)]).toEqual([true, true])
})

test('the page of a site, for a committee: the same bytes for every site of a territoire, and no place, name or number of a site', async () => {
  const all = await Promise.all(Object.keys(province.sites).map((one) => siteOf('minister', one)))
  const byArea = Map.groupBy(all, (one) => one.around?.area ?? null)
  expect(byArea.get('XL101')?.length).toBeGreaterThan(1)
  for (const [area, told] of byArea) {
    const bytes = new Set(told.map(({ site: _site, ...rest }) => JSON.stringify(rest)))
    expect([area, bytes.size]).toEqual([area, 1])
  }
  expect(all.every((one) => one.here === null && one.withheld.includes('restricted'))).toBe(true)
  for (const word of [ROADBLOCK_NAME, ROADBLOCK_OPERATOR, ROAD_NAME]) expect(JSON.stringify(all)).not.toContain(word)
  const trader = await as('trader')
  expect((await trader.get(`/api/conflict/sites/${province.sites['mweupe']}`)).status).toBe(403)
  expect((await trader.get('/api/conflict/sites/019aa5db-c580-7fff-bfff-ffffffffffff')).status).toBe(403)
  expect((await (await as('planner')).get('/api/conflict/sites/019aa5db-c580-7fff-bfff-ffffffffffff')).status).toBe(404)
})

test('silence and blindness are two answers of the page of a site', async () => {
  const { around } = await siteOf('minister', 'mweupe')
  expect(around && (around.events === null ? !around.isCovered : around.events >= 0)).toBe(true)
  const quiet = (await Promise.all(Object.keys(province.sites).map((one) => siteOf('planner', one)))).flatMap((one) => one.around ?? [])
  expect(quiet.every((one) => one.events !== 0 || one.isCovered)).toBe(true)
})

test('places that were told: territoires and quarters for who reads sites there, single sites only for who is cleared for positions', async () => {
  const site = province.sites['mweupe'] ?? ''
  const line = { type: 'illegal-taxation', quarter: '2026-Q2', province: 'XL1', territoire: 'XL101', persons: 20 }
  const lines = [
    { ...line, level: 'territoire' as const, code: 'XL101' },
    { ...line, level: 'site' as const, code: site, persons: 10 },
    { ...line, level: 'territoire' as const, code: 'XL102', territoire: 'XL102', persons: 30 },
    { ...line, level: 'territoire' as const, code: 'XL101', quarter: '2019-Q1', persons: 40 },
  ]
  const told = (reader: ToldReader | null) =>
    program.database.read(async (tx) => {
      const sites = await program.modules.sites.door.overview(tx, 'cd', {
        asOf: '2026-11-21',
        knownAt: '2026-11-21T09:40:00.000Z',
        precision: 'exact',
      })
      const asked = { tenant: 'cd', from: '2026-01-01', until: '2026-12-31', reader, sites, areaNames: new Map([['XL101', 'Bahati']]) }
      const found = await toldFeatures(tx, () => Promise.resolve({ quarters: [], lines }), asked)
      return found.map(({ geometry, properties: { title, persons, on } }) => [title, persons, on, geometry?.type ?? null])
    })
  const here = ({ territoire }: { readonly territoire: string | null }) => territoire === 'XL101'
  expect(await told(null)).toEqual([])
  expect(await told({ withSites: false, covers: here })).toEqual([['Bahati', 20, '2026-06-30', null]])
  expect(await told({ withSites: true, covers: () => true })).toEqual([
    ['Bahati', 20, '2026-06-30', null],
    ['Mto Mweupe 2', 10, '2026-06-30', 'Point'],
    ['XL102', 30, '2026-06-30', null],
  ])
  const layers = mustParse(LayersAnswer, await ask('planner', '/api/conflict/layers')).layers
  expect(layers.map((one) => one.layer)).toEqual(['events', 'sheets', 'roadblocks', 'roads', 'told'])
})

test('an event known only of an area accuses no site, one at a place does and names its source', async () => {
  const { database, log, tenant, clock, modules } = program
  const actor = { account: 'operator', organisation: null, role: null }
  const house = { database, log, tenant, clock, actor, places: modules.places.door, conflict: modules.conflict.door }
  const told = async (precision: number) => {
    const own = {
      country: 'XL',
      source: 'own',
      name: `Cahier fictif ${precision}`,
      mayBeShared: false,
      dryRun: false,
      covers: null,
    } as const
    const row = `Z${precision},${province.stage.today},Battles,Groupe fictif,-2.5123,21.4411,${precision},0`
    const heading = 'event_id_cnty,event_date,event_type,actor1,latitude,longitude,geo_precision,fatalities'
    const open = async function* () {
      yield await Promise.resolve(`${heading}\n${row}\n`)
    }
    expect((await importEventsFile(house, { ...own, open })).ok).toBe(true)
    const { contradictions } = mustParse(ChecksAnswer, await ask('planner', '/api/conflict/checks'))
    return contradictions?.find((one) => one.siteName === 'Mto Mweupe 2')?.fact
  }
  expect(await told(3)).toMatchObject({ what: 'roadblock' })
  expect(await told(1)).toMatchObject({ what: 'event', title: 'Groupe fictif', source: expect.stringContaining('Cahier fictif') })
})

test('a committee gets how many by territoire, and no site', async () => {
  const body = await ask('minister', '/api/conflict/checks')
  const answer = mustParse(ChecksAnswer, body)
  expect(answer).toMatchObject({ contradictions: null, neighbours: null, withheld: ['restricted'] })
  expect(answer.territoires.find((one) => one.area === 'XL101')?.contradictions).toBeGreaterThan(0)
  expect(await ask('minister', '/api/conflict/checks?km=100')).toEqual(body)
  for (const word of ['Mto Mweupe', 'Kiwanja', ROADBLOCK_NAME]) expect(JSON.stringify(body)).not.toContain(word)
})
