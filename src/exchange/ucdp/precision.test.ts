import { expect, test } from 'vitest'
import { precisionOfNumber, precisionOfWords, settledPrecisions } from './precision.ts'

test.each([
  ['1', 'exact'],
  ['2', 'near'],
  ['3', 'territoire'],
  ['4', 'province'],
  ['5', 'line'],
  ['6', 'country'],
  ['7', 'sea'],
  ['8', null],
  ['', null],
])('the number %s of a source means %s', (number, precision) => expect(precisionOfNumber(number)).toBe(precision))

test.each([
  ['DR Congo (Zaire)', 'country'],
  ['Sud Kivu province', 'province'],
  ['Lubero territory', 'territoire'],
  ['Luna-Komanda road', 'line'],
  ['Shaheru area of Virunga National Park', 'line'],
  ['Goma town', 'near'],
  ['Bukombo village and groupement', 'near'],
  ['  ', null],
  [null, null],
])('“%s” is known as %s', (written, precision) => expect(precisionOfWords(written)).toBe(precision))

const at = { latitude: 1, longitude: 29 }
const row = { precision: null, at, hasProvince: true, hasTerritoire: true } as const
test('a row without words takes the area that others call its point', () =>
  expect(settledPrecisions([{ ...row, precision: 'territoire' }, row])).toEqual(['territoire', 'territoire']))
test('a point that is a town for one and an area for another is not settled', () =>
  expect(settledPrecisions([{ ...row, precision: 'territoire' }, { ...row, precision: 'near' }, row])[2]).toBe('unstated'))
test('another point tells nothing', () =>
  expect(settledPrecisions([{ ...row, precision: 'territoire', at: { latitude: 1, longitude: 30 } }, row])[1]).toBe('unstated'))
test('without a territoire it is a province at best, without a province the country', () =>
  expect(
    settledPrecisions([
      { ...row, hasTerritoire: false },
      { ...row, hasProvince: false, hasTerritoire: false },
    ]),
  ).toEqual(['province', 'country']))
