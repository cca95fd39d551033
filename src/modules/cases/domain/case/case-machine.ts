/*
The way of a case, as a table: identify, consent, assess, plan, implement, follow up, close. Withdrawal of consent is possible wherever there is
still somebody to protect; out of it, as out of "not eligible", nothing leads: what happens to the file then is a matter of erasure, not of work.
Steps that the text names only in passing are marked `ours`: a plan returned to its author or written anew, the second half of a reopening.
*/
import type { Guard, Machine, Step } from '../machine.ts'
import type { CaseState, CaseStep, ClosureItem } from './case-words.ts'

export interface CaseKnown {
  readonly isWorkerTrained: boolean
  readonly isWorkerActive: boolean
  readonly isInterviewSafe: boolean
  readonly isScreeningComplete: boolean
  readonly maySupervise: boolean
  readonly isInformationGiven: boolean
  /** What the consent gate answered for case management; `null`: it holds. */
  readonly consentFault: string | null
  readonly isRapidSafetyDone: boolean
  readonly isVulnerabilityDone: boolean
  /** The plan named is the one that is written, has a goal, and is not approved yet. */
  readonly isPlanReady: boolean
  readonly isPlanSubmitted: boolean
  readonly isPlanAuthor: boolean
  readonly isPlanApproved: boolean
  readonly openServices: number
  /** The body that was offered the case is the one that says yes. */
  readonly isTakenOver: boolean
  readonly transferFault: string | null
  readonly closureMissing: readonly (ClosureItem | 'open-referrals' | 'open-services' | 'open-shelter-stay' | 'contact-attempts')[]
  readonly isClosureAsker: boolean
  readonly isRiskNew: boolean
  readonly isUnderLegalHold: boolean
  readonly isRetentionOver: boolean
}
type G = Guard<CaseKnown>
const trained: G = { code: 'case-worker-not-trained', holds: (known) => known.isWorkerTrained }
const active: G = { code: 'case-worker-not-active', holds: (known) => known.isWorkerActive }
const safe: G = { code: 'interview-not-safe', holds: (known) => known.isInterviewSafe }
const screened: G = { code: 'screening-not-complete', holds: (known) => known.isScreeningComplete }
const supervisor: G = { code: 'supervisor-must-agree', holds: (known) => known.maySupervise }
const informed: G = { code: 'information-not-given', holds: (known) => known.isInformationGiven }
const consented: G = {
  code: 'case-without-consent',
  holds: (known) => known.consentFault === null,
  explain: (known) => ({ because: known.consentFault }),
}
const safetyDone: G = { code: 'rapid-safety-missing', holds: (known) => known.isRapidSafetyDone }
const vulnerabilityDone: G = { code: 'vulnerability-missing', holds: (known) => known.isVulnerabilityDone }
const planReady: G = { code: 'plan-not-ready', holds: (known) => known.isPlanReady }
const submitted: G = { code: 'plan-not-submitted', holds: (known) => known.isPlanSubmitted }
const anotherPerson: G = { code: 'plan-approved-by-another-person', holds: (known) => !known.isPlanAuthor }
const approved: G = { code: 'no-approved-plan', holds: (known) => known.isPlanApproved }
const servicesOver: G = {
  code: 'services-still-open',
  holds: (known) => known.openServices === 0,
  explain: (known) => ({ open: known.openServices }),
}
const transferable: G = {
  code: 'transfer-without-consent',
  holds: (known) => known.transferFault === null,
  explain: (known) => ({ because: known.transferFault }),
}
const byReceiver: G = { code: 'transfer-accepted-by-receiver', holds: (known) => known.isTakenOver }
const checked: G = {
  code: 'closure-not-ready',
  holds: (known) => known.closureMissing.length === 0,
  explain: (known) => ({ missing: known.closureMissing }),
}
const anotherCloser: G = { code: 'closure-approved-by-another-person', holds: (known) => !known.isClosureAsker }
const newRisk: G = { code: 'reopening-needs-new-risk', holds: (known) => known.isRiskNew }
const notHeld: G = { code: 'legal-hold', holds: (known) => !known.isUnderLegalHold }
const retained: G = { code: 'retention-not-over', holds: (known) => known.isRetentionOver }

export const ACTIVE: readonly CaseState[] = ['active-assessment', 'active-planning', 'active-implementation']
const WORKED: readonly CaseState[] = [...ACTIVE, 'follow-up']
/** Where somebody is still to be protected by it. */
const HELD: readonly CaseState[] = ['draft', 'intake', 'screened', ...WORKED, 'transferred', 'closure-pending', 'closed', 'reopened']
/** In these a service may be asked for and the file be written. */
export const OPEN_CASE: readonly CaseState[] = ['intake', 'screened', ...WORKED, 'closure-pending', 'reopened']

const steps: readonly Step<CaseState, CaseStep, CaseKnown>[] = [
  { step: 'create', from: [null], to: 'draft', guards: [trained, active] },
  { step: 'register-minimum', from: ['draft'], to: 'intake', guards: [safe] },
  { step: 'screen', from: ['intake'], to: 'screened', guards: [screened] },
  { step: 'no-eligibility', from: ['screened'], to: 'not-eligible', guards: [supervisor, informed] },
  { step: 'obtain-consent', from: ['screened'], to: 'active-assessment', guards: [consented] },
  { step: 'submit-assessment', from: ['active-assessment'], to: 'active-planning', guards: [safetyDone, vulnerabilityDone] },
  { step: 'request-approval', from: ['active-planning'], to: 'active-planning', guards: [planReady] },
  { step: 'approve-plan', from: ['active-planning'], to: 'active-implementation', guards: [submitted, anotherPerson, supervisor] },
  // Ours: an approver who does not approve says so.
  { step: 'return-plan', from: ['active-planning'], to: 'active-planning', guards: [submitted, supervisor] },
  // Ours: what was approved is not changed; another version is written and goes to another person again.
  { step: 'revise-plan', from: ['active-implementation', 'follow-up'], to: 'active-planning', guards: [approved] },
  { step: 'finish-services', from: ['active-implementation'], to: 'follow-up', guards: [servicesOver] },
  { step: 'need-reassessment', from: ['follow-up'], to: 'active-assessment' },
  { step: 'accept-transfer', from: WORKED, to: 'transferred', guards: [transferable, byReceiver] },
  { step: 'request-closure', from: WORKED, to: 'closure-pending', guards: [checked] },
  { step: 'approve-closure', from: ['closure-pending'], to: 'closed', guards: [supervisor, anotherCloser] },
  { step: 'reject-closure', from: ['closure-pending'], to: 'as-before', guards: [supervisor] },
  { step: 'reopen', from: ['closed'], to: 'reopened', guards: [newRisk] },
  // Ours: the second half of the row "REOPENED → ACTIVE.ASSESSMENT", taken in the same decision.
  { step: 'resume-assessment', from: ['reopened'], to: 'active-assessment' },
  // Ours: the body that took a case over begins with an assessment of its own, in the same decision.
  { step: 'resume-assessment', from: ['transferred'], to: 'active-assessment', guards: [byReceiver] },
  { step: 'withdraw-consent', from: HELD, to: 'consent-withdrawn' },
  { step: 'archive', from: ['closed'], to: 'archived', guards: [notHeld, retained] },
]
export const caseMachine: Machine<CaseState, CaseStep, CaseKnown> = {
  ...{
    name: 'case',
    evidence: 'D',
    source: 'own table; seven steps of the 2014 inter-agency guidelines (table of contents read, V)',
    steps,
  },
  states: [
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
  ],
  names: [
    ...(['create', 'register-minimum', 'screen', 'no-eligibility', 'obtain-consent', 'submit-assessment', 'request-approval'] as const),
    ...([
      'approve-plan',
      'return-plan',
      'revise-plan',
      'finish-services',
      'need-reassessment',
      'accept-transfer',
      'request-closure',
    ] as const),
    ...(['approve-closure', 'reject-closure', 'reopen', 'resume-assessment', 'withdraw-consent', 'archive'] as const),
  ],
}
