/*
When a telephone in the field is a worry: it was not heard of for a week, or says that work has lain on it for three days (D: the longest usual
way back to a network is a weekend). It closes nothing; somebody rings up.
*/
import type { Evidence } from '../../../kernel/rulebook.ts'

interface Rule {
  readonly days: number
  readonly evidence: Evidence
}
export const LATE_RULES = { silent: { days: 7, evidence: 'D' }, unsent: { days: 3, evidence: 'D' } } as const satisfies {
  readonly [name: string]: Rule
}

export interface LastHeard {
  readonly enrolledAt: string
  readonly lastSeenAt: string | null
  readonly oldestUnsentAt: string | null
  readonly removed: object | null
  /** An account that is closed, a role that is withdrawn: it cannot be heard of any more. */
  readonly shut: string | null
}
/** Instants that lie `silent` and `unsent` days before now. */
export interface LateBefore {
  readonly silent: string
  readonly unsent: string
}
export function isLate({ enrolledAt, lastSeenAt, oldestUnsentAt, removed, shut }: LastHeard, before: LateBefore): boolean {
  if (removed !== null || shut !== null) return false
  return (lastSeenAt ?? enrolledAt) < before.silent || (oldestUnsentAt !== null && oldestUnsentAt < before.unsent)
}
