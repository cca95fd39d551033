/* Quarters of a project, clipped to its first and last day. Values are kept by quarter (D); a report may cover several. */
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

/** `null` where the quarter lies outside the project. */
export function periodOf(period: string, { startsOn, endsOn }: Lasting): Period | null {
  if (!isQuarter(period)) return null
  const from = first(period)
  const until = addDays(addMonths(from, 3), -1)
  if (until < startsOn || from > endsOn) return null
  return { period, from: from < startsOn ? startsOn : from, until: until > endsOn ? endsOn : until }
}
export interface Lasting {
  readonly startsOn: string
  readonly endsOn: string
}
export function periodsOf(lasting: Lasting): readonly Period[] {
  const found: Period[] = []
  for (let at = first(quarterOfDay(lasting.startsOn)); at <= lasting.endsOn; at = addMonths(at, 3)) {
    const one = periodOf(quarterOfDay(at), lasting)
    if (one !== null) found.push(one)
  }
  return found
}
