import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSearch, writeSearch } from './url-state.ts'

test('empty values leave the address and the order of names is stable', () => {
  expect(writeSearch({ q: 'a b', colour: '', page: undefined, b: '2' })).toBe('?b=2&q=a+b')
  expect(writeSearch({})).toBe('')
})

test('the first of a repeated name counts', () => {
  expect(readSearch('?a=1&a=2')).toEqual({ a: '1' })
})

test('what is written is read back, whatever people type', () => {
  const state = fc.dictionary(fc.stringMatching(/^[a-z.]{1,8}$/), fc.string({ minLength: 1 }))
  fc.assert(
    fc.property(state, (given) => {
      expect(readSearch(writeSearch(given))).toEqual({ ...given })
    }),
  )
})
