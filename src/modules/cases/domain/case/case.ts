/*
Decisions about a case and everything that hangs on it: its steps, consents, referrals, plan, clocks and assessments are one subject, so that one
decision can touch them all at once. What is over is not worked on; what was withdrawn is not touched again but to erase it. Bodies of refusals
name steps and codes, never what is in the file.
*/
import type { Decider } from '../../../../kernel/decider.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { pauseDecider } from '../clocks/pause.ts'
import type { PauseCommand } from '../clocks/pause.ts'
import { rateRisk } from '../clocks/risk.ts'
import { decideConsent } from '../consent/consent.ts'
import type { ConsentCommand } from '../consent/consent-words.ts'
import { consentFor } from '../consent/gate.ts'
import { gateOf, ownWork, releaseFor } from '../consent/release.ts'
import { type Stamp, cutOff, stopCase } from '../consent/withdrawal.ts'
import { firstCarryRules } from '../emergency/may-be-carried.ts'
import { decideReferral } from '../referral/referral.ts'
import type { ReferralCommand } from '../referral/referral-words.ts'
import { type CaseContext, type CaseFile, type CaseFileEvent, evolve, noCase } from './case-file.ts'
import type { AssessmentCommand } from './assessment-words.ts'
import { caseKnown } from './case-known.ts'
import { OPEN_CASE, caseMachine } from './case-machine.ts'
import type { CaseCommand, CaseState } from './case-words.ts'
import { type FieldCommand, decideField } from './edit-conflict.ts'
import { take } from '../machine.ts'
import { type PlanCommand, decidePlan } from './plan.ts'

export type CaseFileCommand =
  | { readonly about: 'case'; readonly ask: CaseCommand }
  | { readonly about: 'consent'; readonly ask: ConsentCommand }
  | { readonly about: 'referral'; readonly ask: ReferralCommand }
  | { readonly about: 'plan'; readonly ask: PlanCommand }
  | { readonly about: 'clock'; readonly ask: PauseCommand }
  | { readonly about: 'field'; readonly ask: FieldCommand }
  | { readonly about: 'assessment'; readonly ask: AssessmentCommand }
type Result = Outcome<readonly CaseFileEvent[]>

const stampOf = ({ by, at }: Stamp): Stamp => ({ by, at })
const notIn = (file: CaseFile, states: readonly CaseState[]): ReturnType<typeof refused> | null => {
  const { at } = file.standing
  if (at !== null && states.includes(at)) return null
  if (at === null) return refused('unknown-case')
  return refused(at === 'consent-withdrawn' ? 'case-processing-stopped' : 'case-not-open', { state: at })
}

const PLANNABLE: readonly CaseState[] = ['active-assessment', 'active-planning']
const REPORTABLE: readonly CaseState[] = ['active-assessment', 'active-planning', 'active-implementation', 'follow-up']
const SPOKEN: readonly CaseState[] = ['draft', ...OPEN_CASE, 'closed']

function decide(file: CaseFile, { about, ask }: CaseFileCommand, context: CaseContext): Result {
  switch (about) {
    case 'case':
      return decideStep(file, ask, context)
    case 'consent': {
      const everywhere = ask.step !== 'record' && ask.step !== 'override'
      const closed = everywhere ? null : notIn(file, ask.step === 'override' ? OPEN_CASE : SPOKEN)
      return closed ?? decideConsent(file, ask, context)
    }
    case 'referral':
      return decideAboutReferral(file, ask, context)
    case 'plan':
      return notIn(file, ask.step === 'write-plan' ? PLANNABLE : REPORTABLE) ?? decidePlan(file.plan, ask, stampOf(context))
    case 'clock':
      return notIn(file, SPOKEN) ?? pauseDecider.decide(file.pauses, ask, { account: context.by, at: context.at })
    // What somebody wrote without network is kept, whatever became of the case meanwhile.
    case 'field':
      return notIn(file, caseMachine.states) ?? decideField(file.fields, ask, context)
    case 'assessment':
      return notIn(file, SPOKEN) ?? assess(file, ask, context)
  }
}

function decideStep(file: CaseFile, command: CaseCommand, context: CaseContext): Result {
  const moved = take(caseMachine, file.standing, { step: command.step, known: caseKnown(file, command, context) })
  if (!moved.ok) return moved
  const stamp = { to: moved.value, ...stampOf(context) }
  switch (command.step) {
    case 'withdraw-consent':
      return accepted(withdrawEverything(file, context))
    case 'reopen': {
      const resumed = { step: 'resume-assessment', to: 'active-assessment', ...stampOf(context) } as const
      return accepted([
        { kind: 'case.moved.v1', payload: { ...command, ...stamp } },
        { kind: 'case.moved.v1', payload: resumed },
      ])
    }
    case 'accept-transfer': {
      const resumed = { step: 'resume-assessment', to: 'active-assessment', ...stampOf(context) } as const
      return accepted([
        { kind: 'case.moved.v1', payload: { ...command, ...stamp } },
        { kind: 'case.moved.v1', payload: resumed },
      ])
    }
    case 'obtain-consent': {
      const basis = consentFor(gateOf({ consents: file.consents, giving: context.giving, at: context.at }), ownWork)
      return basis.ok ? accepted([{ kind: 'case.moved.v1', payload: { ...command, ...stamp, basis: basis.value.id } }]) : basis
    }
    default:
      return accepted([{ kind: 'case.moved.v1', payload: { ...command, ...stamp } }])
  }
}

/** Nothing that was allowed stays allowed: every item, every open referral, the case itself. */
function withdrawEverything(file: CaseFile, context: CaseContext): readonly CaseFileEvent[] {
  const stamp = stampOf(context)
  const consents = file.consents.kept.flatMap(({ given, withdrawn }): readonly CaseFileEvent[] => {
    const items = given.items.map((item) => item.id).filter((id) => !withdrawn.has(id))
    return items.length === 0 ? [] : [{ kind: 'consent.withdrawn.v1', payload: { consent: given.consent, items, ...stamp } }]
  })
  const referrals = [...file.referrals.values()].flatMap((one) => cutOff(one, 'consent-withdrawn', stamp))
  return [...consents, ...referrals, stopCase(stamp, context.isUnderLegalHold)]
}

/** Within one organisation who sends and who answers are the same body: which of the two is asked follows from the step. */
function askerOf(
  file: CaseFile,
  { organisation, recipient, step }: { organisation: string | null; recipient: string | undefined; step: ReferralCommand['step'] },
  mayManage: boolean,
): 'sender' | 'recipient' | 'manager' | 'other' {
  const isAnswer = step === 'acknowledge' || step === 'accept' || step === 'reject'
  if (organisation === null) return 'other'
  if (organisation === recipient && (isAnswer || organisation !== file.organisation)) return 'recipient'
  if (organisation === file.organisation) return 'sender'
  return mayManage ? 'manager' : 'other'
}

function decideAboutReferral(file: CaseFile, command: ReferralCommand, context: CaseContext): Result {
  const isOurs = command.step === 'draft' || command.step === 'send' || command.step === 'ask-file' || command.step === 'allow-file'
  const whereWorked = command.step === 'note-feedback' ? SPOKEN : caseMachine.states
  const closed = notIn(file, isOurs ? OPEN_CASE : whereWorked)
  if (closed) return closed
  const known = file.referrals.get(command.referral)
  const recipient = command.step === 'draft' ? command.recipient : known?.recipient
  const asker = askerOf(file, { organisation: context.organisation, recipient, step: command.step }, context.mayManageReferrals)
  const spent = [...file.referrals.values()].flatMap((one) => (one.basis?.kind === 'override' ? [one.basis.id] : []))
  const { consents } = file
  return decideReferral(file.referrals, command, {
    ...{ account: context.by, at: context.at, asker, graceHours: context.graceHours, maySupervise: context.maySupervise },
    release: (disclosure) => releaseFor({ consents, giving: context.giving, at: context.at, spent }, disclosure),
  })
}

function assess(file: CaseFile, command: AssessmentCommand, context: CaseContext): Result {
  const stamp = stampOf(context)
  switch (command.step) {
    case 'rate-risk': {
      const { answers, edit, basedOn } = command
      const { level } = rateRisk({ answers, now: context.at, rules: context.rules.safety })
      const set = decideField(file.fields, { step: 'set-field', field: 'risk-level', value: level, edit, basedOn }, context)
      if (!set.ok) return set
      return accepted([{ kind: 'case-risk.rated.v1', payload: { answers, level, ...stamp } }, ...set.value])
    }
    case 'assess-vulnerability':
      return accepted([{ kind: 'case-vulnerability.assessed.v1', payload: { factors: command.factors, ...stamp } }])
    case 'try-contact':
      return accepted([{ kind: 'case-contact.failed.v1', payload: { channel: command.channel, ...stamp } }])
    case 'assign-owner':
      return context.maySupervise
        ? accepted([{ kind: 'case-owner.assigned.v1', payload: { owner: command.owner, ...stamp } }])
        : refused('supervisor-must-agree')
    case 'make-contact':
      return accepted([{ kind: 'case-contact.made.v1', payload: { ...command, ...stamp } }])
    case 'follow-up':
      return accepted([{ kind: 'case-followed-up.v1', payload: { ...command, ...stamp } }])
    case 'supervise':
      if (!context.maySupervise) return refused('supervisor-must-agree')
      return file.owner === context.by
        ? refused('review-by-another-person')
        : accepted([{ kind: 'case-supervised.v1', payload: { ...command, ...stamp } }])
    case 'need-in-field':
      return needInField(file, command.until, context)
    case 'check-after-closure':
      return file.standing.at === 'closed'
        ? accepted([{ kind: 'case-checked-after-closure.v1', payload: { ...command, ...stamp } }])
        : refused('case-not-closed')
  }
}

/** By who answers for the case alone, and for no longer than what is carried may be kept. */
function needInField(file: CaseFile, until: string | null, context: CaseContext): Result {
  const today = context.at.slice(0, 10)
  if (file.owner !== context.by) return refused('field-need-by-owner')
  if (until !== null && (until < today || until > addDays(today, firstCarryRules.keepDays)))
    return refused('field-need-too-long', { most: firstCarryRules.keepDays })
  return accepted([{ kind: 'case-field-need.set.v1', payload: { until, ...stampOf(context) } }])
}

export const caseDecider: Decider<CaseFile, CaseFileCommand, CaseFileEvent, CaseContext> = { initial: noCase, decide, evolve }
