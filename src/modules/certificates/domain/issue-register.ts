/*
What a verifier must know beyond keys and revocations, signed by the root key like the other lists: which offices may issue provisionally, each with the
key of one telephone and the numbers that this key may use; which codes of a key that was stolen were in the issuer's log before the theft, and therefore
stand; and which provisional numbers were confirmed since. A verifier without it believes less, never more: no office, and nothing of a stolen key.
*/
import { addDays } from '../../../kernel/calendar.ts'
import { type Infer, calendarDate, count, exactly, listOf, orNull, parse, record, text } from '../../../kernel/schema.ts'
import { type VerifyCrypto, isSignedBy } from './signed-document.ts'

export const TrustedOffice = record({
  /** Raw Ed25519 public key of the office's telephone, in lower-case hexadecimal. */
  publicKey: text(64),
  office: text(160),
  /** `CD-2026-`, then numbers from `from` to `to`; their indexes in the revocation list begin with `firstIndex`. */
  prefix: text(10),
  from: count(),
  to: count(),
  firstIndex: count(),
  validFrom: calendarDate(),
  validUntil: calendarDate(),
  /** The telephone was lost: only codes under `standing` count. */
  revokedAt: orNull(calendarDate()),
})
export type TrustedOffice = Infer<typeof TrustedOffice>

export const UnsignedIssueRegister = record({
  kind: exactly('asm1-issue-register'),
  issuer: text(40),
  asOf: calendarDate(),
  offices: listOf(TrustedOffice, 5000),
  /** Of each revoked key, the SHA-256 of the codes that the log had before it was stolen and that have not run out. */
  standing: listOf(record({ publicKey: text(64), codes: listOf(text(64), 100_000) }), 500),
  /** Indexes of provisional certificates that were confirmed; the final sheet has the same number. */
  confirmed: listOf(count(), 100_000),
})
export type UnsignedIssueRegister = Infer<typeof UnsignedIssueRegister>
export const IssueRegister = record({ ...UnsignedIssueRegister.shape, signature: text(128) })
export type IssueRegister = Infer<typeof IssueRegister>

/**
 * Days for which the register still names a block or a sheet that ended; our own proposal (D). Longer would change no verdict, since what ran out is
 * called expired whatever else is known of it, and a register that only grows would one day be longer than verifiers read.
 */
export const REMEMBERED_DAYS = 120
/** The first last day that is still named on a day. */
export const rememberedFrom = (today: string): string => addDays(today, -REMEMBERED_DAYS)

/** The register of a document signed by that root key (hexadecimal), or `null`. */
export async function openIssueRegister(document: unknown, rootKey: string, crypto: VerifyCrypto): Promise<IssueRegister | null> {
  const parsed = parse(IssueRegister, document)
  return parsed.ok && (await isSignedBy(parsed.value, rootKey, crypto)) ? parsed.value : null
}

/** The newest register of an issuer. */
export const registerOf = (registers: readonly IssueRegister[], issuer: string): IssueRegister | null =>
  registers
    .filter((one) => one.issuer === issuer)
    .reduce<IssueRegister | null>((best, one) => (best === null || one.asOf >= best.asOf ? one : best), null)

export const stands = (register: IssueRegister | null, publicKey: string, codeHash: string): boolean =>
  register?.standing.some((one) => one.publicKey === publicKey && one.codes.includes(codeHash)) ?? false
