/*
The key list: which keys may sign certificates for an issuer, and from when to when. It is signed by the issuer's root key,
which a verifier must have got some other way (with the program, from a first visit over TLS, from a letter) and never takes
from the list itself. A key marked revoked was stolen or lost: because a thief can write any date into a certificate, nothing
that it signed counts any more. A key that merely retired has `validUntil`.
*/
import { type Infer, calendarDate, exactly, listOf, orNull, parse, record, text } from '../../../kernel/schema.ts'
import { type VerifyCrypto, isSignedBy } from './signed-document.ts'

export const TrustedKey = record({
  /** Raw Ed25519 public key, 32 bytes in lower-case hexadecimal. */
  publicKey: text(64),
  validFrom: calendarDate(),
  /** Last day on which it may have signed. */
  validUntil: orNull(calendarDate()),
  revokedAt: orNull(calendarDate()),
})
export type TrustedKey = Infer<typeof TrustedKey>

export const UnsignedTrustList = record({
  kind: exactly('asm1-trust-list'),
  issuer: text(40),
  /** What a person reads: the body that answers for the certificates. */
  issuerName: text(160),
  /** The root key that signs this list, so that a first reader can keep it; later lists must name and use the same. */
  rootKey: text(64),
  asOf: calendarDate(),
  keys: listOf(TrustedKey, 200),
})
export type UnsignedTrustList = Infer<typeof UnsignedTrustList>

export const TrustList = record({ ...UnsignedTrustList.shape, signature: text(128) })
export type TrustList = Infer<typeof TrustList>

/** The key list of a document signed by that root key (hexadecimal), or `null`. */
export async function openTrustList(document: unknown, rootKey: string, crypto: VerifyCrypto): Promise<TrustList | null> {
  const parsed = parse(TrustList, document)
  return parsed.ok && parsed.value.rootKey === rootKey && (await isSignedBy(parsed.value, rootKey, crypto)) ? parsed.value : null
}
