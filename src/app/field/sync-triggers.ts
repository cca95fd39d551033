/*
When rounds run by themselves: soon after something was added, when the browser says that the network is back, every two minutes while something
is unsent, and some seconds after the server kept work that it has not written in yet. After a round that failed the next one waits longer, by chance a little more or less, so that two hundred phones that find the same
mast again do not all speak at once.
*/
import type { Sync } from './phone.ts'

export interface Going {
  readonly soon: () => void
  readonly stop: () => void
}

const AFTER_ADD_MS = 1500
const EVERY_MS = 120_000
/** What the server has kept is written in behind its answer, mostly within seconds: asked soon, then ever less often. */
const FIRST_ASK_MS = 4_000
const FIRST_BACK_OFF_MS = 15_000
const MOST_BACK_OFF_MS = 600_000

export function keepGoing(sync: Sync): Going {
  let timer: ReturnType<typeof setTimeout> | null = null
  let dueAt = Infinity
  let failures = 0
  let asked = 0
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
    const { trouble, unsent, awaited } = await sync.run()
    failures = trouble === null ? 0 : failures + 1
    asked = awaited > 0 ? asked + 1 : 0
    if (failures > 0) due(backOff(failures))
    else if (awaited > 0) due(Math.min(EVERY_MS, FIRST_ASK_MS * 2 ** (asked - 1)))
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
