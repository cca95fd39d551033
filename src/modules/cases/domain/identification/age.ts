/*
Which table a person is read by. Everybody who is, or may be, under eighteen is read as a child.
- Birth date: a child through the day before the eighteenth birthday, counted on the calendar; born on 29 February, a child through 28 February.
- Completed months (what leaves the vault instead of the date): a child below 216; 17.99 years are 215 months.
- Estimate, a range of whole completed years: a child when its lower end is below 18, also when its upper end is not.
- Disputed: a child, whatever else is known.
The birth date itself is read on the device and kept in the vault; nothing here keeps it.
*/
import type { IdentificationNumbers } from './identification-rules.ts'

const MAJORITY_YEARS = 18

export type AgeFacts =
  | { readonly kind: 'COMPLETED_MONTHS'; readonly months: number; readonly disputed: boolean }
  | { readonly kind: 'ESTIMATE'; readonly fromYears: number; readonly toYears: number; readonly disputed: boolean }
export const ageBases = [
  ...(['disputed', 'below-18', 'estimate-below-18', 'estimate-may-be-below-18', 'at-least-18', 'estimate-at-least-18'] as const),
] as const
export type AgeBasis = (typeof ageBases)[number]

/** Whole months lived on a day. Both are calendar dates, so they compare as text. */
export function completedMonths(birthDate: string, day: string): number {
  const months = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  const between = months(day) - months(birthDate) - (day.slice(8) < birthDate.slice(8) ? 1 : 0)
  if (between < 0) throw new Error('a day before the birth date')
  return between
}
/** 17.99 → 215: what is not complete does not count. */
export const monthsOfYears = (years: number): number => Math.floor(years * 12)

const youngest = (age: AgeFacts): number => (age.kind === 'ESTIMATE' ? age.fromYears * 12 : age.months)

export function ageBasis(age: AgeFacts): AgeBasis {
  if (age.disputed) return 'disputed'
  const below = youngest(age) < MAJORITY_YEARS * 12
  if (age.kind === 'COMPLETED_MONTHS') return below ? 'below-18' : 'at-least-18'
  if (age.toYears < MAJORITY_YEARS) return 'estimate-below-18'
  return below ? 'estimate-may-be-below-18' : 'estimate-at-least-18'
}
export const isReadAsChild = (age: AgeFacts): boolean => ageBasis(age) !== 'at-least-18' && ageBasis(age) !== 'estimate-at-least-18'
/** Nobody doubts it: only then may a site be said to have children at work. */
export const isSurelyChild = (age: AgeFacts): boolean => ageBasis(age) === 'below-18' || ageBasis(age) === 'estimate-below-18'

/** Below the minimum age for work, or possibly so; a disputed age is taken as possibly so. */
export const mayBeBelowMinimum = (age: AgeFacts, { minimumAgeYears }: Pick<IdentificationNumbers, 'minimumAgeYears'>): boolean =>
  age.disputed || youngest(age) < minimumAgeYears * 12
