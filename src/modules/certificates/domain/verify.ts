/*
What a stranger at a border asks of a code: genuine or not, on which evidence, and how old is that evidence. The same function
runs in a browser without network, in the command line and on the server; keys, lists, the day and the cryptography come from
the caller. It refuses to say more than it knows: a code that could not be checked for revocation says so, and facts are
handed out only when the signature over them is good.
*/
import { daysBetween } from '../../../kernel/calendar.ts'
import type { Facts } from '../../../kernel/outcome.ts'
import type { Verdict } from '../contract.ts'
import { fromHex, sameBytes, toHex, utf8Bytes } from './code/bytes.ts'
import { type CertificateFacts, decodeClaims, encodeClaims } from './code/claims.ts'
import { decodeCodeText, encodeCodeText, isMeantAsCode } from './code/code-text.ts'
import { type Sign1, bytesToSign, kidFromHash } from './code/cose.ts'
import { type IssueRegister, registerOf } from './issue-register.ts'
import { type RevocationList, revokedEntry } from './revocation-list.ts'
import type { VerifyCrypto } from './signed-document.ts'
import type { TrustList } from './trust-list.ts'
import { type Signer, indexIn, whyKeyDoesNotCount } from './verify-key.ts'

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
  /** Opened with `openIssueRegister`; without one no office is known, and nothing of a stolen key counts. */
  readonly registers?: readonly IssueRegister[]
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
  const codeHash = toHex(await options.crypto.sha256(utf8Bytes(text.trim())))
  const keyProblem = whyKeyDoesNotCount(signer, { facts, codeHash, registers: options.registers ?? [] })
  if (keyProblem !== null) return { ...notBelieved('unknown-issuer', keyProblem.code), reasons: [keyProblem] }
  return judge(facts, signer, options)
}

const kids = new Map<string, Uint8Array | null>()
async function kidOf(hex: string, crypto: VerifyCrypto): Promise<Uint8Array | null> {
  const publicKey = fromHex(hex)
  return publicKey === null || publicKey.length !== 32 ? null : kidFromHash(await crypto.sha256(publicKey))
}

/** All at once, and each key once in the life of the page: one after the other they would cost more than the signature. */
async function knowKids({ keys, registers = [], crypto }: VerifyOptions): Promise<readonly string[]> {
  const offices = keys.flatMap((list) => registerOf(registers, list.issuer)?.offices ?? [])
  const all = [...keys.flatMap((list) => list.keys), ...offices].map((one) => one.publicKey)
  await Promise.all(all.filter((hex) => !kids.has(hex)).map(async (hex) => kids.set(hex, await kidOf(hex, crypto))))
  return all
}

/** Facts of nobody, for the code that is only read to be ready. */
const nobodys: CertificateFacts = {
  ...{
    issuer: 'CD',
    number: 'CD-2026-000000',
    issuedOn: '2026-01-01',
    expiresOn: '2026-01-01',
    exporter: '-',
    lotNumber: '-',
    massGrams: 0,
  },
  ...{ grade: '-', mineral: '2609.00.00', origin: ['CD'], sites: ['-', '-'], siteCount: 2, tagCount: 0 },
  statusList: { url: 'https://localhost/', index: 0 },
}
/**
 * What the first answer of a page would else wait for: the hash of every listed key, cryptography that is loaded or started with its first signature, the
 * reading of a code. For the time in which lists are opened and the camera starts; a code that nobody signed is read, and its answer goes nowhere.
 */
export async function prepareVerification(options: VerifyOptions): Promise<void> {
  for (const hex of await knowKids(options)) {
    const kid = kids.get(hex)
    if (!kid) continue
    await verifyCode(encodeCodeText({ kid, payload: encodeClaims(nobodys), signature: new Uint8Array(64) }), options)
    return
  }
}

async function findKeys(message: Sign1, options: VerifyOptions): Promise<readonly Signer[]> {
  const { keys, registers = [] } = options
  const found: Signer[] = []
  await knowKids(options)
  const hinted = (hex: string): Uint8Array | null => {
    const kid = kids.get(hex)
    return kid && sameBytes(kid, message.kid) ? fromHex(hex) : null
  }
  for (const list of keys) {
    for (const key of list.keys) {
      const publicKey = hinted(key.publicKey)
      if (publicKey !== null) found.push({ key, office: null, list, publicKey })
    }
    for (const office of registerOf(registers, list.issuer)?.offices ?? []) {
      const publicKey = hinted(office.publicKey)
      if (publicKey !== null) found.push({ key: null, office, list, publicKey })
    }
  }
  return found
}

/** One telephone may hold several blocks: of keys that fit, the one whose numbers fit comes first. */
async function findSigner(message: Sign1, candidates: readonly Signer[], crypto: VerifyCrypto): Promise<Signer | null> {
  const signed = bytesToSign(message.kid, message.payload)
  const number = decodeClaims(message.payload)?.number ?? ''
  const rank = ({ office }: Signer): number => (office !== null && indexIn(office, number) !== null ? 0 : 1)
  for (const candidate of candidates.toSorted((a, b) => rank(a) - rank(b))) {
    if (await crypto.verify(candidate.publicKey, signed, message.signature)) return candidate
  }
  return null
}

/** Revoked before expired: a stolen certificate must not look merely late. */
function judge(facts: CertificateFacts, { list: trust, office }: Signer, options: VerifyOptions): Verification {
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
  if (entry !== null) return answer('revoked', { code: office === null ? entry.because : 'provisional-withdrawn', facts: { on: entry.on } })
  if (asked === null) reasons.push({ code: 'not-checked-for-revocation', facts: { listAsOf: list?.asOf ?? null } })
  else reasons.push({ code: 'not-revoked-as-of', facts: { asOf: asked.asOf, ageDays } })
  if ((ageDays ?? 0) > LIST_IS_OLD_AFTER_DAYS) reasons.push({ code: 'revocation-list-is-old', facts: { ageDays } })
  const keyAge = daysBetween(trust.asOf, today)
  if (keyAge > LIST_IS_OLD_AFTER_DAYS) reasons.push({ code: 'key-list-is-old', facts: { asOf: trust.asOf, ageDays: keyAge } })
  if (today < facts.issuedOn) return answer('not-yet-valid', { code: 'valid-from', facts: { issuedOn: facts.issuedOn } })
  if (today > facts.expiresOn) {
    return answer('expired', { code: 'expired-on', facts: { expiresOn: facts.expiresOn, daysAgo: daysBetween(facts.expiresOn, today) } })
  }
  if (office !== null) {
    const confirmed = registerOf(options.registers ?? [], facts.issuer)?.confirmed.includes(facts.statusList.index) ?? false
    return answer('provisional', { code: confirmed ? 'provisional-confirmed' : 'provisional-by', facts: { office: office.office } })
  }
  return answer('genuine', { code: 'signed-by', facts: { issuer: facts.issuer, issuerName: trust.issuerName } })
}

const newest = (lists: readonly RevocationList[]): RevocationList | null =>
  lists.reduce<RevocationList | null>((best, list) => (best === null || isNewer(list, best) ? list : best), null)
/** Of two of one day the one that takes more away is the later one. */
const isNewer = (list: RevocationList, than: RevocationList): boolean =>
  list.asOf > than.asOf || (list.asOf === than.asOf && list.revoked.length > than.revoked.length)

const notBelieved = (verdict: Verdict, code: string): Verification => ({
  verdict,
  reasons: [{ code, facts: {} }],
  facts: null,
  asOf: null,
  ageDays: null,
})
