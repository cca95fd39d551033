import { expect, test } from 'vitest'
import { firstForm, parametersOf, quartersTold } from './ask-form.ts'

test('only quarters that may be told are offered, newest first', () => {
  expect(quartersTold('2026-11-22').slice(0, 3)).toEqual(['2026-Q2', '2026-Q1', '2025-Q4'])
  expect(quartersTold('2027-01-01')[0]).toBe('2026-Q3')
})

test('a request is complete with a period, a minimum of ten and, for combinations, an attribute', () => {
  const form = firstForm('2026-11-22')
  expect(parametersOf(form)).toEqual({ kind: 'province-quarter', k: 10, length: 2, from: '2026-Q2', until: '2026-Q2', columns: [] })
  expect(parametersOf({ ...form, least: '9' })).toBeNull()
  expect(parametersOf({ ...form, least: 'dix' })).toBeNull()
  expect(parametersOf({ ...form, from: '2026-Q2', until: '2026-Q1' })).toBeNull()
  expect(parametersOf({ ...form, kind: 'k-aggregates' })).toBeNull()
  expect(parametersOf({ ...form, kind: 'k-aggregates', columns: ['gender'] })?.columns).toEqual(['gender'])
})
