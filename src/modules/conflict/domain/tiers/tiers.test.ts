import { expect, test } from 'vitest'
import { type Tier, TIERS, sees, tierOf } from './tiers.ts'

test.each<[readonly string[] | null, Tier]>([
  [null, 'public'],
  [[], 'public'],
  [['conflict.propose', 'sites.exact-position'], 'public'],
  [['conflict.read'], 'committee'],
  [['conflict.read', 'conflict.read-exact'], 'cleared'],
  [['conflict.read', 'conflict.read-exact', 'conflict.named'], 'named'],
])('%j sees as %s', (capabilities, tier) => {
  expect(tierOf(capabilities && new Set(capabilities))).toBe(tier)
})

test('each tier sees what the ones before it see, and nothing of those after', () => {
  for (const [at, tier] of TIERS.entries()) expect(TIERS.map((needed) => sees(tier, needed))).toEqual(TIERS.map((_, index) => index <= at))
})
