/*
A site of the register as MD.01 says it. Coordinates have four decimals, codes are numbers, persons are not named: where the standard
wants a name, the function or the service stands. What the standard requires and nobody wrote down reads `N/A`.
*/
import type { Address, BusinessEntity, Licence, SiteRecord } from '../../modules/sites/contract-register.ts'
import { SCHEMA_VERSION } from './codes.ts'
import type { InspectionReported } from './reported.ts'

const NOT_KNOWN = 'N/A'
const fourDecimals = (degrees: number): number => Number(degrees.toFixed(4)) + 0

export interface Reported {
  readonly inspections: readonly InspectionReported[]
  readonly statuses: readonly { readonly on: string; readonly code: number }[]
}
type Json = { readonly [field: string]: unknown }

export function siteToWire(record: SiteRecord, reported: Reported, statusCode: number): Json {
  const { description, position } = record
  return {
    schemaVersion: SCHEMA_VERSION,
    icglrId: record.icglrId,
    addressCountry: record.country,
    nationalId: record.nationalId,
    name: record.name,
    certificationStatus: statusCode,
    activityStatus: record.activityCode ?? 2,
    mineSiteLocation: present({
      geolocalization: position && { latitude: fourDecimals(position.latitude), longitude: fourDecimals(position.longitude) },
      polygon: description.polygon,
      altitude: description.altitudeMetres,
      nationalCadasterLocalization: description.nationalCadasterLocalization,
      localGeographicDesignation: description.address,
    }),
    mineral: record.hsCodes,
    license: record.licences.map((licence) => licenceToWire(licence, record)),
    owner: record.owner === null ? unknownEntity(record) : entityToWire(record.owner, record),
    operator: record.operators.map((entity) => entityToWire(entity, record)),
    inspection: [...record.inspections.flatMap(ownInspection), ...reported.inspections.map(reportedInspection)],
    statusChange: changesOf(record, reported),
  }
}

const present = (fields: Json): Json =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null))

/** The type alone says everything about a site without a title; a holder stands there when somebody wrote one down. */
const licenceToWire = (licence: Licence, record: SiteRecord): Json =>
  present({
    licenseType: licence.licenceType,
    licenseId: licence.number,
    owner: licence.holder && entityToWire(licence.holder, record),
    appliedDate: licence.appliedOn,
    grantedDate: licence.grantedOn,
    expiringDate: licence.expiresOn,
    licenseStatus: licence.inForce === undefined ? undefined : Number(licence.inForce),
    coveredCommodities: licence.coveredCommodities.length > 0 ? licence.coveredCommodities : record.hsCodes,
  })

function entityToWire(entity: BusinessEntity, record: SiteRecord): Json {
  const { identifier, name, tin, legalAddress, physicalAddress, legalRepresentativeFunction } = entity
  const address = physicalAddress ?? legalAddress ?? addressOf(record)
  return present({
    identifier,
    name,
    tin,
    legalAddress,
    physicalAddress: physicalAddress ?? (legalAddress ? undefined : address),
    contactDetails: {
      legalRepresentative: legalRepresentativeFunction ?? NOT_KNOWN,
      contactPhoneNumber: [NOT_KNOWN],
      contactEmail: NOT_KNOWN,
    },
  })
}
const unknownEntity = (record: SiteRecord): Json =>
  entityToWire({ identifier: NOT_KNOWN, name: NOT_KNOWN, tin: NOT_KNOWN, physicalAddress: addressOf(record) }, record)
const addressOf = (record: SiteRecord): Address => ({
  country: record.country,
  addressLocalityText: record.territoire?.name ?? record.stated.territoire ?? record.province?.name ?? record.stated.province ?? NOT_KNOWN,
})

/** Accepted ones with a result: a form that nobody accepted yet is not an inspection for others. */
const ownInspection = ({ inspection, on, phase, result, purpose, agency }: SiteRecord['inspections'][number]): readonly Json[] =>
  phase !== 'accepted' || result === null
    ? []
    : [
        present({
          inspectionId: inspection,
          inspectionDate: on,
          inspectionResult: result,
          inspectionPurpose: purpose,
          inspectorName: agency ?? NOT_KNOWN,
          inspectorPosition: 'head-of-mission',
          governmentAgency: agency ?? NOT_KNOWN,
        }),
      ]
const reportedInspection = (inspection: InspectionReported): Json => ({ ...inspection, inspectorName: inspection.governmentAgency })

function changesOf(record: SiteRecord, reported: Reported): readonly Json[] {
  const own = record.statusChanges
    .filter((change) => change.internal !== 'NONE')
    .map(({ on, code }) => ({ dateOfChange: on, newStatus: Number(code) }))
  const said = reported.statuses.map(({ on, code }) => ({ dateOfChange: on, newStatus: code }))
  return [...own, ...said].toSorted((one, other) => (one.dateOfChange < other.dateOfChange ? -1 : 1))
}

/** What a reader of linked data needs to know of the fields. */
export const CONTEXT = {
  '@vocab': 'urn:chanzo:icglr-data-sharing:v1:',
  latitude: 'http://www.w3.org/2003/01/geo/wgs84_pos#lat',
  longitude: 'http://www.w3.org/2003/01/geo/wgs84_pos#long',
  name: 'http://schema.org/name',
} as const
export const asLinkedData = (site: Json, address: string): Json => ({ '@id': address, '@type': 'MineSite', ...site })
