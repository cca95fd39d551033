import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  type Infer,
  anything,
  count,
  listOf,
  looseRecord,
  maybe,
  mustParse,
  orNull,
  record,
  text,
  yesOrNo,
} from '../../../../kernel/schema.ts'
import { sharedFile } from '../../../../../test/shared-data.ts'
import { Verdict } from '../../contract.ts'
import { nodeCrypto } from '../../server/node-crypto.ts'
import { RevocationList, openRevocationList } from '../revocation-list.ts'
import { documentBytes, isSignedBy } from '../signed-document.ts'
import { TrustList, openTrustList } from '../trust-list.ts'
import { verifyCode } from '../verify.ts'
import { decodeBase45, encodeBase45 } from './base45.ts'
import { fromHex, toHex } from './bytes.ts'
import { type CertificateFacts, decodeClaims, encodeClaims } from './claims.ts'
import { decodeCodeText, encodeCodeText } from './code-text.ts'
import { bytesToSign, encodeSign1, kidFromHash } from './cose.ts'

// The published vectors: if this test has to change, every certificate on paper stops verifying.
const Key = record({ seed: text(64), publicKey: text(64) })
const Facts = record({
  issuer: text(),
  number: text(),
  issuedOn: text(),
  expiresOn: text(),
  exporter: text(),
  lotNumber: text(),
  massGrams: count(),
  grade: text(),
  mineral: text(),
  origin: listOf(text()),
  sites: listOf(text()),
  siteCount: count(),
  tagCount: count(),
  statusList: record({ url: text(), index: count() }),
})
const Vectors = looseRecord({
  keys: record({ root: Key, issuer: Key, stranger: Key, lost: Key }),
  encoding: record({
    facts: Facts,
    kid: text(),
    claims: text(1000),
    signed: text(1000),
    signature: text(),
    message: text(1000),
    code: text(1000),
  }),
  trustList: TrustList,
  trustListSigned: text(5000),
  revocationList: RevocationList,
  cases: listOf(
    record({
      name: text(),
      code: anything(),
      today: text(),
      revocationList: yesOrNo(),
      expected: record({ verdict: Verdict, reasons: listOf(text()), asOf: orNull(text()) }),
    }),
  ),
})
const path = new URL('../../../../../docs/spec/certificate-code.vectors.json', import.meta.url)
const vectors: Infer<typeof Vectors> = mustParse(Vectors, JSON.parse(readFileSync(path, 'utf8')))
const { keys, encoding } = vectors
const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array()

test('the same facts give the same bytes at every step', async () => {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), bytes(keys.issuer.seed)])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(12)
  expect(publicKey.toString('hex')).toBe(keys.issuer.publicKey)
  const facts: CertificateFacts = encoding.facts
  const payload = encodeClaims(facts)
  expect(toHex(payload)).toBe(encoding.claims)
  expect(decodeClaims(payload)).toEqual(facts)
  const kid = kidFromHash(new Uint8Array(createHash('sha256').update(publicKey).digest()))
  expect(toHex(kid)).toBe(encoding.kid)
  const toSign = bytesToSign(kid, payload)
  expect(toHex(toSign)).toBe(encoding.signed)
  const signature = new Uint8Array(sign(null, toSign, privateKey))
  expect(toHex(signature)).toBe(encoding.signature)
  expect(toHex(encodeSign1({ kid, payload, signature }))).toBe(encoding.message)
  expect(encodeCodeText({ kid, payload, signature })).toBe(encoding.code)
  expect(decodeCodeText(encoding.code)).toEqual({ kid, payload, signature })
})

test('the lists are signed over their canonical JSON', async () => {
  const { signature: _signature, ...unsigned } = vectors.trustList
  expect(toHex(documentBytes(unsigned))).toBe(vectors.trustListSigned)
  for (const list of [vectors.trustList, vectors.revocationList]) {
    expect(await isSignedBy(list, keys.root.publicKey, nodeCrypto)).toBe(true)
    expect(await isSignedBy(list, keys.stranger.publicKey, nodeCrypto)).toBe(false)
  }
})

test.each(vectors.cases)('$name', async ({ code, today, revocationList, expected }) => {
  const trust = await openTrustList(vectors.trustList, keys.root.publicKey, nodeCrypto)
  const revocations = await openRevocationList(vectors.revocationList, keys.root.publicKey, nodeCrypto)
  if (trust === null || revocations === null) throw new Error('the lists do not open')
  const lists = { keys: [trust], revocations: revocationList ? [revocations] : [] }
  const { verdict, reasons, asOf } = await verifyCode(String(code), { ...lists, today, crypto: nodeCrypto })
  expect({ verdict, reasons: reasons.map((reason) => reason.code), asOf }).toEqual(expected)
})

const hcert = sharedFile('standards/qr-offline/hcert/vectors.json')
test.skipIf(hcert === null)('base45 agrees with the published examples of health certificates', () => {
  const Shared = listOf(
    looseRecord({
      file: text(),
      base45: maybe(anything()),
      compressed: maybe(anything()),
      expected: looseRecord({ EXPECTEDB45DECODE: maybe(yesOrNo()) }),
    }),
  )
  const cases = mustParse(Shared, JSON.parse(readFileSync(hcert ?? '', 'utf8')))
  expect(cases.length).toBeGreaterThan(10)
  for (const { file, base45, compressed, expected } of cases) {
    if (typeof base45 !== 'string') continue
    const decoded = decodeBase45(base45)
    if (expected.EXPECTEDB45DECODE === false) expect(decoded, file).toBeNull()
    else if (typeof compressed === 'string' && decoded !== null) {
      expect(toHex(decoded), file).toBe(compressed.toLowerCase())
      expect(encodeBase45(decoded), file).toBe(base45)
    }
  }
})
