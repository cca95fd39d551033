/*
Operators: cooperatives, traders, carriers, processors and exporters as the mineral side knows them, artisans without their names, cards
and approvals with their clocks, the register of a trader and its monthly report. Here stand the words that others may use and the
door. The name of a person is in none of these shapes but one: `ArtisanPerson`, the answer of one route to who may see it.
*/
import {
  type Id,
  type Infer,
  calendarDate,
  count,
  decimal,
  email,
  exactly,
  grams,
  id,
  instant,
  listOf,
  maybe,
  milligrams,
  oneOf,
  orNull,
  record,
  taggedBy,
  text,
  whole,
  yesOrNo,
} from '../../kernel/schema.ts'
import { Attachment } from '../documents/contract.ts'
import { OrganisationId, OrganisationKind } from '../people/contract.ts'
import { Mineral } from '../sites/contract.ts'

export const ArtisanId = id('artisan')
export type ArtisanId = Id<'artisan'>
export const CardId = id('card')
export type CardId = Id<'card'>

export const EntityType = oneOf(
  'cooperative',
  'trader',
  'comptoir',
  'processing_entity',
  'refinery',
  'transporter',
  'concession_holder',
  'importer',
  'smelter',
)
export type EntityType = Infer<typeof EntityType>

export const CardKind = oneOf('miner-card', 'trader-card', 'cooperative-approval', 'comptoir-approval', 'processing-approval')
export type CardKind = Infer<typeof CardKind>
/** `refused` is ours: an application that was turned down is no longer waiting. */
export const CardState = oneOf('applied', 'refused', 'issued', 'valid', 'expiring', 'expired', 'withdrawn', 'reported-lost')
export type CardState = Infer<typeof CardState>
/** Why a party may not act on a day in a zone. */
export const PartyFault = oneOf('no-card', 'not-yet-valid', 'expired', 'withdrawn', 'reported-lost', 'other-zone')
export type PartyFault = Infer<typeof PartyFault>

export const Month = text(7).regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'not-a-month')
/** Code of an artisanal zone as on the card: `ZEA-12`. */
export const Zone = text(40)
const reason = text(400)

/* ---- what a sender may say ---- */

export const OperatorAddress = record({
  country: text(2),
  province: maybe(text(120)),
  territoire: maybe(text(120)),
  locality: text(160),
  street: maybe(text(160)),
})
/** At least one address; the other is taken to be the same. Numbers: `N/A` is an answer, absent is not asked. */
export const DescribeOperator = record({
  entityType: EntityType,
  legalForm: maybe(text(60)),
  rccm: maybe(text(40)),
  nationalId: maybe(text(40)),
  taxNumber: maybe(text(40)),
  legalAddress: maybe(OperatorAddress),
  physicalAddress: maybe(OperatorAddress),
  ownership: maybe(oneOf('congolese', 'foreign', 'cooperative')),
  shareCapital: maybe(record({ currency: text(3), amountCents: count() })),
})
/** Not kept in the log. */
export const OperatorContact = record({
  phone: maybe(text(20).regex(/^\+[1-9]\d{6,14}$/, 'not-a-phone-number')),
  email: maybe(email()),
})
export const DescribeOperatorBody = record({ ...DescribeOperator.shape, contact: maybe(OperatorContact) })

/** Kept apart from the log and shown on one page. */
export const ArtisanPersonGiven = record({
  name: text(120),
  phone: maybe(text(20).regex(/^\+[1-9]\d{6,14}$/, 'not-a-phone-number')),
  photo: maybe(Attachment),
})
export const RegisterArtisan = record({
  cooperative: OrganisationId,
  sex: oneOf('female', 'male'),
  birthDate: calendarDate(),
  /** ISO 3166-1 alpha-2. */
  nationality: text(2),
  memberSince: maybe(calendarDate()),
  registeredOn: maybe(calendarDate()),
  /** Number of the identity paper; only a keyed hash of it is kept. */
  identityNumber: maybe(text(60)),
  person: ArtisanPersonGiven,
})
export const MoveArtisan = record({ cooperative: orNull(OrganisationId), on: maybe(calendarDate()), reason })
export const ErasePerson = record({ reason })

export const CardHolder = taggedBy('kind', [
  record({ kind: exactly('organisation'), organisation: OrganisationId }),
  record({ kind: exactly('artisan'), artisan: ArtisanId }),
])
export type CardHolder = Infer<typeof CardHolder>
export const ApplyForCard = record({
  kind: CardKind,
  holder: CardHolder,
  class: maybe(oneOf('A', 'B')),
  zone: maybe(Zone),
  /** The year that an approval is asked for; its file is due before that year begins. */
  forYear: maybe(whole()),
  appliedOn: maybe(calendarDate()),
})
const Issue = { number: text(40), issuedOn: maybe(calendarDate()), validFrom: maybe(calendarDate()), validUntil: maybe(calendarDate()) }
/** On an application, or as a renewal of a card that was issued; class and zone only where they change. */
export const IssueCard = record({ ...Issue, class: maybe(oneOf('A', 'B')), zone: maybe(Zone) })
/** A card that is in people's hands already, without an application in this register. */
export const EnterCard = record({ ...Issue, kind: CardKind, holder: CardHolder, class: maybe(oneOf('A', 'B')), zone: maybe(Zone) })
export const EndCard = record({ on: maybe(calendarDate()), reason })

export const FileReport = record({ correctionReason: maybe(reason) })

/* ---- what a reader gets back ---- */

export const CardSummary = record({
  id: CardId,
  kind: CardKind,
  state: CardState,
  number: orNull(text()),
  holder: CardHolder,
  /** Of an organisation; an artisan's card says the cooperative. */
  holderName: orNull(text()),
  class: orNull(oneOf('A', 'B')),
  zone: orNull(Zone),
  issuedBy: orNull(text()),
  issuedOn: orNull(calendarDate()),
  validFrom: orNull(calendarDate()),
  validUntil: orNull(calendarDate()),
  /** To the last valid day; negative once it is past. */
  daysLeft: orNull(whole()),
  appliedOn: orNull(calendarDate()),
  examinationDueOn: orNull(calendarDate()),
  /** Days by which the file of an approval came too late; 0 in time. */
  fileLateDays: orNull(count()),
})
export type CardSummary = Infer<typeof CardSummary>
export const CardAct = record({
  what: oneOf('applied', 'refused', 'issued', 'withdrawn', 'reported-lost'),
  on: calendarDate(),
  number: orNull(text()),
  until: orNull(calendarDate()),
  reason: orNull(text()),
})
export const CardDetail = record({ card: CardSummary, acts: listOf(CardAct, 200) })
export type CardDetail = Infer<typeof CardDetail>

export const OperatorSummary = record({
  organisation: OrganisationId,
  name: text(),
  kind: OrganisationKind,
  area: orNull(text()),
  entityType: orNull(EntityType),
  /** The card or approval that it needs, the best one on the day; `null` when it has none. */
  card: orNull(CardSummary),
  /** What it needs by its kind; `null`: nothing that this register keeps. */
  needs: orNull(CardKind),
  artisans: count(),
})
export type OperatorSummary = Infer<typeof OperatorSummary>
export const OperatorDetail = record({
  operator: OperatorSummary,
  described: orNull(DescribeOperator),
  describedAt: orNull(instant()),
  /** Only for who registers operators, and for the operator itself. */
  contact: orNull(OperatorContact),
  cards: listOf(CardSummary, 500),
})
export type OperatorDetail = Infer<typeof OperatorDetail>

/** No name and no day of birth: a card number, a cooperative, an age class. */
export const ArtisanSummary = record({
  id: ArtisanId,
  cooperative: orNull(OrganisationId),
  cooperativeName: orNull(text()),
  sex: oneOf('female', 'male'),
  ageClass: oneOf('under-18', '18-24', '25-34', '35-49', '50-and-over'),
  card: orNull(CardSummary),
  sameAs: listOf(ArtisanId, 50),
})
export type ArtisanSummary = Infer<typeof ArtisanSummary>
export const ArtisanDetail = record({
  artisan: ArtisanSummary,
  nationality: text(2),
  memberSince: orNull(calendarDate()),
  registeredOn: calendarDate(),
  erased: yesOrNo(),
  cards: listOf(CardSummary, 200),
})
export type ArtisanDetail = Infer<typeof ArtisanDetail>
export const ArtisanPerson = record({
  name: orNull(text()),
  phone: orNull(text()),
  photo: orNull(text(64)),
  birthDate: calendarDate(),
})
export type ArtisanPerson = Infer<typeof ArtisanPerson>

/** A transaction as custody knows it: what came to or left this operator. */
export const RegisterEntry = record({
  direction: oneOf('in', 'out'),
  on: calendarDate(),
  place: orNull(text()),
  /** The other side; `null` for a bag that came straight from its site. */
  other: orNull(OrganisationId),
  otherName: orNull(text()),
  lot: text(),
  lotNumber: text(),
  mineral: Mineral,
  massGrams: grams(),
  massMilligrams: orNull(milligrams()),
  /** `66.4 % Sn`: the newest assay known; `null` where there is none. */
  quality: orNull(text()),
  price: orNull(record({ currency: text(3), amountCents: count() })),
  /** What kind of record it comes from. */
  from: oneOf('site', 'purchase', 'transfer'),
})
export type RegisterEntry = Infer<typeof RegisterEntry>

const Money = record({ currency: text(3), amountCents: count() })
/** From opening to closing stock beside what was bought and sold; `difference` may be below zero. Reports filed before it was made have none. */
export const MonthMovement = record({
  openingGrams: whole(),
  openingMilligrams: orNull(whole()),
  otherInGrams: grams(),
  otherInMilligrams: orNull(milligrams()),
  otherOutGrams: grams(),
  otherOutMilligrams: orNull(milligrams()),
  differenceGrams: whole(),
  differenceMilligrams: orNull(whole()),
})
export type MonthMovement = Infer<typeof MonthMovement>
export const MineralMonth = record({
  mineral: Mineral,
  boughtGrams: grams(),
  boughtMilligrams: orNull(milligrams()),
  /** Weighted by mass over the purchases whose quality is known; `null` when none is. */
  boughtQuality: orNull(record({ element: text(8), value: decimal(), unit: oneOf('percent', 'per-mille'), ofGrams: grams() })),
  paid: listOf(Money, 10),
  soldGrams: grams(),
  soldMilligrams: orNull(milligrams()),
  received: listOf(Money, 10),
  closingStockGrams: grams(),
  closingStockMilligrams: orNull(milligrams()),
  /** Transactions of this mineral that carry no price. */
  withoutPrice: count(),
  movement: maybe(MonthMovement),
})
export type MineralMonth = Infer<typeof MineralMonth>
export const MonthFigures = record({
  organisation: OrganisationId,
  organisationName: text(),
  address: orNull(text(400)),
  month: Month,
  purchases: count(),
  sales: count(),
  /** Turnover: what was received for sales, by currency. */
  turnover: listOf(Money, 10),
  minerals: listOf(MineralMonth, 10),
})
export type MonthFigures = Infer<typeof MonthFigures>
export const FiledReport = record({
  version: count(),
  filedOn: calendarDate(),
  lateDays: count(),
  /** SHA-256 of the canonical text of the figures. */
  hash: text(64),
  correctionReason: orNull(text()),
  figures: MonthFigures,
})
export type FiledReport = Infer<typeof FiledReport>
export const MonthSummary = record({
  month: Month,
  dueOn: calendarDate(),
  state: oneOf('open', 'due', 'late', 'filed', 'filed-late'),
  /** Of a late one: days since it was due, or by which it came too late. */
  lateDays: count(),
  versions: count(),
})
export type MonthSummary = Infer<typeof MonthSummary>
export const MonthAnswer = record({
  summary: MonthSummary,
  /** As the register gives them now. */
  now: MonthFigures,
  filed: listOf(FiledReport, 100),
  /** The newest filed figures are no longer those of the register. */
  differs: yesOrNo(),
  entries: listOf(RegisterEntry, 5_000),
})
export type MonthAnswer = Infer<typeof MonthAnswer>

/* ---- the door ---- */

/** Whether a party was in order on a day: the input of rules F29 and F30 and of the certificate's check 11. */
export interface PartyStanding {
  readonly entityType: EntityType | null
  /** `null`: nothing that this register keeps is asked of it. */
  readonly needs: CardKind | null
  readonly cards: readonly CardSummary[]
  /** `null` when in order, or when nothing is needed. */
  readonly fault: PartyFault | null
  /** The card that came nearest, for the sentence of the fault. */
  readonly nearest: CardSummary | null
}

/** A `PartyStanding` in short. */
export interface PartyBrief {
  readonly organisation: OrganisationId
  readonly on: string
  readonly needs: CardKind | null
  readonly fault: PartyFault | null
  /** Of the card that counts, or that came nearest. */
  readonly number: string | null
  readonly validUntil: string | null
}

export interface OperatorsDoor<Tx> {
  /** `zone`: the zone of the site where it acted; without it the zone of the card is not looked at. */
  readonly partyOn: (
    tx: Tx,
    tenant: string,
    asked: { readonly organisation: OrganisationId; readonly on: string; readonly zone?: string | null },
  ) => Promise<PartyStanding>
  /** The same for many bodies and days in one question, in their order; the zone is not looked at. */
  readonly partiesOn: (
    tx: Tx,
    tenant: string,
    asked: readonly { readonly organisation: OrganisationId; readonly on: string }[],
  ) => Promise<readonly PartyBrief[]>
  /** Every card that ever bore the number, as it stood on the day. */
  readonly cardOn: (tx: Tx, tenant: string, asked: { readonly number: string; readonly on: string }) => Promise<readonly CardSummary[]>
  /** What F30 asks of a digger by the number of the card; `null` when no miner card bore it. */
  readonly diggerOn: (
    tx: Tx,
    tenant: string,
    asked: { readonly cardNumber: string; readonly on: string },
  ) => Promise<{
    readonly artisan: ArtisanId
    readonly ageYears: number
    readonly cooperative: OrganisationId | null
    readonly member: boolean
    readonly cardState: CardState
    readonly sameIdentityAs: readonly ArtisanId[]
  } | null>
  /** How many artisans were members of a cooperative on a day (rule F40). */
  readonly membersOn: (tx: Tx, tenant: string, asked: { readonly cooperative: OrganisationId; readonly on: string }) => Promise<number>
}
