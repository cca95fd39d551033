import { expect, test } from 'vitest'
import { ParticipantCategory, type Seat } from '../../contract-workshops.ts'
import { type Counts, countsOf, dealSeats, proposedCounts, totalOf, totalsBySex } from './dealing.ts'

/** The widest difference between groups of how many seats pass the question. */
const spread = (seats: readonly Seat[], groups: number, asks: (seat: Seat) => boolean = () => true): number => {
  const counts = Array.from({ length: groups }, (_, index) => seats.filter((seat) => seat.group === index + 1 && asks(seat)).length)
  return Math.max(...counts) - Math.min(...counts)
}

test('the proposal is forty-eight chairs, and all nine categories sit', () => {
  expect(totalOf(totalsBySex(proposedCounts))).toBe(48)
  expect(ParticipantCategory.options.every((category) => totalOf(proposedCounts[category]) > 0)).toBe(true)
})

test.each([1, 4, 5, 6, 7, 12])('dealt round %i groups, sizes, categories and women differ by at most one, two for women', (groups) => {
  const seats = dealSeats(proposedCounts, groups)
  expect(seats.map((seat) => seat.number)).toEqual(Array.from({ length: 48 }, (_, index) => index + 1))
  expect(spread(seats, groups)).toBeLessThanOrEqual(1)
  for (const category of ParticipantCategory.options)
    expect(spread(seats, groups, (seat) => seat.category === category)).toBeLessThanOrEqual(1)
  expect(spread(seats, groups, (seat) => seat.sex === 'f')).toBeLessThanOrEqual(2)
})

test('one woman in each category does not put all women in one group', () => {
  const one = { f: 1, m: 5, 'not-said': 0 }
  const counts: Counts = {
    ...{ 'provincial-ministry': one, 'provincial-division': one, 'traceability-body': one, 'mining-company': one },
    ...{ 'processing-entity': one, 'civil-society': one, media: one, 'un-or-ngo': one, cooperative: one },
  }
  expect(spread(dealSeats(counts, 6), 6, (seat) => seat.sex === 'f')).toBeLessThanOrEqual(1)
})

test('what was dealt counts back to what was entered; nobody is presumed to agree to photographs', () => {
  const seats = dealSeats(proposedCounts, 6)
  expect(countsOf(seats)).toEqual(proposedCounts)
  expect(seats.some((seat) => seat.mayBePhotographed)).toBe(false)
  expect(dealSeats(proposedCounts, 0)).toEqual([])
})
