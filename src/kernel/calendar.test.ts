import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, dateFromDayNumber, dayNumber, daysBetween, endOf, isCalendarDate, todayAt } from './calendar.ts'

const anyDay = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2200-12-31') }).map(dateFromDayNumber)

test.each([
  ['2026-11-21', true],
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-04-31', false],
  ['26-11-21', false],
  ['0026-11-21', false],
  ['0000-01-01', false],
  ['2026-11-21T00:00', false],
])('%s is a day: %s', (text, expected) => expect(isCalendarDate(text)).toBe(expected))

test.each([
  ['2024-03-01', 6, '2024-09-01'],
  ['2023-01-31', 1, '2023-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2025-08-12', 6, '2026-02-12'],
  ['2026-01-15', -2, '2025-11-15'],
  ['2023-11-30', 3, '2024-02-29'],
])('%s and %i months is %s', (from, months, to) => expect(addMonths(from, months)).toBe(to))

test('ninety days after 1 January 2026 is 1 April', () => {
  expect(addDays('2026-01-01', 90)).toBe('2026-04-01')
  expect(daysBetween('2026-01-01', '2026-04-01')).toBe(90)
})

test('a day survives its number, and days add up', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -50_000, max: 50_000 }), (day, days) => {
      expect(dateFromDayNumber(dayNumber(day))).toBe(day)
      expect(daysBetween(day, addDays(day, days))).toBe(days)
    }),
  )
})

test('months added never leave the calendar and never pass the month', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
      const later = addMonths(day, months)
      expect(isCalendarDate(later)).toBe(true)
      expect(later.slice(0, 7)).toBe(addMonths(`${day.slice(0, 7)}-01`, months).slice(0, 7))
    }),
  )
})

test('no sum leaves the days that can be written and compared as text', () => {
  expect([addMonths('9999-12-31', 12), addMonths('2026-01-01', 1_000_000), addDays('9999-12-31', 1)]).toEqual(Array(3).fill('9999-12-31'))
  expect(addMonths('9999-11-30', 1)).toBe('9999-12-30')
})

test.each([
  ['2026-11-21T21:59:59.999Z', '2026-11-21'],
  ['2026-11-21T22:00:00.000Z', '2026-11-22'],
  ['2026-12-31T23:10:00.000Z', '2027-01-01'],
])('at %s it is the %s where the work is done', (now, day) => expect(todayAt(now)).toBe(day))

test('a day ends where the work is done: its last millisecond is of that day, the next of the day after', () => {
  expect(todayAt(endOf('2026-11-21'))).toBe('2026-11-21')
  expect(todayAt('2026-11-21T22:00:00.000Z')).toBe('2026-11-22')
})
