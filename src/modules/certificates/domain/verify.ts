/*
What a stranger at a border asks of a code: genuine or not, on which evidence, and how old is that evidence. The same function
runs in a browser without network, in the command line and on the server; keys, lists, the day and the cryptography come from
the caller. It refuses to say more than it knows: a code that could not be checked for revocation says so, and facts are
handed out only when the signature over them is good.
*/
import { daysBetween } from '../../../kernel/calendar.ts'
import type { Facts } from '../../../kernel/outcome.ts'
import type { Verdict } from '../contract.ts'
import { fromHex, sameBytes } from './code/bytes.ts'
import { type CertificateFacts, decodeClaims } from './code/claims.ts'
import { decodeCodeText, isMeantAsCode } from './code/code-text.ts'
import { type Sign1, bytesToSign, kidFromHash } from './code/cose.ts'
import { type RevocationList, revokedEntry } from './revocation-list.ts'
import type { VerifyCrypto } from './signed-document.ts'
import type { TrustList, TrustedKey } from './trust-list.ts'

/** A list older than this many days is named in the reasons; our own default, not a rule of any authority. */
export const LIST_IS_OLD_AFTER_DAYS = 30

export interface Reason {
  /** `verify.<code>` in the words. */
  readonly code: string
  readonly facts: Facts
}

export interface Verification {
  readonly verdict: Verdict
  readonly reasons: readonly Reason[]
  /** `null` unless the signature is good. */
  readonly facts: CertificateFacts | null
  /** `not revoked as of`: the day of the revocation list that was asked; `null` when none could be asked. */
  readonly asOf: string | null
  readonly ageDays: number | null
}

export interface VerifyOptions {
  /** Opened with `openTrustList`: one list per issuer that the verifier trusts. */
  readonly keys: readonly TrustList[]
  /** Opened with `openRevocationList`. */
  readonly revocations: readonly RevocationList[]
  readonly today: string
  readonly crypto: VerifyCrypto
}

/** The answer for a code's text. Never throws for what a stranger wrote; text that is no code is `unreadable`,
 * a code that no issuer can have written is `altered`. */
export async function verifyCode(text: string, options: VerifyOptions): Promise<Verification> {
  const message = decodeCodeText(text)
  if (message === null) return isMeantAsCode(text) ? notBelieved('altered', 'damaged-code') : notBelieved('unreadable', 'not-a-code')
  const candidates = await findKeys(message, options)
  if (candidates.length === 0) return notBelieved('unknown-issuer', 'no-such-key')
  const signer = await findSigner(message, candidates, options.crypto)
  if (signer === null) return notBelieved('altered', 'signature-does-not-fit')
  const facts = decodeClaims(message.payload)
  if (facts === null) return notBelieved('unreadable', 'facts-not-of-this-version')
  const keyProblem = whyKeyDoesNotCount(signer, facts)
  if (keyProblem !== null) return { ...notBelieved('unknown-issuer', keyProblem.code), reasons: [keyProblem] }
  return judge(facts, signer.list, options)
}

interface Candidate {
  readonly key: TrustedKey
  readonly list: TrustList
  readonly publicKey: Uint8Array
}

async function findKeys(message: Sign1, { keys, crypto }: VerifyOptions): Promise<readonly Candidate[]> {
  const found: Candidate[] = []
  for (const list of keys) {
    for (const key of list.keys) {
      const publicKey = fromHex(key.publicKey)
      if (publicKey === null || publicKey.length !== 32) continue
      if (sameBytes(kidFromHash(await crypto.sha256(publicKey)), message.kid)) found.push({ key, list, publicKey })
    }
  }
  return found
}

async function findSigner(message: Sign1, candidates: readonly Candidate[], crypto: VerifyCrypto): Promise<Candidate | null> {
  const signed = bytesToSign(message.kid, message.payload)
  for (const candidate of candidates) if (await crypto.verify(candidate.publicKey, signed, message.signature)) return candidate
  return null
}

function whyKeyDoesNotCount({ key, list }: Candidate, facts: CertificateFacts): Reason | null {
  if (list.issuer !== facts.issuer) return { code: 'key-of-another-issuer', facts: { issuer: facts.issuer } }
  if (key.revokedAt !== null) return { code: 'key-revoked', facts: { on: key.revokedAt } }
  const outside = facts.issuedOn < key.validFrom || (key.validUntil !== null && facts.issuedOn > key.validUntil)
  return outside ? { code: 'key-not-valid-on-issue', facts: { issuedOn: facts.issuedOn } } : null
}

/** Revoked before expired: a stolen certificate must not look merely late. */
function judge(facts: CertificateFacts, trust: TrustList, options: VerifyOptions): Verification {
  // One list per issuer: its address may change during the life of a certificate, its index never does.
  const list = newest(options.revocations.filter((each) => each.issuer === facts.issuer))
  // A clock set back must not bring an expired certificate to life: no day lies before a signed list that we hold.
  const today = [options.today, trust.asOf, list?.asOf ?? trust.asOf].reduce((a, b) => (a > b ? a : b))
  const reasons: Reason[] = []
  if (today > options.today) reasons.push({ code: 'clock-is-behind', facts: { clock: options.today, atLeast: today } })
  const asked = list !== null && list.asOf >= facts.issuedOn ? list : null
  const ageDays = asked === null ? null : daysBetween(asked.asOf, today)
  const answer = (verdict: Verdict, ...more: readonly Reason[]): Verification => ({
    verdict,
    reasons: [...more, ...reasons],
    facts,
    asOf: asked?.asOf ?? null,
    ageDays,
  })
  const entry = list === null ? null : revokedEntry(list, facts.statusList.index)
  if (entry !== null) return answer('revoked', { code: entry.because, facts: { on: entry.on } })
  if (asked === null) reasons.push({ code: 'not-checked-for-revocation', facts: { listAsOf: list?.asOf ?? null } })
  else reasons.push({ code: 'not-revoked-as-of', facts: { asOf: asked.asOf, ageDays } })
  if ((ageDays ?? 0) > LIST_IS_OLD_AFTER_DAYS) reasons.push({ code: 'revocation-list-is-old', facts: { ageDays } })
  const keyAge = daysBetween(trust.asOf, today)
  if (keyAge > LIST_IS_OLD_AFTER_DAYS) reasons.push({ code: 'key-list-is-old', facts: { asOf: trust.asOf, ageDays: keyAge } })
  if (today < facts.issuedOn) return answer('not-yet-valid', { code: 'valid-from', facts: { issuedOn: facts.issuedOn } })
  if (today > facts.expiresOn) {
    return answer('expired', { code: 'expired-on', facts: { expiresOn: facts.expiresOn, daysAgo: daysBetween(facts.expiresOn, today) } })
  }
  return answer('genuine', { code: 'signed-by', facts: { issuer: facts.issuer, issuerName: trust.issuerName } })
}

const newest = (lists: readonly RevocationList[]): RevocationList | null =>
  lists.reduce<RevocationList | null>((best, list) => (best === null || list.asOf > best.asOf ? list : best), null)

const notBelieved = (verdict: Verdict, code: string): Verification => ({
  verdict,
  reasons: [{ code, facts: {} }],
  facts: null,
  asOf: null,
  ageDays: null,
})
