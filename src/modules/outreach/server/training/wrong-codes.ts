/* Wrong codes of one address are answered ever more slowly, up to six seconds; which addresses, is kept in memory for an hour and nowhere else. */
import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

const FREE = 5
const MOST_MILLISECONDS = 6000
const MOST_ADDRESSES = 10_000

export function slowWrongCodes(wait: (milliseconds: number) => Promise<unknown> = pause): (address: string, now: string) => Promise<void> {
  const salt = randomBytes(16)
  const seen = { hour: '', wrong: new Map<string, number>() }
  return async (address, now) => {
    const hour = now.slice(0, 13)
    if (seen.hour !== hour || seen.wrong.size > MOST_ADDRESSES) Object.assign(seen, { hour, wrong: new Map() })
    const key = createHash('sha256').update(salt).update(address).digest('base64')
    const count = (seen.wrong.get(key) ?? 0) + 1
    seen.wrong.set(key, count)
    if (count > FREE) await wait(Math.min(MOST_MILLISECONDS, 100 * 2 ** (count - FREE)))
  }
}
