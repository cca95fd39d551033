/* Actions by the quarter of their day: by it, after it, never, not yet; what was called off is nowhere. */
import { expect, test } from 'vitest'
import { asId } from '../../../kernel/schema.ts'
import type { Action } from './action.ts'
import { keptByQuarter } from './kept.ts'

const id = '0192f0c4-0000-7000-8000-000000000001'
const action = (due: string, more: Partial<Action> = {}): Action => ({
  opened: {
    ...{ committee: asId('committee', id), meeting: asId('committee-meeting', id), number: 'A01', item: 'own:x', decision: null },
    ...{ text: 't', owner: 'coop', due, on: '2025-10-10', at: '2025-10-10T08:00:00.000Z', body: null },
  },
  ...{ state: 'OPEN', doneOn: null },
  ...more,
})
const done = (doneOn: string): Partial<Action> => ({ state: 'DONE', doneOn })

test('each action stands in the quarter of its day, once', () => {
  const quarters = keptByQuarter(
    [
      ...[action('2026-01-31', done('2026-01-31')), action('2026-02-01', done('2026-04-02')), action('2026-03-01')],
      ...[
        action('2026-05-20'),
        action('2026-05-10', done('2026-05-01')),
        action('2026-08-01'),
        action('2026-05-11', { state: 'CANCELLED' }),
      ],
    ],
    '2026-05-15',
  )
  expect(quarters.map((one) => one.quarter)).toEqual(['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'])
  expect(quarters.slice(3)).toEqual([
    { quarter: '2026-Q1', kept: 1, late: 1, overdue: 1, open: 0 },
    { quarter: '2026-Q2', kept: 1, late: 0, overdue: 0, open: 1 },
    { quarter: '2026-Q3', kept: 0, late: 0, overdue: 0, open: 1 },
  ])
})
test('six quarters in a row, on every day of the year', () => {
  for (const today of ['2026-01-01', '2026-03-31', '2026-12-31', '2028-02-29', '2026-10-01'])
    expect(new Set(keptByQuarter([], today).map((one) => one.quarter)).size).toBe(6)
})
