/*
HTTP Digest (RFC 7616, with MD5, because ODK Collect knows no other) without a table of nonces: a nonce is an instant and our own mark over it.
The mark covers the method and the address, not the body, and nothing remembers what was used: who listens on plain http can send other forms in the
inspector's name to the same address until the nonce is an hour old. So it wants https. What Collect sends twice is kept once. It refuses to know accounts: it says what a header claims and whether that was made with the kept HA1.
*/
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export const NONCE_LIVES_MS = 60 * 60_000
export const realmOf = (tenant: string): string => `Chanzo ${tenant}`
const md5 = (text: string): string => createHash('md5').update(text).digest('hex')
/** What stands in the table instead of the password. */
export const ha1Of = ({ user, realm, password }: { readonly user: string; readonly realm: string; readonly password: string }): string =>
  md5(`${user}:${realm}:${password}`)

export interface DigestClaim {
  readonly user: string
  readonly realm: string
  readonly nonce: string
  readonly uri: string
  readonly response: string
  readonly qop: string
  readonly nc: string
  readonly cnonce: string
}
/** Null for anything that is no Digest with `qop=auth`. */
export function digestClaim(authorization: string): DigestClaim | null {
  if (!/^Digest /i.test(authorization)) return null
  const said = new Map<string, string>()
  // A name begins once and is short: a header of sixteen thousand letters must not be read from each of them.
  for (const [, name = '', quoted, plain = ''] of authorization
    .slice(7)
    .matchAll(/(?<![a-z0-9])([a-z0-9]{1,20})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/gi))
    said.set(name.toLowerCase(), quoted === undefined ? plain : quoted.replaceAll(/\\(.)/g, '$1'))
  const part = (name: string): string => said.get(name) ?? ''
  const algorithm = part('algorithm').toUpperCase()
  if (part('qop') !== 'auth' || (algorithm !== '' && algorithm !== 'MD5') || part('username') === '') return null
  return {
    ...{ user: part('username'), realm: part('realm'), nonce: part('nonce'), uri: part('uri') },
    ...{ response: part('response').toLowerCase(), qop: 'auth', nc: part('nc'), cnonce: part('cnonce') },
  }
}

/** Made with the password behind this HA1, for exactly this request. */
export function isMadeWith(claim: DigestClaim, ha1: string, { method, url }: { readonly method: string; readonly url: string }): boolean {
  if (claim.uri !== url || claim.cnonce === '' || !/^[0-9a-f]{8}$/i.test(claim.nc)) return false
  const wanted = md5(`${ha1}:${claim.nonce}:${claim.nc}:${claim.cnonce}:${claim.qop}:${md5(`${method}:${claim.uri}`)}`)
  return isSame(wanted, claim.response)
}

export const isSame = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

export interface Nonces {
  readonly make: (now: string) => string
  /** `old` once its hour is over; `foreign` when this server never made it. */
  readonly look: (nonce: string, now: string) => 'good' | 'old' | 'foreign'
}
export function createNonces(secret: string): Nonces {
  const mark = (at: string): string => createHmac('sha256', secret).update(`collect-nonce ${at}`).digest('base64url').slice(0, 32)
  return {
    make: (now) => {
      const at = Date.parse(now).toString(36)
      return `${at}.${mark(at)}`
    },
    look: (nonce, now) => {
      const [at = '', said = ''] = nonce.split('.')
      if (!isSame(mark(at), said)) return 'foreign'
      const age = Date.parse(now) - Number.parseInt(at, 36)
      return age <= NONCE_LIVES_MS && age > -NONCE_LIVES_MS ? 'good' : 'old'
    },
  }
}
