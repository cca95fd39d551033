/*
A dossier is refused and a certificate revoked over HTTP, and a machine of a partner hears of it: the delivery as it arrives, its signature by
the secret that was given once, and nothing at whoever it does not concern.
*/
import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Server, createServer } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshProvince } from '../../../../test/played-province.ts'
import { DEMO_PASSWORD, type DemoOrganisation } from '../../../../test/world/accounts.ts'
import { type Client, signIn, subjectOf } from '../../../../test/world/client.ts'
import { instant, keyed, json, listOf, looseRecord, mustParse, oneOf, record, text } from '../../../kernel/schema.ts'
import { type HookKindWord, MadeWebhook } from '../contract.ts'

const Delivery = record({ id: text(), type: oneOf('refusal', 'revocation'), happenedAt: instant(), data: keyed(json()) })
interface Got {
  readonly path: string
  readonly header: (name: string) => string
  readonly body: string
}
const got: Got[] = []
const server: Server = createServer((request, response) => {
  const pieces: Buffer[] = []
  request.on('data', (piece: Buffer) => pieces.push(piece))
  request.on('end', () => {
    const header = (name: string): string => String(request.headers[name] ?? '')
    got.push({ path: request.url ?? '', header, body: Buffer.concat(pieces).toString('utf8') })
    response.end()
  })
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
const address = server.address()
const host = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
const before = process.env['CHANZO_WEBHOOK_PRIVATE']
process.env['CHANZO_WEBHOOK_PRIVATE'] = host

const world = await freshProvince()
const { province } = world
let app: FastifyInstance
const people = new Map<string, Client>()
const as = async (key: string): Promise<Client> => {
  const known = people.get(key) ?? (await signIn(app, `${key}@demo.chanzo.example`, DEMO_PASSWORD))
  people.set(key, known)
  return known
}
const secrets = new Map<string, Buffer>()
async function register(
  path: string,
  { of, kinds }: { readonly of: DemoOrganisation; readonly kinds: readonly HookKindWord[] },
): Promise<void> {
  const organisation = province.stage.organisation(of)
  const answer = await (await as('planner')).send('/api/webhooks', { url: `http://${host}${path}`, kinds, organisation })
  const { secret } = mustParse(MadeWebhook, answer.body)
  secrets.set(path, Buffer.from(secret.slice('whsec_'.length), 'base64'))
}
beforeAll(async () => {
  app = await world.program.createHttp(({ error }) => {
    throw error
  })
  const both = ['refusal', 'revocation'] as const
  await register('/ministry', { of: 'ministry', kinds: both })
  await register('/exporter', { of: 'exporter', kinds: both })
  await register('/rival', { of: 'otherExporter', kinds: both })
  await register('/only-status', { of: 'exporter', kinds: ['status', 'hold', 'certificate'] })
}, 120_000)
afterAll(async () => {
  await app.close()
  server.close()
  if (before === undefined) delete process.env['CHANZO_WEBHOOK_PRIVATE']
  else process.env['CHANZO_WEBHOOK_PRIVATE'] = before
})

/** What a receiver does before it believes anything. */
function opened({ path, header, body }: Got) {
  const [id, timestamp] = [header('webhook-id'), header('webhook-timestamp')]
  const sign = (key: Buffer, said: string) => createHmac('sha256', key).update(said).digest()
  const signature = Buffer.from(header('webhook-signature').replace(/^v1,/, ''), 'base64')
  const key = secrets.get(path) ?? Buffer.alloc(0)
  expect(timingSafeEqual(sign(key, `${id}.${timestamp}.${body}`), signature)).toBe(true)
  // Neither another body, nor another partner's secret, nor an older delivery goes by that signature.
  expect(sign(key, `${id}.${timestamp}.${body} `).equals(signature)).toBe(false)
  expect(sign(secrets.get('/rival') ?? key, `${id}.${timestamp}.${body}`).equals(signature)).toBe(path === '/rival')
  expect(Math.abs(Number(timestamp) * 1000 - Date.parse(world.program.clock()))).toBeLessThan(300_000)
  return mustParse(Delivery, JSON.parse(body))
}
/** All that came since, by where it came to. */
async function arrived(): Promise<ReadonlyMap<string, readonly ReturnType<typeof opened>[]>> {
  got.length = 0
  while ((await world.program.modules.webhooks.round()) > 0);
  const paths = [...new Set(got.map((one) => one.path))].toSorted()
  return new Map(paths.map((path) => [path, got.filter((one) => one.path === path).map(opened)]))
}
const WHY = 'Le cachet du laboratoire ne correspond pas.'

test('a refusal reaches the exporter and the ministry with what failed, never with the reason; another exporter hears nothing', async () => {
  const { dossiers } = mustParse(
    looseRecord({ dossiers: listOf(looseRecord({ id: text(), state: text() })) }),
    (await (await as('validator')).get('/api/dossiers')).body,
  )
  const dossier = dossiers.find((one) => one.state === 'open')?.id ?? ''
  subjectOf(await (await as('validator')).post(`/api/dossiers/${dossier}/refusal`, { reason: WHY }))
  const news = await arrived()
  expect([...news.keys()]).toEqual(['/exporter', '/ministry'])
  const data = news.get('/exporter')?.[0]?.data ?? {}
  expect(news.get('/exporter')).toMatchObject([{ type: 'refusal', data: { dossier, lot: province.heldLot, lotNumber: 'EXP-2026-0002' } }])
  expect(data['restsOn']).not.toEqual([])
  expect(news.get('/ministry')).toMatchObject([{ type: 'refusal', data }])
  expect(JSON.stringify(got)).not.toContain(WHY)
})

test('a revocation is as public as the list: everybody who asked hears the number and the day, nobody the reason', async () => {
  const number = province.certificateNumber
  const on = province.stage.today
  subjectOf(await (await as('validator')).post(`/api/certificates/${number}/revocation`, { on, reason: WHY }))
  const news = await arrived()
  expect([...news.keys()]).toEqual(['/exporter', '/ministry', '/rival'])
  for (const told of [...news.values()]) expect(told).toMatchObject([{ type: 'revocation', data: { number, on } }])
  expect(JSON.stringify(got)).not.toContain(WHY)
  // Each partner its own delivery, one event: by its id a receiver knows what it has.
  expect(new Set(got.map((one) => one.header('webhook-id'))).size).toBe(3)
  expect(new Set([...news.values()].flatMap((told) => told.map((one) => one.id))).size).toBe(1)
})

test('what was refused to be done tells nobody', async () => {
  const again = await (
    await as('validator')
  ).post(`/api/certificates/${province.certificateNumber}/revocation`, {
    ...{ on: province.stage.today, reason: WHY },
  })
  expect(again.status).toBe(409)
  expect([...(await arrived()).keys()]).toEqual([])
})
