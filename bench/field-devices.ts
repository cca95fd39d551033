/*
Many telephones at once on one server: each opens a session, checks in, hands in three parcels (a visit opened, its findings, its signature)
and pulls what changed since its last round, with what all the others hand in meanwhile.
A server under load keeps what it is given and says `waiting`, so the request at the 99th percentile is not the whole work: until everything that was handed in
is applied is measured beside it.
The phones sign and ask from this process, the server is a process of its own. Measured is the slowest request but one in a hundred. Beside it the
least that any server does with as many bytes: bare Fastify, one insert into PostgreSQL for each request.
*/
import { createPrivateKey, sign } from 'node:crypto'
import Fastify from 'fastify'
import pg from 'pg'
import { canonicalJson } from '../src/kernel/canonical-json.ts'
import { newId } from '../test/world/client.ts'
import { decidingCriteria } from '../src/modules/sites/domain/missions/criteria.ts'
import type { Benchmark } from './benchmark.ts'
import { type EnrolledPhone, type FieldServer, withFieldServer, wireOver } from './field-server.ts'
import { percentile } from './site-list.ts'

const CARRIED = { missions: [], areas: ['CD61'] }
interface Request {
  readonly path: string
  readonly body: string
}
/** What one telephone sends in one round; the first two open its session. */
function roundOf(server: FieldServer, phone: EnrolledPhone, { at, cursor }: { readonly at: number; readonly cursor: string | null }) {
  const key = createPrivateKey(phone.key)
  const text = (path: string, data: unknown, { id, after }: { readonly id: string; readonly after: readonly string[] }) =>
    canonicalJson({ v: 1, id, device: phone.device, account: phone.account, path, happenedAt: server.now, after, data })
  const parcel = (path: string, data: unknown, more: { readonly id: string; readonly after: readonly string[] }) => {
    const said = text(path, data, more)
    return {
      id: more.id,
      device: phone.device,
      text: said,
      signature: sign(null, Buffer.from(`chanzo-parcel-v1\n${said}`), key).toString('base64'),
    }
  }
  const [inspection, findings, signature] = [newId(), newId(), newId()]
  const members = [
    { body: 'mines-administration', attendance: 'required', head: true },
    { body: 'civil-society', attendance: 'required', head: false },
  ]
  const path = `/api/inspections/${inspection}`
  const found = decidingCriteria.map((one) => ({ criterion: one.id, answer: 'met', narrative: 'observé sur place par les trois membres' }))
  const parcels = [
    parcel(
      '/api/inspections',
      { site: server.sites[at % server.sites.length], date: '2026-11-20', onSite: true, members },
      { id: inspection, after: [] },
    ),
    parcel(`${path}/findings`, { by: 'mines-administration', findings: found }, { id: findings, after: [inspection] }),
    parcel(`${path}/signatures`, { body: 'mines-administration' }, { id: signature, after: [findings] }),
  ]
  const checkIn = { appVersion: 'bench', unsent: 3, oldestUnsentAt: server.now, clockOffsetSeconds: 0, isPersisted: true, freeBytes: null }
  const requests: readonly Request[] = [
    { path: '/api/field/check-ins', body: JSON.stringify(checkIn) },
    { path: '/api/field/parcels', body: JSON.stringify({ parcels }) },
    { path: '/api/field/pulls', body: JSON.stringify({ cursor, ...CARRIED }) },
  ]
  const sessionOf = (nonce: string): string =>
    JSON.stringify({
      ...{ device: phone.device, nonce },
      signature: sign(null, Buffer.from(`chanzo-device-session-v1\n${phone.device}\n${nonce}`), key).toString('base64'),
    })
  return { requests, sessionOf }
}

const never = new AbortController().signal
const headersWith = (token: string | null) => ({
  'content-type': 'application/json',
  ...(token === null ? {} : { authorization: `Bearer ${token}` }),
})
const fieldOf = (body: unknown, name: string): string => {
  const value = typeof body === 'object' && body !== null ? Object.entries(body).find(([key]) => key === name)?.[1] : undefined
  if (typeof value !== 'string') throw new Error(`no ${name} in ${JSON.stringify(body)}`)
  return value
}

interface AtOnce {
  readonly times: readonly number[]
  /** Milliseconds until nothing was left to do. */
  readonly until: number
}
async function oursAtOnce(server: FieldServer): Promise<AtOnce> {
  const ask = wireOver(`http://127.0.0.1:${server.port}`)
  const times: number[] = []
  const post = async (path: string, body: string, token: string | null): Promise<unknown> => {
    const began = performance.now()
    const heard = await ask({ method: 'POST', path, headers: headersWith(token), body }, never)
    times.push(performance.now() - began)
    if (heard.status !== 200) throw new Error(`${path}: ${heard.status} ${JSON.stringify(heard.body).slice(0, 200)}`)
    return heard.body
  }
  const signIn = async (phone: EnrolledPhone, sessionOf: (nonce: string) => string): Promise<string> => {
    const nonce = fieldOf(await post(`/api/devices/${phone.device}/challenges`, '{}', null), 'nonce')
    return fieldOf(await post('/api/device-sessions', sessionOf(nonce), null), 'token')
  }
  // Everybody has pulled before; telephones of one person stand where that person's others stand.
  const cursors = new Map<string, string>()
  for (const phone of server.phones) {
    if (cursors.has(phone.account)) continue
    const token = await signIn(phone, roundOf(server, phone, { at: 0, cursor: null }).sessionOf)
    let cursor: string | null = null
    for (let isDone = false; !isDone;) {
      const body: unknown = await post('/api/field/pulls', JSON.stringify({ cursor, ...CARRIED }), token)
      cursor = fieldOf(body, 'cursor')
      isDone = typeof body === 'object' && body !== null && 'done' in body && body.done === true
    }
    if (cursor !== null) cursors.set(phone.account, cursor)
  }
  times.length = 0
  const prepared = server.phones.map((phone, at) => ({
    phone,
    ...roundOf(server, phone, { at, cursor: cursors.get(phone.account) ?? null }),
  }))
  const began = performance.now()
  await Promise.all(
    prepared.map(async ({ phone, requests, sessionOf }) => {
      const token = await signIn(phone, sessionOf)
      for (const { path, body } of requests) await post(path, body, token)
    }),
  )
  await nothingWaits(server.connectionString)
  return { times, until: performance.now() - began }
}

async function nothingWaits(connectionString: string): Promise<void> {
  const pool = new pg.Pool({ connectionString, max: 1 })
  const waiting = async (): Promise<boolean> =>
    (await pool.query<{ any: boolean }>(`select exists (select from parcel where state = 'waiting') as any`)).rows[0]?.any === true
  while (await waiting()) await new Promise((done) => setTimeout(done, 50))
  await pool.end()
}

async function bareAtOnce(server: FieldServer): Promise<AtOnce> {
  const pool = new pg.Pool({ connectionString: server.connectionString, max: 10 })
  await pool.query(
    'create table if not exists bench_bare (id bigint generated always as identity primary key, at timestamptz default now(), body jsonb not null)',
  )
  const app = Fastify({ bodyLimit: 2_000_000 })
  app.post('/', async (request) => {
    await pool.query('insert into bench_bare (body) values ($1)', [JSON.stringify(request.body)])
    return { ok: true }
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  const ask = wireOver(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`)
  const times: number[] = []
  const started = performance.now()
  try {
    await Promise.all(
      server.phones.map(async (phone, at) => {
        const { requests, sessionOf } = roundOf(server, phone, { at, cursor: null })
        for (const body of ['{}', sessionOf('x'), ...requests.map((one) => one.body)]) {
          const began = performance.now()
          await ask({ method: 'POST', path: '/', headers: headersWith(null), body }, never)
          times.push(performance.now() - began)
        }
      }),
    )
    return { times, until: performance.now() - started }
  } finally {
    await app.close()
    await pool.end()
  }
}

const benchmark = (phones: number, of: 'request' | 'applied'): Benchmark => ({
  name: of === 'request' ? `field-devices-${phones}` : `field-devices-applied-${phones}`,
  about:
    of === 'request'
      ? `${phones} telephones sync at once: the request at the 99th percentile`
      : `${phones} telephones sync at once: until all that they handed in is applied`,
  measure: () =>
    withFieldServer({ phones, sites: 20 }, async (server) => {
      const ours = await oursAtOnce(server)
      const peer = await bareAtOnce(server)
      return {
        ours: of === 'request' ? percentile(ours.times, 0.99) : ours.until,
        peer: of === 'request' ? percentile(peer.times, 0.99) : peer.until,
        peerName: 'bare Fastify and one insert for each request of the same bytes',
        unit: 'ms',
        runs: of === 'request' ? ours.times.length : 1,
      }
    }),
})
export const fieldDeviceBenchmarks: readonly Benchmark[] = [50, 100, 200, 400].flatMap((phones) => [
  benchmark(phones, 'request'),
  benchmark(phones, 'applied'),
])
