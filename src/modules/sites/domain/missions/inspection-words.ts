/*
What a team writes about one site on one visit: an answer per criterion with its evidence, disagreements, signatures, and what the
reviewer said. Findings and dissents are observations and always kept; signing, submitting and reviewing are decisions. Answers of a form
are kept whole beside what was read in them.
*/
import {
  type Infer,
  calendarDate,
  count,
  exactly,
  id,
  listOf,
  maybe,
  oneOf,
  record,
  taggedBy,
  text,
  yesOrNo,
} from '../../../../kernel/schema.ts'
import { DocumentRef } from '../../../documents/contract.ts'
import { QualitySignal } from '../../../field/contract.ts'
import { FormValue, FormVersionRef } from '../../../forms/contract.ts'
import { ActionDone, ActionDropped, ActionOwner, ActionSet } from './corrective-action.ts'
import { SaidOfSite } from './said-of-site.ts'
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

export const VisitCause = oneOf('first-validation', 'annual', 'after-yellow', 'after-red', 'request-of-persons-harmed', 'other')

/**
How an observation came: after the signatures, after the mission was over, from somebody whose territory does not hold the site, under
an instance that already came with other content, with files that have not arrived, written in another version of the form. What a telephone
carried without network may besides have been opened before the mission left or after it was given up, at a site that the plan did not name, on
a day that a wrong clock put ahead of ours, without the reason why the site was not reached, in a version of the form that is not published
here or that we cannot read; photographs may follow.
*/
export const AnswerMark = oneOf(
  'late',
  'mission-over',
  'outside-territory',
  'instance-repeated',
  'files-missing',
  'other-version',
  'mission-not-started',
  'mission-cancelled',
  'not-in-plan',
  'day-ahead',
  'reason-missing',
  'files-follow',
  'form-unknown',
  'form-unreadable',
)
export type AnswerMark = Infer<typeof AnswerMark>

/** How far the evidence can be relied on, as the phone noticed it: to be looked at again, and no reproach to anybody. */
export const EvidenceSignal = record({
  signal: QualitySignal,
  /** The name of the question that it concerns; absent: the whole form. */
  question: maybe(text(100)),
  /** A figure with its unit, in no language: `340 m`, `-5400 s`. */
  detail: maybe(text(80)),
})
export type EvidenceSignal = Infer<typeof EvidenceSignal>
/** The record that this one puts right, and why. Both stay readable. */
export const Amended = record({ instance: text(120), reason: text(1000) })
/** What a telephone says beside the answers. Absent in what older apps send. */
export const saidByPhone = { signals: maybe(listOf(EvidenceSignal, 100)), amends: maybe(Amended) } as const

export const FileOfAnswers = record({ name: text(200), file: DocumentRef })
/** What one phone sent of one form, as it was filled in, and what was read in it by the names of the questions. */
export const AnswersRecorded = record({
  by: MemberBody,
  form: FormVersionRef,
  /** The identifier that the form gave to this filling-in. */
  instance: text(120),
  xml: text(500_000),
  values: listOf(FormValue, 4000),
  files: listOf(FileOfAnswers, 200),
  findings: listOf(CriterionFinding, 60),
  said: SaidOfSite,
  /** Questions whose word no list holds. */
  unread: listOf(text(100), 200),
  marks: listOf(AnswerMark, 10),
  ...saidByPhone,
})
export type AnswersRecorded = Infer<typeof AnswersRecorded>

export const InspectionOpened = record({
  site: id('site'),
  mission: maybe(id('mission')),
  date: calendarDate(),
  onSite: yesOrNo(),
  notVisitedReason: maybe(text(400)),
  purpose: maybe(text(400)),
  members: listOf(Member, 40),
  rulebook: record({ id: text(40), hash: text(64) }),
  /** The form that the team fills in; answers to another version of it stay valid. */
  form: maybe(FormVersionRef),
  /** Why this visit: absent where nobody said. */
  cause: maybe(VisitCause),
  /** How it came to us late or from elsewhere; the visit itself took place. */
  marks: maybe(listOf(AnswerMark, 10)),
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
  'inspection.findings-recorded.v1': record({
    by: MemberBody,
    findings: listOf(CriterionFinding, 60),
    marks: maybe(listOf(AnswerMark, 10)),
  }),
  'inspection.answers-recorded.v1': AnswersRecorded,
  'inspection.dissented.v1': record({
    by: MemberBody,
    criterion: text(20),
    reason: text(2000),
    marks: maybe(listOf(AnswerMark, 10)),
  }),
  'inspection.signed.v1': record({ body: MemberBody, head: yesOrNo() }),
  'inspection.team-signed.v1': record({ proposal: ProposalMade }),
  'inspection.submitted.v1': record({}),
  'inspection.accepted.v1': record({ colour: oneOf('green', 'yellow', 'red'), reason: maybe(text(2000)) }),
  'inspection.returned.v1': record({ reason: text(2000) }),
  'inspection.abandoned.v1': record({ reason: text(2000) }),
  'inspection.action-set.v1': ActionSet,
  'inspection.action-done.v1': ActionDone,
  'inspection.action-dropped.v1': ActionDropped,
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
    form: maybe(FormVersionRef),
    cause: maybe(VisitCause),
    /** A telephone opened it without network: what is unusual about it is marked, because the visit took place. */
    carried: maybe(exactly(true)),
  }),
  record({ say: exactly('record-findings'), by: MemberBody, findings: listOf(CriterionFinding, 60) }),
  record({
    say: exactly('record-answers'),
    by: MemberBody,
    form: FormVersionRef,
    instance: text(120),
    xml: text(500_000),
    files: listOf(FileOfAnswers, 200),
    ...saidByPhone,
    /** Photographs come after the answers. */
    filesFollow: maybe(exactly(true)),
    /** Files that the answers name and that nobody knows a hash of yet: a phone of another make tells it with the file itself. */
    filesAwaited: maybe(count()),
    /** Written without network: kept even where the form cannot be read here. */
    carried: maybe(exactly(true)),
  }),
  record({ say: exactly('dissent'), by: MemberBody, criterion: text(20), reason: text(2000) }),
  record({ say: exactly('sign'), body: MemberBody }),
  record({ say: exactly('submit') }),
  record({ say: exactly('accept'), reason: maybe(text(2000)) }),
  record({ say: exactly('return'), reason: text(2000) }),
  record({ say: exactly('abandon'), reason: text(2000) }),
  record({
    say: exactly('set-action'),
    action: maybe(id('action')),
    criterion: text(20),
    text: maybe(text(1000)),
    owner: ActionOwner,
    due: maybe(calendarDate()),
  }),
  record({ say: exactly('complete-action'), done: ActionDone }),
  record({ say: exactly('drop-action'), action: id('action'), reason: text(1000) }),
])
export type InspectionCommand = Infer<typeof InspectionCommand>
