/*
What a reader of missions and inspections gets back over HTTP; the sister of `answers.ts`.
*/
import {
  type Infer,
  calendarDate,
  count,
  decimal,
  exactly,
  id,
  instant,
  listOf,
  maybe,
  orNull,
  record,
  text,
  yesOrNo,
} from '../../../../kernel/schema.ts'
import { ShownColour } from '../register/answers.ts'
import { FormVersionRef } from '../../../forms/contract.ts'
import { Attachment } from '../../../documents/contract.ts'
import { ActionOwner } from './corrective-action.ts'
import { Answer, AnswerMark, AnswersRecorded, Evidence, saidByPhone } from './inspection-words.ts'
import { Member, MemberBody, MissionPlan } from './mission.ts'
import { SecurityLevel, TitleHolderConsent, planDetails } from './mission-plan.ts'
import { SaidOfSite } from './said-of-site.ts'

const PlaceNamed = record({ code: text(), name: text() })
export const ActionShown = record({
  action: id('action'),
  inspection: id('inspection'),
  criterion: text(),
  /** Null: to end the violation itself, in the words of the criterion. */
  text: orNull(text(1000)),
  owner: ActionOwner,
  due: calendarDate(),
  /** open, overdue, done, dropped; as of the day of the question. */
  phase: text(),
  origin: text(),
  doneOn: orNull(calendarDate()),
  note: orNull(text(1000)),
  evidence: listOf(Attachment),
  droppedReason: orNull(text(1000)),
})
export type ActionShown = Infer<typeof ActionShown>
export const SiteNamed = record({ site: id('site'), name: text(), nationalId: text() })
/** `GET /api/corrective-actions?all=&site=&asOf=&page=` */
export const ActionList = record({
  asOf: calendarDate(),
  total: count(),
  overdue: count(),
  actions: listOf(record({ ...ActionShown.shape, ...SiteNamed.shape }), 500),
})
export type ActionList = Infer<typeof ActionList>
const InspectionShort = record({
  inspection: id('inspection'),
  site: id('site'),
  name: text(),
  nationalId: text(),
  mission: orNull(id('mission')),
  on: calendarDate(),
  /** draft, team-signed, submitted, accepted, returned, abandoned */
  phase: text(),
  result: orNull(ShownColour),
  answered: count(),
  questions: count(),
  /** Of the newest order that rests on this visit and is not annulled. */
  orderNumber: orNull(text()),
})

const missionShort = {
  mission: id('mission'),
  missionKind: MissionPlan.shape.missionKind,
  /** planned, in-field, closed, cancelled */
  phase: text(),
  /** `null` where it is withheld. */
  plannedFrom: orNull(calendarDate()),
  plannedTo: orNull(calendarDate()),
  startedOn: orNull(calendarDate()),
  closedOn: orNull(calendarDate()),
  sites: listOf(SiteNamed, 200),
  province: orNull(PlaceNamed),
  /** The team has not left, and sites, days and members are not for who asks; absent: they are all there. */
  withheld: maybe(exactly(true)),
}
/** `GET /api/missions?phase=` */
export const MissionList = record({ missions: listOf(record({ ...missionShort, members: count() }), 1000) })
export type MissionList = Infer<typeof MissionList>
/** `GET /api/missions/:mission` */
export const MissionPage = record({
  ...missionShort,
  /** `7/2026`: the seventh mission planned that year. */
  reference: text(20),
  members: listOf(Member),
  legalBasis: listOf(text()),
  fundingBody: orNull(text()),
  cause: orNull(text()),
  territoires: listOf(PlaceNamed),
  titleHolderConsents: listOf(TitleHolderConsent),
  /** For the team and those who plan; others are told that there is one (`securityNote`) and how old it is. */
  securityClearance: orNull(text()),
  securityNote: orNull(
    record({
      givenBy: text(),
      date: calendarDate(),
      level: SecurityLevel,
      validUntil: orNull(calendarDate()),
      text: orNull(text(4000)),
      /** There is a text, and it is not for who asks. */
      withheld: yesOrNo(),
    }),
  ),
  budget: planDetails.budget.unwrap(),
  /** Sums per currency. */
  budgetTotals: listOf(record({ currency: text(), amount: decimal() })),
  itinerary: planDetails.itinerary.unwrap(),
  stays: planDetails.stays.unwrap(),
  risks: planDetails.risks.unwrap(),
  /** The way, the nights and the risks are written and not for who asks. */
  wayWithheld: yesOrNo(),
  /** Bodies that the rules of the day require and the team lacks: a warning, not a refusal. */
  missingBodies: listOf(MemberBody),
  teamRules: orNull(record({ id: text(), hash: text() })),
  changes: listOf(record({ reason: text(1000), at: instant() })),
  note: orNull(text(2000)),
  inspections: listOf(InspectionShort),
})
export type MissionPage = Infer<typeof MissionPage>

/** `GET /api/inspections?phase=&site=&mission=` */
export const InspectionList = record({ inspections: listOf(InspectionShort, 1000) })
export type InspectionList = Infer<typeof InspectionList>
/** `GET /api/inspections/:inspection` */
export const InspectionPage = record({
  ...InspectionShort.shape,
  onSite: yesOrNo(),
  notVisitedReason: orNull(text()),
  purpose: orNull(text()),
  members: listOf(Member),
  rulebook: record({ id: text(), hash: text() }),
  /** The newest answer per criterion; a late one came after the signature and did not change what was signed. */
  findings: listOf(
    record({
      criterion: text(),
      answer: Answer,
      narrative: orNull(text(4000)),
      evidence: listOf(Evidence),
      sourcesConsulted: listOf(text()),
      by: MemberBody,
      late: yesOrNo(),
      marks: listOf(AnswerMark),
      recordedAt: instant(),
    }),
  ),
  /** Members gave their words, proofs or sources, and those are not for who asks. */
  wordsWithheld: yesOrNo(),
  /** Who said what: the last answer of each member to each criterion, where more than one spoke or one spoke otherwise than the form. */
  voices: listOf(
    record({
      criterion: text(),
      by: MemberBody,
      answer: Answer,
      narrative: orNull(text(4000)),
      late: yesOrNo(),
      marks: listOf(AnswerMark),
      recordedAt: instant(),
    }),
  ),
  /** Criteria on which the last answers of two members differ. */
  disputed: listOf(text()),
  /** Identifier of the exchange standard: initials of the leading body and the minute of the opening. */
  code: text(40),
  /** The version that the team fills in; null: by criterion only. */
  form: orNull(FormVersionRef),
  cause: orNull(text()),
  marks: listOf(AnswerMark),
  abandonedReason: orNull(text(2000)),
  /** Every sending of the form, oldest first. `xml`, `values` and `files` are null where they are not for who asks. */
  answers: listOf(
    record({
      id: id('event'),
      by: MemberBody,
      form: FormVersionRef,
      instance: text(120),
      marks: listOf(AnswerMark),
      happenedAt: instant(),
      recordedAt: instant(),
      unread: listOf(text()),
      xml: orNull(text(500_000)),
      values: orNull(AnswersRecorded.shape.values),
      files: orNull(AnswersRecorded.shape.files),
      said: orNull(SaidOfSite),
      /** How far the phone trusts its own evidence; the record that this one puts right. Absent where nothing is said or not for who asks. */
      ...saidByPhone,
    }),
  ),
  /** Hashes of files that answers name and that have not arrived yet; absent when all are here or it is not for who asks. */
  awaitedFiles: maybe(listOf(text(64))),
  actions: listOf(ActionShown),
  /** Open actions that earlier inspections of the site asked for. */
  earlierActions: listOf(ActionShown),
  /** Day on which an action is due where nobody says otherwise. */
  actionDueByRule: calendarDate(),
  dissents: listOf(
    record({
      ...{ by: MemberBody, criterion: text(), reason: orNull(text(2000)), marks: listOf(AnswerMark) },
      happenedAt: maybe(instant()),
      recordedAt: instant(),
    }),
  ),
  /** `signedAt`: when it happened, by the clock of whoever signed; `recordedAt`: when the register learned of it. */
  signatures: listOf(record({ body: MemberBody, head: yesOrNo(), signedAt: instant(), recordedAt: maybe(instant()) })),
  /** What the answers propose now; `incomplete` names the unanswered criteria. */
  proposal: record({ result: text(), because: listOf(text()), repeated: listOf(text()), reviewOn: listOf(text()) }),
  review: orNull(record({ verdict: text(), reason: orNull(text(2000)), at: instant() })),
  orders: listOf(record({ order: id('order'), number: text(), colour: ShownColour })),
})
export type InspectionPage = Infer<typeof InspectionPage>
