import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeBase45, encodeBase45 } from './base45.ts'
import { utf8Bytes, utf8Text } from './bytes.ts'

test.each([
  ['AB', 'BB8'],
  ['Hello!!', '%69 VD92EX0'],
  ['base-45', 'UJCLQE7W581'],
  ['ietf!', 'QED8WEX0'],
  ['', ''],
])('the examples of RFC 9285: %s', (text, code) => {
  expect(encodeBase45(utf8Bytes(text))).toBe(code)
  expect(utf8Text(decodeBase45(code) ?? new Uint8Array([0xff]))).toBe(text)
})

test.each(['GGW', ':::', 'a', 'BB8A', 'bb8', 'A', '::', 'BB8\n', 'é45'])('text that writing would not produce is refused: %j', (text) => {
  expect(decodeBase45(text)).toBeNull()
})

test('the largest group is ff ff', () => expect(decodeBase45('FGW')).toEqual(Uint8Array.of(0xff, 0xff)))

test('any bytes come back, and any text that can be read is the one text of its bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void expect(decodeBase45(encodeBase45(bytes))).toEqual(bytes)))
  const letters = fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'), maxLength: 12 })
  fc.assert(
    fc.property(letters, (text) => {
      const bytes = decodeBase45(text)
      if (bytes !== null) expect(encodeBase45(bytes)).toBe(text)
    }),
  )
})

test('no text ends with a blank, so blanks around a pasted code may be dropped', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 8 }), (bytes) => void expect(encodeBase45(bytes)).not.toMatch(/ $/)),
    { numRuns: 5000 },
  )
})
