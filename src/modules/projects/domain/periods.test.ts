/* Quarters stand on the calendar and not on the days of a project; reports cover what the project runs in. */
import { expect, test } from 'vitest'
import { addDays } from '../../../kernel/calendar.ts'
import { periodOf, periodsOf, runningIn } from './periods.ts'

test('whatever day of a quarter a project begins or ends, its periods are the same whole quarters', () => {
  const first = { period: '2026-Q1', from: '2026-01-01', until: '2026-03-31' }
  const last = { period: '2026-Q3', from: '2026-07-01', until: '2026-09-30' }
  for (let day = 0; day < 90; day += 1) {
    const lasting = { startsOn: addDays('2026-01-01', day), endsOn: addDays('2026-07-01', day) }
    expect([periodsOf(lasting)[0], periodsOf(lasting).at(-1)]).toEqual([first, last])
  }
  expect(periodOf('2025-Q4', { startsOn: '2026-01-01', endsOn: '2026-07-01' })).toBeNull()
  expect(periodOf('2026-Q4', { startsOn: '2026-01-01', endsOn: '2026-09-30' })).toBeNull()
})
test('the days of a quarter on which a project runs end with it', () => {
  const lasting = { startsOn: '2026-02-14', endsOn: '2026-08-10' }
  expect(periodsOf(lasting).map((one) => runningIn(one, lasting))).toEqual([
    { from: '2026-02-14', until: '2026-03-31' },
    { from: '2026-04-01', until: '2026-06-30' },
    { from: '2026-07-01', until: '2026-08-10' },
  ])
})
