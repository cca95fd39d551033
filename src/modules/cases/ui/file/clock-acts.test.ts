import { expect, test } from 'vitest'
import type { ClockFace } from '../../domain/clocks/clock.ts'
import { ClockName } from '../../domain/clocks/clock-rulebook.ts'
import { actOf, urgentFirst } from './clock-acts.ts'

const face = (clock: ClockName, day: string, state: ClockFace['state'] = 'overdue'): ClockFace => ({
  ...{ clock, state, level: 'high', lateHours: 1, pauses: [], evidence: 'D', dueAt: `2026-11-${day}T08:00:00.000Z` },
})

test('three clocks stand, the longest late first; a paused one gives way', () => {
  const { shown, folded } = urgentFirst([
    face('follow-up', '09'),
    face('plan-approved', '01', 'paused'),
    face('risk-re-rating', '03'),
    face('first-safety-contact', '05'),
  ])
  expect(shown.map((one) => one.clock)).toEqual(['risk-re-rating', 'first-safety-contact', 'follow-up'])
  expect(folded.map((one) => one.clock)).toEqual(['plan-approved'])
})

test('every clock has an act for a supervisor; what is the supervisor’s is offered to nobody else', () => {
  for (const clock of ClockName.options) expect(actOf(clock, { maySupervise: true, isSubmitted: false })).not.toBeNull()
  expect(actOf('supervisor-review', { maySupervise: false, isSubmitted: false })).toBeNull()
  expect(actOf('plan-approved', { maySupervise: false, isSubmitted: true })).toBeNull()
  expect(actOf('plan-approved', { maySupervise: true, isSubmitted: true })?.name.fr).toBe('Approuver le plan')
  expect(actOf('first-safety-contact', { maySupervise: false, isSubmitted: false })?.part).toBe('contacts')
})
