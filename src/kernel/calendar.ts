/*
Days on a calendar, as orders and slips write them: `YYYY-MM-DD`, no clock, no time zone. Law counts in calendar months, so
adding a month to 31 January gives the last day of February. No function here reads the clock: today comes from the caller.
*/

const DAY_MS = 86_400_000
const ZONE_MS = 2 * 3_600_000

/** Years below 1000 are slips of the pen: the arithmetic below would read them as 19xx, and a database has no year 0. */
const FIRST_YEAR = 1000
const LAST_YEAR = 9999

export const isCalendarDate = (text: string): boolean => readDay(text) !== null

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

/** The last days of so many quarters before `today`, oldest first, and `today` itself as the last: the steps of a picture over time. */
export function quarterEnds(today: string, quarters: number): readonly string[] {
  const first = `${today.slice(0, 4)}-${String(Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`
  const ends = Array.from({ length: quarters }, (_, at) => addDays(addMonths(first, -3 * at), -1)).toReversed()
  return [...ends, today]
}

/** The day on which an instant falls, in UTC. */
export const dayOf = (instant: string): string => instant.slice(0, 10)
/**
 * Today, where the work is done: the day of Lubumbashi (UTC+2, no summer time), the easternmost zone of the DRC (D), so that no screen of the
 * country proposes a day that the server takes for the future. Kinshasa, an hour behind, sees the new day at 23:00.
 */
export const todayAt = (now: string): string => dateFromDayNumber(Math.floor((Date.parse(now) + ZONE_MS) / DAY_MS))
/** Milliseconds since 1970, for arithmetic on instants. */
export const msOfInstant = (instant: string): number => Date.parse(instant)
/** The first instant of a day, in UTC. */
export const startOf = (date: string): string => `${date}T00:00:00.000Z`
/** The last millisecond of a day where the work is done: what was known "on" that day includes all of it. */
export const endOf = (date: string): string => `${date}T21:59:59.999Z`

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}
/** Figure by figure: for one lot of many bags ten thousand days are read, and a pattern costs several times as much. */
function readDay(text: string): Day | null {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null
  const [year, month, day] = [figures(text, 0, 4), figures(text, 5, 7), figures(text, 8, 10)]
  return year >= FIRST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : null
}
/** The number between two places; -1 where anything but a figure stands. */
function figures(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) {
    const figure = text.charCodeAt(at) - 48
    if (figure < 0 || figure > 9) return -1
    number = number * 10 + figure
  }
  return number
}
function partsOf(date: string): Day {
  const day = readDay(date)
  if (day === null) throw new Error('not a calendar date')
  return day
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
