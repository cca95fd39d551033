/*
What a caseworker sees first, and how many cases one person carries. Risk before everything, then what is late, then what is due soonest, and only
between equals the vulnerability index: it orders and never decides. A list holds random numbers and codes; no name can be in it.
*/
import type { Evidence } from '../../../../kernel/rulebook.ts'
import type { ClockFace } from '../clocks/clock.ts'
import type { RiskLevel } from '../clocks/clock-rulebook.ts'
import { compareRisk } from '../clocks/risk.ts'
import type { CaseState } from './case-words.ts'
import { OPEN_CASE } from './case-machine.ts'

export interface WorkItem {
  readonly caseNumber: string
  readonly level: RiskLevel
  readonly faces: readonly ClockFace[]
  readonly hasConflict: boolean
  readonly vulnerability: number
}
const lateness = (item: WorkItem): number =>
  Math.max(-1, ...item.faces.filter((face) => face.state === 'overdue').map((face) => face.lateHours))
const nextDue = (item: WorkItem): string =>
  item.faces
    .filter((face) => face.state === 'running')
    .map((face) => face.dueAt)
    .toSorted()[0] ?? '9999'
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** An open conflict about the file is looked at before a clock: the clock may be the wrong one. */
export const inOrder = (items: readonly WorkItem[]): readonly WorkItem[] =>
  items.toSorted(
    (a, b) =>
      compareRisk(a.level, b.level) ||
      Number(b.hasConflict) - Number(a.hasConflict) ||
      lateness(b) - lateness(a) ||
      compareText(nextDue(a), nextDue(b)) ||
      b.vulnerability - a.vulnerability ||
      compareText(a.caseNumber, b.caseNumber),
  )

export interface CaseloadRule {
  readonly most: number
  readonly evidence: Evidence
}
export const firstCaseloadRule: CaseloadRule = { most: 25, evidence: 'U' }
export interface Caseload {
  readonly worker: string
  readonly open: number
  readonly high: number
  readonly isOver: boolean
}
export interface Carried {
  readonly owner: string | null
  readonly state: CaseState
  readonly level: RiskLevel | null
}
/** Cases that somebody works on, by who does; those of nobody are told apart, because they are the first to be lost. */
export function caseloads(
  cases: readonly Carried[],
  rule = firstCaseloadRule,
): { readonly of: readonly Caseload[]; readonly ofNobody: number } {
  const open = cases.filter((one) => OPEN_CASE.includes(one.state))
  const workers = [...new Set(open.map((one) => one.owner).filter((owner) => owner !== null))].toSorted()
  const of = workers.map((worker) => {
    const own = open.filter((one) => one.owner === worker)
    return { worker, open: own.length, high: own.filter((one) => one.level === 'high').length, isOver: own.length > rule.most }
  })
  return { of, ofNobody: open.filter((one) => one.owner === null).length }
}
