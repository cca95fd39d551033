import { expect, test } from 'vitest'
import { firstAgeBands } from '../domain/consent/age-bands.ts'
import { Disability } from '../domain/profile/profile.ts'
import { ageBandText, codedText } from './coded-text.ts'

test('every band of age is said in words, in both languages', () => {
  expect(firstAgeBands.map(({ band }) => ageBandText(band, 'fr'))).toEqual([
    ...['de 0 à 5 ans', 'de 6 à 10 ans', 'de 11 à 14 ans', 'de 15 à 17 ans', '18 ans et plus'],
  ])
  expect([ageBandText('18-and-over', 'en'), ageBandText('unknown', 'en')]).toEqual(['18 years and over', 'age unknown'])
})
test('no code of a package is shown, and what is empty is left out', () => {
  expect(codedText('languages', 'swa fra lua xxq', 'fr')).toBe('Swahili, Français, Tshiluba, Autre langue')
  expect(codedText('nationality', 'COD BDI XXX', 'en')).toBe('Congo - Kinshasa, Burundi, another country')
  expect(codedText('urgency', 'high', 'fr')).not.toContain('high')
  for (const value of Disability.options) expect(codedText('disability', value, 'fr')).not.toBe(value)
  expect([codedText('languages', '', 'fr'), codedText('disability', 'not-asked', 'fr')]).toEqual([null, null])
  expect(codedText('subject-code', 'K7-4QX2-9D', 'fr')).toBe('K7-4QX2-9D')
})
