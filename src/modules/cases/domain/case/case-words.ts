/*
The words of a case: its states, the steps between them, why it closes. Who the person is and what happened to them is in no field: a subject is
a random code, a place is a province, and everything told lies in a vault that is named by reference.
*/
import type { DomainEvent } from '../../../../kernel/decider.ts'
import {
  type Id,
  type Infer,
  exactly,
  id,
  instant,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  taggedBy,
  yesOrNo,
} from '../../../../kernel/schema.ts'
import { AreaCode, SubjectCode, ThingId } from '../codes.ts'
import { AccountId, OrganisationId } from '../../../people/contract.ts'
import { SealedRef } from '../sealed-ref.ts'

export const CaseId = id('case')
export type CaseId = Id<'case'>
export const CaseType = oneOf(
  ...(['tip-adult', 'tip-child', 'forced-labour', 'wfcl', 'caafag', 'sgbv', 'vulnerable-migrant', 'witness-protection'] as const),
)
export type CaseType = Infer<typeof CaseType>
export const CaseState = oneOf(
  ...([
    'draft',
    'intake',
    'screened',
    'not-eligible',
    'active-assessment',
    'active-planning',
    'active-implementation',
    'follow-up',
  ] as const),
  ...(['transferred', 'closure-pending', 'closed', 'reopened', 'consent-withdrawn', 'archived'] as const),
)
export type CaseState = Infer<typeof CaseState>
/** Primero's list of reasons is V, this one ours (D). */
export const ClosureReason = oneOf(
  ...(['goals-achieved', 'subject-request', 'lost-contact', 'relocated', 'transferred', 'deceased', 'aged-out-transferred'] as const),
  ...(['ineligible', 'safety-of-subject', 'duplicate'] as const),
)
export type ClosureReason = Infer<typeof ClosureReason>
export const ClosureItem = oneOf(
  ...(['goals-reviewed', 'risk-rated-anew', 'safe-contact-renewed', 'post-closure-checks-agreed', 'way-back-explained'] as const),
  ...(['feedback-asked', 'consents-reviewed', 'retention-explained', 'handed-over'] as const),
)
export type ClosureItem = Infer<typeof ClosureItem>

export const PlanId = id('case-plan')
export type PlanId = Id<'case-plan'>
const details = {
  create: {
    step: exactly('create'),
    subject: SubjectCode,
    type: CaseType,
    organisation: OrganisationId,
    source: oneOf('site-visit', 'hotline', 'border', 'resource-centre', 'referral', 'self', 'community', 'authority', 'other'),
  },
  register: {
    ...{ step: exactly('register-minimum'), isInterviewSafe: yesOrNo(), identity: maybe(SealedRef), provinceCode: orNull(AreaCode) },
    owner: orNull(AccountId),
  },
  screen: { step: exactly('screen'), screening: ThingId, isComplete: yesOrNo() },
  noEligibility: { step: exactly('no-eligibility'), isInformationGiven: yesOrNo() },
  obtainConsent: { step: exactly('obtain-consent') },
  submit: { step: exactly('submit-assessment') },
  requestApproval: { step: exactly('request-approval'), plan: PlanId },
  approve: { step: exactly('approve-plan'), plan: PlanId },
  returnPlan: { step: exactly('return-plan'), plan: PlanId, note: SealedRef },
  revise: { step: exactly('revise-plan') },
  finish: { step: exactly('finish-services') },
  reassess: { step: exactly('need-reassessment'), because: oneOf('risk-changed', 'need-changed', 'at-request', 'review') },
  transfer: { step: exactly('accept-transfer'), recipient: OrganisationId },
  requestClosure: { step: exactly('request-closure'), reason: ClosureReason, done: listOf(ClosureItem, 20) },
  approveClosure: { step: exactly('approve-closure') },
  rejectClosure: { step: exactly('reject-closure'), note: SealedRef },
  reopen: { step: exactly('reopen'), because: oneOf('new-threat', 'new-exploitation', 'new-need', 'witness-called', 'no-new-risk') },
  resume: { step: exactly('resume-assessment') },
  withdraw: { step: exactly('withdraw-consent') },
  archive: { step: exactly('archive') },
}
export const CaseCommand = taggedBy('step', [
  ...([record(details.create), record(details.register), record(details.screen), record(details.noEligibility)] as const),
  ...([record(details.obtainConsent), record(details.submit), record(details.requestApproval), record(details.approve)] as const),
  ...([record(details.returnPlan), record(details.revise), record(details.finish), record(details.reassess)] as const),
  record(details.transfer),
  ...([record(details.requestClosure), record(details.approveClosure), record(details.rejectClosure)] as const),
  ...([record(details.reopen), record(details.resume), record(details.withdraw), record(details.archive)] as const),
])
export type CaseCommand = Infer<typeof CaseCommand>
export type CaseStep = CaseCommand['step']

const stamp = { to: CaseState, by: AccountId, at: instant() }
export const CaseMoved = taggedBy('step', [
  record({ ...details.create, ...stamp }),
  record({ ...details.register, ...stamp }),
  record({ ...details.screen, ...stamp }),
  record({ ...details.noEligibility, ...stamp }),
  record({ ...details.obtainConsent, ...stamp, basis: ThingId }),
  record({ ...details.submit, ...stamp }),
  record({ ...details.requestApproval, ...stamp }),
  record({ ...details.approve, ...stamp }),
  record({ ...details.returnPlan, ...stamp }),
  record({ ...details.revise, ...stamp }),
  record({ ...details.finish, ...stamp }),
  record({ ...details.reassess, ...stamp }),
  record({ ...details.transfer, ...stamp }),
  record({ ...details.requestClosure, ...stamp }),
  record({ ...details.approveClosure, ...stamp }),
  record({ ...details.rejectClosure, ...stamp }),
  record({ ...details.reopen, ...stamp }),
  record({ ...details.resume, ...stamp }),
  record({ ...details.withdraw, ...stamp, erasure: oneOf('offered', 'held') }),
  record({ ...details.archive, ...stamp }),
])
export type CaseMoved = DomainEvent<'case.moved.v1', Infer<typeof CaseMoved>>

/** The word of the data standard (HTCDS 2.0, V); `null`: nothing is exported in that state. */
export const htcdsStatus: { readonly [State in CaseState]: 'Active' | 'FollowUp' | 'Closed' | 'ClosedReferred' | null } = {
  ...({
    draft: null,
    intake: null,
    screened: null,
    'not-eligible': null,
    'active-assessment': 'Active',
    'active-planning': 'Active',
  } as const),
  ...({ 'active-implementation': 'Active', 'follow-up': 'FollowUp', transferred: 'ClosedReferred', 'closure-pending': null } as const),
  ...({ closed: 'Closed', reopened: null, 'consent-withdrawn': null, archived: null } as const),
}
