import { expect, test } from 'vitest'
import { inside, outside } from '../../../../kernel/disclosure/disclosure-rules.ts'
import { firstClockRulebook } from '../../domain/clocks/clock-rulebook.ts'
import { calendarOf } from '../../domain/clocks/work-calendar.ts'
import { figuresOf } from '../../domain/statistics/case-figures.ts'
import { figureLabels } from './figure-labels.ts'

test('no figure stands on a screen under its code', () => {
  const setting = { rules: firstClockRulebook.values, calendar: calendarOf('Africa/Lubumbashi'), now: '2026-11-22T09:00:00.000Z' }
  for (const rule of [inside, outside]) {
    const told = figuresOf({ cases: [], tallies: [], setting, nights: { slept: 0, persons: 0 }, supervisors: 0 }, rule).figures
    expect(told.filter((one) => figureLabels[one.figure] === undefined)).toEqual([])
  }
})
