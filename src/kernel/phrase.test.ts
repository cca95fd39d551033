import { expect, test } from 'vitest'
import { fillPhrase, numberText } from './phrase.ts'

test.each([
  ['fr', '{n} {n|site|sites}', { n: 0 }, '0 site'],
  ['fr', '{n} {n|site|sites}', { n: 1 }, '1 site'],
  ['fr', '{n} {n|site|sites}', { n: 1820 }, '1\u00a0820 sites'],
  ['en', '{n} {n|site|sites}', { n: 0 }, '0 sites'],
  ['en', '{n} {n|site|sites}', { n: 1820 }, '1,820 sites'],
  ['fr', 'le {on}', { on: '2026-11-21' }, 'le 21-11-2026'],
  ['fr', '{absent} reste', {}, '{absent} reste'],
  ['fr', 'de {list}', { list: ['R1', 'Y2'] }, 'de R1, Y2'],
] as const)('%s: %s with %o reads %s', (language, sentence, facts, expected) => {
  expect(fillPhrase(language, sentence, facts)).toBe(expected)
})

test('numbers take the local separators', () => {
  expect(numberText('fr', 24960.5, 1)).toBe('24\u00a0960,5')
  expect(numberText('en', 24960.5, 1)).toBe('24,960.5')
})

test('Mongolian writes numbers as English does and begins days with the year: what the languages of this machine say of it', () => {
  for (const n of [7, 1820, 24960.5, 1_234_567.8])
    expect(new Intl.NumberFormat('mn-MN', { maximumFractionDigits: 3 }).format(n)).toBe(numberText('en', n))
  expect(new Intl.DateTimeFormat('mn-MN', { timeZone: 'UTC' }).format(new Date('2026-11-21T00:00:00Z'))).toBe('2026.11.21')
  // A day that is written so already is left as it is.
  expect(fillPhrase('en', '{on}', { on: '2026.11.21' })).toBe('2026.11.21')
})
