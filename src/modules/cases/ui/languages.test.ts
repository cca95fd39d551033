import { expect, test } from 'vitest'
import { languageName, offeredLanguages, threeLetters } from './languages.ts'
import { spokenLanguageLabels, spokenLanguages } from './screening/screening-lists.ts'

test('each language of the interview is one of those of a file, in three letters and under the same name', () => {
  expect(spokenLanguages.map(threeLetters).toSorted()).toEqual(offeredLanguages.toSorted())
  expect([threeLetters('mn'), threeLetters('sw'), threeLetters('lua'), threeLetters('swa')]).toEqual(['mon', 'swa', 'lua', 'swa'])
  for (const code of spokenLanguages)
    for (const language of ['fr', 'en'] as const)
      expect(languageName(code, language).startsWith(spokenLanguageLabels[code][language]), code).toBe(true)
})
test('no code is shown: the names are the house’s, then those of the device, then that it is another one', () => {
  expect([languageName('lua', 'fr'), languageName('kg', 'fr'), languageName('kon', 'en')]).toEqual(['Tshiluba', 'Kikongo', 'Kikongo'])
  expect([languageName('pt', 'fr'), languageName('zzz', 'fr'), languageName('zzz', 'en')]).toEqual([
    'Portugais',
    'Autre langue',
    'Another language',
  ])
})
