import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startIncidentRounds } from './incident-rounds.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('every hour clocks are looked at and what may not be kept is forgotten, also when the other failed', async () => {
  const done: string[] = []
  const note = (what: string) => (): Promise<never> => {
    done.push(what)
    return Promise.reject(new Error('no database'))
  }
  const rounds = startIncidentRounds({
    modules: { incidents: { escalate: note('escalate') } },
    database: { transaction: note('forget') },
    tenant: 'cd',
    clock: () => '2026-11-21T09:40:00.000Z',
  })
  await vi.advanceTimersByTimeAsync(2 * 60 * 60_000)
  expect(done).toEqual(['escalate', 'forget', 'escalate', 'forget'])
  await rounds.stop()
  await vi.advanceTimersByTimeAsync(60 * 60_000)
  expect(done).toHaveLength(4)
})
