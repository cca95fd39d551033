/* Numbers as people write them; persons by sex and age in one table whose sums are both divisions; what is half written is not sent. */
import { expect, test } from 'vitest'
import type { PlanIndicator } from '../contract.ts'
import { NOTHING_TYPED, numberIn, shapeOf, sumsOf, typedOf } from './typed-form.ts'

const indicator = (unit: PlanIndicator['unit'], ...by: readonly string[]): Pick<PlanIndicator, 'unit' | 'source'> => ({
  unit,
  source: { kind: 'manual', touchesPersons: true, by: [...by] },
})

test('decimals with comma or point, thousands with blanks', () => {
  expect([numberIn('1 234,5'), numberIn('12.5'), numberIn('1\u00a0000'), numberIn('douze'), numberIn('')]).toEqual([
    1234.5,
    12.5,
    1000,
    null,
    null,
  ])
})
test('a share needs what it is divided by', () => {
  expect(typedOf({ ...NOTHING_TYPED, numerator: '3' }, indicator('percent'))).toBeNull()
  expect(typedOf({ ...NOTHING_TYPED, numerator: '0', denominator: '0' }, indicator('percent'))).toEqual({
    numerator: 0,
    denominator: 0,
    parts: [],
  })
})
test('one table by sex and age gives both divisions and the whole; empty cells are nobody', () => {
  const cells = { 'women/under-18': '12', 'women/18-plus': '1 025', 'men/18-plus': '4' }
  expect(typedOf({ ...NOTHING_TYPED, cells }, indicator('number', 'sex', 'age'))).toEqual({
    numerator: 1041,
    parts: [
      { by: 'sex', key: 'women', numerator: 1037 },
      { by: 'sex', key: 'men', numerator: 4 },
      { by: 'age', key: 'under-18', numerator: 12 },
      { by: 'age', key: '18-plus', numerator: 1029 },
    ],
  })
  expect(typedOf({ ...NOTHING_TYPED, cells: { women: '5', unknown: '2' } }, indicator('number', 'sex'))?.parts).toHaveLength(3)
})
test('an empty table divides nothing and leaves the whole to be typed; half a person, or fewer than none, is not sent', () => {
  const both = indicator('number', 'sex', 'age')
  expect(typedOf({ ...NOTHING_TYPED, numerator: '41' }, both)).toEqual({ numerator: 41, parts: [] })
  expect(typedOf(NOTHING_TYPED, both)).toBeNull()
  expect(sumsOf(shapeOf(both), { 'women/under-18': '1,5' })).toBeNull()
  expect(typedOf({ ...NOTHING_TYPED, cells: { 'men/18-plus': '-3' } }, both)).toBeNull()
})
test('other divisions stand line by line; a line that is half written is not sent', () => {
  const by = indicator('number', 'service')
  const lines = [{ by: 'service', key: ' abri ', number: '30' }]
  expect(typedOf({ ...NOTHING_TYPED, numerator: '30', lines }, by)?.parts).toEqual([{ by: 'service', key: 'abri', numerator: 30 }])
  expect(typedOf({ ...NOTHING_TYPED, numerator: '30', lines: [...lines, { by: 'service', key: 'soin', number: '' }] }, by)).toBeNull()
  expect(typedOf({ ...NOTHING_TYPED, numerator: '30', lines: [...lines, { by: 'service', key: '', number: '' }] }, by)?.parts).toHaveLength(
    1,
  )
})
