/* What the credentials of UNTP 0.6.0 share: the frame, parties, schemes, the standard they speak of. */
import type { BodyRecord, Credential, Issuing, SiteRecordOf } from '../records.ts'

export const UNTP_VERSION = '0.6.0'
const TYPES = {
  dpp: 'DigitalProductPassport',
  dcc: 'DigitalConformityCredential',
  dfr: 'DigitalFacilityRecord',
  dte: 'DigitalTraceabilityEvent',
  dia: 'DigitalIdentityAnchor',
} as const

/** `path` is the address of the credential, `page` of the page for people. */
export const framed = (
  issuing: Issuing,
  {
    kind,
    path,
    page,
    subject,
  }: { readonly kind: keyof typeof TYPES; readonly path: string; readonly page: string; readonly subject: unknown },
): Credential => ({
  type: [TYPES[kind], 'VerifiableCredential'],
  '@context': ['https://www.w3.org/ns/credentials/v2', `https://test.uncefact.org/vocabulary/untp/${kind}/${UNTP_VERSION}/`],
  id: `${issuing.base}${path}`,
  issuer: { type: ['CredentialIssuer'], id: issuing.did, name: issuing.authority },
  validFrom: issuing.from,
  validUntil: issuing.until,
  ...(issuing.status.length === 0 ? {} : { credentialStatus: issuing.status }),
  // A type by its whole address: no context of UNTP has a word for a page that people read.
  renderMethod: [{ id: `${issuing.base}${page}`, type: `${issuing.base}/credentials/context/v1#CertificatePage` }],
  credentialSubject: subject,
})

export const scheme = (id: string, name: string): object => ({ type: ['IdentifierScheme'], id, name })
export const partyOf = ({ base }: Issuing, { id, name, kind }: BodyRecord): object => ({
  id: `${base}/id/party/${id}`,
  name: name ?? kind,
  registeredId: id,
  idScheme: scheme(`${base}/id/party`, 'Organisations of this register'),
})
export const facilityOf = ({ base }: Issuing, site: Pick<SiteRecordOf, 'id' | 'name' | 'nationalId'>): object => ({
  id: `${base}/id/loc/${site.id}`,
  name: site.name,
  registeredId: site.nationalId,
  idScheme: scheme(`${base}/register`, 'National register of mine sites'),
})

const ICGLR = { id: 'https://icglr.org', name: 'International Conference on the Great Lakes Region', registeredId: 'ICGLR' }
export const mechanism = (kind: readonly string[]): object => ({
  type: kind,
  id: 'https://icglr.org/rcm',
  name: 'ICGLR Regional Certification Mechanism',
  issuingParty: ICGLR,
})
export const regulation = (issuing: Issuing, { number, signedOn }: { readonly number: string; readonly signedOn: string }): object => ({
  type: ['Regulation'],
  id: `${issuing.base}/register/orders#${encodeURIComponent(number)}`,
  name: number,
  jurisdictionCountry: issuing.country,
  administeredBy: { id: issuing.base, name: issuing.authority },
  effectiveDate: signedOn,
})
export const kilograms = (grams: number): object => ({ type: ['Measure'], value: grams / 1000, unit: 'KGM' })
export const lotUri = ({ base }: Issuing, { mineral, number }: { readonly mineral: string; readonly number: string }): string =>
  `${base}/id/class/${encodeURIComponent(mineral)}/${encodeURIComponent(number)}`
/** ISIC 0729: other non-ferrous metal ores, gold, tin, tantalum and tungsten among them. */
export const mining = {
  type: ['Classification'],
  id: 'https://unstats.un.org/unsd/classifications/Econ/isic/0729',
  code: '0729',
  name: 'Mining of other non-ferrous metal ores',
  schemeID: 'https://unstats.un.org/unsd/classifications/Econ/isic',
  schemeName: 'ISIC',
}
