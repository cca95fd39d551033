import { expect, test } from 'vitest'
import type { OrganisationKind } from '../../../people/contract.ts'
import { type Reach, reachOf, rootsInsideOf } from './reach.ts'

test.each<[OrganisationKind | null, boolean, Reach]>([
  ['saemape', true, 'territory'],
  ['auditor', true, 'territory'],
  [null, true, 'territory'],
  ['exporter', true, 'own-lots'],
  ['cooperative', true, 'own-lots'],
  ['saemape', false, 'own-lots'],
  [null, false, 'own-lots'],
])('somebody of %s who oversees: %s, reaches %s', (kind, oversees, reach) => {
  expect(reachOf({ kind, oversees })).toBe(reach)
})

test.each([
  [2, 2, false, 'all'],
  [2, 2, true, 'all'],
  [2, 1, false, 'some'],
  [2, 0, false, 'none'],
  [0, 0, true, 'some'],
  [0, 0, false, 'none'],
] as const)('of %i known sites %i inside, one unknown: %s, is %s', (known, inside, unknown, expected) => {
  expect(rootsInsideOf({ known, inside, unknown })).toBe(expected)
})
