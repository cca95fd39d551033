/*
From a signed token (JWT) of another authority to who is asking. Nothing in the token decides how it is checked: the key and the one
algorithm come from our own row for the issuer, so `alg: none`, a public key used as a password, or a key brought along in the
heading open nothing. Issuer, audience and end must be there and right. Its roles mean what the row says they mean, and no more.
*/
import { decodeJwt, importJWK, jwtVerify } from 'jose'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Who } from '../../../platform/http/who.ts'
import { MACHINE_ROLES, capabilitiesOf } from '../domain/roles.ts'
import { findAccount } from './store.ts'
import { isOfficeLocked } from './store-offices.ts'
import { type TokenIssuer, findIssuer } from './store-issuers.ts'

/** Signatures with a public key only: a shared secret would let every reader write. */
export const TOKEN_ALGORITHMS: readonly string[] = ['EdDSA', 'ES256', 'ES384', 'PS256', 'RS256']
const CLOCK_SECONDS = 30

export const looksSigned = (authorization: string): string | undefined =>
  /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/.exec(authorization)?.[1]

/** `null` for every token that is not in order; the reason is nobody's business. */
export async function whoBySignedToken(
  tx: Tx,
  tenant: string,
  { token, now }: { readonly token: string; readonly now: string },
): Promise<Who | null> {
  const issuer = issuerIn(token)
  const known = issuer === null ? null : await findIssuer(tx, tenant, issuer)
  if (known === null || !TOKEN_ALGORITHMS.includes(known.algorithm)) return null
  const claims = await verified(token, known, now)
  if (claims === null) return null
  const account = await findAccount(tx, tenant, known.account)
  if (!account || account.closedAt !== null || (await isOfficeLocked(tx, tenant, account.organisation))) return null
  // What the row allows is bounded by what the account holds now: a role withdrawn in the app is gone for these tokens too.
  const roles = rolesIn(claims[known.rolesClaim], known.roles).filter((role) => account.roles.includes(role))
  if (roles.length === 0) return null
  const { organisation, territory } = account
  return { tenant, account: known.account, organisation, roles, capabilities: capabilitiesOf(roles), territory, language: 'en' }
}

function issuerIn(token: string): string | null {
  try {
    const { iss } = decodeJwt(token)
    // Nobody has checked this text yet, and it goes into a question to the database.
    return typeof iss === 'string' && !iss.includes('\u0000') ? iss : null
  } catch {
    return null
  }
}

async function verified(token: string, { issuer, audience, algorithm, publicKey }: TokenIssuer, now: string) {
  try {
    const { payload } = await jwtVerify(token, await importJWK(publicKey, algorithm), {
      issuer,
      audience,
      algorithms: [algorithm],
      requiredClaims: ['exp'],
      clockTolerance: CLOCK_SECONDS,
      currentDate: new Date(now),
    })
    return payload
  } catch {
    return null
  }
}

/** One word, several in a list, or several in one text with spaces between them, as `scope` has them. */
function rolesIn(claim: unknown, meaning: TokenIssuer['roles']): readonly string[] {
  const words = typeof claim === 'string' ? claim.split(' ') : Array.isArray(claim) ? claim.map(String) : []
  const known = new Map(Object.entries(meaning))
  const roles = words.flatMap((word) => known.get(word) ?? [])
  return [...new Set(roles)].filter((role) => MACHINE_ROLES.includes(role))
}
