import { generateKeyPairSync } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { TEST_NOW, freshDatabase } from '../../../../test/database.ts'
import { type Answer, type Client, machine, newId, signIn, stranger, subjectOf } from '../../../../test/world/client.ts'
import { readEnrolmentText } from '../domain/device.ts'
import { addAccount, addOrganisation, addToken } from '../module.ts'

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
let root: Client
let rootAccount = ''

beforeAll(async () => {
  app = await program.createHttp()
  ;({ client: root, account: rootAccount } = await person(['ADMINISTRATOR']))
  await person(['ADMINISTRATOR'])
  return () => app.close()
})

let made = 0
async function person(roles: readonly string[], more: { organisation?: string; territory?: readonly string[] } = {}) {
  const email = `person${++made}@people.example`
  const added = await addAccount(parts, { email, password: PASSWORD, roles, ...more })
  if (!added.ok) throw new Error(added.refusal.code)
  return { email, account: added.value.account, client: await signIn(app, email, PASSWORD) }
}
const code = (answer: Answer): string | undefined => {
  const { body } = answer
  return typeof body === 'object' && body !== null && 'refusal' in body ? JSON.parse(JSON.stringify(body.refusal)).code : undefined
}
const newPerson = (more: object = {}) => ({
  email: `made${++made}@people.example`,
  name: 'Furaha Mwamba',
  password: PASSWORD,
  language: 'fr',
  organisation: null,
  roles: ['OBSERVER'],
  territory: 'everywhere',
  ...more,
})

test('an administrator registers an organisation, corrects it, and everybody signed in sees it', async () => {
  const organisation = subjectOf(
    await root.post('/api/organisations', { name: 'CEEC Goma', kind: 'ceec', area: 'CD61', country: 'CD', identifiers: {} }),
  )
  expect((await root.post(`/api/organisations/${organisation}/amendments`, { name: 'CEEC Nord-Kivu', reason: 'new name' })).status).toBe(
    200,
  )
  const { client } = await person(['OBSERVER'])
  const listed = await client.get('/api/organisations?kind=ceec')
  expect(listed.body).toMatchObject({ organisations: [{ id: organisation, name: 'CEEC Nord-Kivu', area: 'CD61' }] })
  expect(code(await root.post('/api/organisations', { name: 'X', kind: 'ngo', area: 'CD99', country: 'CD', identifiers: {} }))).toBe(
    'area-unknown',
  )
})

test('a new account signs in at once, with its roles; the list shows no name, the single page does', async () => {
  const asked = newPerson({ roles: ['CEEC_VERIFIER'], territory: ['CD61'] })
  const account = subjectOf(await root.post('/api/accounts', asked))
  const client = await signIn(app, asked.email, PASSWORD)
  expect((await client.get('/api/me')).body).toMatchObject({
    account,
    roles: ['CEEC_VERIFIER'],
    territory: ['CD61'],
    name: 'Furaha Mwamba',
  })
  const list = JSON.stringify((await root.get('/api/accounts')).body)
  expect([list.includes(account), list.includes('Furaha'), list.includes('example')]).toEqual([true, false, false])
  expect((await root.get(`/api/accounts/${account}`)).body).toMatchObject({ name: 'Furaha Mwamba', email: asked.email })
})

test.each<[string, object]>([
  ['password-too-short', { password: 'elevenchars' }],
  ['role-unknown', { roles: ['KING'] }],
  ['two-persons-needed', { roles: ['CEEC_VERIFIER', 'CEEC_VALIDATOR'] }],
  ['area-unknown', { territory: ['CD99'] }],
  ['organisation-unknown', { organisation: newId() }],
])('an account is refused with %s, and its address stays free', async (refusal, more) => {
  const asked = newPerson(more)
  expect(code(await root.post('/api/accounts', asked))).toBe(refusal)
  expect((await root.post('/api/accounts', newPerson({ email: asked.email }))).status).toBe(200)
})

test('an address serves one account; the same command again gets the same answer', async () => {
  const asked = newPerson()
  const id = newId()
  const first = await root.post('/api/accounts', asked, { id })
  expect(await root.post('/api/accounts', asked, { id })).toEqual(first)
  expect(code(await root.post('/api/accounts', { ...asked, email: asked.email.toUpperCase() }))).toBe('email-taken')
})

const signInRows = () =>
  program.database.read(async (tx) => [
    (await sql`select id, tenant_id, name, email, language, updated_at from sign_in_user order by id`.execute(tx)).rows,
    (await sql`select * from sign_in_credential order by id`.execute(tx)).rows,
    (await sql`select id, token from sign_in_session order by id`.execute(tx)).rows,
  ])
test.each(['MINISTER', 'ADMINISTRATOR', 'CEEC_VALIDATOR', 'SAEMAPE_AGENT'])(
  'nobody takes over the account of a %s by its id',
  async (role) => {
    const { account, email } = await person([role])
    const { client: provincial } = await person(['ADMINISTRATOR'], { territory: ['CD61'] })
    const before = await signInRows()
    const events = (await program.log.verify(program.tenant)).events
    const theirs = newPerson({ email: 'evil@people.example', password: 'the password of a thief', territory: ['CD61'] })
    for (const thief of [root, provincial]) {
      expect(code(await thief.post('/api/accounts', theirs, { id: account }))).toBe('account-exists')
      expect(code(await thief.post('/api/accounts', { ...theirs, email }, { id: account }))).toBe('command-id-reused')
    }
    expect(await signInRows()).toEqual(before)
    expect((await program.log.verify(program.tenant)).events).toBe(events)
    for (const address of [email, 'evil@people.example']) await expect(signIn(app, address, theirs.password)).rejects.toThrow()
    expect((await (await signIn(app, email, PASSWORD)).get('/api/me')).body).toMatchObject({ account, roles: [role] })
  },
)

test('the id of a closed account, of a machine and of an account of another tenant is taken as well', async () => {
  const { account: closed } = await person(['OBSERVER'])
  await root.post(`/api/accounts/${closed}/closures`, { reason: 'left the service' })
  const token = await addToken(parts, { name: 'data centre', role: 'integrator' })
  const elsewhere = await addAccount(
    { ...parts, tenant: 'rw' },
    { email: 'person@rw.example', password: PASSWORD, roles: ['OBSERVER'], territory: 'everywhere' },
  )
  for (const id of [closed, token.ok ? token.value.account : '', elsewhere.ok ? elsewhere.value.account : ''])
    expect(code(await root.post('/api/accounts', newPerson(), { id }))).toBe('account-exists')
})

test('the command line refuses an address that is none', async () => {
  expect(await addAccount(parts, { email: 'furaha', password: PASSWORD, roles: ['OBSERVER'] })).toMatchObject({
    refusal: { code: 'email-not-valid' },
  })
})

test('a role that was withdrawn is gone on the next request', async () => {
  const { client, account } = await person(['ADMINISTRATOR', 'OBSERVER'])
  expect((await client.get('/api/accounts')).status).toBe(200)
  expect((await root.post(`/api/accounts/${account}/withdrawals`, { role: 'ADMINISTRATOR', reason: 'new duties' })).status).toBe(200)
  expect((await client.get('/api/accounts')).status).toBe(403)
  expect((await root.post(`/api/accounts/${account}/grants`, { role: 'ADMINISTRATOR' })).status).toBe(200)
  expect((await client.get('/api/accounts')).status).toBe(200)
})

test('nobody gives a role to themselves', async () => {
  expect(code(await root.post(`/api/accounts/${rootAccount}/grants`, { role: 'MINISTER' }))).toBe('not-to-yourself')
})

test('an administrator of one province hands out that province only', async () => {
  const { client } = await person(['ADMINISTRATOR'], { territory: ['CD61'] })
  expect((await client.post('/api/accounts', newPerson({ territory: ['CD61'] }))).status).toBe(200)
  expect(code(await client.post('/api/accounts', newPerson()))).toBe('beyond-your-territory')
  const { account } = await person(['OBSERVER'])
  expect(code(await client.post(`/api/accounts/${account}/grants`, { role: 'CAMI' }))).toBe('beyond-your-territory')
  expect((await root.post(`/api/accounts/${account}/territories`, { territory: ['CD61'], reason: 'posted to Goma' })).status).toBe(200)
  expect((await client.post(`/api/accounts/${account}/grants`, { role: 'CAMI' })).status).toBe(200)
})

test('a closed account is nobody, at once and for good', async () => {
  const { client, account, email } = await person(['OBSERVER'])
  expect((await root.post(`/api/accounts/${account}/closures`, { reason: 'left the service' })).status).toBe(200)
  expect((await client.get('/api/me')).status).toBe(401)
  await expect(signIn(app, email, PASSWORD)).rejects.toThrow()
  expect(code(await root.post(`/api/accounts/${account}/grants`, { role: 'CAMI' }))).toBe('account-closed')
})

test('a machine is known by its token and by nothing near it', async () => {
  const added = await addToken(parts, { name: 'ministry data centre', role: 'integrator' })
  const token = added.ok ? added.value.token : ''
  expect((await machine(app, token).get('/api/me')).body).toMatchObject({
    roles: ['integrator'],
    capabilities: expect.arrayContaining(['integrator']),
  })
  expect((await machine(app, `${token}x`).get('/api/me')).status).toBe(401)
  expect((await machine(app, token).get('/api/accounts')).status).toBe(403)
  const account = added.ok ? added.value.account : ''
  expect(await program.database.read((tx) => program.modules.people.nameOf(tx, account))).toBe('ministry data centre')
  expect(await addToken(parts, { name: 'too much', role: 'MINISTER' })).toMatchObject({ refusal: { code: 'role-for-other-kind' } })
})

const newKey = (): string =>
  Buffer.from(generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64')
const secretIn = (offered: Answer): string => {
  const { qr } = JSON.parse(JSON.stringify(offered.body))
  return readEnrolmentText(qr)?.secret ?? ''
}

test('an officer offers, a phone takes once, the log knows its key until the device is revoked', async () => {
  const saemape = await addOrganisation(parts, { name: 'SAEMAPE Masisi', kind: 'saemape', area: 'CD61' })
  const organisation = saemape.ok ? saemape.value.organisation : ''
  const officer = await person(['MINES_PROV'], { organisation, territory: ['CD61'] })
  const agent = await person(['SAEMAPE_AGENT'], { organisation, territory: ['CD61'] })
  const offered = await officer.client.send('/api/enrolments', { account: agent.account, role: 'SAEMAPE_AGENT', territory: ['CD61'] })
  expect(offered.body).toMatchObject({
    expiresAt: '2026-11-21T09:50:00.000Z',
    qr: expect.stringMatching(/^CHANZO-ENROL:1:http:\/\/127\.0\.0\.1:4870:/),
  })
  const publicKey = newKey()
  const phone = stranger(app)
  const device = subjectOf(await phone.post('/api/devices', { secret: secretIn(offered), publicKey }))
  expect(code(await phone.post('/api/devices', { secret: secretIn(offered), publicKey: newKey() }))).toBe('enrolment-used')

  const keyOf = (when: 'now' | 'ever') =>
    program.database.read((tx) => program.modules.people.deviceKey(tx, { tenant: program.tenant, device, account: agent.account, when }))
  expect(Buffer.from((await keyOf('now')) ?? []).toString('base64')).toBe(publicKey)
  for (const seer of [officer, agent])
    expect((await seer.client.get('/api/devices')).body).toMatchObject({
      devices: [{ id: device, account: agent.account, enrolledBy: officer.account, revokedAt: null }],
    })
  expect((await (await person(['OBSERVER'])).client.get('/api/devices')).body).toEqual({ devices: [] })

  const other = await person(['MINES_PROV'])
  const revocation = { reason: 'seized', from: '2026-11-20T06:00:00.000Z' }
  expect(code(await other.client.post(`/api/devices/${device}/revocations`, revocation))).toBe('not-your-device')
  expect((await officer.client.post(`/api/devices/${device}/revocations`, revocation)).status).toBe(200)
  expect([await keyOf('now'), Buffer.from((await keyOf('ever')) ?? []).toString('base64')]).toEqual([null, publicKey])
  // Whoever verifies the log asks the log: an emptied read table hides no key.
  const withoutTable = program.database.transaction(async (tx) => {
    await sql`truncate device`.execute(tx)
    const key = await program.modules.people.deviceKey(tx, { tenant: program.tenant, device, account: null, when: 'ever' })
    throw new Error(`undone ${Buffer.from(key ?? []).toString('base64')}`)
  })
  await expect(withoutTable).rejects.toThrow(`undone ${publicKey}`)
  expect((await agent.client.get('/api/devices')).body).toMatchObject({
    devices: [{ revokedAt: revocation.from, revokedReason: 'seized' }],
  })
})

test('a device whose owner lost the role signs no more', async () => {
  const agent = await person(['SAEMAPE_AGENT', 'OBSERVER'])
  const offered = await root.send('/api/enrolments', { account: agent.account, role: 'SAEMAPE_AGENT', territory: 'everywhere' })
  const device = subjectOf(await stranger(app).post('/api/devices', { secret: secretIn(offered), publicKey: newKey() }))
  const keyFor = (account: string | null) =>
    program.database.read((tx) => program.modules.people.deviceKey(tx, { tenant: program.tenant, device, account, when: 'now' }))
  const key = () => keyFor(agent.account)
  expect(await key()).not.toBeNull()
  // In the hands of anybody else, its owner's superior included, it signs nothing.
  expect([await keyFor(rootAccount), await keyFor(newId()), await keyFor(null)]).toEqual([null, null, null])
  await root.post(`/api/accounts/${agent.account}/withdrawals`, { role: 'SAEMAPE_AGENT', reason: 'new post' })
  expect(await key()).toBeNull()
})

test('an officer sees whose telephones may be enrolled: the own organisation, open accounts of persons, no names', async () => {
  const agent = await person(['SAEMAPE_AGENT'], { territory: ['CD61'] })
  const officer = await person(['MINES_PROV'])
  const said = async (client: typeof root): Promise<string> => JSON.stringify((await client.get('/api/enrolments/accounts')).body)
  expect(await said(officer.client)).not.toContain(agent.account)
  expect((await root.get('/api/enrolments/accounts')).body).toMatchObject({
    accounts: expect.arrayContaining([{ id: agent.account, organisation: null, roles: ['SAEMAPE_AGENT'], territory: ['CD61'] }]),
  })
  expect(await said(root)).not.toMatch(/name|email/)
  expect((await agent.client.get('/api/enrolments/accounts')).status).toBe(403)
  await root.post(`/api/accounts/${agent.account}/closures`, { reason: 'left' })
  expect(await said(root)).not.toContain(agent.account)
})

test('an offer is for ten minutes, for the own organisation, for a role that is held, within both territories', async () => {
  const agent = await person(['SAEMAPE_AGENT'], { territory: ['CD61'] })
  const officer = await person(['MINES_PROV'])
  const ask = { account: agent.account, role: 'SAEMAPE_AGENT', territory: ['CD61'] }
  expect(code(await officer.client.send('/api/enrolments', ask))).toBe('not-your-organisation')
  expect(code(await root.send('/api/enrolments', { ...ask, role: 'MINISTER' }))).toBe('role-not-held')
  expect(code(await root.send('/api/enrolments', { ...ask, territory: ['CD62'] }))).toBe('beyond-their-territory')
  expect(code(await root.send('/api/enrolments', { ...ask, account: newId() }))).toBe('unknown-account')
  expect((await root.send('/api/enrolments', { account: agent.account })).status).toBe(400)
  const offered = await root.send('/api/enrolments', ask)
  expect(code(await stranger(app).post('/api/devices', { secret: 'a-guess-of-somebody-else', publicKey: newKey() }))).toBe(
    'enrolment-not-found',
  )
  world.setClock('2026-11-21T09:50:00.000Z')
  expect(code(await stranger(app).post('/api/devices', { secret: secretIn(offered), publicKey: newKey() }))).toBe('enrolment-expired')
  world.setClock(TEST_NOW)
})

test('roles are shown with the evidence for each power', async () => {
  const { client } = await person(['OBSERVER'])
  const answer = JSON.stringify((await client.get('/api/roles')).body)
  expect(answer).toContain('"sites.order"')
  expect(answer).toContain('"evidence":"V"')
})

test('the read tables of people come back the same from the log', async () => {
  const check = await program.log.checkRebuild()
  expect(check.differing.filter((one) => ['organisation', 'account', 'account_role', 'device'].includes(one.table))).toEqual([])
})
