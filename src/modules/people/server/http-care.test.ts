import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { TEST_NOW, freshDatabase } from '../../../../test/database.ts'
import { type Answer, type Client, signIn } from '../../../../test/world/client.ts'
import { addDays, todayAt } from '../../../kernel/calendar.ts'
import { UNDERTAKING_VERSION } from '../domain/account-care.ts'
import { addAccount, addOrganisation, restIdleAccounts } from '../module.ts'

const world = await freshDatabase()
const { program } = world
const { database, log, tenant, clock } = program
const parts = { database, log, tenant, places: program.modules.places.door, clock }
const PASSWORD = 'une phrase assez longue'
let app: FastifyInstance
let officer: Client
let administrator: Client
let made = 0

async function person(role: string, organisation?: string): Promise<{ account: string; email: string; client: Client }> {
  const email = `person${++made}@people.example`
  const added = await addAccount(parts, {
    email,
    name: 'Nom Caché',
    password: PASSWORD,
    roles: [role],
    ...(organisation ? { organisation } : {}),
  })
  if (!added.ok) throw new Error(added.refusal.code)
  return { email, account: added.value.account, client: await signIn(app, email, PASSWORD) }
}
const refusal = ({ body }: Answer): string =>
  typeof body === 'object' && body !== null && 'refusal' in body ? JSON.parse(JSON.stringify(body.refusal)).code : 'none'

beforeAll(async () => {
  app = await program.createHttp()
  officer = (await person('DATA_PROTECTION_OFFICER')).client
  administrator = (await person('ADMINISTRATOR')).client
  return () => app.close()
})

test('an undertaking is signed for a year by oneself, and other modules may ask for it', async () => {
  const { client, account } = await person('CASE_WORKER')
  const today = todayAt(TEST_NOW)
  const isSigned = (on: string) =>
    database.read((tx) => program.modules.people.care.isUndertakingSigned(tx, tenant, { account, today: on }))
  expect((await client.get('/api/undertaking')).body).toMatchObject({ isNeeded: true, isCurrent: false, signedOn: null })
  expect(await isSigned(today)).toBe(false)
  expect(refusal(await client.post('/api/undertaking/signatures', { version: 'older' }))).toBe('undertaking-text-changed')
  expect((await client.post('/api/undertaking/signatures', { version: UNDERTAKING_VERSION })).status).toBe(200)
  expect([await isSigned(today), await isSigned(addDays(today, 366))]).toEqual([true, false])
  const inspector = await person('CAMI')
  expect((await inspector.client.get('/api/undertaking')).body).toMatchObject({ isNeeded: false })
  expect(refusal(await inspector.client.post('/api/undertaking/signatures', { version: UNDERTAKING_VERSION }))).toBe('unknown-account')
})

test('administrator and data protection officer see accounts that open files, by role and day, without a name', async () => {
  const { client, account } = await person('CASE_SUPERVISOR')
  for (const carer of [officer, administrator]) {
    const { status, body } = await carer.get('/api/case-accounts')
    const said = JSON.stringify(body)
    expect([status, said.includes(account), said.includes('Caché'), said.includes('people.example')]).toEqual([200, true, false, false])
  }
  expect((await client.get('/api/case-accounts')).status).toBe(403)
  expect((await client.post(`/api/case-accounts/${account}/reviews`, {})).status).toBe(403)
})

test('an account put to rest opens nothing from the next request on, and only another person wakes it', async () => {
  const { client, account, email } = await person('SHELTER_MANAGER')
  expect((await officer.post(`/api/case-accounts/${account}/rests`, { because: 'doubt' })).status).toBe(200)
  expect(refusal(await client.get('/api/me'))).toBe('account-at-rest')
  expect(refusal(await (await signIn(app, email, PASSWORD)).get('/api/me'))).toBe('account-at-rest')
  expect((await administrator.post(`/api/case-accounts/${account}/wakings`, {})).status).toBe(200)
  expect((await client.get('/api/me')).status).toBe(200)
})

test('who watches over the data of one body neither sees nor wakes an account of another, and hears of it as of none', async () => {
  const body = async (name: string): Promise<string> => {
    const founded = await addOrganisation(parts, { name, kind: 'civil-society', area: null })
    if (!founded.ok) throw new Error(founded.refusal.code)
    return founded.value.organisation
  }
  const [here, there] = [await body('Maison d’ici'), await body('Maison de là-bas')]
  const { account } = await person('CASE_WORKER', here)
  const [own, other] = [await person('DATA_PROTECTION_OFFICER', here), await person('DATA_PROTECTION_OFFICER', there)]
  expect((await own.client.post(`/api/case-accounts/${account}/rests`, { because: 'doubt' })).status).toBe(200)
  const sees = async ({ client }: typeof own) => JSON.stringify((await client.get('/api/case-accounts')).body).includes(account)
  expect([await sees(own), await sees(other)]).toEqual([true, false])
  for (const act of ['wakings', 'reviews'] as const)
    expect(refusal(await other.client.post(`/api/case-accounts/${account}/${act}`, {}))).toBe('unknown-account')
  expect(refusal(await other.client.post(`/api/case-accounts/${own.account}/rests`, { because: 'doubt' }))).toBe('unknown-account')
  expect((await own.client.post(`/api/case-accounts/${account}/wakings`, {})).status).toBe(200)
})

test('thirty days unused is rest by itself; who came by, and who only sends signals, stays', async () => {
  const away = await person('CASE_WORKER')
  const here = await person('CASE_WORKER')
  const inspector = await person('MINES_POLICE')
  for (const { client } of [away, here, inspector]) expect((await client.get('/api/me')).status).toBe(200)
  const later = `${addDays(todayAt(TEST_NOW), 31)}T08:00:00.000Z`
  const yesterday = `${addDays(todayAt(TEST_NOW), 30)}T08:00:00.000Z`
  world.setClock(yesterday)
  const again = await signIn(app, here.email, PASSWORD)
  expect((await again.get('/api/me')).status).toBe(200)
  world.setClock(later)
  expect(await restIdleAccounts(program)).toBeGreaterThan(0)
  expect(refusal(await (await signIn(app, away.email, PASSWORD)).get('/api/me'))).toBe('account-at-rest')
  expect((await (await signIn(app, here.email, PASSWORD)).get('/api/me')).status).toBe(200)
  expect((await (await signIn(app, inspector.email, PASSWORD)).get('/api/me')).status).toBe(200)
  expect(await restIdleAccounts(program)).toBe(0)
})
