/*
What leaves the house about people who were helped: numbers, tables and coded rows, each a frozen thing with its parameters, its agreement and its hash.
Nobody can be named here: a coded case has no identifier, no day and no free text, and there is no shape for an identity. Here stand the words that
others may use: what a source of coded cases gives, what may be asked for, and the door for what a map may show of signals.
*/
import {
  type Id,
  type Infer,
  calendarDate,
  count,
  id,
  instant,
  listOf,
  oneOf,
  orNull,
  record,
  text,
  whole,
  yesOrNo,
} from '../../kernel/schema.ts'
import { AccountId } from '../people/contract.ts'

export const AgreementId = id('sharing-agreement')
export type AgreementId = Id<'sharing-agreement'>
export const ReleaseId = id('statistics-release')
export type ReleaseId = Id<'statistics-release'>

/* ---- where the rows come from ---- */

/** What the person said yes to: being counted, or standing as a coded row in research. */
export type StatisticalUse = 'statistics' | 'research'
/** One person in codes. Codes are those of HTCDS 2.0 and, for bands, of CTDC; countries have three letters. Nothing here tells one day or one place below a territoire. */
export interface CodedCase {
  /** Empty: may not be counted at all. */
  readonly uses: readonly StatisticalUse[]
  /** Of the registration: `2026-Q2`. */
  readonly quarter: string
  readonly admin1: string | null
  readonly admin2: string | null
  readonly gender: string | null
  /** A band of CTDC: `09--17`. */
  readonly ageBand: string | null
  readonly citizenships: readonly string[]
  readonly countryOfExploitation: string | null
  /** A band of CTDC: `0--12 (0-1 yr)`. */
  readonly monthsOfExploitation: string | null
  readonly methodsOfControl: readonly string[]
  readonly exploitation: readonly string[]
  readonly labourIndustries: readonly string[]
  readonly sexualKinds: readonly string[]
  readonly recruiterRelations: readonly ('intimate-partner' | 'friend' | 'family' | 'other')[]
  readonly methodsOfRecruitment: readonly string[]
  readonly traffickingStatus: string | null
  readonly decidedBy: string | null
  readonly relationshipToTrafficker: string | null
  readonly education: string | null
  readonly maritalStatus: string | null
  readonly rolesInProcess: readonly string[]
  readonly status: string | null
  readonly service: string | null
  /** Kind of the organisation that registered. */
  readonly reporter: string | null
}
/** How many of one type at one place in one quarter: persons who were heard and reports of observers, without any day, person or report. */
export interface PlaceCount {
  /** `null`: said of the territoire and of no site. */
  readonly site: string | null
  /** `null`: said of the province alone. */
  readonly admin2: string | null
  readonly admin1: string
  readonly type: string
  readonly persons: number
}
/** Given by who keeps the cases: living ones with their consents, and what remains of shredded ones. */
export interface CaseStatistics<Tx> {
  readonly rows: (tx: Tx, tenant: string) => AsyncIterable<CodedCase> | Promise<readonly CodedCase[]> | readonly CodedCase[]
  /** Of what was recorded in that quarter; one that is over never grows. */
  readonly signals: (tx: Tx, tenant: string, quarter: string) => Promise<readonly PlaceCount[]>
}

/* ---- what a site, a map and a committee may be told ---- */

export const ToldPlace = record({
  type: text(60),
  quarter: text(7),
  /** A site only where ten or more stand behind it; else its territoire, else its province. */
  level: oneOf('site', 'territoire', 'province'),
  code: text(60),
  province: text(12),
  territoire: orNull(text(12)),
  /** Ten or more, rounded down to ten. What is fewer is in no line. */
  persons: count(),
})
export type ToldPlace = Infer<typeof ToldPlace>
/** Every quarter that was told stands in `quarters`, also where no line of it concerns the place. */
export const ToldPlaces = record({
  quarters: listOf(record({ quarter: text(7), toldOn: calendarDate() }), 200),
  lines: listOf(ToldPlace, 5_000),
  least: count(),
  delayDays: count(),
  /** Whether who asks is cleared for single sites; others read territoires and provinces. */
  withSites: yesOrNo(),
  readAt: instant(),
})
export type ToldPlaces = Infer<typeof ToldPlaces>
export interface ReleasesDoor<Tx> {
  /** All that was ever told of places; the same numbers whoever asks, and whenever. */
  readonly toldPlaces: (tx: Tx, tenant: string) => Promise<Pick<ToldPlaces, 'quarters' | 'lines'>>
}

/** A way of writing coded cases as rows: given by the standard's own reader and writer. */
export interface CodedTableOf {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
}
export type WriteCodedCases = (cases: readonly CodedCase[]) => CodedTableOf

/* ---- agreements ---- */

export const ReleaseKind = oneOf('province-quarter', 'place-events', 'k-aggregates', 'ctdc-microdata', 'ic-tip', 'htcds-deidentified')
export type ReleaseKind = Infer<typeof ReleaseKind>
/** From the least that may leave to the most. */
export const AnonymisationLevel = oneOf('aggregates', 'anonymous-rows', 'coded-rows')
export type AnonymisationLevel = Infer<typeof AnonymisationLevel>
export const Frequency = oneOf('once', 'quarterly', 'half-yearly', 'yearly')
export type Frequency = Infer<typeof Frequency>

export const AgreementTerms = record({
  /** Names of bodies, never of persons. */
  parties: listOf(text(120), 10).min(2, 'two-parties-needed'),
  purpose: text(1_000),
  /** Columns that may leave; `*`: all of the kind. */
  fields: listOf(text(60), 100).min(1, 'fields-needed'),
  frequency: Frequency,
  level: AnonymisationLevel,
  onwardSharing: oneOf('forbidden', 'with-consent-of-both'),
  retentionMonths: whole().min(1, 'not-a-number-of-months').max(600, 'not-a-number-of-months'),
  /** A function that can be reached, not a person. */
  incidentContact: text(160),
  expiresOn: calendarDate(),
})
export type AgreementTerms = Infer<typeof AgreementTerms>
export const DraftAgreement = record({ id: AgreementId, terms: AgreementTerms })
export const SignAgreement = record({ signedOn: calendarDate() })
export const GiveReason = record({ reason: text(400) })
export const AgreementState = oneOf('drafted', 'signed', 'ended')
export const AgreementAnswer = record({
  id: AgreementId,
  terms: AgreementTerms,
  state: AgreementState,
  /** Signed, not ended, not expired today. */
  isActive: yesOrNo(),
  signedOn: orNull(calendarDate()),
  endedOn: orNull(calendarDate()),
  endReason: orNull(text()),
  isMine: yesOrNo(),
})
export type AgreementAnswer = Infer<typeof AgreementAnswer>
export const AgreementList = record({ agreements: listOf(AgreementAnswer, 500) })
export type AgreementList = Infer<typeof AgreementList>

/* ---- releases ---- */

/** `2026-Q2`. */
export const Quarter = text(7).regex(/^(?:19|20)\d{2}-Q[1-4]$/, 'not-a-quarter')
export const ReleaseParameters = record({
  kind: ReleaseKind,
  /** Stricter than ten is allowed, laxer is not. */
  k: whole().min(10, 'k-below-ten').max(1_000, 'k-too-large'),
  /** Attributes counted together. */
  length: whole().min(1, 'one-to-three-attributes').max(3, 'one-to-three-attributes'),
  from: Quarter,
  until: Quarter,
  /** Which attributes; empty is all of the kind. */
  columns: listOf(text(60), 40),
})
export type ReleaseParameters = Infer<typeof ReleaseParameters>
export const AskRelease = record({ id: ReleaseId, agreement: AgreementId, parameters: ReleaseParameters })
export type AskRelease = Infer<typeof AskRelease>

/** What was kept back, by why: too few people, a neighbour that would give one away, a value blanked in a row. */
export const KeptBack = record({
  belowMinimum: count(),
  complement: count(),
  /** Values blanked, by column. */
  blanked: listOf(record({ column: text(60), values: count() }), 100),
  rowsBlanked: yesOrNo(),
})
export type KeptBack = Infer<typeof KeptBack>
/** A cell in the way: by which earlier release a few people could be seen. Its words, never its count. */
export const InTheWay = record({ cell: text(400), against: text(40), problem: oneOf('moved-by-few', 'shown-in-one-only') })
export type InTheWay = Infer<typeof InTheWay>
/** A look needs what a request needs: the agreement too. */
export const LookAtRelease = record({ agreement: AgreementId, parameters: ReleaseParameters })
/** No number and no hash: each of them moves with one person. */
export const ReleasePreview = record({
  /** Whether anything is kept back, and in which columns; never how much. */
  keptBack: record({ belowMinimum: yesOrNo(), complement: yesOrNo(), blanked: listOf(text(60), 100) }),
  inTheWay: listOf(InTheWay, 50),
  inTheWayCount: count(),
  columns: listOf(text(60), 60),
  /** Cells that the table will show as withheld, and why. Their numbers are told to nobody, the told ones only in the file that was approved. */
  withheld: listOf(record({ cell: text(400), why: oneOf('below-minimum', 'complement') }), 60),
  isEmpty: yesOrNo(),
})
export type ReleasePreview = Infer<typeof ReleasePreview>

export const ReleaseState = oneOf('asked', 'turned-down', 'approved', 'withdrawn')
export type ReleaseState = Infer<typeof ReleaseState>
export const ReleaseAnswer = record({
  id: ReleaseId,
  state: ReleaseState,
  parameters: ReleaseParameters,
  agreement: AgreementId,
  number: orNull(text(40)),
  /** `null`: while it waits, for who does not decide. */
  sha256: orNull(text(64)),
  bytes: count(),
  lines: count(),
  keptBack: KeptBack,
  askedOn: calendarDate(),
  decidedOn: orNull(calendarDate()),
  reason: orNull(text()),
  askedBy: AccountId,
  decidedBy: orNull(AccountId),
  isMine: yesOrNo(),
})
export type ReleaseAnswer = Infer<typeof ReleaseAnswer>
export const ReleaseLook = record({ id: text(40), by: AccountId, agreement: AgreementId, parameters: ReleaseParameters, at: instant() })
export type ReleaseLook = Infer<typeof ReleaseLook>
export const ReleaseList = record({
  /** Who looked at what would be kept back, newest first; for who watches over the data. */
  looks: listOf(ReleaseLook, 200),
  releases: listOf(ReleaseAnswer, 500),
  isLockedDown: yesOrNo(),
  readAt: instant(),
})
export type ReleaseList = Infer<typeof ReleaseList>
/** Columns that each kind can hold, for who writes an agreement. */
export const ColumnsAnswer = record({ kinds: listOf(record({ kind: ReleaseKind, columns: listOf(text(60), 100) }), 10) })
export type ColumnsAnswer = Infer<typeof ColumnsAnswer>
