import { expect, test } from 'vitest'
import { finenessOf, gramsText, gramsTyped, milligramsOf } from './gold-figures.ts'

test('grams with two or three decimals are milligrams; a fourth, nothing and nonsense are none', () => {
  expect(['12,40', '12.403', '0,4', '1 234', '12,4030 g'].map(milligramsOf)).toEqual([12_400, 12_403, 400, 1_234_000, 12_403])
  expect(['', '0', '12,4031', '12,4,1', '-3', 'abc'].map(milligramsOf)).toEqual([null, null, null, null, null, null])
})
test('a fineness has one decimal and at most 1000 ‰', () => {
  expect(['920', '916,7', '1000', '1000,1', '92,55'].map(finenessOf)).toEqual([9_200, 9_167, 10_000, null, null])
})
test('what is shown can be typed again', () => {
  for (const milligrams of [400, 12_400, 12_403, 1_000_000]) expect(milligramsOf(gramsTyped('fr', milligrams))).toBe(milligrams)
  expect(gramsText('en', 12_400)).toContain('12.4')
})
