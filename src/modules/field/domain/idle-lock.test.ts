import { expect, test } from 'vitest'
import { secondsLeft } from './idle-lock.ts'

test('counts down from the last touch, also over a time in which nothing ran', () => {
  expect(secondsLeft({ idleMinutes: 5, touchedAt: 1000, now: 1000 })).toBe(300)
  expect(secondsLeft({ idleMinutes: 5, touchedAt: 0, now: 280_000 })).toBe(20)
  expect(secondsLeft({ idleMinutes: 5, touchedAt: 0, now: 300_000 })).toBe(0)
  expect(secondsLeft({ idleMinutes: 5, touchedAt: 0, now: 86_400_000 })).toBeLessThan(0)
})
test('a clock that was set back does not keep it open', () => expect(secondsLeft({ idleMinutes: 5, touchedAt: 10_000, now: 0 })).toBe(0))
test('0 minutes: it does not lock by itself', () => expect(secondsLeft({ idleMinutes: 0, touchedAt: 0, now: 1e9 })).toBeNull())
