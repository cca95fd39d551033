import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { toHex } from '../../domain/code/bytes.ts'
import { type CertificateFacts, encodeClaims } from '../../domain/code/claims.ts'
import { encodeCodeText } from '../../domain/code/code-text.ts'
import { bytesToSign, kidFromHash } from '../../domain/code/cose.ts'
import type { UnsignedRevocationList } from '../../domain/revocation-list.ts'
import { documentBytes, withSignature } from '../../domain/signed-document.ts'
import type { UnsignedTrustList } from '../../domain/trust-list.ts'
import { verifyCode } from '../../domain/verify.ts'
import { browserCrypto } from '../browser-crypto.ts'
import { codeIn } from './code-in.ts'
import { type KeptDocuments, nothingKept, openKept, readKept, takeLists, writeKept } from './kept-lists.ts'
import { verdictLooks } from './verdict-look.ts'

const pair = (byte: number) => {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, byte)])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const raw = new Uint8Array(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(12))
  return { raw, hex: toHex(raw), sign: (bytes: Uint8Array) => new Uint8Array(sign(null, bytes, privateKey)) }
}
const [root, issuer, thief] = [pair(1), pair(2), pair(3)]
const url = 'https://chanzo.example/api/revocation-list'
const signed = <D extends object>(document: D, by = root) => withSignature(document, by.sign(documentBytes(document)))
const keyList = (change: Partial<UnsignedTrustList> = {}): UnsignedTrustList => ({
  kind: 'asm1-trust-list',
  issuer: 'CD-CEEC',
  issuerName: 'CEEC',
  rootKey: root.hex,
  asOf: '2026-11-21',
  keys: [{ publicKey: issuer.hex, validFrom: '2026-01-01', validUntil: null, revokedAt: null }],
  ...change,
})
const revoked = (change: Partial<UnsignedRevocationList> = {}): UnsignedRevocationList => ({
  kind: 'asm1-revocation-list',
  issuer: 'CD-CEEC',
  url,
  asOf: '2026-12-01',
  revoked: [],
  ...change,
})
const now = '2026-12-01T08:00:00.000Z'
const take = (kept: KeptDocuments, trust: unknown, revocations: unknown) => takeLists(kept, { trust, revocations, now }, browserCrypto)
const memory = () => {
  const held = new Map<string, string>()
  return { getItem: (key: string) => held.get(key) ?? null, setItem: (key: string, value: string) => void held.set(key, value) }
}

test('the first list pins its root key, and both lists are there again after a restart without network', async () => {
  const storage = memory()
  const taken = await take(nothingKept, signed(keyList()), signed(revoked()))
  expect(taken.problem).toBeNull()
  writeKept(storage, taken.kept)
  const again = readKept(storage)
  expect(again).toMatchObject({ roots: { 'CD-CEEC': root.hex }, fetchedAt: now })
  const lists = await openKept(again, browserCrypto)
  expect([lists.trust.length, lists.revocations.length]).toEqual([1, 1])
})

test('a list by another root key is not taken, and the person is told', async () => {
  const { kept } = await take(nothingKept, signed(keyList()), signed(revoked()))
  const forged = signed(
    keyList({ rootKey: thief.hex, keys: [{ publicKey: thief.hex, validFrom: '2026-01-01', validUntil: null, revokedAt: null }] }),
    thief,
  )
  const taken = await take(kept, forged, signed(revoked(), thief))
  expect(taken.problem).toBe('another-root-key')
  expect(taken.lists.trust.map((list) => list.rootKey)).toEqual([root.hex])
})

test('a list that was changed on the way or on the device does not count', async () => {
  const document = signed(keyList())
  const changed = { ...document, asOf: '2030-01-01' }
  expect((await take(nothingKept, changed, signed(revoked()))).problem).toBe('signature-does-not-fit')
  const { kept } = await take(nothingKept, document, signed(revoked()))
  expect((await openKept({ ...kept, trust: [changed] }, browserCrypto)).trust).toEqual([])
})

test('an older list never takes the place of a newer one', async () => {
  const { kept } = await take(
    nothingKept,
    signed(keyList()),
    signed(revoked({ revoked: [{ index: 42, on: '2026-11-30', because: 'revoked' }] })),
  )
  const taken = await take(kept, signed(keyList()), signed(revoked({ asOf: '2026-11-01' })))
  expect(taken.lists.revocations).toMatchObject([{ asOf: '2026-12-01' }])
})

test('an issuer that is pinned too neither revokes for another nor names its offices', async () => {
  const first = await take(nothingKept, signed(keyList()), signed(revoked()))
  const { kept } = await take(first.kept, signed(keyList({ issuer: 'RW-RMB', rootKey: thief.hex, keys: [] }), thief), [])
  expect(kept.roots).toEqual({ 'CD-CEEC': root.hex, 'RW-RMB': thief.hex })
  const foreign = signed(revoked({ asOf: '2026-12-02', revoked: [{ index: 42, on: '2026-12-01', because: 'revoked' }] }), thief)
  const register = { kind: 'asm1-issue-register', issuer: 'CD-CEEC', asOf: '2026-12-02', offices: [], standing: [], confirmed: [] }
  const lists = await openKept(
    { ...kept, revocations: [...kept.revocations, foreign], registers: [signed(register, thief)] },
    browserCrypto,
  )
  expect([lists.trust.length, lists.revocations.length, lists.registers.length]).toEqual([2, 1, 0])
})

test('of two lists of one day the one that revokes more stays, whichever came last', async () => {
  const [morning, evening] = [[], [{ index: 42, on: '2026-12-01', because: 'revoked' as const }]].map((entries) =>
    signed(revoked({ revoked: entries })),
  )
  const { kept } = await take(nothingKept, signed(keyList()), evening)
  const stolen = { publicKey: issuer.hex, validFrom: '2026-01-01', validUntil: null, revokedAt: '2026-11-20' }
  const late = await take(kept, signed(keyList({ keys: [stolen] })), morning)
  const again = await take(late.kept, signed(keyList()), morning)
  expect(again.lists.revocations[0]?.revoked.length).toBe(1)
  expect(again.lists.trust[0]?.keys[0]?.revokedAt).toBe('2026-11-20')
  const code = await codeOf()
  for (const revocations of [[morning, evening].flatMap((one) => one ?? []), [evening, morning].flatMap((one) => one ?? [])])
    expect(
      (
        await verifyCode(code, {
          keys: late.lists.trust.map((one) => ({ ...one, keys: keyList().keys })),
          revocations,
          today: '2026-12-10',
          crypto: browserCrypto,
        })
      ).verdict,
    ).toBe('revoked')
})

test.each(['', '{', 'null', '{"roots":5}', '[]'])('what lies damaged on the device counts as nothing: %s', (text) => {
  expect(readKept({ getItem: () => text })).toEqual(nothingKept)
})

const facts: CertificateFacts = {
  issuer: 'CD-CEEC',
  number: 'CD-2026-000042',
  issuedOn: '2026-11-21',
  expiresOn: '2027-02-19',
  exporter: 'Comptoir Exemple',
  lotNumber: 'EX-7',
  massGrams: 24_960_000,
  grade: '66.4 % Sn',
  mineral: '2609.00.00',
  origin: ['CD'],
  sites: ['CD--1.5000+29.0000-00007'],
  siteCount: 1,
  tagCount: 812,
  statusList: { url, index: 42 },
}
async function codeOf(by = issuer): Promise<string> {
  const payload = encodeClaims(facts)
  const kid = kidFromHash(await browserCrypto.sha256(by.raw))
  return encodeCodeText({ kid, payload, signature: by.sign(bytesToSign(kid, payload)) })
}
const verdictOf = async (text: string, today: string, entries: UnsignedRevocationList['revoked'] = []) => {
  const { lists } = await take(nothingKept, signed(keyList()), signed(revoked({ revoked: entries })))
  return (await verifyCode(codeIn(text), { keys: lists.trust, revocations: lists.revocations, today, crypto: browserCrypto })).verdict
}

test('the page reaches every verdict from what a person pastes', async () => {
  const code = await codeOf()
  expect(await verdictOf(`{"code":${JSON.stringify(code)}}`, '2026-12-10')).toBe('genuine')
  const at = code.length - 4
  expect(await verdictOf(code.slice(0, at) + (code[at] === '0' ? '1' : '0') + code.slice(at + 1), '2026-12-10')).toBe('altered')
  expect(await verdictOf(code, '2027-02-20')).toBe('expired')
  expect(await verdictOf(code, '2026-12-10', [{ index: 42, on: '2026-11-30', because: 'revoked' }])).toBe('revoked')
  expect(await verdictOf(await codeOf(thief), '2026-12-10')).toBe('unknown-issuer')
  expect(await verdictOf('bonjour', '2026-12-10')).toBe('unreadable')
})

test('no two verdicts share a shape', () => {
  const icons = Object.values(verdictLooks).map((look) => look.icon)
  expect(new Set(icons).size).toBe(8)
})
