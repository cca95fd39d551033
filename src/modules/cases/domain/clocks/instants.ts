/*
Instants as milliseconds, and the days on which they fall in a zone. Hours are counted on instants, so a night on which a zone moves its clocks
is neither an hour longer nor shorter for who waits; days are counted on the wall calendar of the place. No clock is read here.
*/
import { addDays, dateFromDayNumber, dayNumber } from '../../../../kernel/calendar.ts'

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

/** `2026-11-21T09:40:00.000Z` in milliseconds since 1970. */
export function msOf(instant: string): number {
  const [hours, minutes, seconds] = [instant.slice(11, 13), instant.slice(14, 16), instant.slice(17, 23)].map(Number)
  return dayNumber(instant.slice(0, 10)) * DAY_MS + (hours ?? 0) * HOUR_MS + (minutes ?? 0) * 60_000 + Math.round((seconds ?? 0) * 1000)
}
const two = (value: number, width = 2): string => String(value).padStart(width, '0')
export function instantOf(ms: number): string {
  const days = Math.floor(ms / DAY_MS)
  const left = ms - days * DAY_MS
  const [h, m, s] = [Math.floor(left / HOUR_MS), Math.floor(left / 60_000) % 60, Math.floor(left / 1000) % 60]
  return `${dateFromDayNumber(days)}T${two(h)}:${two(m)}:${two(s)}.${two(left % 1000, 3)}Z`
}
export const addHours = (instant: string, hours: number): string => instantOf(msOf(instant) + hours * HOUR_MS)
export const hoursBetween = (from: string, to: string): number => (msOf(to) - msOf(from)) / HOUR_MS
/** Days of twenty-four hours, with their fraction. */
export const elapsedDays = (from: string, to: string): number => (msOf(to) - msOf(from)) / DAY_MS

/** One formatter for each zone; to make one takes longer than all it is asked. */
const formatters = new Map<string, Intl.DateTimeFormat>()
function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const figures = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    calendar: 'iso8601',
    numberingSystem: 'latn',
    ...figures,
  })
  formatters.set(zone, made)
  return made
}
/** How far the wall clock of the zone is ahead of UTC at that moment. */
export function offsetMs(ms: number, zone: string): number {
  const whole = Math.floor(ms / 1000) * 1000
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(whole)
      .map(({ type, value }) => [type, value]),
  )
  const read = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '00'
  const day = `${read('year').padStart(4, '0')}-${read('month')}-${read('day')}`
  const wall = dayNumber(day) * DAY_MS + Number(read('hour')) * HOUR_MS + Number(read('minute')) * 60_000 + Number(read('second')) * 1000
  return wall - whole
}
/** The calendar day of the place. */
export const localDay = (instant: string, zone: string): string => {
  const ms = msOf(instant)
  return dateFromDayNumber(Math.floor((ms + offsetMs(ms, zone)) / DAY_MS))
}
/** When the day begins there. A guess with the offset of the guess, then again: the offset may change in between. */
export function startOfLocalDay(day: string, zone: string): string {
  const midnight = dayNumber(day) * DAY_MS
  const guess = midnight - offsetMs(midnight, zone)
  return instantOf(midnight - offsetMs(guess, zone))
}
/** The last millisecond of the day there. */
export const endOfLocalDay = (day: string, zone: string): string => instantOf(msOf(startOfLocalDay(addDays(day, 1), zone)) - 1)
