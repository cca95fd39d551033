import { expect, test } from 'vitest'
import { parse } from '../../../../kernel/schema.ts'
import { assessmentKinds } from '../../domain/case/assessment-words.ts'
import type { HappenedEvent } from '../file/fold.ts'
import { answersOf, blankTyped, lastRatingOf, mayBeGraver, ratingOf } from './safety-form.ts'

const now = '2026-11-22T09:00:00.000Z'
const by = '01970000-0000-7000-8000-000000000001'
const answers = answersOf({ ...blankTyped, answers: { threatened: 'yes', debtCollector: 'no' }, lastThreatOn: '2026-10-28' })
function rated(at: string, level: 'high' | 'low'): HappenedEvent {
  const payload = parse(assessmentKinds['case-risk.rated.v1'], { answers, level, by, at })
  if (!payload.ok) throw new Error('the event reads')
  return { thing: null, event: { kind: 'case-risk.rated.v1', payload: payload.value }, learnedAt: at }
}

test('the form starts from the last answers and their day, and what goes back is what was told', () => {
  expect(lastRatingOf([])).toBeNull()
  const last = lastRatingOf([rated('2026-10-01T08:00:00.000Z', 'low'), rated('2026-10-29T08:00:00.000Z', 'high')])
  expect(last?.at).toBe('2026-10-29T08:00:00.000Z')
  expect(last?.typed.answers).toEqual({ threatened: 'yes', debtCollector: 'no' })
  expect(last?.typed.lastThreatOn).toBe('2026-10-28')
  expect(answersOf(last?.typed ?? blankTyped)).toEqual(answers)
})

test('nothing is said to become high that is high', () => {
  expect(mayBeGraver(ratingOf({ ...blankTyped, answers: { whereaboutsKnown: 'yes' } }, now))).toBe(false)
  expect(mayBeGraver(ratingOf({ ...blankTyped, answers: { debtCollector: 'yes' } }, now))).toBe(true)
})
