import { expect, test } from 'vitest'
import { bedNights } from './doors.ts'

const room = (beds: number) => ({ room: 'a', kind: 'women', beds })
const arrangements = [
  { from: '2026-10-11', rooms: [room(6)] },
  { from: '2026-09-01', rooms: [room(4)] },
]
test('bed-nights follow what stood each night, and end with the house', () => {
  const october = { from: '2026-10-01', until: '2026-11-01' }
  expect(bedNights({ arrangements, closedOn: null }, october)).toBe(10 * 4 + 21 * 6)
  expect(bedNights({ arrangements, closedOn: '2026-10-16' }, october)).toBe(10 * 4 + 5 * 6)
  expect(bedNights({ arrangements, closedOn: '2026-10-06' }, october)).toBe(5 * 4)
  expect(bedNights({ arrangements: [], closedOn: null }, october)).toBe(0)
})
