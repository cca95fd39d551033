import { expect, test } from 'vitest'
import { type CarriedMission, newVisitsOf } from './new-visits.ts'

const visit = (site: string, phase: string) => ({ inspection: `i-${site}-${phase}`, site, name: site, on: '2026-11-20', phase })
const mission = (part: Partial<CarriedMission>): CarriedMission => ({
  mission: 'm',
  reference: '7/2026',
  phase: 'in-field',
  plannedFrom: '2026-11-18',
  plannedTo: '2026-11-25',
  sites: ['a', 'b', 'c', 'd'].map((site) => ({ site, name: site, nationalId: '' })),
  inspections: [visit('b', 'draft'), visit('c', 'returned'), visit('d', 'submitted')],
  ...part,
})

test('a site nobody opened is to be opened, an open visit to be filled in, a returned one to be looked at; a signed one is gone', () =>
  expect(newVisitsOf(mission({})).map(({ site, state, inspection }) => [site, state, inspection])).toEqual([
    ['a', 'open', null],
    ['b', 'fill', 'i-b-draft'],
    ['c', 'returned', 'i-c-returned'],
  ]))
test('an abandoned visit leaves its site to be opened', () =>
  expect(newVisitsOf(mission({ inspections: [visit('a', 'abandoned')] })).map(({ state }) => state)).toEqual([
    'open',
    'open',
    'open',
    'open',
  ]))
test.each(['planned', 'closed', 'cancelled'])('a %s mission has none', (phase) => expect(newVisitsOf(mission({ phase }))).toEqual([]))
