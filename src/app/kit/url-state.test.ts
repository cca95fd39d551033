import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryOfScreens, readSearch, writeSearch } from './url-state.ts'

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

test('a telephone keeps what was typed by the address, tells whoever shows it, and writes nothing anywhere', () => {
  const memory = memoryOfScreens()
  const told: string[] = []
  const stop = memory.listen(() => told.push('changed'))
  memory.change('/sites', { q: 'Pango', page: '2' })
  memory.change('/sites', { page: '' })
  stop()
  memory.change('/missions', { q: 'x' })
  expect(memory.at('/sites')).toEqual({ q: 'Pango', page: '' })
  // The same until it changes: React asks again and again.
  expect(memory.at('/map')).toBe(memory.at('/lots'))
  expect(told).toHaveLength(2)
})
