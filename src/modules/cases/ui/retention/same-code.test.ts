import { expect, test } from 'vitest'
import { isSameCode } from './same-code.ts'

test('a code is the same however it is typed, and nothing is no code', () => {
  for (const typed of ['K7-4QX2-9D', ' k74qx29d ', 'K7–4QX2–9D']) expect(isSameCode(typed, 'K7-4QX2-9D')).toBe(true)
  for (const typed of ['', ' ', 'K7-4QX2-9']) expect(isSameCode(typed, 'K7-4QX2-9D')).toBe(false)
  expect(isSameCode('', '')).toBe(false)
})
