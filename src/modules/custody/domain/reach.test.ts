import { expect, test } from 'vitest'
import type { OrganisationKind } from '../../people/contract.ts'
import { type Reach, reachOf } from './reach.ts'

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
