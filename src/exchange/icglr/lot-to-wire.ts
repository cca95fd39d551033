/*
A lot of custody as MD.12 says it. Role and operation follow from what happened to the lot; a concentration is the last assay in percent, and without one
the usual value is not invented: it reads 0. The creator is the organisation that has the goods; no person is named.
*/
import type { WireLotFacts } from '../../modules/custody/contract-wire-lots.ts'
import { hsCodeOfMineral } from '../../modules/sites/contract-register.ts'
import { SCHEMA_VERSION } from './codes.ts'

type Json = { readonly [field: string]: unknown }
export interface LotAround {
  readonly country: string
  readonly organisations: ReadonlyMap<string, { readonly name: string; readonly kind: string }>
  /** ICGLR identifiers of sites. */
  readonly siteIds: ReadonlyMap<string, string>
  /** What a partner wrote about this lot, where one did. */
  readonly reported: Json | null
  readonly mineralCodes: typeof hsCodeOfMineral
}

const ROLES: { readonly [kind: string]: number } = {
  cooperative: 1,
  trader: 2,
  processor: 4,
  exporter: 7,
  importer: 6,
  'concession-holder': 1,
}

/** MDC.06: 1 production, 2 purchase, 3 combination, 4 processing, 5 transportation, 6 storage, 8 export. */
export function operationsOf(lot: WireLotFacts): readonly number[] {
  const made = lot.processed ? 4 : lot.inputs.length > 0 ? 3 : 1
  const also = [lot.bought ? 2 : 0, lot.sentOn === null ? 0 : 5, lot.stored ? 6 : 0, lot.certificate === null ? 0 : 8].filter(
    (code) => code > 0,
  )
  return [made, ...also].toSorted((one, other) => one - other)
}

const percentOf = ({ assay }: WireLotFacts): number => (assay === null ? 0 : assay.unit === 'per-mille' ? assay.value / 10 : assay.value)
const kilograms = (lot: WireLotFacts): number => (lot.massMilligrams === null ? lot.massGrams / 1_000 : lot.massMilligrams / 1_000_000)

export function lotToWire(lot: WireLotFacts, around: LotAround): Json {
  const { reported } = around
  const holder = around.organisations.get(lot.holder)
  const operations = operationsOf(lot)
  const site = lot.site === null ? undefined : around.siteIds.get(lot.site)
  const recipient = lot.recipient === null || lot.recipient === lot.holder ? null : lot.recipient
  const own = {
    lotNumber: lot.number,
    dateRegistration: lot.formedOn,
    timeRegistration: lot.learnedAt.slice(11, 19).replaceAll(':', ''),
    creator: entityOf(lot.holder, around),
    mineral: codeOf(lot.mineral, around),
    concentration: percentOf(lot),
    mass: kilograms(lot),
    unitOfMeasurement: 'KGM',
    creatorRole: [ROLES[holder?.kind ?? ''] ?? 8],
    originatingOperation: operations,
    mineSiteId: operations.includes(1) ? site : undefined,
    tag: lot.tag ?? undefined,
    recipient: recipient === null ? undefined : entityOf(recipient, around),
    dateShipped: recipient === null ? undefined : (lot.sentOn ?? undefined),
    inputLot: lot.inputs.length === 0 ? undefined : lot.inputs.map(({ number }) => ({ lotNumber: number })),
    taxPaid: lot.taxes.length === 0 ? undefined : lot.taxes.map(taxOf),
    exportCertificateId: lot.certificate ?? undefined,
  }
  // Custody speaks first; what a partner wrote and custody has no word for stands beside it, under the partner's number and date.
  const said =
    reported === null
      ? {}
      : Object.fromEntries(Object.entries(reported).filter(([field]) => ASTHEY.includes(field) || Reflect.get(own, field) === undefined))
  return { schemaVersion: SCHEMA_VERSION, ...present(own), ...said }
}
/** What stays as the partner wrote it. */
const ASTHEY: readonly string[] = [
  'lotNumber',
  'dateRegistration',
  'timeRegistration',
  'concentration',
  'creatorRole',
  'originatingOperation',
  'mineSiteId',
  'inputLot',
  'tag',
]

const codeOf = (mineral: string, { mineralCodes }: LotAround): string => {
  const codes: { readonly [mineral: string]: string | null } = mineralCodes
  return codes[mineral] ?? '2617.90.00'
}
const entityOf = (organisation: string, { organisations, country }: LotAround): Json => ({
  identifier: organisation,
  name: organisations.get(organisation)?.name ?? 'N/A',
  tin: 'N/A',
  physicalAddress: { country, addressLocalityText: 'N/A' },
  contactDetails: { legalRepresentative: 'N/A', contactPhoneNumber: ['N/A'], contactEmail: 'N/A' },
})
const taxOf = ({ taxType, amountHundredths, currency, authority, paidOn, receipt }: WireLotFacts['taxes'][number]): Json =>
  present({ taxType, taxAmount: amountHundredths / 100, currency, taxAuthority: authority, taxPaidDate: paidOn, receiptReference: receipt })
const present = (fields: Json): Json =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null))
export const lotAsLinkedData = (lot: Json, address: string): Json => ({ '@id': address, '@type': 'Lot', ...lot })
