/* Who opens files must have a second factor: without it nothing about persons answers, a lost one is taken off by two, and a session ends with the day. */
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { enrolSecondFactor, totp } from '../../../../test/totp.ts'
import { type Client, newId, signIn } from '../../../../test/world/client.ts'
import { signUndertaking, waiveSecondFactor } from '../../../../test/world/undertakings.ts'
import { looseRecord, mustParse, text } from '../../../kernel/schema.ts'
import { addAccount, addOrganisation } from '../module.ts'
import { factorRules } from './second-factor.ts'

const world = await freshDatabase()
const { program } = world
const { database, log, tenant, clock } = program
const parts = { database, log, tenant, places: program.modules.places.door, clock }
const password = 'une phrase assez longue'
const NEEDED = { status: 409, body: { refusal: { code: 'second-factor-needed', facts: {} } } }
let app: FastifyInstance
let body: string
let made = 0

interface Made {
  readonly account: string
  readonly email: string
}
async function person(role: string, organisation: string | null): Promise<Made> {
  const email = `factor${++made}@people.example`
  const added = await addAccount(parts, { email, password, roles: [role], organisation })
  if (!added.ok) throw new Error(added.refusal.code)
  await signUndertaking(program, { account: added.value.account, roles: [role] })
  return { email, account: added.value.account }
}
async function found(name: string): Promise<string> {
  const added = await addOrganisation(parts, { name, kind: 'protection-ngo', area: null })
  if (!added.ok) throw new Error(added.refusal.code)
  return added.value.organisation
}
const heldFor8Days = ({ account }: Made) =>
  database.transaction((tx) =>
    sql`update account_role set granted_at = granted_at - interval '8 days' where account_id = ${account}`.execute(tx),
  )
const enter = ({ email }: Made): Promise<Client> => signIn(app, email, password)
const codeOf = ({ body: said }: { readonly body: unknown }): string => {
  const read = said !== null && typeof said === 'object' && 'refusal' in said ? said.refusal : null
  return read === null ? 'none' : mustParse(looseRecord({ code: text() }), read).code
}
/** Password, then what the application shows or what stands on paper. */
async function enterByTwo({ email }: Made, path: 'verify-totp' | 'verify-backup-code', code: string): Promise<string> {
  const cookieOf = (cookies: readonly { readonly name: string; readonly value: string }[]): string =>
    cookies
      .filter((one) => one.value !== '')
      .map((one) => `${one.name}=${one.value}`)
      .join('; ')
  const first = await app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password } })
  expect(first.json()).toMatchObject({ twoFactorRedirect: true })
  const headers = { cookie: cookieOf(first.cookies) }
  const second = await app.inject({
    ...{ method: 'POST', url: `/api/auth/two-factor/${path}`, headers },
    payload: { code, trustDevice: true },
  })
  expect(second.statusCode).toBe(200)
  // No browser may skip the second step next time.
  expect(second.cookies.map((one) => one.name).join(' ')).not.toContain('trust')
  return cookieOf(second.cookies)
}
const get = async (url: string, cookie: string) => {
  const answer = await app.inject({ url, headers: { cookie } })
  return { status: answer.statusCode, body: answer.json<unknown>() }
}

beforeAll(async () => {
  app = await program.createHttp()
  body = await found('Bureau de protection')
  return () => app.close()
})

test('every door to files, keys and breaches answers one and the same until the second factor is on; who only sends is asked for none', async () => {
  const worker = await person('CASE_WORKER', body)
  const client = await enter(worker)
  expect((await client.get('/api/me')).body).toMatchObject({ secondFactor: false, secondFactorRule: 'demanded' })
  for (const path of ['/api/cases', `/api/cases/${newId()}`, `/api/cases/${newId()}/texts/identity`, '/api/keys/mine'])
    expect([path, await client.get(path)]).toEqual([path, NEEDED])
  for (const path of ['/api/cases', `/api/cases/${newId()}/steps`, '/api/keys/mine']) expect(await client.post(path, {})).toEqual(NEEDED)
  const officer = await enter(await person('DATA_PROTECTION_OFFICER', body))
  expect(await officer.get('/api/breaches')).toEqual(NEEDED)
  expect(await officer.get('/api/case-view-alerts')).toEqual(NEEDED)
  const house = await enter(await person('SHELTER_MANAGER', body))
  expect(await house.get(`/api/shelters/${newId()}/stays`)).toEqual(NEEDED)
  const inspector = await enter(await person('CAMI', body))
  expect((await inspector.get('/api/me')).body).toMatchObject({ secondFactorRule: 'none' })
  expect((await inspector.get('/api/keys/intake')).status).toBe(200)
  expect(codeOf(await inspector.post('/api/cases', {}))).not.toBe('second-factor-needed')

  const { secret } = await enrolSecondFactor(app, { email: worker.email, password })
  // Whoever was in by the password alone is out.
  expect((await client.get('/api/me')).status).toBe(401)
  const cookie = await enterByTwo(worker, 'verify-totp', totp(secret))
  expect((await get('/api/cases', cookie)).status).toBe(200)
})

test('a telephone that will stand for the second factor is offered by somebody who has one', async () => {
  const worker = await person('CASE_WORKER', body)
  const offer = { account: worker.account, role: 'CASE_WORKER', territory: 'everywhere' }
  expect(codeOf(await (await enter(worker)).send('/api/enrolments', offer))).toBe('second-factor-needed')
  const { secret } = await enrolSecondFactor(app, { email: worker.email, password })
  const headers = { cookie: await enterByTwo(worker, 'verify-totp', totp(secret)) }
  expect((await app.inject({ method: 'POST', url: '/api/enrolments', headers, payload: offer })).statusCode).toBe(200)
})

test('who opens files does not turn it off with the password alone; who opens none may', async () => {
  const turnOff = async (one: Made) => {
    const { secret } = await enrolSecondFactor(app, { email: one.email, password })
    const headers = { cookie: await enterByTwo(one, 'verify-totp', totp(secret)) }
    const answer = await app.inject({ method: 'POST', url: '/api/auth/two-factor/disable', headers, payload: { password } })
    const after = await app.inject({ url: '/api/me', headers })
    return {
      status: answer.statusCode,
      code: codeOf({ body: answer.json() }),
      headers,
      isOn: after.json<{ secondFactor?: boolean }>().secondFactor,
    }
  }
  expect(await turnOff(await person('CASE_WORKER', body))).toMatchObject({ status: 403, code: 'second-factor-stays', isOn: true })
  expect(await turnOff(await person('OBSERVER', null))).toMatchObject({ status: 200, code: 'none' })
})

test('a recovery code lets in once', async () => {
  const worker = await person('CASE_WORKER', body)
  const { recoveryCodes } = await enrolSecondFactor(app, { email: worker.email, password })
  const [first = ''] = recoveryCodes
  expect((await get('/api/cases', await enterByTwo(worker, 'verify-backup-code', first))).status).toBe(200)
  await expect(enterByTwo(worker, 'verify-backup-code', first)).rejects.toThrow()
})

test('a lost factor is taken off by the administrator and somebody of the body, each with one of their own, and stays marked', async () => {
  const platform = await found('Exploitant')
  await waiveSecondFactor(program, platform)
  const other = await found('Autre bureau')
  const worker = await person('CASE_WORKER', body)
  const { secret } = await enrolSecondFactor(app, { email: worker.email, password })
  const cookie = await enterByTwo(worker, 'verify-totp', totp(secret))
  const [administering, alsoAdministering] = [await person('ADMINISTRATOR', platform), await person('ADMINISTRATOR', platform)]
  const [administrator, second] = [await enter(administering), await enter(alsoAdministering)]
  const supervising = await person('CASE_SUPERVISOR', body)
  const foreign = await enter(await person('CASE_SUPERVISOR', other))
  const path = `/api/second-factors/${worker.account}/resets`

  expect(codeOf(await (await enter(supervising)).post(path, {}))).toBe('second-factor-needed')
  const { secret: hers } = await enrolSecondFactor(app, { email: supervising.email, password })
  const headers = { cookie: await enterByTwo(supervising, 'verify-totp', totp(hers)) }
  const asSupervisor = async (at = path) =>
    app
      .inject({ method: 'POST', url: at, headers, payload: { id: newId(), data: {} } })
      .then((one) => ({ status: one.statusCode, body: one.json<unknown>() }))

  expect(codeOf(await foreign.post(path, {}))).toBe('second-factor-needed')
  await waiveSecondFactor(program, other)
  expect(codeOf(await foreign.post(path, {}))).toBe('unknown-account')
  // A role given for the occasion is no voice.
  expect(codeOf(await administrator.post(path, {}))).toBe('factor-reset-voice-too-new')
  for (const one of [administering, alsoAdministering]) await heldFor8Days(one)
  const withdrawals = `/api/second-factors/${worker.account}/withdrawals`
  expect(codeOf(await administrator.post(withdrawals, {}))).toBe('factor-reset-none-asked')
  expect((await administrator.post(path, {})).status).toBe(200)
  expect((await administrator.post(withdrawals, {})).status).toBe(200)
  expect(JSON.stringify((await administrator.get('/api/second-factors')).body)).not.toContain('"byMe":true')
  expect((await administrator.post(path, {})).status).toBe(200)
  expect(codeOf(await administrator.post(path, {}))).toBe('factor-reset-second-person')
  expect(codeOf(await second.post(path, {}))).toBe('factor-reset-other-side')
  expect((await get('/api/cases', cookie)).status).toBe(200)
  expect(codeOf(await asSupervisor(`/api/second-factors/${supervising.account}/resets`))).toBe('not-to-yourself')
  expect(codeOf(await asSupervisor())).toBe('factor-reset-voice-too-new')
  await heldFor8Days(supervising)
  // Nor is somebody whom the first voice made: that would be one person on both sides.
  const grantedBy = (by: string) =>
    database.transaction((tx) => sql`update account_role set granted_by = ${by} where account_id = ${supervising.account}`.execute(tx))
  await grantedBy(administering.account)
  expect(codeOf(await asSupervisor())).toBe('factor-reset-voice-of-other')
  await grantedBy('operator')
  expect((await asSupervisor()).status).toBe(200)
  expect((await get('/api/me', cookie)).status).toBe(401)
  const again = await enter(worker)
  expect(await again.get('/api/cases')).toEqual(NEEDED)
  expect((await again.get('/api/me')).body).toMatchObject({ secondFactor: false, secondFactorResetAt: clock() })
  const list = JSON.stringify((await get('/api/second-factors', headers.cookie)).body)
  expect([list.includes(worker.account), list.includes(clock()), list.includes('people.example')]).toEqual([true, true, false])
  expect(JSON.stringify((await foreign.get('/api/second-factors')).body)).not.toContain(worker.account)
})

test('only a demonstration does without, whatever it wrote down, and the administrator demands it again', async () => {
  const place = await found('Province inventée')
  const worker = await person('CASE_WORKER', place)
  const administrator = await enter(await person('ADMINISTRATOR', await found('Exploitant de deux')))
  const rule = (said: string) => administrator.post(`/api/second-factor-rules/${place}`, { rule: said })
  const client = await enter(worker)
  expect(await client.get('/api/cases')).toEqual(NEEDED)
  expect((await rule('waived')).status).toBe(200)
  expect((await client.get('/api/cases')).status).toBe(200)
  expect((await client.get('/api/me')).body).toMatchObject({ secondFactorRule: 'waived' })
  const who = { account: worker.account, organisation: place, capabilities: new Set(['cases.work']) }
  const isMet = (isDemonstration: boolean) => database.read((tx) => factorRules(isDemonstration).isFactorMet(tx, tenant, who))
  expect([await isMet(true), await isMet(false)]).toEqual([true, false])
  expect((await rule('demanded')).status).toBe(200)
  expect(await client.get('/api/cases')).toEqual(NEEDED)
})

test('a session of who opens files ends after twelve hours, however much it is used; others keep theirs', async () => {
  const place = await found('Journée')
  await waiveSecondFactor(program, place)
  const [worker, inspector] = [await person('CASE_WORKER', place), await person('CAMI', place)]
  const [client, other] = [await enter(worker), await enter(inspector)]
  const age = (hours: number) =>
    database.transaction((tx) =>
      sql`update sign_in_session set created_at = now() - make_interval(hours => ${hours}) where user_id in (${worker.account}, ${inspector.account})`.execute(
        tx,
      ),
    )
  await age(11)
  expect([(await client.get('/api/cases')).status, (await other.get('/api/me')).status]).toEqual([200, 200])
  await age(13)
  expect([(await client.get('/api/cases')).status, (await other.get('/api/me')).status]).toEqual([401, 200])
})
