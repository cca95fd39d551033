import { expect, test } from 'vitest'
import { clockQueues, delayOf, percentile } from './queues.ts'

const said = { internal: 'GREEN', basis: 'order', lapsed: false, validUntil: '2026-12-01', lapse: null, daysLeft: 10 } as const
const names = (more: Partial<Parameters<typeof clockQueues>[0]>) =>
  clockQueues({ ...said, ...more }).map((one) => `${one.queue} ${one.day}`)

test('an end within 30 days is one within 60 and 90 too; one in 91 days waits nowhere', () => {
  expect(names({})).toEqual(['expiringIn30Days 2026-12-01', 'expiringIn60Days 2026-12-01', 'expiringIn90Days 2026-12-01'])
  expect(names({ daysLeft: 31 })).toEqual(['expiringIn60Days 2026-12-01', 'expiringIn90Days 2026-12-01'])
  expect(names({ daysLeft: 91 })).toEqual([])
})

test('an overdue yellow and a red whose period ended wait by the day on which it ran out; a pending blue by the day it becomes active', () => {
  const over = { lapsed: true, daysLeft: 0 } as const
  expect(names({ ...over, internal: 'YELLOW', lapse: { colour: 'yellow', on: '2026-10-01', days: 9 } })).toEqual([
    'overdueYellow 2026-10-01',
  ])
  expect(names({ ...over, internal: 'RED', lapse: { colour: 'red', on: '2026-10-02', days: 9 } })).toEqual(['redEnded 2026-10-02'])
  expect(names({ ...over, internal: 'RED', lapse: { colour: 'green', on: '2023-10-02', days: 9 } }), 'red by the rule').toEqual([])
  expect(names({ ...over, internal: 'NONE', basis: 'reported', lapse: { colour: 'yellow', on: '2020-01-01', days: 9 } })).toEqual([])
  expect(names({ internal: 'BLUE_PENDING', basis: 'blue-application', validUntil: null, daysLeft: null })).toEqual(['blueClocks null'])
})

test('the delay is the median and nine of ten of what was published; the rest is counted as waiting', () => {
  const days = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((n) => ({ publishedOn: '2026-01-01', days: n }))
  expect(delayOf([...days, { publishedOn: null, days: 400 }])).toEqual({ lines: 10, medianDays: 50, p90Days: 90, waiting: 1 })
  expect(percentile([], 0.5)).toBe(null)
})
