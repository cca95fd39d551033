/*
This server as an issuer of credentials: its DID follows from its address, its key is the one of certificates. A credential is signed when somebody asks, so
that it always carries the key of today; Ed25519 gives the same text for the same credential.
*/
import type { Incoming, Reply } from '../http/route.ts'
import type { KeyRing } from '../keys/signer.ts'
import { credentialPage } from './credential-page.ts'
import { didOfServer } from './did-web.ts'
import type { JsonObject } from './json.ts'
import { LIST_ENTRIES, encodeStatusList } from './status-list.ts'
import { envelopeOf, signVcJwt } from './vc-jwt.ts'

export interface IssuingParts {
  readonly keys: KeyRing
  readonly baseUrl: string
}
export const issuerDid = ({ baseUrl }: IssuingParts): string => didOfServer(baseUrl)
export const addressOn = ({ baseUrl }: Pick<IssuingParts, 'baseUrl'>, path: string): string => `${baseUrl.replace(/\/+$/, '')}${path}`

/** What was signed, for as long as the credential itself is kept. */
const signed = new WeakMap<JsonObject, { readonly kid: string; readonly jwt: string }>()
export function signCredential(parts: IssuingParts, credential: JsonObject): string {
  const { keyId, sign } = parts.keys.signer('certificate')
  const kid = `${issuerDid(parts)}#${keyId}`
  const before = signed.get(credential)
  if (before?.kid === kid) return before.jwt
  const jwt = signVcJwt(credential, { kid, sign })
  signed.set(credential, { kid, jwt })
  return jwt
}

/** A reader keeps a list for so long without asking again; how old it is stands in it. Our own default (D). */
const LIST_LIVES_MILLISECONDS = 24 * 60 * 60 * 1000

/** A signed list of one purpose, as of now. */
export async function statusListCredential(
  parts: IssuingParts,
  list: { readonly path: string; readonly purpose: 'revocation' | 'suspension'; readonly indexes: Iterable<number>; readonly now: string },
): Promise<JsonObject> {
  const address = addressOn(parts, list.path)
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: address,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuerDid(parts),
    validFrom: secondOf(list.now),
    credentialSubject: {
      id: `${address}#list`,
      type: 'BitstringStatusList',
      statusPurpose: list.purpose,
      ttl: LIST_LIVES_MILLISECONDS,
      encodedList: await encodeStatusList(list.indexes),
    },
  }
}
export const statusEntry = (
  parts: IssuingParts,
  { path, purpose, index }: { readonly path: string; readonly purpose: 'revocation' | 'suspension'; readonly index: number },
): JsonObject => ({
  id: `${addressOn(parts, path)}#${index % LIST_ENTRIES}`,
  type: 'BitstringStatusListEntry',
  statusPurpose: purpose,
  statusListIndex: String(index % LIST_ENTRIES),
  statusListCredential: addressOn(parts, path),
})

/** Whole seconds, as the data model writes moments. */
export const secondOf = (instant: string): string => `${instant.slice(0, 19)}Z`

/** The credential as who asks wants it: the compact text for `application/vc+jwt`, a page for a browser, else the envelope in JSON. */
export function credentialReply(
  parts: IssuingParts,
  { headers, query, language }: Pick<Incoming, 'headers' | 'query' | 'language'>,
  credential: JsonObject,
): Reply {
  const jwt = signCredential(parts, credential)
  const accept = headers['accept'] ?? ''
  const asked = typeof query === 'object' && query !== null ? Reflect.get(query, 'format') : undefined
  const wantsJwt = asked === 'jwt' || /application\/(vc\+jwt|jose|jwt)/.test(accept)
  const isBrowser = asked === undefined && !wantsJwt && accept.includes('text/html')
  if (isBrowser)
    return {
      status: 200,
      body: credentialPage(credential, { language }).html,
      contentType: 'text/html; charset=utf-8',
      headers: { vary: 'Accept' },
    }
  const kept = { vary: 'Accept', 'access-control-allow-origin': '*' }
  return wantsJwt
    ? { status: 200, body: jwt, contentType: 'application/vc+jwt', headers: kept }
    : { status: 200, body: JSON.stringify(envelopeOf(jwt)), contentType: 'application/vc', headers: kept }
}
