import { expect, test } from 'vitest'
import { gradeOf, hundredthsOf, hundredthsOfPercent } from './money.ts'

test.each([
  ['12,5', 1_250],
  ['1 234.56', 123_456],
  ['0,07', 7],
  ['12,345', null],
  ['', null],
  ['-3', null],
])('an amount: %s', (text, expected) => expect(hundredthsOf(text)).toBe(expected))
test.each([
  ['4,25 %', 425],
  ['100', 10_000],
  ['100,01', null],
])('a moisture: %s', (text, expected) => expect(hundredthsOfPercent(text)).toBe(expected))
test.each([
  ['63,25', 63.25],
  ['0.1234', 0.1234],
  ['101', null],
  ['', null],
])('a grade: %s', (text, expected) => expect(gradeOf(text)).toBe(expected))
