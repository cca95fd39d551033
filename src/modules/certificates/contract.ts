/*
Certificates: the dossier of an export lot, its checks, the issue by two persons, the signed certificate and its code, and
what a stranger can verify without network. Here stand the words that others may use: identifiers, what a sender may say (the
`data` of each command) and what a reader gets back. Masses are grams, money is whole cents, days are calendar dates.
*/
import {
  type Id,
  type Infer,
  calendarDate,
  count,
  decimal,
  exactly,
  grams,
  id,
  instant,
  json,
  keyed,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  taggedBy,
  text,
  yesOrNo,
} from '../../kernel/schema.ts'
import { LotId } from '../custody/contract.ts'
import { DocumentRef } from '../documents/contract.ts'
import { OrganisationId } from '../people/contract.ts'
import { Mineral } from '../sites/contract.ts'

export const DossierId = id('dossier')
export type DossierId = Id<'dossier'>
export const CertificateId = id('certificate')
export type CertificateId = Id<'certificate'>

/** A check is never passed silently: what no data could answer says so, and what does not apply to these goods says why. */
export const CheckResult = oneOf('passed', 'failed', 'not-yet-checked', 'review', 'not-applicable')
export type CheckResult = Infer<typeof CheckResult>
export const Verdict = oneOf('genuine', 'altered', 'expired', 'not-yet-valid', 'revoked', 'unknown-issuer', 'unreadable', 'provisional')
export type Verdict = Infer<typeof Verdict>

/**
 * `open` may be changed and waits for the verifier; `recommended` waits for the validator; `revision-requested` for the exporter; `refused` may be
 * revised and recommended again. `shipped`: the goods left with the certificate.
 */
export const DossierState = oneOf(
  'open',
  'recommended',
  'certified',
  'refused',
  'revoked',
  'revision-requested',
  'cancelled',
  'shipped',
  'closed',
)
export type DossierState = Infer<typeof DossierState>
/** `expired` follows from the day on which one asks; `provisional` and `withdrawn` are of sheets that an office issued without network. */
export const CertificateStatus = oneOf('valid', 'used', 'expired', 'revoked', 'replaced', 'provisional', 'withdrawn')
export type CertificateStatus = Infer<typeof CertificateStatus>

/* ---- what a sender may say ---- */

/** ISO 3166-1 alpha-2. */
const country = () => text(2)
/** A company, never a person. */
const Importer = record({ name: text(120), country: country(), address: maybe(text(200)) })
const money = { currency: text(3), amountCents: count() }

/** The fields of the certificate that people declare; the rest follows from the lot. Unknown origin is `0`. */
export const DossierTerms = record({
  importer: Importer,
  /** `65.2 % Sn`, as it shall stand on the certificate. */
  grade: text(40),
  mineralDescription: maybe(text(120)),
  origin: listOf(text(2), 20),
  customsValueUsdCents: count(),
  plannedShipmentOn: calendarDate(),
  /** Countries of transit and destination in order. */
  route: maybe(listOf(text(2), 20)),
  transport: maybe(record({ mode: oneOf('road', 'air', 'water', 'rail'), company: maybe(text(120)) })),
})
export type DossierTerms = Infer<typeof DossierTerms>

/** The new dossier's identifier is the command's identifier. `replaces`: number of a revoked certificate for the same lot. */
export const OpenDossier = record({ lot: LotId, exporter: OrganisationId, terms: DossierTerms, replaces: maybe(text(24)) })
export const ReviseDossier = record({ terms: DossierTerms, reason: text(400) })

/** A copy of the paper itself, where somebody made one. */
const scan = { file: maybe(DocumentRef) }

/** An observation, always kept: a paper that somebody holds. `from` and `to` name the leg; without `to` it is the export leg. */
export const AttachedFact = taggedBy('kind', [
  record({
    kind: exactly('tax-receipt'),
    taxType: text(60),
    authority: text(80),
    reference: text(60),
    paidOn: calendarDate(),
    ...money,
    ...scan,
  }),
  record({
    kind: exactly('transport-paper'),
    reference: text(60),
    from: OrganisationId,
    to: maybe(OrganisationId),
    issuedOn: calendarDate(),
    validUntil: maybe(calendarDate()),
    ...scan,
  }),
  record({
    kind: exactly('assay'),
    lab: text(120),
    reference: text(60),
    element: oneOf('Sn', 'Ta2O5', 'WO3', 'Au'),
    /** Percent; gold in parts per thousand. */
    value: decimal(),
    assayedOn: calendarDate(),
    ...scan,
  }),
  record({
    kind: exactly('exporter-approval'),
    reference: text(60),
    validFrom: calendarDate(),
    validUntil: calendarDate(),
    /** Status after the last third-party audit. */
    auditStatus: oneOf('green', 'yellow', 'red', 'blue'),
    ...scan,
  }),
])
export type AttachedFact = Infer<typeof AttachedFact>

/** The verifier names each check that nobody could make yet: nothing is waved through unseen. */
export const RecommendDossier = record({ acknowledged: listOf(count(), 15), remark: maybe(text(400)) })
/** `reviewReason` is demanded when a check says `review`. */
export const CertifyDossier = record({
  expiresOn: calendarDate(),
  reviewReason: maybe(text(1000)),
  /** Number of a provisional certificate for the same lot, which this one confirms: it keeps the number. */
  confirms: maybe(text(24)),
})
/** `checks`: numbers that the refusal rests on; without it, all that failed, are doubtful or were not made. */
export const RefuseDossier = record({ reason: text(1000), checks: maybe(listOf(count(), 15)) })
export const RevokeCertificate = record({ on: calendarDate(), reason: text(1000) })

/* ---- what a reader gets back ---- */

/** A sentence as data: `code` has its words, `facts` fill them. */
export const Statement = record({ code: text(60), facts: keyed(json()) })
export type Statement = Infer<typeof Statement>

/** One of the fifteen checks: what was looked at, against which threshold, and who must do what when it does not pass. */
export const CheckReport = record({
  number: count(),
  id: text(40),
  result: CheckResult,
  evidence: listOf(Statement, 500),
  /** The limit that was applied, as data; `null` where the rule has none. */
  threshold: orNull(Statement),
  /** `check.<code>.remedy` tells what to do, the code being the check's id where nothing else is said; `null` when passed. */
  remedy: orNull(record({ code: text(60), who: text(40) })),
  source: text(200),
  mark: oneOf('V', 'S', 'U', 'D'),
})
export type CheckReport = Infer<typeof CheckReport>

export const DossierSummary = record({
  id: DossierId,
  state: DossierState,
  lot: LotId,
  lotNumber: text(),
  mineral: Mineral,
  massGrams: grams(),
  exporter: OrganisationId,
  exporterName: text(),
  importerName: text(),
  plannedShipmentOn: calendarDate(),
  openedAt: instant(),
  certificateNumber: orNull(text()),
})
export type DossierSummary = Infer<typeof DossierSummary>

export const DossierDetail = record({
  dossier: DossierSummary,
  terms: DossierTerms,
  facts: listOf(record({ fact: AttachedFact, attachedAt: instant() }), 500),
  /** As the checks stand now; once certified or refused, as they stood then. */
  checks: listOf(CheckReport, 15),
  /** True when the checks were made now, false when they were kept with the decision. */
  checksAreLive: yesOrNo(),
  recommendation: orNull(record({ on: calendarDate(), acknowledged: listOf(count()), byMe: yesOrNo() })),
  /** `named`: the checks that it rests on. */
  refusal: orNull(record({ on: calendarDate(), reason: text(), named: listOf(count(), 15) })),
  rulebook: record({ id: text(), hash: text() }),
})
export type DossierDetail = Infer<typeof DossierDetail>

export const CertificateSummary = record({
  number: text(),
  status: CertificateStatus,
  dossier: DossierId,
  lotNumber: text(),
  mineral: Mineral,
  massGrams: grams(),
  exporterName: text(),
  issuedOn: calendarDate(),
  expiresOn: calendarDate(),
})
export type CertificateSummary = Infer<typeof CertificateSummary>

export const CertificateDetail = record({
  certificate: CertificateSummary,
  lot: LotId,
  /** The text of the QR code; also what `chanzo verify` and the verify page read. */
  code: text(5000),
  origin: listOf(text()),
  sites: listOf(record({ name: text(), nationalId: text(), icglrId: orNull(text()) })),
  grade: text(),
  tagCount: count(),
  checks: listOf(CheckReport, 15),
  reviewReason: orNull(text()),
  revokedOn: orNull(calendarDate()),
  revocationReason: orNull(text()),
  /** Its key was stolen by the day of issue: it counts no more, and must be revoked before the lot gets another. */
  keyStolenOn: orNull(calendarDate()),
  replacedBy: orNull(text()),
  rulebook: record({ id: text(), hash: text() }),
})
export type CertificateDetail = Infer<typeof CertificateDetail>
