/*
What a dossier is between two decisions, what may be asked of it and what a decision is told of the world. Shared by the
decisions, so that each of them can stand in a file of its own.
*/
import type { Infer } from '../../../kernel/schema.ts'
import type { LotId } from '../../custody/contract.ts'
import type {
  AttachedFact,
  CertifyDossier,
  CheckReport,
  DossierState,
  DossierTerms,
  OpenDossier,
  RecommendDossier,
  RefuseDossier,
  ReviseDossier,
  RevokeCertificate,
} from '../contract.ts'
import type { CancelDossier, CloseDossier, RequestRevision } from '../contract-dossier.ts'
import type { UseCertificate } from '../contract-issuing.ts'
import type { LotWorld, Paper, PaperElsewhere } from './check-input.ts'
import { decidedAtIssue, evaluateChecks, numbersOf } from './checks.ts'
import type { CertificateFacts } from './code/claims.ts'
import type { Issuer } from './issuer.ts'
import type { CertificateRules } from './rulebook.ts'

export type DossierCommand =
  | { readonly kind: 'open-dossier'; readonly data: Infer<typeof OpenDossier> }
  | { readonly kind: 'revise-dossier'; readonly data: Infer<typeof ReviseDossier> }
  | { readonly kind: 'attach-fact'; readonly data: AttachedFact }
  | { readonly kind: 'recommend-dossier'; readonly data: Infer<typeof RecommendDossier> }
  | { readonly kind: 'certify-dossier'; readonly data: Infer<typeof CertifyDossier> }
  | { readonly kind: 'refuse-dossier'; readonly data: Infer<typeof RefuseDossier> }
  | { readonly kind: 'revoke-certificate'; readonly data: Infer<typeof RevokeCertificate> }
  | { readonly kind: 'request-revision'; readonly as: 'verifier' | 'validator'; readonly data: Infer<typeof RequestRevision> }
  | { readonly kind: 'cancel-dossier'; readonly data: Infer<typeof CancelDossier> }
  | { readonly kind: 'close-dossier'; readonly data: Infer<typeof CloseDossier> }
  | { readonly kind: 'record-use'; readonly data: Infer<typeof UseCertificate> }

export interface DossierContext {
  readonly today: string
  /** Who decides, and for which body. */
  readonly account: string
  readonly organisation: string | null
  /** Holds the power to verify or to validate: brings papers as an authority. */
  readonly certifies: boolean
  readonly issuer: Issuer
  readonly rules: CertificateRules
  readonly rulebook: { readonly id: string; readonly hash: string }
  /** `null` when there is no such lot. */
  readonly world: LotWorld | null
  /** Numbers of this dossier's papers that other dossiers carry. */
  readonly elsewhere?: readonly PaperElsewhere[]
  /** The lot has another dossier than this one that is neither refused nor revoked. */
  readonly lotIsTaken: boolean
  /** Number of a certificate that stands for the lot. */
  readonly certificateOfLot: string | null
  /** The paper that is attached names a copy that never arrived. */
  readonly scanIsMissing?: boolean
  /** The key that signed the certificate of this dossier was stolen by the day of issue: it does not count, although nobody revoked it. */
  readonly keyIsStolen?: boolean
  /** The lot of the revoked certificate that `replaces` names; `null` when there is none. */
  readonly replacedLot: string | null
  /** Sheets that offices issued without network for this lot number and that wait for a decision. */
  readonly provisional?: readonly WaitingSheet[]
  readonly issue: {
    readonly number: string
    readonly statusList: CertificateFacts['statusList']
    /** The server's key was retired or revoked and its successor is not here: nothing it signs would count. */
    readonly keyIsRetired?: boolean
    /** Public key of the seal, in hexadecimal. */
    readonly signedBy: string
    /** Signs the facts and answers with the code's text; called only once everything else has been decided. */
    readonly seal: (facts: CertificateFacts) => string
  }
}

/** A provisional certificate that is neither confirmed nor withdrawn. */
export interface WaitingSheet {
  readonly number: string
  readonly listIndex: number
  readonly issuedOn: string
  readonly exporterName: string
  readonly lotNumber: string
  readonly mineral: string
  readonly massGrams: number
  /** As the code on the sheet says them. */
  readonly grade: string
  readonly origin: readonly string[]
  readonly usedTwice: boolean
}

export type DossierStanding =
  | { readonly state: 'none' }
  | {
      readonly state: DossierState
      readonly lot: LotId
      readonly exporter: string
      readonly terms: DossierTerms
      readonly replaces: string | null
      readonly papers: readonly Paper[]
      readonly recommendation: { readonly verifier: string; readonly on: string; readonly acknowledged: readonly number[] } | null
      readonly certificate: { readonly number: string; readonly issuedOn: string; readonly expiresOn: string; readonly uses: number } | null
    }
export type OpenedDossier = Exclude<DossierStanding, { state: 'none' }>
/** A context in which the lot was found. */
export type KnownLot = DossierContext & { readonly world: LotWorld }

/** The fifteen checks as they stand on the day of the context, before anybody decided. */
export const reportsOf = (
  dossier: Pick<OpenedDossier, 'exporter' | 'terms' | 'papers'>,
  { world, rules, issuer, today, elsewhere }: Pick<KnownLot, 'world' | 'rules' | 'issuer' | 'today' | 'elsewhere'>,
): readonly CheckReport[] =>
  evaluateChecks({
    ...world,
    rules,
    country: issuer.country,
    on: today,
    exporter: dossier.exporter,
    terms: dossier.terms,
    papers: dossier.papers,
    ...(elsewhere === undefined ? {} : { elsewhere }),
    decision: null,
  })

/** Checks that nobody could make and that the verifier did not name. */
export const unacknowledged = (reports: readonly CheckReport[], acknowledged: readonly number[]): readonly number[] =>
  numbersOf(reports, 'not-yet-checked').filter((number) => !decidedAtIssue.includes(number) && !acknowledged.includes(number))

export const idsOf = (reports: readonly CheckReport[], numbers: readonly number[]): readonly string[] =>
  reports.filter((report) => numbers.includes(report.number)).map((report) => report.id)
