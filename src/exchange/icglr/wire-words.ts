/*
The documents of the data-sharing protocol as they come in: MD.01 mine site, MD.02 licence, MD.04 business entity, MD.05 address, MD.07
inspection, MD.08 location, MD.09 contact, MD.10 change of status. Written from the field list of the standard; what cannot be read is
refused with its field. Codes of words are taken in any case; numbers are numbers.

Two departures, both so that the log, which is for ever, holds no name of a person: `contactDetails` and `inspectorName` are read,
checked and not kept.
*/
import { type Infer, anything, calendarDate, decimal, eitherOf, listOf, maybe, record, text, whole } from '../../kernel/schema.ts'
import { SitePolygon } from '../../modules/sites/contract-register.ts'
import { MEMBER_STATES } from '../../modules/sites/contract-icglr-id.ts'
import { ACTIVITY_CODES, STATUS_CODES, hsCodeFrom } from './codes.ts'

const upper = (most: number) => text(most).transform((value) => value.toUpperCase())
export const MemberState = upper(2).refine((value) => MEMBER_STATES.includes(value), 'not-a-member-state')
const Country = upper(2).refine((value) => /^[A-Z]{2}$/.test(value), 'not-a-country-code')
export const StatusNumber = whole().refine((value) => STATUS_CODES.some((code) => code === value), 'not-in-the-list')
export const ActivityNumber = whole().refine((value) => ACTIVITY_CODES.some((code) => code === value), 'not-in-the-list')
/** HS or IMA in any writing becomes HS with its points. */
export const MineralCode = text(20)
  .refine((value) => hsCodeFrom(value) !== null, 'not-a-mineral-code')
  .transform((value) => hsCodeFrom(value) ?? value)

export const WireAddress = record({
  country: Country,
  subnationalDivisionL1: maybe(text(8)),
  subnationalDivisionL1Text: maybe(text(120)),
  subnationalDivisionL2Text: maybe(text(120)),
  subnationalDivisionL3Text: maybe(text(120)),
  subnationalDivisionL4Text: maybe(text(120)),
  addressLocalityText: text(200),
  addressLocalityCode: maybe(text(40)),
})
const Phone = text(40).regex(/^\+?[0-9 ()./-]{5,}$|^N\/A$/i, 'not-a-telephone-number')
const WireContact = record({
  legalRepresentative: text(200),
  contactPhoneNumber: eitherOf(Phone, listOf(Phone, 10)),
  contactEmail: text(254).regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$|^N\/A$/i, 'not-an-email-address'),
})
export const WireEntity = record({
  identifier: text(80),
  name: text(200),
  legalAddress: maybe(WireAddress),
  physicalAddress: maybe(WireAddress),
  tin: text(40),
  contactDetails: WireContact,
}).refine((entity) => entity.legalAddress !== undefined || entity.physicalAddress !== undefined, {
  path: ['physicalAddress'],
  message: 'one-address-needed',
})
export type WireEntity = Infer<typeof WireEntity>

const types = ['claim', 'exploration_permit', 'mining_license', 'artisanal_permit', 'unlicensed', 'other']
const named = ['claim', 'exploration_permit', 'mining_license']
const isType = (value: string): boolean => types.includes(value.toLowerCase())
export const WireLicence = record({
  licenseType: text(40)
    .refine(isType, 'not-in-the-list')
    .transform((value) => value.toLowerCase()),
  licenseId: maybe(text(80)),
  owner: maybe(WireEntity),
  appliedDate: maybe(calendarDate()),
  grantedDate: maybe(calendarDate()),
  expiringDate: maybe(calendarDate()),
  licenseStatus: maybe(whole().refine((value) => value === 0 || value === 1, 'not-in-the-list')),
  coveredCommodities: listOf(MineralCode, 20).min(1, 'empty'),
})
  .refine((licence) => licence.licenseId !== undefined || !named.includes(licence.licenseType), {
    path: ['licenseId'],
    message: 'needed-for-this-type',
  })
  .refine((licence) => licence.owner !== undefined || !named.includes(licence.licenseType), {
    path: ['owner'],
    message: 'needed-for-this-type',
  })
export type WireLicence = Infer<typeof WireLicence>

export const WireInspection = record({
  inspectionId: text(120),
  inspectionDate: calendarDate(),
  inspectionResult: StatusNumber,
  inspectionReport: maybe(text(400)),
  inspectionPurpose: maybe(text(400)),
  inspectionResults: maybe(text(2000)),
  inspectorName: text(200),
  inspectorPosition: text(200),
  governmentAgency: text(200),
  governmentId: maybe(text(80)),
})
export type WireInspection = Infer<typeof WireInspection>
export const WireStatusChange = record({ dateOfChange: calendarDate(), newStatus: StatusNumber })

const Location = record({
  geolocalization: record({
    latitude: decimal().min(-90, 'out-of-range').max(90, 'out-of-range'),
    longitude: decimal().min(-180, 'out-of-range').max(180, 'out-of-range'),
  }),
  polygon: maybe(SitePolygon),
  altitude: maybe(decimal()),
  nationalCadasterLocalization: maybe(text(200)),
  localGeographicDesignation: maybe(WireAddress),
})

export const WireSite = record({
  icglrId: text(60),
  addressCountry: MemberState,
  nationalId: text(60),
  /** Not in the standard: the name that people use. Without it the national identifier stands in its place. */
  name: maybe(text(160)),
  certificationStatus: StatusNumber,
  activityStatus: ActivityNumber,
  mineSiteLocation: Location,
  mineral: listOf(MineralCode, 20).min(1, 'empty'),
  license: listOf(WireLicence, 40).min(1, 'empty'),
  owner: WireEntity,
  operator: maybe(listOf(WireEntity, 40)),
  inspection: maybe(listOf(WireInspection, 400)),
  statusChange: maybe(listOf(WireStatusChange, 400)),
  /** Whoever sends back what was read here sends these along. */
  schemaVersion: maybe(text(20)),
  '@context': maybe(anything()),
  '@type': maybe(text(40)),
  '@id': maybe(text(400)),
})
export type WireSite = Infer<typeof WireSite>
