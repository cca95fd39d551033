/*
Indicators of case management as plain sums. A share of nothing is not nought: it is not there. Which of these figures may be shown to whom is not
decided here; they carry their two counts so that the rules of disclosure can.
*/
import type { ClockFace } from '../clocks/clock.ts'
import { elapsedDays } from '../clocks/instants.ts'
import type { CaseState, ClosureReason } from './case-words.ts'

export interface Share {
  readonly count: number
  readonly of: number
  /** Hundredths of a percent; `null`: not applicable. */
  readonly share: number | null
}
export const shareOf = (count: number, of: number): Share => ({ count, of, share: of === 0 ? null : Math.round((count * 10_000) / of) })
/** `null` of nothing; between the two in the middle where there are two. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
/** What still runs is neither in time nor late; what is overdue is late already. */
export function inTime(faces: readonly ClockFace[]): Share {
  const decided = faces.filter((face) => face.state === 'done' || face.state === 'done-late' || face.state === 'overdue')
  return shareOf(decided.filter((face) => face.state === 'done').length, decided.length)
}

export interface IndicatorFacts {
  readonly workers: number
  readonly supervisors: number
  readonly cases: readonly {
    readonly state: CaseState
    readonly isOpen: boolean
    /** Somebody is responsible: a case of nobody burdens no worker. */
    readonly hasOwner: boolean
    readonly openedAt: string
    readonly closedAt: string | null
    readonly closureReason: ClosureReason | null
  }[]
  readonly faces: readonly ClockFace[]
  readonly referrals: readonly {
    readonly sentAt: string
    readonly isAnswered: boolean
    readonly isAccepted: boolean
    readonly isDone: boolean
    readonly serviceAt: string | null
    readonly hasFeedback: boolean
  }[]
  readonly withdrawals: number
  readonly overrides: number
  /** At six and at twelve months; `null`: not visited then. */
  readonly grants: readonly { readonly at6: boolean | null; readonly at12: boolean | null }[]
}
export interface Indicators {
  /** Hundredths of a case. */
  readonly casesPerWorker: number | null
  readonly workersPerSupervisor: number | null
  readonly highRiskSeenInTime: Share
  readonly plansApprovedInTime: Share
  readonly followUpsInTime: Share
  readonly assessmentsInTime: Share
  readonly supervisorReviewsInTime: Share
  readonly referralsAnsweredInTime: Share
  /** Of all cases, those that were brought to their end. */
  readonly casesClosed: Share
  readonly referralsAccepted: Share
  readonly referralsCompleted: Share
  readonly medianDaysToService: number | null
  readonly medianDaysOpen: number | null
  readonly closuresWithGoalsMet: Share
  readonly feedbackGiven: Share
  readonly withdrawals: number
  readonly overrides: number
  readonly grantsRunningAt6: Share
  readonly grantsRunningAt12: Share
}
const perEach = (count: number, of: number): number | null => (of === 0 ? null : Math.round((count * 100) / of))
const running = (answers: readonly (boolean | null)[]): Share => {
  const known = answers.filter((one) => one !== null)
  return shareOf(known.filter(Boolean).length, known.length)
}

export function indicatorsOf(facts: IndicatorFacts): Indicators {
  const { cases, faces, referrals, grants } = facts
  const of = (clock: ClockFace['clock']): readonly ClockFace[] => faces.filter((face) => face.clock === clock)
  const closed = cases.filter((one) => one.closedAt !== null)
  const answered = referrals.filter((one) => one.isAnswered)
  const taken = referrals.filter((one) => one.isAccepted)
  return {
    casesPerWorker: perEach(cases.filter((one) => one.isOpen && one.hasOwner).length, facts.workers),
    workersPerSupervisor: perEach(facts.workers, facts.supervisors),
    highRiskSeenInTime: inTime(of('first-safety-contact').filter((face) => face.level === 'high')),
    plansApprovedInTime: inTime(of('plan-approved')),
    followUpsInTime: inTime(of('follow-up')),
    assessmentsInTime: inTime(of('full-assessment')),
    supervisorReviewsInTime: inTime(of('supervisor-review')),
    referralsAnsweredInTime: inTime(of('referral-answered')),
    casesClosed: shareOf(closed.length, cases.length),
    referralsAccepted: shareOf(taken.length, answered.length),
    referralsCompleted: shareOf(taken.filter((one) => one.isDone).length, taken.length),
    medianDaysToService: median(referrals.flatMap((one) => (one.serviceAt === null ? [] : [elapsedDays(one.sentAt, one.serviceAt)]))),
    medianDaysOpen: median(closed.flatMap((one) => (one.closedAt === null ? [] : [elapsedDays(one.openedAt, one.closedAt)]))),
    closuresWithGoalsMet: shareOf(closed.filter((one) => one.closureReason === 'goals-achieved').length, closed.length),
    feedbackGiven: shareOf(referrals.filter((one) => one.hasFeedback).length, referrals.filter((one) => one.isDone).length),
    withdrawals: facts.withdrawals,
    overrides: facts.overrides,
    grantsRunningAt6: running(grants.map((one) => one.at6)),
    grantsRunningAt12: running(grants.map((one) => one.at12)),
  }
}
