/*
Quarters of a project: whole calendar quarters, whatever its first and last day (D). Two projects that ask one measure of the same persons then ask it of the same days: else the day by
which their start days differ would say on which day one person came. A report may cover several, and covers a quarter when all of the project's days in it lie within the report.
*/
import { addDays, addMonths } from '../../../kernel/calendar.ts'

export interface Period {
  /** `2026-Q1` */
  readonly period: string
  readonly from: string
  readonly until: string
}
const first = (period: string): string => `${period.slice(0, 4)}-${String(Number(period.slice(6)) * 3 - 2).padStart(2, '0')}-01`
export const quarterOfDay = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
export const isQuarter = (text: string): boolean => /^\d{4}-Q[1-4]$/.test(text)

export interface Lasting {
  readonly startsOn: string
  readonly endsOn: string
}
/** The whole quarter; `null` where it lies outside the project. */
export function periodOf(period: string, { startsOn, endsOn }: Lasting): Period | null {
  if (!isQuarter(period)) return null
  const from = first(period)
  const until = addDays(addMonths(from, 3), -1)
  return until < startsOn || from > endsOn ? null : { period, from, until }
}
export function periodsOf(lasting: Lasting): readonly Period[] {
  const found: Period[] = []
  for (let at = first(quarterOfDay(lasting.startsOn)); at <= lasting.endsOn; at = addMonths(at, 3)) {
    const one = periodOf(quarterOfDay(at), lasting)
    if (one !== null) found.push(one)
  }
  return found
}
/** The days of a quarter on which the project runs. */
export const runningIn = (
  { from, until }: Pick<Period, 'from' | 'until'>,
  { startsOn, endsOn }: Lasting,
): Pick<Period, 'from' | 'until'> => ({
  from: from < startsOn ? startsOn : from,
  until: until > endsOn ? endsOn : until,
})
