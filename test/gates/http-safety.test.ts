/*
What a hostile client may try, against the whole program: pages that would run a stranger's script, requests from other sites, bodies
that are too large or poisoned, texts that want to be SQL, addresses that are none. Nothing here may end in a fault: what cannot be
understood is refused in words.
*/
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openProgram } from '../../src/bin/program.ts'
import { refusalStatus } from '../../src/bin/refusal-status.ts'
import { CAPABILITIES } from '../../src/modules/people/domain/capabilities.ts'
import { addAccount } from '../../src/modules/people/module.ts'
import { SIGN_IN_PATHS } from '../../src/modules/people/server/mount-sign-in.ts'
import { createHttpServer } from '../../src/platform/http/http-server.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { passingKeyRing } from '../../src/platform/keys/signer.ts'
import { TEST_NOW } from '../database.ts'
import { freshProvince } from '../played-province.ts'
import { newId } from '../world/client.ts'

const world = await freshProvince()
const { program } = world
const ID = '019aa5db-c580-7fff-bfff-ffffffffffff'
const faults: unknown[] = []
/** The faults since the last look. */
const noted = (): readonly string[] => faults.splice(0).map(String)
/** The program as somebody meets it who may do everything: what is refused is refused by the content, not by the role. */
let mighty: FastifyInstance
/** The program as it listens, with sign-in. */
let app: FastifyInstance
const routes = [...program.routes, ...program.hallRoutes]
const addressOf = (route: Route, value = ID): string => route.path.replaceAll(/:[A-Za-z0-9]+/g, encodeURIComponent(value))

beforeAll(async () => {
  app = await program.createHttp(({ error }) => void faults.push(error))
  // One who signed the undertaking, so that what is asked is looked at.
  const account = world.province.stage.account('caseworker')
  const organisation = world.province.stage.organisation('ngao')
  mighty = await createHttpServer({
    routes,
    log: program.log,
    tenant: program.tenant,
    clock: program.clock,
    refusalStatus,
    reportFault: ({ error }) => void faults.push(error),
    authenticate: () =>
      Promise.resolve({
        ...{ tenant: program.tenant, account, organisation, roles: ['ADMINISTRATOR'], language: 'fr', territory: 'everywhere' },
        capabilities: new Set(CAPABILITIES),
      }),
  })
})
afterAll(() => Promise.all([app.close(), mighty.close()]))

const refusalIn = (body: string): string | null => {
  const answer: { refusal?: { code: string } } = JSON.parse(body)
  return answer.refusal?.code ?? null
}

describe('headers', () => {
  test.each<[string, InjectOptions]>([
    ['an answer', { url: '/api/about' }],
    ['a refusal', { url: '/api/sites' }],
    ['an unknown address', { url: '/api/nothing' }],
    ['a public page', { url: '/site/nothing' }],
    ['a body that is no JSON', { method: 'POST', url: '/api/sites', payload: '{', headers: { 'content-type': 'application/json' } }],
    ['a request from elsewhere', { method: 'POST', url: '/api/sites', payload: {}, headers: { origin: 'https://evil.example' } }],
    ['sign-in', { method: 'POST', url: '/api/auth/sign-in/email', payload: { email: 'x@y.example', password: 'x' } }],
  ])('%s forbids frames, foreign scripts, guessing of types and caching by others', async (_name, wanted) => {
    const { headers } = await app.inject(wanted)
    // Compiling WebAssembly runs no text as script.
    const policy = String(headers['content-security-policy']).replace("'wasm-unsafe-eval'", '')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(policy).toMatch(/default-src '(self|none)'/)
    for (const part of ["object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"]) expect(policy).toContain(part)
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*|script-src[^;]*(unsafe|data:|blob:)/)
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })

  test('a page that the server writes itself may run no script at all, and sends nothing anywhere', async () => {
    const { headers, body } = await app.inject({ url: '/site/XL-0001' })
    expect(headers['content-type']).toContain('text/html')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).toContain("form-action 'none'")
    expect(body).not.toMatch(/<script|\son[a-z]+=/i)
  })
})

describe('cookies', () => {
  test.each([
    ['http://127.0.0.1:4870', false],
    ['https://chanzo.example', true],
  ])('of a server at %s: script cannot read them, other sites do not send them, secure: %s', async (baseUrl, secure) => {
    const { connectionString } = world
    const options = {
      connectionString,
      baseUrl,
      keys: passingKeyRing(),
      clock: () => TEST_NOW,
      tenant: 'cd',
      secret: randomUUID(),
      demo: false,
      simulatedClock: true,
    }
    const other = await openProgram(options)
    const email = `cookie-${secure}@people.example`
    const password = 'a long enough password'
    const added = await addAccount({ ...other, places: other.modules.places.door }, { email, password, roles: ['OBSERVER'] })
    expect(added.ok).toBe(true)
    const server = await other.createHttp(({ error }) => void faults.push(error))
    const signedIn = await server.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password } })
    expect(signedIn.statusCode).toBe(200)
    expect(signedIn.cookies.length).toBeGreaterThan(0)
    for (const cookie of signedIn.cookies) {
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
      expect(cookie.secure === true).toBe(secure)
    }
    const cookie = signedIn.cookies.map((one) => `${one.name}=${one.value}`).join('; ')
    expect((await server.inject({ url: '/api/me', headers: { cookie } })).statusCode).toBe(200)
    expect((await server.inject({ url: '/api/about' })).headers['strict-transport-security'] !== undefined).toBe(secure)
    await server.close()
    await other.close()
  })
})

describe('requests from other sites', () => {
  /** Forms for people without an account, in which no cookie counts; old browsers name no origin. */
  const fromAnywhere = routes.filter((route) => route.fromAnywhere).map((route) => route.path)
  test('only the forms of anonymous reports are heard from anywhere', () => {
    expect(fromAnywhere).toEqual(['/report', '/report/follow', '/report/facts'])
  })
  const writes = [
    ...routes.filter((route) => route.method === 'POST' && !route.fromAnywhere).map((route) => addressOf(route)),
    ...SIGN_IN_PATHS.flatMap(({ method, path }) => (method === 'POST' ? [path] : [])),
  ]
  test.each<[string, { readonly [name: string]: string }]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['an origin that begins like ours', { origin: 'http://localhost.evil.example' }],
    ['another port of our machine', { origin: 'http://localhost:9999' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a browser that says one thing twice', { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:80' }],
  ])('every write that %s makes a browser send is refused before it is read', async (_name, headers) => {
    const taken: string[] = []
    for (const url of writes) {
      const answer = await app.inject({ method: 'POST', url, payload: {}, headers: { host: 'localhost:80', ...headers } })
      if (answer.statusCode !== 403 || refusalIn(answer.body) !== 'request-from-another-site') taken.push(`${url} ${answer.statusCode}`)
    }
    expect(taken).toEqual([])
  })

  test('our own page is heard', async () => {
    for (const headers of [{ origin: 'http://localhost:80' }, { 'sec-fetch-site': 'same-origin' }]) {
      const answer = await app.inject({ method: 'POST', url: '/api/sites', payload: {}, headers: { host: 'localhost:80', ...headers } })
      expect(refusalIn(answer.body)).toBe('not-signed-in')
    }
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'a form of another site cannot pass for JSON: %s is not read',
    async (type) => {
      const answer = await mighty.inject({ method: 'POST', url: '/api/sites', payload: '{"id":1}', headers: { 'content-type': type } })
      expect([answer.statusCode, refusalIn(answer.body)]).toEqual([415, 'not-understood'])
    },
  )
})

describe('bodies', () => {
  /** Forms of pages answer with a page, whatever came; gateways look at the signature first. */
  const isVoice = ({ fromAnywhere, path }: Route): boolean => fromAnywhere === true || /^\/(?:hall|api\/voices\/gateways\/)/.test(path)
  /** The door of a hall asks for its code again. */
  const toNonsense: { readonly [path: string]: number } = { '/hall': 400, '/hall/:code': 404 }
  const files = routes.filter((route) => route.takesBytes !== undefined && !isVoice(route))
  const posts = routes.filter((route) => route.method === 'POST' && route.takesBytes === undefined && !route.path.includes('sign-out'))
  test('nonsense is answered by the form of an anonymous report and the door of a hall, and refused by a gateway', async () => {
    for (const route of routes.filter((one) => isVoice(one) && one.method === 'POST'))
      for (const payload of ['', '{}', '<script>', '[[[[', '\u0089PNG']) {
        const answer = await mighty.inject({
          method: 'POST',
          url: addressOf(route),
          payload,
          headers: { 'content-type': 'multipart/form-data; boundary=x' },
          // Its own: who types wrong codes of a hall waits ever longer, address by address.
          remoteAddress: '192.0.2.7',
        })
        expect(answer.statusCode).toBe(toNonsense[route.path] ?? (route.fromAnywhere ? 200 : 403))
        expect(answer.body).not.toContain('<script>')
      }
    expect(noted()).toEqual([])
  })
  test.each(['', '{}', 'null', '<script>', '%PDF-1.4', '\u0089PNG\r\n', 'PK\u0003\u0004', '['.repeat(100_000)])(
    'that are no file are refused in words by the routes that take files',
    async (payload) => {
      for (const route of files)
        for (const type of ['application/json', 'image/png', 'application/pdf', 'text/csv', 'x']) {
          const answer = await mighty.inject({
            method: route.method,
            url: addressOf(route),
            payload: Buffer.from(payload, 'latin1'),
            headers: { 'content-type': type },
          })
          expect([400, 415], `${route.path} ${type} ${answer.body}`).toContain(answer.statusCode)
          // OpenRosa says it in XML.
          if (route.path.startsWith('/openrosa/')) expect(answer.body).toMatch(/<message>[^<]+<\/message>/)
          else expect(refusalIn(answer.body)).not.toBe('')
        }
      expect(noted()).toEqual([])
    },
  )
  /** They read no body, or look first for what the address names. */
  const BEFORE_THE_BODY: { readonly [path: string]: number } = {
    '/api/devices/:device/challenges': 200,
    '/api/collect-logins/:login/withdrawal': 404,
    '/api/submissions/:instance/placement': 404,
    '/api/submissions/:instance/set-aside': 404,
    '/api/webhooks/:webhook/stops': 404,
    '/api/webhook-deliveries/:delivery/again': 404,
    '/api/field/check-ins': 403,
    '/api/imports/chain/:import/runs': 404,
    '/api/imports/chain/:import/stops': 404,
  }
  /** `ID` in the text becomes an id of its own for each route: a repeat would be answered like the first. */
  const sendAll = async (payload: string | Buffer, wanted: readonly number[]) => {
    const wrong: string[] = []
    for (const route of posts) {
      const sent = typeof payload === 'string' ? payload.replace(ID, newId()) : payload
      const headers = { 'content-type': 'application/json' }
      const answer = await mighty.inject({ method: 'POST', url: addressOf(route), payload: sent, headers })
      // A scan is asked for without a word; while one runs the next is refused.
      const isScan = route.path === '/api/plausibility/scans' && [200, 409].includes(answer.statusCode)
      if (!wanted.includes(answer.statusCode) && answer.statusCode !== BEFORE_THE_BODY[route.path] && !isScan)
        wrong.push(`${route.path} ${answer.statusCode} ${answer.body.slice(0, 200)}`)
    }
    expect(wrong).toEqual([])
    expect(noted()).toEqual([])
  }
  const command = (data: string): string => `{"id":"${ID}","data":${data}}`

  test('of more than 2 MB are not read', async () => {
    const answer = await mighty.inject({ method: 'POST', url: '/api/sites', payload: { id: newId(), data: 'x'.repeat(2 * 1024 * 1024) } })
    expect([answer.statusCode, refusalIn(answer.body)]).toEqual([413, 'too-large'])
  })
  test.each([
    ['__proto__ at the top', `{"__proto__":{"polluted":1},"id":"${ID}","data":{}}`],
    ['__proto__ in the data', command('{"__proto__":{"polluted":1},"name":"x"}')],
    ['constructor.prototype', command('{"constructor":{"prototype":{"polluted":1}}}')],
    ['__proto__ deep down', command('{"a":[{"b":{"__proto__":{"polluted":1}}}]}')],
  ])('with %s poison nothing', async (_name, payload) => {
    await sendAll(payload, [400])
    expect('polluted' in {}).toBe(false)
  })
  test('of a hundred thousand brackets are refused like any nonsense', async () => {
    await sendAll(command(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), [400])
  })
  test('that are not UTF-8 are refused, not guessed', async () => {
    await sendAll(
      Buffer.concat([Buffer.from(`{"id":"${ID}","data":{"reason":"`), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from('"}}')]),
      [400],
    )
  })
  test.each(['null', '[]', '"x"', '1', '{}', '', '{"id":{}}', command('null'), command('"x"'), command('[1]'), command('1e400')])(
    'that are %s are refused',
    async (payload) => sendAll(payload, [400]),
  )
  test.each(['2026-11-21T99:99:99.999Z', '0000-01-01T00:00:00.000Z', '2026-02-30T00:00:00.000Z', '+010000-01-01T00:00:00.000Z'])(
    'that happened at %s are refused',
    async (happenedAt) => sendAll(JSON.stringify({ id: ID, happenedAt, data: {} }), [400]),
  )
})

/** Questions in an address that a route asks for. */
const questionsOf = ({ schemas: { query } }: Route): readonly string[] =>
  query && 'shape' in query && typeof query.shape === 'object' && query.shape !== null ? Object.keys(query.shape) : []
const asked = routes.filter((route) => route.method === 'GET' && questionsOf(route).length > 0)
/** What else a route cannot do without. */
const needed: { readonly [path: string]: { readonly [name: string]: string } } = {
  '/api/places/at': { latitude: '-5.5', longitude: '28.4' },
}

describe('filters', () => {
  const injections = [
    "' or '1'='1",
    "x' or 1=1 --",
    "'; drop table lot; --",
    "') or true--",
    "\\' or 1=1 --",
    '%',
    '_',
    '$1',
    '1;select pg_sleep(5)',
    "E'\\x27'",
  ]
  const tables = () =>
    program.database.read(async (tx) => {
      const { rows } = await sql<{
        n: number
      }>`select (select count(*) from lot) + (select count(*) from site) + (select count(*) from log_event) as n`.execute(tx)
      return rows[0]?.n
    })
  /** The first list of an answer: what the filter let through. */
  const listed = (body: string): number => {
    const answer: unknown = JSON.parse(body)
    const lists = typeof answer === 'object' && answer !== null ? Object.values(answer).filter(Array.isArray) : []
    return lists[0]?.length ?? 0
  }

  test.each(asked.flatMap((route) => questionsOf(route).map((name) => [route.path, name, route] as const)))(
    '%s?%s takes no SQL: it understands nothing, or finds nothing',
    async (path, name, route) => {
      const before = await tables()
      for (const text of injections) {
        const query = new URLSearchParams({ ...needed[path], [name]: text })
        const answer = await mighty.inject({ url: `${addressOf(route, 'sites')}?${query}` })
        expect([200, 400, 404], `${text} ${answer.body.slice(0, 200)}`).toContain(answer.statusCode)
        // A cursor is a place in an order and a language chooses words: neither is a filter, what comes may well be something.
        if (answer.statusCode === 200 && name !== 'before' && name !== 'language') expect(listed(answer.body), text).toBe(0)
      }
      expect(await tables()).toBe(before)
      expect(noted()).toEqual([])
    },
  )
})

describe('addresses', () => {
  const gets = routes.filter((route) => route.method === 'GET')
  const nasty = [
    '%00',
    '%ff',
    '%c3%28',
    '%ed%a0%80',
    'a%0d%0aset-cookie:%20x=1',
    '..%2f..%2fetc%2fpasswd',
    '%25',
    'null',
    '-1',
    "'",
    '%F0%9F%92%A3',
    'constructor',
    '__proto__',
  ]
  test.each(gets.map((route) => route.path).filter((path) => path.includes(':')))(
    '%s refuses nonsense in its place without a fault',
    async (path) => {
      for (const text of [...nasty, 'x'.repeat(400), 'x'.repeat(5_000)]) {
        const url = path.replaceAll(/:[A-Za-z0-9]+/g, text)
        const answer = await mighty.inject({ url })
        // KoboCollect writes the user's name there: it is read and not believed, whatever it is.
        // A gateway that did not sign is told so whatever name it gives: nobody learns which there are.
        const wanted =
          path === '/openrosa/:login/formList'
            ? [200, 400, 404, 414]
            : path.startsWith('/api/voices/gateways/')
              ? [400, 403, 404, 414]
              : [400, 404, 414]
        expect(wanted, `${url.slice(0, 80)} ${answer.body.slice(0, 200)}`).toContain(answer.statusCode)
        expect(answer.headers['set-cookie']).toBeUndefined()
      }
      expect(noted()).toEqual([])
    },
  )
  test.each(asked.flatMap((route) => questionsOf(route).map((name) => [route.path, name, route] as const)))(
    '%s?%s refuses nonsense without a fault',
    async (path, name, route) => {
      const more = new URLSearchParams(needed[path]).toString()
      const values = [
        ...nasty,
        '1e308',
        'Infinity',
        'NaN',
        '99999999999999999999',
        '0000-01-01',
        '9999-12-31',
        '2026-11-21T99:99:99.999Z',
        'x'.repeat(20_000),
        '',
        'a&' + name + '=b',
      ]
      for (const value of values) {
        const answer = await mighty.inject({ url: `${addressOf(route, 'sites')}?${more}&${name}=${value}` })
        expect([200, 400, 404], `${name}=${value.slice(0, 60)} ${answer.body.slice(0, 200)}`).toContain(answer.statusCode)
      }
      expect(noted()).toEqual([])
    },
  )
  test('a question that a route does not know is refused', async () => {
    for (const name of ['__proto__[polluted]', 'constructor', 'tenant', 'where']) {
      const answer = await mighty.inject({ url: `/api/lots?${name}=1` })
      expect([name, answer.statusCode]).toEqual([name, 400])
    }
    expect('polluted' in {}).toBe(false)
  })
})
