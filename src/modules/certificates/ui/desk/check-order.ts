/* The fifteen checks sorted for work: what stands in the way first. Pure. */
import type { CheckReport } from '../../contract.ts'

const gravity = { failed: 0, review: 1, 'not-yet-checked': 2, passed: 3, 'not-applicable': 4 } as const

/** Failed, to judge, not yet checked, passed; by number inside each. */
export const byGravity = (checks: readonly CheckReport[]): readonly CheckReport[] =>
  checks.toSorted((a, b) => gravity[a.result] - gravity[b.result] || a.number - b.number)

/** Answered by the act of issuing itself: two persons, validity. Not one of them in which something is to be judged already. */
export const isDecidedAtIssue = (check: CheckReport): boolean =>
  check.result === 'not-yet-checked' && check.evidence.some((one) => one.code === 'decided-at-issue')

/** Those that nobody could make, which the verifier must name one by one. */
export const toAcknowledge = (checks: readonly CheckReport[]): readonly CheckReport[] =>
  checks.filter((check) => check.result === 'not-yet-checked' && !isDecidedAtIssue(check))

/** What somebody must still do, by who can do it: failed and to judge first. */
export function waitingFor(checks: readonly CheckReport[]): ReadonlyMap<string, readonly CheckReport[]> {
  const open = byGravity(checks).filter((check) => check.remedy !== null && !isDecidedAtIssue(check))
  return Map.groupBy(open, (check) => check.remedy?.who ?? '')
}

export const countOf = (checks: readonly CheckReport[], result: CheckReport['result']): number =>
  checks.filter((check) => check.result === result).length
