/* What a decision about a case must know of its past, folded from its events; and what it must know of the world. */
import type { Rating } from '../clocks/clock.ts'
import { RiskLevel } from '../clocks/clock-rulebook.ts'
import { type PauseEvent, type Pauses, pauseDecider } from '../clocks/pause.ts'
import { type SafetyRules, graver, isSafetyDone } from '../clocks/risk.ts'
import { type ConsentContext } from '../consent/consent.ts'
import type { ConsentEvent } from '../consent/consent-words.ts'
import { type Consents, evolveConsents, noConsents } from '../consent/consent-state.ts'
import { type Referrals, evolveReferrals } from '../referral/referral.ts'
import type { ReferralEvent } from '../referral/referral-words.ts'
import type { CaseMoved, CaseState, CaseStep, CaseType, ClosureReason } from './case-words.ts'
import type { AssessmentEvent } from './assessment-words.ts'
import type { LostContactRule } from './closure.ts'
import { type EditStamp, type FieldEvent, type FieldValue, type Fields, evolveFields, noFields } from './edit-conflict.ts'
import type { Position } from '../machine.ts'
import type { OrganisationId } from '../../../people/contract.ts'
import type { VulnerabilityFactor } from './vulnerability.ts'
import { type CasePlan, type PlanEvent, evolvePlan, noPlan } from './plan.ts'

export type CaseFileEvent = CaseMoved | FieldEvent | ConsentEvent | ReferralEvent | PlanEvent | PauseEvent | AssessmentEvent

export interface CaseFile {
  /** The drawn code of the person. */
  readonly subject: string | null
  readonly standing: Position<CaseState>
  readonly type: CaseType | null
  readonly organisation: OrganisationId | null
  /** Bodies that it was handed over from, oldest first. */
  readonly heldBefore: readonly OrganisationId[]
  readonly owner: string | null
  readonly closureAskedBy: string | null
  readonly openedAt: string | null
  readonly closedAt: string | null
  readonly closureReason: ClosureReason | null
  readonly provinceCode: string | null
  readonly consents: Consents
  readonly referrals: Referrals
  readonly plan: CasePlan
  readonly pauses: Pauses
  readonly ratings: readonly Rating[]
  /** Since the assessment began that is running now. */
  readonly assessed: { readonly safety: boolean; readonly vulnerability: boolean }
  /** As last assessed; it orders lists. */
  readonly vulnerability: readonly VulnerabilityFactor[]
  readonly failedContactsAt: readonly string[]
  readonly fields: Fields
  /** The day until which who the person is may lie on a telephone; `null`: it may not. */
  readonly neededInFieldUntil: string | null
  /** When another person gave the case to its owner; `null`: they took it themselves. */
  readonly entrustedAt: string | null
  /** What clocks run from and end with, in its order. */
  readonly happened: readonly Happening[]
}
export interface Happening {
  readonly what: CaseStep | 'assign-owner' | 'make-contact' | 'follow-up' | 'supervise' | 'check-after-closure' | 'rate-risk'
  readonly at: string
}
export interface CaseRules {
  readonly safety: SafetyRules
  readonly lostContact: LostContactRule
}
export const noCase: CaseFile = {
  ...{
    subject: null,
    vulnerability: [],
    standing: { at: null, before: null },
    type: null,
    organisation: null,
    heldBefore: [],
    owner: null,
    closureAskedBy: null,
  },
  ...{ openedAt: null, closedAt: null, closureReason: null, provinceCode: null },
  ...{ consents: noConsents, referrals: new Map(), plan: noPlan, pauses: new Map(), ratings: [], failedContactsAt: [] },
  ...{ assessed: { safety: false, vulnerability: false }, fields: noFields, neededInFieldUntil: null, entrustedAt: null, happened: [] },
}

export interface CaseContext extends ConsentContext {
  /** Of who asks; decides whether a referral is theirs to send or to answer. */
  readonly organisation: string | null
  readonly mayManageReferrals: boolean
  readonly isWorkerActive: boolean
  readonly isInShelter: boolean
  readonly isRetentionOver: boolean
  readonly graceHours: number
  readonly rules: CaseRules
  /** The body that it was offered to is taking it over, in this decision. */
  readonly isTakenOver?: boolean
  /** Should this decision find a conflict. */
  readonly newConflict: EditStamp['newConflict']
}

export function evolve(file: CaseFile, event: CaseFileEvent): CaseFile {
  switch (event.kind) {
    case 'case.moved.v1':
      return moved(file, event.payload)
    case 'case-plan.written.v1':
    case 'case-service.reported.v1':
    case 'case-goal.reviewed.v1':
      return { ...file, plan: evolvePlan(file.plan, event) }
    case 'case-clock.paused.v1':
    case 'case-clock.resumed.v1':
      return { ...file, pauses: pauseDecider.evolve(file.pauses, event) }
    case 'case-risk.rated.v1':
      return {
        ...file,
        assessed: { ...file.assessed, safety: file.assessed.safety || isSafetyDone(event.payload.answers) },
        happened: and(file, 'rate-risk', event.payload.at),
      }
    case 'case-field.set.v1':
    case 'case-field.agreed.v1':
    case 'case-field.conflict-found.v1':
    case 'case-field.conflict-resolved.v1': {
      const fields = evolveFields(file.fields, event)
      return { ...file, fields, ratings: [...file.ratings, ...ratingIn(event, fields)] }
    }
    case 'case-vulnerability.assessed.v1':
      return { ...file, vulnerability: event.payload.factors, assessed: { ...file.assessed, vulnerability: true } }
    case 'case-contact.failed.v1':
      return { ...file, failedContactsAt: [...file.failedContactsAt, event.payload.at] }
    case 'case-field-need.set.v1':
      return { ...file, neededInFieldUntil: event.payload.until }
    case 'case-owner.assigned.v1': {
      const { owner, by, at } = event.payload
      // Another telephone, another need.
      return { ...file, owner, neededInFieldUntil: null, entrustedAt: by === owner ? null : at, happened: and(file, 'assign-owner', at) }
    }
    case 'case-contact.made.v1':
    case 'case-followed-up.v1':
    case 'case-supervised.v1':
    case 'case-checked-after-closure.v1':
      return { ...file, happened: and(file, event.payload.step, event.payload.at) }
    case 'referral.moved.v1':
    case 'referral.feedback-received.v1':
    case 'referral.file-asked.v1':
    case 'referral.file-allowed.v1':
      return { ...file, referrals: evolveReferrals(file.referrals, event) }
    default:
      return { ...file, consents: evolveConsents(file.consents, event) }
  }
}

const and = ({ happened }: CaseFile, what: Happening['what'], at: string): CaseFile['happened'] => [...happened, { what, at }]

/** Levels between which nobody has chosen count as the gravest of them. */
function ratingIn({ kind, payload }: FieldEvent, fields: Fields): readonly Rating[] {
  if (payload.field !== 'risk-level') return []
  if (kind !== 'case-field.conflict-found.v1') return levelOf(payload.value).map((level) => ({ level, at: payload.at }))
  const open = [...fields.conflicts.values()].find((one) => one.field === 'risk-level')
  const levels = [payload.current, payload.offered, ...(open?.offers ?? [])].flatMap((one) => levelOf(one.value))
  return levels.length === 0 ? [] : [{ level: levels.reduce(graver), at: payload.offered.at }]
}
const levelOf = (value: FieldValue): readonly RiskLevel[] => RiskLevel.options.filter((level) => level === value)

function moved(file: CaseFile, payload: CaseMoved['payload']): CaseFile {
  const standing = { at: payload.to, before: payload.step === 'request-closure' ? file.standing.at : file.standing.before }
  const next = { ...file, standing, happened: and(file, payload.step, payload.at) }
  switch (payload.step) {
    case 'create':
      return { ...next, subject: payload.subject, type: payload.type, organisation: payload.organisation, openedAt: payload.at }
    case 'register-minimum':
      return {
        ...{ ...next, provinceCode: payload.provinceCode, owner: payload.owner },
        happened: payload.owner === null ? next.happened : and(next, 'assign-owner', payload.at),
      }
    case 'request-approval':
      return { ...next, plan: { ...file.plan, standing: 'submitted' } }
    case 'approve-plan':
      return { ...next, plan: { ...file.plan, standing: 'approved' } }
    case 'return-plan':
      return { ...next, plan: { ...file.plan, standing: 'being-written' } }
    case 'need-reassessment':
    case 'resume-assessment':
      return { ...next, assessed: { safety: false, vulnerability: false } }
    case 'request-closure':
      return { ...next, closureAskedBy: payload.by, closureReason: payload.reason }
    case 'approve-closure':
      return { ...next, closedAt: payload.at }
    default:
      return next
  }
}
