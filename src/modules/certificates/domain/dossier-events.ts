/*
What can happen to the dossier of an export lot, with the schema of each payload. Accounts are identifiers, bodies have names;
no payload has the name of a person.
*/
import {
  type Infer,
  calendarDate,
  count,
  grams,
  keyed,
  json,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  text,
  yesOrNo,
} from '../../../kernel/schema.ts'
import { LotId } from '../../custody/contract.ts'
import { AccountId, OrganisationId } from '../../people/contract.ts'
import { InternalStatus, Mineral, SiteId } from '../../sites/contract.ts'
import { AttachedFact, CertificateStatus, CheckReport, DossierTerms } from '../contract.ts'

const RulebookRef = record({ id: text(60), hash: text(64) })

export const DossierOpened = record({
  lot: LotId,
  lotNumber: text(60),
  mineral: Mineral,
  massGrams: grams(),
  exporter: OrganisationId,
  exporterName: text(160),
  terms: DossierTerms,
  replaces: maybe(text(24)),
  /** P-codes of the provinces of the lot's sites. */
  provinces: maybe(listOf(text(8), 50)),
})
export const DossierRevised = record({ terms: DossierTerms, reason: text(400) })
/** Without `by`: the exporter. */
export const DossierFactAttached = record({ fact: AttachedFact, by: maybe(oneOf('exporter', 'authority')) })
export const DossierRecommended = record({
  on: calendarDate(),
  verifier: AccountId,
  checks: listOf(CheckReport, 15),
  acknowledged: listOf(count(), 15),
  remark: maybe(text(400)),
  rulebook: RulebookRef,
})
export const DossierRefused = record({
  on: calendarDate(),
  reason: text(1000),
  checks: listOf(CheckReport, 15),
  rulebook: RulebookRef,
  validator: maybe(AccountId),
  /** Numbers of the checks that the refusal rests on; refusals of before name none. */
  named: maybe(listOf(count(), 15)),
})
export const DossierRevisionRequested = record({
  on: calendarDate(),
  by: oneOf('verifier', 'validator'),
  account: AccountId,
  reason: text(1000),
  checks: listOf(CheckReport, 15),
  rulebook: RulebookRef,
})
export const DossierCancelled = record({ on: calendarDate(), reason: text(400) })
export const DossierClosed = record({ on: calendarDate(), account: AccountId, remark: maybe(text(400)) })

/** What the verdicts rest on, kept so that they can be made again after the data or the law have changed. */
export const FactsUsed = record({
  inputGrams: grams(),
  bags: count(),
  production: listOf(
    record({
      site: SiteId,
      producedOn: calendarDate(),
      status: InternalStatus,
      lapsed: yesOrNo(),
      validUntil: orNull(calendarDate()),
      order: orNull(text()),
      produce: oneOf('yes', 'no', 'review', 'derogation'),
      rulebookHash: text(64),
    }),
  ),
  findings: listOf(record({ rule: text(8), severity: oneOf('C', 'A', 'W'), facts: keyed(json()) })),
})
export const CertificateIssued = record({
  number: text(24),
  listIndex: count(),
  issuedOn: calendarDate(),
  expiresOn: calendarDate(),
  verifier: AccountId,
  verifiedOn: calendarDate(),
  validator: AccountId,
  lot: LotId,
  exporter: OrganisationId,
  exporterName: text(160),
  lotNumber: text(60),
  mineral: Mineral,
  massGrams: grams(),
  grade: text(40),
  origin: listOf(text(2), 20),
  sites: listOf(record({ site: SiteId, name: text(200), nationalId: text(80), icglrId: orNull(text(60)) })),
  tagCount: count(),
  terms: DossierTerms,
  checks: listOf(CheckReport, 15),
  acknowledged: listOf(count(), 15),
  reviewReason: maybe(text(1000)),
  factsUsed: FactsUsed,
  rulebook: RulebookRef,
  replaces: maybe(text(24)),
  /** An office issued it provisionally under this number on that day; this issue confirms it. */
  confirms: maybe(record({ issuedOn: calendarDate() })),
  /** Public key of the code's signature, in hexadecimal: the key list still names it when the server has another. */
  signedBy: text(64),
  /** The signed code, as it stands in the QR code. */
  code: text(5000),
})
export type CertificateIssued = Infer<typeof CertificateIssued>
/** Somebody saw the goods leave with it; kept whatever it was worth. */
export const CertificateUsed = record({
  number: text(24),
  on: calendarDate(),
  place: text(120),
  massGrams: maybe(count()),
  remark: maybe(text(400)),
  status: CertificateStatus,
  again: yesOrNo(),
})
export const CertificateRevoked = record({ number: text(24), on: calendarDate(), reason: text(1000) })

export const dossierKinds = {
  'dossier.opened.v1': DossierOpened,
  'dossier.revised.v1': DossierRevised,
  'dossier.fact-attached.v1': DossierFactAttached,
  'dossier.recommended.v1': DossierRecommended,
  'dossier.refused.v1': DossierRefused,
  'dossier.revision-requested.v1': DossierRevisionRequested,
  'dossier.cancelled.v1': DossierCancelled,
  'dossier.closed.v1': DossierClosed,
  'certificate.issued.v1': CertificateIssued,
  'certificate.revoked.v1': CertificateRevoked,
  'certificate.used.v1': CertificateUsed,
} as const

type Kinds = typeof dossierKinds
export type DossierEvent = { [Kind in keyof Kinds]: { readonly kind: Kind; readonly payload: Infer<Kinds[Kind]> } }[keyof Kinds]
