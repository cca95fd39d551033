/* Who may be counted in a vote: voting seats that sit, and none of a component that has left by letter. */
import { expect, test } from 'vitest'
import { asId } from '../../../kernel/schema.ts'
import type { Component } from '../contract.ts'
import type { Committee } from './committee.ts'
import { type Meeting, type MeetingContext, meetingDecider } from './meeting.ts'

const id = (n: number): string => `0192f0c4-0000-7000-8000-${String(n).padStart(12, '0')}`
const component = (key: string, ...seats: readonly string[]): Component => ({
  ...({ key, kind: 'government', name: key } as const),
  seats: seats.map((seat) => ({ key: seat, title: seat, organisation: null, voting: true })),
})
const components = [component('gov', 'gov-1', 'gov-2'), component('private', 'fec', 'coop'), component('cso', 'cso-1')]
const committee = (left: readonly string[]): Committee => ({
  ...({
    components,
    quorum: { is: 'at-least', components: 2, seats: 3 },
    meetingsPerYear: 4,
    officers: {},
    legal: { basis: 'none' },
  } as const),
  ...{ versions: [], leaves: [] },
  withdrawn: left.map((one) => ({ component: one, letterOn: '2026-01-02', reason: 'x', at: '2026-01-02T08:00:00.000Z', backAt: null })),
  founded: {
    ...({ level: 'CPS', name: 'C', area: 'XL1', code: 'CPS-X', legal: { basis: 'none' }, mandate: 'M', meetingsPerYear: 4 } as const),
    ...{
      quorum: { is: 'every-component' as const },
      components,
      parent: null,
      sites: [],
      on: '2026-01-01',
      at: '2026-01-01T08:00:00.000Z',
    },
  },
})
const meeting: Meeting = {
  convened: {
    ...({ committee: asId('committee', id(1)), code: 'CPS-X-2026-01', kind: 'ORD', day: '2026-03-01', time: '09:00', place: 'S' } as const),
    ...{ reason: null, convokedOn: '2026-02-01', items: [], at: '2026-02-01T08:00:00.000Z' },
  },
  items: [{ key: 'own:a', source: 'own', ref: null, site: null, label: 'A', day: null, n: null, why: 'x' }],
  ...({ removed: [], state: 'open', quorumKept: true, lostAt: null, openedAt: '2026-03-01T08:00:00.000Z', closedAt: null } as const),
  attendance: { 'gov-1': 'present', 'gov-2': 'present', fec: 'present', coop: 'represented', 'cso-1': 'present' },
  ...{ decisions: [], minutes: null, approved: null, notes: [] },
}
const vote = (count: number, left: readonly string[]): string => {
  const context: MeetingContext = {
    ...{ now: '2026-03-01T10:00:00.000Z', today: '2026-03-01', account: 'a', committee: committee(left), inYear: 0, open: [], owed: [] },
    ...{ approving: null, hash: () => '' },
  }
  const said = { item: 'own:a', kind: 'DECISION', text: 'Oui', vote: { for: count, against: 0, abstained: 0 }, isPublic: false } as const
  const outcome = meetingDecider.decide(meeting, { type: 'decide', ...said }, context)
  return outcome.ok ? 'decided' : outcome.refusal.code
}
test('seats of a component that has left are in no vote, whoever came', () => {
  expect([vote(5, []), vote(6, [])]).toEqual(['decided', 'more-votes-than-seats'])
  expect([vote(3, ['private']), vote(4, ['private'])]).toEqual(['decided', 'more-votes-than-seats'])
})
