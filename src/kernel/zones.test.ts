import { expect, test } from 'vitest'
import { todayIn, wallClock, zoneOfPlace } from './zones.ts'

test('a day begins in Ulaanbaatar six hours before it does in Lubumbashi, and an hour later in Kinshasa', () => {
  const [evening, night] = ['2026-11-20T16:00:00.000Z', '2026-11-20T22:30:00.000Z']
  expect([todayIn('Asia/Ulaanbaatar', evening), todayIn('Africa/Lubumbashi', evening)]).toEqual(['2026-11-21', '2026-11-20'])
  expect([todayIn('Africa/Lubumbashi', night), todayIn('Africa/Kinshasa', night)]).toEqual(['2026-11-21', '2026-11-20'])
  expect(wallClock(night, 'Asia/Ulaanbaatar')).toEqual({ day: '2026-11-21', time: '06:30' })
})
test.each([
  ['MN4601', 'Asia/Ulaanbaatar'],
  ['CD1000', 'Africa/Kinshasa'],
  ['CD6301', 'Africa/Lubumbashi'],
  ['XL101', 'Africa/Lubumbashi'],
])('%s keeps the hours of %s', (area, zone) => expect(zoneOfPlace(area)).toBe(zone))
