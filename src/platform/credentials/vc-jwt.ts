/*
Credentials enveloped with JOSE (VC-JWT, `typ: vc+jwt`): signed by a key of ours, and verified against the DID document of the issuer that the
caller holds. No network, no clock: whoever has no document of the issuer gets `issuer-not-known`. The rules are those of a verifier that
trusts nothing: the header chooses neither the algorithm nor the key, it may only name what the issuer's document has.
*/
import { issuerOf, shapeFault, timeFault } from './credential-rules.ts'
import { assertionKeyOf } from './did-document.ts'
import { bytesOf, fromBase64url, textOf, toBase64url } from './encodings.ts'
import { type JsonObject, isObject, objectOfText } from './json.ts'
import { type Algorithm, isSigned } from './public-key.ts'

export interface CredentialSigner {
  /** The whole verification method: `did:web:…#key`. */
  readonly kid: string
  /** Ed25519. */
  readonly sign: (message: Uint8Array) => Uint8Array
}

export function signVcJwt(credential: JsonObject, { kid, sign }: CredentialSigner): string {
  const fault = shapeFault(credential)
  if (fault !== null) throw new Error(`not a credential: ${fault}`)
  const header = { alg: 'EdDSA', typ: 'vc+jwt', cty: 'vc', kid }
  const signed = `${toBase64url(bytesOf(JSON.stringify(header)))}.${toBase64url(bytesOf(JSON.stringify(credential)))}`
  return `${signed}.${toBase64url(sign(bytesOf(signed)))}`
}

export interface JwtOptions {
  readonly resolveDid: (did: string) => unknown
  /** An instant; the machine's own where it is absent. */
  readonly now?: string
}
export type VerifiedCredential =
  | { readonly ok: true; readonly credential: JsonObject; readonly issuer: string; readonly kid: string }
  /** `credential` only where the signature is good and the fault lies elsewhere. */
  | { readonly ok: false; readonly why: string; readonly credential: JsonObject | null }

const algorithms: { readonly [alg: string]: Algorithm } = { EdDSA: 'EdDSA', Ed25519: 'EdDSA', ES256: 'ES256' }
const types: readonly unknown[] = ['vc+jwt', 'vc+ld+jwt']
const ENVELOPE = 'data:application/vc+jwt,'

/** The compact text in an envelope: the object, its JSON, the `data:` address, or the text itself. `null` for anything else. */
export function jwtIn(given: unknown): string | null {
  if (isObject(given)) {
    const { '@context': context, type, id } = given
    const isEnvelope =
      Array.isArray(context) &&
      context[0] === 'https://www.w3.org/ns/credentials/v2' &&
      [type].flat().includes('EnvelopedVerifiableCredential')
    return isEnvelope && typeof id === 'string' && id.startsWith(ENVELOPE) ? jwtIn(id) : null
  }
  if (typeof given !== 'string') return null
  const text = given.startsWith(ENVELOPE) ? given.slice(ENVELOPE.length) : given.trim()
  if (text.startsWith('{')) return jwtIn(objectOfText(text))
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(text) ? text : null
}

export const envelopeOf = (jwt: string): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: `${ENVELOPE}${jwt}`,
  type: 'EnvelopedVerifiableCredential',
})

interface Opened {
  readonly header: JsonObject
  readonly payload: JsonObject
  readonly signed: Uint8Array
  readonly signature: Uint8Array
}
function openJwt(jwt: string): Opened | null {
  const [head = '', body = '', seal = ''] = jwt.split('.')
  const [header, payload, signature] = [objectAt(head), objectAt(body), fromBase64url(seal)]
  return header && payload && signature ? { header, payload, signature, signed: bytesOf(`${head}.${body}`) } : null
}
function objectAt(part: string): JsonObject | null {
  const bytes = fromBase64url(part)
  const text = bytes && textOf(bytes)
  return text === null ? null : objectOfText(text)
}

export async function verifyVcJwt(given: unknown, { resolveDid, now = new Date().toISOString() }: JwtOptions): Promise<VerifiedCredential> {
  const no = (why: string, credential: JsonObject | null = null): VerifiedCredential => ({ ok: false, why, credential })
  const jwt = jwtIn(given)
  const opened = jwt === null ? null : openJwt(jwt)
  if (opened === null) return no('not-a-vc-jwt')
  const { header, payload, signed, signature } = opened
  const algorithm = typeof header['alg'] === 'string' && Object.hasOwn(algorithms, header['alg']) ? algorithms[header['alg']] : undefined
  if (algorithm === undefined) return no('algorithm')
  if (!types.includes(plainType(header['typ']))) return no('typ')
  // None of the extensions that `crit` or `b64` could name is understood here.
  if (header['crit'] !== undefined || (header['b64'] !== undefined && header['b64'] !== true)) return no('crit')
  if (payload['vc'] !== undefined || payload['vp'] !== undefined) return no('vcdm-1-1')
  const issuer = issuerOf(payload)
  if (issuer === null || !issuer.startsWith('did:')) return no('issuer')
  const kid = header['kid']
  if (typeof kid !== 'string' || !kid.startsWith(`${issuer}#`)) return no('kid-of-another')
  if (header['iss'] !== undefined && header['iss'] !== issuer) return no('issuer')
  const key = assertionKeyOf(await resolveDid(issuer), { did: issuer, kid, now })
  if (!key.ok) return no(key.why)
  if (key.value.algorithm !== algorithm) return no('algorithm-of-another-key')
  if (!isSigned(key.value, signed, signature)) return no('signature')
  const fault = shapeFault(payload) ?? claimFault(payload, issuer, now) ?? timeFault(payload, now)
  return fault === null ? { ok: true, credential: payload, issuer, kid } : no(fault, payload)
}

/** Media types are compared without regard to case, and the words `application/` may be left out (RFC 7515). */
const plainType = (typ: unknown): unknown => (typeof typ === 'string' ? typ.toLowerCase().replace(/^application\//, '') : typ)

/** Registered claims of a JWT say nothing here that the credential does not say; where they stand they must agree. */
function claimFault(payload: JsonObject, issuer: string, now: string): string | null {
  const { iss, jti, sub, nbf, exp, id, credentialSubject } = payload
  if (iss !== undefined && iss !== issuer) return 'issuer'
  if (jti !== undefined && id !== undefined && jti !== id) return 'id'
  const subject = isObject(credentialSubject) ? credentialSubject['id'] : undefined
  if (sub !== undefined && subject !== undefined && sub !== subject) return 'subject'
  const at = Date.parse(now) / 1000
  if (nbf !== undefined && !(typeof nbf === 'number' && nbf <= at)) return 'not-yet-valid'
  return exp !== undefined && !(typeof exp === 'number' && exp > at) ? 'expired' : null
}
