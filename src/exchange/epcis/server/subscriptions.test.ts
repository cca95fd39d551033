/* What is new is sent to who subscribed: signed, without gap, again after a failure, and never into our own network. */
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHmac } from 'node:crypto'
import { WebSocket } from 'ws'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addToken } from '../../../modules/people/module.ts'
import { TEST_NOW, freshDatabase } from '../../../../test/database.ts'
import { destinationFault, isPublic } from '../../../platform/http/destination.ts'
import { type Json, type Machine, OBSERVED, asking, documentOf } from '../../../../test/epcis-bed.ts'
import { nextAfter, readSchedule } from './schedule.ts'

const received: { readonly body: string; readonly headers: Record<string, unknown> }[] = []
const answers: { status: number } = { status: 200 }
const receiver: Server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    received.push({ body: Buffer.concat(parts).toString('utf8'), headers: request.headers })
    response.writeHead(answers.status).end()
  })
})
await new Promise<void>((resolve) => void receiver.listen(0, '127.0.0.1', resolve))
const isAddress = (address: string | AddressInfo | null): address is AddressInfo => typeof address === 'object' && address !== null
const listening = receiver.address()
const port = isAddress(listening) ? listening.port : 0
// The operator allows this one private receiver.
process.env['CHANZO_EPCIS_CALLBACKS'] = `127.0.0.1:${port}`

const world = await freshDatabase()
const { program } = world
const { epcis } = program.modules
let app: FastifyInstance
let client: Machine
let token = ''
const faults: unknown[] = []
beforeAll(async () => {
  app = await program.createHttp(({ error }) => void faults.push(error))
  const added = await addToken({ ...program, places: program.modules.places.door }, { name: 'partner', role: 'integrator' })
  token = added.ok ? added.value.token : ''
  client = asking(app, { 'x-api-key': token })
  await client.send('POST', '/epcis/queries', { name: 'shipped', query: { EQ_bizStep: ['shipping'] } })
})
afterAll(async () => {
  await app.close()
  receiver.close()
  delete process.env['CHANZO_EPCIS_CALLBACKS']
  expect(faults).toEqual([])
})

const clock = { seconds: 0 }
/** A round, so many seconds later. */
async function roundAfter(seconds: number): Promise<void> {
  clock.seconds += seconds
  world.setClock(new Date(Date.parse(TEST_NOW) + clock.seconds * 1000).toISOString())
  await epcis.round()
}
async function capture(n: number, more: object = {}): Promise<void> {
  const event = { ...OBSERVED, epcList: [`https://example.com/obj/${n}`], eventID: `urn:uuid:s${n}`, ...more }
  expect((await client.send('POST', '/epcis/capture', documentOf([event]))).status).toBe(202)
  await epcis.idle()
}
const idsIn = (text: string): readonly string[] => {
  const document: Json = JSON.parse(text)
  return document.epcisBody.queryResults.resultsBody.eventList.map((one: Json) => one.eventID)
}
const dest = `http://127.0.0.1:${port}/callback`
const SECRET = 'a-long-enough-secret'
const PATH = '/epcis/queries/shipped/subscriptions'

describe('a webhook', () => {
  test('gets what is new and nothing else, signed; the secret is never said again', async () => {
    await capture(1)
    const made = await client.send('POST', PATH, { dest, signatureToken: SECRET, stream: true })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    expect(JSON.stringify(made.body)).not.toContain(SECRET)
    const location = new URL(made.headers['location'] ?? '').pathname
    expect((await client.get(location)).body).toMatchObject({ dest, stream: true })
    expect(JSON.stringify((await client.get(PATH)).body)).not.toContain(SECRET)
    await capture(2)
    await capture(3, { bizStep: 'receiving' })
    await roundAfter(2)
    expect(received).toHaveLength(1)
    const [first] = received
    expect(idsIn(first?.body ?? '')).toEqual(['urn:uuid:s2'])
    expect(first?.headers['gs1-signature']).toBe(
      `sha256=${createHmac('sha256', SECRET)
        .update(first?.body ?? '')
        .digest('hex')}`,
    )
    expect(JSON.parse(first?.body ?? '').epcisBody.queryResults).toMatchObject({
      queryName: 'shipped',
      subscriptionID: made.body.subscriptionID,
    })
    await roundAfter(2)
    expect(received).toHaveLength(1)
  })
  test('that fails is tried again later and later, loses nothing, and the office sees why', async () => {
    answers.status = 500
    await capture(4)
    await roundAfter(2)
    expect(received).toHaveLength(2)
    await roundAfter(2)
    expect(received).toHaveLength(2)
    const office = await client.get('/api/epcis/queries')
    expect(office.body.queries[0].subscriptions[0]).toMatchObject({ failures: 1, lastFault: 'answered-500' })
    await capture(5)
    answers.status = 200
    await roundAfter(12)
    expect(idsIn(received.at(-1)?.body ?? '')).toEqual(['urn:uuid:s4', 'urn:uuid:s5'])
    expect((await client.get('/api/epcis/queries')).body.queries[0].subscriptions[0]).toMatchObject({ failures: 0, lastFault: null })
  })
  test('that was ended gets nothing more', async () => {
    for (const one of (await client.get(PATH)).body) expect((await client.send('DELETE', `${PATH}/${one.subscriptionID}`)).status).toBe(204)
    const before = received.length
    await capture(6)
    await roundAfter(5)
    expect(received).toHaveLength(before)
  })
  test('with a schedule waits for its time; an empty report is sent where it is asked for; initialRecordTime reaches back', async () => {
    const made = await client.send('POST', PATH, { dest, schedule: { minute: '0' }, reportIfEmpty: true, initialRecordTime: TEST_NOW })
    expect(made.status).toBe(201)
    const before = received.length
    await roundAfter(60)
    expect(received).toHaveLength(before)
    await roundAfter(3600)
    expect(idsIn(received.at(-1)?.body ?? '')).toEqual(['urn:uuid:s1', 'urn:uuid:s2', 'urn:uuid:s4', 'urn:uuid:s5', 'urn:uuid:s6'])
    await roundAfter(3600)
    expect(idsIn(received.at(-1)?.body ?? '')).toEqual([])
    expect((await client.send('DELETE', `${PATH}/${made.body.subscriptionID}`)).status).toBe(204)
  })
  test.each([
    [{ stream: true }],
    [{ dest }],
    [{ dest, stream: true, schedule: { minute: '5' } }],
    [{ dest, stream: 'yes' }],
    [{ dest, schedule: { minute: '60' } }],
    [{ dest, schedule: { minut: '5' } }],
    [{ dest, stream: true, signatureToken: 'short' }],
    [{ dest, stream: true, initialRecordTime: 'now' }],
    [{ dest, stream: true, colour: 'red' }],
    [{ dest: 'http://127.0.0.1:1/', stream: true }],
    [{ dest: 'http://10.0.0.1/', stream: true }],
    [{ dest: 'http://169.254.169.254/latest/meta-data', stream: true }],
    [{ dest: 'http://[::1]/', stream: true }],
    [{ dest: 'http://[::ffff:127.0.0.1]/', stream: true }],
    [{ dest: 'http://0x7f.1/', stream: true }],
    [{ dest: 'http://localhost/', stream: true }],
    [{ dest: 'http://db/', stream: true }],
    [{ dest: 'file:///etc/passwd', stream: true }],
    [{ dest: 'https://user:secret@example.com/', stream: true }],
  ])('%j is refused', async (body) => {
    const said = await client.send('POST', PATH, body)
    expect([said.status, said.body.type]).toEqual([400, 'epcisException:SubscriptionControlsException'])
  })
  test('a public address is one', () => {
    expect(['8.8.8.8', '2606:4700::1111'].every(isPublic)).toBe(true)
    expect(['100.64.0.1', '192.168.1.1', 'fd00::1', 'fe80::1', '::', '2002:7f00:1::', '64:ff9b::7f00:1'].some(isPublic)).toBe(false)
    expect(destinationFault('https://client.example.com/x', { allowed: new Set(), timeoutMilliseconds: 1 })).toBeNull()
  })
})

test('a schedule in words of EPCIS gives the next time', () => {
  const next = (given: object, now: string): string => {
    const read = readSchedule(given)
    if (!read.ok) throw new Error(read.refusal.code)
    return nextAfter(read.value, now)
  }
  expect(next({ hour: '1', minute: '5' }, '2026-11-21T09:40:00.000Z')).toBe('2026-11-22T01:05:00.000Z')
  expect(next({ minute: '[0-10],30' }, '2026-11-21T09:10:00.000Z')).toBe('2026-11-21T09:30:00.000Z')
  expect(next({ dayOfWeek: '1' }, '2026-11-21T09:40:00.000Z')).toBe('2026-11-23T00:00:00.000Z')
  expect(next({ second: '0,30' }, '2026-11-21T09:40:00.000Z')).toBe('2026-11-21T09:40:30.000Z')
  expect(next({ dayOfMonth: '29', month: '2' }, '2026-11-21T09:40:00.000Z')).toBe('2028-02-29T00:00:00.000Z')
})

describe('a stream', () => {
  const open = async (
    path: string,
    headers: Record<string, string>,
  ): Promise<{ socket: WebSocket; messages: string[]; status: number }> => {
    const address = app.server.address()
    const socket = new WebSocket(`ws://127.0.0.1:${isAddress(address) ? address.port : 0}${path}`, { headers })
    const messages: string[] = []
    socket.on('message', (data) => messages.push(String(data)))
    const status = await new Promise<number>((resolve) => {
      socket.on('open', () => resolve(101))
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
      socket.on('error', () => undefined)
    })
    return { socket, messages, status }
  }
  beforeAll(async () => void (await app.listen({ port: 0, host: '127.0.0.1' })))
  test('is the address that runs the query; what is new comes as messages', async () => {
    const { socket, messages, status } = await open('/epcis/queries/shipped/events?stream=true', { 'x-api-key': token })
    expect(status).toBe(101)
    await capture(20)
    await expect.poll(() => messages.length, { timeout: 5000 }).toBe(1)
    expect(idsIn(messages[0] ?? '')).toEqual(['urn:uuid:s20'])
    socket.close()
  })
  test.each([
    ['/epcis/queries/shipped/events', {}, 401],
    ['/epcis/queries/nothing/events', { key: true }, 404],
    ['/epcis/queries/shipped/events?colour=red', { key: true }, 400],
    ['/epcis/queries/shipped/events?stream=true&minute=5', { key: true }, 400],
    ['/epcis/queries/shipped/events', { key: true, origin: 'https://evil.example' }, 403],
    ['/elsewhere', { key: true }, 404],
  ])('%s with %j is answered %i', async (path, { key, ...headers }: { key?: boolean; origin?: string }, wanted) => {
    const { socket, status } = await open(path, { ...headers, ...(key ? { 'x-api-key': token } : {}) })
    expect(status).toBe(wanted)
    socket.terminate()
  })
})
