import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import type { CaseListItem, ReceivedReferral } from '../../contract.ts'
import { breachesOf, dueOf, receivedOf, unconfirmed } from './home-counts.ts'

const ID = '0192f0c4-0000-7000-8000-000000000009'
const asOf = '2026-11-22T08:00:00.000Z'
const clock = (dueAt: string, state: 'running' | 'overdue' | 'paused') =>
  ({ clock: 'first-contact', dueAt, state, lateHours: 0, level: 'high' }) as const
const file = (subject: string, more: Partial<CaseListItem>): CaseListItem => ({
  ...{
    case: `id-${subject}`,
    subject,
    type: 'tip-adult',
    state: 'active-planning',
    isMine: true,
    isCarried: false,
    identityUntil: null,
    owner: null,
  },
  ...{ isChild: null, level: 'high', isRated: true, clocks: [], hasConflict: false, vulnerability: 0, openReferrals: 0 },
  ...{ openedAt: asOf, changedAt: asOf, province: null, waits: [], ...more },
})

test('a caseworker finds their own files: what is late first, then what ends within two days; a paused clock presses nobody', () => {
  const cases = [
    file('K2', { clocks: [clock('2026-11-23T08:00:00.000Z', 'running')] }),
    file('K1', { clocks: [clock('2026-11-20T08:00:00.000Z', 'overdue'), clock('2026-11-12T08:00:00.000Z', 'overdue')] }),
    file('K3', { clocks: [clock('2026-12-23T08:00:00.000Z', 'running'), clock('2026-11-01T08:00:00.000Z', 'paused')] }),
    file('K4', { isMine: false, clocks: [clock('2026-11-20T08:00:00.000Z', 'overdue')], waits: ['owner'] }),
  ]
  const own = dueOf({ cases, asOf }, 'own')
  expect([own.late, own.soon, own.waits]).toEqual([1, 1, 0])
  expect(own.lines.map(({ subject, away }) => [subject, away])).toEqual([
    ['K1', { unit: 'days', n: 10, isLate: true }],
    ['K2', { unit: 'hours', n: 24, isLate: false }],
  ])
  const team = dueOf({ cases, asOf }, 'team')
  expect([team.late, team.soon, team.waits]).toEqual([2, 1, 1])
})
test('a body sees the referrals that nobody answered, and how many are past their day', () => {
  const referral = (state: string, respondBy: string | null): ReceivedReferral => ({
    ...{ referral: state, from: asId('organisation', ID), service: 'medical', urgency: 'high', state, slip: 'AAAA' },
    ...{ sentAt: asOf, respondBy, statusAt: asOf, fields: [] },
  })
  const referrals = [referral('sent', '2026-11-20T08:00:00.000Z'), referral('acknowledged', null), referral('accepted', asOf)]
  expect(receivedOf({ referrals, asOf })).toEqual({ waiting: 2, late: 1 })
})
test('who protects data sees what is open, late, and not confirmed', () => {
  const breach = { id: 'a', exposure: 'device', isDrill: false, detectedAt: asOf, persons: 1 } as const
  expect(
    breachesOf({
      breaches: [
        { ...breach, state: 'detected', clocks: [{ clock: 'contain', dueAt: asOf, state: 'overdue' }] },
        { ...breach, state: 'contained', clocks: [{ clock: 'contain', dueAt: asOf, state: 'done' }] },
        { ...breach, state: 'lessons', clocks: [{ clock: 'notify', dueAt: asOf, state: 'done-late' }] },
      ],
    }),
  ).toEqual({ open: 2, late: 1 })
  const line = { case: 'c', override: 'o', by: asId('account', ID), purpose: 'p', recipient: null, service: null, confirmBefore: asOf }
  expect(
    unconfirmed({
      overrides: [
        { ...line, fields: [], state: 'provisional' },
        { ...line, fields: [], state: 'confirmed' },
      ],
    }),
  ).toBe(1)
})
