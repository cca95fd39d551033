import { expect, test } from 'vitest'
import { codesOf, instantOf, localNow } from './breach-form.ts'

test('codes come one a line, or with commas, each once', () => {
  expect(codesOf(' K7-3321\nM2-0001, K7-3321 ;\n\n')).toEqual(['K7-3321', 'M2-0001'])
  expect(codesOf('  ')).toEqual([])
})

test('a moment is that of this device, to the minute, and what is no moment is none', () => {
  expect([instantOf(''), instantOf('2026-11-22'), instantOf('2026-13-40T25:99')]).toEqual([null, null, null])
  expect(instantOf(localNow(Date.parse('2026-11-22T14:30:20.000Z')))).toBe('2026-11-22T14:30:00.000Z')
})
