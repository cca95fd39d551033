import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromHex, toHex } from './bytes.ts'
import { type Cbor, decodeCbor, encodeCbor } from './cbor.ts'

const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array()

test.each<[Cbor, string]>([
  [0, '00'],
  [23, '17'],
  [24, '1818'],
  [255, '18ff'],
  [256, '190100'],
  [1_000_000, '1a000f4240'],
  [1_000_000_000_000, '1b000000e8d4a51000'],
  [Number.MAX_SAFE_INTEGER, '1b001fffffffffffff'],
  [Number.MIN_SAFE_INTEGER, '3b001ffffffffffffe'],
  [-1, '20'],
  [-65537, '3a00010000'],
  [Uint8Array.of(1, 2), '420102'],
  ['ü', '62c3bc'],
  [[1, [2]], '82018102'],
  [
    new Map<number, Cbor>([
      [-1, 2],
      [10, 'a'],
    ]),
    'a20a61612002',
  ],
  [{ tag: 18, value: [] }, 'd280'],
])('%j is written in its one form', (value, hex) => {
  expect(toHex(encodeCbor(value))).toBe(hex)
  expect(decodeCbor(bytes(hex))).toEqual(value)
})

test.each([
  ['a longer form than needed', '1817'],
  ['a longer length than needed', '580101'],
  ['a number beyond safe', '1bffffffffffffffff'],
  ['one more than safe', '1b0020000000000000'],
  ['one less than safe', '3b001fffffffffffff'],
  ['an indefinite array', '9f01ff'],
  ['an indefinite text', '7f6161ff'],
  ['a float', 'f93c00'],
  ['true', 'f5'],
  ['null', 'f6'],
  ['another tag', 'c100'],
  ['tag 18 in a longer form', 'd81280'],
  ['a repeated key', 'a201000100'],
  ['keys out of order', 'a220000100'],
  ['a text key', 'a1616100'],
  ['bytes after the end', '0000'],
  ['a text cut off', '6261'],
  ['bytes that are no text', '61ff'],
  ['nothing', ''],
  ['an array of 4 thousand million items', '9affffffff'],
  ['deeper than anybody needs', '81818181818181818100'],
])('%s is refused', (_, hex) => expect(decodeCbor(bytes(hex))).toBeNull())

test('whatever can be read is written back as the same bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (any) => {
      const value = decodeCbor(any)
      if (value !== null) expect(encodeCbor(value)).toEqual(any)
    }),
    { numRuns: 5000 },
  )
})
