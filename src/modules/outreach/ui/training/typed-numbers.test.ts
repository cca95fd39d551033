/* What is typed as a cost or a year is read or refused, and never dropped. */
import { expect, test } from 'vitest'
import { typedBirthYear, typedWhole } from './typed-numbers.ts'

test('a cost is a whole number, with spaces between thousands; anything else is a fault and not nothing', () => {
  expect(['', '  ', '0', '1250', '1 250', '1\u202f250'].map(typedWhole)).toEqual([null, null, 0, 1250, 1250, 1250])
  for (const text of ['-5', '1 250,50', '12.5', 'abc', '1234567890']) expect(typedWhole(text)).toBe('fault')
})
test('a year of birth lies between 1900 and today', () => {
  const read = (text: string) => typedBirthYear(text, '2026-11-23')
  expect(['', '1900', '1991', '2026'].map(read)).toEqual([null, 1900, 1991, 2026])
  for (const text of ['91', '1899', '2027', '3000', 'n.c.']) expect(read(text)).toBe('fault')
})
