/*
How very many tries from one source are met: never by silence. A report is always kept; above a first bound it goes to the slow queue, above a
second the sender is asked to press the button again after a little while. A wrong code is answered as slowly as a right one, and slower each
time. A source is a hash under a key of the day that is drawn in memory and forgotten with it: nothing of it is written anywhere.
*/
import { createHmac, randomBytes } from 'node:crypto'

export interface PatienceBounds {
  /** Reports of one source in an hour before they go to the slow queue (D): a village may share one address. */
  readonly slowAfter: number
  /** Before the sender is asked to wait (D). */
  readonly waitAfter: number
  readonly waitSeconds: number
  /** Every question by code takes at least so long. */
  readonly answerMilliseconds: number
  /** The most that wrong codes are slowed down. */
  readonly mostMilliseconds: number
}
export const BOUNDS: PatienceBounds = { slowAfter: 10, waitAfter: 30, waitSeconds: 20, answerMilliseconds: 400, mostMilliseconds: 6400 }

export interface Patience {
  readonly report: (source: string, now: string) => 'at-once' | 'slow' | 'wait'
  /** Runs a question by code; it takes as long whether the code is known or not. */
  readonly ask: <Found>(source: string, now: string, question: () => Promise<Found | null>) => Promise<Found | null>
  /** A stamp that says from when on the sender has waited enough. */
  readonly stamp: (now: string) => string
  readonly hasWaited: (stamp: string, now: string) => boolean
  readonly waitSeconds: number
}
const MOST_SOURCES = 20_000

export function createPatience(bounds: PatienceBounds = BOUNDS, sleep: (milliseconds: number) => Promise<void> = pause): Patience {
  const day = { name: '', key: randomBytes(32) }
  const hours = { name: '', reports: new Map<string, number>(), wrong: new Map<string, number>() }
  const hashed = (source: string, now: string): string => {
    if (day.name !== now.slice(0, 10)) Object.assign(day, { name: now.slice(0, 10), key: randomBytes(32) })
    if (hours.name !== now.slice(0, 13)) Object.assign(hours, { name: now.slice(0, 13), reports: new Map(), wrong: new Map() })
    return createHmac('sha256', day.key).update(source).digest('base64')
  }
  const counted = (map: Map<string, number>, source: string): number => {
    if (map.size >= MOST_SOURCES) map.clear()
    const count = (map.get(source) ?? 0) + 1
    map.set(source, count)
    return count
  }
  const stampKey = randomBytes(32)
  const signed = (at: string): string => createHmac('sha256', stampKey).update(at).digest('base64url').slice(0, 22)
  return {
    report: (source, now) => {
      const key = hashed(source, now)
      const count = counted(hours.reports, key)
      return count > bounds.waitAfter ? 'wait' : count > bounds.slowAfter ? 'slow' : 'at-once'
    },
    ask: async (source, now, question) => {
      const key = hashed(source, now)
      // The time is fixed before anybody knows whether the code is right.
      const wrong = hours.wrong.get(key) ?? 0
      const lasting = Math.min(bounds.answerMilliseconds * 2 ** Math.max(0, wrong - 3), bounds.mostMilliseconds)
      const [found] = await Promise.all([question(), sleep(lasting)])
      if (found === null) counted(hours.wrong, key)
      return found
    },
    stamp: (now) => `${Date.parse(now)}.${signed(String(Date.parse(now)))}`,
    hasWaited: (stamp, now) => {
      const [at = '', signature = ''] = stamp.split('.')
      const waited = Date.parse(now) - Number(at)
      return signature === signed(at) && waited >= bounds.waitSeconds * 1000 && waited < 86_400_000
    },
    waitSeconds: bounds.waitSeconds,
  }
}
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
