/*
The revocation list of an issuer: the indexes of certificates that no longer count, each with the day from which. It says as
of which day it speaks, because a verifier without network must tell how old its knowledge is. Signed by the root key.
*/
import { type Infer, calendarDate, count, exactly, listOf, oneOf, parse, record, text } from '../../../kernel/schema.ts'
import { type VerifyCrypto, isSignedBy } from './signed-document.ts'

export const RevokedEntry = record({
  /** The index that stands in the certificate's code. */
  index: count(),
  on: calendarDate(),
  because: oneOf('revoked', 'replaced'),
})
export type RevokedEntry = Infer<typeof RevokedEntry>

export const UnsignedRevocationList = record({
  kind: exactly('asm1-revocation-list'),
  issuer: text(40),
  /** Where it is served now; a certificate may still name an older address. */
  url: text(200),
  asOf: calendarDate(),
  /** Ascending by index, each index once. */
  revoked: listOf(RevokedEntry, 1_000_000),
})
export type UnsignedRevocationList = Infer<typeof UnsignedRevocationList>

export const RevocationList = record({ ...UnsignedRevocationList.shape, signature: text(128) })
export type RevocationList = Infer<typeof RevocationList>

/** The revocation list of a document signed by that root key (hexadecimal), or `null`. */
export async function openRevocationList(document: unknown, rootKey: string, crypto: VerifyCrypto): Promise<RevocationList | null> {
  const parsed = parse(RevocationList, document)
  if (!parsed.ok || !parsed.value.revoked.every((entry, at, all) => at === 0 || (all[at - 1]?.index ?? 0) < entry.index)) return null
  return (await isSignedBy(parsed.value, rootKey, crypto)) ? parsed.value : null
}

export const revokedEntry = (list: RevocationList, index: number): RevokedEntry | null =>
  list.revoked.find((entry) => entry.index === index) ?? null
