import { expect, test } from 'vitest'
import { matchesFilter, readFilter } from './site-filter.ts'

const site = { name: 'Bísie Méssage', minerals: ['Sn', 'Ta'] as const, shown: 'green' as const, lapsedOn: '2026-10-11' }

test.each([
  [{}, true],
  [{ colour: 'green' }, true],
  [{ colour: 'red' }, false],
  [{ mineral: 'Ta' }, true],
  [{ mineral: 'Au' }, false],
  [{ lapsed: 'yes' }, true],
  [{ lapsed: 'no' }, false],
  [{ q: 'bisie' }, true],
  [{ q: 'message BISIE' }, true],
  [{ q: 'bisie nyota' }, false],
  [{ colour: 'purple', mineral: 'Zz', lapsed: 'maybe' }, true],
])('the address %o shows the site: %s', (state, shown) => {
  expect(matchesFilter(site, readFilter(state))).toBe(shown)
})

test('a province that is no p-code is left out', () => {
  expect(readFilter({ province: "CD61' or 1=1" }).province).toBe('')
  expect(readFilter({ province: 'CD61' }).province).toBe('CD61')
})
