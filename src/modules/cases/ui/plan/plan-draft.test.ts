import { expect, test } from 'vitest'
import * as story from '../../domain/case/case-story.ts'
import { stateOf, tell } from '../../domain/case/case-story.ts'
import { draftFrom, emptyGoal, emptyService, isLateGoal, isLateService, isReady, planIdFor, timeframes, writePlan } from './plan-draft.ts'

const goal = emptyGoal('g9', 'social-inclusion', '2027-03-01')
test('what is written is taken by the decider, and comes back as it was when it is changed', () => {
  const draft = { goals: [goal], services: [{ ...emptyService('s9', 'g9'), provider: story.clinic, dueAt: story.START }] }
  const ask = writePlan(draft, { plan: story.plan, wordings: new Map([['g9', story.sealed]]) })
  const events = tell([...story.assessed, [{ about: 'plan', ask }]])
  const written = events.findLast((one) => one.kind === 'case-plan.written.v1')
  const again = draftFrom(written?.kind === 'case-plan.written.v1' ? written.payload : null)
  expect(again).toEqual({ goals: [{ ...goal, wording: story.sealed }], services: draft.services })
  expect(writePlan(again, { plan: story.plan, wordings: new Map() })).toEqual(ask)
})
test('a version that was handed in is not changed: the next one is another', () => {
  expect(planIdFor(stateOf(tell(story.planned)).plan, () => 'next')).toBe('next')
  expect(planIdFor(stateOf(tell(story.assessed)).plan, () => 'first')).toBe('first')
  expect(planIdFor({ plan: 'same', standing: 'being-written' }, () => 'next')).toBe('same')
})
test('a plan has a goal with a day; a service of a goal that went is kept without one', () => {
  expect(isReady({ goals: [], services: [] })).toBe(false)
  expect(isReady({ goals: [{ ...goal, due: '' }], services: [] })).toBe(false)
  expect(
    writePlan({ goals: [goal], services: [emptyService('s', 'gone')] }, { plan: story.plan, wordings: new Map() }).services,
  ).toMatchObject([{ goal: null }])
})
test('a service may be needed within an hour, three, a day or three', () => {
  expect(timeframes(story.START).map((one) => one.hours)).toEqual([1, 3, 24, 72])
  expect(timeframes(story.START)[0]?.dueAt).toBe('2026-11-22T10:00:00.000Z')
})

test('late is what is past its day and still open', () => {
  const now = '2026-12-02T08:00:00.000Z'
  expect(isLateGoal({ due: '2026-12-01', status: 'open' }, now)).toBe(true)
  expect(isLateGoal({ due: '2026-12-02', status: 'open' }, now)).toBe(false)
  expect(isLateGoal({ due: '2026-12-01', status: 'partly-met' }, now)).toBe(false)
  expect(isLateService({ dueAt: '2026-12-02T07:00:00.000Z', status: 'in-progress' }, now)).toBe(true)
  expect(isLateService({ dueAt: '2026-12-02T07:00:00.000Z', status: 'declined-by-survivor' }, now)).toBe(false)
  expect(isLateService({ dueAt: '2026-12-02T09:00:00.000Z', status: 'planned' }, now)).toBe(false)
})
