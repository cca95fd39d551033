/* Numbers as people write them, parts line by line; what is half written is not sent. */
import { expect, test } from 'vitest'
import { numberIn, typedOf } from './typed-form.ts'

test('decimals with comma or point, thousands with blanks', () => {
  expect([numberIn('1 234,5'), numberIn('12.5'), numberIn('1\u00a0000'), numberIn('douze'), numberIn('')]).toEqual([
    1234.5,
    12.5,
    1000,
    null,
    null,
  ])
})
test('a share needs what it is divided by; parts are one in a line', () => {
  expect(typedOf({ numerator: '3', denominator: '', parts: '' }, { unit: 'percent' })).toBeNull()
  expect(typedOf({ numerator: '0', denominator: '0', parts: '' }, { unit: 'percent' })).toEqual({ numerator: 0, denominator: 0, parts: [] })
  const parts = 'sex women 37\nsex men 4'
  expect(typedOf({ numerator: '41', denominator: '', parts }, { unit: 'number' })?.parts).toEqual([
    { by: 'sex', key: 'women', numerator: 37 },
    { by: 'sex', key: 'men', numerator: 4 },
  ])
  expect(typedOf({ numerator: '41', denominator: '', parts: 'sex women' }, { unit: 'number' })).toBeNull()
})
