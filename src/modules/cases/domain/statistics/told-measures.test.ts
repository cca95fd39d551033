/* Indicators hear of protection what was told: rounded, summed over bodies, of the newest quarter of the span, and nothing of what was withheld or not yet told. */
import { expect, test } from 'vitest'
import type { Figure } from '../../contract-statistics.ts'
import { type Told, toldCells } from './told-measures.ts'

const plain = { value: null, count: null, of: null, isWithheld: false } as const
const cases = (value: number | null): Figure => ({ ...plain, figure: 'cases', unit: 'number', value, isWithheld: value === null })
const share = (count: number, of: number): Figure => ({ ...plain, figure: 'referralsCompleted', unit: 'share', value: 5000, count, of })
const told = (quarter: string, at: string, ...figures: readonly Figure[]): Told => ({ quarter, at, figures: { figures, tables: [] } })
const year = { from: '2026-01-01', to: '2026-12-31' }
const ever = { after: null, until: null }

test('the newest quarter that was told, over bodies; who is withheld is in no sum', () => {
  const all = [
    ...[told('2026-Q1', '2026-07-01T00:00:00.000Z', cases(20)), told('2026-Q2', '2026-10-01T00:00:00.000Z', cases(30), share(10, 30))],
    ...[told('2026-Q2', '2026-10-02T00:00:00.000Z', cases(40), share(20, 40)), told('2026-Q2', '2026-10-02T00:00:00.000Z', cases(null))],
  ]
  expect(toldCells(all, { occurred: year, learned: ever }, 'cases')).toEqual([{ of: {}, numerator: 70, denominator: null }])
  expect(toldCells(all, { occurred: year, learned: ever }, 'referralsCompleted')).toEqual([{ of: {}, numerator: 30, denominator: 70 }])
  // As known before the second quarter was told: the first.
  const until = '2026-09-30T00:00:00.000Z'
  expect(toldCells(all, { occurred: year, learned: { after: null, until } }, 'cases')).toMatchObject([{ numerator: 20 }])
})
test('a span that ends before a quarter does hears nothing of it; nothing told is no number, not zero', () => {
  const all = [told('2026-Q2', '2026-10-01T00:00:00.000Z', cases(30))]
  expect(toldCells(all, { occurred: { from: '2026-04-01', to: '2026-06-29' }, learned: ever }, 'cases')).toEqual([])
  expect(toldCells([told('2026-Q2', '2026-10-01T00:00:00.000Z', cases(null))], { occurred: year, learned: ever }, 'cases')).toEqual([])
})
test('what was told after a lock comes late, once', () => {
  const all = [told('2026-Q2', '2026-10-01T00:00:00.000Z', cases(30))]
  const locked = '2026-08-01T00:00:00.000Z'
  expect(toldCells(all, { occurred: year, learned: { after: null, until: locked } }, 'cases')).toEqual([])
  expect(toldCells(all, { occurred: year, learned: { after: locked, until: null } }, 'cases')).toMatchObject([{ numerator: 30 }])
  expect(toldCells(all, { occurred: year, learned: { after: '2026-10-01T00:00:00.000Z', until: null } }, 'cases')).toEqual([])
})
