/* Queries by address and by name: what is refused, how pages follow, master data, vocabulary. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Json, type Machine, OBSERVED, documentOf, eventsIn, openMachine } from '../../../../test/epcis-bed.ts'

const world = await freshDatabase()
const { program } = world
let app: FastifyInstance
let client: Machine
let other: Machine
const faults: unknown[] = []
const SITE = 'https://example.com/loc/site'
const PIT = 'https://example.com/loc/pit'
const observed = (n: number, more: object = {}) => ({
  ...{
    ...OBSERVED,
    epcList: [`urn:epc:id:sgtin:0614141.107346.${n}`],
    eventTime: `2026-11-02T10:00:0${n % 10}.000Z`,
    eventID: `urn:uuid:e${n}`,
  },
  ...more,
})
async function capture(document: object) {
  const taken = await client.send('POST', '/epcis/capture', document)
  expect(taken.status, JSON.stringify(taken.body)).toBe(202)
  await program.modules.epcis.idle()
}
beforeAll(async () => {
  app = await program.createHttp(({ error }) => void faults.push(error))
  client = await openMachine(world, app)
  other = await openMachine(world, app)
  const vocabularyList = [
    {
      type: 'urn:epcglobal:epcis:vtype:BusinessLocation',
      vocabularyElementList: [
        { id: SITE, attributes: [{ id: 'https://example.com/att/owner', attribute: 'cooperative' }], children: [PIT] },
        { id: PIT, attributes: [] },
      ],
    },
  ]
  const events = Array.from({ length: 25 }, (_, n) =>
    observed(n, n === 3 ? { bizLocation: { id: PIT } } : n === 4 ? { bizLocation: { id: SITE } } : {}),
  )
  await capture({ ...documentOf(events), epcisHeader: { epcisMasterData: { vocabularyList } } })
})
afterAll(async () => {
  await app.close()
  expect(faults).toEqual([])
})
const search = (query: string, headers: Record<string, string> = {}) => client.get(`/epcis/events?${query}`, headers)
const ids = (said: Awaited<ReturnType<typeof search>>): readonly string[] => eventsIn(said).map((one: Json) => one.eventID)
const nextOf = (said: Awaited<ReturnType<typeof search>>): string => {
  const url = new URL(/<([^>]+)>; rel="next"/.exec(said.headers['link'] ?? '')?.[1] ?? 'http://x/none')
  return url.pathname + url.search
}

describe('a filter that is unknown or cannot be read is refused, never ignored', () => {
  test.each([
    'GE_eventDate=2026-01-01T00:00:00Z',
    'ge_eventTime=2026-01-01T00:00:00Z',
    'MATCH_EPC=urn:epc:id:sgtin:0614141.107346.1',
    'foo=bar',
    '=x',
    'EQ_asm:mineral=x',
    'EQ_ILMD_mineral=x',
    'HASATTR_colour=x',
    'EQ_ATTR_bizLocation=x',
    'GE_eventTime=yesterday',
    'GE_eventTime=2026-02-30T00:00:00Z',
    'GE_eventTime=2026-01-01T00:00:00',
    'EQ_action=SHIPPED',
    'EQ_action=',
    'eventType=Object',
    'EQ_bizStep=not_a_step',
    'EQ_disposition=gone',
    'EQ_bizTransaction_nothing=x',
    'MATCH_epc=12345',
    'MATCH_epc=urn:epc:idpat:sgtin:*.*.7',
    'GE_quantity=much',
    'GE_quantity_KGM=1|2',
    'EQ_hexBinaryValue=xyz',
    'EQ_booleanValue=maybe',
    'EXISTS_errorDeclaration=no',
    'orderBy=epc',
    'orderDirection=SIDEWAYS',
    'eventCountLimit=0',
    'maxEventCount=-1',
    'eventCountLimit=5&maxEventCount=5',
    'perPage=0',
    'perPage=many',
    'nextPageToken=nothing',
    'MATCH_epc=https://a.example/1&MATCH_epc=https://a.example/2',
  ])('%s', async (query) => {
    const said = await search(query)
    expect([said.status, said.body.type], JSON.stringify(said.body)).toEqual([400, 'epcisException:QueryParameterException'])
    expect(said.body.detail).not.toBe('')
  })
  test('GS1-Extensions that cannot be read is refused too', async () => {
    expect((await search('', { 'gs1-extensions': 'asm' })).status).toBe(400)
    expect((await search('EQ_asm:note=a', { 'gs1-extensions': 'asm=https://asm.example/' })).status).toBe(200)
  })
})

describe('pages', () => {
  test('thirty a page unless asked; each follows by its link, and nothing that came in since is among them', async () => {
    const first = await search('perPage=10&orderBy=eventTime&orderDirection=ASC')
    expect(ids(first)).toHaveLength(10)
    expect(Date.parse(first.headers['gs1-next-page-token-expires'] ?? '')).toBeGreaterThan(0)
    await capture(documentOf([observed(90, { eventTime: '2026-11-02T10:00:09.500Z' })]))
    const second = await client.get(nextOf(first))
    const third = await client.get(nextOf(second))
    const seen = [first, second, third].flatMap(ids)
    expect(new Set(seen).size).toBe(25)
    expect(third.headers['link']).toBeUndefined()
    expect(ids(await search('perPage=100'))).toHaveLength(26)
  })
  test('a token is for its query and its reader, and may be given up', async () => {
    const first = await search('perPage=10')
    const token = new URL(nextOf(first), 'http://x').searchParams.get('nextPageToken') ?? ''
    expect((await search(`perPage=10&EQ_action=ADD&nextPageToken=${token}`)).status).toBe(400)
    expect((await other.get(nextOf(first))).status).toBe(400)
    expect((await other.send('DELETE', `/epcis/nextPageToken/${token}`)).status).toBe(404)
    expect((await client.send('DELETE', `/epcis/nextPageToken/${token}`)).status).toBe(204)
    expect((await client.get(nextOf(first))).status).toBe(400)
  })
  test('eventCountLimit leaves the rest out, maxEventCount refuses', async () => {
    const limited = await search('eventCountLimit=12&perPage=10&orderBy=recordTime')
    expect(ids(await client.get(nextOf(limited)))).toHaveLength(2)
    const said = await search('maxEventCount=12')
    expect([said.status, said.body.type]).toEqual([413, 'epcisException:QueryTooLargeException'])
    expect((await search('maxEventCount=26')).status).toBe(200)
  })
})

describe('identifiers and places', () => {
  test('a URN finds what a Digital Link names, and a pattern finds its kind', async () => {
    expect(ids(await search('MATCH_epc=https://example.org/01/10614141073464/21/7?x=1'))).toEqual(['urn:uuid:e7'])
    expect(ids(await search('MATCH_epc=urn:epc:idpat:sgtin:0614141.107346.*&perPage=100'))).toHaveLength(26)
    expect(ids(await search('MATCH_epc=urn:epc:idpat:sgtin:0614141.*.*&perPage=100'))).toHaveLength(26)
    expect(ids(await search('MATCH_epc=urn:epc:idpat:sgtin:0614142.*.*'))).toHaveLength(0)
  })
  test('WD_ goes down through master data, EQ_ does not', async () => {
    expect([...ids(await search(`WD_bizLocation=${SITE}`))].sort()).toEqual(['urn:uuid:e3', 'urn:uuid:e4'])
    expect(ids(await search(`EQ_bizLocation=${SITE}`))).toEqual(['urn:uuid:e4'])
    expect(ids(await search('HASATTR_bizLocation=https://example.com/att/owner'))).toEqual(['urn:uuid:e4'])
    const extensions = { 'gs1-extensions': 'att=https://example.com/att/' }
    expect(ids(await search('EQ_ATTR_bizLocation_att:owner=cooperative', extensions))).toEqual(['urn:uuid:e4'])
    expect(ids(await search('EQ_ATTR_bizLocation_att:owner=state', extensions))).toEqual([])
  })
  test('GS1-EPC-Format: as a link, or as it was sent', async () => {
    const linked = eventsIn(await search('EQ_eventID=urn:uuid:e7'))[0]
    expect(linked.epcList[0]).toMatch(/\/01\/10614141073464\/21\/7$/)
    const sent = eventsIn(await search('EQ_eventID=urn:uuid:e7', { 'gs1-epc-format': 'Never_Translates' }))[0]
    expect(sent.epcList[0]).toBe('urn:epc:id:sgtin:0614141.107346.7')
  })
})

describe('vocabulary', () => {
  test.each(['eventTypes', 'epcs', 'bizSteps', 'bizLocations', 'readPoints', 'dispositions'])(
    '%s: values, one of them, its events',
    async (name) => {
      const all = await client.get(`/epcis/${name}?perPage=5`)
      expect(all.body.type).toBe('Collection')
      const value: string = name === 'eventTypes' ? 'ObjectEvent' : all.body.member[0]
      const one = await client.get(`/epcis/${name}/${encodeURIComponent(value)}`)
      expect(one.body.member).toEqual(['events'])
      const events = await client.get(`/epcis/${name}/${encodeURIComponent(value)}/events?perPage=3`)
      expect(eventsIn(events).length).toBeGreaterThan(0)
      expect((await client.get(`/epcis/${name}/nothing`)).status).toBe(404)
      expect((await client.get(`/epcis/${name}/nothing/events`)).status).toBe(404)
      expect((await client.get(`/epcis/${name}?EQ_action=ADD`)).status).toBe(400)
    },
  )
  test('many values come by pages', async () => {
    const first = await client.get('/epcis/epcs?perPage=20')
    const second = await client.get(nextOf(first))
    expect(new Set([...first.body.member, ...second.body.member]).size).toBe(26)
  })
})

describe('queries with a name', () => {
  test('are made once, run with the reader’s own sight, ended by who made them', async () => {
    const query = { eventType: ['ObjectEvent'], EQ_bizStep: ['shipping'], WD_bizLocation: [SITE] }
    expect((await client.send('POST', '/epcis/queries', { name: 'at-site', query })).status).toBe(201)
    const twice = await client.send('POST', '/epcis/queries', { name: 'at-site', query })
    expect([twice.status, twice.body.type]).toEqual([409, 'epcisException:ResourceAlreadyExistsException'])
    expect((await client.get('/epcis/queries/at-site')).body).toEqual({ name: 'at-site', query })
    expect((await client.get('/epcis/queries')).body).toContainEqual({ name: 'at-site', query })
    expect(ids(await client.get('/epcis/queries/at-site/events'))).toHaveLength(2)
    expect((await client.get('/epcis/queries/at-site/events?EQ_action=ADD')).status).toBe(400)
    const page = await client.get('/epcis/queries/at-site/events?perPage=1')
    expect(ids(await client.get(nextOf(page)))).toHaveLength(1)
    expect((await other.send('DELETE', '/epcis/queries/at-site')).status).toBe(403)
    expect((await client.send('DELETE', '/epcis/queries/at-site')).status).toBe(204)
    const gone = await client.get('/epcis/queries/at-site/events')
    expect([gone.status, gone.body.type]).toEqual([404, 'epcisException:NoSuchNameException'])
  })
  test.each([
    [{ name: 'x' }],
    [{ name: 'SimpleEventQuery', query: {} }],
    [{ name: 'a b', query: {} }],
    [{ name: 'x', query: { EQ_action: ['SHIPPED'] } }],
    [{ name: 'x', query: { 'EQ_asm:x': ['1'] } }],
    [{ name: 'x', query: {}, more: 1 }],
    [{ name: 'x', query: { EQ_action: { a: 1 } } }],
  ])('%j is refused', async (body) => {
    const said = await client.send('POST', '/epcis/queries', body)
    expect([said.status, said.body.type]).toEqual([400, 'epcisException:QueryValidationException'])
  })
})
