/*
COSE_Sign1 (RFC 9052) with Ed25519, and only that: tag 18, protected header exactly {alg: EdDSA, kid}, empty unprotected
header, payload inside. Nothing else is written and nothing else is read, so neither an algorithm nor a header can be chosen
by a forger. Keys and signatures come and go as bytes: this file neither signs nor verifies.
*/
import { type Cbor, decodeCbor, encodeCbor, isList, isMap, isTag } from './cbor.ts'

const ALG = 1
const KID = 4
const EDDSA = -8
export const KID_LENGTH = 8
export const SIGNATURE_LENGTH = 64

export interface Sign1 {
  /** First 8 bytes of the SHA-256 of the raw public key: a hint for finding the key, never a proof. */
  readonly kid: Uint8Array
  readonly payload: Uint8Array
  readonly signature: Uint8Array
}

const protectedHeader = (kid: Uint8Array): Uint8Array =>
  encodeCbor(
    new Map<number, Cbor>([
      [ALG, EDDSA],
      [KID, kid],
    ]),
  )

/** The bytes that are signed: Sig_structure of RFC 9052 §4.4 with context "Signature1" and no external data. */
export const bytesToSign = (kid: Uint8Array, payload: Uint8Array): Uint8Array =>
  encodeCbor(['Signature1', protectedHeader(kid), new Uint8Array(0), payload])

export const encodeSign1 = (message: Sign1): Uint8Array =>
  encodeCbor({ tag: 18, value: [protectedHeader(message.kid), new Map<number, Cbor>(), message.payload, message.signature] })

/** The parts of a message of exactly our form, or `null`. The signature has not been checked. */
export function decodeSign1(bytes: Uint8Array): Sign1 | null {
  const tagged = decodeCbor(bytes)
  if (tagged === null || !isTag(tagged) || !isList(tagged.value) || tagged.value.length !== 4) return null
  const [header, unprotected, payload, signature] = tagged.value
  if (!(header instanceof Uint8Array) || !(payload instanceof Uint8Array) || !(signature instanceof Uint8Array)) return null
  if (unprotected === undefined || !isMap(unprotected) || unprotected.size !== 0 || signature.length !== SIGNATURE_LENGTH) return null
  const fields = decodeCbor(header)
  if (fields === null || !isMap(fields) || fields.size !== 2 || fields.get(ALG) !== EDDSA) return null
  const kid = fields.get(KID)
  return kid instanceof Uint8Array && kid.length === KID_LENGTH ? { kid, payload, signature } : null
}

/** The key hint of a public key, from its SHA-256. */
export const kidFromHash = (sha256OfPublicKey: Uint8Array): Uint8Array => sha256OfPublicKey.slice(0, KID_LENGTH)
