import { expect, test } from 'vitest'
import { type ViewSeen, firstUnusualRules, unusualViews } from './unusual-views.ts'

const views = (account: string, day: string, count: number, hour = '10'): readonly ViewSeen[] =>
  Array.from({ length: count }, (_, at) => ({ account, case: `case-${at}`, at: `${day}T${hour}:00:00.000Z` }))

test('a day far above the account’s own usual day is told, with how many and never which', () => {
  const usual = ['2026-11-16', '2026-11-17', '2026-11-18'].flatMap((day) => views('a', day, 4))
  expect(unusualViews([...usual, ...views('a', '2026-11-19', 15)])).toEqual([
    { account: 'a', on: '2026-11-19', kind: 'many-files', files: 15, usual: 4 },
  ])
  expect(unusualViews([...usual, ...views('a', '2026-11-19', 14)])).toEqual([])
  expect(JSON.stringify(unusualViews([...usual, ...views('a', '2026-11-19', 30)]))).not.toContain('case-')
})

test('who always opens many is not unusual; the same file looked at often counts once', () => {
  const busy = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19'].flatMap((day) => views('b', day, 20))
  expect(unusualViews(busy)).toEqual([])
  const again = Array.from({ length: 100 }, () => ({ account: 'c', case: 'one', at: '2026-11-19T10:00:00.000Z' }))
  expect(unusualViews(again)).toEqual([])
})

test('the night is that of the country', () => {
  // 20:30 in UTC is 21:30 in Kinshasa; 04:30 is 05:30 and morning.
  expect(unusualViews(views('d', '2026-11-19', 3, '20'))).toMatchObject([{ kind: 'at-night', files: 3 }])
  expect(unusualViews(views('d', '2026-11-19', 3, '04'))).toEqual([])
  expect(unusualViews(views('d', '2026-11-19', 2, '22'))).toEqual([])
})

test('a day is judged by the rules of that day: who loosens them today takes no earlier alert away', () => {
  const seen = [...views('a', '2026-11-19', 20), ...views('b', '2026-11-20', 20)]
  const loosened = { leastFiles: 50, timesUsual: 10 }
  expect(unusualViews(seen, firstUnusualRules, (day) => (day < '2026-11-20' ? firstUnusualRules : loosened))).toMatchObject([
    { account: 'a', on: '2026-11-19', files: 20 },
  ])
})
