import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { browserCrypto } from './browser-crypto.ts'

const pair = generateKeyPairSync('ed25519')
const publicKey = new Uint8Array(pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(12))
const message = new Uint8Array([1, 2, 3])
const signature = new Uint8Array(sign(null, message, pair.privateKey))
/** The same signature with S + L: valid to a sloppy verifier, refused by RFC 8032. */
const secondSpelling = (): Uint8Array => {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n
  const s = signature.slice(32).reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n) + order
  return Uint8Array.from(signature, (byte, at) => (at < 32 ? byte : Number((s >> BigInt(8 * (at - 32))) & 255n)))
}

afterEach(() => vi.unstubAllGlobals())
const withoutEd25519 = (): void => {
  const { subtle } = crypto
  vi.stubGlobal('crypto', {
    subtle: { digest: subtle.digest.bind(subtle), importKey: () => Promise.reject(new Error('NotSupportedError')) },
  })
}

test.each([
  ['where the browser knows Ed25519', () => undefined],
  ['where it does not', withoutEd25519],
])('%s, only the right signature in its one spelling is good', async (_, prepare) => {
  prepare()
  expect(await browserCrypto.verify(publicKey, message, signature)).toBe(true)
  expect(await browserCrypto.verify(publicKey, new Uint8Array([1, 2, 4]), signature)).toBe(false)
  expect(await browserCrypto.verify(publicKey, message, secondSpelling())).toBe(false)
  expect(await browserCrypto.verify(publicKey, message, signature.slice(1))).toBe(false)
  expect(await browserCrypto.verify(publicKey.slice(1), message, signature)).toBe(false)
  expect(await browserCrypto.verify(new Uint8Array(32).fill(255), message, signature)).toBe(false)
})

test('the hash is SHA-256', async () => {
  expect(await browserCrypto.sha256(message)).toEqual(new Uint8Array(createHash('sha256').update(message).digest()))
})
