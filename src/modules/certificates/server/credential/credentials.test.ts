/* The issuer for programs of others, on the played province: what it signs is good for jose by the keys that it publishes, before and after a revocation. */
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { compactVerify, importJWK } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshProvince } from '../../../../../test/played-province.ts'
import { moveHead, takeHead } from '../../../../platform/log/store.ts'
import { bitstringStatus } from '../../../../platform/credentials/status-list.ts'
import { jwtIn, verifyVcJwt } from '../../../../platform/credentials/vc-jwt.ts'
import { codeHashOf, isCredentialText, verifyCredentialText } from './verify-credential.ts'

type Json = ReturnType<typeof JSON.parse>
const world = await freshProvince()
let app: FastifyInstance
let number = ''
beforeAll(async () => {
  app = await world.program.createHttp()
  const found = await world.program.database.read((tx) =>
    sql<{ number: string }>`select number from certificate order by number limit 1`.execute(tx),
  )
  number = found.rows[0]?.number ?? ''
})
afterAll(() => app.close())

const get = async (url: string, accept = 'application/json') => {
  const answer = await app.inject({ method: 'GET', url, headers: { accept } })
  return { status: answer.statusCode, type: String(answer.headers['content-type']), text: answer.body }
}
const pathOf = (address: string): string => new URL(address).pathname
/** By jose alone: the key of the DID document that the header names, and the signature. */
async function opened(jwt: string): Promise<Json> {
  const document: Json = JSON.parse((await get('/.well-known/did.json')).text)
  const [head = ''] = jwt.split('.')
  const { kid, typ, alg } = JSON.parse(Buffer.from(head, 'base64url').toString())
  expect({ typ, alg, asserts: document.assertionMethod.includes(kid) }).toEqual({ typ: 'vc+jwt', alg: 'EdDSA', asserts: true })
  const method = document.verificationMethod.find((one: Json) => one.id === kid)
  expect(method).toMatchObject({ type: 'JsonWebKey', controller: document.id })
  const { payload } = await compactVerify(jwt, await importJWK(method.publicKeyJwk, 'EdDSA'))
  return JSON.parse(new TextDecoder().decode(payload))
}

test('the credential of a certificate: envelope and compact text, good for jose and by our own rules', async () => {
  const enveloped = await get(`/credentials/certificates/${number}`)
  expect(enveloped).toMatchObject({ status: 200, type: expect.stringContaining('application/vc') })
  const compact = await get(`/credentials/certificates/${number}`, 'application/vc+jwt')
  expect(compact.type).toContain('application/vc+jwt')
  expect(jwtIn(JSON.parse(enveloped.text))).toBe(compact.text)
  const credential = await opened(compact.text)
  expect(credential).toMatchObject({
    type: ['VerifiableCredential', 'MineralExportCertificate'],
    issuer: { id: 'did:web:127.0.0.1%3A4870' },
    credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: expect.any(String) },
    credentialSubject: { identifier: number, lotWeightUOM: 'KGM', issuingCountry: 'CD' },
  })
  const document: Json = JSON.parse((await get('/.well-known/did.json')).text)
  const resolveDid = (did: string) => (did === document.id ? document : null)
  expect(await verifyVcJwt(enveloped.text, { resolveDid, now: '2026-11-25T10:00:00Z' })).toMatchObject({ ok: true })
  expect(await verifyVcJwt(enveloped.text, { resolveDid, now: '2029-01-01T00:00:00Z' })).toMatchObject({ ok: false, why: 'expired' })
})

test('nothing that a stranger may not know is in it: no buyer, no customs value, no ICGLR identifier', async () => {
  const credential = JSON.stringify(await opened((await get(`/credentials/certificates/${number}?format=jwt`)).text))
  const row = await world.program.database.read((tx) =>
    sql<{ issued: Json }>`select issued from certificate where number = ${number}`.execute(tx),
  )
  const issued = row.rows[0]?.issued
  expect(credential).toContain(issued.sites[0].nationalId)
  for (const hidden of [issued.terms.importer.name, String(issued.terms.customsValueUsdCents), issued.sites[0].icglrId, issued.validator]) {
    expect(credential).not.toContain(hidden)
  }
})

test('every word of it is defined by the data model or by our context', async () => {
  const credential = await opened((await get(`/credentials/certificates/${number}?format=jwt`)).text)
  const [, context] = credential['@context']
  const defined: Json = JSON.parse((await get(pathOf(context))).text)['@context']
  const { id: _id, type, ...subject } = credential.credentialSubject
  for (const word of [type, ...Object.keys(subject), credential.type[1], credential.renderMethod[0].type, 'MineSite'])
    expect(Object.keys(defined)).toContain(word)
})

test('the status list is signed, says nothing of a standing certificate, and one bit of a revoked one', async () => {
  const { credentialStatus } = await opened((await get(`/credentials/certificates/${number}?format=jwt`)).text)
  const list = async () => opened((await get(pathOf(credentialStatus.statusListCredential), 'application/vc+jwt')).text)
  const before = await list()
  expect(before).toMatchObject({
    id: credentialStatus.statusListCredential,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  })
  // As an event would: the list follows from the log, and is made anew when its head moves.
  const set = (on: string | null) =>
    world.program.database.transaction(async (tx) => {
      const head = await takeHead(tx, 'cd')
      await moveHead(tx, { ...head, position: head.position + 1 })
      return sql`update certificate set revoked_on = ${on} where number = ${number}`.execute(tx)
    })
  const held = await world.program.database.read((tx) =>
    sql<{ on: string | null }>`select revoked_on as "on" from certificate where number = ${number}`.execute(tx),
  )
  await set(null)
  expect(await bitstringStatus(await list(), credentialStatus)).toEqual({ status: 0, valid: true })
  await set('2026-11-20')
  expect(await bitstringStatus(await list(), credentialStatus)).toEqual({ status: 1, valid: false })
  await set(held.rows[0]?.on ?? null)
})

test('who has the list or the key document already gets no second copy, until a revocation or a new hour', async () => {
  for (const url of ['/credentials/status/1', '/.well-known/did.json']) {
    const first = await app.inject({ method: 'GET', url })
    const etag = String(first.headers['etag'])
    expect(first.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    const again = await app.inject({ method: 'GET', url, headers: { 'if-none-match': etag } })
    expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', etag])
  }
  const [one, other] = [await get('/credentials/status/1'), await get('/credentials/status/2')]
  expect(one.text).not.toBe(other.text)
})

test('unknown numbers and lists that cannot be', async () => {
  expect((await get('/credentials/certificates/CD-2026-999999')).status).toBe(404)
  expect((await get('/credentials/status/0')).status).toBe(400)
  expect((await get('/credentials/status/x')).status).toBe(400)
})

describe('a credential in a file, without network', () => {
  const kept = async () => ({
    documents: [JSON.parse((await get('/.well-known/did.json')).text)],
    statusLists: [(await get('/credentials/status/1', 'application/vc+jwt')).text],
  })
  const text = async () => (await get(`/credentials/certificates/${number}`)).text
  const verifyOwn = (contents: string, now: string) =>
    world.program.database.read((tx) => world.program.modules.certificates.verifyOwn(contents, { tx, tenant: 'cd', now }))
  test('genuine by kept documents, with the facts and the age of the list; expired later; without a list it says so', async () => {
    const brought = await kept()
    expect(isCredentialText(await text())).toBe(true)
    const genuine = await verifyCredentialText(await text(), brought, '2026-11-25T10:00:00Z')
    expect(genuine).toMatchObject({ verdict: 'genuine', facts: { number }, asOf: expect.any(String), ageDays: expect.any(Number) })
    expect(genuine.facts?.massGrams).toBeGreaterThan(0)
    expect(await verifyCredentialText(await text(), brought, '2028-11-25T10:00:00Z')).toMatchObject({
      verdict: 'expired',
      facts: { number },
    })
    const blind = await verifyCredentialText(await text(), { ...brought, statusLists: [] }, '2026-11-25T10:00:00Z')
    expect(blind).toMatchObject({
      verdict: 'genuine',
      asOf: null,
      reasons: [{ code: 'signed-by' }, { code: 'not-checked-for-revocation' }],
    })
    expect(codeHashOf(await text())?.length).toBe(32)
  })
  test('altered, of an issuer that nobody kept, no credential at all; no facts of what is not believed', async () => {
    const brought = await kept()
    const jwt = jwtIn(await text()) ?? ''
    const [head = '', body = '', seal = ''] = jwt.split('.')
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
    const changed = Buffer.from(JSON.stringify({ ...claims, credentialSubject: { ...claims.credentialSubject, lotWeight: '1' } })).toString(
      'base64url',
    )
    const now = '2026-11-25T10:00:00Z'
    expect(await verifyCredentialText(`${head}.${changed}.${seal}`, brought, now)).toMatchObject({ verdict: 'altered', facts: null })
    expect(await verifyCredentialText(jwt, { ...brought, documents: [] }, now)).toMatchObject({ verdict: 'unknown-issuer', facts: null })
    expect(isCredentialText('ASM1:ABC')).toBe(false)
  })
  test('by the lists of this installation: genuine, and revoked once it is', async () => {
    expect(await verifyOwn(await text(), '2026-11-25T10:00:00.000Z')).toMatchObject({ verdict: 'genuine', facts: { number } })
    const set = (on: string | null) =>
      world.program.database.transaction((tx) => sql`update certificate set revoked_on = ${on} where number = ${number}`.execute(tx))
    await set('2026-11-20')
    expect(await verifyOwn(await text(), '2026-11-25T10:00:00.000Z')).toMatchObject({
      verdict: 'revoked',
      reasons: [{ code: 'credential-revoked' }],
    })
    await set(null)
  })
})
