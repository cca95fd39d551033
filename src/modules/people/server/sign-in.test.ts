import { getMigrations } from 'better-auth/db/migration'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { totp } from '../../../../test/totp.ts'
import { openProgram } from '../../../bin/program.ts'
import { passingKeyRing } from '../../../platform/keys/signer.ts'
import { addAccount, addToken, setPassword } from '../module.ts'
import { createAttempts } from './count-attempts.ts'
import { createSignIn } from './sign-in.ts'

const world = await freshDatabase()
const { program } = world
const parts = {
  database: program.database,
  log: program.log,
  tenant: program.tenant,
  places: program.modules.places.door,
  clock: program.clock,
}
const PASSWORD = 'une phrase assez longue'
let app: FastifyInstance
beforeAll(async () => {
  app = await program.createHttp()
  return () => app.close()
})

let made = 0
async function newPerson(roles: readonly string[] = ['OBSERVER']): Promise<{ email: string; account: string }> {
  const email = `person${++made}@people.example`
  const added = await addAccount(parts, { email, password: PASSWORD, roles })
  if (!added.ok) throw new Error(added.refusal.code)
  return { email, account: added.value.account }
}
const cookiesOf = (answer: LightMyRequestResponse): string =>
  answer.cookies
    .filter((one) => one.value !== '')
    .map((one) => `${one.name}=${one.value}`)
    .join('; ')
const send = (url: string, payload: object, headers: { [name: string]: string } = {}) =>
  app.inject({ method: 'POST', url: `/api/auth${url}`, payload, headers })
const enter = (email: string, password = PASSWORD, headers: { [name: string]: string } = {}) =>
  send('/sign-in/email', { email, password }, headers)
const me = (cookie: string) => app.inject({ url: '/api/me', headers: { cookie } })
const refusalIn = (answer: LightMyRequestResponse): unknown => answer.json<{ refusal?: { code: string } }>().refusal?.code

test('the tables of sign-in are exactly what the library writes, and it has nothing to migrate', async () => {
  const signIn = createSignIn({
    pool: program.database.pool,
    baseUrl: 'http://127.0.0.1:4870',
    secret: 'x'.repeat(40),
    attempt: async () => ({ allowed: true, retryAfter: null }),
    forget: async () => undefined,
    mustKeepFactor: async () => false,
  })
  const { toBeCreated, toBeAdded } = await getMigrations(signIn.options)
  expect([toBeCreated, toBeAdded]).toEqual([[], []])
  const { user, ...others } = signIn.options
  const shoeSize = { ...user, additionalFields: { ...user.additionalFields, shoeSize: { type: 'number', required: true } } } as const
  expect((await getMigrations({ ...others, user: shoeSize })).toBeAdded.length).toBe(1)
})

test('the right password opens a session in an httpOnly cookie and shows no token', async () => {
  const { email, account } = await newPerson(['CEEC_VERIFIER'])
  const answer = await enter(email.toUpperCase())
  expect(answer.statusCode).toBe(200)
  expect(answer.cookies[0]).toMatchObject({ name: 'chanzo.session_token', httpOnly: true, sameSite: 'Lax', path: '/' })
  expect(answer.body).not.toContain('token')
  const shown = await me(cookiesOf(answer))
  expect(shown.json()).toMatchObject({ account, roles: ['CEEC_VERIFIER'], territory: 'everywhere', secondFactor: false })
})

test('a wrong password and an unknown address are answered alike', async () => {
  const { email } = await newPerson()
  const [wrong, unknown] = [await enter(email, 'another long phrase'), await enter('nobody@people.example')]
  expect([wrong.statusCode, unknown.statusCode, refusalIn(wrong)]).toEqual([401, 401, 'wrong-email-or-password'])
  expect(wrong.body).toBe(unknown.body)
})

test('the eleventh try on one account within a quarter of an hour is refused, even with the right password', async () => {
  const { email } = await newPerson()
  for (let tried = 0; tried < 10; tried++) expect((await enter(email, `wrong password ${tried}`)).statusCode).toBe(401)
  const refused = await enter(email)
  expect([refused.statusCode, refusalIn(refused)]).toEqual([429, 'too-many-tries'])
})

test('ten wrong passwords from one address do not shut out the person at another; many addresses together do', async () => {
  const { email } = await newPerson()
  const at = (remoteAddress: string, password = PASSWORD) =>
    app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password }, remoteAddress })
  for (let tried = 0; tried < 12; tried++) await at('203.0.113.7', 'a guess of somebody')
  expect([(await at('203.0.113.7')).statusCode, (await at('198.51.100.9')).statusCode]).toEqual([429, 200])
  expect((await at('203.0.113.7')).statusCode).toBe(429)
  await program.database.transaction((tx) => sql`update sign_in_attempt set count = 200 where key like 'account|%'`.execute(tx))
  expect((await at('198.51.100.9', 'another guess')).statusCode).toBe(401)
  await program.database.transaction((tx) => sql`update sign_in_attempt set count = 200 where key like 'account|%'`.execute(tx))
  expect((await at('198.51.100.10')).statusCode).toBe(429)
  await program.database.transaction((tx) => sql`delete from sign_in_attempt`.execute(tx))
})

test('tries that ended are swept by any try, once a minute', async () => {
  let now = 0
  const { attempt } = createAttempts(program.database, () => now)
  const rule = { window: 60, max: 1 }
  const ended = () =>
    program.database.transaction((tx) =>
      sql`insert into sign_in_attempt (key, count, window_ends_at) values ('old', 3, now() - interval '1 second')`.execute(tx),
    )
  const left = async () =>
    (await program.database.read((tx) => sql`select 1 from sign_in_attempt where key = 'old'`.execute(tx))).rows.length
  await ended()
  expect([(await attempt('new', rule)).allowed, await left()]).toEqual([true, 0])
  await ended()
  expect([(await attempt('new', rule)).allowed, await left()]).toEqual([false, 1])
  now += 60_000
  expect([(await attempt('new', rule)).allowed, await left()]).toEqual([false, 0])
  await program.database.transaction((tx) => sql`delete from sign_in_attempt`.execute(tx))
})

test('a password set at the terminal opens, the old one does not, and every session ends', async () => {
  const { email, account } = await newPerson()
  const cookie = cookiesOf(await enter(email))
  const password = 'une tout autre phrase'
  expect(await setPassword(parts, { email, password: 'short' })).toMatchObject({ refusal: { code: 'password-too-short' } })
  expect(await setPassword(parts, { email: 'nobody@people.example', password })).toMatchObject({ refusal: { code: 'email-unknown' } })
  expect(await setPassword({ ...parts, tenant: 'rw' }, { email, password })).toMatchObject({ refusal: { code: 'email-unknown' } })
  expect((await me(cookie)).statusCode).toBe(200)
  expect(await setPassword(parts, { email: email.toUpperCase(), password })).toMatchObject({ value: { account, sessionsEnded: 1 } })
  expect((await me(cookie)).statusCode).toBe(401)
  expect([(await enter(email)).statusCode, (await enter(email, password)).statusCode]).toEqual([401, 200])
})

test('an office of ten behind one address takes its second step at once; ten wrong codes lock the one account', async () => {
  const { email } = await newPerson()
  const cookie = cookiesOf(await enter(email))
  const offered = await send('/two-factor/enable', { password: PASSWORD }, { cookie })
  const secret = new URL(offered.json<{ totpURI: string }>().totpURI).searchParams.get('secret') ?? ''
  await send('/two-factor/verify-totp', { code: totp(secret) }, { cookie })
  const step = async (code: string) => send('/two-factor/verify-totp', { code }, { cookie: cookiesOf(await enter(email)) })
  for (let tried = 0; tried < 10; tried++) expect(refusalIn(await step('000000'))).toBe('wrong-code')
  expect(refusalIn(await step(totp(secret)))).toBe('too-many-tries')
  await program.database.transaction((tx) => sql`delete from sign_in_attempt`.execute(tx))
})

test('a new password leaves the second step on, unless it is dropped with it', async () => {
  const { email } = await newPerson()
  const cookie = cookiesOf(await enter(email))
  const offered = await send('/two-factor/enable', { password: PASSWORD }, { cookie })
  const secret = new URL(offered.json<{ totpURI: string }>().totpURI).searchParams.get('secret') ?? ''
  await send('/two-factor/verify-totp', { code: totp(secret) }, { cookie })
  const password = 'une tout autre phrase'
  await setPassword(parts, { email, password })
  expect((await enter(email, password)).json()).toMatchObject({ twoFactorRedirect: true })
  await setPassword(parts, { email, password, dropSecondFactor: true })
  expect((await me(cookiesOf(await enter(email, password)))).json()).toMatchObject({ secondFactor: false })
})

test('the right password forgets the tries before it', async () => {
  const { email } = await newPerson()
  for (let round = 0; round < 2; round++) {
    for (let tried = 0; tried < 6; tried++) await enter(email, 'not the password')
    expect((await enter(email)).statusCode).toBe(200)
  }
})

test('a session whose time has passed is a stranger', async () => {
  const { email, account } = await newPerson()
  const cookie = cookiesOf(await enter(email))
  expect((await me(cookie)).statusCode).toBe(200)
  await program.database.transaction((tx) =>
    sql`update sign_in_session set expires_at = now() - interval '1 second' where user_id = ${account}`.execute(tx),
  )
  expect((await me(cookie)).statusCode).toBe(401)
})

test('the same account and the same machine are strangers at the server of another tenant on this database', async () => {
  const { email } = await newPerson()
  const added = await addToken(parts, { name: 'ministry data centre', role: 'integrator' })
  const abroad = await openProgram({
    simulatedClock: true,
    connectionString: world.connectionString,
    keys: passingKeyRing(),
    clock: program.clock,
    tenant: 'rw',
    baseUrl: 'http://127.0.0.1:4870',
    secret: 'y'.repeat(40),
    demo: false,
  })
  const there = await abroad.createHttp()
  const cookie = cookiesOf(await there.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password: PASSWORD } }))
  const asking = [{ cookie }, { authorization: `Bearer ${added.ok ? added.value.token : ''}` }]
  for (const headers of asking) expect((await there.inject({ url: '/api/me', headers })).statusCode).toBe(401)
  expect((await app.inject({ url: '/api/me', headers: { ...asking[1] } })).statusCode).toBe(200)
  await there.close()
  await abroad.close()
})

test('a cookie with one letter changed is a stranger', async () => {
  const { email } = await newPerson()
  const cookie = cookiesOf(await enter(email))
  const changed = cookie.replace(/=(.)/, (_, letter: string) => `=${letter === 'A' ? 'B' : 'A'}`)
  expect((await me(changed)).statusCode).toBe(401)
})

test('signing out ends this session; signing out everywhere ends all', async () => {
  const { email } = await newPerson()
  const [first, second, third] = [cookiesOf(await enter(email)), cookiesOf(await enter(email)), cookiesOf(await enter(email))]
  expect((await send('/sign-out', {}, { cookie: first })).statusCode).toBe(200)
  expect([(await me(first)).statusCode, (await me(second)).statusCode]).toEqual([401, 200])
  const everywhere = await app.inject({ method: 'POST', url: '/api/sign-out-everywhere', headers: { cookie: second }, payload: {} })
  expect(everywhere.json()).toEqual({ ended: 2 })
  expect([(await me(second)).statusCode, (await me(third)).statusCode]).toEqual([401, 401])
})

test('a new password must be long enough, needs the old one, and ends the other sessions', async () => {
  const { email } = await newPerson()
  const [cookie, other] = [cookiesOf(await enter(email)), cookiesOf(await enter(email))]
  const change = (currentPassword: string, newPassword: string) => send('/change-password', { currentPassword, newPassword }, { cookie })
  expect(refusalIn(await change(PASSWORD, 'short'))).toBe('password-too-short')
  expect(refusalIn(await change('not the old one', 'another long phrase'))).toBe('wrong-password')
  expect((await change(PASSWORD, 'another long phrase')).statusCode).toBe(200)
  expect((await me(other)).statusCode).toBe(401)
  expect([(await enter(email)).statusCode, (await enter(email, 'another long phrase')).statusCode]).toEqual([401, 200])
})

test('with a second factor the password alone opens nothing; the code opens, a wrong code does not', async () => {
  const { email } = await newPerson()
  const cookie = cookiesOf(await enter(email))
  const offered = await send('/two-factor/enable', { password: PASSWORD }, { cookie })
  const { totpURI, backupCodes } = offered.json<{ totpURI: string; backupCodes: string[] }>()
  const secret = new URL(totpURI).searchParams.get('secret') ?? ''
  expect(totpURI).toContain('issuer=Chanzo')
  const confirmed = await send('/two-factor/verify-totp', { code: totp(secret) }, { cookie })
  expect(confirmed.statusCode).toBe(200)
  expect((await me(cookiesOf(confirmed))).json()).toMatchObject({ secondFactor: true })

  const half = await enter(email)
  expect(half.json()).toMatchObject({ twoFactorRedirect: true })
  expect((await me(cookiesOf(half))).statusCode).toBe(401)
  const wrong = await send('/two-factor/verify-totp', { code: '000000' }, { cookie: cookiesOf(half) })
  expect(refusalIn(wrong)).toBe('wrong-code')
  const whole = await send('/two-factor/verify-totp', { code: totp(secret) }, { cookie: cookiesOf(half) })
  expect((await me(cookiesOf(whole))).statusCode).toBe(200)

  const again = await enter(email)
  const byPaper = await send('/two-factor/verify-backup-code', { code: backupCodes[0] ?? '' }, { cookie: cookiesOf(again) })
  expect((await me(cookiesOf(byPaper))).statusCode).toBe(200)
})

test('a browser that comes from another site is turned away before the password is looked at', async () => {
  const { email } = await newPerson()
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
    expect([(await enter(email, PASSWORD, headers)).statusCode, refusalIn(await enter(email, PASSWORD, headers))]).toEqual([
      403,
      'request-from-another-site',
    ])
  }
  expect(
    (await enter(email, PASSWORD, { origin: 'http://localhost:80', host: 'localhost:80', 'sec-fetch-site': 'same-origin' })).statusCode,
  ).toBe(200)
})

test.each(['/sign-up/email', '/update-user', '/delete-user', '/sign-in/social', '/request-password-reset', '/list-sessions', '/ok'])(
  'the library route %s is not there',
  async (path) => {
    expect((await send(path, { email: 'a@b.example', password: PASSWORD, name: 'x' })).statusCode).toBe(404)
  },
)

test('an address sent by the client does not escape the count', async () => {
  await enter('guess1@people.example', 'x')
  await program.database.transaction((tx) => sql`update sign_in_attempt set count = 60 where key like '%/sign-in/email'`.execute(tx))
  const headers = { 'x-forwarded-for': '10.0.0.1', 'x-chanzo-client-address': '10.0.2.1' }
  expect((await enter('guess2@people.example', 'x', headers)).statusCode).toBe(429)
  await program.database.transaction((tx) => sql`delete from sign_in_attempt`.execute(tx))
})

test('neither name, address nor password reaches the log', async () => {
  const secrets = ['people.example', PASSWORD]
  const events = await program.database.read((tx) => sql<{ text: string }>`select log_event::text as text from log_event`.execute(tx))
  expect(events.rows.length).toBeGreaterThan(5)
  for (const { text } of events.rows) expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
})
