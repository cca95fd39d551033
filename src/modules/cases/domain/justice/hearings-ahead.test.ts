import { expect, test } from 'vitest'
import { hearingsAhead } from './hearings-ahead.ts'

const tracks = new Map([['t1', { hearings: ['2026-11-22', '2026-12-20', '2026-12-20'] }]])
const on = (today: string) => hearingsAhead(tracks, today)

test('a hearing is said a week before and on the eve, once each, and no more when it is over', () => {
  expect(on('2026-12-12')).toEqual([])
  expect(on('2026-12-13')).toEqual(['t1/hearing/2026-12-20/7'])
  expect(on('2026-12-19')).toEqual(['t1/hearing/2026-12-20/7', 't1/hearing/2026-12-20/1'])
  expect(on('2026-12-21')).toEqual([])
  expect(on('2026-11-22')).toEqual(['t1/hearing/2026-11-22/7', 't1/hearing/2026-11-22/1'])
})
