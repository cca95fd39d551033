/*
Times as EPCIS writes them: a moment with an offset, with any number of decimals. Compared and hashed they are UTC with three decimals,
the fourth rounded half up: a plain `Date` would cut it off. Leap seconds are refused, as JSON tools cannot compare them.
*/
import { dateFromDayNumber, dayNumber, isCalendarDate } from '../../../kernel/calendar.ts'

const shape = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d+))?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/
const DAY_MS = 86_400_000

/** Milliseconds since 1970, or `null` when the text is no time with an offset. */
export function millisecondsOf(text: string): number | null {
  const found = shape.exec(text)
  const [, day = '', hours, minutes, seconds, fraction = '', zone = ''] = found ?? []
  if (!found || !isCalendarDate(day)) return null
  const ofDay = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
  const digits = fraction.padEnd(4, '0')
  const milliseconds = Number(digits.slice(0, 3)) + (digits.charAt(3) >= '5' ? 1 : 0)
  return dayNumber(day) * DAY_MS + ofDay + milliseconds - offsetMinutes(zone) * 60_000
}

/** `2020-03-04T10:00:30.000Z`, or `null`. */
export function utcText(text: string): string | null {
  const milliseconds = millisecondsOf(text)
  return milliseconds === null ? null : `${dateTimeOf(milliseconds)}Z`
}

/** The same moment on a clock of that offset: `2020-03-04T11:00:30.000+01:00`. */
export function atOffset(utc: string, offset: string): string {
  const milliseconds = millisecondsOf(utc)
  if (milliseconds === null) return utc
  const moved = dateTimeOf(milliseconds + offsetMinutes(offset) * 60_000)
  return `${moved}${offset}`
}

export const isOffset = (text: string): boolean => /^[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00)$/.test(text)

function offsetMinutes(zone: string): number {
  if (zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6))
  return zone.startsWith('-') ? -minutes : minutes
}
function dateTimeOf(milliseconds: number): string {
  const day = Math.floor(milliseconds / DAY_MS)
  const rest = milliseconds - day * DAY_MS
  const two = (value: number): string => String(value).padStart(2, '0')
  const clock = [Math.floor(rest / 3_600_000), Math.floor(rest / 60_000) % 60, Math.floor(rest / 1000) % 60].map(two).join(':')
  return `${dateFromDayNumber(day)}T${clock}.${String(rest % 1000).padStart(3, '0')}`
}
