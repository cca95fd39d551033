/*
The directory of services and the register of shelters: what a caseworker looks up before a referral. No person stands in it: a point is reached
by the telephone of a function, and where a house lies is no field of anything here; that travels sealed to each of its readers (`PlaceBox`).
*/
import {
  type Id,
  type Infer,
  base64,
  calendarDate,
  count,
  exactly,
  id,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  text,
  whole,
  yesOrNo,
} from '../../kernel/schema.ts'
import { AccountId, OrganisationId } from '../people/contract.ts'
import { PersonalKeyId } from './contract-vault.ts'

export const ServicePointId = id('service-point')
export type ServicePointId = Id<'service-point'>
export const ShelterId = id('shelter')
export type ShelterId = Id<'shelter'>

/** Primero's list (V), then ours (D). */
export const ServiceType = oneOf(
  ...(['safehouse', 'medical', 'psychosocial', 'police', 'legal', 'livelihood', 'child-protection', 'mediation', 'reunification'] as const),
  ...(['education', 'non-food-items', 'water-sanitation', 'registration', 'food', 'other'] as const),
  ...(['interpreter', 'transport', 'documentation', 'consular', 'family-tracing', 'debt-mediation'] as const),
)
export type ServiceType = Infer<typeof ServiceType>
/** The list of the HTCDS 2.0. */
export const Gender = oneOf(
  ...(['Feminine', 'Masculine', 'TransgenderFeminine', 'TransgenderMasculine', 'NonConforming', 'NonSpecifiedUnknown'] as const),
)
export type Gender = Infer<typeof Gender>
/** Who answers, by function: a person's name has no field (D). */
export const ContactRole = oneOf(
  ...(['reception', 'duty-officer', 'social-worker', 'nurse', 'legal-desk', 'child-desk', 'coordinator', 'hotline', 'other'] as const),
)
export type ContactRole = Infer<typeof ContactRole>
export const Cost = oneOf('free', 'partly', 'paid', 'unknown')
export type Cost = Infer<typeof Cost>
export const SafeToRefer = oneOf('yes', 'caution', 'no')
export type SafeToRefer = Infer<typeof SafeToRefer>
/** Why care is needed, or why nobody is sent; coded, because a story told here could lead to somebody (D). */
export const SafetyReason = oneOf(
  ...(['armed-actors-near', 'confidentiality-breached', 'staff-conduct', 'asks-for-payment', 'detains-people'] as const),
  ...(['hands-over-without-consent', 'not-trained', 'tied-to-site', 'service-irregular', 'other'] as const),
)
export type SafetyReason = Infer<typeof SafetyReason>
export const Freshness = oneOf('fresh', 'amber', 'hidden')

const language = text(3).regex(/^[a-z]{2,3}$/, 'not-a-language')
const ageBand = text(20)
/** What anybody on the way to a service may know. */
export const ServicePointFacts = record({
  name: text(160),
  type: ServiceType,
  /** The body, where it receives referrals in Chanzo. */
  organisation: orNull(OrganisationId),
  /** P-code of the territoire. */
  area: text(12),
  contactRole: ContactRole,
  /** Of a function, not of somebody. */
  phone: orNull(text(30).regex(/^\+?[0-9 ().-]{3,29}$/, 'not-a-phone')),
  hours: orNull(text(200)),
  /** Empty: all, as for the two that follow. */
  languages: listOf(language, 30),
  genders: listOf(Gender, 6),
  ageBands: listOf(ageBand, 10),
  cost: Cost,
  isAccessible: yesOrNo(),
  /** How many it can serve at once; `null`: not said. */
  capacity: orNull(count()),
  safeToRefer: SafeToRefer,
  safetyReason: orNull(SafetyReason),
})
export type ServicePointFacts = Infer<typeof ServicePointFacts>

/* ---- what a sender may say of a service point ---- */

export const ListServicePoint = record({ facts: ServicePointFacts, verifiedOn: orNull(calendarDate()) })
export const DescribeServicePoint = record({ facts: ServicePointFacts })
/** One tap: it was asked today and all of it holds. */
export const VerifyServicePoint = record({ freePlaces: maybe(count()) })
export const CloseServicePoint = record({ reason: oneOf('closed-for-good', 'moved', 'double', 'not-safe') })
export type CloseServicePoint = Infer<typeof CloseServicePoint>

/* ---- what a reader gets back ---- */

export const ServicePointLine = record({
  id: ServicePointId,
  facts: ServicePointFacts,
  areaName: text(120),
  freePlaces: orNull(count()),
  verifiedOn: orNull(calendarDate()),
  verifiedBy: orNull(text(160)),
  freshness: Freshness,
  /** Negative once past: then no suggestion names it. */
  hiddenInDays: whole(),
})
export type ServicePointLine = Infer<typeof ServicePointLine>
export const ServicePointDetail = record({
  point: ServicePointLine,
  closed: orNull(record({ on: calendarDate(), reason: CloseServicePoint.shape.reason })),
  listedOn: calendarDate(),
  history: listOf(
    record({ what: oneOf('listed', 'described', 'verified', 'closed', 'place-sealed'), on: calendarDate(), body: text(160) }),
    2_000,
  ),
  /** Whether where it lies was sealed to who asks. */
  hasPlace: yesOrNo(),
  may: record({ keep: yesOrNo() }),
})
export type ServicePointDetail = Infer<typeof ServicePointDetail>
export const DirectoryRules = record({ amberAfterDays: whole(), hiddenAfterDays: whole(), mark: oneOf('V', 'S', 'U', 'D') })
/** What a device that carries the list reads it by. */
export const ruleOf = ({ amberAfterDays, hiddenAfterDays, mark: evidence }: Infer<typeof DirectoryRules>) => ({
  ...{ amberAfterDays, hiddenAfterDays, evidence },
})
const areaBrief = record({ code: text(12), name: text(120) })
export const DirectoryAnswer = record({
  points: listOf(ServicePointLine, 5_000),
  /** The territoires, so that a form can be filled in without another question. */
  areas: listOf(areaBrief, 2_000),
  rules: DirectoryRules,
  may: record({ keep: yesOrNo() }),
})
export type DirectoryAnswer = Infer<typeof DirectoryAnswer>
export const SuggestionLine = record({
  point: ServicePointLine,
  cautions: listOf(oneOf('not-verified-lately', 'caution', 'no-common-language', 'no-place-free', 'another-area'), 5),
})
export type SuggestionLine = Infer<typeof SuggestionLine>

/* ---- a directory out of a spreadsheet ---- */

export const RowProblem = record({ column: orNull(text(80)), code: text(40), value: orNull(text(120)) })
export type RowProblem = Infer<typeof RowProblem>
export const ImportRow = record({
  /** As the spreadsheet counts it. */
  row: whole(),
  name: text(160),
  verdict: oneOf('new', 'double', 'error'),
  problems: listOf(RowProblem, 40),
  /** The row of the file or the point of the directory that is the same. */
  same: orNull(text(200)),
})
export type ImportRow = Infer<typeof ImportRow>
export const ImportAnswer = record({
  wrote: yesOrNo(),
  added: whole(),
  rows: listOf(ImportRow, 2_000),
  unknownColumns: listOf(text(80), 300),
})
export type ImportAnswer = Infer<typeof ImportAnswer>

/* ---- shelters ---- */

export const RoomKind = oneOf('women', 'men', 'girls', 'boys', 'family', 'accessible')
export type RoomKind = Infer<typeof RoomKind>
export const Room = record({ room: text(40), kind: RoomKind, beds: count() })
export type Room = Readonly<Infer<typeof Room>>
/** The six of the toolkit of migrant centres (V). */
export const FacilityType = oneOf(
  'multifunctional',
  'shelter',
  'information-resource',
  'government-run',
  'hotel-private',
  'other-specialised',
)
export type FacilityType = Infer<typeof FacilityType>
/** D. */
export const SecurityLevel = oneOf('open', 'guarded', 'secret')
export type SecurityLevel = Infer<typeof SecurityLevel>
/** Coded (D): a text about a house tells where it stands. */
export const HouseRule = oneOf(
  ...(['visits-agreed', 'no-visits', 'telephones-kept', 'curfew', 'no-alcohol', 'school-for-children', 'mothers-with-children'] as const),
  ...(['men-with-family', 'work-outside-allowed', 'own-key', 'night-guard', 'leaves-when-wished'] as const),
)
export type HouseRule = Infer<typeof HouseRule>
export const ShelterFacts = record({
  /** Says nothing about where. */
  name: text(60),
  /** P-code of the province: nothing smaller is kept in clear. */
  province: text(12),
  facility: FacilityType,
  security: SecurityLevel,
  rules: listOf(HouseRule, 12),
})
export type ShelterFacts = Infer<typeof ShelterFacts>
export const RegisterShelter = record({ facts: ShelterFacts })
export const DescribeShelter = record({ facts: ShelterFacts })
export const ArrangeShelter = record({ from: calendarDate(), rooms: listOf(Room, 200) })
export const CloseShelter = record({ reason: oneOf('closed-for-good', 'moved', 'unsafe', 'double') })
export type CloseShelter = Infer<typeof CloseShelter>

/** `occupied: null`: nobody counts yet. */
export const RoomLine = record({ ...Room.shape, occupied: orNull(count()) })
export const ShelterLine = record({
  id: ShelterId,
  facts: ShelterFacts,
  provinceName: text(120),
  body: text(160),
  /** Of one's own body; of another, rooms and rules are not told. */
  isOwn: yesOrNo(),
  rooms: listOf(RoomLine, 200),
  beds: count(),
  occupied: orNull(count()),
  alert: orNull(oneOf('full', 'nearly-full')),
  closedOn: orNull(calendarDate()),
})
export type ShelterLine = Infer<typeof ShelterLine>
export const ShelterDetail = record({
  shelter: ShelterLine,
  arrangements: listOf(record({ from: calendarDate(), rooms: listOf(Room, 200) }), 500),
  hasPlace: yesOrNo(),
  /** How many persons can open where it lies. */
  placeReaders: count(),
  may: record({ keep: yesOrNo() }),
})
export type ShelterDetail = Infer<typeof ShelterDetail>
export const SheltersAnswer = record({
  shelters: listOf(ShelterLine, 2_000),
  areas: listOf(areaBrief, 200),
  may: record({ keep: yesOrNo() }),
})
export type SheltersAnswer = Infer<typeof SheltersAnswer>

/** What leaves toward committees and the public: one line for a province, never a house. */
export const ProvinceCapacity = record({
  province: text(12),
  name: text(120),
  /** Rounded down; `null`: below the least cell, or told by its neighbours. */
  beds: orNull(count()),
})
export type ProvinceCapacity = Infer<typeof ProvinceCapacity>
export const CapacityAnswer = record({ on: calendarDate(), provinces: listOf(ProvinceCapacity, 200), least: whole(), mark: exactly('D') })
export type CapacityAnswer = Infer<typeof CapacityAnswer>

/* ---- where it lies ---- */

/** Where a point or a house lies, sealed on a device to the personal key of one reader. */
export const PlaceBox = record({ reader: AccountId, key: PersonalKeyId, box: base64().max(12_000, 'too-long') })
export type PlaceBox = Readonly<Infer<typeof PlaceBox>>
/** All readers anew: who is not named any more can open nothing that was sealed since. */
export const SealPlace = record({ boxes: listOf(PlaceBox, 60) })
export const OpenedPlace = record({ key: PersonalKeyId, box: base64() })
export type OpenedPlace = Infer<typeof OpenedPlace>

export interface DirectoryDoor<Tx> {
  /** For committees, reports and the public. */
  readonly capacityByProvince: (tx: Tx, tenant: string, on: string) => Promise<readonly ProvinceCapacity[]>
  /** A point that may still be referred to: neither closed nor unsafe. */
  readonly openPoint: (tx: Tx, tenant: string, point: ServicePointId) => Promise<ServicePointFacts | null>
  /** Rooms of a house that is open, as they stand on a day. */
  readonly roomsOf: (
    tx: Tx,
    tenant: string,
    asked: { readonly shelter: ShelterId; readonly on: string },
  ) => Promise<{ readonly organisation: OrganisationId; readonly rooms: readonly Room[] } | null>
  /** Houses of one body and how many bed-nights they could give, from a day to the day before another. */
  readonly bedNightsOf: (
    tx: Tx,
    tenant: string,
    asked: { readonly organisation: string; readonly from: string; readonly until: string },
  ) => Promise<{ readonly shelters: readonly string[]; readonly available: number }>
}
/** How many sleep in each room of these houses on the night of a day; a house that is missing is not counted yet. */
export type OccupiedBeds<Tx> = (
  tx: Tx,
  tenant: string,
  asked: { readonly shelters: readonly ShelterId[]; readonly on: string },
) => Promise<ReadonlyMap<string, ReadonlyMap<string, number>>>
