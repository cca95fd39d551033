/* The interface over HTTP: what a conforming client meets, and what a broken one is told. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Machine, OBSERVED, asking, documentOf, eventsIn, openMachine } from '../../../../test/epcis-bed.ts'

const world = await freshDatabase()
const { program } = world
let app: FastifyInstance
let client: Machine
const faults: unknown[] = []
beforeAll(async () => {
  app = await program.createHttp(({ error }) => void faults.push(error))
  client = await openMachine(world, app)
})
afterAll(async () => {
  await app.close()
  expect(faults).toEqual([])
})

/** Captures and waits for the job. */
async function capture(document: object, headers: Record<string, string> = {}) {
  const taken = await client.send('POST', '/epcis/capture', document, headers)
  await program.modules.epcis.idle()
  const job = taken.headers['location'] ? await client.get(new URL(taken.headers['location']).pathname) : null
  return { taken, job: job?.body }
}
const search = async (query: string, headers: Record<string, string> = {}) => client.get(`/epcis/events?${query}`, headers)
const serial = (n: number): string => `urn:epc:id:sgtin:0614141.107346.${n}`
const observed = (n: number, more: object = {}) => ({ ...OBSERVED, epcList: [serial(n)], ...more })

describe('discovery', () => {
  test('the entry names the nine resources', async () => {
    const said = await client.get('/epcis')
    expect(said.body.member).toEqual([
      'capture',
      'events',
      'eventTypes',
      'epcs',
      'bizSteps',
      'bizLocations',
      'readPoints',
      'dispositions',
      'queries',
    ])
    expect(said.headers['gs1-epcis-version']).toBe('2.0.0')
  })
  test('OPTIONS says what may be done, which versions are spoken and how much is taken', async () => {
    const said = await client.send('OPTIONS', '/epcis/capture')
    expect(said.status).toBe(204)
    expect(said.headers).toMatchObject({
      allow: 'POST, GET, OPTIONS',
      'gs1-epcis-min': '2.0.0',
      'gs1-epcis-max': '2.0.0',
      'gs1-cbv-version': '2.0.0',
      'gs1-epcis-capture-limit': '2000',
      'gs1-epcis-capture-file-size-limit': '20000000',
      'gs1-capture-error-behaviour': 'rollback, proceed',
    })
  })
  test.each([
    [{ 'gs1-epcis-max': '1.2' }, 406],
    [{ 'gs1-epcis-min': '2.1' }, 406],
    [{ 'gs1-cbv-max': '1.0' }, 406],
    [{ 'gs1-epcis-version': 'two' }, 406],
    [{ 'gs1-epc-format': 'Sometimes' }, 406],
    [{ accept: 'application/xml' }, 406],
    [{ 'gs1-epcis-min': '1.2', 'gs1-epcis-max': '2.0.1' }, 200],
  ])('%o is answered %i', async (headers, status) => {
    const said = await client.get('/epcis/events', headers)
    expect(said.status).toBe(status)
    if (status === 406) expect(said.body.type).toBe('epcisException:NotAcceptableException')
  })
  test('a stranger and a key without the right are told so in the words of the standard', async () => {
    const said = await asking(app, {}).get('/epcis/events')
    expect([said.status, said.body.type]).toEqual([401, 'epcisException:SecurityException'])
  })
})

describe('capture', () => {
  test('a document becomes a job, its events are found, and an event without an identifier has its hash for one', async () => {
    const { taken, job } = await capture(
      documentOf([observed(1), observed(2, { eventID: 'urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8' })]),
    )
    expect(taken.status).toBe(202)
    expect(job).toMatchObject({ running: false, success: true, captureErrorBehaviour: 'rollback', errors: [] })
    const found = eventsIn(await search(`MATCH_epc=${serial(1)}`, { 'gs1-epc-format': 'Never_Translates' }))
    expect(found).toHaveLength(1)
    expect(found[0].eventID).toMatch(/^ni:\/\/\/sha-256;[0-9a-f]{64}\?ver=CBV2\.0$/)
    expect(found[0]).toMatchObject({ ...observed(1) })
    const one = await client.get(`/epcis/events/${encodeURIComponent('urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8')}`)
    expect(eventsIn(one)).toHaveLength(1)
  })
  test('the same document again adds nothing', async () => {
    const { job } = await capture(documentOf([observed(1)]))
    expect(job).toMatchObject({ running: false, success: true })
    expect(eventsIn(await search(`MATCH_epc=${serial(1)}`))).toHaveLength(1)
  })
  test('rollback: one fault and nothing is stored, with the path named', async () => {
    const { taken } = await capture(documentOf([observed(10), { ...observed(11), action: 'SHIPPED' }]))
    expect(taken.status).toBe(400)
    expect(taken.body.type).toBe('epcisException:ValidationException')
    expect(taken.body.errors[0]).toMatchObject({ path: '/epcisBody/eventList/1/action', eventIndex: 1 })
    expect(eventsIn(await search(`MATCH_epc=${serial(10)}`))).toHaveLength(0)
  })
  test('proceed: the good ones are stored, the errors name the others', async () => {
    const { taken, job } = await capture(documentOf([observed(10), { ...observed(11), action: 'SHIPPED' }]), {
      'gs1-capture-error-behaviour': 'proceed',
    })
    expect(taken.status).toBe(202)
    expect(job).toMatchObject({ running: false, success: false, captureErrorBehaviour: 'proceed' })
    expect(job.errors[0]).toMatchObject({ path: '/epcisBody/eventList/1/action', eventIndex: 1 })
    expect(eventsIn(await search(`MATCH_epc=${serial(10)}`))).toHaveLength(1)
    expect(eventsIn(await search(`MATCH_epc=${serial(11)}`))).toHaveLength(0)
  })
  test('another event under a taken identifier undoes the whole job, and is named', async () => {
    const eventID = 'urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8'
    const { job } = await capture(documentOf([observed(20), observed(21, { eventID })]))
    expect(job).toMatchObject({ running: false, success: false })
    expect(job.errors[0]).toMatchObject({ type: 'epcisException:ResourceAlreadyExistsException', eventIndex: 1 })
    expect(eventsIn(await search(`MATCH_epc=${serial(20)}`))).toHaveLength(0)
  })
  test('a declaration that an event was wrong stands beside it under the same identifier', async () => {
    const eventID = 'urn:uuid:5e9c0a80-0000-4a51-bd6a-0bba133845a8'
    await capture(documentOf([observed(30, { eventID })]))
    const errorDeclaration = { declarationTime: '2026-11-03T00:00:00.000Z', reason: 'incorrect_data', correctiveEventIDs: ['urn:uuid:1'] }
    const { job } = await capture(documentOf([observed(30, { eventID, errorDeclaration })]))
    expect(job).toMatchObject({ success: true })
    expect(eventsIn(await client.get(`/epcis/events/${encodeURIComponent(eventID)}`))).toHaveLength(2)
    expect(eventsIn(await search('EXISTS_errorDeclaration'))).toHaveLength(1)
    expect(eventsIn(await search('EQ_errorReason=incorrect_data&GE_errorDeclarationTime=2026-11-03T00:00:00Z'))).toHaveLength(1)
    expect(eventsIn(await search('LT_errorDeclaration_Time=2026-11-03T00:00:00Z'))).toHaveLength(0)
    expect(eventsIn(await search('EQ_correctiveEventID=urn:uuid:1'))).toHaveLength(1)
  })
  test('one event at once: 201 with its address, and 409 the second time', async () => {
    const one = { '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', ...observed(40) }
    const first = await client.send('POST', '/epcis/events', one)
    expect(first.status).toBe(201)
    expect(eventsIn(await client.get(new URL(first.headers['location'] ?? '').pathname))).toHaveLength(1)
    const again = await client.send('POST', '/epcis/events', one)
    expect([again.status, again.body.type]).toEqual([409, 'epcisException:ResourceAlreadyExistsException'])
  })
  test.each([
    ['text', 'text/plain', 415, 'UnsupportedMediaTypeException'],
    ['{', 'application/json', 400, 'ValidationException'],
    ['{"type":"EPCISDocument"}', 'application/ld+json', 400, 'ValidationException'],
    ['{"__proto__":{"a":1}}', 'application/json', 400, 'ValidationException'],
  ])('%s as %s is refused with %i %s', async (body, type, status, exception) => {
    const said = await client.send('POST', '/epcis/capture', body, { 'content-type': type })
    expect([said.status, said.body.type]).toEqual([status, `epcisException:${exception}`])
  })
  test('more than is taken at once is 413, by events and by bytes', async () => {
    const many = await client.send('POST', '/epcis/capture', documentOf(Array.from({ length: 2001 }, (_, n) => observed(1000 + n))))
    expect([many.status, many.body.type]).toEqual([413, 'epcisException:CaptureLimitExceededException'])
    const large = await client.send('POST', '/epcis/capture', Buffer.alloc(20_000_001, 32))
    expect([large.status, large.body.type]).toEqual([413, 'epcisException:CaptureLimitExceededException'])
  })
  test('jobs are listed, newest first, by pages', async () => {
    const first = await client.get('/epcis/capture?perPage=2')
    expect(first.body).toHaveLength(2)
    const link = /<([^>]+)>/.exec(first.headers['link'] ?? '')?.[1] ?? ''
    const next = await client.get(new URL(link).pathname + new URL(link).search)
    expect(next.body[0].captureID).not.toBe(first.body[1].captureID)
    expect((await client.get('/epcis/capture/019aa5db-c580-7fff-bfff-ffffffffffff')).status).toBe(404)
  })
})
