import { expect, test } from 'vitest'
import { rulesWith } from './rulebook.ts'
import { responsesByQuarter } from './responses.ts'

const rules = rulesWith([])
const asked = { quarters: ['2026-Q2', '2026-Q3'], rules, today: '2026-09-30' }
const one = (openedOn: string, verifiedOn: string | null, more: { severity?: number; isOver?: boolean } = {}) => ({
  ...{ openedOn, verifiedOn, severity: 1, isOver: false },
  ...more,
})
const none = { inTime: 0, late: 0, waiting: 0, waitingLate: 0 }

test('the day that is due is in time, the day after is late', () => {
  expect(responsesByQuarter([one('2026-07-01', '2026-07-04'), one('2026-07-01', '2026-07-05')], asked)).toEqual([
    { quarter: '2026-Q2', ...none },
    { quarter: '2026-Q3', ...none, inTime: 1, late: 1 },
  ])
})

test('what waits is late only when its day is over, and what was closed waits for nobody', () => {
  const opened = [one('2026-09-27', null), one('2026-09-26', null), one('2026-09-01', null, { isOver: true })]
  expect(responsesByQuarter(opened, asked)[1]).toEqual({ quarter: '2026-Q3', ...none, waiting: 1, waitingLate: 1 })
})

test('graver incidents have less time, and a look before it was opened again does not count', () => {
  const opened = [one('2026-07-01', '2026-07-05', { severity: 3 }), one('2026-07-10', '2026-07-02')]
  expect(responsesByQuarter(opened, asked)[1]).toEqual({ quarter: '2026-Q3', ...none, inTime: 1, waitingLate: 1 })
})
