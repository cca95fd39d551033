/*
What a reader of missions and inspections gets back over HTTP; the sister of `answers.ts`.
*/
import { type Infer, calendarDate, count, id, instant, listOf, maybe, orNull, record, text, yesOrNo } from '../../../../kernel/schema.ts'
import { ShownColour } from '../register/answers.ts'
import { Answer, Evidence } from './inspection-words.ts'
import { Member, MemberBody, MissionPlanned } from './mission.ts'

export const SiteNamed = record({ site: id('site'), name: text(), nationalId: text() })
const InspectionShort = record({
  inspection: id('inspection'),
  site: id('site'),
  name: text(),
  nationalId: text(),
  mission: orNull(id('mission')),
  on: calendarDate(),
  /** draft, team-signed, submitted, accepted, returned */
  phase: text(),
  result: orNull(ShownColour),
  answered: count(),
  questions: count(),
  /** Of the newest order that rests on this visit and is not annulled. */
  orderNumber: orNull(text()),
})

const missionShort = {
  mission: id('mission'),
  missionKind: MissionPlanned.shape.missionKind,
  /** planned, in-field, closed, cancelled */
  phase: text(),
  plannedFrom: calendarDate(),
  plannedTo: calendarDate(),
  startedOn: orNull(calendarDate()),
  closedOn: orNull(calendarDate()),
  sites: listOf(SiteNamed, 200),
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
  titleHolderConsents: listOf(record({ title: text(), date: calendarDate(), reference: maybe(text()) })),
  securityClearance: orNull(text()),
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
      recordedAt: instant(),
    }),
  ),
  dissents: listOf(record({ by: MemberBody, criterion: text(), reason: text(2000), recordedAt: instant() })),
  signatures: listOf(record({ body: MemberBody, head: yesOrNo(), signedAt: instant() })),
  /** What the answers propose now; `incomplete` names the unanswered criteria. */
  proposal: record({ result: text(), because: listOf(text()), repeated: listOf(text()), reviewOn: listOf(text()) }),
  review: orNull(record({ verdict: text(), reason: orNull(text(2000)), at: instant() })),
  orders: listOf(record({ order: id('order'), number: text(), colour: ShownColour })),
})
export type InspectionPage = Infer<typeof InspectionPage>
