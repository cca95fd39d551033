import { expect, test } from 'vitest'
import { uuidV7 } from './ids.ts'
import { id, parse } from './schema.ts'

test('an id carries its time, its version and its variant, and is accepted as an id', () => {
  const made = uuidV7(Date.parse('2026-11-21T09:40:00.000Z'), new Uint8Array(10).fill(255))
  expect(made).toBe('01a1fd7a-1980-7fff-bfff-ffffffffffff')
  expect(parse(id('lot'), made).ok).toBe(true)
})

test('the same bits give the same id, so an import recognises what it brought before', () => {
  const bits = Uint8Array.from({ length: 10 }, (_, index) => index)
  expect(uuidV7(0, bits)).toBe(uuidV7(0, bits))
  expect(() => uuidV7(0, new Uint8Array(9))).toThrow('ten bytes')
})

test('capital letters, other lengths and other text are no id', () => {
  for (const text of ['019AA5DB-C580-7FFF-BFFF-FFFFFFFFFFFF', 'x', '', '019aa5dbc5807fffbfffffffffffffff'])
    expect(parse(id('lot'), text).ok).toBe(false)
})
