/*
What can be asked next, out of the machine of a case: what has a page of its own (consent, plan, closure, transfer) leads there, what needs nothing more
is a button. Whether its guards hold is the server's to say; a step that could not be asked is not offered.
*/
import { caseMachine } from '../../domain/case/case-machine.ts'
import type { CaseStep } from '../../domain/case/case-words.ts'
import { stepsFrom } from '../../domain/machine.ts'
import type { CaseWhole } from '../../domain/file/file-state.ts'

export type NextStep =
  | { readonly step: CaseStep; readonly how: 'button' }
  | { readonly step: CaseStep; readonly how: 'part'; readonly part: string }
/** By the round, by opening, or in one go with another step. */
const NEVER: readonly CaseStep[] = ['create', 'register-minimum', 'resume-assessment', 'archive']
const parts: { readonly [Step in CaseStep]?: string } = {
  ...{ 'request-approval': 'plan', 'approve-plan': 'plan', 'return-plan': 'plan', 'revise-plan': 'plan' },
  ...{ 'request-closure': 'closure', 'approve-closure': 'closure', 'reject-closure': 'closure', reopen: 'closure' },
  ...{ 'withdraw-consent': 'closure', 'accept-transfer': 'closure', 'no-eligibility': 'closure' },
}
const ofSupervisors: readonly CaseStep[] = ['no-eligibility', 'approve-plan', 'return-plan', 'approve-closure', 'reject-closure']

export function nextSteps({ file }: Pick<CaseWhole, 'file'>, { maySupervise }: { readonly maySupervise: boolean }): readonly NextStep[] {
  return stepsFrom(caseMachine, file.standing.at)
    .filter((step) => !NEVER.includes(step) && (maySupervise || !ofSupervisors.includes(step)))
    .filter((step) => step !== 'request-approval' || file.plan.standing === 'being-written')
    .filter((step) => step !== 'revise-plan' || file.plan.standing === 'approved')
    .filter((step) => (step !== 'approve-plan' && step !== 'return-plan') || file.plan.standing === 'submitted')
    .map((step) => {
      const part = parts[step]
      return part === undefined ? { step, how: 'button' } : { step, how: 'part', part }
    })
}
