/*
Another authority whose signed tokens are believed. It gets a machine account, so that the log can say who wrote, and whoever closes
that account closes the door, whoever withdraws a role of it closes that part. Saying it again for the same issuer replaces key and roles; the account stays.
*/
import { createPublicKey } from 'node:crypto'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { MACHINE_ROLES } from '../domain/roles.ts'
import { type AddParts, grantRole, newId, registerAccount } from './add-account.ts'
import { TOKEN_ALGORITHMS } from './signed-token.ts'
import { findAccount } from './store.ts'
import { findIssuer, saveIssuer } from './store-issuers.ts'

export interface NewIssuer {
  /** As it stands in `iss`. */
  readonly issuer: string
  readonly audience: string
  readonly algorithm: string
  /** PEM or JWK, public. */
  readonly key: string
  readonly rolesClaim: string
  readonly roles: { readonly [theirs: string]: string }
}

/** Refusals: `algorithm-not-taken`, `key-not-public`, `role-for-other-kind`. */
export async function addIssuer(parts: AddParts, given: NewIssuer): Promise<Outcome<{ readonly account: string }>> {
  const { database, tenant, clock } = parts
  if (!TOKEN_ALGORITHMS.includes(given.algorithm))
    return refused('algorithm-not-taken', { given: given.algorithm, taken: TOKEN_ALGORITHMS.join(', ') })
  const publicKey = publicKeyIn(given.key)
  if (publicKey === null) return refused('key-not-public')
  const roles = [...new Set(Object.values(given.roles))]
  const foreign = roles.find((role) => !MACHINE_ROLES.includes(role))
  if (foreign !== undefined || roles.length === 0) return refused('role-for-other-kind', { role: foreign ?? '' })
  const known = await database.read((tx) => findIssuer(tx, tenant, given.issuer))
  const account = known?.account ?? newId(clock())
  if (known === null) {
    const registered = await registerAccount(parts, account, { kind: 'machine', organisation: null, roles, territory: 'everywhere' })
    if (!registered.ok) return registered
  } else {
    const held = (await database.read((tx) => findAccount(tx, tenant, account)))?.roles ?? []
    for (const role of roles.filter((one) => !held.includes(one))) {
      const granted = await grantRole(parts, account, role)
      if (!granted.ok) return granted
    }
  }
  // A crash before this line leaves an account that no token opens.
  await database.transaction((tx) => saveIssuer(tx, tenant, { ...given, publicKey, account, at: clock() }))
  return accepted({ account })
}

/** `null` for a private key, which has no business here, and for what is no key. */
function publicKeyIn(text: string): { readonly [part: string]: unknown } | null {
  if (/PRIVATE KEY/.test(text)) return null
  try {
    const jwk: unknown = text.trim().startsWith('{') ? JSON.parse(text) : null
    if (typeof jwk === 'object' && jwk !== null)
      return 'd' in jwk || 'k' in jwk ? null : exported(createPublicKey({ key: { ...jwk }, format: 'jwk' }))
    return exported(createPublicKey(text))
  } catch {
    return null
  }
}
const exported = (key: ReturnType<typeof createPublicKey>): { readonly [part: string]: unknown } => ({ ...key.export({ format: 'jwk' }) })
