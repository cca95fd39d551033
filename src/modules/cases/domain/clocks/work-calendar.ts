/*
Which days offices work, by place. Weekends and holidays are defaults of a country pack (U: no decree was read); a programme writes its own.
A free day may postpone a clock that is counted in days, never one that is counted in hours: danger does not keep office hours.
*/
import { addDays, dayNumber } from '../../../../kernel/calendar.ts'
import type { Evidence } from '../../../../kernel/rulebook.ts'

export interface WorkCalendar {
  readonly zone: string
  /** ISO weekdays: 1 Monday … 7 Sunday. */
  readonly freeWeekdays: readonly number[]
  /** Holidays, and days on which the office was shut. */
  readonly freeDays: readonly string[]
  readonly evidence: Evidence
}
export const ZONES = ['Africa/Lubumbashi', 'Africa/Kinshasa', 'Asia/Ulaanbaatar'] as const
export type Zone = (typeof ZONES)[number]

export const calendarOf = (zone: string, freeDays: readonly string[] = []): WorkCalendar => ({
  ...{ zone, freeWeekdays: [6, 7], freeDays, evidence: 'U' },
})

/** 1970-01-01 was a Thursday. */
export const weekdayOf = (day: string): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
export const isFree = (day: string, calendar: WorkCalendar): boolean =>
  calendar.freeWeekdays.includes(weekdayOf(day)) || calendar.freeDays.includes(day)

/** A calendar without a working day in a year is a mistake: the day itself stands. */
export function nextWorkingDay(day: string, calendar: WorkCalendar): string {
  for (let ahead = 0; ahead < 366; ahead++) {
    const candidate = addDays(day, ahead)
    if (!isFree(candidate, calendar)) return candidate
  }
  return day
}
