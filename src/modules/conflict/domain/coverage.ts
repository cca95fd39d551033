/*
What "no event" is worth: a source tells of the days that its file covers, and of no other. Only where the files of one country together cover every
day that was asked for may an empty place be called quiet; else nobody looked, or nobody looked at all of it.
*/
import { addDays } from '../../../kernel/calendar.ts'

export interface Covered {
  readonly country: string
  readonly coversFrom: string
  readonly coversUntil: string
}
export interface Days {
  readonly from: string
  readonly until: string
}

/** Whether every day lies in one of the files. Sorts them: n log n over a few dozen files. */
export function coversAll(files: readonly Covered[], country: string, { from, until }: Days): boolean {
  let next = from
  for (const { coversFrom, coversUntil } of files
    .filter((one) => one.country === country)
    .toSorted((a, b) => (a.coversFrom < b.coversFrom ? -1 : 1))) {
    if (coversFrom > next) break
    if (coversUntil >= next) next = addDays(coversUntil, 1)
  }
  return next > until
}
/** OCHA codes begin with the country's two letters. */
export const countryOfArea = (code: string): string => code.slice(0, 2)
