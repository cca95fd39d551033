import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gramsFromKilograms, kilogramsText } from './kilograms.ts'

test.each([
  ['42,5', 42_500],
  ['42.5', 42_500],
  ['42', 42_000],
  ['0,001', 1],
  ['.5', null],
  ['42,', 42_000],
  ['1 234,567', 1_234_567],
  ['1\u202f234\u00a0567,1', 1_234_567_100],
  ['50,1000', 50_100],
  ['61,8 kg', 61_800],
])('%s kilograms', (text, grams) => {
  const typed = gramsFromKilograms(text)
  if (grams === null || grams > 1_000_000_000) expect(typed.ok).toBe(false)
  else expect(typed).toEqual({ ok: true, grams })
})

test.each([
  ['', 'not-a-mass'],
  ['abc', 'not-a-mass'],
  ['-3', 'not-a-mass'],
  ['1,2,3', 'not-a-mass'],
  ['1.234,5', 'not-a-mass'],
  ['1e3', 'not-a-mass'],
  ['0,0', 'zero'],
  ['1,2345', 'too-fine'],
  ['1000000,001', 'too-heavy'],
])('%s is refused as %s', (text, fault) => expect(gramsFromKilograms(text)).toEqual({ ok: false, fault }))

test('every whole number of grams survives being shown and typed again, in both languages', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), fc.constantFrom('fr', 'en'), (grams, language) => {
      expect(gramsFromKilograms(kilogramsText(language, grams))).toEqual({ ok: true, grams })
    }),
  )
})

test('42.1 kg is 42100 g, which multiplying a fraction would miss for some masses', () => {
  for (const [text, grams] of [
    ['4,35', 4_350],
    ['1,005', 1_005],
    ['8,41', 8_410],
    ['0,29', 290],
  ] as const)
    expect(gramsFromKilograms(text)).toEqual({ ok: true, grams })
})
