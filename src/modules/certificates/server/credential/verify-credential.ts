/*
A credential in a file, judged without network: by DID documents and status lists that somebody kept, with the same verdicts as a code. A list counts only when the
issuer of the credential signed it. A DID document is not signed: whoever keeps one must have got it from its address, over TLS, or by hand.
*/
import { daysBetween, todayAt } from '../../../../kernel/calendar.ts'
import { type Infer, calendarDate, looseRecord, listOf, parse, text, count } from '../../../../kernel/schema.ts'
import { isObject, listed } from '../../../../platform/credentials/json.ts'
import type { JsonObject } from '../../../../platform/credentials/json.ts'
import { bitstringStatus } from '../../../../platform/credentials/status-list.ts'
import { jwtIn, verifyVcJwt } from '../../../../platform/credentials/vc-jwt.ts'
import type { CertificateFacts } from '../../domain/code/claims.ts'
import { LIST_IS_OLD_AFTER_DAYS, type Reason, type Verification } from '../../domain/verify.ts'

export interface KeptDocuments {
  /** DID documents as their addresses serve them. */
  readonly documents: readonly unknown[]
  /** Status list credentials: compact text or envelope. */
  readonly statusLists: readonly unknown[]
}

/** Whether the text of a file is a credential rather than a code. */
export const isCredentialText = (contents: string): boolean => jwtIn(contents.replace(/^\uFEFF/, '').trim()) !== null

export async function verifyCredentialText(contents: string, kept: KeptDocuments, clock: string): Promise<Verification> {
  const resolveDid = (did: string): unknown => kept.documents.find((one) => isObject(one) && one['id'] === did) ?? null
  const now = await latestOf(contents, { kept, resolveDid, now: clock })
  const behind: readonly Reason[] =
    now === clock ? [] : [{ code: 'clock-is-behind', facts: { clock: todayAt(clock), atLeast: todayAt(now) } }]
  const read = await verifyVcJwt(contents.replace(/^\uFEFF/, '').trim(), { resolveDid, now })
  const { credential } = read
  const lapsed = !read.ok && (read.why === 'expired' || read.why === 'not-yet-valid')
  if (credential === null || (!read.ok && !lapsed)) return notBelieved(read.ok ? 'subject' : read.why)
  const facts = factsOf(credential)
  // Signed by the issuer and about something else, the status of a site or a list: genuine, but no certificate.
  if (facts === null) return notBelieved('another-kind')
  const status = await statusOf(credential, { kept, resolveDid, now })
  const answer = (verdict: Verification['verdict'], ...reasons: readonly Reason[]): Verification => ({
    ...{ verdict, reasons: [...reasons, ...behind, ...status.reasons], facts, asOf: status.asOf, ageDays: status.ageDays },
  })
  // Revoked before expired: a stolen certificate must not look merely late.
  if (status.isRevoked) return answer('revoked')
  if (!read.ok && read.why === 'expired') {
    const expiresOn = String(credential['validUntil']).slice(0, 10)
    return answer('expired', { code: 'expired-on', facts: { expiresOn, daysAgo: daysBetween(expiresOn, todayAt(now)) } })
  }
  if (!read.ok) return answer('not-yet-valid', { code: 'valid-from', facts: { issuedOn: String(credential['validFrom']).slice(0, 10) } })
  return answer('genuine', { code: 'signed-by', facts: { issuer: read.issuer, issuerName: signerName(nameOf(credential), read.issuer) } })
}

/** A credential may call its issuer whatever it likes; what was proven is the DID, so that stands beside the name. */
const signerName = (name: string | null, did: string): string => (name === null ? did : `${name} (${did})`)

/** Of our own certificates the hash of the printed code, from which the check phrase is made; `null` for other credentials. */
export function codeHashOf(contents: string): Uint8Array | null {
  const [, body = ''] = (jwtIn(contents.trim()) ?? '').split('.')
  try {
    const read = parse(
      looseRecord({ credentialSubject: looseRecord({ codeSha256: text(64).regex(/^[0-9a-f]{64}$/) }) }),
      JSON.parse(Buffer.from(body, 'base64url').toString()),
    )
    return read.ok ? new Uint8Array(Buffer.from(read.value.credentialSubject.codeSha256, 'hex')) : null
  } catch {
    return null
  }
}

const UNKNOWN: readonly string[] = [
  'issuer-not-known',
  'document-of-another-did',
  'kid-of-another',
  'key-may-not-assert',
  'key-not-in-the-document',
  'key-of-another-controller',
  'key-of-unknown-kind',
  'key-no-longer-valid',
]
/** No facts are handed out of what is not believed. */
function notBelieved(why: string): Verification {
  const said = { facts: null, asOf: null, ageDays: null }
  if (why === 'not-a-vc-jwt') return { ...said, verdict: 'unreadable', reasons: [{ code: 'not-a-code', facts: {} }] }
  if (why === 'another-kind') return { ...said, verdict: 'unreadable', reasons: [{ code: 'credential-of-another-kind', facts: {} }] }
  if (UNKNOWN.includes(why))
    return { ...said, verdict: 'unknown-issuer', reasons: [{ code: 'credential-issuer-not-known', facts: { rule: why } }] }
  if (why === 'signature') return { ...said, verdict: 'altered', reasons: [{ code: 'signature-does-not-fit', facts: {} }] }
  return { ...said, verdict: 'altered', reasons: [{ code: 'credential-breaks-a-rule', facts: { rule: why } }] }
}

interface Around {
  readonly kept: KeptDocuments
  readonly resolveDid: (did: string) => unknown
  readonly now: string
}
/**
 * A clock set back must not bring an expired credential to life, nor hide a list behind "not yet valid": no moment lies before a status list that the
 * issuer of this credential signed.
 */
async function latestOf(contents: string, { kept, resolveDid, now }: Around): Promise<string> {
  const read = await verifyVcJwt(contents.replace(/^\uFEFF/, '').trim(), { resolveDid, now })
  const issuer = read.credential === null ? null : issuerIn(read.credential)
  let latest = now
  for (const jwt of kept.statusLists) {
    const list = await verifyVcJwt(jwt, { resolveDid, now })
    const isGood = list.ok || list.why === 'not-yet-valid'
    if (!isGood || list.credential === null || issuer === null || issuerIn(list.credential) !== issuer) continue
    const from = Date.parse(String(list.credential['validFrom']))
    if (from > Date.parse(latest)) latest = new Date(from).toISOString()
  }
  return latest
}
const issuerIn = ({ issuer }: JsonObject): unknown => (isObject(issuer) ? issuer['id'] : issuer)

interface Known {
  readonly isRevoked: boolean
  readonly asOf: string | null
  readonly ageDays: number | null
  readonly reasons: readonly Reason[]
}
async function statusOf(credential: JsonObject, { kept, resolveDid, now }: Around): Promise<Known> {
  const issuer = issuerIn(credential)
  const entries = listed(credential['credentialStatus']).filter(isObject)
  const days: string[] = []
  for (const jwt of kept.statusLists) {
    const list = await verifyVcJwt(jwt, { resolveDid, now })
    if (!list.ok || list.issuer !== issuer) continue
    for (const entry of entries.filter((one) => one['statusListCredential'] === list.credential['id'])) {
      const found = await bitstringStatus(list.credential, entry).catch(() => null)
      if (found === null) continue
      const day = String(list.credential['validFrom']).slice(0, 10)
      if (!found.valid)
        return {
          isRevoked: true,
          asOf: day,
          ageDays: daysBetween(day, todayAt(now)),
          reasons: [{ code: 'credential-revoked', facts: { asOf: day } }],
        }
      days.push(day)
    }
  }
  const asOf = days.toSorted().at(-1)
  if (asOf === undefined)
    return { isRevoked: false, asOf: null, ageDays: null, reasons: [{ code: 'not-checked-for-revocation', facts: { listAsOf: null } }] }
  const ageDays = daysBetween(asOf, todayAt(now))
  const old: readonly Reason[] = ageDays > LIST_IS_OLD_AFTER_DAYS ? [{ code: 'revocation-list-is-old', facts: { ageDays } }] : []
  return { isRevoked: false, asOf, ageDays, reasons: [{ code: 'not-revoked-as-of', facts: { asOf, ageDays } }, ...old] }
}

const nameOf = ({ issuer }: JsonObject): string | null => (isObject(issuer) && typeof issuer['name'] === 'string' ? issuer['name'] : null)
const Subject = looseRecord({
  ...{ identifier: text(24), exporterName: text(160), lotNumber: text(60), lotWeight: text(20), lotGrade: text(40), typeOfOre: text(20) },
  ...{ mineralOrigin: text(80), mineSite: listOf(looseRecord({ name: text(200), nationalId: text(60) })), tagCount: count() },
  ...{ dateOfIssuance: calendarDate(), dateOfExpiration: calendarDate() },
})
const Entry = looseRecord({ statusListCredential: text(400), statusListIndex: text(12) })

/** The facts that a border compares; `null` for a credential about something else. */
function factsOf(credential: JsonObject): CertificateFacts | null {
  const subject = parse(Subject, credential['credentialSubject'])
  const entry = parse(Entry, listed(credential['credentialStatus'])[0])
  if (!listed(credential['type']).includes('MineralExportCertificate') || !subject.ok || !entry.ok) return null
  const issuer = nameOf(credential) ?? ''
  return plain(subject.value, { issuer, url: entry.value.statusListCredential, index: Number(entry.value.statusListIndex) })
}
const plain = (
  said: Infer<typeof Subject>,
  { issuer, ...statusList }: { readonly issuer: string; readonly url: string; readonly index: number },
): CertificateFacts => ({
  issuer,
  number: said.identifier,
  issuedOn: said.dateOfIssuance,
  expiresOn: said.dateOfExpiration,
  exporter: said.exporterName,
  lotNumber: said.lotNumber,
  massGrams: Math.round(Number(said.lotWeight) * 1000),
  grade: said.lotGrade,
  mineral: said.typeOfOre,
  origin: said.mineralOrigin.split(';'),
  sites: said.mineSite.map(({ nationalId }) => nationalId),
  siteCount: said.mineSite.length,
  tagCount: said.tagCount,
  statusList,
})
