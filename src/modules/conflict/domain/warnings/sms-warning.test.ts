import { expect, test } from 'vitest'
import { isWarningText, readWarningText, unsureOf } from './sms-warning.ts'

const territoires = [
  { code: 'XL101', name: 'Lukanda-Nord' },
  { code: 'XL102', name: 'Lukanda-Est' },
]
test.each([
  ['ALERTE attaque 5 Lukanda-Est', { type: 'attack', severity: 5, territoire: 'XL102' }],
  ['Alerte : éboulement au puits, gravité 4, lukanda est', { type: 'mine-collapse', severity: 4, territoire: 'XL102' }],
  ['TAHADHARI wametekwa watu LUKANDA NORD 5', { type: 'abduction', severity: 5, territoire: 'XL101' }],
  ['alert armed men near the river', { type: 'armed-entry', severity: null, territoire: null }],
  ['ALERTE attaque 3 ou 5 Lukanda-Est Lukanda-Nord', { type: 'attack', severity: null, territoire: null }],
  ['ALERTE 2000 personnes 9', { type: null, severity: null, territoire: null }],
])('%s', (text, expected) => {
  expect(isWarningText(text)).toBe(true)
  expect(readWarningText(text, territoires)).toEqual(expected)
})
test('what does not say so first is no warning; what is not said is open', () => {
  for (const text of ['Une alerte hier', 'Bonjour', '', 'alertez']) expect(isWarningText(text)).toBe(false)
  expect(unsureOf({ type: null, severity: 4, territoire: null })).toEqual(['type', 'place'])
})
