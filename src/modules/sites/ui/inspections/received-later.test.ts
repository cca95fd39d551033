import { expect, test } from 'vitest'
import { isReceivedLater } from './received-later.ts'

test('what came days later says so, what came at once does not', () => {
  expect(isReceivedLater('2026-11-19T08:00:00.000Z', '2026-11-22T08:00:00.000Z')).toBe(true)
  expect(isReceivedLater('2026-11-22T08:00:00.000Z', '2026-11-22T08:00:40.000Z')).toBe(false)
  expect(isReceivedLater('2026-11-22T09:00:00.000Z', '2026-11-22T08:00:00.000Z'), 'a clock that runs ahead').toBe(true)
})
