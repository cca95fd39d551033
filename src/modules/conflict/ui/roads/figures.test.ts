/* Figures of the map in both languages. */
import { expect, test } from 'vitest'
import { amountText, kilometresText } from './figures.ts'

test('a comma in French, a point in English, and a space that does not break', () => {
  expect([kilometresText('fr', 7.8), kilometresText('en', 7.8)]).toEqual(['7,8\u00a0km', '7.8\u00a0km'])
  const amount = { value: 0.5, currency: 'USD' }
  expect([amountText('fr', amount), amountText('en', amount)]).toEqual(['0,5\u00a0USD', '0.5\u00a0USD'])
  expect(amountText('fr', { value: 1000, currency: 'CDF' })).toBe('1\u00a0000\u00a0CDF')
})
