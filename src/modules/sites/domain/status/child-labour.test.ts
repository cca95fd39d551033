/* A site at which children were seen is resolved once somebody on the site says no, and no longer when they are seen again. */
import { expect, test } from 'vitest'
import { type ChildrenSaid, resolvedSites } from './child-labour.ts'

const said = (on: string, seen: boolean, site = 'a'): ChildrenSaid => ({ site, on, seen, learnedAt: `${on}T10:00:00.000Z` })
const days = (all: readonly ChildrenSaid[], until = '2026-12-31') => resolvedSites(all, until).map(({ site, on }) => [site, on])

test('seen, then not: resolved on the first day of no', () => {
  expect(days([said('2026-01-10', true), said('2026-03-01', false), said('2026-05-01', false)])).toEqual([['a', '2026-03-01']])
})
test('never seen, never seen again by anybody, or seen again: nothing is resolved', () => {
  expect(days([said('2026-03-01', false)])).toEqual([])
  expect(days([said('2026-03-01', true)])).toEqual([])
  expect(days([said('2026-01-10', true), said('2026-03-01', false), said('2026-05-01', true)])).toEqual([])
  expect(days([said('2026-01-10', true), said('2026-03-01', false), said('2026-05-01', true)], '2026-04-01')).toEqual([['a', '2026-03-01']])
})
test('on one day a yes is stronger than a no', () => {
  expect(days([said('2026-01-10', true), said('2026-01-10', false)])).toEqual([])
})
