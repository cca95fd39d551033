import { expect, test } from 'vitest'
import { type CaseKnown, caseMachine } from './case-machine.ts'
import { htcdsStatus } from './case-words.ts'
import { differences } from '../machine-trial.ts'
import { endsOf, everyPair, refusalsOf, take } from '../machine.ts'

const open: CaseKnown = {
  ...{ isWorkerTrained: true, isWorkerActive: true, isInterviewSafe: true, isScreeningComplete: true, maySupervise: true },
  ...{ isInformationGiven: true, consentFault: null, isRapidSafetyDone: true, isVulnerabilityDone: true, isPlanReady: true },
  ...{
    isPlanSubmitted: true,
    isPlanAuthor: false,
    isPlanApproved: true,
    openServices: 0,
    transferFault: null,
    closureMissing: [],
    isClosureAsker: false,
  },
  ...{ isTakenOver: true, isRiskNew: true, isUnderLegalHold: false, isRetentionOver: true },
}
/** Written from the text a second time. "Any" is every state with somebody behind it: not after the end, not twice. */
const HELD =
  'draft intake screened active-assessment active-planning active-implementation follow-up transferred closure-pending closed reopened'
const WORKED = 'active-assessment active-planning active-implementation follow-up'
const legal = [
  '- create draft',
  'draft register-minimum intake',
  'intake screen screened',
  'screened no-eligibility not-eligible',
  'screened obtain-consent active-assessment',
  'active-assessment submit-assessment active-planning',
  'active-planning request-approval active-planning',
  'active-planning approve-plan active-implementation',
  'active-planning return-plan active-planning',
  'active-implementation finish-services follow-up',
  'active-implementation revise-plan active-planning',
  'follow-up revise-plan active-planning',
  'follow-up need-reassessment active-assessment',
  ...WORKED.split(' ').map((state) => `${state} accept-transfer transferred`),
  ...WORKED.split(' ').map((state) => `${state} request-closure closure-pending`),
  'closure-pending approve-closure closed',
  'closure-pending reject-closure follow-up',
  'closed reopen reopened',
  'reopened resume-assessment active-assessment',
  // By the body that took it over, in the decision in which it did.
  'transferred resume-assessment active-assessment',
  ...HELD.split(' ').map((state) => `${state} withdraw-consent consent-withdrawn`),
  'closed archive archived',
]

test('acceptance 9: a case takes the steps of the text and refuses every other pair of state and step', () => {
  expect(everyPair(caseMachine)).toHaveLength(15 * 20)
  expect(differences(caseMachine, { legal, open, before: 'follow-up' })).toEqual([])
})

test('acceptance 9: three states are ends, and closing turned down leads back to where it was asked', () => {
  expect(endsOf(caseMachine)).toEqual(['not-eligible', 'consent-withdrawn', 'archived'])
  const back = take(caseMachine, { at: 'closure-pending', before: 'active-planning' }, { step: 'reject-closure', known: open })
  expect(back).toEqual({ ok: true, value: 'active-planning' })
})

test.each([
  ['create', null, { isWorkerTrained: false }, 'case-worker-not-trained'],
  ['create', null, { isWorkerActive: false }, 'case-worker-not-active'],
  ['register-minimum', 'draft', { isInterviewSafe: false }, 'interview-not-safe'],
  ['screen', 'intake', { isScreeningComplete: false }, 'screening-not-complete'],
  ['no-eligibility', 'screened', { maySupervise: false }, 'supervisor-must-agree'],
  ['no-eligibility', 'screened', { isInformationGiven: false }, 'information-not-given'],
  ['obtain-consent', 'screened', { consentFault: 'consent-refused' }, 'case-without-consent'],
  ['submit-assessment', 'active-assessment', { isRapidSafetyDone: false }, 'rapid-safety-missing'],
  ['submit-assessment', 'active-assessment', { isVulnerabilityDone: false }, 'vulnerability-missing'],
  ['request-approval', 'active-planning', { isPlanReady: false }, 'plan-not-ready'],
  ['approve-plan', 'active-planning', { isPlanSubmitted: false }, 'plan-not-submitted'],
  ['approve-plan', 'active-planning', { isPlanAuthor: true }, 'plan-approved-by-another-person'],
  ['approve-plan', 'active-planning', { maySupervise: false }, 'supervisor-must-agree'],
  ['return-plan', 'active-planning', { maySupervise: false }, 'supervisor-must-agree'],
  ['revise-plan', 'follow-up', { isPlanApproved: false }, 'no-approved-plan'],
  ['finish-services', 'active-implementation', { openServices: 2 }, 'services-still-open'],
  ['accept-transfer', 'follow-up', { transferFault: 'consent-not-asked' }, 'transfer-without-consent'],
  ['accept-transfer', 'follow-up', { isTakenOver: false }, 'transfer-accepted-by-receiver'],
  ['resume-assessment', 'transferred', { isTakenOver: false }, 'transfer-accepted-by-receiver'],
  ['request-closure', 'follow-up', { closureMissing: ['goals-reviewed'] }, 'closure-not-ready'],
  ['approve-closure', 'closure-pending', { maySupervise: false }, 'supervisor-must-agree'],
  ['approve-closure', 'closure-pending', { isClosureAsker: true }, 'closure-approved-by-another-person'],
  ['reject-closure', 'closure-pending', { maySupervise: false }, 'supervisor-must-agree'],
  ['reopen', 'closed', { isRiskNew: false }, 'reopening-needs-new-risk'],
  ['archive', 'closed', { isUnderLegalHold: true }, 'legal-hold'],
  ['archive', 'closed', { isRetentionOver: false }, 'retention-not-over'],
] as const)('%s from %s is refused with its own reason: %j', (step, at, changes, code) => {
  const outcome = take(caseMachine, { at, before: 'follow-up' }, { step, known: { ...open, ...changes } })
  expect(outcome).toMatchObject({ ok: false, refusal: { code } })
})

test('the words of the data standard are those of the text', () => {
  const words = caseMachine.states.filter((state) => htcdsStatus[state] !== null).map((state) => `${state} ${htcdsStatus[state]}`)
  expect(words).toEqual([
    'active-assessment Active',
    'active-planning Active',
    'active-implementation Active',
    'follow-up FollowUp',
    'transferred ClosedReferred',
    'closed Closed',
  ])
})

test('a machine names every code with which it refuses, once', () => {
  const codes = refusalsOf(caseMachine)
  expect(codes).toEqual(expect.arrayContaining(['case-not-so-far', 'plan-approved-by-another-person', 'legal-hold']))
  expect(new Set(codes).size).toBe(codes.length)
})
