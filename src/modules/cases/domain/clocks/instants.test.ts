import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addHours, endOfLocalDay, hoursBetween, instantOf, localDay, msOf, offsetMs, startOfLocalDay } from './instants.ts'
import { ZONES, calendarOf, nextWorkingDay, weekdayOf } from './work-calendar.ts'

test('an instant is its milliseconds and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2090, 0, 1) }), (ms) => {
      expect(instantOf(ms)).toBe(new Date(ms).toISOString())
      expect(msOf(new Date(ms).toISOString())).toBe(ms)
    }),
  )
})

test.each([
  ['Africa/Lubumbashi', '2026-11-21T22:00:00.000Z', '2026-11-22'],
  ['Africa/Lubumbashi', '2026-11-21T21:59:59.999Z', '2026-11-21'],
  ['Africa/Kinshasa', '2026-11-21T22:59:59.999Z', '2026-11-21'],
  ['Africa/Kinshasa', '2026-11-21T23:00:00.000Z', '2026-11-22'],
  ['Asia/Ulaanbaatar', '2026-11-21T15:59:59.999Z', '2026-11-21'],
  ['Asia/Ulaanbaatar', '2026-11-21T16:00:00.000Z', '2026-11-22'],
])('acceptance 10: in %s, %s is the day %s', (zone, at, day) => expect(localDay(at, zone)).toBe(day))

test('acceptance 10: days begin and end where the place says, also when the clocks move', () => {
  expect(startOfLocalDay('2026-11-22', 'Asia/Ulaanbaatar')).toBe('2026-11-21T16:00:00.000Z')
  expect(endOfLocalDay('2026-11-22', 'Africa/Kinshasa')).toBe('2026-11-22T22:59:59.999Z')
  // Paris gives an hour away on 29 March 2026 and takes it back on 25 October.
  expect(hoursBetween(startOfLocalDay('2026-03-29', 'Europe/Paris'), startOfLocalDay('2026-03-30', 'Europe/Paris'))).toBe(23)
  expect(hoursBetween(startOfLocalDay('2026-10-25', 'Europe/Paris'), startOfLocalDay('2026-10-26', 'Europe/Paris'))).toBe(25)
  // Mongolia kept summer time until 2016.
  expect(hoursBetween(startOfLocalDay('2016-03-26', 'Asia/Ulaanbaatar'), startOfLocalDay('2016-03-27', 'Asia/Ulaanbaatar'))).toBe(23)
  expect(addHours('2026-03-28T23:30:00.000Z', 24)).toBe('2026-03-29T23:30:00.000Z')
})

test('every instant lies within its local day', () => {
  const zones = [...ZONES, 'Europe/Oslo', 'America/New_York']
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2035, 0, 1) }), fc.constantFrom(...zones), (ms, zone) => {
      const at = instantOf(ms)
      const day = localDay(at, zone)
      expect(startOfLocalDay(day, zone) <= at && at <= endOfLocalDay(day, zone)).toBe(true)
    }),
  )
})

test('the provinces of the DRC lie one hour apart and move no clock', () => {
  for (const month of [1, 4, 7, 10]) {
    const ms = Date.UTC(2026, month, 1)
    expect([offsetMs(ms, 'Africa/Lubumbashi'), offsetMs(ms, 'Africa/Kinshasa')]).toEqual([7_200_000, 3_600_000])
  }
})

test('weekdays, and the next day on which an office works', () => {
  expect(weekdayOf('2026-11-22')).toBe(7)
  expect(weekdayOf('1969-12-31')).toBe(3)
  const calendar = calendarOf('Africa/Lubumbashi', ['2026-11-23'])
  expect(nextWorkingDay('2026-11-21', calendar)).toBe('2026-11-24')
  expect(nextWorkingDay('2026-11-21', { ...calendar, freeWeekdays: [1, 2, 3, 4, 5, 6, 7] })).toBe('2026-11-21')
})
