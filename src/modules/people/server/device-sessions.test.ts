/* Sessions of telephones over HTTP: who gets in, as what, and how fast somebody is out. */
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, test } from 'vitest'
import { TEST_NOW, freshDatabase } from '../../../../test/database.ts'
import { codeOf, enrolPhone, textIn } from '../../../../test/field-phone.ts'
import { type Client, machine, newId, signIn, stranger } from '../../../../test/world/client.ts'
import { readEnrolmentText } from '../domain/device.ts'
import { addAccount, addOrganisation } from '../module.ts'

const world = await freshDatabase()
const { program } = world
const parts = { ...program, places: program.modules.places.door }
const PASSWORD = 'une phrase assez longue'
let app: FastifyInstance
let root: Client
let made = 0

async function person(roles: readonly string[], more: { organisation?: string } = {}) {
  const email = `phone${++made}@people.example`
  const added = await addAccount(parts, { email, password: PASSWORD, roles, ...more })
  if (!added.ok) throw new Error(added.refusal.code)
  return { account: added.value.account, client: await signIn(app, email, PASSWORD) }
}
beforeAll(async () => {
  app = await program.createHttp()
  ;({ client: root } = await person(['ADMINISTRATOR']))
  return () => app.close()
})

describe('a session', () => {
  test('acts as the account in the one role of the telephone, and says the rules and the key it seals to', async () => {
    const owner = await person(['MINES_PROV', 'OBSERVER'])
    const phone = await enrolPhone(app, root, { account: owner.account, role: 'OBSERVER' })
    const answer = await phone.askSession()
    expect(answer).toMatchObject({
      status: 200,
      body: {
        expiresAt: '2026-11-21T21:40:00.000Z',
        serverTime: TEST_NOW,
        policy: { idleMinutes: 3, pinTries: 3, wipeTries: 10, leaseDays: 21 },
      },
    })
    expect(answer.body).toMatchObject({ rescueKey: { id: expect.any(String), publicKey: expect.stringMatching(/^B[A-P]/) } })
    const client = await phone.client()
    expect(await client.get('/api/me')).toMatchObject({ status: 200, body: { account: owner.account, roles: ['OBSERVER'] } })
    expect(codeOf(await client.send('/api/enrolments', {}))).toBe('not-allowed')
  })
  test('decides nothing, whatever the role may at a desk: an enrolment asked nobody for a password', async () => {
    const owner = await person(['MINES_NAT'])
    const client = await (await enrolPhone(app, root, { account: owner.account, role: 'MINES_NAT' })).client()
    const said = await client.get('/api/me')
    expect(said.body).toMatchObject({ roles: ['MINES_NAT'], capabilities: expect.arrayContaining(['sites.inspect', 'documents.add']) })
    expect(JSON.stringify(said.body)).not.toMatch(
      /sites\.(review|plan-mission|draft-order|choose-rules|hold|register)|"people\.|forms\.publish|imports\./,
    )
    expect(codeOf(await client.send('/api/missions', {}))).toBe('not-allowed')
    expect(codeOf(await owner.client.send('/api/missions', {}))).not.toBe('not-allowed')
  })
  test('makes no second way in: neither a telephone nor a login of Collect, for nobody', async () => {
    const founded = await addOrganisation(parts, { name: 'Division', kind: 'provincial-division', area: null })
    if (!founded.ok) throw new Error(founded.refusal.code)
    const { organisation } = founded.value
    const [owner, colleague] = [
      await person(['MINES_PROV'], { organisation }),
      await person(['MINES_PROV', 'MINISTER_PROV'], { organisation }),
    ]
    const client = await (await enrolPhone(app, root, { account: owner.account, role: 'MINES_PROV' })).client()
    for (const { account } of [owner, colleague]) {
      const asked = { account, role: 'MINES_PROV' }
      expect(codeOf(await client.send('/api/enrolments', { ...asked, territory: 'everywhere' }))).toBe('not-allowed')
      expect(codeOf(await client.send('/api/collect-logins', { ...asked, language: 'fr' }))).toBe('not-allowed')
    }
    const atDesk = await owner.client.send('/api/enrolments', { account: colleague.account, role: 'MINES_PROV', territory: 'everywhere' })
    expect(atDesk.status).toBe(200)
    const minister = { account: colleague.account, role: 'MINISTER_PROV', territory: 'everywhere' }
    expect(codeOf(await owner.client.send('/api/enrolments', minister))).toBe('role-not-for-field')
    expect((await root.send('/api/enrolments', minister)).status).toBe(200)
  })
  test('is given to the right key only, for the right device, within two minutes', async () => {
    const owner = await person(['OBSERVER'])
    const phone = await enrolPhone(app, root, { account: owner.account, role: 'OBSERVER' })
    const other = await enrolPhone(app, root, { account: owner.account, role: 'OBSERVER' })
    const nonce = textIn(await stranger(app).send(`/api/devices/${other.device}/challenges`, {}), 'nonce')
    const forged = { device: other.device, nonce, signature: Buffer.alloc(64).toString('base64') }
    expect(codeOf(await stranger(app).send('/api/device-sessions', forged))).toBe('device-signature-not-valid')
    expect(codeOf(await stranger(app).send('/api/device-sessions', { ...forged, device: newId() }))).toBe('device-not-enrolled')
    for (let tries = 0; tries < 25; tries += 1) await stranger(app).send('/api/device-sessions', forged)
    expect(codeOf(await stranger(app).send('/api/device-sessions', forged))).toBe('too-many-tries')
    expect((await other.askSession()).status).toBe(200)
    expect((await phone.askSession()).status).toBe(200)
  })
  test('ends after twelve hours', async () => {
    const owner = await person(['OBSERVER'])
    const client = await (await enrolPhone(app, root, { account: owner.account, role: 'OBSERVER' })).client()
    world.setClock('2026-11-21T21:41:00.000Z')
    expect(codeOf(await client.get('/api/me'))).toBe('not-signed-in')
    world.setClock(TEST_NOW)
  })
})

describe('who is out is out at once, and is told why', () => {
  test('a removed device', async () => {
    const owner = await person(['OBSERVER'])
    const phone = await enrolPhone(app, root, { account: owner.account, role: 'OBSERVER' })
    const client = await phone.client()
    expect((await root.post(`/api/devices/${phone.device}/revocations`, { reason: 'stolen', from: TEST_NOW })).status).toBe(200)
    expect(await client.get('/api/devices')).toMatchObject({ status: 401, body: { refusal: { code: 'device-removed' } } })
    expect(await phone.askSession()).toMatchObject({ status: 403, body: { refusal: { code: 'device-removed' } } })
  })
  test('a role that was withdrawn, and an account that was closed', async () => {
    const owner = await person(['OBSERVER', 'FEC'])
    const phone = await enrolPhone(app, root, { account: owner.account, role: 'OBSERVER' })
    const client = await phone.client()
    expect((await root.post(`/api/accounts/${owner.account}/withdrawals`, { role: 'OBSERVER', reason: 'moved' })).status).toBe(200)
    expect(codeOf(await client.get('/api/devices'))).toBe('device-role-withdrawn')
    expect(codeOf(await phone.askSession())).toBe('device-role-withdrawn')
    expect((await root.post(`/api/accounts/${owner.account}/closures`, { reason: 'left' })).status).toBe(200)
    expect(codeOf(await client.get('/api/devices'))).toBe('account-closed')
    expect(codeOf(await phone.askSession())).toBe('account-closed')
  })
})

test('before a phone takes an enrolment it sees what it would become, and not whose', async () => {
  const named = await addOrganisation(parts, {
    name: 'Division des Mines Nord-Kivu',
    kind: 'provincial-division',
    area: null,
    country: 'CD',
  })
  const organisation = named.ok ? named.value.organisation : ''
  const owner = await person(['OBSERVER'], { organisation })
  const offered = await root.send('/api/enrolments', { account: owner.account, role: 'OBSERVER', territory: 'everywhere' })
  const link = textIn(offered, 'link')
  expect(link).toBe(`http://127.0.0.1:4870/field/enrol#${textIn(offered, 'secret')}`)
  expect(readEnrolmentText(link)).toEqual(readEnrolmentText(textIn(offered, 'qr')))
  const { secret } = readEnrolmentText(link) ?? { secret: '' }
  const seen = await stranger(app).send('/api/enrolments/preview', { secret })
  expect(seen).toEqual({
    status: 200,
    body: {
      role: 'OBSERVER',
      organisation: 'Division des Mines Nord-Kivu',
      territory: 'everywhere',
      language: 'fr',
      expiresAt: '2026-11-21T09:50:00.000Z',
    },
  })
  expect(codeOf(await stranger(app).send('/api/enrolments/preview', { secret: 'x'.repeat(32) }))).toBe('enrolment-not-found')
  expect(codeOf(await machine(app, 'x'.repeat(43)).get('/api/devices'))).toBe('not-signed-in')
})
