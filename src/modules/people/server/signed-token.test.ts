import { generateKeyPairSync } from 'node:crypto'
import { SignJWT, UnsecuredJWT, exportJWK } from 'jose'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TEST_NOW, freshDatabase } from '../../../../test/database.ts'
import { newId } from '../../../../test/world/client.ts'
import { asId } from '../../../kernel/schema.ts'
import { addIssuer } from '../module.ts'
import { accountAggregate } from './aggregates.ts'
import { findIssuer } from './store-issuers.ts'

const world = await freshDatabase()
const { program } = world
const parts = { ...program, places: program.modules.places.door }
const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519').privateKey
const issuer = 'https://mines.example'
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
const given = {
  issuer,
  audience: 'chanzo',
  algorithm: 'EdDSA',
  key: pem,
  rolesClaim: 'groups',
  roles: { centre: 'integrator', carte: 'map-reader' },
}
const now = Math.floor(Date.parse(TEST_NOW) / 1000)

let app: FastifyInstance
beforeAll(async () => {
  app = await program.createHttp()
  expect(await addIssuer(parts, given)).toMatchObject({ ok: true })
})
afterAll(() => app.close())

interface Wish {
  readonly claims?: object
  readonly issuer?: string
  readonly audience?: string
  readonly from?: number
  readonly until?: number | null
}
function token({ claims = { groups: ['centre'] }, ...wish }: Wish = {}): SignJWT {
  const made = new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(wish.issuer ?? issuer)
    .setAudience(wish.audience ?? 'chanzo')
    .setIssuedAt(wish.from ?? now)
  return wish.until === null ? made : made.setExpirationTime(wish.until ?? now + 600)
}
const me = async (bearer: string) => {
  const answer = await app.inject({ url: '/api/me', headers: { authorization: `Bearer ${bearer}` } })
  return { status: answer.statusCode, roles: answer.statusCode === 200 ? answer.json().roles : [] }
}

test.each<[string, Wish, readonly string[]]>([
  ['in order', {}, ['integrator']],
  ['with a role of another word', { claims: { groups: 'carte' } }, ['map-reader']],
  ['with several roles in one text', { claims: { groups: 'carte centre other' } }, ['map-reader', 'integrator']],
  ['a moment over its end, within what clocks differ by', { until: now - 20 }, ['integrator']],
])('a token %s is believed', async (_what, wish, roles) => {
  expect(await me(await token(wish).sign(privateKey))).toEqual({ status: 200, roles })
})

test.each<[string, Wish]>([
  ['of another issuer', { issuer: 'https://other.example' }],
  ['for another audience', { audience: 'somebody-else' }],
  ['that ended', { until: now - 120 }],
  ['without an end', { until: null }],
  ['that begins later', { claims: { groups: ['centre'], nbf: now + 600 } }],
  ['with roles that nobody gave a meaning', { claims: { groups: ['king'] } }],
  ['with our own role, written by themselves', { claims: { groups: ['integrator'] } }],
  ['with roles in another claim', { claims: { roles: ['centre'] } }],
  ['without roles', { claims: {} }],
])('a token %s is nobody', async (_what, wish) => {
  expect((await me(await token(wish).sign(privateKey))).status).toBe(401)
})

test('no heading of a token says how it is checked', async () => {
  const claims = { groups: ['centre'] }
  const shape = (alg: string) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg })
      .setIssuer(issuer)
      .setAudience('chanzo')
      .setExpirationTime(now + 600)
  const unsigned = new UnsecuredJWT(claims)
    .setIssuer(issuer)
    .setAudience('chanzo')
    .setExpirationTime(now + 600)
    .encode()
  const byPublicKey = await shape('HS256').sign(new TextEncoder().encode(pem))
  const broughtAlong = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', jwk: await exportJWK(generateKeyPairSync('ed25519').publicKey) })
    .setIssuer(issuer)
    .setAudience('chanzo')
    .setExpirationTime(now + 600)
    .sign(stranger)
  const otherKey = await token().sign(stranger)
  const otherAlgorithm = await shape('ES256').sign(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)
  const whole = await token().sign(privateKey)
  const [head, body, signature = ''] = whole.split('.')
  const changed = [
    head,
    Buffer.from(JSON.stringify({ iss: issuer, aud: 'chanzo', exp: now + 99_999, groups: ['centre'] })).toString('base64url'),
    signature,
  ].join('.')
  for (const one of [unsigned, byPublicKey, broughtAlong, otherKey, otherAlgorithm, changed, `${head}.${body}.`])
    expect((await me(one)).status).toBe(401)
})

test.each(['a\u0000b', '\ud800', 5, ['x'], { a: 1 }, null])('an issuer that is no plain text is nobody, never a fault: %j', async (iss) => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  expect((await me(`${part({ alg: 'EdDSA' })}.${part({ iss })}.AAAA`)).status).toBe(401)
})

test('what cannot be a trustworthy key or role is refused', async () => {
  const other = { ...given, issuer: 'https://other.example' }
  const refusal = async (change: object) => {
    const outcome = await addIssuer(parts, { ...other, ...change })
    return outcome.ok ? null : outcome.refusal.code
  }
  expect(await refusal({ algorithm: 'HS256' })).toBe('algorithm-not-taken')
  expect(await refusal({ algorithm: 'none' })).toBe('algorithm-not-taken')
  expect(await refusal({ key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() })).toBe('key-not-public')
  expect(await refusal({ key: JSON.stringify(privateKey.export({ format: 'jwk' })) })).toBe('key-not-public')
  expect(await refusal({ key: 'no key' })).toBe('key-not-public')
  expect(await refusal({ roles: { minister: 'MINISTER' } })).toBe('role-for-other-kind')
})

test('a role withdrawn from its account is gone for its tokens, until the operator says it again', async () => {
  const machines = await program.database.read((tx) => findIssuer(tx, 'cd', issuer))
  const [account, carte] = [machines?.account ?? '', await token({ claims: { groups: ['centre', 'carte'] } }).sign(privateKey)]
  const context = async () => ({
    isSelf: false,
    organisationKnown: true,
    actorTerritory: 'everywhere' as const,
    parents: {},
    otherAdministrators: 1,
  })
  const withdrawn = await program.log.execute({
    tenant: 'cd',
    aggregate: accountAggregate,
    subject: account,
    command: { type: 'withdraw-role', role: 'integrator', reason: 'écrit trop' },
    context,
    envelope: { id: asId('command', newId()) },
    actor: { account: newId(), organisation: null, role: null },
  })
  expect(withdrawn).toMatchObject({ ok: true })
  expect(await me(carte)).toEqual({ status: 200, roles: ['map-reader'] })
  expect((await me(await token().sign(privateKey))).status).toBe(401)
  expect(await addIssuer(parts, given)).toMatchObject({ ok: true })
  expect(await me(carte)).toEqual({ status: 200, roles: ['integrator', 'map-reader'] })
})

test('a new key takes the place of the old one', async () => {
  const next = generateKeyPairSync('ed25519')
  const old = await token().sign(privateKey)
  expect(await addIssuer(parts, { ...given, key: JSON.stringify(next.publicKey.export({ format: 'jwk' })) })).toMatchObject({ ok: true })
  expect((await me(old)).status).toBe(401)
  expect((await me(await token().sign(next.privateKey))).status).toBe(200)
})
