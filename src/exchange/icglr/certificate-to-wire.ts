/*
Our certificates as MD.03 says them, and those of others as they were received. Persons are not named: where the standard wants a name it reads `N/A`, and the
function stands beside it.
*/
import type { CertifiedFacts } from '../../modules/certificates/contract-credentials.ts'
import { SCHEMA_VERSION } from './codes.ts'

type Json = { readonly [field: string]: unknown }
const NOT_KNOWN = 'N/A'
const NO_CONTACT = { legalRepresentative: NOT_KNOWN, contactPhoneNumber: NOT_KNOWN, contactEmail: NOT_KNOWN }

const entity = (identifier: string, name: string, country: string): Json => ({
  ...{ identifier, name, tin: NOT_KNOWN, contactDetails: NO_CONTACT },
  physicalAddress: { country, addressLocalityText: NOT_KNOWN },
})

export function certificateToWire(facts: CertifiedFacts, file: { readonly url: string; readonly sha256: string | null }): Json {
  const { terms, country } = facts
  const { importer, route, transport, mineralDescription } = terms
  return {
    schemaVersion: SCHEMA_VERSION,
    issuingCountry: country,
    identifier: facts.number,
    exporter: entity(facts.exporter, facts.exporterName, country),
    importer: entity(NOT_KNOWN, importer.name, importer.country),
    lotNumber: facts.lotNumber,
    ...(mineralDescription === undefined ? {} : { designatedMineralDescription: mineralDescription }),
    typeOfOre: facts.hsCode,
    lotWeight: facts.massGrams / 1000,
    lotWeightUOM: 'KGM',
    lotGrade: facts.grade,
    mineralOrigin: facts.origin.join(';'),
    customsValue: `USD ${(terms.customsValueUsdCents / 100).toFixed(2)}`,
    dateOfShipment: terms.plannedShipmentOn,
    ...(route === undefined || route.length === 0 ? {} : { shipmentRoute: route.join(';') }),
    ...(transport?.company === undefined ? {} : { transportCompany: transport.company }),
    memberStateIssuingAuthority: facts.authority,
    nameOfVerifier: NOT_KNOWN,
    positionOfVerifier: `Verifier, ${facts.authority}`,
    dateOfVerification: facts.verifiedOn,
    nameOfValidator: NOT_KNOWN,
    dateOfIssuance: facts.issuedOn,
    dateOfExpiration: facts.expiresOn,
    certificateFile: file.url,
    ...(file.sha256 === null ? {} : { certificateFileHash: `sha-256=${file.sha256}` }),
  }
}

/** Beyond the standard, and only for who asks: what the certificate is worth today. */
export const statusToWire = (
  { revokedOn, replacedBy, expiresOn }: Pick<CertifiedFacts, 'revokedOn' | 'replacedBy' | 'expiresOn'>,
  { today, page }: { readonly today: string; readonly page: string },
): Json => {
  const lapsed = today > expiresOn ? 'expired' : 'valid'
  const status = replacedBy !== null ? 'replaced' : revokedOn !== null ? 'revoked' : lapsed
  return { status, asOf: today, ...(revokedOn === null ? {} : { since: revokedOn }), ...(replacedBy === null ? {} : { replacedBy }), page }
}

/** What was kept of a document, with `N/A` where a name stood. */
export function receivedToWire(content: Json): Json {
  const withContact = (value: unknown): unknown =>
    typeof value === 'object' && value !== null ? { ...value, contactDetails: NO_CONTACT } : value
  return {
    schemaVersion: SCHEMA_VERSION,
    ...content,
    exporter: withContact(content['exporter']),
    importer: withContact(content['importer']),
    nameOfVerifier: NOT_KNOWN,
    nameOfValidator: NOT_KNOWN,
  }
}

export const certificateAsLinkedData = (wire: Json, address: string): Json => ({ '@type': 'ExportCertificate', '@id': address, ...wire })
