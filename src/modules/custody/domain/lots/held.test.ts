/* What a committee is told of held lots: counts and reasons always, kilograms of a mineral from three bodies on, never of two, and no sum from which a part could be had. */
import { expect, test } from 'vitest'
import { type HeldGroup, toldHeld } from './held.ts'

const group = (body: string, more: Partial<HeldGroup> = {}): HeldGroup => ({
  ...({ reason: 'status', mineral: 'Sn', body, lots: 2, grams: 80_000, since: '2026-03-02' } as const),
  ...more,
})
test('no lot, nothing to tell', () => {
  expect(toldHeld([])).toBeNull()
})
test('counts by reason, the day of the first, and no kilograms of one or two bodies', () => {
  const told = toldHeld([group('a'), group('b', { since: '2026-02-01', reason: 'seizure', lots: 1 })])
  expect(told).toEqual({
    ...{ lots: 3, since: '2026-02-01', minerals: [] },
    reasons: [
      { reason: 'status', lots: 2 },
      { reason: 'seizure', lots: 1 },
    ],
  })
})
test('kilograms of a mineral from three bodies on; what is of fewer stays out of every sum', () => {
  const told = toldHeld([group('a'), group('b'), group('c', { reason: 'finding' }), group('a', { mineral: 'Ta', grams: 7_000 })])
  expect(told?.minerals).toEqual([{ mineral: 'Sn', grams: 240_000 }])
  // The same body twice is one.
  expect(toldHeld([group('a'), group('a', { reason: 'finding' }), group('b')])?.minerals).toEqual([])
})
