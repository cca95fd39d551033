import { expect, test } from 'vitest'
import { atContact, atOpening, daysOver } from './lease.ts'

const DAY = 86_400_000
const start = Date.parse('2026-11-22T06:00:00.000Z')

test.each([
  ['the same day', [0.2], 14, null],
  ['the last day', [13, 14], 14, null],
  ['after it', [14.01], 14, 14],
  ['long after', [3, 40], 14, 40],
  ['with no lease', [400], 0, null],
  ['a clock that went back after it was over', [20, 1], 14, 20],
])('%s', (_name, openings, days, over) => {
  const lease = openings.reduce((before, day) => atOpening(before, start + day * DAY), atContact(start))
  expect(daysOver(lease, days)).toBe(over)
})

test('a clock that is held still does not hold the lease', () => {
  let lease = atContact(start)
  let openings = 0
  for (; daysOver(lease, 3) === null && openings < 1000; openings++) lease = atOpening(lease, start - DAY)
  expect(openings).toBe(73)
})

test('after a clock that ran ahead, contact begins the lease anew', () => {
  const ahead = atOpening(atContact(start), start + 400 * DAY)
  expect(daysOver(ahead, 14)).toBe(400)
  expect(daysOver(atOpening(atContact(start + DAY), start + 2 * DAY), 14)).toBeNull()
})
