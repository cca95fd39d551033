/*
What a team writes about one site on one visit: an answer per criterion with its evidence, disagreements, signatures, and what the
reviewer said. Findings and dissents are observations and always kept; signing, submitting and reviewing are decisions.
*/
import { type Infer, calendarDate, exactly, id, listOf, maybe, oneOf, record, taggedBy, text, yesOrNo } from '../../../../kernel/schema.ts'
import { Member, MemberBody } from './mission.ts'

export const Answer = oneOf('met', 'violated', 'not_assessed', 'not_applicable')
/** Pointer to a photo, a paper or a recording; never the thing itself and never a person's name. */
export const Evidence = record({
  reference: text(300),
  kind: oneOf('photo', 'document', 'interview', 'measurement', 'other'),
  sha256: maybe(text(64)),
})

export const CriterionFinding = record({
  criterion: text(20),
  answer: Answer,
  narrative: maybe(text(4000)),
  evidence: maybe(listOf(Evidence, 40)),
  sourcesConsulted: maybe(listOf(text(200), 20)),
})
export type CriterionFinding = Infer<typeof CriterionFinding>

export const InspectionOpened = record({
  site: id('site'),
  mission: maybe(id('mission')),
  date: calendarDate(),
  onSite: yesOrNo(),
  notVisitedReason: maybe(text(400)),
  purpose: maybe(text(400)),
  members: listOf(Member, 40),
  rulebook: record({ id: text(40), hash: text(64) }),
})
export type InspectionOpened = Infer<typeof InspectionOpened>

export const ProposalMade = record({
  result: oneOf('green', 'yellow', 'red'),
  because: listOf(text(20), 60),
  repeated: listOf(text(20), 60),
  reviewOn: listOf(text(20), 60),
})

export const inspectionKinds = {
  'inspection.opened.v1': InspectionOpened,
  'inspection.findings-recorded.v1': record({ by: MemberBody, findings: listOf(CriterionFinding, 60) }),
  'inspection.dissented.v1': record({ by: MemberBody, criterion: text(20), reason: text(2000) }),
  'inspection.signed.v1': record({ body: MemberBody, head: yesOrNo() }),
  'inspection.team-signed.v1': record({ proposal: ProposalMade }),
  'inspection.submitted.v1': record({}),
  'inspection.accepted.v1': record({ colour: oneOf('green', 'yellow', 'red'), reason: maybe(text(2000)) }),
  'inspection.returned.v1': record({ reason: text(2000) }),
} as const
export type InspectionEvent = {
  [Kind in keyof typeof inspectionKinds]: { readonly kind: Kind; readonly payload: Infer<(typeof inspectionKinds)[Kind]> }
}[keyof typeof inspectionKinds]

export const InspectionCommand = taggedBy('say', [
  record({
    say: exactly('open'),
    site: id('site'),
    mission: maybe(id('mission')),
    date: calendarDate(),
    onSite: yesOrNo(),
    notVisitedReason: maybe(text(400)),
    purpose: maybe(text(400)),
    /** Without a mission; the members of a mission are taken from it. */
    members: maybe(listOf(Member, 40)),
  }),
  record({ say: exactly('record-findings'), by: MemberBody, findings: listOf(CriterionFinding, 60) }),
  record({ say: exactly('dissent'), by: MemberBody, criterion: text(20), reason: text(2000) }),
  record({ say: exactly('sign'), body: MemberBody }),
  record({ say: exactly('submit') }),
  record({ say: exactly('accept'), reason: maybe(text(2000)) }),
  record({ say: exactly('return'), reason: text(2000) }),
])
export type InspectionCommand = Infer<typeof InspectionCommand>
