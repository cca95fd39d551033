/*
The two documents that a stranger's verifier keeps: the key list and the revocation list, made and signed at the moment they
are asked for, with that day as their date. The root key signs them; it never signs a certificate.
*/
import { todayAt } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { KeyRing } from '../../../platform/keys/signer.ts'
import { toHex } from '../domain/code/bytes.ts'
import { issuerOf } from '../domain/issuer.ts'
import type { RevocationList, UnsignedRevocationList } from '../domain/revocation-list.ts'
import { documentBytes, withSignature } from '../domain/signed-document.ts'
import type { TrustList, UnsignedTrustList } from '../domain/trust-list.ts'
import { listSigningKeys, listRevoked } from './store-certificates.ts'

interface Asked {
  readonly tenant: string
  readonly now: string
  readonly keys: KeyRing
}

/** The key list as of today. */
export async function trustListOf(tx: Tx, { tenant, now, keys }: Asked): Promise<TrustList> {
  const issuer = issuerOf(tenant)
  const root = keys.signer('trust')
  const unsigned: UnsignedTrustList = {
    kind: 'asm1-trust-list',
    issuer: issuer.id,
    issuerName: issuer.name,
    rootKey: toHex(root.publicKey),
    asOf: todayAt(now),
    keys: await trustedKeys(tx, { tenant, now, keys }),
  }
  return withSignature(unsigned, root.sign(documentBytes(unsigned)))
}

/** Every key that ever signed; one that this server no longer has ends with its last certificate. */
async function trustedKeys(tx: Tx, { tenant, now, keys }: Asked): Promise<UnsignedTrustList['keys']> {
  const current = toHex(keys.signer('certificate').publicKey)
  const used = await listSigningKeys(tx, tenant)
  const past = used.filter((key) => key.publicKey !== current)
  const validFrom = used.find((key) => key.publicKey === current)?.first ?? todayAt(now)
  return [
    ...past.map(({ publicKey, first, last }) => ({ publicKey, validFrom: first, validUntil: last, revokedAt: null })),
    { publicKey: current, validFrom, validUntil: null, revokedAt: null },
  ]
}

/** The revocation list as of today, at the address that stands in the certificates. */
export async function revocationListOf(tx: Tx, { tenant, now, keys }: Asked, url: string): Promise<RevocationList> {
  const unsigned: UnsignedRevocationList = {
    kind: 'asm1-revocation-list',
    issuer: issuerOf(tenant).id,
    url,
    asOf: todayAt(now),
    revoked: [...(await listRevoked(tx, tenant))],
  }
  return withSignature(unsigned, keys.signer('trust').sign(documentBytes(unsigned)))
}
