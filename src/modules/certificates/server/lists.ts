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
import { keyInForce } from './issuing/issue-facts.ts'
import { listKeys, listWithdrawnIndexes } from './issuing/store-issued.ts'
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

/** Every key that ever signed or was named; one that this server no longer has ends with its last day, a stolen one says since when. */
async function trustedKeys(tx: Tx, { tenant, now, keys }: Asked): Promise<UnsignedTrustList['keys']> {
  const { publicKey: current } = await keyInForce(keys, { tx, tenant })
  const [used, named] = [await listSigningKeys(tx, tenant), await listKeys(tx, tenant)]
  const all = [...new Set([...used.map((key) => key.publicKey), ...named.map((key) => key.publicKey), current])]
  const listed = all.map((publicKey) => {
    const [use, row] = [used.find((key) => key.publicKey === publicKey), named.find((key) => key.publicKey === publicKey)]
    const validFrom = [use?.first, row?.validFrom].filter((day) => day !== undefined).toSorted()[0] ?? todayAt(now)
    const validUntil = publicKey === current ? null : (row?.validUntil ?? use?.last ?? todayAt(now))
    return { publicKey, validFrom, validUntil, revokedAt: row?.revokedSince ?? null }
  })
  return listed.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : a.publicKey === current ? 1 : -1))
}

/** The revocation list as of today, at the address that stands in the certificates. */
export async function revocationListOf(tx: Tx, { tenant, now, keys }: Asked, url: string): Promise<RevocationList> {
  const unsigned: UnsignedRevocationList = {
    kind: 'asm1-revocation-list',
    issuer: issuerOf(tenant).id,
    url,
    asOf: todayAt(now),
    // A number whose provisional sheet was withdrawn has no other certificate, so no index is there twice.
    revoked: [...(await listRevoked(tx, tenant)), ...(await listWithdrawnIndexes(tx, tenant))].toSorted((a, b) => a.index - b.index),
  }
  return withSignature(unsigned, keys.signer('trust').sign(documentBytes(unsigned)))
}
