/* Webhooks on the real database with a receiver of our own: every kind of news of a played province, to whom it is told, failures, restarts. */
import { createHmac } from 'node:crypto'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshProvince } from '../../../../test/played-province.ts'
import { DEMO_PASSWORD } from '../../../../test/world/accounts.ts'
import { type Client, signIn } from '../../../../test/world/client.ts'
import { mustParse } from '../../../kernel/schema.ts'
import { DeliveryList, MadeWebhook, WebhookList } from '../contract.ts'

interface Got {
  readonly path: string
  readonly id: string
  readonly timestamp: string
  readonly signature: string
  readonly body: string
}
const got: Got[] = []
const receiver = { answers: 200 }
const server: Server = createServer((request, response) => {
  const pieces: Buffer[] = []
  request.on('data', (piece: Buffer) => pieces.push(piece))
  request.on('end', () => {
    const header = (name: string): string => String(request.headers[name] ?? '')
    got.push({
      path: request.url ?? '',
      id: header('webhook-id'),
      timestamp: header('webhook-timestamp'),
      signature: header('webhook-signature'),
      body: Buffer.concat(pieces).toString('utf8'),
    })
    response.statusCode = receiver.answers
    response.end()
  })
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
const port = (address: AddressInfo | string | null): number => (typeof address === 'object' && address !== null ? address.port : 0)
const host = `127.0.0.1:${port(server.address())}`
process.env['CHANZO_WEBHOOK_PRIVATE'] = host

const world = await freshProvince()
const { province } = world
let app: FastifyInstance
let planner: Client
beforeAll(async () => {
  app = await world.program.createHttp(({ error }) => {
    throw error
  })
  planner = await signIn(app, 'planner@demo.chanzo.example', DEMO_PASSWORD)
}, 120_000)
afterAll(async () => {
  await app.close()
  server.close()
})

const ALL = ['status', 'hold', 'certificate', 'refusal', 'revocation'] as const
async function register(path: string, organisation?: string): Promise<MadeWebhook> {
  const answer = await planner.send('/api/webhooks', {
    url: `http://${host}${path}`,
    kinds: ALL,
    ...(organisation ? { organisation } : {}),
  })
  expect(answer.status).toBe(200)
  return mustParse(MadeWebhook, answer.body)
}
const run = (query: ReturnType<typeof sql>) => world.program.database.transaction((tx) => query.execute(tx))
const typesAt = (path: string): readonly string[] =>
  got.filter((one) => one.path === path).map((one) => String(Reflect.get(JSON.parse(one.body), 'type')))
async function roundsUntilQuiet(): Promise<void> {
  while ((await world.program.modules.webhooks.round()) > 0);
}
const deliveriesOf = async (webhook: string) =>
  mustParse(DeliveryList, (await planner.get(`/api/webhooks/${webhook}/deliveries`)).body).deliveries

test('the whole past of the province, told to a ministry, a firm and a stranger to a lot: each only what it may see, signed', async () => {
  const hooks = { all: await register('/all'), exporter: await register('/exporter', province.stage.organisation('exporter')) }
  await register('/title', province.stage.organisation('titleHolder'))
  // As if they had been registered before it all began.
  await run(sql`update webhook set made_at = '2000-01-01'`)
  await run(sql`update webhook_place set position = 0`)
  await roundsUntilQuiet()
  expect(new Set(typesAt('/all'))).toEqual(new Set(['status', 'hold', 'certificate']))
  expect(typesAt('/exporter')).toContain('certificate')
  expect(typesAt('/title')).not.toContain('certificate')
  expect(typesAt('/title')).toContain('status')
  // Lots that stand still are told to the ministry, and to none who never had them.
  const lotsTold = (path: string) => got.filter((one) => one.path === path && one.body.includes('"of":"lot"'))
  expect(lotsTold('/all').length).toBeGreaterThan(0)
  expect(lotsTold('/title')).toEqual([])
  expect(lotsTold('/exporter').length).toBeLessThan(lotsTold('/all').length)
  for (const one of got.filter(({ path }) => path === '/all')) {
    const key = Buffer.from(hooks.all.secret.slice('whsec_'.length), 'base64')
    const expected = createHmac('sha256', key).update(`${one.id}.${one.timestamp}.${one.body}`).digest('base64')
    expect(one.signature).toBe(`v1,${expected}`)
    expect(Math.abs(Number(one.timestamp) * 1000 - Date.parse(world.program.clock()))).toBeLessThan(5000)
  }
  expect(JSON.stringify(got)).not.toMatch(/"(reason|latitude|longitude|account|verifier|validator)"/)
  expect(await deliveriesOf(hooks.exporter.id)).toHaveLength(typesAt('/exporter').length)
})

test('one event is one delivery, however often the log is read', async () => {
  const before = got.length
  await run(sql`update webhook_place set position = 0`)
  await roundsUntilQuiet()
  expect(got).toHaveLength(before)
  const ids = got.filter((one) => one.path === '/all').map((one) => one.id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('what fails is tried again later and later under the same id, shown with its reason, and sent again by hand', async () => {
  const hook = await register('/weak')
  receiver.answers = 500
  const site = province.sites['jiwe'] ?? ''
  expect(
    (await planner.post(`/api/sites/${site}/holds`, { reason: 'Affrontements sur la route', from: province.stage.today })).status,
  ).toBe(200)
  await world.program.modules.webhooks.round()
  const [waiting] = await deliveriesOf(hook.id)
  expect(waiting).toMatchObject({ kind: 'hold', state: 'waiting', tries: 1, problem: 'answered-500' })
  expect(waiting?.body).not.toContain('Affrontements')
  const tries = got.filter((one) => one.path === '/weak').length
  await world.program.modules.webhooks.round()
  expect(got.filter((one) => one.path === '/weak')).toHaveLength(tries)
  world.setClock(new Date(Date.parse(world.program.clock()) + 15_000).toISOString())
  await world.program.modules.webhooks.round()
  expect((await deliveriesOf(hook.id))[0]).toMatchObject({ tries: 2, state: 'waiting' })
  receiver.answers = 204
  expect((await planner.send(`/api/webhook-deliveries/${waiting?.id}/again`, {})).status).toBe(200)
  await world.program.modules.webhooks.round()
  expect((await deliveriesOf(hook.id))[0]).toMatchObject({ state: 'delivered', problem: null })
  expect(new Set(got.filter((one) => one.path === '/weak').map((one) => one.id)).size).toBe(1)
})

test('a server that was killed while it sent sends again under the same id', async () => {
  const [first] = await deliveriesOf(
    mustParse(WebhookList, (await planner.get('/api/webhooks')).body).webhooks.find((one) => one.url.endsWith('/weak'))?.id ?? '',
  )
  const before = got.filter((one) => one.id === first?.id).length
  // Claimed, and then the power went.
  await run(
    sql`update webhook_delivery set state = 'waiting', next_try_at = ${new Date(Date.parse(world.program.clock()) + 60_000).toISOString()} where id = ${first?.id}`,
  )
  await world.program.modules.webhooks.round()
  expect(got.filter((one) => one.id === first?.id)).toHaveLength(before)
  world.setClock(new Date(Date.parse(world.program.clock()) + 61_000).toISOString())
  await world.program.modules.webhooks.round()
  expect(got.filter((one) => one.id === first?.id)).toHaveLength(before + 1)
})

test('a stopped webhook hears nothing more; secrets are in no list and not readable in the database', async () => {
  const hook = await register('/stopped')
  expect((await planner.send(`/api/webhooks/${hook.id}/stops`, {})).status).toBe(200)
  const lifted = mustParse(WebhookList, (await planner.get('/api/webhooks')).body).webhooks
  expect(lifted.find((one) => one.id === hook.id)?.stoppedAt).not.toBeNull()
  expect(JSON.stringify(lifted)).not.toContain('whsec_')
  const rows = await world.program.database.read(
    async (tx) => (await sql<{ line: string }>`select one::text as line from webhook as one`.execute(tx)).rows,
  )
  expect(JSON.stringify(rows)).not.toContain(Buffer.from(hook.secret).toString('hex'))
  await world.program.modules.webhooks.round()
  expect(typesAt('/stopped')).toEqual([])
})

test.each([
  ['https://10.0.0.4/hook', 'webhook-address-not-allowed'],
  ['https://169.254.169.254/latest', 'webhook-address-not-allowed'],
  ['https://localhost/hook', 'webhook-address-not-allowed'],
  ['file:///etc/passwd', 'webhook-address-not-allowed'],
  ['https://user:pw@example.org/', 'webhook-address-not-allowed'],
  ['http://partner.example.org/hook', 'webhook-needs-https'],
])('%s is refused', async (url, code) => {
  const answer = await planner.send('/api/webhooks', { url, kinds: ['status'] })
  expect([answer.status, answer.body]).toEqual([400, { refusal: { code, facts: {} } }])
})

test('what still waits for a stopped webhook keeps nobody else waiting', async () => {
  receiver.answers = 200
  const [stopped, other] = [await register('/stopped'), await register('/other')]
  const lay = (webhook: string, event: string) =>
    run(sql`insert into webhook_delivery (tenant_id, id, webhook_id, event_id, kind, body, state, tries, next_try_at, made_at)
      values ('cd', gen_random_uuid(), ${webhook}, ${event}, 'hold', '{"type":"hold"}', 'waiting', 0, '2000-01-01', '2000-01-01')`)
  for (let n = 0; n < 25; n++) await lay(stopped.id, `old-${n}`)
  await planner.post(`/api/webhooks/${stopped.id}/stops`, {})
  await lay(other.id, 'new')
  await run(sql`update webhook_delivery set next_try_at = '2000-01-03' where webhook_id = ${other.id}`)
  await world.program.modules.webhooks.round()
  expect(typesAt('/other')).toEqual(['hold'])
  expect(typesAt('/stopped')).toEqual([])
})
