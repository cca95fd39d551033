import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SyncState } from './phone.ts'
import { keepGoing } from './sync-triggers.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const idle: SyncState = {
  ...{ phase: 'idle', done: 0, of: 0, unsent: 0, awaited: 0 },
  ...{ lastContactAt: null, trouble: null, clockOffsetSeconds: 0 },
}
/** Rounds that end as told, one after the other; the last one again and again. */
function rounds(...ends: readonly Partial<SyncState>[]) {
  const ran: number[] = []
  const run = async (): Promise<SyncState> => {
    ran.push(Date.now())
    return { ...idle, ...ends[Math.min(ran.length, ends.length) - 1] }
  }
  return { ran, going: keepGoing({ run, state: () => idle, listen: () => () => false }) }
}

test('what the server has kept and not written in yet is asked for some seconds later, then ever less often, until it is', async () => {
  const { ran, going } = rounds({ awaited: 40 }, { awaited: 40 }, { awaited: 3 }, {})
  await vi.advanceTimersByTimeAsync(60_000)
  going.stop()
  const gaps = ran.slice(1).map((at, index) => at - (ran[index] ?? 0))
  expect(gaps).toEqual([4_000, 8_000, 16_000])
})

test('with nothing unsent and nothing awaited nobody asks again', async () => {
  const { ran, going } = rounds({})
  await vi.advanceTimersByTimeAsync(600_000)
  going.stop()
  expect(ran).toHaveLength(1)
})
