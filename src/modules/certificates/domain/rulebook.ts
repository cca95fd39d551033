/*
The limits that the fifteen checks apply, as data with the evidence for each (V read in the source, S secondary, U unverified,
D our own default). A certificate stores the hash of the book it was judged by, so that it can be judged again the same way.
*/
import type { Evidence, Rulebook } from '../../../kernel/rulebook.ts'
import type { Mineral } from '../../sites/contract.ts'

export interface Limit<Value> {
  readonly value: Value
  readonly evidence: Evidence
  readonly source: string
}

/** Inside `accept` passes, outside asks for a review, beyond `atMost` cannot be. */
export interface GradeRange {
  readonly element: 'Sn' | 'Ta2O5' | 'WO3' | 'Au'
  readonly accept: readonly [number, number]
  readonly atMost: number
}

/** A paper that the chain asks for. `when`: always, or only where the lot's way has such a step; elsewhere it does not apply. */
export interface RequiredDocument {
  /** Type of the register of papers. */
  readonly type: string
  readonly step: number
  readonly when: 'always' | 'trader' | 'journey' | 'processing' | 'exporter-bought'
}

export interface FirstCertificateRules {
  readonly mostValidDays: Limit<number>
  /** A lot may weigh this many thousandths of the sum of its inputs. */
  readonly massPerMille: Limit<number>
  readonly grades: Limit<{ readonly [mineral in Exclude<Mineral, 'other'>]: GradeRange }>
  readonly fewestTaxReceipts: Limit<number>
  /** Custody rules that speak to a check. */
  readonly findings: Limit<{ readonly tags: readonly string[]; readonly mass: readonly string[]; readonly mineral: readonly string[] }>
}

export interface CertificateRules extends FirstCertificateRules {
  /** How far the declared grade may lie from a measured one, in hundredths of a percent of the measured value. */
  readonly gradeAgreement: Limit<number>
  /** An open incident of this severity stops when somebody verified it; before that somebody judges. */
  readonly stoppingSeverity: Limit<number>
  readonly documents: Limit<readonly RequiredDocument[]>
  /** Days after which a dossier that waits for the verifier, or the validator, is overdue. */
  readonly deskDays: Limit<{ readonly verify: number; readonly validate: number }>
}

const limit = <Value>(value: Value, evidence: Evidence, source: string): Limit<Value> => ({ value, evidence, source })

/** Decisions of earlier releases keep its hash; none is made by it any more. */
export const firstCertificateRulebook: Rulebook<FirstCertificateRules> = {
  id: 'icglr-certificate-checks-1',
  from: '2020-01-01',
  title: 'Checks before an ICGLR certificate is issued',
  values: {
    mostValidDays: limit(90, 'V', 'ICGLR data standard, export certificate: expiry at most 90 days after issuance'),
    massPerMille: limit(1010, 'D', 'proposal: scales of two places agree within one percent'),
    grades: limit(
      {
        Sn: { element: 'Sn', accept: [45, 74], atMost: 78.8 },
        Ta: { element: 'Ta2O5', accept: [10, 45], atMost: 86 },
        W: { element: 'WO3', accept: [50, 72], atMost: 76.6 },
        Au: { element: 'Au', accept: [850, 980], atMost: 999.9 },
      },
      'S',
      'trade specifications and the chemistry of the pure mineral',
    ),
    fewestTaxReceipts: limit(1, 'D', 'proposal: the list of taxes due per country is not in this book'),
    findings: limit(
      { tags: ['F01', 'F02', 'F03'], mass: ['F08', 'F22', 'F23'], mineral: ['F21'] },
      'D',
      'plausibility rules of the custody module',
    ),
  },
}

export const certificateRulebook: Rulebook<CertificateRules> = {
  id: 'icglr-certificate-checks-2',
  from: '2020-01-01',
  title: 'Checks before an ICGLR certificate is issued, from the live record',
  values: {
    ...firstCertificateRulebook.values,
    gradeAgreement: limit(200, 'D', 'proposal: two laboratories agree within two percent of the value'),
    stoppingSeverity: limit(1, 'D', 'check-list of the certificate: no open incident of severity 1'),
    documents: limit(
      [
        { type: 'mine-log-sheet', step: 2, when: 'always' },
        { type: 'purchase-slip', step: 4, when: 'trader' },
        { type: 'transport-authorisation', step: 6, when: 'journey' },
        { type: 'purchase-note', step: 8, when: 'exporter-bought' },
        { type: 'processing-log', step: 9, when: 'processing' },
        { type: 'valuation-report', step: 10, when: 'always' },
        { type: 'customs-declaration', step: 11, when: 'always' },
        { type: 'shipment-papers', step: 13, when: 'always' },
      ],
      'U',
      'documents along the Congolese chain; names and which are required are unverified',
    ),
    deskDays: limit({ verify: 5, validate: 3 }, 'D', 'proposal: no text that we know gives a day'),
  },
}

/** ICGLR MDC.03: the HS code that stands on a certificate. */
export const hsCodes = { Sn: '2609.00.00', W: '2611.00.00', Ta: '2615.90.00', Au: '7108.12.00' } as const
