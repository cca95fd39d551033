import { createPrivateKey, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Infer, anything, count, instant, listOf, looseRecord, mustParse, orNull, record, text } from '../../kernel/schema.ts'
import { keyIdOf, verifySignature } from '../keys/signer.ts'
import { contentDigest, linkHash, signedMessage, toHex } from './chain.ts'

const Entry = looseRecord({
  id: text(),
  tenant: text(),
  kind: text(),
  subject: text(),
  subjectVersion: count(),
  position: count(),
  happenedAt: instant(),
  learnedAt: instant(),
  device: text(),
  actor: record({ account: text(), organisation: orNull(text()), role: orNull(text()) }),
  payload: anything(),
  batchIndex: count(),
  batchSize: count(),
  contentDigest: text(),
  signature: text(),
  previousHash: text(),
  hash: text(),
})
const Vectors = looseRecord({ seedHex: text(), publicKeyHex: text(), keyId: text(), events: listOf(Entry) })
const vectors: Infer<typeof Vectors> = mustParse(
  Vectors,
  JSON.parse(readFileSync(new URL('../../../docs/spec/log.vectors.json', import.meta.url), 'utf8')),
)
const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))

test('the published vectors give the published digests and hashes', () => {
  for (const event of vectors.events) {
    const digest = contentDigest(event.tenant, event.device, event)
    expect(toHex(digest)).toBe(event.contentDigest)
    const link = {
      ...event,
      digest,
      signature: new Uint8Array(Buffer.from(event.signature, 'base64')),
      previousHash: bytes(event.previousHash),
    }
    expect(toHex(linkHash(link))).toBe(event.hash)
  }
})

test('the published signatures hold, and are those that the published seed makes', () => {
  const key = createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), bytes(vectors.seedHex)]),
    format: 'der',
    type: 'pkcs8',
  })
  const batches = [vectors.events.slice(0, 1), vectors.events.slice(1)]
  for (const batch of batches) {
    const message = signedMessage(batch.map((event) => bytes(event.contentDigest)))
    const signature = Buffer.from(batch[0]?.signature ?? '', 'base64')
    expect(sign(null, message, key).equals(signature)).toBe(true)
    expect(verifySignature(bytes(vectors.publicKeyHex), message, signature)).toBe(true)
    expect(verifySignature(bytes(vectors.publicKeyHex), message.subarray(1), signature)).toBe(false)
  }
  expect(keyIdOf(bytes(vectors.publicKeyHex))).toBe(vectors.keyId)
})
