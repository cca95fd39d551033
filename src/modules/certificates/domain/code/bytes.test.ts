import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromHex, toHex, utf8Bytes, utf8Text } from './bytes.ts'

test('text becomes the same bytes as by the platform, and comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(utf8Bytes(text)).toEqual(new Uint8Array(new TextEncoder().encode(text)))
      expect(utf8Text(utf8Bytes(text))).toBe(text)
    }),
  )
})

test('any bytes are read as the platform reads them when it is strict', () => {
  const strict = (bytes: Uint8Array): string | null => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      return null
    }
  }
  const likely = fc.array(
    fc.constantFrom(0x41, 0x7f, 0x80, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xa0, 0xed, 0x9f, 0xef, 0xf0, 0x90, 0xf4, 0x8f, 0xf5, 0xff),
    {
      maxLength: 8,
    },
  )
  fc.assert(
    fc.property(likely, (bytes) => void expect(utf8Text(Uint8Array.from(bytes))).toBe(strict(Uint8Array.from(bytes)))),
    { numRuns: 2000 },
  )
})

test('half a character is a fault', () => expect(() => utf8Bytes('\ud800')).toThrow())

test('hexadecimal has one spelling', () => {
  expect(toHex(Uint8Array.of(0, 171, 255))).toBe('00abff')
  expect(fromHex('00abff')).toEqual(Uint8Array.of(0, 171, 255))
  for (const text of ['0', 'AB', 'zz', ' ab']) expect(fromHex(text)).toBeNull()
})
