/* The order of work, caseloads, sums, the vulnerability grid, and how somebody may be reached. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from '../../../../kernel/schema.ts'
import type { ClockFace } from '../clocks/clock.ts'
import { type IndicatorFacts, inTime, indicatorsOf, median, shareOf } from './indicators.ts'
import { type SafeContact, adviceFor } from './safe-contact.ts'
import { LEVELS, VulnerabilityFactors, type VulnerabilityFactor, gridOf, seedFactors, totalNet } from './vulnerability.ts'
import { type WorkItem, caseloads, inOrder } from './work-list.ts'

const face = (changes: Partial<ClockFace> = {}): ClockFace => ({
  ...{
    clock: 'follow-up',
    level: 'medium',
    dueAt: '2026-11-25T21:59:59.999Z',
    state: 'running',
    lateHours: 0,
    pauses: [],
    evidence: 'U',
    ...changes,
  },
})
const item = (caseNumber: string, changes: Partial<WorkItem> = {}): WorkItem => ({
  ...{ caseNumber, level: 'medium', faces: [face()], hasConflict: false, vulnerability: 0, ...changes },
})

test('risk first, then conflicts, then what is late, then what is due soonest, and only between equals vulnerability', () => {
  const items = [
    item('e-calm', { vulnerability: 1 }),
    item('d-vulnerable', { vulnerability: 9 }),
    item('c-soon', { faces: [face({ dueAt: '2026-11-23T21:59:59.999Z' })] }),
    item('b-late', { faces: [face({ state: 'overdue', lateHours: 2 })] }),
    item('a-later', { faces: [face({ state: 'overdue', lateHours: 50 })] }),
    item('z-conflict', { hasConflict: true }),
    item('y-high', { level: 'high', vulnerability: -5 }),
    item('x-low', { level: 'low', vulnerability: 99, faces: [face({ state: 'overdue', lateHours: 999 })] }),
  ]
  expect(inOrder(items).map((one) => one.caseNumber)).toEqual([
    ...['y-high', 'z-conflict', 'a-later', 'b-late', 'c-soon', 'd-vulnerable', 'e-calm', 'x-low'],
  ])
})

test('the order does not depend on the order in which cases come', () => {
  const items = fc.uniqueArray(
    fc.record({ caseNumber: fc.string({ minLength: 1, maxLength: 4 }), vulnerability: fc.integer({ min: -9, max: 9 }) }),
    {
      selector: (one) => one.caseNumber,
    },
  )
  fc.assert(
    fc.property(items, (some) => {
      const all = some.map(({ caseNumber, vulnerability }) => item(caseNumber, { vulnerability }))
      expect(inOrder(all.toReversed())).toEqual(inOrder(all))
    }),
  )
})

test('a caseload counts what is worked on; beyond twenty-five it is said; cases of nobody are told apart', () => {
  const carried = Array.from({ length: 26 }, () => ({ owner: 'w1', state: 'follow-up', level: 'low' }) as const)
  const { of, ofNobody } = caseloads([
    ...carried,
    { owner: 'w2', state: 'active-planning', level: 'high' },
    { owner: 'w2', state: 'closed', level: null },
    { owner: null, state: 'intake', level: null },
  ])
  expect(of).toEqual([
    { worker: 'w1', open: 26, high: 0, isOver: true },
    { worker: 'w2', open: 1, high: 1, isOver: false },
  ])
  expect([ofNobody, caseloads(carried.slice(0, 25)).of[0]?.isOver]).toEqual([1, false])
})

test('a share of nothing is not there, and medians lie in the middle', () => {
  expect([shareOf(0, 0).share, shareOf(1, 3).share, shareOf(0, 3).share]).toEqual([null, 3333, 0])
  expect([median([]), median([4]), median([1, 3]), median([9, 1, 5])]).toEqual([null, 4, 2, 5])
  const faces = [face({ state: 'done' }), face({ state: 'done-late' }), face({ state: 'overdue' }), face(), face({ state: 'paused' })]
  expect(inTime(faces)).toEqual({ count: 1, of: 3, share: 3333 })
})

const nothing: IndicatorFacts = {
  ...{ workers: 0, supervisors: 0, cases: [], faces: [], referrals: [], withdrawals: 0, overrides: 0, grants: [] },
}
test('without facts every share is not applicable and no number is invented', () => {
  const values = Object.values(indicatorsOf(nothing))
  expect(values.map((one) => (one !== null && typeof one === 'object' ? one.share : one))).toEqual([
    ...Array.from({ length: 15 }, () => null),
    ...[0, 0, null, null],
  ])
})
test('indicators are the sums of their facts', () => {
  const referral = {
    sentAt: '2026-11-01T00:00:00.000Z',
    isAnswered: true,
    isAccepted: true,
    isDone: true,
    serviceAt: '2026-11-03T12:00:00.000Z',
    hasFeedback: false,
  }
  const indicators = indicatorsOf({
    ...{ ...nothing, workers: 2, supervisors: 1, withdrawals: 3, overrides: 1 },
    cases: [
      // Of nobody: it burdens none of the two.
      { state: 'intake', isOpen: true, hasOwner: false, openedAt: '2026-01-01T00:00:00.000Z', closedAt: null, closureReason: null },
      { state: 'follow-up', isOpen: true, hasOwner: true, openedAt: '2026-01-01T00:00:00.000Z', closedAt: null, closureReason: null },
      {
        state: 'closed',
        isOpen: false,
        hasOwner: true,
        openedAt: '2026-01-01T00:00:00.000Z',
        closedAt: '2026-01-31T00:00:00.000Z',
        closureReason: 'goals-achieved',
      },
      {
        state: 'closed',
        isOpen: false,
        hasOwner: true,
        openedAt: '2026-01-01T00:00:00.000Z',
        closedAt: '2026-01-11T00:00:00.000Z',
        closureReason: 'lost-contact',
      },
    ],
    faces: [
      face({ clock: 'first-safety-contact', level: 'high', state: 'done' }),
      face({ clock: 'first-safety-contact', level: 'low', state: 'overdue' }),
    ],
    referrals: [
      referral,
      { ...referral, isAccepted: false, isDone: false, serviceAt: null },
      { ...referral, isAnswered: false, isAccepted: false, isDone: false, serviceAt: null },
    ],
    grants: [
      { at6: true, at12: null },
      { at6: false, at12: null },
    ],
  })
  expect(indicators).toMatchObject({
    ...{ casesPerWorker: 50, workersPerSupervisor: 200, medianDaysToService: 2.5, medianDaysOpen: 20, withdrawals: 3, overrides: 1 },
    ...{ highRiskSeenInTime: { count: 1, of: 1 }, referralsAccepted: { count: 1, of: 2 }, referralsCompleted: { share: 10_000 } },
    ...{ closuresWithGoalsMet: { share: 5_000 }, feedbackGiven: { share: 0 }, casesClosed: { count: 2, of: 4 } },
    ...{ grantsRunningAt6: { share: 5_000 }, grantsRunningAt12: { share: null, of: 0 } },
  })
})

const factor = (level: VulnerabilityFactor['level'], polarity: VulnerabilityFactor['polarity'], severity: number): VulnerabilityFactor => ({
  ...{ level, code: 'x', polarity, severity },
})
test('a grid of four levels and two poles; what protects is set against what endangers, level by level', () => {
  const grid = gridOf([
    factor('individual', 'risk', 3),
    factor('individual', 'risk', 2),
    factor('individual', 'protective', 1),
    factor('community', 'protective', 2),
  ])
  expect(LEVELS.map((level) => grid[level].net)).toEqual([4, 0, -2, 0])
  expect(totalNet(grid)).toBe(2)
  expect(grid.individual.risk).toHaveLength(2)
  expect(parse(VulnerabilityFactors, [factor('individual', 'risk', 4)]).ok).toBe(false)
  expect(seedFactors.filter((one) => one.polarity === 'protective').map((one) => one.code)).toEqual([
    ...['skills', 'documents', 'supportive-kin', 'cooperative-membership', 'grievance-desk', 'traceability-scheme'],
  ])
})

const contact: SafeContact = {
  channel: 'phone',
  times: [{ weekday: 7, fromMinute: 600, toMinute: 660 }],
  zone: 'Africa/Lubumbashi',
  hasCodeWord: true,
}
test('a person is called in their time, there; no message is left unless it was said', () => {
  const at = (now: string, changes: Partial<SafeContact> = {}) => adviceFor({ ...contact, ...changes }, { now, isConsented: true })
  expect(at('2026-11-22T08:00:00.000Z')).toEqual({
    mayTryNow: true,
    because: 'in-time',
    mayLeaveMessage: false,
    mayOthersAnswer: false,
    askCodeWord: true,
  })
  expect(at('2026-11-22T07:59:59.999Z').because).toBe('outside-times')
  expect(at('2026-11-22T09:00:00.000Z').because).toBe('outside-times')
  expect(at('2026-11-22T08:00:00.000Z', { zone: 'Africa/Kinshasa' }).because).toBe('outside-times')
  expect(at('2026-11-22T08:00:00.000Z', { times: [] }).because).toBe('any-time')
  expect(at('2026-11-22T08:00:00.000Z', { channel: 'none' })).toMatchObject({ mayTryNow: false, because: 'no-contact-wished' })
  expect(at('2026-11-22T08:00:00.000Z', { mayLeaveMessage: true }).mayLeaveMessage).toBe(true)
  expect(adviceFor(null, { now: '2026-11-22T08:00:00.000Z', isConsented: true })).toMatchObject({
    mayTryNow: false,
    because: 'times-not-asked',
    mayLeaveMessage: false,
  })
  expect(adviceFor(contact, { now: '2026-11-22T08:00:00.000Z', isConsented: false })).toMatchObject({
    mayTryNow: false,
    because: 'no-consent',
  })
})
