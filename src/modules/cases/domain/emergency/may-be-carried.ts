/*
What of a file may lie on a telephone: as little as the next days need. Own open files with something due, never who the person is unless somebody
ticked that it is needed in the field, never a witness. It refuses to know how a telephone keeps things. All numbers are our own proposal (D).
*/
import { addDays } from '../../../../kernel/calendar.ts'
import type { Evidence } from '../../../../kernel/rulebook.ts'

export interface CarryRules {
  readonly dueWithinDays: number
  readonly mostFiles: number
  /** After so many days what is carried is thrown away, heard of or not. */
  readonly keepDays: number
  readonly evidence: Evidence
}
export const firstCarryRules: CarryRules = { dueWithinDays: 7, mostFiles: 20, keepDays: 14, evidence: 'D' }

export interface CarriedCase {
  readonly id: string
  readonly isOpen: boolean
  /** In the team of the file, and the one who works on it. */
  readonly isOwn: boolean
  /** The next day on which something is to be done; `null` when nothing is. */
  readonly dueOn: string | null
  /** The day until which who answers for it said that the person must be known in the field; `null`: never said, or taken back. */
  readonly identityNeededUntil: string | null
}
/** What never goes: sealed parts that stay where they are. */
export type SealedPart = 'identity' | 'narrative' | 'witness' | 'perpetrator'
export type MayCarry =
  | { readonly may: true; readonly parts: readonly SealedPart[] }
  | { readonly may: false; readonly because: 'not-open' | 'not-own' | 'nothing-due' }

export function mayBeCarried(file: CarriedCase, today: string, rules = firstCarryRules): MayCarry {
  if (!file.isOpen) return { may: false, because: 'not-open' }
  if (!file.isOwn) return { may: false, because: 'not-own' }
  if (file.dueOn === null || file.dueOn > addDays(today, rules.dueWithinDays)) return { may: false, because: 'nothing-due' }
  return { may: true, parts: isNeededOn(file.identityNeededUntil, today) ? ['identity'] : [] }
}

/** To its last day; the day after, the telephone lets go of it by itself. */
export const isNeededOn = (until: string | null, today: string): boolean => until !== null && today <= until

/** Those that may, the most pressing first, and no more than a telephone should hold. */
export function carriedSet(files: readonly CarriedCase[], today: string, rules = firstCarryRules): readonly CarriedCase[] {
  return files
    .filter((file) => mayBeCarried(file, today, rules).may)
    .toSorted((one, other) => (one.dueOn ?? '').localeCompare(other.dueOn ?? '') || one.id.localeCompare(other.id))
    .slice(0, rules.mostFiles)
}

export const isCarriedTooLong = (carriedOn: string, today: string, rules = firstCarryRules): boolean =>
  addDays(carriedOn, rules.keepDays) < today
