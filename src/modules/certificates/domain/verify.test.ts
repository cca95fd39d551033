import fc from 'fast-check'
import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { nodeCrypto } from '../server/node-crypto.ts'
import { browserCrypto } from '../ui/browser-crypto.ts'
import { decodeBase45, encodeBase45 } from './code/base45.ts'
import { toHex } from './code/bytes.ts'
import { type CertificateFacts, decodeClaims, encodeClaims } from './code/claims.ts'
import { PREFIX, encodeCodeText } from './code/code-text.ts'
import { bytesToSign, kidFromHash } from './code/cose.ts'
import { type RevocationList, type UnsignedRevocationList, openRevocationList } from './revocation-list.ts'
import { documentBytes, withSignature } from './signed-document.ts'
import { type TrustList, type UnsignedTrustList, openTrustList } from './trust-list.ts'
import { type VerifyOptions, verifyCode } from './verify.ts'

const pair = (byte: number) => {
  const seed = Buffer.alloc(32, byte)
  const privateKey = createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const raw = new Uint8Array(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(12))
  return { raw, hex: toHex(raw), sign: (bytes: Uint8Array) => new Uint8Array(sign(null, bytes, privateKey)) }
}
const root = pair(1)
const issuer = pair(2)
const stranger = pair(3)
const url = 'https://chanzo.example/api/revocation-list'
const facts: CertificateFacts = {
  issuer: 'CD-CEEC',
  number: 'CD-2026-000042',
  issuedOn: '2026-11-21',
  expiresOn: '2027-02-19',
  exporter: 'Comptoir Kivu SARL',
  lotNumber: 'EX-2026-0007',
  massGrams: 20_000_000,
  grade: '65.2 % Sn',
  mineral: '2609.00.00',
  origin: ['CD'],
  sites: ['CD--1.5000+29.0000-00007', 'CD--1.6210+28.8790-00012'],
  siteCount: 2,
  tagCount: 412,
  statusList: { url, index: 42 },
}
const codeOf = async (claims: CertificateFacts, by: typeof issuer): Promise<string> => {
  const payload = encodeClaims(claims)
  const kid = kidFromHash(await nodeCrypto.sha256(by.raw))
  return encodeCodeText({ kid, payload, signature: by.sign(bytesToSign(kid, payload)) })
}
const signed = <D extends object>(document: D, by = root) => withSignature(document, by.sign(documentBytes(document)))
const keyList: UnsignedTrustList = {
  kind: 'asm1-trust-list',
  issuer: 'CD-CEEC',
  issuerName: 'CEEC',
  rootKey: root.hex,
  asOf: '2026-11-21',
  keys: [{ publicKey: issuer.hex, validFrom: '2026-01-01', validUntil: null, revokedAt: null }],
}
const revocationList: UnsignedRevocationList = { kind: 'asm1-revocation-list', issuer: 'CD-CEEC', url, asOf: '2026-12-01', revoked: [] }
const opened = <V>(value: V | null): V => {
  if (value === null) throw new Error('not opened')
  return value
}
const trust = async (change: Partial<UnsignedTrustList> = {}): Promise<TrustList> =>
  opened(await openTrustList(signed({ ...keyList, ...change }), root.hex, nodeCrypto))
const revocations = async (change: Partial<UnsignedRevocationList> = {}): Promise<RevocationList> =>
  opened(await openRevocationList(signed({ ...revocationList, ...change }), root.hex, nodeCrypto))
const ask = async (text: string, change: Partial<VerifyOptions> = {}) =>
  verifyCode(text, { keys: [await trust()], revocations: [await revocations()], today: '2026-12-10', crypto: nodeCrypto, ...change })
const codes = (answer: { reasons: readonly { code: string }[] }): readonly string[] => answer.reasons.map((reason) => reason.code)

test('a genuine code says what to compare, and as of when it was not revoked', async () => {
  const answer = await ask(await codeOf(facts, issuer))
  expect(answer).toMatchObject({ verdict: 'genuine', facts, asOf: '2026-12-01', ageDays: 9 })
  expect(codes(answer)).toEqual(['signed-by', 'not-revoked-as-of'])
})

test('the code of two sites has 451 characters, which is a QR code of version 13-M', async () => {
  expect((await codeOf(facts, issuer)).length).toBe(451)
})

test('blanks around the text do no harm, another prefix is unreadable', async () => {
  const code = await codeOf(facts, issuer)
  expect((await ask(` ${code} \r\n`)).verdict).toBe('genuine')
  for (const text of ['', 'hello', 'ASM1:', code.slice(1), code.replace('ASM1:', 'ASM2:'), code.toLowerCase()]) {
    expect((await ask(text)).verdict, text).toBe('unreadable')
  }
})

test('a code that is cut off, longer or damaged counts as altered', async () => {
  const code = await codeOf(facts, issuer)
  for (const text of [code.slice(0, -3), code.slice(0, 200), `${code}A`, `${code}000`, code.replace(/.$/, 'é')]) {
    expect(await ask(text), text).toMatchObject({ verdict: 'altered', reasons: [{ code: 'damaged-code' }], facts: null })
  }
})

test('every changed byte is refused, wherever it stands', async () => {
  const code = await codeOf(facts, issuer)
  const bytes = decodeBase45(code.slice(PREFIX.length)) ?? new Uint8Array()
  const options = { keys: [await trust()], revocations: [], today: '2026-12-10', crypto: nodeCrypto }
  for (let at = 0; at < bytes.length; at++) {
    for (const bit of [1, 2, 4, 8, 16, 32, 64, 128]) {
      const changed = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ bit : byte))
      const answer = await verifyCode(PREFIX + encodeBase45(changed), options)
      expect(['altered', 'unreadable', 'unknown-issuer'], `byte ${at} bit ${bit}`).toContain(answer.verdict)
      expect(answer.facts).toBeNull()
    }
  }
}, 60_000)

test('every changed, lost, doubled or swapped character is refused', async () => {
  const code = await codeOf(facts, issuer)
  const options = { keys: [await trust()], revocations: [], today: '2026-12-10', crypto: nodeCrypto }
  const place = fc.nat({ max: code.length - 1 })
  const letter = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:az\n\u0000é')
  const changes = fc.tuple(place, letter, fc.constantFrom('replace', 'delete', 'insert', 'swap'))
  await fc.assert(
    fc.asyncProperty(changes, async ([at, by, how]) => {
      const [before, after] = [code.slice(0, at), code.slice(at + 1)]
      const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2)
      const text =
        how === 'replace'
          ? before + by + after
          : how === 'delete'
            ? before + after
            : how === 'insert'
              ? before + by + code.slice(at)
              : swapped
      if (text.trim() === code) return
      expect((await verifyCode(text, options)).verdict, JSON.stringify(text)).not.toBe('genuine')
    }),
    { numRuns: 1500 },
  )
  for (let at = 0; at < code.length; at++) {
    const other = code.charAt(at) === '7' ? '8' : '7'
    expect((await verifyCode(code.slice(0, at) + other + code.slice(at + 1), options)).verdict, `character ${at}`).not.toBe('genuine')
  }
}, 60_000)

test.each([
  ['2026-11-20', 'not-yet-valid'],
  ['2026-11-21', 'genuine'],
  ['2027-02-19', 'genuine'],
  ['2027-02-20', 'expired'],
] as const)('asked on %s it is %s', async (today, verdict) => {
  const lists = { keys: [await trust({ asOf: '2026-11-01' })], revocations: [] }
  expect((await ask(await codeOf(facts, issuer), { ...lists, today })).verdict).toBe(verdict)
})

test('a clock set back does not bring an expired certificate to life', async () => {
  const answer = await ask(await codeOf(facts, issuer), { revocations: [await revocations({ asOf: '2027-03-01' })], today: '2026-12-10' })
  expect(answer.verdict).toBe('expired')
  expect(codes(answer)).toContain('clock-is-behind')
})

test('a revoked certificate is revoked even when it has also expired, and says since when', async () => {
  const revoked = [{ index: 42, on: '2026-11-30', because: 'revoked' as const }]
  const answer = await ask(await codeOf(facts, issuer), { revocations: [await revocations({ revoked })], today: '2027-06-01' })
  expect(answer).toMatchObject({
    verdict: 'revoked',
    asOf: '2026-12-01',
    reasons: [{ code: 'revoked', facts: { on: '2026-11-30' } }],
  })
})

test('without a list, with one for others, or with one older than the certificate, it says that nobody checked', async () => {
  const code = await codeOf(facts, issuer)
  const others = [await revocations({ issuer: 'RW-RMB' })]
  for (const list of [[], others, [await revocations({ asOf: '2026-11-20' })]]) {
    const answer = await ask(code, { revocations: list })
    expect(answer).toMatchObject({ verdict: 'genuine', asOf: null, ageDays: null })
    expect(codes(answer)).toContain('not-checked-for-revocation')
  }
})

test('a list that has moved to another address still counts', async () => {
  const moved = [await revocations({ url: 'https://elsewhere.example/list' })]
  expect(await ask(await codeOf(facts, issuer), { revocations: moved })).toMatchObject({ verdict: 'genuine', asOf: '2026-12-01' })
})

test('the newest list counts, and old lists are named as old', async () => {
  const code = await codeOf(facts, issuer)
  const revoked = [{ index: 42, on: '2026-12-01', because: 'replaced' as const }]
  const both = [await revocations({ asOf: '2026-12-05', revoked }), await revocations()]
  expect((await ask(code, { revocations: both })).verdict).toBe('revoked')
  expect(codes(await ask(code, { today: '2027-02-01' }))).toEqual([
    'signed-by',
    'not-revoked-as-of',
    'revocation-list-is-old',
    'key-list-is-old',
  ])
})

test('a key nobody lists, of another issuer, outside its time or revoked is an unknown issuer', async () => {
  expect((await ask(await codeOf(facts, stranger))).verdict).toBe('unknown-issuer')
  expect((await ask(await codeOf({ ...facts, issuer: 'RW-RMB' }, issuer))).verdict).toBe('unknown-issuer')
  const code = await codeOf(facts, issuer)
  const key = { publicKey: issuer.hex, validFrom: '2026-01-01', validUntil: null, revokedAt: null }
  for (const [change, reason] of [
    [{ validFrom: '2026-11-22' }, 'key-not-valid-on-issue'],
    [{ validUntil: '2026-11-20' }, 'key-not-valid-on-issue'],
    [{ revokedAt: '2027-01-01' }, 'key-revoked'],
  ] as const) {
    const answer = await ask(code, { keys: [await trust({ keys: [{ ...key, ...change }] })] })
    expect(answer.verdict).toBe('unknown-issuer')
    expect(codes(answer)).toEqual([reason])
  }
  expect((await ask(code, { keys: [] })).verdict).toBe('unknown-issuer')
})

test('a list is believed only whole, by its own root key and of its own kind', async () => {
  const list = signed(keyList)
  expect(await openTrustList(list, root.hex, nodeCrypto)).toEqual(list)
  expect(await openTrustList(list, stranger.hex, nodeCrypto)).toBeNull()
  expect(await openTrustList({ ...list, asOf: '2026-12-31' }, root.hex, nodeCrypto)).toBeNull()
  expect(await openTrustList({ ...list, keys: [] }, root.hex, nodeCrypto)).toBeNull()
  expect(await openTrustList(signed(revocationList), root.hex, nodeCrypto)).toBeNull()
  const twice = [2, 2].map((index) => ({ index, on: '2026-11-30', because: 'revoked' as const }))
  expect(await openRevocationList(signed({ ...revocationList, revoked: twice }), root.hex, nodeCrypto)).toBeNull()
  for (const junk of [null, 7, 'x', {}, { ...list, more: 1 }]) expect(await openTrustList(junk, root.hex, nodeCrypto)).toBeNull()
})

test('WebCrypto gives the same answers as the server', async () => {
  const code = await codeOf(facts, issuer)
  expect((await ask(code, { crypto: browserCrypto })).verdict).toBe('genuine')
  expect((await ask(await codeOf({ ...facts, massGrams: 1 }, issuer), { crypto: browserCrypto })).facts?.massGrams).toBe(1)
  const forged = await codeOf(facts, { ...issuer, sign: stranger.sign })
  expect((await ask(forged, { crypto: browserCrypto })).verdict).toBe('altered')
})

test('sites beyond eight are counted; facts that no code may carry are a fault', () => {
  const many = { ...facts, sites: Array.from({ length: 8 }, (_, at) => `site-${at}`), siteCount: 30 }
  expect(decodeClaims(encodeClaims(many))).toEqual(many)
  for (const wrong of [
    { number: 'X' },
    { origin: [] },
    { expiresOn: '2026-11-20' },
    { massGrams: -1 },
    { siteCount: 1 },
    { mineral: '26' },
  ]) {
    expect(() => encodeClaims({ ...facts, ...wrong })).toThrow()
  }
})
