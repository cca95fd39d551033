/*
Days on a calendar, as orders and slips write them: `YYYY-MM-DD`, no clock, no time zone. Law counts in calendar months, so
adding a month to 31 January gives the last day of February. No function here reads the clock: today comes from the caller.
*/

const shape = /^(\d{4})-(\d{2})-(\d{2})$/
const DAY_MS = 86_400_000
const ZONE_MS = 2 * 3_600_000

/** Years below 1000 are slips of the pen: the arithmetic below would read them as 19xx, and a database has no year 0. */
const FIRST_YEAR = 1000
const LAST_YEAR = 9999

export function isCalendarDate(text: string): boolean {
  const found = shape.exec(text)
  if (!found) return false
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  return year >= FIRST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Calendar months added; a day that the target month lacks becomes its last day. Negative months go back. */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + (month - 1) + months
  const targetYear = Math.floor(index / 12)
  const targetMonth = index - targetYear * 12 + 1
  return dateOf(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)))
}

export function addDays(date: string, days: number): string {
  return dateFromDayNumber(dayNumber(date) + days)
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** Days since 1970-01-01: the short form of a date in a certificate's code. */
export function dayNumber(date: string): number {
  const { year, month, day } = partsOf(date)
  return Date.UTC(year, month - 1, day) / DAY_MS
}

export function dateFromDayNumber(days: number): string {
  let left = days
  let year = 1970
  while (left < 0) left += daysInYear(--year)
  while (left >= daysInYear(year)) left -= daysInYear(year++)
  let month = 1
  while (left >= daysInMonth(year, month)) left -= daysInMonth(year, month++)
  return dateOf(year, month, left + 1)
}

/** The day on which an instant falls, in UTC. */
export const dayOf = (instant: string): string => instant.slice(0, 10)
/**
 * Today, where the work is done: the day of Lubumbashi (UTC+2, no summer time), the easternmost zone of the DRC (D), so that no screen of the
 * country proposes a day that the server takes for the future. Kinshasa, an hour behind, sees the new day at 23:00.
 */
export const todayAt = (now: string): string => dateFromDayNumber(Math.floor((Date.parse(now) + ZONE_MS) / DAY_MS))
/** The first instant of a day, in UTC. */
export const startOf = (date: string): string => `${date}T00:00:00.000Z`
/** The last millisecond of a day where the work is done: what was known "on" that day includes all of it. */
export const endOf = (date: string): string => `${date}T21:59:59.999Z`

function partsOf(date: string): { year: number; month: number; day: number } {
  if (!isCalendarDate(date)) throw new Error('not a calendar date')
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}
/** A day after the last that four figures can write is that last one: days are compared as text. */
const dateOf = (year: number, month: number, day: number): string =>
  year > LAST_YEAR
    ? `${LAST_YEAR}-12-31`
    : `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const daysInYear = (year: number): number => (isLeap(year) ? 366 : 365)
function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
