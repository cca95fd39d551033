/*
Certificates: the dossier of an export lot, its checks, the issue by two persons, the signed certificate and its code, and
what a stranger can verify without network.
*/
import { type Id, type Infer, id, oneOf } from '../../kernel/schema.ts'

export const DossierId = id('dossier')
export type DossierId = Id<'dossier'>
export const CertificateId = id('certificate')
export type CertificateId = Id<'certificate'>

/** A check is never passed silently: what no data could answer says so. */
export const CheckResult = oneOf('passed', 'failed', 'not-yet-checked', 'review')
export type CheckResult = Infer<typeof CheckResult>
export const Verdict = oneOf('genuine', 'altered', 'expired', 'not-yet-valid', 'revoked', 'unknown-issuer', 'unreadable')
export type Verdict = Infer<typeof Verdict>
