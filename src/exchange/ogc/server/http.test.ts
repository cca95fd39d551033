import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { newId } from '../../../../test/world/client.ts'
import { addToken } from '../../../modules/people/module.ts'

const world = await freshDatabase()
const { program } = world
let app: FastifyInstance
const keys = { integrator: '', 'map-reader': '' }
const places = [
  ['Kalimbi', -2.0312, 28.9012, 'green'],
  ['Nyabibwe', -1.9001, 28.8003, 'red'],
  ['Rubaya', -1.5604, 28.8902, 'yellow'],
  ['Nulle part', null, null, 'unclassified'],
] as const
const ITEMS = '/ogc/collections/sites/items'

beforeAll(async () => {
  app = await program.createHttp()
  for (const role of ['integrator', 'map-reader'] as const) {
    const added = await addToken({ ...program, places: program.modules.places.door }, { name: role, role })
    keys[role] = added.ok ? added.value.token : ''
  }
  const actor = { account: newId(), organisation: null, role: null }
  const source = { name: 'test' }
  for (const [index, [name, latitude, longitude, reported]] of places.entries()) {
    const subject = `site:${newId()}`
    const event = (kind: string, payload: object) => ({
      id: newId(),
      kind,
      subject,
      happenedAt: '2026-10-01T00:00:00.000Z',
      actor,
      payload,
    })
    const position = latitude === null ? {} : { position: { at: { latitude, longitude }, origin: 'gps' } }
    await program.log.record('cd', [
      event('site.registered.v1', {
        nationalId: `n${index}`,
        name,
        country: 'CD',
        minerals: index === 0 ? ['Sn'] : ['Ta'],
        source,
        ...position,
      }),
      event('site.qualification-reported.v1', { date: '2026-09-01', source, reported }),
      ...(index < 2 ? [event('site.visited.v1', { date: `2026-0${index + 5}-10`, source, onSite: true, observed: {} })] : []),
    ])
  }
})
afterAll(() => app.close())

const ask = async (url: string, key = keys.integrator) => {
  const answer = await app.inject({ url, headers: key === '' ? {} : { 'x-api-key': key } })
  return { status: answer.statusCode, body: answer.json(), headers: answer.headers }
}
type Body = Awaited<ReturnType<typeof ask>>['body']
const namesOf = (body: Body): readonly string[] => body.features.map((one: Body) => one.properties.name)

test('the landing page leads to everything, and every link of it answers', async () => {
  const { body } = await ask('/ogc', '')
  const relations = body.links.map((one: Body) => one.rel)
  expect(relations).toEqual(expect.arrayContaining(['self', 'service-desc', 'conformance', 'data']))
  for (const { href } of body.links) expect((await ask(new URL(href).pathname, '')).status).toBe(200)
  expect((await ask('/ogc/conformance', '')).body.conformsTo).toEqual(
    expect.arrayContaining([
      expect.stringContaining('conf/core'),
      expect.stringContaining('conf/geojson'),
      expect.stringContaining('conf/oas30'),
    ]),
  )
  expect((await ask('/ogc/collections', '')).body.collections[0].links).toContainEqual(
    expect.objectContaining({ rel: 'items', type: 'application/geo+json' }),
  )
  const { body: described, headers } = await ask('/ogc/api', '')
  expect(headers['content-type']).toMatch(/^application\/vnd\.oai\.openapi\+json; ?version="?3\.0/)
  const own = program.routes.filter((route) => route.path.startsWith('/ogc')).map((route) => route.path.replace(':site', '{featureId}'))
  expect([...Object.keys(described.paths), '/ogc/api'].toSorted()).toEqual(own.toSorted())
})

test('strangers are asked to sign in, and told nothing', async () => {
  const { status, body, headers } = await ask(ITEMS, '')
  expect([status, body.code, headers['www-authenticate']]).toEqual([401, 'not-signed-in', 'Basic realm="chanzo"'])
})

test('QGIS signs in with the key as password, whatever the name', async () => {
  const authorization = `Basic ${Buffer.from(`qgis:${keys['map-reader']}`).toString('base64')}`
  const answer = await app.inject({ url: ITEMS, headers: { authorization } })
  expect([answer.statusCode, answer.json().numberMatched]).toEqual([200, 4])
  const wrong = `Basic ${Buffer.from(`qgis:${keys['map-reader']}x`).toString('base64')}`
  expect((await app.inject({ url: ITEMS, headers: { authorization: wrong } })).statusCode).toBe(401)
})

test('sites are GeoJSON, longitude first, and one without a position is there without geometry', async () => {
  const { body, headers } = await ask(ITEMS)
  expect(headers['content-type']).toContain('application/geo+json')
  expect(body).toMatchObject({ type: 'FeatureCollection', numberMatched: 4, numberReturned: 4, timeStamp: '2026-11-21T09:40:00.000Z' })
  const [kalimbi, , nowhere] = body.features
  expect(kalimbi).toMatchObject({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [28.9012, -2.0312] },
    properties: { name: 'Kalimbi', status: 'green', basis: 'reported', lastVisitOn: '2026-05-10', positionPrecision: 'exact' },
  })
  expect([namesOf(body)[1], nowhere.geometry === null || body.features[1].geometry === null]).toEqual(['Nulle part', true])
  const one = await ask(`${ITEMS}/${kalimbi.id}`)
  expect(one.body).toMatchObject({ ...kalimbi, links: expect.arrayContaining([expect.objectContaining({ rel: 'collection' })]) })
  expect((await ask(`${ITEMS}/nobody`)).status).toBe(404)
})

test('who is not cleared sees rounded places, and a box is held against those', async () => {
  const { body } = await ask(ITEMS, keys['map-reader'])
  const [kalimbi] = body.features
  expect(kalimbi).toMatchObject({ geometry: { coordinates: [28.9, -2.05] }, properties: { positionPrecision: 'coarse', icglrId: null } })
  expect(JSON.stringify(body)).not.toMatch(/2\.0312|28\.9012/)
  // A small box about the true place would find it out by its answer.
  expect((await ask(`${ITEMS}?bbox=28.90,-2.032,28.902,-2.031`, keys['map-reader'])).body.numberMatched).toBe(0)
  expect((await ask(`${ITEMS}?bbox=28.90,-2.032,28.902,-2.031`)).body.numberMatched).toBe(1)
})

test.each([
  ['bbox=28.7,-2,28.85,-1.8', ['Nyabibwe']],
  ['bbox=28.7,-2,0,28.85,-1.8,9000', ['Nyabibwe']],
  ['bbox=170,-90,28.85,90', ['Nyabibwe']],
  ['datetime=2026-05-10', ['Kalimbi', 'Nulle part', 'Rubaya']],
  ['datetime=2026-06-01T00:00:00Z/..', ['Nulle part', 'Nyabibwe', 'Rubaya']],
  ['datetime=../2026-05-31', ['Kalimbi', 'Nulle part', 'Rubaya']],
  ['datetime=../..', ['Kalimbi', 'Nulle part', 'Nyabibwe', 'Rubaya']],
  ['status=red', ['Nyabibwe']],
  ['status=RED,green', ['Kalimbi', 'Nyabibwe']],
  ['mineral=Sn', ['Kalimbi']],
  ['name=rubaya', ['Rubaya']],
  ['name=rubaya&status=red', []],
])('%s gives %j', async (query, names) => {
  const { body } = await ask(`${ITEMS}?${query}`)
  expect(namesOf(body)).toEqual(names)
})

test('pages lead on and back, keep the question, and leave nobody out', async () => {
  const seen: string[] = []
  let url = `${ITEMS}?status=green,red,yellow&limit=2`
  const previous: string[] = []
  while (url !== '') {
    const { body } = await ask(url)
    seen.push(...namesOf(body))
    expect(body).toMatchObject({ numberMatched: 3 })
    const to = (rel: string): string => {
      const href = body.links.find((one: Body) => one.rel === rel)?.href
      return href === undefined ? '' : href.replace(/^https?:\/\/[^/]+/, '')
    }
    if (to('prev') !== '') previous.push(to('prev'))
    url = to('next')
  }
  expect(seen).toEqual(['Kalimbi', 'Nyabibwe', 'Rubaya'])
  expect(previous).toHaveLength(1)
  expect(namesOf((await ask(previous[0] ?? '')).body)).toEqual(['Kalimbi', 'Nyabibwe'])
  expect((await ask(`${ITEMS}?limit=50000`)).body.numberReturned).toBe(4)
})

test.each([
  'bbox=1,2,3',
  'bbox=1,2,3,x',
  'bbox=1,9,3,2',
  'datetime=yesterday',
  'datetime=2026-02-31',
  'datetime=2026-12-01/2026-01-01',
  'limit=0',
  'limit=-1',
  'offset=x',
  'colour=red',
])('%s is refused with its name', async (query) => {
  const { status, body } = await ask(`${ITEMS}?${query}`)
  expect([status, body.code]).toEqual([400, 'bad-parameter'])
  expect(body.description).toContain(query.split('=')[0])
})
