// One process at a time starts or stops the database of a folder. The lock is a file that appears complete
// (written aside, then linked), names its holder, and is taken over when the holder is gone. Two processes that
// take over at the same instant could in theory both get in; PostgreSQL's own lock and the atomic renames
// beneath keep that harmless, so this file buys order and speed, not safety.
import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { LaunchFault, folderFault, systemCode } from './launch-fault.ts'
import { isStillRunning, ownIdentity, type ProcessIdentity } from './process-identity.ts'

export const lockName = 'launch.lock'

/** Runs `work` while holding the folder's lock; faults with `launch-busy` when it is not to be had in time. */
export async function withLaunchLock<Value>(folder: string, patienceMs: number, work: () => Promise<Value>): Promise<Value> {
  const lock = join(folder, lockName)
  const giveUpAt = performance.now() + patienceMs
  while (!tryTake(lock, folder)) {
    const holder = readIdentity(lock)
    if (holder !== undefined && !isStillRunning(holder)) takeAway(lock, holder)
    else if (performance.now() > giveUpAt) {
      throw new LaunchFault('launch-busy', { folder, detail: `process ${holder?.pid ?? 'unknown'}` })
    } else await wait(10)
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** Reads a process written down by `JSON.stringify(ownIdentity())`; undefined when it is missing or no such thing. */
export function readIdentity(path: string): ProcessIdentity | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('startedAt' in value)) return undefined
    const { pid, startedAt } = value
    return typeof pid === 'number' && typeof startedAt === 'string' ? { pid, startedAt } : undefined
  } catch {
    return undefined
  }
}

function tryTake(lock: string, folder: string): boolean {
  const aside = `${lock}.${randomBytes(6).toString('hex')}`
  try {
    writeFileSync(aside, JSON.stringify(ownIdentity()), { mode: 0o644 })
    linkSync(aside, lock)
    return true
  } catch (thrown) {
    if (systemCode(thrown) === 'EEXIST') return false
    throw folderFault(thrown, folder)
  } finally {
    rmSync(aside, { force: true })
  }
}

/** Moves a dead holder's lock away, and gives it back if a living one got in between our two looks. */
function takeAway(lock: string, holder: ProcessIdentity): void {
  const aside = `${lock}.${randomBytes(6).toString('hex')}`
  try {
    renameSync(lock, aside)
    const taken = readIdentity(aside)
    if (taken !== undefined && (taken.pid !== holder.pid || taken.startedAt !== holder.startedAt)) linkSync(aside, lock)
  } catch {
    // Somebody else was quicker; the next round looks again.
  } finally {
    rmSync(aside, { force: true })
  }
}
