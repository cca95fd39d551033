/* One test for each rule of the verifier, with credentials that we sign ourselves; that they are good is said by jose, which did not sign them. */
import { generateKeyPairSync, sign as signEs256 } from 'node:crypto'
import { compactVerify, importJWK } from 'jose'
import { describe, expect, test } from 'vitest'
import { passingKeyRing } from '../keys/signer.ts'
import { didDocument } from './did-document.ts'
import { toBase64url } from './encodings.ts'
import { envelopeOf, jwtIn, signVcJwt, verifyVcJwt } from './vc-jwt.ts'

const did = 'did:web:minerals.example'
const NOW = '2026-11-22T08:00:00Z'
const signer = passingKeyRing().signer('certificate')
const stranger = passingKeyRing().signer('certificate')
const x = Buffer.from(signer.publicKey).toString('base64url')
const document = didDocument(did, [{ id: 'k1', x }])
const credential = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  id: 'https://minerals.example/1',
  issuer: { id: did, name: 'Authority' },
  validFrom: '2026-11-01T00:00:00Z',
  validUntil: '2027-01-01T00:00:00Z',
  credentialSubject: { id: 'https://minerals.example/lot', massGrams: 5 },
}
const good = signVcJwt(credential, { kid: `${did}#k1`, sign: signer.sign })
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const made = (header: object, payload: object = {}, sign = signer.sign): string => {
  const text = `${part({ alg: 'EdDSA', typ: 'vc+jwt', kid: `${did}#k1`, ...header })}.${part({ ...credential, ...payload })}`
  return `${text}.${toBase64url(sign(Buffer.from(text)))}`
}
const verdict = async (jwt: unknown, { as = document, now = NOW }: { readonly as?: unknown; readonly now?: string } = {}) => {
  const answer = await verifyVcJwt(jwt, { resolveDid: (asked) => (asked === did ? as : null), now })
  return answer.ok ? 'ok' : answer.why
}

test('what we sign is good for jose, by the key of the document, and for us in every wrapping', async () => {
  const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x }, 'EdDSA')
  const { payload, protectedHeader } = await compactVerify(good, key)
  expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(credential)
  expect(protectedHeader).toEqual({ alg: 'EdDSA', typ: 'vc+jwt', cty: 'vc', kid: `${did}#k1` })
  const enveloped = envelopeOf(good)
  expect(await Promise.all([good, enveloped, JSON.stringify(enveloped), enveloped['id']].map((one) => verdict(one)))).toEqual([
    'ok',
    'ok',
    'ok',
    'ok',
  ])
  expect(jwtIn({ ...enveloped, id: `data:application/jwt,${good}` })).toBeNull()
  expect(jwtIn({ ...enveloped, type: 'VerifiableCredential' })).toBeNull()
})

describe('the header', () => {
  const none = `${part({ alg: 'none', typ: 'vc+jwt', kid: `${did}#k1` })}.${part(credential)}.`
  test.each([
    ['alg none', none, 'algorithm'],
    ['a shared secret', made({ alg: 'HS256' }), 'algorithm'],
    ['a name of a property of objects', made({ alg: 'constructor' }), 'algorithm'],
    ['another curve than the key', made({ alg: 'ES256' }), 'algorithm-of-another-key'],
    ['typ JWT', made({ typ: 'JWT' }), 'typ'],
    ['no typ', made({ typ: undefined }), 'typ'],
    ['crit', made({ crit: ['exp'], exp: 1 }), 'crit'],
    ['an empty crit', made({ crit: [] }), 'crit'],
    ['b64 false', made({ b64: false }), 'crit'],
    ['kid of another DID', made({ kid: 'did:web:other.example#k1' }), 'kid-of-another'],
    ['a DID that begins like the issuer', made({ kid: `${did}.evil.example#k1` }), 'kid-of-another'],
    ['no kid', made({ kid: undefined }), 'kid-of-another'],
    ['kid that nobody has', made({ kid: `${did}#k2` }), 'key-may-not-assert'],
    ['a key that came with it', made({ kid: `${did}#k2`, jwk: { kty: 'OKP', crv: 'Ed25519', x } }), 'key-may-not-assert'],
    ['the older name of the type', made({ typ: 'vc+ld+jwt' }), 'ok'],
    ['the whole media type', made({ typ: 'application/vc+jwt' }), 'ok'],
  ])('%s', async (_name, jwt, wanted) => expect(await verdict(jwt)).toBe(wanted))
})

describe('the credential', () => {
  test.each([
    ['claim vc of the data model 1.1', { vc: {} }, 'vcdm-1-1'],
    ['another first context', { '@context': ['https://www.w3.org/2018/credentials/v1'] }, 'first-context'],
    ['a context that is no list', { '@context': 'https://www.w3.org/ns/credentials/v2' }, 'first-context'],
    ['no type of a credential', { type: ['DigitalProductPassport'] }, 'type'],
    ['no issuer', { issuer: undefined }, 'issuer'],
    ['an issuer that is no DID', { issuer: 'https://minerals.example' }, 'issuer'],
    ['another issuer', { issuer: 'did:web:other.example' }, 'kid-of-another'],
    ['iss of another', { iss: 'did:web:other.example' }, 'issuer'],
    ['no subject', { credentialSubject: undefined }, 'subject'],
    ['an empty subject', { credentialSubject: {} }, 'subject'],
    ['not yet valid', { validFrom: '2026-11-23T00:00:00Z' }, 'not-yet-valid'],
    ['expired', { validUntil: '2026-11-21T00:00:00Z' }, 'expired'],
    ['a date without a zone', { validUntil: '2027-01-01T00:00:00' }, 'valid-until'],
    ['an end before the beginning', { validUntil: '2026-10-01T00:00:00Z' }, 'valid-until'],
    ['exp of the past', { exp: 1 }, 'expired'],
    ['nbf of the future', { nbf: 9_999_999_999 }, 'not-yet-valid'],
    ['an issuer as text', { issuer: did }, 'ok'],
  ])('%s', async (_name, payload, wanted) => expect(await verdict(made({}, payload))).toBe(wanted))
  test('the moment is the caller’s', async () => {
    expect(await verdict(good, { now: '2027-01-01T00:00:01Z' })).toBe('expired')
    expect(await verdict(good, { now: '2026-10-31T00:00:00Z' })).toBe('not-yet-valid')
  })
})

describe('the key', () => {
  const [method] = [document['verificationMethod']].flat()
  const changed = (changes: object) => ({ ...document, verificationMethod: [{ ...Object(method), ...changes }] })
  test.each([
    ['nobody knows the issuer', null, 'issuer-not-known'],
    ['a document of another DID', { ...document, id: 'did:web:other.example' }, 'document-of-another-did'],
    [
      'a key that only authenticates',
      { ...document, assertionMethod: [], authentication: document['assertionMethod'] },
      'key-may-not-assert',
    ],
    ['a key that another controls', changed({ controller: 'did:web:other.example' }), 'key-of-another-controller'],
    ['a key that was revoked', changed({ revoked: '2026-11-01T00:00:00Z' }), 'key-no-longer-valid'],
    ['a key with its private part', changed({ publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', x, d: x } }), 'key-of-unknown-kind'],
    ['a key for secrets', changed({ publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', x, use: 'enc' } }), 'key-of-unknown-kind'],
    ['ids of methods without the DID', { ...changed({ id: '#k1' }), assertionMethod: ['#k1'] }, 'ok'],
    ['a method inside assertionMethod', { ...document, verificationMethod: [], assertionMethod: [method] }, 'ok'],
  ])('%s', async (_name, as, wanted) => expect(await verdict(good, { as })).toBe(wanted))
  test('another key, a changed byte, bits that are not used', async () => {
    expect(await verdict(made({}, {}, stranger.sign))).toBe('signature')
    const [head = '', body = '', seal = ''] = good.split('.')
    expect(await verdict(`${head}.${body.slice(0, 40)}${body[40] === 'A' ? 'B' : 'A'}${body.slice(41)}.${seal}`)).not.toBe('ok')
    const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.indexOf(seal.at(-1) ?? '')
    expect(
      await verdict(
        `${head}.${body}.${seal.slice(0, -1)}${'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'[last + 1] ?? '_'}`,
      ),
    ).toBe('not-a-vc-jwt')
    expect(await verdict(`${head}.${body}`)).toBe('not-a-vc-jwt')
  })
  test('ES256 of others', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
    const as = { ...document, verificationMethod: [{ ...Object(method), publicKeyJwk: publicKey.export({ format: 'jwk' }) }] }
    const sign = (message: Uint8Array) => signEs256('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' })
    expect(await verdict(made({ alg: 'ES256' }, {}, sign), { as })).toBe('ok')
    expect(await verdict(made({ alg: 'ES256' }, {}, signer.sign), { as })).toBe('signature')
  })
})
