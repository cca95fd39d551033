/*
Issuing beyond the desk: blocks of numbers for offices, provisional certificates from them, keys of the issuer, and what is recorded when goods leave.
What a sender may say and what a reader gets back. An office is an organisation; the key of a block is that of one enrolled telephone.
*/
import { type Infer, calendarDate, count, instant, listOf, maybe, oneOf, orNull, record, text, yesOrNo } from '../../kernel/schema.ts'
import { IncidentId } from '../incidents/contract.ts'
import { LotId } from '../custody/contract.ts'
import { DeviceId, OrganisationId } from '../people/contract.ts'
import { Mineral } from '../sites/contract.ts'
import { CertificateStatus, DossierId, DossierTerms } from './contract.ts'

/** The new block's identifier is the command's. Numbers are given by the server, after all that were given before. */
export const ReserveBlock = record({ office: OrganisationId, device: DeviceId, size: count(), validUntil: calendarDate() })
export const BlockEnd = oneOf('used-up', 'returned', 'lost')
export type BlockEnd = Infer<typeof BlockEnd>
/**
 * `lost`: the telephone too. `since` (of a loss alone; today where nobody says it) is the first day on which it may have been in other hands: what had
 * arrived before that day stands, nothing that came on it or later.
 */
export const CloseBlock = record({ why: BlockEnd, reason: text(400), since: maybe(calendarDate()) })

/** Recorded when it arrives: the sheet exists already. Facts are those of the code; `terms` are what the sheet says beyond them. */
export const IssueProvisionally = record({ code: text(5000), terms: DossierTerms })
export const WithdrawProvisional = record({ number: text(24), reason: text(1000) })

/** An observation at a border, a depot, an airport: the goods left with this certificate. Always kept. */
export const UseCertificate = record({
  on: calendarDate(),
  place: text(120),
  /** What the scale showed, where somebody weighed. */
  massGrams: maybe(count()),
  remark: maybe(text(400)),
})
export const RevokeKey = record({
  publicKey: text(64),
  /** First day on which it may have been in other hands: what was issued before stands. */
  since: calendarDate(),
  reason: text(400),
})
export const RotateKey = record({ reason: text(400) })

export const ProvisionalState = oneOf('provisional', 'confirmed', 'withdrawn', 'number-used-twice')
export type ProvisionalState = Infer<typeof ProvisionalState>
export const ProvisionalSummary = record({
  number: text(),
  state: ProvisionalState,
  block: text(),
  officeName: text(),
  lotNumber: text(),
  exporterName: text(),
  mineral: text(),
  massGrams: count(),
  issuedOn: calendarDate(),
  expiresOn: calendarDate(),
  arrivedAt: instant(),
  withdrawnOn: orNull(calendarDate()),
  reason: orNull(text(1000)),
})
export type ProvisionalSummary = Infer<typeof ProvisionalSummary>

export const BlockSummary = record({
  id: text(),
  office: OrganisationId,
  officeName: text(),
  /** `CD-2026-` */
  prefix: text(),
  from: count(),
  to: count(),
  firstIndex: count(),
  device: text(),
  publicKey: text(),
  reservedOn: calendarDate(),
  validUntil: calendarDate(),
  closed: orNull(record({ on: calendarDate(), why: BlockEnd, reason: text() })),
  used: count(),
  /** Numbers that no sheet is known for, as ranges: the explained gaps. */
  unused: listOf(record({ from: count(), to: count() }), 1000),
  /** Of a reader who holds the telephone: it may issue from here. */
  mine: yesOrNo(),
})
export type BlockSummary = Infer<typeof BlockSummary>
export const BlockDetail = record({ block: BlockSummary, provisional: listOf(ProvisionalSummary, 1000), issuer: text(), listUrl: text() })
export type BlockDetail = Infer<typeof BlockDetail>

export const IssuerKeySummary = record({
  publicKey: text(),
  /** First eight bytes of its SHA-256, as it stands in codes. */
  keyId: text(),
  current: yesOrNo(),
  validFrom: calendarDate(),
  validUntil: orNull(calendarDate()),
  revoked: orNull(record({ since: calendarDate(), on: calendarDate(), reason: text() })),
  certificates: count(),
  /** Of a revoked key: issued before, and still good. */
  standing: count(),
})
export type IssuerKeySummary = Infer<typeof IssuerKeySummary>

/** Signed by a stolen key by its day, and without another yet. `next`: whose turn it is. */
export const Redelivery = record({
  number: text(),
  lot: LotId,
  lotNumber: text(),
  exporterName: text(),
  issuedOn: calendarDate(),
  stolenOn: calendarDate(),
  next: oneOf('revoke', 'open', 'in-hand', 'left'),
  nextDossier: orNull(DossierId),
  leftOn: orNull(calendarDate()),
})
export type Redelivery = Infer<typeof Redelivery>
export const Redeliveries = record({ certificates: listOf(Redelivery, 5_000) })

export const CertificateUse = record({
  on: calendarDate(),
  place: text(120),
  massGrams: orNull(count()),
  remark: orNull(text(400)),
  /** What the certificate was worth on that day. */
  status: CertificateStatus,
  again: yesOrNo(),
})
export type CertificateUse = Infer<typeof CertificateUse>
export const ProvisionalFacts = record({
  exporterName: text(160),
  lotNumber: text(60),
  mineral: Mineral,
  massGrams: count(),
  grade: text(40),
  origin: listOf(text(2), 20),
  sites: listOf(text(60), 8),
  siteCount: count(),
  tagCount: count(),
})

/** A certificate that counts and is touched by an incident with a risk that stops; who does not see the incident reads the day alone. */
export const TouchedCertificate = record({
  number: text(),
  lotNumber: text(),
  since: calendarDate(),
  incident: orNull(IncidentId),
  incidentNumber: orNull(text()),
})
export type TouchedCertificate = Infer<typeof TouchedCertificate>
export const TouchedCertificates = record({ certificates: listOf(TouchedCertificate, 5_000) })
