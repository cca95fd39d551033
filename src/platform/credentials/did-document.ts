/*
DID documents as far as credentials need them: which key may assert in the name of an issuer. A key counts only where the document is the one
that was asked for, the method is its own, and it stands under `assertionMethod`.
*/
import { type JsonObject, isObject, listed } from './json.ts'
import { type PublicKey, publicKeyOf } from './public-key.ts'

export type Found<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly why: string }
const no = (why: string): { readonly ok: false; readonly why: string } => ({ ok: false, why })

/** The key that `kid` names in the document of `did`, at that moment. */
export function assertionKeyOf(
  document: unknown,
  asked: { readonly did: string; readonly kid: string; readonly now: string },
): Found<PublicKey> {
  const { did, kid, now } = asked
  if (!isObject(document)) return no('issuer-not-known')
  if (document['id'] !== did) return no('document-of-another-did')
  const isIt = (value: unknown): boolean =>
    typeof value === 'string' && (value === kid || (value.startsWith('#') && `${did}${value}` === kid))
  const asserted = listed(document['assertionMethod'])
  const embedded = asserted.filter(isObject).filter((method) => isIt(method['id']))
  if (embedded.length === 0 && !asserted.some(isIt)) return no('key-may-not-assert')
  const methods = [
    ...listed(document['verificationMethod'])
      .filter(isObject)
      .filter((method) => isIt(method['id'])),
    ...embedded,
  ]
  const [method] = methods
  if (method === undefined || methods.length > 1) return no('key-not-in-the-document')
  if (method['controller'] !== undefined && method['controller'] !== did) return no('key-of-another-controller')
  if (isPast(method['revoked'], now) || isPast(method['expires'], now)) return no('key-no-longer-valid')
  const key = publicKeyOf(method)
  return key === null ? no('key-of-unknown-kind') : { ok: true, value: key }
}

/** Said and not later than now; what is said and cannot be read counts as past. */
function isPast(instant: unknown, now: string): boolean {
  if (instant === undefined) return false
  const at = typeof instant === 'string' ? Date.parse(instant) : Number.NaN
  return !(at > Date.parse(now))
}

/** One key of our own: its id, and the raw Ed25519 public key. */
export interface OwnKey {
  readonly id: string
  readonly x: string
}
export function didDocument(did: string, keys: readonly OwnKey[]): JsonObject {
  const methods = keys.map(({ id, x }) => ({
    id: `${did}#${id}`,
    type: 'JsonWebKey',
    controller: did,
    publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig', kid: id, x },
  }))
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/jwk/v1'],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  }
}
