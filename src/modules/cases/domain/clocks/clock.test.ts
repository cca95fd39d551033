/* Clocks at the moments on which they turn, in the zones of the programme and in one that moves its clocks. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstClockRulebook } from './clock-rulebook.ts'
import { type ClockRun, type Pause, breachesOf, dueAt, faceOf, windowLeft } from './clock.ts'
import { elapsedBetween, elapsedClassOf } from './elapsed.ts'
import { addHours, hoursBetween } from './instants.ts'
import { ZONES, calendarOf } from './work-calendar.ts'

const rules = firstClockRulebook.values
const START = '2026-11-20T09:00:00.000Z' // A Friday.
const run = (changes: Partial<ClockRun> = {}): ClockRun => ({
  ...{ clock: 'assign-owner', round: 0, startedAt: START, doneAt: null, pauses: [], ratings: [{ level: 'high', at: START }] },
  ...changes,
})
const setting = (now: string, zone = 'Africa/Lubumbashi') => ({ rules, calendar: calendarOf(zone), now })
const rated = (level: 'high' | 'medium' | 'low', at = START) => ({ level, at })

test.each([
  ['assign-owner', 'high', '2026-11-20T10:00:00.000Z'],
  ['assign-owner', 'medium', '2026-11-20T12:00:00.000Z'],
  ['assign-owner', 'low', '2026-11-20T12:00:00.000Z'],
  ['first-safety-contact', 'high', '2026-11-21T09:00:00.000Z'],
  ['first-safety-contact', 'medium', '2026-11-23T09:00:00.000Z'],
  ['first-safety-contact', 'low', '2026-11-27T21:59:59.999Z'],
  ['full-assessment', 'high', '2026-11-23T21:59:59.999Z'],
  ['full-assessment', 'medium', '2026-11-27T21:59:59.999Z'],
  ['full-assessment', 'low', '2026-12-04T21:59:59.999Z'],
  ['plan-approved', 'high', '2026-11-27T21:59:59.999Z'],
  ['plan-approved', 'medium', '2026-12-04T21:59:59.999Z'],
  ['plan-approved', 'low', '2026-12-11T21:59:59.999Z'],
  ['follow-up', 'high', '2026-11-23T21:00:00.000Z'],
  ['follow-up', 'medium', '2026-12-04T21:59:59.999Z'],
  // 20 December is a Sunday.
  ['follow-up', 'low', '2026-12-21T21:59:59.999Z'],
  ['risk-re-rating', 'high', '2026-12-04T21:59:59.999Z'],
  ['risk-re-rating', 'medium', '2026-12-21T21:59:59.999Z'],
  ['risk-re-rating', 'low', '2027-02-18T21:59:59.999Z'],
  ['supervisor-review', 'high', '2026-12-04T21:59:59.999Z'],
  ['supervisor-review', 'medium', '2026-12-21T21:59:59.999Z'],
  ['supervisor-review', 'low', '2027-01-19T21:59:59.999Z'],
  ['referral-answered', 'high', '2026-11-21T09:00:00.000Z'],
  ['referral-answered', 'medium', '2026-11-23T09:00:00.000Z'],
  ['referral-answered', 'low', '2026-11-27T21:59:59.999Z'],
  ['referral-standstill', 'low', '2026-12-04T21:59:59.999Z'],
  ['post-closure-check', 'high', '2026-12-20T21:59:59.999Z'],
  ['post-closure-check', 'medium', '2027-02-22T21:59:59.999Z'],
  ['post-closure-check', 'low', null],
] as const)('acceptance 10: %s at %s risk', (clock, level, due) => {
  expect(dueAt(run({ clock, ratings: [rated(level)] }), setting(START))).toBe(due)
})

test('at high risk visits come twice a week for four weeks, then weekly; a second check after closing comes at three months', () => {
  const due = (round: number) => dueAt(run({ clock: 'follow-up', round }), setting(START))
  expect([due(7), due(8), due(40)]).toEqual(['2026-11-23T21:00:00.000Z', '2026-11-27T21:59:59.999Z', '2026-11-27T21:59:59.999Z'])
  const after = (round: number) => dueAt(run({ clock: 'post-closure-check', round }), setting(START))
  expect([after(1), after(2)]).toEqual(['2027-02-20T21:59:59.999Z', null])
})

test('acceptance 10: the same day ends at another moment in each zone', () => {
  const late = (zone: string, now: string) => faceOf(run({ clock: 'full-assessment' }), setting(now, zone))?.state
  expect(ZONES.map((zone) => dueAt(run({ clock: 'full-assessment' }), setting(START, zone)))).toEqual([
    '2026-11-23T21:59:59.999Z',
    '2026-11-23T22:59:59.999Z',
    '2026-11-23T15:59:59.999Z',
  ])
  expect(late('Africa/Lubumbashi', '2026-11-23T22:00:00.000Z')).toBe('overdue')
  expect(late('Africa/Kinshasa', '2026-11-23T22:00:00.000Z')).toBe('running')
  expect(late('Asia/Ulaanbaatar', '2026-11-23T15:59:59.999Z')).toBe('running')
  expect(late('Asia/Ulaanbaatar', '2026-11-23T16:00:00.000Z')).toBe('overdue')
})

test('acceptance 10: hours are counted on instants over a night that is an hour shorter or longer, days on the wall calendar', () => {
  const before = '2026-03-28T20:30:00.000Z'
  const spring = run({ clock: 'first-safety-contact', startedAt: before, ratings: [rated('high', before)] })
  for (const zone of [...ZONES, 'Europe/Paris']) expect(hoursBetween(before, dueAt(spring, setting(before, zone)) ?? '')).toBe(24)
  const days = (zone: string, startedAt: string) =>
    dueAt(run({ clock: 'full-assessment', startedAt, ratings: [rated('high', startedAt)] }), setting(startedAt, zone))
  expect(days('Europe/Paris', '2026-03-27T12:00:00.000Z')).toBe('2026-03-30T21:59:59.999Z')
  expect(days('Europe/Paris', '2026-10-23T12:00:00.000Z')).toBe('2026-10-26T22:59:59.999Z')
  expect(days('Asia/Ulaanbaatar', '2016-03-24T12:00:00.000Z')).toBe('2016-03-27T14:59:59.999Z')
})

test('acceptance 10: a free day postpones what is not urgent, never high risk and never hours', () => {
  const saturday = { clock: 'full-assessment', startedAt: '2026-11-14T09:00:00.000Z' } as const
  const at = saturday.startedAt
  expect(dueAt(run({ ...saturday, ratings: [rated('medium', at)] }), setting(at))).toBe('2026-11-23T21:59:59.999Z')
  expect(dueAt(run({ clock: 'full-assessment', startedAt: '2026-11-18T09:00:00.000Z', ratings: [rated('high', at)] }), setting(at))).toBe(
    '2026-11-21T21:59:59.999Z',
  )
  const holidays = { rules, calendar: calendarOf('Africa/Kinshasa', ['2026-11-23']), now: at }
  expect(dueAt(run({ ...saturday, ratings: [rated('low', at)] }), holidays)).toBe('2026-11-30T22:59:59.999Z')
  expect(dueAt(run({ ...saturday, ratings: [rated('medium', at)] }), holidays)).toBe('2026-11-24T22:59:59.999Z')
})

test('a moment that is due is not late; the millisecond after is', () => {
  const due = '2026-11-20T10:00:00.000Z'
  expect(faceOf(run(), setting(due))).toMatchObject({ state: 'running', lateHours: 0 })
  expect(faceOf(run(), setting('2026-11-20T10:00:00.001Z'))).toMatchObject({ state: 'overdue', lateHours: 0 })
  expect(faceOf(run({ doneAt: due }), setting('2026-12-01T00:00:00.000Z'))).toMatchObject({ state: 'done' })
  expect(faceOf(run({ doneAt: '2026-11-20T13:30:00.000Z' }), setting('2026-12-01T00:00:00.000Z'))).toMatchObject({
    state: 'done-late',
    lateHours: 3,
  })
})

test('acceptance 10: a pause moves the due moment by its length and its reason is kept; it cures nothing that was late', () => {
  const pause = { reason: 'insecurity', from: '2026-11-20T09:30:00.000Z', to: '2026-11-20T19:30:00.000Z' } as const
  const face = faceOf(run({ pauses: [pause] }), setting('2026-11-20T20:00:00.000Z'))
  expect(face).toMatchObject({ dueAt: '2026-11-20T20:00:00.000Z', state: 'running', pauses: [{ reason: 'insecurity' }] })
  const lasting = { ...pause, to: null }
  expect(faceOf(run({ pauses: [lasting] }), setting('2027-01-01T00:00:00.000Z'))?.state).toBe('paused')
  const tooLate = { reason: 'unreachable', from: '2026-11-20T11:00:00.000Z', to: null } as const
  expect(faceOf(run({ pauses: [tooLate] }), setting('2026-11-21T10:00:00.000Z'))).toMatchObject({ state: 'overdue', lateHours: 24 })
  const twice: readonly Pause[] = [pause, { reason: 'unreachable', from: '2026-11-20T10:30:00.000Z', to: '2026-11-20T18:00:00.000Z' }]
  expect(dueAt(run({ pauses: twice }), setting('2026-11-22T00:00:00.000Z'))).toBe('2026-11-20T20:00:00.000Z')
  // Days end with a day, also after a pause.
  const days = run({ clock: 'full-assessment', pauses: [{ ...pause, to: '2026-11-21T19:30:00.000Z' }] })
  expect(dueAt(days, setting('2026-11-22T00:00:00.000Z'))).toBe('2026-11-25T21:59:59.999Z')
})

test('a graver risk brings the moment nearer; a lighter one never moves it away', () => {
  const raised = run({ clock: 'full-assessment', ratings: [rated('low'), rated('high', '2026-11-22T09:00:00.000Z')] })
  expect(dueAt(raised, setting('2026-11-21T00:00:00.000Z'))).toBe('2026-12-04T21:59:59.999Z')
  expect(dueAt(raised, setting('2026-11-22T10:00:00.000Z'))).toBe('2026-11-25T21:59:59.999Z')
  const lowered = run({ clock: 'full-assessment', ratings: [rated('high'), rated('low', '2026-11-21T09:00:00.000Z')] })
  expect(dueAt(lowered, setting('2026-11-22T10:00:00.000Z'))).toBe('2026-11-23T21:59:59.999Z')
})

test('a longer pause never brings a moment nearer', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), fc.nat(400), fc.nat(400), (zone, before, length) => {
      const from = addHours(START, before)
      const now = addHours(START, 2_000)
      const with_ = (hours: number) =>
        dueAt(run({ clock: 'full-assessment', pauses: [{ reason: 'insecurity', from, to: addHours(from, hours) }] }), setting(now, zone)) ??
        ''
      expect(with_(length + 1) >= with_(length)).toBe(true)
    }),
  )
})

test('the board lists what is and what was late, the longest first, and closes nothing', () => {
  const runs = [run(), run({ clock: 'first-safety-contact', doneAt: '2026-11-21T10:00:00.000Z' }), run({ clock: 'plan-approved' })]
  expect(breachesOf(runs, setting('2026-11-22T10:00:00.000Z')).map(({ clock, state, lateHours }) => [clock, state, lateHours])).toEqual([
    ['assign-owner', 'overdue', 48],
    ['first-safety-contact', 'done-late', 1],
  ])
})

test('every default that was not read in its source is marked', () => {
  const marks = Object.entries(rules.clocks).map(([name, { evidence }]) => [name, evidence])
  expect(marks.filter(([, mark]) => mark === 'V')).toEqual([
    ['assign-owner', 'V'],
    ['referral-standstill', 'V'],
  ])
})

test('medical windows are counted from the incident and nothing pauses them', () => {
  expect(windowLeft('hiv-prophylaxis', START, '2026-11-23T09:00:00.000Z')).toMatchObject({ isOpen: true, hoursLeft: 0 })
  expect(windowLeft('hiv-prophylaxis', START, '2026-11-23T09:00:00.001Z')).toMatchObject({ isOpen: false })
  expect(windowLeft('emergency-contraception', START, START)).toMatchObject({ closesAt: '2026-11-25T09:00:00.000Z', hoursLeft: 120 })
})

test.each([
  [-0.01, null],
  [0, '0-3-days'],
  [3.999, '0-3-days'],
  [4, '4-5-days'],
  [5.999, '4-5-days'],
  [6, '6-14-days'],
  [14.999, '6-14-days'],
  [15, '15-30-days'],
  [30, '15-30-days'],
  [30.999, '15-30-days'],
  [31, '31-days-and-more'],
  [9_000, '31-days-and-more'],
] as const)('%d days are counted once, as %s', (days, key) => expect(elapsedClassOf(days)).toBe(key))

test('classes of elapsed time are counted on instants', () => {
  expect(elapsedBetween(START, addHours(START, 96))).toBe('4-5-days')
  expect(elapsedBetween(START, '2026-11-24T08:59:59.999Z')).toBe('0-3-days')
})
