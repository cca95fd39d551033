import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

test.each([
  [{ b: 1, a: [true, null, 'é'] }, '{"a":[true,null,"é"],"b":1}'],
  [{ z: undefined, a: 1 }, '{"a":1}'],
  [[1e21, 0.000001, -0, 1.5], '[1e+21,0.000001,0,1.5]'],
  [{ '\u20ac': 1, '\ufb33': 2, '\u{1f600}': 3, '1': 4 }, '{"1":4,"\u20ac":1,"\u{1f600}":3,"\ufb33":2}'],
])('%j', (value, expected) => expect(canonicalJson(value)).toBe(expected))

test('what no two programs print alike is refused', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', () => 1, 10n]) expect(() => canonicalJson(value)).toThrow()
})

test('the order of names makes no difference, and the text reads back as the value', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ unit: 'grapheme' }), fc.oneof(fc.integer(), fc.string({ unit: 'grapheme' }), fc.boolean())),
      (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      },
    ),
  )
})
