/* Elapsed time in classes for reports. Half open, so that no day lies in two of them and four days are not "0–3 days" (a known defect elsewhere). */
import { elapsedDays } from './instants.ts'

export const elapsedClasses = [
  { key: '0-3-days', from: 0, below: 4 },
  { key: '4-5-days', from: 4, below: 6 },
  { key: '6-14-days', from: 6, below: 15 },
  { key: '15-30-days', from: 15, below: 31 },
  { key: '31-days-and-more', from: 31, below: Number.POSITIVE_INFINITY },
] as const
export type ElapsedClass = (typeof elapsedClasses)[number]['key']

/** `null` for what ended before it began: a mistake in the record, to be shown and not to be counted. */
export const elapsedClassOf = (days: number): ElapsedClass | null =>
  elapsedClasses.find(({ from, below }) => days >= from && days < below)?.key ?? null
export const elapsedBetween = (from: string, to: string): ElapsedClass | null => elapsedClassOf(elapsedDays(from, to))
