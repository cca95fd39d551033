/*
What UNTP is told, in our own words: the records that a mapper of a version turns into its credentials. They hold what a stranger may know (sites, bodies,
certificates) or what a reader of the lot may know. No position, no person: the name of a trader, who may be one man, is not among them.
*/
import type { CertifiedFacts } from '../../modules/certificates/contract-credentials.ts'
import type { WireLotFacts } from '../../modules/custody/contract-wire-lots.ts'

export interface Issuing {
  /** Address of this server, without the last slash. */
  readonly base: string
  readonly did: string
  readonly authority: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** First and last moment, with zone. */
  readonly from: string
  readonly until: string
  readonly status: readonly object[]
}
export interface SiteRecordOf {
  readonly id: string
  readonly name: string
  readonly nationalId: string
  readonly minerals: readonly string[]
  /** P-codes, as coarse as the public page is. */
  readonly province: string | null
  readonly territoire: string | null
  readonly colour: string
  /** Whether goods from here may be certified today. */
  readonly mayCertify: boolean
  readonly held: boolean
  readonly validUntil: string | null
  /** The order that gives the colour; `null` where none does. */
  readonly order: { readonly number: string; readonly signedOn: string } | null
}
export interface BodyRecord {
  readonly id: string
  /** `null` for one whose name may be a person's. */
  readonly name: string | null
  readonly kind: string
}
export interface LotRecord {
  readonly facts: WireLotFacts
  readonly holder: BodyRecord
  readonly recipient: BodyRecord | null
  readonly sites: readonly { readonly id: string; readonly name: string; readonly nationalId: string; readonly grams: number }[]
  /** Grams of the roots that have a site, and of all roots. */
  readonly knownGrams: number
  readonly rootGrams: number
}
export type Credential = { readonly [name: string]: unknown }

/** One version of UNTP. Contexts are pinned by its schemas, so a document fits exactly one. */
export interface UntpMapper {
  readonly untpVersion: string
  readonly siteConformity: (issuing: Issuing, site: SiteRecordOf) => Credential
  readonly certificateConformity: (issuing: Issuing, certificate: CertifiedFacts) => Credential
  readonly facility: (issuing: Issuing, site: SiteRecordOf) => Credential
  readonly identity: (issuing: Issuing, body: BodyRecord & { readonly name: string }) => Credential
  readonly passport: (issuing: Issuing, lot: LotRecord) => Credential
  readonly events: (issuing: Issuing, lot: LotRecord) => Credential
}
