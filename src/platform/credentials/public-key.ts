/*
The public key of a verification method, in the spellings that issuers use (JsonWebKey, Multikey, Ed25519VerificationKey2020), and the check
of a signature by it: Ed25519 and P-256. A key fits one algorithm alone, so that nobody can turn a public key into a shared secret.
*/
import { ed25519 } from '@noble/curves/ed25519.js'
import { p256 } from '@noble/curves/nist.js'
import { fromBase58, fromBase64url } from './encodings.ts'
import { type JsonObject, isObject, listed } from './json.ts'

export type Algorithm = 'EdDSA' | 'ES256'
export interface PublicKey {
  readonly algorithm: Algorithm
  /** Ed25519: 32 bytes. P-256: a point, compressed or not. */
  readonly bytes: Uint8Array
}

/** `null` for a kind of key that is not known here, and for one that carries its private part. */
export function publicKeyOf(method: JsonObject): PublicKey | null {
  const { publicKeyJwk: jwk, publicKeyMultibase: multibase } = method
  if (isObject(jwk)) return keyOfJwk(jwk)
  return typeof multibase === 'string' ? keyOfMultibase(multibase) : null
}

function keyOfJwk({ kty, crv, x, y, d, use, alg, key_ops: operations }: JsonObject): PublicKey | null {
  if (d !== undefined || typeof x !== 'string' || (use !== undefined && use !== 'sig')) return null
  if (operations !== undefined && !listed(operations).includes('verify')) return null
  const first = fromBase64url(x)
  if (first?.length !== 32) return null
  if (kty === 'OKP' && crv === 'Ed25519' && fits(alg, ['EdDSA', 'Ed25519'])) return { algorithm: 'EdDSA', bytes: first }
  const second = typeof y === 'string' ? fromBase64url(y) : null
  if (kty !== 'EC' || crv !== 'P-256' || second?.length !== 32 || !fits(alg, ['ES256'])) return null
  return { algorithm: 'ES256', bytes: Uint8Array.from([4, ...first, ...second]) }
}
const fits = (alg: unknown, names: readonly unknown[]): boolean => alg === undefined || names.includes(alg)

/** `z` and base58 of a prefix that names the kind of key, and the key. */
export function keyOfMultibase(text: string): PublicKey | null {
  const bytes = text.startsWith('z') ? fromBase58(text.slice(1)) : null
  if (bytes === null) return null
  const key = bytes.subarray(2)
  if (bytes[0] === 0xed && bytes[1] === 0x01 && key.length === 32) return { algorithm: 'EdDSA', bytes: key }
  return bytes[0] === 0x80 && bytes[1] === 0x24 && key.length === 33 ? { algorithm: 'ES256', bytes: key } : null
}

/** Anything malformed is simply not valid. */
export function isSigned({ algorithm, bytes }: PublicKey, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== 64) return false
  try {
    // JOSE takes either half of the curve for the second part of an ES256 signature.
    return algorithm === 'EdDSA'
      ? ed25519.verify(signature, message, bytes, { zip215: false })
      : p256.verify(signature, message, bytes, { lowS: false })
  } catch {
    return false
  }
}
