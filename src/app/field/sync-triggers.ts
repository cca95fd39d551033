/*
When rounds run by themselves: soon after something was added, when the browser says that the network is back, every two minutes while something
is unsent. After a round that failed the next one waits longer, by chance a little more or less, so that two hundred phones that find the same
mast again do not all speak at once.
*/
import type { Sync } from './phone.ts'

export interface Going {
  readonly soon: () => void
  readonly stop: () => void
}

const AFTER_ADD_MS = 1500
const EVERY_MS = 120_000
const FIRST_BACK_OFF_MS = 15_000
const MOST_BACK_OFF_MS = 600_000

export function keepGoing(sync: Sync): Going {
  let timer: ReturnType<typeof setTimeout> | null = null
  let dueAt = Infinity
  let failures = 0
  let stopped = false
  const due = (milliseconds: number): void => {
    const at = Date.now() + milliseconds
    if (stopped || at >= dueAt) return
    if (timer !== null) clearTimeout(timer)
    dueAt = at
    timer = setTimeout(() => void go(), milliseconds)
  }
  const go = async (): Promise<void> => {
    dueAt = Infinity
    const { trouble, unsent } = await sync.run()
    failures = trouble === null ? 0 : failures + 1
    if (failures > 0) due(backOff(failures))
    else if (unsent > 0) due(EVERY_MS)
  }
  const online = (): void => {
    failures = 0
    due(Math.random() * 3000)
  }
  // In a program without a browser there is nobody to say so.
  if (typeof window !== 'undefined') window.addEventListener('online', online)
  due(0)
  return {
    soon: () => due(failures === 0 ? AFTER_ADD_MS : backOff(failures)),
    stop: () => {
      stopped = true
      if (timer !== null) clearTimeout(timer)
      if (typeof window !== 'undefined') window.removeEventListener('online', online)
    },
  }
}

const backOff = (failures: number): number =>
  Math.min(MOST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** Math.min(failures - 1, 8)) * (0.5 + Math.random())
