/* Clocks as they follow from what happened in a case. */
import { expect, test } from 'vitest'
import { firstClockRulebook } from '../clocks/clock-rulebook.ts'
import { addHours } from '../clocks/instants.ts'
import { calendarOf } from '../clocks/work-calendar.ts'
import { clockFacesOf, clockRunsOf } from './case-clocks.ts'
import * as story from './case-story.ts'
import { closureChecklist } from './closure.ts'

const { tell, stateOf, START, worker, supervisor, idOf } = story
const setting = (now: string) => ({ rules: firstClockRulebook.values, calendar: calendarOf('Africa/Lubumbashi'), now })
const at = (hours: number) => addHours(START, hours)
const faces = (events: Parameters<typeof stateOf>[0], now: string) => clockFacesOf(stateOf(events), setting(now))
const shown = (events: Parameters<typeof stateOf>[0], now: string, clock: string) =>
  faces(events, now)
    .filter((face) => face.clock === clock)
    .map((face) => `${face.level} ${face.state} ${face.dueAt}`)
const followUp = (hours: number): story.Told => [
  { about: 'assessment', ask: { step: 'follow-up', channel: 'visit', wellbeing: 3 } },
  { at: at(hours) },
]
const rate = (hours: number, number: number, threatened: 'yes' | 'no', basedOn: number | null): story.Told => [
  {
    about: 'assessment',
    ask: {
      step: 'rate-risk',
      answers: { ...story.calm, threatened },
      edit: idOf('case-edit', number),
      basedOn: basedOn === null ? null : idOf('case-edit', basedOn),
    },
  },
  { at: at(hours) },
]

test('until somebody rated it a case counts as high, and an owner that was named at once is in time', () => {
  const events = tell(story.opening)
  expect(shown(events, at(1), 'assign-owner')).toEqual([`high done ${at(1)}`])
  expect(shown(events, at(25), 'first-safety-contact')).toEqual([`high overdue ${at(24)}`])
  expect(clockRunsOf(stateOf(tell(story.opening.slice(0, 1))))).toEqual([])
})

test('assessment and plan run from consent, and again from a reassessment', () => {
  const events = tell(story.underWay)
  expect(shown(events, at(1), 'full-assessment')).toEqual(['low done 2026-12-07T21:59:59.999Z'])
  const late = tell([[{ about: 'assessment', ask: { step: 'make-contact', channel: 'phone' } }, { at: at(30) }]], events)
  expect(shown(late, at(40), 'first-safety-contact')[0]).toContain('low done ')
})

test('visits follow each other, twice a week at high risk, and begin again when the danger is new', () => {
  const events = tell([...story.active, rate(0, 1, 'no', null), followUp(24), rate(48, 2, 'yes', 1), followUp(49)])
  expect(
    clockRunsOf(stateOf(events))
      .filter((run) => run.clock === 'follow-up')
      .map((run) => [run.startedAt, run.doneAt, run.round]),
  ).toEqual([
    [START, at(24), 0],
    [at(24), at(49), 1],
    [at(49), null, 1],
  ])
  expect(shown(events, at(50), 'follow-up').at(-1)).toBe(`high running ${at(49 + 84)}`)
})

test('a referral without answer is late; one without change for fourteen days is marked', () => {
  const events = tell([...story.active, story.drafted(), story.sentOn()])
  expect(shown(events, at(25), 'referral-answered')[0]).toContain('overdue')
  const taken = tell([story.answered('accept')], events)
  expect(shown(taken, at(25), 'referral-answered')[0]).toContain('done')
  expect(shown(taken, at(24 * 20), 'referral-standstill')[0]).toContain('overdue')
})
test('an answer is due when the service was told that it is, also after the risk changed, and the clock says of which referral', () => {
  const events = tell([...story.active, story.drafted(), story.sentOn(), rate(2, 91, 'yes', null)])
  const of = stateOf(events).referrals.get(story.referral)
  const clocks = faces(events, at(25)).filter((face) => face.of !== undefined)
  expect(clocks.map((face) => [face.clock, face.of])).toEqual([
    ['referral-answered', story.referral],
    ['referral-standstill', story.referral],
  ])
  expect(clocks[0]).toMatchObject({ dueAt: of?.respondBy, state: 'overdue' })
})

const closing = (threatened: 'yes' | 'no') =>
  tell([
    ...story.opening,
    rate(0, 79, threatened, null),
    ...story.underWay.slice(story.opening.length),
    [{ about: 'plan', ask: { step: 'report-service', service: 's1', status: 'done', on: '2026-11-22' } }],
    [{ about: 'case', ask: { step: 'finish-services' } }],
    [
      { about: 'case', ask: { step: 'request-closure', reason: 'goals-achieved', done: [...closureChecklist['goals-achieved']] } },
      { at: at(48) },
    ],
    [
      { about: 'case', ask: { step: 'approve-closure' } },
      { by: supervisor, maySupervise: true, at: at(48) },
    ],
  ])
const closed = closing('no')
test('what still ran when the case closed is no breach; what was late stays late; checks run afterwards and close nothing', () => {
  const now = at(24 * 365)
  expect(shown(closed, now, 'follow-up')).toEqual([])
  expect(shown(closed, now, 'supervisor-review')).toEqual([])
  expect(shown(closed, now, 'first-safety-contact')).toEqual([])
  expect(shown(closed, now, 'post-closure-check')).toEqual([])
  const endangered = closing('yes')
  expect(shown(endangered, now, 'first-safety-contact')).toEqual([`high done-late ${at(24)}`])
  expect(shown(endangered, now, 'post-closure-check')[0]).toContain('high overdue')
  const high = tell([rate(49, 3, 'yes', null)], closed)
  expect(stateOf(high).standing.at).toBe('closed')
})

test('a supervisor looks, and not at a case of their own; checks are for what is closed; an owner is named by who may', () => {
  const events = tell(story.active)
  const supervise: story.Told[0] = { about: 'assessment', ask: { step: 'supervise', finding: 'on-course' } }
  expect(story.refusalOf(events, [supervise])).toBe('supervisor-must-agree')
  expect(story.refusalOf(events, [supervise, { maySupervise: true }])).toBe('review-by-another-person')
  expect(story.refusalOf(events, [supervise, { maySupervise: true, by: supervisor }])).toBeNull()
  expect(story.refusalOf(events, [{ about: 'assessment', ask: { step: 'check-after-closure', outcome: 'well' } }])).toBe('case-not-closed')
  expect(story.refusalOf(closed, [{ about: 'assessment', ask: { step: 'check-after-closure', outcome: 'well' } }])).toBeNull()
  expect(story.refusalOf(events, [{ about: 'assessment', ask: { step: 'assign-owner', owner: worker } }])).toBe('supervisor-must-agree')
})
