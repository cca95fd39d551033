import { expect, test } from 'vitest'
import { isAskedIn, isSalongoAskedIn, overlayCountry } from './asked-in.ts'
import { fieldQuestionCodes } from './field-questions.ts'

test('what only makes sense in one country is asked there; where nobody knows the country, everything is', () => {
  const askedIn = (country: 'COD' | 'MNG' | null) => fieldQuestionCodes.filter((code) => !isAskedIn(code, country))
  expect(askedIn('COD')).toEqual(['border-and-camp-jobs'])
  expect(askedIn('MNG')).toEqual(['fine-turned-into-digging', 'round-up-at-gunpoint'])
  expect(askedIn(null)).toEqual([])
  expect([isSalongoAskedIn('COD'), isSalongoAskedIn('MNG'), isSalongoAskedIn(null)]).toEqual([true, false, true])
})
test('the country is the one that was said, else that of the programme', () => {
  expect(overlayCountry('MNG', ['CD61'])).toBe('MNG')
  expect(overlayCountry('', ['CD61', 'CD62'])).toBe('COD')
  expect(overlayCountry('', ['MN011'])).toBe('MNG')
  for (const [said, provinces] of [
    ['', []],
    ['', ['CD61', 'MN011']],
    ['', ['XL1']],
    ['RWA', ['CD61']],
  ] as const)
    expect(overlayCountry(said, provinces)).toBe(null)
})
