/*
Clocks and weights of early warnings: our own proposal (D), as data, shown wherever they are used. Hours run from the moment of receipt, on instants: a night on
which a zone moves its clocks makes nobody wait longer or less.
*/
import { dateFromDayNumber, dayNumber } from '../../../../kernel/calendar.ts'

const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

export const warningRules = {
  triageHours: [
    { severity: 5, hours: 1 },
    { severity: 4, hours: 4 },
    { severity: 3, hours: 24 },
    { severity: 2, hours: 24 },
    { severity: 1, hours: 24 },
  ],
  responseHours: [
    { severity: 5, hours: 24 },
    { severity: 4, hours: 48 },
    { severity: 3, hours: 168 },
    { severity: 2, hours: 168 },
    { severity: 1, hours: 168 },
  ],
  halfLifeDays: 30,
  countedDays: 365,
  /** What a warning weighs that nobody could verify, or that nobody has sorted yet. A false one weighs nothing. */
  unverifiedPart: 0.5,
  mark: 'D' as const,
}

type Clocked = 'triageHours' | 'responseHours'
const hoursOf = (clock: Clocked, severity: number): number => warningRules[clock].find((one) => one.severity === severity)?.hours ?? 24
export const afterHours = (instant: string, hours: number): string => isoOf(msOf(instant) + hours * HOUR_MS)

/** A change of severity counts again from the receipt, never from the change. */
export const triageDue = (receivedAt: string, severity: number): string => afterHours(receivedAt, hoursOf('triageHours', severity))
export const responseDue = (sharedAt: string, severity: number): string => afterHours(sharedAt, hoursOf('responseHours', severity))
/** At the very moment it is not late yet. */
export const isLate = (due: string, now: string): boolean => msOf(now) > msOf(due)

/** An instant in milliseconds since 1970. */
export function msOf(instant: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = [instant.slice(11, 13), instant.slice(14, 16), instant.slice(17, 23)].map(Number)
  return dayNumber(instant.slice(0, 10)) * DAY_MS + hours * HOUR_MS + minutes * 60_000 + Math.round(seconds * 1000)
}
export function isoOf(ms: number): string {
  const days = Math.floor(ms / DAY_MS)
  const rest = ms - days * DAY_MS
  const two = (value: number, width = 2): string => String(value).padStart(width, '0')
  const clock = [Math.floor(rest / HOUR_MS), Math.floor(rest / 60_000) % 60, Math.floor(rest / 1000) % 60].map((one) => two(one)).join(':')
  return `${dateFromDayNumber(days)}T${clock}.${two(rest % 1000, 3)}Z`
}
