import { expect, test } from 'vitest'
import { SLIDER_MONTHS, dayOfStep, readMapState, stepOfDay } from './map-state.ts'

const today = '2026-11-21'

test('an address that nobody wrote shows the usual map, and a full one says everything', () => {
  expect(readMapState({ layer: 'moon', years: '7', compare: 'x', asOf: '2026-13-01' }, today)).toEqual({
    choice: { layer: 'status', years: 3, today, actor: '', service: '' },
    hidden: new Set(),
    compare: '',
  })
  const state = { layer: 'visits', years: '5', compare: '2021-06-30', asOf: '2023-01-31', hide: 'never,since', actor: 'army' }
  expect(readMapState(state, today)).toEqual({
    choice: { layer: 'visits', years: 5, today: '2023-01-31', actor: 'army', service: '' },
    hidden: new Set(['never', 'since']),
    compare: '2021-06-30',
  })
})

test.each([
  [SLIDER_MONTHS, '2026-11-21'],
  [SLIDER_MONTHS - 1, '2026-10-31'],
  [SLIDER_MONTHS - 9, '2026-02-28'],
  [0, '2011-11-30'],
])('step %i is %s, and back', (step, day) => {
  expect(dayOfStep(step, today)).toBe(day)
  expect(stepOfDay(day, today)).toBe(step)
})

test('a day before the slider begins stands at its start', () => {
  expect(stepOfDay('1999-01-01', today)).toBe(0)
})
