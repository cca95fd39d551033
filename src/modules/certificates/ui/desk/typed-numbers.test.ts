import fc from 'fast-check'
import { expect, test } from 'vitest'
import { centsOf, centsText, countriesOf, decimalOf } from './typed-numbers.ts'

test.each([
  ['1 234,5', 123_450],
  ['1234.56', 123_456],
  ['0', 0],
  ['12,', 1200],
  ['1,234', null],
  ['-1', null],
  ['', null],
  ['1.234,56', null],
])('%s in cents', (text, cents) => expect(centsOf(text)).toBe(cents))

test('cents survive being shown and typed again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), fc.constantFrom('fr', 'en'), (cents, language) => {
      expect(centsOf(centsText(language, cents))).toBe(cents)
    }),
  )
})

test.each([
  ['65,2', 65.2],
  ['65.20', 65.2],
  ['0,5', 0.5],
  ['65,', null],
  ['a', null],
])('%s as a measured value', (text, value) => expect(decimalOf(text)).toBe(value))

test('countries come as codes of two letters, 0 for an unknown source', () => {
  expect(countriesOf('cd, RW;0')).toEqual(['CD', 'RW', '0'])
  expect(countriesOf('CD → TZ')).toEqual(['CD', 'TZ'])
  expect(countriesOf('Congo')).toBeNull()
  expect(countriesOf('')).toEqual([])
})
