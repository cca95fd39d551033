import { expect, test } from 'vitest'
import { colourFromIpisCode, colourOf, wireCodeOf } from './wire-code.ts'

test.each([
  [0, 'none'],
  [1, 'green'],
  [2, 'yellow'],
  [3, 'red'],
  [4, 'blue'],
  [5, null],
])('the IPIS number %d means %s', (code, colour) => {
  expect(colourFromIpisCode(code)).toBe(colour)
})

test('blue is 0 on the ICGLR wire, like everything that nobody inspected', () => {
  expect(wireCodeOf('BLUE_ACTIVE')).toBe(0)
  expect(wireCodeOf('NONE')).toBe(0)
  expect(colourOf('NONE')).toBe('none')
  expect(colourOf('BLUE_PENDING')).toBe('none')
})
