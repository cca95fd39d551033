import { expect, test } from 'vitest'
import { stretchesOf } from './day-stretches.ts'

const without = (day: string, state: 'uncounted' | 'suspended') => ({ day, state, passages: null, misfits: null })
const counted = (day: string) => ({ day, state: 'counted' as const, passages: { is: 'shown' as const, n: 20 }, misfits: 0 })

test('days without a number stand in one line until one is counted, the reason changes, or a day lies between', () => {
  const days = [
    counted('2026-11-23'),
    counted('2026-11-22'),
    without('2026-11-21', 'uncounted'),
    without('2026-11-20', 'uncounted'),
    without('2026-11-19', 'suspended'),
    without('2026-11-17', 'suspended'),
  ]
  expect(stretchesOf(days).map(({ day, until, state }) => [day, until, state])).toEqual([
    ['2026-11-17', '2026-11-17', 'suspended'],
    ['2026-11-19', '2026-11-19', 'suspended'],
    ['2026-11-20', '2026-11-21', 'uncounted'],
    ['2026-11-22', '2026-11-22', 'counted'],
    ['2026-11-23', '2026-11-23', 'counted'],
  ])
})
