/*
The certificate itself: its number, its status on a day, and the facts that its code carries, composed from the dossier and
the lot's way. It refuses to know keys: who signs is a matter of the server.
*/
import type { CertificateStatus, DossierTerms } from '../contract.ts'
import type { Mineral } from '../../sites/contract.ts'
import type { LotWorld } from './check-input.ts'
import { originOf } from './check-input.ts'
import { type CertificateFacts, MOST_SITES_LISTED } from './code/claims.ts'
import type { Issuer } from './issuer.ts'
import { hsCodes } from './rulebook.ts'

/** `CD-2026-000042`: country, year of issue, number within the year. */
export const certificateNumber = (country: string, year: string, sequence: number): string =>
  `${country}-${year}-${String(sequence).padStart(6, '0')}`

/** The number within its year. */
export const sequenceOf = (number: string): number => Number(number.slice(8))

/** The status on a day; a revocation counts before the end of validity. */
export function statusOn(
  day: string,
  certificate: {
    readonly expiresOn: string
    readonly revokedOn: string | null
    readonly replacedBy: string | null
    readonly usedOn?: string | null
    readonly keyStolenOn?: string | null
  },
): CertificateStatus {
  if (certificate.replacedBy !== null) return 'replaced'
  if (certificate.revokedOn !== null || (certificate.keyStolenOn ?? null) !== null) return 'revoked'
  if ((certificate.usedOn ?? null) !== null) return 'used'
  return day > certificate.expiresOn ? 'expired' : 'valid'
}

export const isDesignated = (mineral: Mineral): mineral is keyof typeof hsCodes => mineral in hsCodes

export interface IssueParts {
  readonly world: LotWorld
  readonly terms: DossierTerms
  readonly exporter: string
  readonly issuer: Issuer
  readonly number: string
  readonly issuedOn: string
  readonly expiresOn: string
  readonly statusList: CertificateFacts['statusList']
}

/** The facts for the code. Sites come in the order of their mass in the lot; `null` for a mineral without an HS code here. */
export function composeFacts({
  world,
  terms,
  exporter,
  issuer,
  number,
  issuedOn,
  expiresOn,
  statusList,
}: IssueParts): CertificateFacts | null {
  const { trace, sites, organisations } = world
  if (!isDesignated(trace.mineral)) return null
  const gramsOf = (site: string): number => trace.roots.filter((root) => root.site === site).reduce((sum, root) => sum + root.drawnGrams, 0)
  const ordered = sites
    .map((site) => ({ label: site.icglrId ?? site.nationalId, grams: gramsOf(site.id) }))
    .sort((a, b) => b.grams - a.grams || (a.label < b.label ? -1 : 1))
  const tags = new Set(trace.roots.flatMap((root) => (root.tag === null ? [] : [root.tag])))
  return {
    issuer: issuer.id,
    number,
    issuedOn,
    expiresOn,
    exporter: (organisations.find((body) => body.id === exporter)?.name ?? exporter).slice(0, 120),
    lotNumber: trace.number,
    massGrams: trace.massGrams,
    grade: terms.grade,
    mineral: hsCodes[trace.mineral],
    origin: originOf({ trace, sites, country: issuer.country }),
    sites: ordered.slice(0, MOST_SITES_LISTED).map((site) => site.label.slice(0, 60)),
    siteCount: sites.length,
    tagCount: tags.size,
    statusList,
  }
}
