import { expect, test } from 'vitest'
import { weeksOf } from './weeks.ts'

test('a week holds what may be told of its counted days; one that nobody counted is a gap, not zero', () => {
  const shown = (day: string, n: number) => ({ day, state: 'counted' as const, passages: { is: 'shown' as const, n }, misfits: 0 })
  const days = [
    shown('2026-11-16', 20),
    { day: '2026-11-17', state: 'counted' as const, passages: { is: 'few' as const }, misfits: 0 },
    { day: '2026-11-10', state: 'suspended' as const, passages: null, misfits: 0 },
    shown('2026-11-22', 5),
  ]
  expect(weeksOf(days)).toEqual([
    { from: '2026-11-09', passages: null, counted: 0 },
    { from: '2026-11-16', passages: 25, counted: 3 },
  ])
})
