/* The first answer of a page waits for nothing that could have been done before, and making ready changes no answer. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { nodeCrypto } from '../server/node-crypto.ts'
import { toHex } from './code/bytes.ts'
import { type CertificateFacts, encodeClaims } from './code/claims.ts'
import { encodeCodeText } from './code/code-text.ts'
import { bytesToSign, kidFromHash } from './code/cose.ts'
import { type VerifyOptions, prepareVerification, verifyCode } from './verify.ts'

const facts: CertificateFacts = {
  ...{
    issuer: 'CD-CEEC',
    number: 'CD-2026-000042',
    issuedOn: '2026-11-21',
    expiresOn: '2027-02-19',
    exporter: 'Comptoir',
    lotNumber: 'EX-7',
  },
  ...{ massGrams: 20_000_000, grade: '65.2 % Sn', mineral: '2609.00.00', origin: ['CD'], sites: ['codmine1'], siteCount: 1, tagCount: 4 },
  statusList: { url: 'https://chanzo.example/api/revocation-list', index: 42 },
}

async function codeAndOptions(): Promise<{ readonly code: string; readonly options: VerifyOptions; readonly asked: { hashes: number } }> {
  const pair = generateKeyPairSync('ed25519')
  const raw = new Uint8Array(pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(12))
  const [kid, payload] = [kidFromHash(await nodeCrypto.sha256(raw)), encodeClaims(facts)]
  const code = encodeCodeText({ kid, payload, signature: new Uint8Array(sign(null, bytesToSign(kid, payload), pair.privateKey)) })
  const asked = { hashes: 0 }
  const strangers = Array.from({ length: 200 }, () =>
    toHex(new Uint8Array(generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }).subarray(12))),
  )
  const keys = [...strangers, toHex(raw)].map((publicKey) => ({ publicKey, validFrom: '2026-01-01', validUntil: null, revokedAt: null }))
  const list = {
    kind: 'asm1-trust-list' as const,
    issuer: 'CD-CEEC',
    issuerName: 'CEEC',
    rootKey: '',
    asOf: '2026-11-25',
    signature: '',
    keys,
  }
  const crypto = {
    verify: nodeCrypto.verify,
    sha256: (bytes: Uint8Array) => {
      asked.hashes += 1
      return nodeCrypto.sha256(bytes)
    },
  }
  return { code, asked, options: { keys: [list], revocations: [], today: '2026-11-26', crypto } }
}

test('after making ready the first code needs one hash, its own, and gets the answer that it would have got', async () => {
  const [ready, cold] = [await codeAndOptions(), await codeAndOptions()]
  await prepareVerification(ready.options)
  const before = ready.asked.hashes
  const answer = await verifyCode(ready.code, ready.options)
  expect([before, ready.asked.hashes - before]).toEqual([201, 1])
  expect(answer.verdict).toBe('genuine')
  expect(answer).toEqual(await verifyCode(cold.code, cold.options))
  expect(cold.asked.hashes).toBe(202)
})

test('without a list, or with keys that are none, there is nothing to make ready', async () => {
  const { options } = await codeAndOptions()
  await prepareVerification({ ...options, keys: [] })
  const [list] = options.keys
  if (list === undefined) throw new Error('no list')
  await prepareVerification({ ...options, keys: [{ ...list, keys: list.keys.slice(0, 1).map((key) => ({ ...key, publicKey: 'zz' })) }] })
})
