import { expect, test } from 'vitest'
import { type PlaceCodes, type Territory, covers } from '../contract.ts'
import { isWithin } from './territory.ts'

const masisi = { province: 'CD61', territoire: 'CD6106' }
const nowhere = { province: null, territoire: null }

test.each<[Territory, PlaceCodes, boolean]>([
  ['everywhere', masisi, true],
  ['everywhere', nowhere, true],
  [['CD61'], masisi, true],
  [['CD6106'], masisi, true],
  [['CD62', 'CD61'], masisi, true],
  [['CD62'], masisi, false],
  [['CD6107'], masisi, false],
  [['CD6'], masisi, false],
  [[], masisi, false],
  [['CD61'], nowhere, false],
  [['CD61'], { province: 'CD61', territoire: null }, true],
  [['CD6106'], { province: 'CD61', territoire: null }, false],
])('a territory of %j over %j: %s', (territory, place, expected) => {
  expect(covers(territory, place)).toBe(expected)
})

const parentOf = (code: string): string | null => (code.length > 4 ? code.slice(0, 4) : null)
test.each<[Territory, Territory, boolean]>([
  ['everywhere', 'everywhere', true],
  [['CD61'], 'everywhere', true],
  ['everywhere', ['CD61'], false],
  [['CD6106'], ['CD61'], true],
  [['CD61'], ['CD6106'], false],
  [['CD6106', 'CD6201'], ['CD61'], false],
  [['CD61', 'CD62'], ['CD62', 'CD61'], true],
])('%j within %j: %s', (inner, outer, expected) => {
  expect(isWithin(inner, outer, parentOf)).toBe(expected)
})
