import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startScanRounds } from './scan-rounds.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the scan runs once a night, between one and four, goes on after a night that failed, and ends with the server', async () => {
  const asked: string[] = []
  let now = '2026-11-20T22:00:00.000Z'
  const scan = (tenant: string, askedBy: string): Promise<null> => {
    asked.push(`${now.slice(0, 10)} ${tenant} ${askedBy}`)
    return asked.length === 1 ? Promise.reject(new Error('no database')) : Promise.resolve(null)
  }
  const rounds = startScanRounds({ modules: { custody: { scan } }, tenant: 'cd', clock: () => now })
  for (let minutes = 0; minutes < 48 * 60; minutes += 20) {
    now = new Date(Date.parse('2026-11-20T22:00:00.000Z') + minutes * 60_000).toISOString()
    await vi.advanceTimersByTimeAsync(20 * 60_000)
  }
  expect(asked).toEqual(['2026-11-21 cd night', '2026-11-22 cd night'])
  await rounds.stop()
  now = '2026-11-25T02:00:00.000Z'
  await vi.advanceTimersByTimeAsync(60 * 60_000)
  expect(asked).toHaveLength(2)
})
