/* What is tapped becomes a group; what does not add up is pointed out and taken. */
import { expect, test } from 'vitest'
import { afterNoting, blankTally, groupOf, misfitOf } from './tally.ts'

test('the boxes make the size unless another was said, which is pointed out and kept', () => {
  const group = groupOf({ ...blankTally, women: 2, boys: 1 }, 7)
  expect(group).toMatchObject({ size: 3, hour: 7, women: 2, men: 0, boys: 1, direction: 'in', reason: null })
  expect(misfitOf(group)).toBeNull()
  const other = groupOf({ ...blankTally, women: 2, boys: 1, size: '5' }, null)
  expect([other?.size, misfitOf(other)]).toEqual([5, { sum: 3, size: 5 }])
})
test('a group that nobody divided has a size and no boxes', () =>
  expect(groupOf({ ...blankTally, size: '40' }, null)).toMatchObject({ size: 40, women: null, boys: null }))
test('nothing is noted of nobody, nor with a word for a code', () => {
  expect(groupOf(blankTally, 7)).toBeNull()
  expect(groupOf({ ...blankTally, men: 1, from: 'the lake' }, 7)).toBeNull()
  expect(groupOf({ ...blankTally, men: 1, nationality: 'Congo' }, 7)).toBeNull()
  expect(groupOf({ ...blankTally, men: 2, from: 'cd62', nationality: 'cod' }, 7)).toMatchObject({
    from: { adm1: 'CD62' },
    nationalities: [{ iso3: 'COD', n: 2 }],
  })
})
test('the next group begins empty and goes the same way', () =>
  expect(afterNoting({ ...blankTally, women: 3, direction: 'out', reason: 'trade' })).toEqual({
    ...blankTally,
    direction: 'out',
    reason: 'trade',
  }))
