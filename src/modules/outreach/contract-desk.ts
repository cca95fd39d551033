/*
The desk of a migrant resource centre: visits without a name, recruiters as bodies, and what a job offer or five questions lead to. No schema here has a field for a name, a telephone
number, a date of birth or words about a person. The answers to the five questions have no schema at all: they never leave the device.
*/
import {
  type Id,
  type Infer,
  calendarDate,
  count,
  decimal,
  exactly,
  id,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  taggedBy,
  text,
  whole,
  yesOrNo,
} from '../../kernel/schema.ts'
import { OrganisationId } from '../people/contract.ts'
import { AgeBand, Sex } from './contract.ts'

export const CentreId = id('resource-centre')
export type CentreId = Id<'resource-centre'>
export const VisitId = id('desk-visit')
export type VisitId = Id<'desk-visit'>
export const RecruiterId = id('recruiter')
export type RecruiterId = Id<'recruiter'>

/* ---- centres ---- */

export const OpenCentre = record({
  name: text(120),
  /** P-code of the territoire or soum. */
  area: text(12),
  /** The body that runs it. */
  organisation: maybe(OrganisationId),
})
export type OpenCentre = Infer<typeof OpenCentre>
export const CentreLine = record({
  ...{
    id: CentreId,
    name: text(120),
    area: text(12),
    areaName: text(160),
    bodyName: orNull(text()),
    zone: text(40),
    today: calendarDate(),
  },
})
export type CentreLine = Infer<typeof CentreLine>

/* ---- visits ---- */

export const VisitDirection = oneOf('inbound', 'outbound', 'returned', 'internal', 'not-said')
export const VisitTopic = oneOf(
  ...(['job-offer', 'contract', 'visa', 'rights', 'health', 'legal', 'return', 'documents', 'complaint', 'tip-risk'] as const),
)
export type VisitTopic = Infer<typeof VisitTopic>
export const VisitService = oneOf('information', 'counselling', 'referral', 'legal-aid', 'translation')
/** A kind of service, never which one or for whom: a referral of a person is made in the case. */
export const ReferredTo = oneOf('health', 'legal', 'shelter', 'consulate', 'labour-office', 'police', 'other')
export const RecordVisit = record({
  centre: CentreId,
  day: calendarDate(),
  sex: Sex,
  ageBand: AgeBand,
  /** ISO 3166-1, three letters; `null`: not said. */
  nationality: orNull(text(3)),
  direction: VisitDirection,
  topics: listOf(VisitTopic, 10),
  service: VisitService,
  referredTo: maybe(ReferredTo),
  minutes: whole().min(1, 'not-minutes').max(600, 'not-minutes'),
  /** 1 to 5, as the person put it; `null`: not asked, or not answered. */
  satisfaction: orNull(whole().min(1, 'not-a-mark').max(5, 'not-a-mark')),
})
export type RecordVisit = Infer<typeof RecordVisit>
export const TakeVisitBack = record({ reason: oneOf('counted-twice', 'mistyped') })
/** That the five questions were asked and advice was given: the centre and nothing else. */
export const CountQuickScreen = record({ centre: CentreId })

/* ---- recruiters ---- */

export const LicenceState = oneOf('valid', 'expired', 'none', 'not-checked')
export type LicenceState = Infer<typeof LicenceState>
export const RegisterRecruiter = record({
  /** As the agency or company is called. A person who recruits is not entered: that is told, sealed, to those who protect. */
  name: text(160),
  country: text(3),
  licence: LicenceState,
  licenceNumber: maybe(text(60)),
  licenceUntil: maybe(calendarDate()),
})
export type RegisterRecruiter = Infer<typeof RegisterRecruiter>
export const CheckLicence = record({ licence: LicenceState, licenceNumber: maybe(text(60)), licenceUntil: maybe(calendarDate()) })
export const ComplaintKind = oneOf('fee', 'papers-kept', 'other-work', 'other-pay', 'no-contract', 'violence-threat', 'confined', 'other')
export const HearComplaint = record({ kind: ComplaintKind })
export const RecruiterWarning = oneOf('unlicensed', 'many-complaints', 'authority-warned', 'under-inquiry')
export const WarnOfRecruiter = record({ because: RecruiterWarning })
export const LiftRecruiterWarning = record({ because: oneOf('licence-shown', 'complaints-settled', 'mistaken') })
/** How many complaints were heard: never their exact number while they are few. */
export const Complaints = oneOf('none', 'some', 'many')
export const RecruiterLine = record({
  id: RecruiterId,
  name: text(160),
  country: text(3),
  /** Today: a licence whose last day is over has expired. */
  licence: LicenceState,
  licenceNumber: orNull(text()),
  licenceUntil: orNull(calendarDate()),
  checkedOn: calendarDate(),
  complaints: Complaints,
  kinds: listOf(ComplaintKind),
  warning: orNull(record({ because: RecruiterWarning, on: calendarDate() })),
})
export type RecruiterLine = Infer<typeof RecruiterLine>
export const Recruiters = record({ recruiters: listOf(RecruiterLine), keeps: yesOrNo() })
export type Recruiters = Infer<typeof Recruiters>

/* ---- answers ---- */

export const DeskShown = taggedBy('is', [record({ is: exactly('shown'), n: count() }), record({ is: exactly('few') })])
export type DeskShown = Infer<typeof DeskShown>
export const DeskCount = record({ key: text(40), visits: DeskShown })
export type DeskCount = Infer<typeof DeskCount>
export const DeskNumbers = record({
  from: calendarDate(),
  until: calendarDate(),
  centres: listOf(CentreLine),
  visits: DeskShown,
  byCentre: listOf(record({ centre: CentreId, visits: DeskShown })),
  byTopic: listOf(DeskCount),
  byDirection: listOf(DeskCount),
  bySex: listOf(DeskCount),
  byAge: listOf(DeskCount),
  byNationality: listOf(DeskCount),
  byService: listOf(DeskCount),
  /** Mean of those who answered, one decimal; `null` while they are too few. */
  satisfaction: orNull(decimal()),
  quickScreens: DeskShown,
  /** The least cell that this reader is told, and to what numbers are rounded down. */
  least: count(),
  floorTo: count(),
  /** Visits of the desk's own centres of today, newest first, for who sits there. */
  today: listOf(record({ id: VisitId, ticket: text(20), day: calendarDate(), service: VisitService, topics: listOf(VisitTopic) })),
  receives: yesOrNo(),
})
export type DeskNumbers = Infer<typeof DeskNumbers>
