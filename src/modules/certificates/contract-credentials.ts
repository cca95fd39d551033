/*
What exchanges may ask of certificates: the facts of one, and pages of them. No account and no name of a person. `terms` hold the buyer and the customs
value: whoever hands facts to strangers leaves them out.
*/
import type { Mineral } from '../sites/contract.ts'
import type { CheckResult, DossierTerms } from './contract.ts'

export interface CertifiedFacts {
  readonly number: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly authority: string
  readonly exporter: string
  readonly exporterName: string
  readonly lot: string
  readonly lotNumber: string
  readonly mineral: Mineral
  /** With its points; `null` for a mineral that needs no certificate. */
  readonly hsCode: string | null
  readonly massGrams: number
  readonly grade: string
  readonly origin: readonly string[]
  readonly sites: readonly { readonly site: string; readonly name: string; readonly nationalId: string }[]
  readonly tagCount: number
  readonly verifiedOn: string
  readonly issuedOn: string
  readonly expiresOn: string
  readonly revokedOn: string | null
  readonly replacedBy: string | null
  readonly listIndex: number
  readonly rulebook: { readonly id: string; readonly hash: string }
  /** Numbers of the checks by their result when it was issued. */
  readonly passedChecks: number
  /** All fifteen with their result, in order, as the public may read them. */
  readonly checks: readonly { readonly number: number; readonly id: string; readonly result: CheckResult }[]
  readonly openChecks: readonly number[]
  readonly reviewedChecks: readonly number[]
  /** The text of the printed code; it holds ICGLR identifiers, which spell out positions: not for strangers. */
  readonly code: string
  /** SHA-256 of the code in hexadecimal, as the public ledger has it. */
  readonly codeSha256: string
  readonly terms: DossierTerms
}

export interface CertifiedQuestion {
  /** Only what this body exports; `null` for all. */
  readonly exporter: string | null
  readonly hsCode?: string | undefined
  readonly lotNumber?: string | undefined
  /** Leaves out those that were revoked or replaced, or whose key was stolen by their day: for formats that have no word for it. */
  readonly standing?: true | undefined
  readonly offset: number
  readonly limit: number
}
export interface CredentialsDoor<Tx> {
  readonly find: (tx: Tx, tenant: string, number: string) => Promise<CertifiedFacts | null>
  /** Newest number first; `total` of all that fit. */
  readonly list: (
    tx: Tx,
    tenant: string,
    question: CertifiedQuestion,
  ) => Promise<{ readonly total: number; readonly certificates: readonly CertifiedFacts[] }>
}
