import { expect, test } from 'vitest'
import { OTHER_COUNTRY } from '../../../../kernel/country.ts'
import { countryCodes, countryName, placeIn, placeOf, unknownPlace, withCountry, withProvince } from './harm-place.ts'

test('a province names its country; another country has none of these provinces', () => {
  const kivu = withProvince(unknownPlace, 'CD61')
  expect(kivu).toEqual({ province: 'CD61', country: 'COD' })
  expect(withCountry(kivu, 'ZMB')).toEqual({ province: '', country: 'ZMB' })
  expect(withCountry(kivu, '')).toEqual({ province: 'CD61', country: '' })
  expect(withProvince({ province: 'CD61', country: 'COD' }, '')).toEqual({ province: '', country: 'COD' })
  // The small province of the demonstration is in no country of the list.
  expect(withProvince({ province: '', country: 'COD' }, 'XL1')).toEqual({ province: 'XL1', country: 'COD' })
})
test('what is not known is null in the file, and back', () => {
  expect(placeIn(unknownPlace)).toEqual({ exploitedIn: null, country: null })
  expect(placeOf(null)).toEqual(unknownPlace)
  expect(placeOf(placeIn({ province: 'CD61', country: 'COD' }))).toEqual({ province: 'CD61', country: 'COD' })
})
test('every country has a name in both languages', () => {
  for (const code of countryCodes) for (const language of ['fr', 'en'] as const) expect(countryName(code, language)).not.toBe(code)
  expect(countryName(OTHER_COUNTRY, 'fr')).toBe('Autre pays')
})
