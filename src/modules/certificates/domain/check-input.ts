/*
What the fifteen checks look at: the lot's way, the sites and their standing, the bodies, the papers, the terms, and, once
somebody decides, who decides what. Gathered by the server inside the transaction of the decision; the checks read nothing else.
*/
import type { LotOrigin } from '../../custody/contract-origin.ts'
import type { LotTrace } from '../../custody/contract.ts'
import type { PaperBrief, PaperLink } from '../../documents/contract-papers.ts'
import type { IncidentBrief } from '../../incidents/contract.ts'
import type { ExporterStanding } from '../../operators/contract-exporters.ts'
import type { PartyBrief } from '../../operators/contract.ts'
import type { OrganisationBrief } from '../../people/contract.ts'
import type { Suspension } from '../../risks/contract.ts'
import type { Licence } from '../../sites/contract-register.ts'
import type { Derogation, SiteBrief, SiteId, Standing } from '../../sites/contract.ts'
import type { AttachedFact, CheckResult, DossierTerms, Statement } from '../contract.ts'
import type { CertificateRules } from './rulebook.ts'

/** What other registers say; `null` where this program has no such register, so that nobody takes silence for an answer. */
export interface LotBeside {
  readonly origin: Pick<LotOrigin, 'shares' | 'legs' | 'kinds'> | null
  readonly exporter: ExporterStanding | null
  /** By site; a site without a title is left out. */
  readonly titles: readonly { readonly site: SiteId; readonly licences: readonly Licence[] }[] | null
  readonly papers: readonly (PaperBrief & { readonly links: readonly PaperLink[] })[] | null
  /** Each hand on each day on which it took goods. */
  readonly parties: readonly PartyBrief[] | null
  readonly incidents: readonly IncidentBrief[] | null
  readonly suspensions: readonly Suspension[] | null
}
export const nothingBeside: LotBeside = {
  ...{ origin: null, exporter: null, titles: null, papers: null, parties: null, incidents: null, suspensions: null },
}

/** What other modules know about the lot. */
export interface LotWorld {
  readonly beside: LotBeside
  readonly trace: LotTrace
  readonly sites: readonly SiteBrief[]
  /** One per site and day of production, as known now. */
  readonly onProduction: readonly { readonly site: SiteId; readonly producedOn: string; readonly standing: Standing }[]
  /** One per site, today. */
  readonly today: readonly Standing[]
  /** Running today for sites whose goods need one, with what already left under each. */
  readonly derogations: readonly (Derogation & { readonly movedGrams: number })[]
  readonly organisations: readonly OrganisationBrief[]
}

/** A paper and who brought it: what the exporter says of itself is evidence for somebody's judgement, not a pass. */
export type Paper = AttachedFact & { readonly by: 'exporter' | 'authority' }

export interface PaperElsewhere {
  readonly kind: Paper['kind']
  readonly reference: string
  readonly lots: readonly string[]
}

export interface CheckInput extends LotWorld {
  readonly rules: CertificateRules
  /** Country of the programme: the origin of a site without an ICGLR identifier. */
  readonly country: string
  readonly on: string
  readonly exporter: string
  readonly terms: DossierTerms
  readonly papers: readonly Paper[]
  /** Papers of this dossier whose number another dossier carries too, with the lots of those. */
  readonly elsewhere?: readonly PaperElsewhere[]
  /** `null` until the validator decides. Accounts, never names. */
  readonly decision: { readonly verifier: string; readonly validator: string; readonly expiresOn: string } | null
}

/** One look: what it showed, and whether that is good enough. */
export interface Look {
  readonly result: CheckResult
  readonly statement: Statement
  /** Role that can mend this, where it is another than the one of the check. */
  readonly who?: string
  /** What to do, where it is another thing than the check's own remedy. */
  readonly remedy?: string
}

export const look = (result: CheckResult, code: string, facts: Statement['facts'] = {}): Look => ({ result, statement: { code, facts } })

export const mendedBy = (who: string, one: Look, remedy?: string): Look => ({ ...one, who, ...(remedy === undefined ? {} : { remedy }) })

const gravity: readonly CheckResult[] = ['not-applicable', 'passed', 'not-yet-checked', 'review', 'failed']
/** A check is as good as its worst look; without a look nobody has checked. */
export const worst = (looks: readonly Look[]): CheckResult =>
  looks.reduce<CheckResult>(
    (found, each) => (gravity.indexOf(each.result) > gravity.indexOf(found) ? each.result : found),
    looks.length === 0 ? 'not-yet-checked' : 'not-applicable',
  )

export const isSettled = (result: CheckResult): boolean => result === 'passed' || result === 'not-applicable'

/** In the order given among looks of the same gravity. */
export const gravestFirst = (looks: readonly Look[]): readonly Look[] =>
  looks.toSorted((a, b) => gravity.indexOf(b.result) - gravity.indexOf(a.result))

/** Countries of origin by the lot's roots: sorted, `0` for an unknown source last. */
export function originOf({ trace, sites, country }: Pick<CheckInput, 'trace' | 'sites' | 'country'>): readonly string[] {
  const bySite = new Map<string, string>(sites.map((site) => [site.id, site.icglrId?.slice(0, 2) ?? country]))
  return sortOrigin(trace.roots.map((root) => (root.site === null ? '0' : (bySite.get(root.site) ?? '0'))))
}

/** One spelling for a list of origins: each once, in order, `0` last. */
export const sortOrigin = (codes: readonly string[]): readonly string[] =>
  [...new Set(codes)].sort((a, b) => (a === '0' ? 1 : b === '0' ? -1 : a < b ? -1 : 1))
