/* What the table of a case must know for one step, gathered from the file, the command and the world. */
import type { Outcome } from '../../../../kernel/outcome.ts'
import { consentFor } from '../consent/gate.ts'
import { gateOf, ownWork, releaseFor } from '../consent/release.ts'
import { openReferrals } from '../referral/referral.ts'
import type { CaseContext, CaseFile } from './case-file.ts'
import type { CaseKnown } from './case-machine.ts'
import type { CaseCommand } from './case-words.ts'
import { closureMissing } from './closure.ts'
import { openServices } from './plan.ts'

const faultOf = (outcome: Outcome<unknown>): string | null => (outcome.ok ? null : outcome.refusal.code)

function transferFault({ consents }: CaseFile, command: CaseCommand, { giving, at }: CaseContext): string | null {
  if (command.step !== 'accept-transfer') return null
  const disclosure = { purpose: 'case-transfer' as const, recipient: command.recipient, service: null, fields: [] }
  return faultOf(releaseFor({ consents, giving, at, spent: [] }, disclosure))
}

export function caseKnown(file: CaseFile, command: CaseCommand, context: CaseContext): CaseKnown {
  const { plan } = file
  const gate = gateOf({ consents: file.consents, giving: context.giving, at: context.at })
  const isPlanNamed = 'plan' in command && command.plan === plan.plan
  return {
    isWorkerTrained: context.isTrained,
    isWorkerActive: context.isWorkerActive,
    isInterviewSafe: command.step === 'register-minimum' && command.isInterviewSafe,
    isScreeningComplete: command.step === 'screen' && command.isComplete,
    maySupervise: context.maySupervise,
    isInformationGiven: command.step === 'no-eligibility' && command.isInformationGiven,
    consentFault: faultOf(consentFor(gate, ownWork)),
    isRapidSafetyDone: file.assessed.safety,
    isVulnerabilityDone: file.assessed.vulnerability,
    isPlanReady: isPlanNamed && plan.standing === 'being-written' && plan.goals.size > 0,
    isPlanSubmitted: isPlanNamed && plan.standing === 'submitted',
    isPlanApproved: plan.standing === 'approved',
    isPlanAuthor: plan.author === context.by,
    openServices: openServices(plan),
    isTakenOver: context.isTakenOver === true,
    transferFault: transferFault(file, command, context),
    closureMissing:
      command.step === 'request-closure'
        ? closureMissing({
            ...{ reason: command.reason, done: command.done, isInShelter: context.isInShelter, attemptsAt: file.failedContactsAt },
            ...{ openReferrals: openReferrals(file.referrals).length, openServices: openServices(plan), rule: context.rules.lostContact },
          })
        : [],
    isClosureAsker: file.closureAskedBy === context.by,
    isRiskNew: command.step === 'reopen' && command.because !== 'no-new-risk',
    isUnderLegalHold: context.isUnderLegalHold,
    isRetentionOver: context.isRetentionOver,
  }
}
