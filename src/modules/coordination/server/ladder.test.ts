/* What counts for the clock of an action: every closed agenda that it came to, also where somebody took it off. */
import { expect, test } from 'vitest'
import { asId } from '../../../kernel/schema.ts'
import type { AgendaItem } from '../contract-meetings.ts'
import type { Meeting } from '../domain/meeting.ts'
import { ladderOf } from './world.ts'

const id = (n: number): string => `0192f0c4-0000-7000-8000-${String(n).padStart(12, '0')}`
const overdue: AgendaItem = { key: 'action-overdue:a', source: 'action-overdue', ref: 'a', site: null, label: null, day: null, n: null }
const meeting = (taken: boolean): Meeting => ({
  convened: {
    ...{ committee: asId('committee', id(1)), code: 'CLS-X-2026-01', kind: 'ORD', day: '2026-03-01', time: '09:00', place: 'S' },
    ...{ reason: null, convokedOn: '2026-02-01', items: [overdue], at: '2026-02-01T08:00:00.000Z' },
  },
  items: taken ? [] : [{ ...overdue, why: null }],
  removed: taken ? [{ item: { ...overdue, why: null }, reason: 'Plus tard' }] : [],
  ...{ state: 'closed', attendance: {}, quorumKept: true, lostAt: null, openedAt: null, closedAt: null },
  ...{ decisions: [], minutes: null, approved: null, notes: [] },
})
const components = [{ key: 'gov', kind: 'government' as const, name: 'GOV', seats: [] }]
const world = (taken: boolean) => ({
  committees: [
    {
      id: asId('committee', id(1)),
      committee: {
        ...{ components, quorum: { is: 'every-component' as const }, meetingsPerYear: 4, officers: {}, legal: { basis: 'none' as const } },
        ...{ versions: [], withdrawn: [], leaves: [] },
        founded: {
          ...{ level: 'CLS' as const, name: 'C', area: 'XL1', code: 'CLS-X', legal: { basis: 'none' as const }, mandate: 'M' },
          ...{ meetingsPerYear: 4, quorum: { is: 'every-component' as const }, components, parent: null, sites: [] },
          ...{ on: '2026-01-01', at: '2026-01-01T08:00:00.000Z' },
        },
      },
    },
  ],
  meetings: [{ id: asId('committee-meeting', id(2)), committee: id(1), meeting: meeting(taken) }],
  ...{ actions: [], promises: [] },
})
test.each([false, true])('an overdue action is of the agenda that it came to (taken off: %s)', (taken) => {
  expect(ladderOf(world(taken), id(1)).agendas).toEqual([
    { committee: id(1), day: '2026-03-01', isClosed: true, keys: ['action-overdue:a'] },
  ])
})
