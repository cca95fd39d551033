import { expect, test } from 'vitest'
import { amountText, withDays } from './amount-text.ts'

const say = (name: string, fact: number, more: { readonly code?: string; readonly unit?: string } = {}) =>
  amountText('fr', { code: 'c', unit: null, ...more, name, fact })?.replaceAll('\u00a0', ' ') ?? null

test('ore reads in kilograms, a little of it in grams, gold in grams, a limit in hundredths, and a count stays a count', () => {
  expect(say('massGrams', 91_600)).toBe('91,6 kg')
  expect(say('inputGrams', 1_234_567_000)).toBe('1 234 567 kg')
  expect(say('movedGrams', 950)).toBe('950 g')
  expect(say('amount', 12_345, { unit: 'milligrams' })).toBe('12,345 g')
  expect(say('of', 48_000, { unit: 'grams' })).toBe('48 kg')
  expect(say('value', 1010, { code: 'mass-per-mille' })).toBe('101')
  expect([say('bags', 3000), say('value', 90)]).toEqual([null, null])
})

test('a day inside a text is written as people do; a number of a paper is left alone', () => {
  expect(withDays('Laboratoire de Lukanda, 2026-11-16')).toBe('Laboratoire de Lukanda, 16-11-2026')
  expect(withDays('AT-2026-11-16/LK')).toBe('AT-2026-11-16/LK')
})
