/* Conformity credentials (DCC) of UNTP 0.6.0: the status of a site under an order, and an export certificate. */
import type { CertifiedFacts } from '../../../modules/certificates/contract-credentials.ts'
import type { Credential, Issuing, SiteRecordOf } from '../records.ts'
import { UNTP_VERSION, facilityOf, framed, kilograms, lotUri, mechanism, regulation } from './parts.ts'

const attested = {
  type: ['ConformityAttestation', 'Attestation'],
  assessorLevel: '3rdParty',
  assessmentLevel: 'GovtApproval',
  attestationType: 'certification',
}
const TOPIC = 'social.rights'

/** Conforming means: goods from here may be certified today. The colour stands beside it in words. */
export function siteConformity(issuing: Issuing, site: SiteRecordOf): Credential {
  const path = `/untp/${UNTP_VERSION}/sites/${site.id}`
  const until = site.validUntil === null ? '' : `, until ${site.validUntil}`
  const assessment = {
    type: ['ConformityAssessment', 'Declaration'],
    id: `${issuing.base}${path}#assessment`,
    description: `Status of the mine site: ${site.colour}${site.held ? ', held' : ''}${until}`,
    ...(site.order === null ? {} : { assessmentDate: site.order.signedOn, referenceRegulation: regulation(issuing, site.order) }),
    referenceStandard: mechanism(['Standard']),
    conformance: site.mayCertify && !site.held,
    conformityTopic: TOPIC,
    assessedFacility: [{ type: ['FacilityVerification'], facility: facilityOf(issuing, site), IDverifiedByCAB: true }],
  }
  const subject = {
    ...attested,
    id: `${issuing.base}${path}#attestation`,
    name: `Status of ${site.name}`,
    issuedToParty: facilityOf(issuing, site),
    scope: mechanism(['ConformityAssessmentScheme', 'Standard']),
    assessment: [assessment],
  }
  return framed(issuing, { kind: 'dcc', path, page: `/site/${encodeURIComponent(site.nationalId)}`, subject })
}

const inWords = {
  ...{ passed: 'passed', failed: 'failed', review: 'judged, with a written reason' },
  ...{ 'not-yet-checked': 'not checked, acknowledged', 'not-applicable': 'does not apply' },
} as const
/** All of them by name: a number beside a count is read as a count. */
const checksInWords = ({ checks }: Pick<CertifiedFacts, 'checks'>): string =>
  `${checks.length} checks. ${checks.map(({ number, id, result }) => `${number} ${id}: ${inWords[result]}`).join('; ')}`

/** Without the buyer, the value and the ICGLR identifiers, as the public page. */
export function certificateConformity(issuing: Issuing, facts: CertifiedFacts): Credential {
  const path = `/untp/${UNTP_VERSION}/certificates/${facts.number}`
  const page = `/certificate/${facts.number}`
  const lot = {
    id: lotUri(issuing, { mineral: facts.mineral, number: facts.lotNumber }),
    name: `Lot ${facts.lotNumber}`,
    registeredId: facts.lotNumber,
  }
  const assessment = {
    type: ['ConformityAssessment', 'Declaration'],
    id: `${issuing.base}${path}#assessment`,
    description: checksInWords(facts),
    assessmentDate: facts.verifiedOn,
    referenceStandard: mechanism(['Standard']),
    declaredValue: [{ type: ['Metric'], metricName: 'net weight', metricValue: kilograms(facts.massGrams), score: facts.grade }],
    conformance: facts.revokedOn === null && facts.replacedBy === null,
    conformityTopic: 'governance.transparency',
    assessedProduct: [{ type: ['ProductVerification'], product: lot, IDverifiedByCAB: true }],
    assessedFacility: facts.sites.map((site) => ({
      type: ['FacilityVerification'],
      facility: facilityOf(issuing, { id: site.site, name: site.name, nationalId: site.nationalId }),
      IDverifiedByCAB: true,
    })),
  }
  const subject = {
    ...attested,
    id: `${issuing.base}${page}`,
    name: `Export certificate ${facts.number}`,
    description: `Lot ${facts.lotNumber}: ${facts.massGrams / 1000} kg, ${facts.hsCode ?? facts.mineral}, ${facts.grade}, origin ${facts.origin.join(';')}`,
    issuedToParty: { id: `${issuing.base}/id/party/${facts.exporter}`, name: facts.exporterName, registeredId: facts.exporter },
    scope: mechanism(['ConformityAssessmentScheme', 'Standard']),
    assessment: [assessment],
  }
  return framed(issuing, { kind: 'dcc', path, page, subject })
}
