import { expect, test } from 'vitest'
import { outsideOf } from './territory.ts'

test.each([
  ['everywhere covers an unknown place', 'everywhere' as const, null, null, null],
  ['a province covers its territoires', ['CD61'], 'CD61', 'CD6107', null],
  ['a territoire covers itself', ['CD6107'], 'CD61', 'CD6107', null],
  ['another province does not', ['CD62'], 'CD61', 'CD6107', { place: 'CD6107' }],
  ['an unknown place is outside', ['CD62'], null, null, { place: 'unknown' }],
])('%s', (_name, territory, province, territoire, expected) => {
  expect(outsideOf(territory, { province, territoire })).toEqual(expected)
})
