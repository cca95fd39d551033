import { generateKeyPairSync, sign } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Answer, type Client, newId, signIn, stranger } from '../../../../test/world/client.ts'
import { waiveSecondFactor } from '../../../../test/world/undertakings.ts'
import { readEnrolmentText } from '../domain/device.ts'
import { addAccount, addOrganisation } from '../module.ts'
import { sessionMessage } from './device-challenge.ts'

const world = await freshDatabase()
const { program } = world
const { database, log, tenant, clock } = program
const parts = { database, log, tenant, places: program.modules.places.door, clock }
const PASSWORD = 'une phrase assez longue'
let app: FastifyInstance
const office = { id: '', name: 'Ngao, bureau de l’Est' }
const other = { id: '', name: 'Bureau de la capitale' }
let made = 0

async function person(role: string, organisation: string): Promise<{ email: string; account: string; client: Client }> {
  const email = `person${++made}@people.example`
  const added = await addAccount(parts, { email, password: PASSWORD, roles: [role], organisation })
  if (!added.ok) throw new Error(added.refusal.code)
  return { email, account: added.value.account, client: await signIn(app, email, PASSWORD) }
}
const refusal = ({ body }: Answer): string =>
  typeof body === 'object' && body !== null && 'refusal' in body ? JSON.parse(JSON.stringify(body.refusal)).code : 'none'
async function body(name: string, kind: 'protection-ngo' | 'platform'): Promise<string> {
  const added = await addOrganisation(parts, { name, kind, area: null })
  if (!added.ok) throw new Error(added.refusal.code)
  return added.value.organisation
}

beforeAll(async () => {
  app = await program.createHttp()
  office.id = await body(office.name, 'protection-ngo')
  other.id = await body(other.name, 'protection-ngo')
  return () => app.close()
})

async function telephone(officer: Client, account: string) {
  const offered = await officer.send('/api/enrolments', { account, role: 'CIVIL_SOCIETY', territory: 'everywhere' })
  const { secret } = readEnrolmentText(JSON.parse(JSON.stringify(offered.body)).qr) ?? { secret: '' }
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')
  const device = newId()
  expect((await stranger(app).post('/api/devices', { secret, publicKey: raw }, { id: device })).status).toBe(200)
  const open = async (): Promise<Answer> => {
    const asked = await stranger(app).send(`/api/devices/${device}/challenges`, {})
    const { nonce } = JSON.parse(JSON.stringify(asked.body))
    return stranger(app).send('/api/device-sessions', {
      device,
      nonce,
      signature: sign(null, Buffer.from(sessionMessage(device, nonce)), privateKey).toString('base64'),
    })
  }
  return { device, open }
}

test('one action shuts an office: who is inside is out at once, and its telephones hear that they were removed', async () => {
  const administrator = await person('ADMINISTRATOR', await body('Exploitant', 'platform'))
  const worker = await person('CASE_WORKER', office.id)
  const elsewhere = await person('CASE_WORKER', other.id)
  const visitor = await person('CIVIL_SOCIETY', office.id)
  const phone = await telephone(administrator.client, visitor.account)
  const opened = await phone.open()
  expect(opened.status).toBe(200)
  const token = String(JSON.parse(JSON.stringify(opened.body)).token)
  const onPhone = async () =>
    (await app.inject({ method: 'GET', url: '/api/me', headers: { authorization: `Bearer ${token}` } })).statusCode
  expect([(await worker.client.get('/api/me')).status, await onPhone()]).toEqual([200, 200])
  const offices = JSON.stringify((await administrator.client.get('/api/offices')).body)
  expect(offices).toContain(office.id)
  expect(offices).not.toContain('people.example')

  const path = `/api/offices/${office.id}/lock-downs`
  expect(refusal(await administrator.client.post(path, { reason: 'overrun', typedName: other.name }))).toBe('office-name-differs')
  expect((await worker.client.get('/api/me')).status).toBe(200)
  // Without capitals, accents and the right apostrophe, as a frightened hand types it.
  const id = newId()
  const typed = { reason: 'overrun', typedName: " ngao,  BUREAU de l'est" }
  const first = await administrator.client.post(path, typed, { id })
  expect(first.status).toBe(200)
  expect(await administrator.client.post(path, typed, { id })).toEqual(first)

  expect((await worker.client.get('/api/me')).status).toBe(401)
  expect(await onPhone()).toBe(401)
  const anew = await signIn(app, worker.email, PASSWORD)
  expect(refusal(await anew.get('/api/me'))).toBe('office-locked-down')
  expect(refusal(await phone.open())).toBe('device-removed')
  expect((await elsewhere.client.get('/api/me')).status).toBe(200)
  const isLocked = (organisation: string) => database.read((tx) => program.modules.people.offices.isLockedDown(tx, tenant, organisation))
  expect([await isLocked(office.id), await isLocked(other.id)]).toEqual([true, false])
})

test('it opens again by two persons, of whom one is the data protection officer, who came in again though the office is shut', async () => {
  const administrator = await person('ADMINISTRATOR', other.id)
  const second = await person('ADMINISTRATOR', other.id)
  const officer = await person('DATA_PROTECTION_OFFICER', office.id)
  const path = `/api/offices/${office.id}/liftings`
  expect((await administrator.client.post(path, {})).status).toBe(200)
  expect(refusal(await administrator.client.post(path, {}))).toBe('office-lift-second-person')
  expect(refusal(await second.client.post(path, {}))).toBe('office-lift-needs-data-officer')
  expect((await officer.client.post(path, {})).status).toBe(200)
  const worker = await person('CASE_WORKER', office.id)
  expect((await worker.client.get('/api/me')).status).toBe(200)
  // Sessions of before are gone for good, and the telephone that was removed stays removed.
  expect(refusal(await officer.client.post(path, {}))).toBe('office-not-locked')
})

test('a supervisor shuts the own office and no other; nobody shuts the platform', async () => {
  const supervisor = await person('CASE_SUPERVISOR', other.id)
  const listed = JSON.stringify((await supervisor.client.get('/api/offices')).body)
  expect([listed.includes(other.id), listed.includes(office.id)]).toEqual([true, false])
  const foreign = await supervisor.client.post(`/api/offices/${office.id}/lock-downs`, { reason: 'threat', typedName: office.name })
  expect([foreign.status, refusal(foreign)]).toEqual([404, 'unknown-organisation'])
  const platform = await body('Exploitant deux', 'platform')
  const administrator = await person('ADMINISTRATOR', platform)
  const own = await administrator.client.post(`/api/offices/${platform}/lock-downs`, { reason: 'threat', typedName: 'Exploitant deux' })
  expect(refusal(own)).toBe('office-is-the-platform')
  const worker = await person('CASE_WORKER', other.id)
  expect((await worker.client.post(`/api/offices/${other.id}/lock-downs`, { reason: 'threat', typedName: other.name })).status).toBe(403)
})

test('a telephone that opens files is offered by its owner alone: neither by who runs the accounts nor by a colleague', async () => {
  const administrator = await person('ADMINISTRATOR', office.id)
  const worker = await person('CASE_WORKER', office.id)
  const colleague = await person('CASE_WORKER', office.id)
  const offer = (by: Client, account: string, role = 'CASE_WORKER') =>
    by.send('/api/enrolments', { account, role, territory: 'everywhere' })
  expect(refusal(await offer(administrator.client, worker.account))).toBe('enrol-own-telephone')
  expect(refusal(await offer(colleague.client, worker.account))).toBe('enrol-own-telephone')
  await waiveSecondFactor(program, office.id)
  expect((await offer(worker.client, worker.account)).status).toBe(200)
  const visitor = await person('CIVIL_SOCIETY', office.id)
  expect((await offer(worker.client, visitor.account, 'CIVIL_SOCIETY')).status).toBe(403)
  expect(JSON.parse(JSON.stringify((await worker.client.get('/api/enrolments/accounts')).body)).accounts).toMatchObject([
    { id: worker.account },
  ])
})
